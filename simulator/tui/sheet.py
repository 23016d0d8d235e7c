"""Full screens that say one thing: the welcome with the trainee's name, what went wrong, the case file."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from simulator.tui.case import case_file
from simulator.tui.key_bar import KeyBar
from simulator.tui.page import Page
from simulator.tui.plain import shown
from simulator.tui.preferences import NAME_LIMIT, clean_name

if TYPE_CHECKING:
    from simulator.model.scenario import Scenario


class Welcome(Page):
    """Asks once for the trainee's name."""

    HELP = "help.welcome"

    def __init__(self, likely: str, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._likely = likely
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(self.say("welcome.title"), classes="title", markup=False)
            yield Static(self.say("welcome.about"), classes="para", markup=False)
            yield Static(self.say("welcome.name"), classes="heading", markup=False)
            yield Input(self._likely, max_length=NAME_LIMIT, id="name")
            yield Static(self.say("welcome.enter"), classes="quiet", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        name = clean_name(event.value) or self._likely
        if not name:
            self.tell(self.say("welcome.empty"), "warning")
            return
        self.app.pop_screen()
        self._chosen(name)


class Trouble(Page):
    """Something failed: the message, and the way back."""

    HELP = "help.trouble"
    BINDINGS = [Binding("enter,escape", "app.pop_screen", "tui.key.go_on", key_display="Enter")]  # noqa: RUF012

    def __init__(self, message: str) -> None:
        super().__init__()
        self._message = message

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(self.say("trouble.title"), classes="title error", markup=False)
            yield Static(shown(self._message), classes="para", markup=False)
            yield Static(self.say("trouble.back"), classes="quiet", markup=False)
        yield KeyBar()


class Opening(Page):
    """What stands on the screen while a scenario is made ready."""

    HELP = "help.welcome"

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(self.say("opening"), classes="quiet", markup=False)


class CaseFile(Page):
    """The case file on a screen of its own, where there is no room for it at the side."""

    HELP = "help.case"
    BINDINGS = [Binding("escape,f2,q", "app.pop_screen", "tui.key.back", key_display="Esc")]  # noqa: RUF012

    def __init__(self, scenario: Scenario, told: Collection[str]) -> None:
        super().__init__()
        self._scenario, self._told = scenario, told

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="reading"):
            yield Static(self.words(self._scenario.title), classes="title", markup=False)
            yield Static(case_file(self._scenario, self._told, self.say, self.words), classes="para")
        yield KeyBar()
