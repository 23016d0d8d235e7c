"""An author tries a scenario: from any beat, and again with every saved version of its file.

What is played here is nobody's practice: it goes into a log of its own, which is thrown away.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Mount, ScreenResume
from textual.widgets import Static

from simulator.language import Problem
from simulator.language.problems import has_errors
from simulator.play.again import Again, Departure
from simulator.reports.problems import problem_lines
from simulator.reports.transcript import Transcript
from simulator.runner.errors import ContentError
from simulator.runner.session import Session
from simulator.tui.app import SimulatorApp
from simulator.tui.debrief import Debrief
from simulator.tui.page import Page
from simulator.tui.plain import shown
from simulator.tui.play import Play
from simulator.tui.said import Said
from simulator.tui.stage import TROUBLE

#: How often the file is looked at, in seconds.
LOOK = 0.3


@dataclass(frozen=True)
class Wish:
    """How a scenario is to be tried.

    Attributes:
        path: its file.
        watch: whether a saved version takes the place of the one that is played.
        beat: the beat to begin at; None: where it starts.
        mood: the mood to begin in, 0 to 100; None: the customer's.
    """

    path: Path
    watch: bool = False
    beat: str | None = None
    mood: int | None = None


class TrialApp(SimulatorApp):
    """The app in which an author tries a scenario; leaving the scenario leaves the app.

    Args:
        lang: the language of the screens.
        folder: the data folder, for the preferences.
        log_folder: where the log of the tries is.
        wish: what is tried, and how.
        clock: seconds since 1970 (UTC).

    Attributes:
        problems: what is wrong with the file as it is now.
        departures: the replies that lead elsewhere now than where the play stays.
        held_back: whether an earlier version is played, because the file has errors.
    """

    def __init__(
        self, lang: str, folder: Path, log_folder: Path, wish: Wish, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(lang, folder, str(wish.path), clock=clock)
        self.log_home, self._wish = log_folder, wish
        self.problems: Sequence[Problem] = ()
        self.departures: Sequence[Departure] = ()
        self.held_back = self._reloading = False
        self._seen = _stamp(wish.path)

    def get_default_screen(self) -> Page:
        return Page()

    def on_mount(self) -> None:
        if self._wish.watch:
            self.set_interval(LOOK, self._look)

    def straight(self) -> Session:
        session = self.stage.start(str(self._wish.path), self.lang, self._wish.beat, self._wish.mood)
        if self._wish.watch:
            self.call_from_thread(self._check)
        return session

    def play_page(self, session: Session, past: Transcript) -> Play:
        return TrialPlay(session, past, self.options())

    def debrief_page(self, session: Session, whole: Transcript, said: Said | None = None) -> Debrief:
        return TrialDebrief(session, whole, said)

    def refresh_home(self) -> None:  # type: ignore[override]
        """There is no home screen here."""

    # A saved version

    def _look(self) -> None:
        screen, stamp = self.screen, _stamp(self._wish.path)
        # While a file is being replaced, it may not be there for a moment.
        if stamp is None or stamp == self._seen or self._reloading:
            return
        if isinstance(screen, Debrief) or (isinstance(screen, TrialPlay) and not screen.busy):
            self._seen = stamp
            self._reload(screen)

    @work
    async def _reload(self, screen: Debrief | TrialPlay) -> None:
        self._reloading = True
        if isinstance(screen, TrialPlay):
            screen.busy = True  # no reply is sent meanwhile: it would not be played again
        try:
            session, again = await self.off(self.stage.again, screen.session.id, self._wish.path, self._wish.mood)
            past = await self.off(session.transcript)
        except ContentError:
            self.held_back = True
        except TROUBLE as error:
            self.trouble(error)
        else:
            self.held_back, self.departures = False, again.departures
            await self._replace(screen, session, past, again)
        finally:
            self._reloading = False
            if isinstance(screen, TrialPlay):
                screen.busy = False
        self._check()

    async def _replace(self, screen: Debrief | TrialPlay, session: Session, past: Transcript, again: Again) -> None:
        if screen not in self.screen_stack:
            self._seen = None  # the debrief has come meanwhile: once more, from there
            return
        while self.screen is not screen:
            self.pop_screen()
        if isinstance(screen, Debrief) and session.state.ended:
            await self.switch_screen(self.debrief_page(session, past))
            return
        typed = screen.box.text if isinstance(screen, TrialPlay) else ""
        session.draft = typed or "".join(again.left[:1])
        page = self.play_page(session, past)
        await self.switch_screen(page)
        page.tell(
            page.say("trial.back", beat=again.state.beat) if again.left else page.say("trial.reloaded"), "success"
        )

    @work(exclusive=True, group="check")
    async def _check(self) -> None:
        try:
            self.problems = await asyncio.to_thread(self.stage.problems, self._wish.path)
        except TROUBLE as error:
            self.trouble(error)
            return
        if isinstance(self.screen, TrialPlay):
            self.screen.show_problems()


class TrialPlay(Play):
    """The play screen of a try, with a pane for what is wrong with the file."""

    BINDINGS = [Binding("escape", "leave", "tui.key.quit", key_display="Esc")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield from super().compose()
        with VerticalScroll(id="problems", can_focus=False):
            yield Static(id="problem-lines")

    @property
    def trial(self) -> TrialApp:
        """The app, by its own type."""
        return cast("TrialApp", self.app)

    @on(ScreenResume)
    @on(Mount)
    def show_problems(self) -> None:
        """Draws the pane anew; it is there only where there is something to tell."""
        if not self.query("#problem-lines"):
            return  # about to be composed
        problems, departures = self.trial.problems, self.trial.departures
        self.query_one("#problems").display = bool(problems or departures)
        self.query_one("#problem-lines", Static).update(self._told(problems, departures))

    def _told(self, problems: Sequence[Problem], departures: Sequence[Departure]) -> Content:
        lines: list[Content] = []
        if self.trial.held_back:
            lines.append(Content.styled(self.say("trial.held_back"), "bold $text-error"))
        for gone in departures:
            told = self.say("trial.departure", turn=gone.turn, leads=gone.leads, held=gone.held)
            lines.append(Content.styled(shown(told), "$text-warning"))
        # What keeps the file from being played comes first.
        for problem in sorted(problems, key=lambda problem: not has_errors([problem])):
            # The folder is the author's own and would only take the room.
            first, *more = problem_lines(replace(problem, path=Path(problem.path).name), self.simulator.lang)
            colour = "$text-error" if has_errors([problem]) else "$text-warning"
            lines += [Content.styled(shown(first), colour), *map(Content, map(shown, more))]
        return Content("\n").join(lines)

    def action_leave(self) -> None:
        self.app.exit()


class TrialDebrief(Debrief):
    """The debrief of a try."""

    BINDINGS = [Binding("escape", "leave", "tui.key.quit", key_display="Esc")]  # noqa: RUF012

    def action_leave(self) -> None:
        self.app.exit()


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes when a file is saved; None where it is not there."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
