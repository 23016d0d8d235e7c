"""The app of one seat in a browser: the same as in a terminal, but bound to its seat and to its server."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from textual import events, messages
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.driver import Driver
from textual.drivers.web_driver import WebDriver
from textual.widgets import Static

from simulator.model.assessment import Seat
from simulator.model.receipt import Receipt
from simulator.runner.room import Room
from simulator.tui.assess import AssessApp
from simulator.tui.key_bar import KeyBar
from simulator.tui.plain import shown
from simulator.tui.preferences import Preferences
from simulator.tui.sitting import Step
from simulator.tui.themes import DARK

#: So long an app may take to end once its server has gone, in seconds.
LAST_MOMENTS = 5.0


class SeatDriver(WebDriver):
    """Ends the app when its server is gone; Textual's own goes on for ever."""

    def run_input_thread(self) -> None:
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
            threading.Thread(target=_end_anyway, daemon=True).start()


def _end_anyway() -> None:
    time.sleep(LAST_MOMENTS)
    os._exit(1)


class Refused(Step):
    """Why this seat can't be sat now."""

    HELP = "help.receipt"
    BINDINGS = [Binding("enter,escape,q", "app.quit", "tui.key.quit", key_display="Enter")]  # noqa: RUF012

    def __init__(self, why: str) -> None:
        super().__init__()
        self._why = why

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="reading"):
            yield Static(shown(self._why), classes="title", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()


class SeatApp(AssessApp):
    """The app of one seat.

    Args:
        folder: the server's data folder.
        room: the assessment, made ready before; the log has it.
        seat: the seat.
    """

    def __init__(self, folder: Path, room: Room, seat: Seat) -> None:
        super().__init__(seat.lang, folder, Path(), seat.key)
        self._made = room
        # What whoever runs the server chose for themselves is nothing to the class.
        self.preferences, self.theme = Preferences(), DARK

    def get_driver_class(self) -> type[Driver]:
        return SeatDriver

    def on_app_blur(self, event: events.AppBlur) -> None:
        """Whatever is typed into the window is meant for it; blurred, a screen would open without a place to type."""
        event.prevent_default()

    def _open_room(self) -> None:
        self._open_stage()
        if self.error is None:
            self.room = self.stage.enter(self._made)

    def keep(self) -> None:
        """What a seat chooses lasts as long as its window: all seats share one folder."""

    async def _turned_away(self, why: str, typed: str) -> None:
        await self._show(Refused(why))

    def _kept(self, receipt: Receipt) -> str | None:
        """Kept on the server; where, is nothing that a trainee could use."""
        super()._kept(receipt)
        return None
