"""The last line of every screen: the keys and what they do. A click does the same.

Textual's footer builds a widget for each key anew whenever the focus moves, which costs more than drawing the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.screen import Screen


class KeyBar(Static, can_focus=False):
    """Names the keys of the screen it stands on, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        #: Where each key ends on the line, in cells, and its name.
        self._ends: list[tuple[int, str]] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _changed(self, screen: Screen[object]) -> None:
        # Where another screen lies on top, its keys are none of this one's.
        if screen is self.screen:
            self._draw()

    def _draw(self) -> None:
        bar = Content("")
        named: set[str] = set()
        self._ends = []
        for active in self.screen.active_bindings.values():
            binding = active.binding
            wanted = binding.show or binding.action == "command_palette"
            if not wanted or not active.enabled or binding.description in named:
                continue
            named.add(binding.description)
            key = (self.app.get_key_display(binding), "bold $footer-key-foreground")
            longer = Content.assemble(bar, " ", key, f" {binding.description} ")
            if longer.cell_length > self.size.width > 0:
                break
            bar = longer
            self._ends.append((bar.cell_length, binding.key))
        if bar != self.content:
            self.update(bar, layout=False)

    def on_click(self, event: events.Click) -> None:
        key = next((key for end, key in self._ends if event.x < end), None)
        if key is not None:
            self.app.simulate_key(key)
