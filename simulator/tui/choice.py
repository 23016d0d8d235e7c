"""One of a few, chosen on one or two lines with the arrow keys, a digit or the mouse; nothing opens over the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static


class Choice(Static, can_focus=True):
    """Shows all choices side by side, the chosen one in brackets.

    Args:
        options: value and name of each.
        chosen: the value chosen, or None.

    Attributes:
        value: the value chosen, or None.
    """

    BINDINGS = [  # noqa: RUF012
        Binding("right,space", "move(1)", "tui.key.choose", key_display="←→"),
        Binding("left", "move(-1)", "tui.key.choose", show=False),
        Binding("enter", "next", "tui.key.next_field", key_display="Enter"),
    ]

    @dataclass
    class Changed(Message):
        """Another one was chosen."""

        choice: Choice

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        chosen: str | None = None,
        *,
        id: str | None = None,  # noqa: A002 (as all widgets have it)
    ) -> None:
        super().__init__(id=id, classes="choice")
        self._options = list(options)
        self.value = chosen

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        lines: list[list[Content]] = [[]]
        width = 0
        for number, (value, name) in enumerate(self._options, 1):
            chosen = value == self.value
            left, right = "[]" if chosen else "  "
            piece = Content.assemble((f"{left}{number} ", "bold" if chosen else "$quiet"),
                                     (name, "bold underline" if chosen else ""), (right, "bold"))  # fmt: skip
            if lines[-1] and width + piece.cell_length > max(10, self.size.width):
                lines.append([])
                width = 0
            width += piece.cell_length
            lines[-1].append(piece.stylize(Style.from_meta({"value": value})))
        self.update(Content("\n").join(Content.assemble(*line) for line in lines))

    def choose(self, value: str) -> None:
        """Chooses a value."""
        self.value = value
        self._draw()
        self.post_message(self.Changed(self))

    def action_move(self, step: int) -> None:
        values = [value for value, _ in self._options]
        now = values.index(self.value) if self.value in values else (-1 if step > 0 else 0)
        self.choose(values[(now + step) % len(values)])

    def action_next(self) -> None:
        self.screen.focus_next()

    def on_key(self, event: events.Key) -> None:
        if event.key.isdigit() and 1 <= int(event.key) <= len(self._options):
            self.choose(self._options[int(event.key) - 1][0])
            event.stop()

    def on_click(self, event: events.Click) -> None:
        value = event.style.meta.get("value")
        if isinstance(value, str):
            self.choose(value)
