"""The marks of sessions in the log: the engine's, and what people said beside and in place of them."""

from __future__ import annotations

from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from simulator.marking.official import Official, official
from simulator.marking.remarks import Override
from simulator.marking.rescored import Rescored
from simulator.model.event import Scored
from simulator.model.rubric import Rubric
from simulator.model.score import ReplyScore
from simulator.runner.errors import ContentError
from simulator.runner.stored import Stored
from simulator.runner.whole import judged_whole
from simulator.scoring.engine import Engine
from simulator.store.records import CHANGING, SessionRow, StoredEvent
from simulator.store.store import Store

_OVERRIDE: TypeAdapter[Override] = TypeAdapter(Override)


class Marks:
    """Reads marks from the log. Where a session was scored anew and that was kept, it is the engine's mark.

    Args:
        store: the session log.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._stored = store, Stored(store)

    def of(self, session: str) -> Official:
        """The mark of a session, with all that it is made of.

        Raises:
            ContentError: this version can't read the rubric that the session was scored with.
            StoreError: there is no such session, or the log can't be read.
        """
        kept, overrides = self.rescored(session), self.overrides(session)
        rubric = self._engine(session, kept).rubric
        if kept:
            return official([in_order(score, rubric) for score in kept.scores], rubric, kept.whole, overrides)
        return played(self._store.events(session), rubric, overrides)

    def rubric(self, session: str) -> Rubric:
        """The rubric by which a session has its mark: that of the play, or of the last time it was scored anew.

        Raises:
            ContentError: this version can't read it.
            StoreError: it is not in the log.
        """
        return self.engine(session).rubric

    def engine(self, session: str) -> Engine:
        """The engine with that rubric. Raises as `rubric` does."""
        return self._engine(session, self.rescored(session))

    def score(self, row: SessionRow) -> tuple[float | None, bool | None]:
        """The score (0-100) and whether it is passed, as they count; None while unfinished.

        Quick where nobody changed anything: then it stands in the row already.
        """
        if row.unfinished:
            return row.score, row.passed
        if self.overrides(row.id):
            session = self.of(row.id).session
            return session.score, session.passed
        kept = self.rescored(row.id)
        return (kept.score, kept.passed) if kept else (row.score, row.passed)

    def best(self, trainee: str) -> dict[tuple[str, str], float]:
        """(scenario, language) to a trainee's best score of 0-100, as scores count. Branches don't, as with
        `Store.best_scores`."""
        changed = self._store.spoken_of(*CHANGING)
        if not changed:
            return self._store.best_scores(trainee)
        best: dict[tuple[str, str], float] = {}
        for row in self._store.sessions(trainee=trainee):
            score = self.shown(row) if row.id in changed else row.score
            if score is not None and row.branch_of is None:
                best[row.scenario, row.lang] = max(score, best.get((row.scenario, row.lang), 0.0))
        return best

    def shown(self, row: SessionRow) -> float | None:
        """The score for a list; where this version can't read the rubric, as it was played: opened, it says why."""
        try:
            return self.score(row)[0]
        except ContentError:
            return row.score

    def overrides(self, session: str) -> list[tuple[str, Override]]:
        """(entry, what a person said instead of the engine) of a session, oldest first.

        What another program wrote there and nobody can read is left out; it stays in the log.
        """
        found: list[tuple[str, Override]] = []
        for entry in self._store.entries(session, kind="override"):
            try:
                found.append((entry.id, _OVERRIDE.validate_python(entry.data)))
            except ValidationError:
                continue
        return found

    def rescored(self, session: str) -> Rescored | None:
        """What was kept when a session was scored anew for the last time; None where it never was.

        Nor where it went on afterwards: then what it was played with is all there is of its last replies.
        """
        for entry in reversed([*self._store.entries(session, kind="rescored")]):
            try:
                last = Rescored.model_validate(entry.data)
            except ValidationError:
                continue
            return last if len(last.scores) >= self._store.session(session).turns else None
        return None

    def _engine(self, session: str, kept: Rescored | None) -> Engine:
        return self._stored.kept_engine(kept.digest) if kept else self._stored.engine(session)


def in_order(score: ReplyScore, rubric: Rubric) -> ReplyScore:
    """A score with its levels in the rubric's order, which the log does not keep."""
    return replace(score, levels={name: score.levels[name] for name in rubric.criteria if name in score.levels})


def played(events: tuple[StoredEvent, ...], rubric: Rubric, overrides: list[tuple[str, Override]]) -> Official:
    """The mark of a session as it was played.

    Args:
        events: all that was logged.
        rubric: what it was played with.
        overrides: what people said, oldest first.
    """
    scores = [one.event.score for one in events if isinstance(one.event, Scored)]
    return official(scores, rubric, judged_whole(events, rubric), overrides)
