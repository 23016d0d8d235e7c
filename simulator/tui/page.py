"""What all screens share: the catalogue's words, a status line in place of toasts, keys in the user's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.binding import ActiveBinding, Binding
from textual.events import ScreenResume
from textual.screen import Screen
from textual.widgets import Static

from simulator.messages import text, to_traditional
from simulator.tui.plain import REPLY_LIMIT, shown
from simulator.tui.reply_box import ReplyBox

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp

#: From so many columns on there is room for a panel at the side.
WIDE = 100

#: Textual's own names of keys that all screens have.
_TEXTUAL_NAMES = {"palette": "tui.key.palette", "Quit": "tui.key.quit"}


class Page(Screen[None]):
    """A whole screen of this app. A binding's description is a key of the catalogue."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 (Textual declares it as an instance's)
    BINDINGS = [Binding("f1", "help", "tui.key.help", key_display="F1")]  # noqa: RUF012
    #: The catalogue key of what the help screen says about this screen.
    HELP = ""
    #: The area of the catalogue from which `ask` takes its sentences.
    AREA = "tui"

    @property
    def simulator(self) -> SimulatorApp:
        """The app, by its own type."""
        return cast("SimulatorApp", self.app)

    @property
    def wide(self) -> bool:
        """Whether there is room for a panel at the side; known before the first layout, unlike the class `-wide`."""
        return self.app.size.width >= WIDE

    def say(self, key: str, /, **values: object) -> str:
        """A sentence of the screens' catalogue."""
        return text(f"tui.{key}", self.simulator.lang, **values)

    def ask(self, key: str, /, **values: object) -> str:
        """A sentence of the catalogue of what this screen is part of; text from people in it is harmless."""
        return shown(text(f"{self.AREA}.{key}", self.simulator.lang, **values))

    def words(self, authored: str) -> str:
        """A scenario's or rubric's text as this screen shows it: harmless, and in Traditional where that is read."""
        return shown(to_traditional(authored) if self.simulator.lang == "zh-Hant" else authored)

    def tell(self, message: str, tone: str = "") -> None:
        """Puts a message into the status line. Toasts would break Chinese text under their borders."""
        for line in self.query("#status").results(Static):
            line.set_classes(tone)
            line.update(shown(message))

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        return {key: self._named(active) for key, active in super().active_bindings.items()}

    def key_names(self) -> list[tuple[str, str]]:
        """The keys of this screen and what each does, in the user's language; each doing once."""
        named: dict[str, str] = {}
        for key, active in super().active_bindings.items():
            if active.binding.description.startswith("tui.") and active.enabled:
                named.setdefault(
                    self._named(active).binding.description, self.app.get_key_display(active.binding) or key
                )
        return [(key, doing) for doing, key in named.items()]

    def _named(self, active: ActiveBinding) -> ActiveBinding:
        key = _TEXTUAL_NAMES.get(active.binding.description, active.binding.description)
        if not key.startswith("tui."):
            return active
        return active._replace(binding=replace(active.binding, description=text(key, self.simulator.lang)))

    def commands(self) -> list[tuple[str, Callable[[], Any]]]:
        """What the command palette offers here: the name in the catalogue (`tui.palette.<name>`), and what to do."""
        return []

    def action_help(self) -> None:
        from simulator.tui.help import Help

        if not isinstance(self, Help):
            self.app.push_screen(Help(self))

    @on(ReplyBox.Refused)
    def _left_out(self, event: ReplyBox.Refused) -> None:
        self.tell(self.say(event.reason, limit=REPLY_LIMIT), "warning")

    @on(ScreenResume)
    def _caret_again(self) -> None:
        # After another screen the terminal's cursor is elsewhere, and the input method would open its window there.
        if isinstance(self.focused, ReplyBox):
            self.call_after_refresh(self.focused.show_caret)
