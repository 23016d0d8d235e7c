"""Full screens that say one thing: the welcome with the trainee's name, and what went wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Footer, Input, Static

from simulator.tui.page import Page
from simulator.tui.plain import shown
from simulator.tui.preferences import NAME_LIMIT, clean_name


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
        yield Footer()

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
    """Something failed: the message, and the way on. `fatal` ends the app with this exit code."""

    HELP = "help.trouble"
    BINDINGS = [Binding("enter,escape", "on", "tui.key.go_on", key_display="Enter")]  # noqa: RUF012

    def __init__(self, message: str, *, fatal: int | None = None) -> None:
        super().__init__()
        self._message = message
        self._fatal = fatal

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(self.say("trouble.title"), classes="title error", markup=False)
            yield Static(shown(self._message), classes="para", markup=False)
            key = "trouble.leave" if self._fatal is not None else "trouble.back"
            yield Static(self.say(key), classes="quiet", markup=False)
        yield Footer()

    def action_on(self) -> None:
        if self._fatal is not None:
            self.app.exit(return_code=self._fatal)
        else:
            self.app.pop_screen()


class Opening(Page):
    """What stands on the screen while a scenario is made ready."""

    HELP = "help.welcome"

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(self.say("opening"), classes="quiet", markup=False)
