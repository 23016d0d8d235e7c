"""The box in which the trainee types: several lines, a length limit, pastes that never send, marks on what earns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from simulator.tui.plain import REPLY_LIMIT, typed

#: Enter that comes sooner than this after the key before it, in seconds, was not pressed by a person: it belongs to a
#: paste by a terminal that does not bracket pastes.
PASTE_GAP = 0.02

NEWLINE_KEYS = frozenset({"ctrl+j", "shift+enter", "alt+enter", "shift+\r", "alt+\r", "newline"})

#: A stretch of the reply and how it is drawn: start, end (code points, half-open), style.
Mark = tuple[int, int, Style]


class ReplyBox(TextArea):
    """Enter sends; Ctrl+J and, where the terminal can tell them, Shift+Enter and Alt+Enter begin a new line."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter", "send", "tui.key.send", key_display="Enter"),
        Binding("ctrl+j", "newline", "tui.key.newline", key_display="^j"),
    ]

    @dataclass
    class Sent(Message):
        """Enter was pressed."""

        box: ReplyBox
        text: str

        @property
        def control(self) -> ReplyBox:
            return self.box

    @dataclass
    class Refused(Message):
        """Something was typed that did not fit, or an Enter was taken as a newline."""

        reason: str
        """A key of the catalogue."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 (as all widgets have it)
        interrupt: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`interrupt` is told every key first; where it returns True, the key does nothing else."""
        self._interrupt = interrupt
        self._marks: tuple[Mark, ...] = ()
        self._last_key = 0.0
        super().__init__(typed(text)[:REPLY_LIMIT], id=id, highlight_cursor_line=False, placeholder=placeholder)
        self.cursor_blink = False
        self.match_cursor_bracket = False

    # Keys and pastes

    async def _on_key(self, event: events.Key) -> None:
        pasted = event.time - self._last_key < PASTE_GAP
        self._last_key = event.time
        if self._interrupt(event.key):
            event.stop()
            event.prevent_default()
        elif event.key in NEWLINE_KEYS or (event.key == "enter" and pasted):
            event.stop()
            event.prevent_default()
            self.action_newline()
            if event.key == "enter":
                self.post_message(self.Refused("box.enter_in_paste"))
        elif event.key == "enter":
            # The text area would take it for a newline before the binding is looked at.
            event.stop()
            event.prevent_default()
            self.action_send()

    def action_send(self) -> None:
        self.post_message(self.Sent(self, self.text))

    def action_newline(self) -> None:
        self._put("\n")

    async def _on_paste(self, event: events.Paste) -> None:
        # Without this the handler of TextArea runs as well and pastes a second time.
        event.prevent_default()
        event.stop()
        self._put(event.text)
        self._last_key = event.time

    def _put(self, text: str) -> None:
        if self.read_only:
            return
        result = self.replace(text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    def edit(self, edit: Edit) -> EditResult:
        """All that changes the text comes by here: it is cleaned and cut to the limit."""
        start, end = sorted((edit.from_location, edit.to_location))
        room = REPLY_LIMIT - len(self.text) + len(self.document.get_text_range(start, end))
        clean = typed(edit.text)
        if len(clean) > room:
            self.post_message(self.Refused("box.full"))
        edit.text = clean[: max(0, room)]
        before = self.offset_of(start)
        # What comes after the change has moved: its marks wait for the next look of the coach.
        self._marks = tuple(mark for mark in self._marks if mark[1] <= before)
        return super().edit(edit)

    def offset_of(self, location: tuple[int, int]) -> int:
        """The place in the text, in code points, of a row and column."""
        row, column = location
        return sum(len(self.document.get_line(i)) + 1 for i in range(row)) + column

    # Marks

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draws these stretches in their styles; nothing happens where they are already drawn so."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self._line_cache.clear()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        if self._marks:
            offset = self.offset_of((line_index, 0))
            for start, end, style in self._marks:
                if start - offset < len(line) and end > offset:
                    line.stylize(style, max(0, start - offset), end - offset)
        return line

    # The input method's window

    def on_focus(self) -> None:
        self.call_after_refresh(self.show_caret)

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_caret)

    def show_caret(self) -> None:
        """Puts the terminal's own cursor at the caret: there the input method opens its window."""
        if self.has_focus and self.is_attached:
            self.app.cursor_position = self.cursor_screen_offset
            # The position is only written out together with a drawn line.
            self._line_cache.clear()
            self.refresh()
