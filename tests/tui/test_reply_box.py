"""The reply box: Enter sends, pastes never do, Chinese behaves, and nothing too long or harmful gets in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from simulator.tui.plain import REPLY_LIMIT, shown, typed
from simulator.tui.reply_box import NEWLINE_KEYS, PASTE_GAP, ReplyBox
from tests.texts import anything


class Desk(App[None]):
    """Nothing but a box."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.box = ReplyBox(text)
        self.sent: list[str] = []
        self.refused: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.box

    def on_reply_box_sent(self, event: ReplyBox.Sent) -> None:
        self.sent.append(event.text)

    def on_reply_box_refused(self, event: ReplyBox.Refused) -> None:
        self.refused.append(event.reason)


@asynccontextmanager
async def desk(text: str = "", size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Pilot[None], Desk]]:
    app = Desk(text)
    async with app.run_test(size=size) as pilot:
        yield pilot, app


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def test_enter_sends_what_was_typed() -> None:
    async with desk() as (pilot, app):
        await pilot.press("h", "i")
        await pilot.pause(2 * PASTE_GAP)
        await pilot.press("enter")
        await pilot.pause()
        assert app.sent == ["hi"]


@pytest.mark.parametrize("key", sorted(NEWLINE_KEYS))
async def test_a_newline_key_begins_a_new_line_and_sends_nothing(key: str) -> None:
    async with desk() as (pilot, app):
        await pilot.press("a", key, "b")
        await pilot.pause()
        assert app.box.text == "a\nb"
        assert app.sent == []


async def test_a_paste_keeps_its_lines_is_pasted_once_and_never_sends(monkeypatch: pytest.MonkeyPatch) -> None:
    # However slow the machine is, the Enter comes right behind.
    monkeypatch.setattr("simulator.tui.reply_box.PASTE_GAP", 60.0)
    async with desk() as (pilot, app):
        await paste(pilot, "您好\r对不起\r\nsorry\x1b[31m\x00\n")
        assert app.box.text == "您好\n对不起\nsorry[31m\n"
        await pilot.press("enter")
        await pilot.pause()
        assert app.sent == []
        assert app.refused == ["box.enter_in_paste"]


async def test_a_paste_takes_the_place_of_what_is_selected() -> None:
    async with desk("old words") as (pilot, app):
        app.box.select_all()
        await paste(pilot, "new")
        assert app.box.text == "new"


async def test_a_reply_has_a_limit_and_what_was_there_stays() -> None:
    async with desk("x") as (pilot, app):
        app.box.move_cursor((0, 1))
        await paste(pilot, "长" * 3 * REPLY_LIMIT)
        assert app.box.text == "x" + "长" * (REPLY_LIMIT - 1)
        assert app.refused == ["box.full"]
        await pilot.press("y")
        assert len(app.box.text) == REPLY_LIMIT
        await pilot.press("backspace", "z")
        assert app.box.text.endswith("z")


async def test_chinese_wraps_at_the_edge_and_one_backspace_takes_one_character() -> None:
    async with desk(size=(24, 8)) as (pilot, app):
        await paste(pilot, "客户 Zhang：你们的产品和说好的不一样，我要求退款")
        lines = [strip.text for strip in pilot.app.screen._compositor.render_strips()]
        # Inside the frame nineteen cells are left: nine characters and one cell, not a short line before a long one.
        assert any(line.count("客户 Zhang：你们") for line in lines)
        assert not any(line.strip("▊▎ ").startswith(("，", "：")) for line in lines)
        await pilot.press("backspace")
        assert app.box.text.endswith("我要求退")


async def test_the_terminals_cursor_stands_at_the_caret_from_the_start_and_after_a_resize() -> None:
    async with desk("对不起") as (pilot, app):
        app.box.move_cursor((0, 3))
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert app.cursor_position == app.box.cursor_screen_offset
        assert app.cursor_position.x - app.box.content_region.x == 6


async def test_marks_are_drawn_and_those_behind_a_change_are_dropped() -> None:
    async with desk("so sorry for that") as (pilot, app):
        app.box.set_marks([(0, 2, Style(underline=True)), (3, 8, Style(underline=True))])
        assert [(s.start, s.end) for s in app.box.get_line(0).spans if s.style == Style(underline=True)] == [
            (0, 2), (3, 8)]  # fmt: skip
        app.box.move_cursor((0, 3))
        await pilot.press("x")
        assert [mark[:2] for mark in app.box._marks] == [(0, 2)]


@given(anything)
def test_whatever_is_typed_has_no_control_characters_but_newlines(text: str) -> None:
    assert all(c == "\n" or (c.isprintable() or ord(c) > 0x9F) for c in typed(text))
    assert not any("\ud800" <= c <= "\udfff" for c in typed(text))
    assert typed(typed(text)) == typed(text)


@given(anything)
def test_whatever_is_shown_cannot_steer_the_terminal(text: str) -> None:
    seen = shown(text)
    assert not any((ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in seen)
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in seen)
    seen.encode("utf-8")
