"""Whatever people write, the screen shows it and does not obey it."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from simulator.tui.bubbles import Bubble
from tests.texts import anything
from tests.tui.screens import BADLY, debriefed, playing, reply, shown, until

HOSTILE = [
    "\x1b]0;title\x07\x1b[2J\x1b[31mred", "[bold red]x[/] [@click=app.quit]leave[/]", "\u202eright to left", "\x9b31m",
    "\ud800 alone", "a\u200bb\ufeffc", "e" + "\u0301" * 60, "👍🏽 ⚠️ 👨‍👩‍👧", "\x00\x07\x08\x0b", "$primary {x} %s \\[",
    "字" * 400, "w" * 400, "",
]  # fmt: skip


def is_inert(pilot: Pilot[None]) -> None:
    text = shown(pilot)
    assert not any((ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in text)
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" or "\ud800" <= c <= "\udfff" for c in text)
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            meta = segment.style.meta if segment.style else {}
            assert "leave" not in segment.text or not meta.get("@click")


async def test_a_hostile_reply_is_harmless_on_every_screen(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        hostile = "".join(HOSTILE)
        await reply(pilot, play, hostile, *BADLY)
        is_inert(pilot)
        await debriefed(pilot, play)
        await pilot.press("n")
        # The cards scroll into place a moment after the key.
        await until(pilot, lambda: "[bold red]x[/]" in shown(pilot).replace("\n", ""))
        is_inert(pilot)


@given(st.lists(anything, min_size=30, max_size=60))
@settings(max_examples=2, deadline=None, phases=[Phase.reuse, Phase.generate])
def test_any_text_is_harmless_in_a_bubble_and_in_the_box(texts: list[str]) -> None:
    async def show() -> None:
        with tempfile.TemporaryDirectory() as folder:
            # High enough for all of them to be seen at once.
            async with playing(Path(folder), size=(60, 300)) as (pilot, play):
                play.box.insert("".join(texts))
                sides = ("trainee", "customer")
                play.talk.add(*[Bubble(text, text, sides[n % 2]) for n, text in enumerate([*texts, *HOSTILE])])
                await pilot.pause()
                is_inert(pilot)

    asyncio.run(show())
