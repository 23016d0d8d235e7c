"""The debrief names the moves: quoted, with why, and how the customer's cards were met; an instructor adds them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from simulator.tui.debrief import Debrief
from simulator.tui.play import Play
from tests.tui.conftest import WORLD
from tests.tui.screens import BADLY, WELL, debriefed, on_screen, reply, running, until

MOVES = """
rubric: moves
title: {en: Moves, zh: 话术}
based_on: core
cues:
  hot: {en: [so sorry], zh: [实在对不起]}
  wait: {en: [forty minutes], zh: [四十分钟]}
  late: {en: [your fault], zh: [是您的错]}
calls:
  sympathy:
    name: {en: the card of sympathy, zh: 同情牌}
    does: {en: Take the hardship up., zh: 接住难处。}
  press:
    name: {en: the threat of the press, zh: 找媒体的威胁}
    does: {en: Leave them free., zh: 随对方去。}
moves:
  warmth:
    name: {en: Warmth, zh: 热情}
    about: {en: It warms., zh: 暖人。}
    kind: move
    touches: feeling
    when: {hot: 1}
  taken_up:
    name: {en: Taken up, zh: 接住了}
    about: {en: It was heard., zh: 听见了。}
    kind: answer
    answers: sympathy
    when: [{hot: 1}, {wait: 1}]
  blaming:
    name: {en: "[b]Blaming[/b]", zh: 怪人}
    about: {en: It backfires., zh: 会适得其反。}
    kind: wording
    good: false
    when: {late: 1}
    turn: {en: "Let me see what went wrong.", zh: 我看看哪里出了错。}
"""


@pytest.fixture(autouse=True)
def _moves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The world, with moves to look for and a customer who plays cards."""
    world = tmp_path / "world"
    shutil.copytree(WORLD, world)
    (world / "rubrics" / "moves.yaml").write_text(MOVES, "utf-8")
    for soup in (world / "scenarios").rglob("cold-soup.yaml"):
        text = soup.read_text("utf-8")
        soup.write_text(
            text.replace("    tells: [cold]\n", "    tells: [cold]\n    plays: sympathy\n    threatens: press\n")
        )
    monkeypatch.chdir(world)
    monkeypatch.setattr("simulator.library.library.PACKAGED", world)


async def told(pilot: Pilot[None], debrief: Debrief, part: str) -> str:
    """What is found, once it is found."""
    await until(pilot, lambda: debrief.query_one("#moves-1", Static).display)
    return str(debrief.query_one(f"#{part}", Static).content)


async def test_a_move_is_named_with_its_words_and_one_line_why(tmp_path: Path) -> None:
    async with running(tmp_path, scenario="cold-soup") as pilot:
        await reply(pilot, await on_screen(pilot, Play), *WELL)
        debrief = await debriefed(pilot, pilot.app.screen)  # type: ignore[arg-type]
        first = await told(pilot, debrief, "moves-1")
        assert "+ Warmth (feeling)  “so sorry”  It warms." in first
        assert "The customer came with the card of sympathy. You: Taken up." in first
        assert "the threat of the press, and you did not take it up. Leave them free." in first
        # Where the customer plays nothing, nothing is answered and nothing is missing.
        assert await told(pilot, debrief, "moves-2") == ""
        assert "+ Warmth x 1" in await told(pilot, debrief, "moves-made")


async def test_a_fault_is_named_with_its_better_turn_and_not_as_markup(tmp_path: Path) -> None:
    async with running(tmp_path, scenario="cold-soup") as pilot:
        await reply(pilot, await on_screen(pilot, Play), *BADLY)
        debrief = await debriefed(pilot, pilot.app.screen)  # type: ignore[arg-type]
        first = await told(pilot, debrief, "moves-1")
        assert "x [b]Blaming[/b]  “your fault”  It backfires.\n  > Better: Let me see what went wrong." in first


async def test_the_same_in_chinese(tmp_path: Path) -> None:
    async with running(tmp_path, "zh", "cold-soup") as pilot:
        await reply(pilot, await on_screen(pilot, Play), "汤都凉了，实在对不起。", "让您生气了，非常抱歉。")
        debrief = await debriefed(pilot, pilot.app.screen)  # type: ignore[arg-type]
        first = await told(pilot, debrief, "moves-1")
        assert "+ 热情（感）  “实在对不起”  暖人。" in first
        assert "客户用了同情牌。你的应对：接住了。" in first


async def test_the_score_is_the_same_with_and_without_moves(tmp_path: Path) -> None:
    async with running(tmp_path, scenario="cold-soup") as pilot:
        play = await on_screen(pilot, Play)
        await reply(pilot, play, *WELL)
        with_moves = play.session.score()
    Path("rubrics/moves.yaml").unlink()
    async with running(tmp_path / "other", scenario="cold-soup") as pilot:
        play = await on_screen(pilot, Play)
        await reply(pilot, play, *WELL)
        assert play.session.score() == with_moves
        debrief = await debriefed(pilot, play)
        await pilot.pause(0.2)
        assert not debrief.query_one("#moves-1", Static).display
