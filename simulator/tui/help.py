"""Help: what this screen is for, and all of its keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.tui.key_bar import KeyBar
from simulator.tui.page import Page


class Help(Page):
    """Explains another screen; Escape goes back to it."""

    BINDINGS = [Binding("escape,question_mark,f1,q", "app.pop_screen", "tui.key.back", key_display="Esc")]  # noqa: RUF012

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="reading"):
            yield Static(self.say("help.title"), classes="title", markup=False)
            yield Static(self.say(self._page.HELP), classes="para", markup=False)
            yield Static(self.say("help.keys"), classes="heading", markup=False)
            yield Static(self._keys(), classes="para")
            yield Static(self.say("help.everywhere"), classes="para", markup=False)
        yield KeyBar()

    def _keys(self) -> Content:
        return Content("\n").join(
            Content.assemble((f"{key:>8}  ", "bold $accent"), doing) for key, doing in self._page.key_names()
        )
