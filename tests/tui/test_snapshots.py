"""What the screens look like. After a change on purpose: `pytest --snapshot-update tests/tui/test_snapshots.py`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from simulator.tui.play import Play
from tests.tui.screens import coached, debriefed, home, made, on_screen, reply

Compare = Callable[..., bool]
#: A reply to send and one to leave in the box, in each language.
WORDS = {
    "en": ("I am so sorry about the cold soup.", "You must be angry. I am sorry."),
    "zh": ("汤都凉了，实在对不起。", "让您生气了，非常抱歉。"),
}
screens = pytest.mark.parametrize("lang", ["en", "zh"])
sizes = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


@screens
@sizes
def test_home(snap_compare: Compare, tmp_path: Path, lang: str, size: tuple[int, int]) -> None:
    async def shelf(pilot: Pilot[Any]) -> None:
        await home(pilot)
        await pilot.pause(0.1)

    assert snap_compare(made(tmp_path, lang), terminal_size=size, run_before=shelf)


@screens
@sizes
def test_play(snap_compare: Compare, tmp_path: Path, lang: str, size: tuple[int, int]) -> None:
    async def turn(pilot: Pilot[Any]) -> None:
        play = await on_screen(pilot, Play)
        await reply(pilot, play, WORDS[lang][0])
        await coached(pilot, play, WORDS[lang][1])

    assert snap_compare(made(tmp_path, lang, "cold-soup"), terminal_size=size, run_before=turn)


@screens
@sizes
def test_debrief(snap_compare: Compare, tmp_path: Path, lang: str, size: tuple[int, int]) -> None:
    async def end(pilot: Pilot[Any]) -> None:
        play = await on_screen(pilot, Play)
        await reply(pilot, play, *WORDS[lang])
        await debriefed(pilot, play)
        await pilot.press("n")

    assert snap_compare(made(tmp_path, lang, "cold-soup"), terminal_size=size, run_before=end)


def test_play_without_colour(snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def turn(pilot: Pilot[Any]) -> None:
        play = await on_screen(pilot, Play)
        await coached(pilot, play, WORDS["en"][1])

    assert snap_compare(made(tmp_path, "en", "cold-soup"), terminal_size=(100, 30), run_before=turn)


def test_play_on_paper(snap_compare: Compare, tmp_path: Path) -> None:
    async def turn(pilot: Pilot[Any]) -> None:
        play = await on_screen(pilot, Play)
        await coached(pilot, play, WORDS["zh"][1])

    app = made(tmp_path, "zh", "cold-soup", light=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=turn)
