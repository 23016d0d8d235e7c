"""The one way every face goes: sessions are begun, gone on with and branched off here."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator import __version__
from simulator.language import Problem, load_scenario
from simulator.language.check import Checker
from simulator.library.errors import NotFoundError
from simulator.library.library import Library
from simulator.model.event import Event, Replied
from simulator.model.rubric import Rubric, RubricBundle
from simulator.model.scenario import Scenario
from simulator.model.score import Context
from simulator.play.again import Again, play_again, route_of
from simulator.play.moves import TurnMoves, moves_of
from simulator.play.step import begin
from simulator.runner.errors import valid
from simulator.runner.session import Clock, Session
from simulator.runner.stored import Stored
from simulator.scoring.engine import Engine
from simulator.store.records import SessionMeta, SessionRow
from simulator.store.store import Store

#: The id of the rubric whose moves are named in the debrief.
MOVES = "moves"


@dataclass(frozen=True)
class SessionMoves:
    """What was recognised in the replies of a session.

    Attributes:
        rubric: the rubric that names the moves, and the customer's cards.
        turns: turn, from 1, to what was recognised in it.
    """

    rubric: Rubric
    turns: dict[int, TurnMoves]


class Runner:
    """Begins sessions and goes on with them.

    Args:
        library: finds scenarios and the rubric.
        store: the session log.
        rubric: the rubric that new sessions are judged by: its id, or the rubric itself.
        clock: seconds since 1970 (UTC).

    Attributes:
        rubric: the rubric that new sessions are judged by from now on; those begun keep theirs.
    """

    def __init__(
        self, library: Library, store: Store, rubric: str | RubricBundle = "core", clock: Clock = time.time
    ) -> None:
        self._library, self._store, self.rubric, self._clock = library, store, rubric, clock
        self._engines: dict[str, Engine] = {}
        self._stored = Stored(store)

    def warm(self, lang: str) -> None:
        """Makes the rubric ready for a language, so that the first session in it begins at once.

        Raises:
            ContentError: the rubric has errors.
        """
        self._judge().look("", Context(lang))

    def start(
        self, scenario: str | Path, lang: str, trainee: str, beat: str | None = None, mood: int | None = None
    ) -> Session:
        """Begins a session.

        Args:
            scenario: an id or a path.
            lang: the language wanted where there are several.
            trainee: the trainee's name or seat.
            beat: the beat to begin at, to try it; None: where the scenario starts.
            mood: the mood to begin in, 0 to 100; None: the customer's.

        Raises:
            ContentError: the scenario or the rubric has errors.
            StoreError: the log can't be written.
        """
        path = self._library.find(scenario, lang)
        return self.start_with(path, path.read_bytes(), trainee, beat, mood)

    def start_with(
        self,
        path: Path,
        data: bytes,
        trainee: str,
        beat: str | None = None,
        mood: int | None = None,
        also: Callable[[str], object] | None = None,
    ) -> Session:
        """Begins a session with a scenario's text, whatever its file says now.

        Args:
            path: what the text is called.
            data: the text.
            trainee, beat, mood: as for `start`.
            also: what else to write of the session, as for `Store.create`.

        Raises:
            ContentError: the scenario or the rubric has errors.
            StoreError: the log can't be written.
        """
        played = valid(load_scenario(data, str(path)))
        _, events = begin(played, beat, mood)
        return self._create(path, data, played, trainee, events, also)

    def again(self, session: str, path: Path, mood: int | None = None) -> tuple[Session, Again]:
        """The replies of a session played again through what its scenario's file says now: a new session.

        Args:
            session: the session so far; every reply in it was answered.
            path: the file.
            mood: the mood to begin in, 0 to 100; None: the customer's.

        Returns:
            The new session, and what came of playing again.

        Raises:
            ContentError: the scenario or the rubric has errors.
            StoreError: the log can't be read or written.
        """
        data = path.read_bytes()
        played = valid(load_scenario(data, str(path)))
        past = [stored.event for stored in self._store.events(session)]
        replies = [event.text for event in past if isinstance(event, Replied)]
        again = play_again(played, self._judge().score, route_of(past), replies, mood)
        return self._create(path, data, played, self._store.session(session).trainee, again.events), again

    def resume(self, session: str) -> Session:
        """Goes on with a session, by the texts it was begun with. A reply left without an answer is answered.

        Raises:
            ContentError: this version can't read the texts.
            StoreError: there is no such session, or the log can't be read or written.
        """
        row = self._store.session(session)
        played = self._stored.scenario(session)
        engine = self._engines.get(row.rubric_digest) or self._stored.engine(session)
        resumed = Session(self._store, self._clock, session, played, engine, self._store.events(session))
        resumed.finish_turn()
        return resumed

    def problems(self, path: Path) -> list[Problem]:
        """Everything that `simulator check` tells of a scenario's file. May be called from another thread.

        Raises:
            ContentError: the rubric has errors.
        """
        return Checker(self._judge(), find=self._library.rubric_file).check(path)

    def moves(self, session: Session) -> SessionMoves | None:
        """What is recognised in the replies of a session by the rubric `moves`; None where there is none to be read.

        Raises:
            StoreError: the log can't be read.
        """
        try:
            bundle = self._library.rubric(MOVES).value
        except NotFoundError:
            return None
        if bundle is None:  # what is wrong with it is told by `check`; it changes no score
            return None
        events = [stored.event for stored in self._store.events(session.id)]
        look, made = self._engine(bundle).look, bundle.rubric.moves
        return SessionMoves(bundle.rubric, moves_of(session.scenario, events, made, look))

    def branch(self, session: str, turn: int) -> Session:
        """Once more from a turn: a new session that shares the past up to just before the reply of that turn.

        Args:
            session: the session to branch off.
            turn: the turn to be answered differently, from 1.

        Raises:
            StoreError: the session or the turn is not in the log, or the log can't be written.
        """
        return self.resume(self._store.branch(session, turn, self._clock()))

    def unfinished(self, trainee: str | None = None) -> list[SessionRow]:
        """The sessions without an ending, newest first; of one trainee, or of all."""
        return [row for row in self._store.sessions(trainee=trainee, newest_first=True) if row.unfinished]

    def _create(
        self,
        path: Path,
        data: bytes,
        played: Scenario,
        trainee: str,
        events: Sequence[Event],
        also: Callable[[str], object] | None = None,
    ) -> Session:
        engine = self._judge()
        bundle = engine.bundle
        session = self._store.create(
            SessionMeta(
                trainee=trainee,
                scenario=played.scenario,
                lang=played.lang,
                title=played.title,
                scenario_path=str(path),
                scenario_text=data.decode("utf-8"),
                rubric=bundle.rubric.rubric,
                rubric_digest=bundle.digest,
                rubric_texts=bundle.texts,
                engine=__version__,
                started=self._clock(),
            ),
            events,
            also,
        )
        return Session(self._store, self._clock, session, played, engine, self._store.events(session))

    def _judge(self) -> Engine:
        """The engine that new sessions are judged by."""
        rubric = self.rubric
        return self._engine(valid(self._library.rubric(rubric)) if isinstance(rubric, str) else rubric)

    def _engine(self, bundle: RubricBundle) -> Engine:
        if bundle.digest not in self._engines:
            self._engines[bundle.digest] = Engine(bundle)
        return self._engines[bundle.digest]
