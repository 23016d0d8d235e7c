"""The marks of sessions in the log: the engine's, and what people said beside and in place of them."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from simulator.marking.official import Official, official
from simulator.marking.remarks import Override
from simulator.model.event import Replied, Scored
from simulator.model.rubric import Rubric
from simulator.play.conduct import exchanges, session_levels
from simulator.runner.stored import Stored
from simulator.store.records import SessionRow
from simulator.store.store import Store

_OVERRIDE: TypeAdapter[Override] = TypeAdapter(Override)


class Marks:
    """Reads marks from the log.

    Args:
        store: the session log.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._stored = store, Stored(store)

    def of(self, session: str) -> Official:
        """The mark of a session, with all that it is made of.

        Raises:
            ContentError: this version can't read the rubric that the session was played with.
            StoreError: there is no such session, or the log can't be read.
        """
        rubric = self.rubric(session)
        stored = self._store.events(session)
        events = [one.event for one in stored]
        seconds = {one.event.turn: one.seconds for one in stored if isinstance(one.event, Replied)}
        whole = session_levels(rubric, exchanges(events, seconds))
        return official([e.score for e in events if isinstance(e, Scored)], rubric, whole, self.overrides(session))

    def rubric(self, session: str) -> Rubric:
        """The rubric that a session was played with.

        Raises:
            ContentError: this version can't read it.
            StoreError: it is not in the log.
        """
        return self._stored.engine(session).bundle.rubric

    def score(self, row: SessionRow) -> tuple[float | None, bool | None]:
        """The score (0-100) and whether it is passed, as they count; None while unfinished.

        Quick where nobody changed anything: then it stands in the row already.
        """
        if row.unfinished or not self.overrides(row.id):
            return row.score, row.passed
        session = self.of(row.id).session
        return session.score, session.passed

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
