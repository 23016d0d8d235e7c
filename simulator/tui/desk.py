"""The instructor's app: the class as it sits, every session, marks changed by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual import work
from textual.screen import Screen

from simulator.messages import text
from simulator.runner.ticks import Ticks, tick
from simulator.tui.app import SimulatorApp
from simulator.tui.page import Page

if TYPE_CHECKING:
    from simulator.tui.desk_stage import DeskStage


class DeskPage(Page):
    """A screen of the desk."""

    AREA = "desk"

    @property
    def desk_app(self) -> DeskApp:
        """The app, by its own type."""
        return cast("DeskApp", self.app)


class DeskApp(SimulatorApp):
    """The app of the desk.

    Args:
        lang: the language of the screens.
        folder: the data folder.
        by: the instructor's name, which stands beside all that is said here.
        path: the assessment's file, or None for whatever the log has.
        stuck: seconds after which somebody is called stuck.
        ticks: now.

    Attributes:
        desk: the log; there once it was opened.
    """

    KEPT_COMMANDS = ("help", "theme", "quit")

    desk: DeskStage | None

    def __init__(
        self, lang: str, folder: Path, by: str, path: Path | None = None, stuck: float = 180.0, ticks: Ticks = tick
    ) -> None:
        super().__init__(lang, folder, clock=lambda: ticks().wall)
        self.title = text("desk.title", lang)
        self.by, self.desk = by, None
        self._path, self._stuck, self._ticks = path, stuck, ticks

    def get_default_screen(self) -> Screen[Any]:
        from simulator.tui.desk_live import Live

        return Live()

    def greet(self) -> None:
        """The desk asks for no name: it is given with the command."""

    @work
    async def _open(self) -> None:
        from simulator.tui.desk_live import Live
        from simulator.tui.stage import TROUBLE

        try:
            self.desk = await self.off(self._opened_desk)
        except TROUBLE as error:
            self.error = error
            self.exit()
            return
        live = self.screen_stack[0]
        if isinstance(live, Live):
            live.begin()

    def _opened_desk(self) -> DeskStage:
        from simulator.tui.desk_stage import DeskStage

        return DeskStage(self.log_home, self._path, self._stuck, self._ticks)

    @work
    async def review(self, session: str) -> None:
        """Looks at a session closely."""
        from simulator.tui.desk_review import Review
        from simulator.tui.stage import TROUBLE

        assert self.desk
        try:
            reviewed = await self.off(self.desk.review, session)
        except TROUBLE as error:
            self.trouble(error)
        else:
            await self.push_screen(Review(reviewed))

    def on_unmount(self) -> None:
        self._hand.shutdown()
        if self.desk:
            self.desk.close()
