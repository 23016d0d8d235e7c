"""All that the screens play on, opened once: the library, the session log, the runner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from simulator.course.practise import LAST
from simulator.language import Problem
from simulator.library.errors import NotFoundError
from simulator.library.library import Library, RubricItem
from simulator.messages import text
from simulator.model.base import Lang
from simulator.model.course import Course
from simulator.model.scenario import Scenario
from simulator.play.again import Again
from simulator.reports.problems import problem_lines
from simulator.reports.reasons import names
from simulator.runner.errors import ContentError
from simulator.runner.marks import Marks
from simulator.runner.runner import Runner, SessionMoves
from simulator.runner.session import Clock, Session
from simulator.store.errors import StoreError
from simulator.store.records import FROM_OTHERS, SAID, SessionRow
from simulator.store.store import Store
from simulator.tui.home_course import with_course
from simulator.tui.home_rows import Entry, Ongoing, Shelf

if TYPE_CHECKING:
    from simulator.runner.desk import Desk
    from simulator.runner.room import Room
    from simulator.runner.ticks import Ticks
    from simulator.tui.said import Said

#: What may go wrong when something is read or logged; each is told, none ends the app.
TROUBLE = (StoreError, ContentError, NotFoundError, OSError)
#: So many of the latest sessions are looked through, and so many of them offered to be gone on with.
LATEST, OFFERED = 200, 5
#: What others said about a session is news for so many seconds, and of so many sessions.
NEWS, TALKED_OF = 14 * 86400.0, 3
#: Of the problems in a file so many are told; `simulator check` tells them all.
TOLD = 5


def explain(error: Exception, lang: str) -> str:
    """What went wrong and what to do about it, for the person at the screen."""
    match error:
        case StoreError() | NotFoundError():
            return error.message(lang)
        case ContentError(problems=problems):
            told = ["\n".join(problem_lines(problem, lang)) for problem in problems[:TOLD]]
            return "\n\n".join([text("tui.trouble.content", lang), *told])
        case OSError():
            return text("tui.trouble.unreadable", lang, path=error.filename, reason=error.strerror)
        case _:
            return str(error)


class Stage:
    """The library, the log and the runner. Every method may be called from any thread.

    Args:
        log: where the session log is, as in `Store.open`.
        trainee: who plays, asked anew for each session.
        clock: seconds since 1970 (UTC).
        rubric: the id of the rubric that new sessions are judged by, asked anew for each.

    Raises:
        StoreError: the log can't be opened.
    """

    def __init__(
        self, log: Path | str, trainee: Callable[[], str], clock: Clock, rubric: Callable[[], str] = lambda: "core"
    ) -> None:
        self._trainee, self._clock, self._rubric = trainee, clock, rubric
        self._library = Library()
        self._store = Store.open(log)
        self._runner = Runner(self._library, self._store, clock=clock)
        self._read: dict[str, Scenario | None] = {}

    def close(self) -> None:
        """Closes the log."""
        self._store.close()

    def shelf(self, lang: str) -> Shelf:
        """The library with the trainee's best scores in the order of the course, and the sessions to go on with.

        Args:
            lang: the language of the screens.
        """
        trainee = self._trainee()
        best = Marks(self._store).best(trainee)
        entries = tuple(
            Entry(e.id, e.lang, e.title, e.kind, e.difficulty, e.path, e.beats, e.traditional, best.get((e.id, e.lang)))
            for e in self._library.items()
        )
        rows = (*islice(self._store.sessions(trainee=trainee, newest_first=True), LATEST),)
        # After its end, what a session holds as a draft is the complaint record that was begun.
        drafts = self._store.typing(since=0)
        ongoing = (
            Ongoing(r.id, r.title, r.turns, r.mood, r.last, not r.unfinished)
            for r in rows
            # An assessment goes on where its clock runs, and nowhere else.
            if (r.unfinished or r.id in drafts) and self._store.sitting_of(r.id) is None
        )
        go_on = (*islice(ongoing, OFFERED), *islice(self._talked_of(rows), TALKED_OF))
        shelf = Shelf(entries, go_on, len(self._library.broken()))
        course = self._library.course()
        # What is wrong with a course is told by `check`; the library can be played without.
        return self._with_course(shelf, course.value, trainee, lang) if course and course.value else shelf

    def _talked_of(self, rows: Iterable[SessionRow]) -> Iterator[Ongoing]:
        """The sessions that are over and about which somebody else said something lately."""
        said = self._store.spoken_of(*FROM_OTHERS)
        since = self._clock() - NEWS if said else 0.0
        for row in rows:
            last = said[row.id][1] if row.id in said else 0.0
            if last > since and not row.unfinished and self._store.sitting_of(row.id) is None:
                yield Ongoing(row.id, row.title, row.turns, row.mood, last, said=True)

    def said(self, session: str) -> Said | None:
        """What people said about a session, with the mark that counts; None where nobody did.

        Nor where this version can't read the rubric of the mark.
        """
        entries = tuple(entry for entry in self._store.entries(session) if entry.kind in SAID)
        if not entries:
            return None
        from simulator.tui.said import Said

        with suppress(ContentError):
            return Said(self.desk.look(session), entries)
        return None

    def _with_course(self, shelf: Shelf, course: Course, trainee: str, lang: str) -> Shelf:
        levels = {of: self._store.latest_levels(trainee, of, LAST) for of in get_args(Lang)}
        judged = self._library.rubric("core").value if any(levels.values()) else None
        return with_course(shelf, course, levels, names(judged.rubric, lang) if judged else {}, lang)

    def scenario(self, path: str) -> Scenario | None:
        """A scenario for looking at, or None where it can't be read."""
        if path not in self._read:
            try:
                self._read[path] = self._library.scenario(Path(path), "").value
            except NotFoundError:
                self._read[path] = None
        return self._read[path]

    def warm(self, lang: str) -> None:
        """Makes ready what the first session in a language would wait for."""
        # What is wrong with the rubric is told when a session is to begin.
        with suppress(*TROUBLE):
            self._judged().warm(lang)

    def start(self, scenario: str, lang: str, beat: str | None = None, mood: int | None = None) -> Session:
        """Begins a session; `scenario` is an id or a path. At a beat and in a mood where they are given."""
        return self._judged().start(scenario, lang, self._trainee(), beat, mood)

    def again(self, session: str, path: Path, mood: int | None) -> tuple[Session, Again]:
        """The replies of a session played again through what its scenario's file says now."""
        return self._judged().again(session, path, mood)

    def moves(self, session: Session) -> SessionMoves | None:
        """What is recognised in the replies of a session, or None where nothing says what to look for."""
        return self._runner.moves(session)

    def rubrics(self) -> list[RubricItem]:
        """The rubrics to choose from."""
        return self._library.rubrics()

    def _judged(self) -> Runner:
        """The runner, with the rubric that is chosen now."""
        self._runner.rubric = self._rubric()
        return self._runner

    def problems(self, path: Path) -> list[Problem]:
        """Everything that is wrong with a scenario's file."""
        return self._runner.problems(path)

    # Few come so far: what these need is loaded once they are asked for.

    @cached_property
    def desk(self) -> Desk:
        """Takes what the trainee says about a mark."""
        from simulator.runner.desk import Desk

        return Desk(self._store, self._clock)

    def room(self, path: Path, ticks: Ticks) -> Room:
        """An assessment made ready, by its file."""
        from simulator.runner.room import Room

        return Room(path, self._library, self._store, ticks)

    def enter(self, room: Room) -> Room:
        """An assessment that was made ready before, for this log."""
        return room.on(self._store)

    def resume(self, session: str) -> Session:
        """Goes on with a session."""
        return self._runner.resume(session)

    def branch(self, session: str, turn: int) -> Session:
        """Begins a session that answers one turn of another differently."""
        return self._runner.branch(session, turn)
