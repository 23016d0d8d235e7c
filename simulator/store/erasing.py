"""The part of the store that removes a person: the one place where the log does not only add."""

from __future__ import annotations

import csv
import uuid
from dataclasses import dataclass

from simulator.store import chain, rows
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
        entries: how many these are.
        rosters: assessment and digest of each roster that names the person.
        elsewhere: the ids of entries about others that speak of the person; they stay.
    """

    trainee: str
    sessions: tuple[str, ...]
    sittings: tuple[str, ...]
    subjects: tuple[str, ...]
    entries: int
    rosters: tuple[tuple[str, str], ...]
    elsewhere: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether there is anything to be erased."""
        return bool(self.sessions or self.sittings or self.entries or self.rosters)


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
        entries = sum(len(self._column("SELECT id FROM entries WHERE subject = ?", subject)) for subject in subjects)
        return Traces(
            trainee, sessions, sittings, subjects, entries, self._rosters(called),
            self._elsewhere(packed, subjects),
        )  # fmt: skip

    def erase(self, traces: Traces, at: float) -> bool:
        """Removes what was found, and everything that only this person's sessions rested on.

        What is kept: that something was erased, when, the ids of the sessions and sittings (random numbers, so that
        a copy of the log does not bring them back), and what rosters were called before the person was taken out.

        Returns:
            Whether the places in the file were written over too; if not, another program has the log open.
        """
        id_ = uuid.uuid4().hex

        def work() -> None:
            if self._db.query("SELECT 1 FROM erasures WHERE id = ?", id_):
                return
            with self._db.removing():
                # The names in rosters are looked up in the sittings, so these go last.
                texts = dict(self._redact(traces, *roster) for roster in traces.rosters)
                self._remove(traces)
                self._db.run(
                    "DELETE FROM contents WHERE digest NOT IN (SELECT digest FROM session_texts) "
                    "AND digest NOT IN (SELECT digest FROM assessment_texts)"
                )
                kept = {"sessions": traces.sessions, "sittings": traces.sittings, "texts": texts}
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

    def _rosters(self, called: set[str]) -> tuple[tuple[str, str], ...]:
        found = self._db.query("SELECT assessment, digest FROM assessment_texts WHERE role = 'roster' ORDER BY 1, 2")
        return tuple(
            (assessment, digest)
            for assessment, digest in found
            if any(_names(line, called) for line in self._text(digest).splitlines())
        )

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

    def _text(self, digest: str) -> str:
        found = self._db.query("SELECT data FROM contents WHERE digest = ?", digest)
        return bytes(found[0][0]).decode("utf-8", "surrogatepass") if found else ""

    def _remove(self, traces: Traces) -> None:
        for subject in traces.subjects:
            self._db.run("DELETE FROM entries WHERE subject = ?", subject)
        # Steps of a sitting point to sessions, so they go first.
        for ids, tables in ((traces.sittings, _OF_SITTING), (traces.sessions, _OF_SESSION)):
            for id_ in ids:
                for table, key in tables:
                    self._db.run(f"DELETE FROM {table} WHERE {key} = ?", id_)

    def _redact(self, traces: Traces, assessment: str, digest: str) -> tuple[str, str]:
        """Takes the person's line out of a roster. Returns its digest before and now."""
        wanted = self._called(traces.trainee, traces.sittings)
        kept = [line for line in self._text(digest).splitlines(keepends=True) if not _names(line, wanted)]
        data = "".join(kept).encode("utf-8", "surrogatepass")
        now = chain.digest(data)
        self._db.run("INSERT INTO contents (digest, data) VALUES (?, ?) ON CONFLICT DO NOTHING", now, data)
        update = "UPDATE assessment_texts SET digest = ? WHERE assessment = ? AND digest = ?"
        self._db.run(update, now, assessment, digest)
        return digest, now


def _names(line: str, wanted: set[str]) -> bool:
    """Whether a roster's line has a cell that is one of these."""
    try:
        return any(cell.strip() in wanted for cells in csv.reader([line]) for cell in cells)
    except csv.Error:
        return False
