"""The part of the store that removes a person: the one place where the log does not only add."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from simulator.store import rows
from simulator.store.base import Part, as_json
from simulator.store.errors import StoreError
from simulator.store.records import about

#: Where the tables of a session and of a sitting keep its id, children first.
_OF_SESSION = (
    ("drafts", "session"), ("standings", "session"), ("results", "session"), ("events", "session"),
    ("session_texts", "session"), ("sessions", "id"),
)  # fmt: skip
_OF_SITTING = (("sitting_standings", "sitting"), ("sitting_events", "sitting"), ("sittings", "id"))


@dataclass(frozen=True)
class Traces:
    """All that the log holds of a person.

    Attributes:
        trainee: the name or seat asked for.
        sessions, sittings: their ids; branches come before what they branched off.
        subjects: what the entries about the person are about.
        entries: the ids of these entries.
        elsewhere: the ids of entries about others that speak of the person; they stay.
    """

    trainee: str
    sessions: tuple[str, ...]
    sittings: tuple[str, ...]
    subjects: tuple[str, ...]
    entries: tuple[str, ...]
    elsewhere: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything to be erased."""
        return bool(self.sessions or self.sittings or self.entries)


class Erasing(Part):
    """Removing people."""

    def traces(self, trainee: str) -> Traces:
        """Finds all that the log holds of a person.

        Args:
            trainee: a seat, or a name.

        Raises:
            StoreError: `store.two_of_a_name` where several seats have this name.
        """
        packed = rows.pack(trainee)
        sittings = self._column("SELECT id FROM sittings WHERE seat = ? ORDER BY id", packed)
        if not sittings:
            sittings = self._column("SELECT id FROM sittings WHERE name = ? ORDER BY id", packed)
            seats = self._column("SELECT DISTINCT seat FROM sittings WHERE name = ? ORDER BY seat", packed)
            if len(seats) > 1:
                raise StoreError("store.two_of_a_name", name=trainee, seats=", ".join(map(rows.unpack, seats)))
        sessions = self._sessions(packed, sittings)
        called = self._called(trainee, sittings)
        subjects = (*sessions, *(about("trainee", name) for name in sorted(called)))
        ask = "SELECT id FROM entries WHERE subject = ? ORDER BY seq"
        entries = tuple(id_ for subject in subjects for id_ in self._column(ask, subject))
        return Traces(trainee, sessions, sittings, subjects, entries, self._elsewhere(packed, subjects))

    def erase(self, traces: Traces, at: float) -> bool:
        """Removes what was found, and everything that only this person's sessions rested on.

        What is kept: that something was erased, when, and the ids of the sessions, sittings and entries (random
        numbers, so that a copy of the log does not bring them back).

        Returns:
            Whether the places in the file were written over too; if not, another program has the log open.
        """
        id_ = uuid.uuid4().hex

        def work() -> None:
            if self._db.query("SELECT 1 FROM erasures WHERE id = ?", id_):
                return
            with self._db.removing():
                self._remove(traces)
                self._db.run(
                    "DELETE FROM contents WHERE digest NOT IN (SELECT digest FROM session_texts) "
                    "AND digest NOT IN (SELECT digest FROM assessment_texts)"
                )
                kept = {"ids": [*traces.sessions, *traces.sittings, *traces.entries]}
                self._db.run("INSERT INTO erasures (id, at, data) VALUES (?, ?, ?)", id_, float(at), as_json(kept))

        self._db.write(work)
        return self._db.scrub()

    # Inside

    def _column(self, sql: str, *values: object) -> tuple[str, ...]:
        return tuple(str(row[0]) for row in self._db.query(sql, *values))

    def _sessions(self, packed: str, sittings: tuple[str, ...]) -> tuple[str, ...]:
        """Branches before what they branched off."""
        found = list(self._column("SELECT id FROM sessions WHERE trainee = ? ORDER BY started, id", packed))
        for sitting in sittings:
            ask = "SELECT session FROM sitting_events WHERE sitting = ? AND session IS NOT NULL ORDER BY seq"
            found += self._column(ask, sitting)
        for session in found:
            found += self._column("SELECT id FROM sessions WHERE branch_of = ? ORDER BY id", session)
        # A branch found again further on counts there, so that it comes first in the end.
        return tuple(dict.fromkeys(reversed(found)))

    def _called(self, trainee: str, sittings: tuple[str, ...]) -> set[str]:
        seats = {
            rows.unpack(seat)
            for sitting in sittings
            for seat in self._column("SELECT seat FROM sittings WHERE id = ?", sitting)
        }
        return {trainee, *seats}

    def _elsewhere(self, packed: str, subjects: tuple[str, ...]) -> tuple[str, ...]:
        inside = packed[1:-1]
        found = self._db.query("SELECT id, subject, author, data FROM entries ORDER BY at, id")
        return tuple(
            str(id_) for id_, subject, *words in found if subject not in subjects and any(inside in w for w in words)
        )

    def _remove(self, traces: Traces) -> None:
        for subject in traces.subjects:
            self._db.run("DELETE FROM entries WHERE subject = ?", subject)
        # Steps of a sitting point to sessions, so they go first.
        for ids, tables in ((traces.sittings, _OF_SITTING), (traces.sessions, _OF_SESSION)):
            for id_ in ids:
                for table, key in tables:
                    self._db.run(f"DELETE FROM {table} WHERE {key} = ?", id_)
