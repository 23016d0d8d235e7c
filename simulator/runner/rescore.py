"""Sessions scored anew, by another rubric or by this version of the program, each reply where it was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator import __version__
from simulator.marking.official import Official, official
from simulator.marking.rescored import Move, Rescored, moves
from simulator.model.event import Replied
from simulator.model.rubric import RubricBundle
from simulator.model.scenario import Scenario
from simulator.runner.cores import shared_out
from simulator.runner.errors import ContentError
from simulator.runner.marks import Marks
from simulator.runner.replaying import scored_anew
from simulator.runner.stored import Stored, keep_rubric
from simulator.scoring.engine import Engine
from simulator.store.errors import StoreError
from simulator.store.records import SessionRow
from simulator.store.store import Store


@dataclass(frozen=True)
class Anew:
    """A session scored anew; nothing is kept yet.

    Attributes:
        row: the session.
        rescored: what it gets, as the log would keep it.
        moves: the levels and flags that are others than by the engine's mark so far.
        counts_was, counts: the score that counts, before and now, people's words included; None without one.
        passed_was, passed: whether it is passed, likewise.
        replies: what the trainee said; turn 1 first.
        look_again: whether a person changed something that the engine saw otherwise then.
        known: whether the mark it has is by this rubric and this version already.
    """

    row: SessionRow
    rescored: Rescored
    moves: tuple[Move, ...]
    counts_was: float | None
    counts: float | None
    passed_was: bool
    passed: bool
    replies: tuple[str, ...]
    look_again: bool
    known: bool


@dataclass(frozen=True)
class LeftOut:
    """A session that can't be scored anew.

    Attributes:
        session: its id.
        why: a key of the catalogue, and what fills it.
    """

    session: str
    why: str
    values: tuple[tuple[str, object], ...] = ()


class Rescoring:
    """Scores sessions of a log anew.

    Args:
        store: the session log.
        bundle: the rubric; None: each session by the one that it was played with.
    """

    def __init__(self, store: Store, bundle: RubricBundle | None) -> None:
        self._store, self._stored, self._marks = store, Stored(store), Marks(store)
        self._engine = Engine(bundle) if bundle else None

    def of(self, session: str) -> Anew | LeftOut:
        """A session scored anew, or why it can't be.

        Raises:
            StoreError: the log can't be read.
        """
        try:
            engine = self._engine or self._stored.engine(session)
            return self._anew(self._store.session(session), self._stored.scenario(session), engine)
        except ContentError as error:
            return LeftOut(session, "rescore.unreadable", (("code", error.problems[0].code),))
        except StoreError as error:
            if error.key not in ("store.unreadable_event", "store.no_content"):
                raise
            return LeftOut(session, error.key, tuple(error.values.items()))

    def _anew(self, row: SessionRow, scenario: Scenario, engine: Engine) -> Anew | LeftOut:
        before, events = self._marks.of(row.id), self._store.events(row.id)
        scores, whole = scored_anew(scenario, engine, events)
        replies = tuple(stored.event.text for stored in events if isinstance(stored.event, Replied))
        if len(scores) != len(before.by_engine):
            return LeftOut(row.id, "rescore.waits")
        rubric = engine.rubric
        after = official(scores, rubric, whole, self._marks.overrides(row.id))
        rescored = Rescored(
            rubric=rubric.rubric, digest=engine.bundle.digest, engine=__version__, was=before.automatic.score,
            score=after.automatic.score, passed=after.automatic.passed, scores=scores, whole=whole,
        )  # fmt: skip
        moved = tuple(moves(before.by_engine, scores, before.automatic.session, whole))
        return Anew(
            row, rescored, moved, before.session.score, after.session.score, before.session.passed,
            after.session.passed, replies, after.look_again, self._known(row, engine, before, after),
        )  # fmt: skip

    def _known(self, row: SessionRow, engine: Engine, before: Official, after: Official) -> bool:
        kept = self._marks.rescored(row.id)
        by = (kept.digest, kept.engine) if kept else (row.rubric_digest, row.engine)
        return by == (engine.bundle.digest, __version__) and before.by_engine == after.by_engine


class Keeping:
    """Keeps what sessions get anew in the log, beside all that was there.

    Args:
        store: the session log.
        author: who has it done.
    """

    def __init__(self, store: Store, author: str) -> None:
        self._store, self._author = store, author
        self._stored = Stored(store)
        self._rubrics: set[str] = set()

    def keep(self, anew: Anew, bundle: RubricBundle | None, at: float) -> None:
        """Keeps one; it is the engine's mark from now on. One that is known already is not kept again.

        Args:
            anew: the session scored anew.
            bundle: the rubric; None: the one that it was played with.
            at: now.

        Raises:
            StoreError: the log can't be written.
        """
        if anew.known:
            return
        digest = anew.rescored.digest
        if digest not in self._rubrics:
            keep_rubric(self._store, bundle or self._stored.engine(anew.row.id).bundle, self._author, at)
            self._rubrics.add(digest)
        self._store.add_entry(anew.row.id, "rescored", self._author, at, anew.rescored.model_dump(mode="json"))


def on_cores(
    home: Path | str | None, bundle: RubricBundle | None, sessions: Iterable[str], jobs: int
) -> Iterator[Anew | LeftOut]:
    """Sessions scored anew on several cores, in their order.

    Args:
        home: where the log is, as in `Store.open`; it must not be open in this process when this is first asked.
        bundle: as for `Rescoring`.
        sessions: their ids.
        jobs: how many processes; 0: one for each core.

    Raises:
        StoreError: the log can't be read.
    """
    return shared_out(_some, sessions, jobs, _ready, (home, bundle), batch=8)


_rescoring: Rescoring | None = None


def _ready(home: Path | str | None, bundle: RubricBundle | None) -> None:
    global _rescoring  # one for each worker process
    _rescoring = Rescoring(Store.open(home, read_only=True), bundle)


def _some(sessions: list[str]) -> list[Anew | LeftOut]:
    assert _rescoring is not None
    return [_rescoring.of(session) for session in sessions]
