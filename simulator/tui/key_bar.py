"""The last line of every screen: the keys and what they do. A click does the same.

Textual's footer builds a widget for each key anew whenever the focus moves, which costs more than drawing the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.screen import Screen


class KeyBar(Static, can_focus=False):
    """Names the keys of the screen it stands on, as many as there is room for."""

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
        for active in self.screen.active_bindings.values():
            binding = active.binding
            shown = binding.show or binding.action == "command_palette"
            if not shown or not active.enabled or binding.description in named:
                continue
            named.add(binding.description)
            key = Content.assemble(
                " ", (self.app.get_key_display(binding), "bold $footer-key-foreground"), f" {binding.description} "
            ).stylize(Style.from_meta({"@click": f"app.simulate_key({binding.key!r})"}))
            if bar.cell_length + key.cell_length > self.size.width > 0:
                break
            bar += key
        if bar != self.content:
            self.update(bar, layout=False)
