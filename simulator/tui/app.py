"""The app: which screen is shown, and the few things that all screens use."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen

from simulator.messages import text
from simulator.tui.home import Home
from simulator.tui.last_home import recall, remember
from simulator.tui.page import Page
from simulator.tui.preferences import Preferences, likely_name
from simulator.tui.sheet import Opening, Trouble, Welcome
from simulator.tui.terminal import on_hangup, terminal_is_gone
from simulator.tui.themes import DARK, DEFAULTS, LIGHT, THEMES

if TYPE_CHECKING:
    from simulator.model.scenario import Scenario
    from simulator.reports.transcript import Transcript
    from simulator.runner.session import Session
    from simulator.tui.debrief import Debrief
    from simulator.tui.play import Play, PlayOptions
    from simulator.tui.said import Said
    from simulator.tui.stage import Stage

#: How often the terminal is looked for, in seconds, and the exit code where it is gone.
GONE_AFTER, HANGUP = 2.0, 129

P = ParamSpec("P")
T = TypeVar("T")


class SimulatorApp(App[None]):
    """The trainee's app.

    Args:
        lang: the language of the screens.
        folder: the data folder.
        scenario: an id or a path to go straight into, in `scenario_lang`; None: the home screen.
        scenario_lang: the language wanted where the scenario comes in several; "" for the screens'.
        clock: seconds since 1970 (UTC).

    Attributes:
        preferences: what the trainee chose.
        stage: library, log and runner; there once they were opened.
        log_home: where the session log is, as in `Store.open`.
        error: what ended the app, to be told once it has left the screen; or None.
        rubric: the rubric that sessions are judged by in this run, whatever was chosen before; "" for what was chosen.
    """

    #: The names of the commands that the palette offers; None: all of them.
    KEPT_COMMANDS: Collection[str] | None = None
    CSS_PATH = Path(__file__).with_name("style.tcss")
    BINDINGS = [Binding("ctrl+q", "quit", "tui.key.quit", show=False, priority=True)]  # noqa: RUF012
    stage: Stage

    def __init__(
        self,
        lang: str,
        folder: Path,
        scenario: str | None = None,
        scenario_lang: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.lang, self.clock = lang, clock
        super().__init__()
        self.title = text("tui.home.title", lang)
        self.error: Exception | None = None
        self.rubric = ""
        self.preferences = Preferences.read(folder)
        self._folder, self._straight, self._straight_lang = folder, scenario, scenario_lang or lang
        self.log_home: Path | str = folder
        # One hand writes: what is given to it happens in that order.
        self._hand = ThreadPoolExecutor(1, "log")
        self._beginning = False
        self._opened = asyncio.Event()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT if self.preferences.light else DARK

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULTS)

    def get_default_screen(self) -> Screen[Any]:
        return Home(recall(self._folder, self.preferences.name, self.lang))

    # Start and end

    def on_mount(self) -> None:
        on_hangup(self.leave)
        if not self.is_headless and not self.is_web:
            self.set_interval(GONE_AFTER, lambda: self.leave(HANGUP) if terminal_is_gone() else None)
        # Keys come first: another thread gives way within a millisecond.
        sys.setswitchinterval(0.001)
        self.greet()
        # The first picture is on the screen before the heavy modules are read.
        self.call_after_refresh(self._open)

    def greet(self) -> None:
        """What stands on the screen before anything was opened."""
        if self._straight is not None:
            self.push_screen(Opening())
        elif not self.preferences.name:
            self.push_screen(Welcome(likely_name(), self._named))

    @work
    async def _open(self) -> None:
        await self.off(self._open_stage)
        if self.error is not None:
            self.exit()
            return
        self._opened.set()
        if self._straight is None:
            await self._fill()
            await self.off(self.stage.warm, self.lang)
        else:
            await self._begin(self.straight)

    def straight(self) -> Session:
        """The session to go straight into."""
        return self.stage.start(str(self._straight), self._straight_lang)

    def _open_stage(self) -> None:
        from simulator.store.errors import StoreError
        from simulator.tui.stage import Stage

        try:
            self.stage = Stage(
                self.log_home, lambda: self.preferences.name or likely_name(), self.clock, lambda: self.judged_by
            )
        except StoreError as error:
            self.error = error

    def leave(self, code: int = 0) -> None:
        """Ends the app; whatever is typed is kept."""
        self.exit(return_code=code)

    async def off(self, call: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Calls something that may take its time, off the screen's thread; calls happen one after the other."""
        return await asyncio.get_running_loop().run_in_executor(self._hand, lambda: call(*args, **kwargs))

    def on_unmount(self) -> None:
        self._hand.shutdown()
        if self._opened.is_set():
            self.stage.close()

    def keep(self) -> None:
        """Keeps the preferences."""
        self.preferences.write(self._folder)

    def _named(self, name: str) -> None:
        self.preferences.name = name
        self.keep()
        self.refresh_home()

    # Sessions

    @work
    async def refresh_home(self) -> None:
        """Reads the library and the log again for the home screen."""
        if self._opened.is_set():
            await self._fill()

    async def _fill(self) -> None:
        from simulator.tui.stage import TROUBLE

        try:
            shelf = await self.off(self.stage.shelf, self.lang)
        except TROUBLE as error:
            self.trouble(error)
            return
        home = self.screen_stack[0]
        if isinstance(home, Home):
            home.fill(shelf)
        await self.off(remember, self._folder, self.preferences.name, self.lang, shelf)

    async def scenario(self, path: str) -> Scenario | None:
        """A scenario for looking at, once the library is there; None where it can't be read."""
        await self._opened.wait()
        return await asyncio.to_thread(self.stage.scenario, path)

    @work
    async def play(self, path: str) -> None:
        """Begins a session with a scenario, by its path."""
        await self._begin(lambda: self.stage.start(path, self.lang))

    @work
    async def resume(self, session: str) -> None:
        """Goes on with a session."""
        await self._begin(lambda: self.stage.resume(session))

    @work
    async def branch(self, session: str, turn: int) -> None:
        """Once more from a turn of a session."""
        await self._begin(lambda: self.stage.branch(session, turn))

    async def _begin(self, make: Callable[[], Session]) -> None:
        if self._beginning:
            return
        self._beginning = True
        if isinstance(self.screen, Page):
            self.screen.tell(text("tui.opening", self.lang))
        try:
            await self._opened.wait()
            from simulator.tui.stage import TROUBLE

            session = await self.off(make)
            past = await self.off(session.transcript)
            if not session.state.ended:
                # Makes the engine ready now: beside the typing it would hold up the keys.
                await self.off(session.coach, "")
        except TROUBLE as error:
            self._could_not_begin(error)
        else:
            while len(self.screen_stack) > 1:
                self.pop_screen()
            await self.push_screen(self.play_page(session, past))
        finally:
            self._beginning = False

    def play_page(self, session: Session, past: Transcript) -> Play:
        """The screen on which a session is played."""
        from simulator.tui.play import Play

        return Play(session, past, self.options())

    @work
    async def debrief(self, session: Session) -> None:
        """Looks back on a session that has ended, in place of its play screen."""
        from simulator.tui.stage import TROUBLE

        try:
            whole, said = await self.off(session.transcript), await self.off(self.stage.said, session.id)
        except TROUBLE as error:
            self.trouble(error)
        else:
            await self.switch_screen(self.debrief_page(session, whole, said))

    @work
    async def look_back(self, session: str) -> None:
        """Looks back on a session that ended earlier, by its id."""
        from simulator.tui.stage import TROUBLE

        await self._opened.wait()
        try:
            ended = await self.off(self.stage.resume, session)
            whole, said = await self.off(ended.transcript), await self.off(self.stage.said, session)
        except TROUBLE as error:
            self.trouble(error)
        else:
            await self.push_screen(self.debrief_page(ended, whole, said))

    def debrief_page(self, session: Session, whole: Transcript, said: Said | None = None) -> Debrief:
        """The screen on which a session is looked back on."""
        from simulator.tui.debrief import Debrief

        return Debrief(session, whole, said)

    def record(self, session: Session) -> None:
        """The complaint record of a session that has ended: how it was judged, or the form."""
        from simulator.tui.record import RecordForm
        from simulator.tui.record_result import RecordResult

        shown = session.state.recorded is not None and session.begun_record is None and self.options().debrief
        self.push_screen(RecordResult(session) if shown else RecordForm(session))

    def write_record(self, session: Session) -> None:
        """The form once more, in place of how the record was judged."""
        from simulator.tui.record import RecordForm

        self.switch_screen(RecordForm(session))

    def recorded(self, session: Session) -> None:
        """A record was handed in: in place of the form it is shown how it was judged, where that may be seen."""
        if self.options().debrief:
            from simulator.tui.record_result import RecordResult

            self.switch_screen(RecordResult(session))
            return
        self.pop_screen()
        if isinstance(self.screen, Page):
            self.screen.tell(text("tui.record.kept", self.lang), "success")

    def options(self) -> PlayOptions:
        """How sessions are played in this app."""
        from simulator.tui.play import PlayOptions

        return PlayOptions()

    def _could_not_begin(self, error: Exception) -> None:
        if isinstance(self.screen, Opening):
            # Asked for by name on the command line: the answer belongs there.
            self.error = error
            self.exit()
        else:
            self.trouble(error)

    def trouble(self, error: Exception) -> None:
        """Tells what went wrong on a screen of its own."""
        self.push_screen(Trouble(self.explain(error)))

    def explain(self, error: Exception) -> str:
        """What went wrong, in the user's language."""
        from simulator.tui.stage import explain

        return explain(error, self.lang)

    # What is chosen

    def action_theme_other(self) -> None:
        self.preferences.light = not self.preferences.light
        self.theme = LIGHT if self.preferences.light else DARK
        self.keep()

    def action_spoken(self) -> None:
        """Turns the customer's speaking word by word on or off."""
        self.preferences.spoken = not self.preferences.spoken
        self.keep()
        if isinstance(self.screen, Page):
            self.screen.tell(text(f"tui.spoken.{'on' if self.preferences.spoken else 'off'}", self.lang))

    @property
    def judged_by(self) -> str:
        """The id of the rubric that new sessions are judged by."""
        return self.rubric or self.preferences.rubric or "core"

    @work
    async def action_rubrics(self) -> None:
        """Lets the trainee choose the rubric."""
        from simulator.tui.rubric_choice import RubricChoice

        await self._opened.wait()
        rubrics = await self.off(self.stage.rubrics)
        await self.push_screen(RubricChoice(rubrics, self.judged_by, self._judge_by))

    def _judge_by(self, rubric: str) -> None:
        self.rubric, self.preferences.rubric = "", rubric
        self.keep()

    def action_name(self) -> None:
        """Asks for the trainee's name again."""
        self.push_screen(Welcome(self.preferences.name or likely_name(), self._named))

    def action_command_palette(self) -> None:
        if self.use_command_palette and not isinstance(self.screen, CommandPalette):
            palette = CommandPalette(id="--command-palette", placeholder=text("tui.palette.search", self.lang))
            self.push_screen(palette)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        commands: list[tuple[str, Callable[[], Any]]] = [
            ("theme", self.action_theme_other),
            ("spoken", self.action_spoken),
            ("rubric", self.action_rubrics),
            ("name", self.action_name),
            ("quit", self.exit),
        ]
        if isinstance(screen, Page):
            commands = [*screen.commands(), ("help", screen.action_help), *commands]
        for key, action in commands:
            if self.KEPT_COMMANDS is None or key in self.KEPT_COMMANDS:
                yield SystemCommand(
                    text(f"tui.palette.{key}", self.lang), text(f"tui.palette.{key}.about", self.lang), action
                )
