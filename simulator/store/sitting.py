"""The part of the store that a class sits an assessment into."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from simulator.store import chain, rows
from simulator.store.base import Part, as_json
from simulator.store.errors import StoreError
from simulator.store.records import Assessment, Seat, Sitting, SittingEvent, SittingKind, SittingMeta, TextRef

_ASK = (
    f"SELECT {rows.of('t', rows.SITTING_COLUMNS)}, {rows.of('h', rows.SITTING_STANDING_COLUMNS)} "
    "FROM sittings t JOIN sitting_standings h ON h.sitting = t.id"
)
_SEATS = (
    f"SELECT {rows.of('t', rows.SITTING_COLUMNS)}, {rows.of('h', rows.SITTING_STANDING_COLUMNS)}, "
    f"{rows.of('s', rows.SESSION_COLUMNS)}, {rows.of('n', rows.STANDING_COLUMNS)} "
    "FROM sittings t JOIN sitting_standings h ON h.sitting = t.id "
    "LEFT JOIN sessions s ON s.id = h.session LEFT JOIN standings n ON n.session = h.session"
)
_WIDTH = len(rows.SITTING_COLUMNS.split(", ")) + len(rows.SITTING_STANDING_COLUMNS.split(", "))


class Sittings(Part):
    """Assessments, and who sat them."""

    def add_assessment(self, id_: str, title: str, texts: Sequence[tuple[str, str, str]], at: float) -> str:
        """Keeps an assessment with all it rests on, once.

        Args:
            id_, title: as in its file.
            texts: (role, file name, text): its file as `assessment`, then the `scenario`s and the `rubric`. No roster:
                names belong to the sittings, where they can be erased.
            at: now.

        Returns:
            Its digest, over the texts with their roles and names.
        """

        def work() -> str:
            kept = self._keep(texts)
            digest = chain.assessment_digest(kept)
            if not self._db.query("SELECT 1 FROM assessments WHERE digest = ?", digest):
                self._insert_assessment((digest, id_, rows.pack(title), float(at)), kept)
            return digest

        return self._db.write(work)

    def assessments(self) -> tuple[Assessment, ...]:
        """All assessments, first added first."""
        found = self._db.query("SELECT digest, id, title, added FROM assessments ORDER BY added, digest")
        with self._sound():
            return tuple(Assessment(digest, id_, rows.unpack(title), added) for digest, id_, title, added in found)

    def assessment_texts(self, assessment: str) -> tuple[TextRef, ...]:
        """What an assessment rests on, in the order it was added with."""
        found = self._db.query(
            "SELECT role, name, digest FROM assessment_texts WHERE assessment = ? ORDER BY place", assessment
        )
        with self._sound():
            return tuple(TextRef(role, rows.unpack(name), digest) for role, name, digest in found)

    def begin_sitting(self, meta: SittingMeta) -> str:
        """Begins a sitting.

        Returns:
            Its id, 32 hexadecimal digits.

        Raises:
            StoreError: `store.conflict` where this attempt of the seat has begun already (in another window).
        """
        sitting = uuid.uuid4().hex
        row = (
            sitting, meta.assessment, rows.pack(meta.seat), rows.pack(meta.name), rows.pack(meta.group), meta.lang,
            meta.attempt, meta.seed, float(meta.started),
        )  # fmt: skip

        def work() -> None:
            self._db.serialise(f"{meta.assessment} {row[2]}")
            begun = self._db.query(
                "SELECT id FROM sittings WHERE assessment = ? AND seat = ? AND attempt = ?",
                meta.assessment, row[2], meta.attempt,
            )  # fmt: skip
            if any(other[0] == sitting for other in begun):
                return
            if begun:
                raise StoreError("store.conflict")
            self._begin_sitting(row)

        self._db.write(work)
        return sitting

    def add_sitting_event(
        self,
        sitting: str,
        kind: SittingKind,
        data: dict[str, Any],
        at: float,
        *,
        after: int,
        session: str | None = None,
    ) -> SittingEvent:
        """Adds a step to a sitting.

        Args:
            sitting: the sitting's id.
            kind: what happened.
            data: what else there is to it, fit for JSON.
            at: now.
            after: the number of the last step that the caller knows (0: none), as in `append`.
            session: the session it is about.

        Raises:
            StoreError: `store.conflict`, `store.no_sitting`, or the log cannot be written.
        """
        written = as_json(data)

        def work() -> SittingEvent:
            before = self.sitting(sitting)
            # Where a commit's answer was lost, the step is there already.
            previous = self._head(sitting, after) if before.seq == after + 1 else before.head
            link = chain.sitting_hash(previous, sitting, after + 1, at, kind, session, written)
            if before.head != link:
                if before.seq != after:
                    raise StoreError("store.conflict")
                if self._stand_sitting(sitting, after, link, max(before.last, float(at)), kind, session):
                    self._insert_sitting_event(sitting, after + 1, at, kind, session, written, link)
                elif self.sitting(sitting).head != link:
                    raise StoreError("store.conflict")
            return SittingEvent(after + 1, float(at), kind, session, data, link)

        return self._db.write(work)

    def sittings(self, *, assessment: str | None = None, seat: str | None = None) -> Iterator[Sitting]:
        """The sittings in the order they began, read page by page; of one assessment (its digest), of one seat."""
        asked = {"t.assessment = ?": assessment, "t.seat = ?": None if seat is None else rows.pack(seat)}
        where = {condition: value for condition, value in asked.items() if value is not None}
        return self._pages(
            _ASK, [*where], [*where.values()], ("t.started", "t.id"),
            read=rows.sitting, place=lambda s: (s.meta.started, s.id),
        )  # fmt: skip

    def sitting(self, sitting: str) -> Sitting:
        """One sitting.

        Raises:
            StoreError: `store.no_sitting`.
        """
        found = self._db.query(f"{_ASK} WHERE t.id = ?", sitting)
        if not found:
            raise StoreError("store.no_sitting", sitting=sitting)
        with self._sound():
            return rows.sitting(found[0])

    def sitting_events(self, sitting: str) -> tuple[SittingEvent, ...]:
        """The steps of a sitting, in order."""
        found = self._db.query(
            "SELECT seq, at, kind, session, data, hash FROM sitting_events WHERE sitting = ? ORDER BY seq", sitting
        )
        with self._sound():
            return tuple(
                SittingEvent(seq, at, kind, session, dict(json.loads(data)), link)
                for seq, at, kind, session, data, link in found
            )

    def sitting_of(self, session: str) -> str | None:
        """The id of the sitting that a session belongs to, or None."""
        found = self._db.query("SELECT sitting FROM sitting_events WHERE session = ? LIMIT 1", session)
        return str(found[0][0]) if found else None

    def sat_twice(self) -> tuple[tuple[str, str, int, int], ...]:
        """(assessment, seat, attempt, how often) of attempts that were sat on machines that did not know of each
        other."""
        found = self._db.query(
            "SELECT a.id, t.seat, t.attempt, count(*) FROM sittings t JOIN assessments a ON a.digest = t.assessment "
            "GROUP BY a.id, t.seat, t.attempt HAVING count(*) > 1 ORDER BY a.id, t.seat, t.attempt"
        )
        with self._sound():
            return tuple((id_, rows.unpack(seat), attempt, times) for id_, seat, attempt, times in found)

    def sat(self) -> dict[str, str]:
        """Each session that belongs to a sitting, to the assessment (its digest) of that."""
        found = self._db.query(
            "SELECT DISTINCT e.session, t.assessment FROM sitting_events e JOIN sittings t ON t.id = e.sitting "
            "WHERE e.session IS NOT NULL"
        )
        return {str(session): str(assessment) for session, assessment in found}

    def seats(self, assessment: str) -> tuple[Seat, ...]:
        """Who sits an assessment (its digest) and where each stands: one question, cheap enough to ask every second."""
        found = self._db.query(f"{_SEATS} WHERE t.assessment = ? ORDER BY t.started, t.id", assessment)
        with self._sound():
            return tuple(
                Seat(rows.sitting(row[:_WIDTH]), None if row[_WIDTH] is None else rows.session(row[_WIDTH:]))
                for row in found
            )

    # Inside

    def _begin_sitting(self, row: tuple[Any, ...]) -> None:
        root = chain.sitting_root(row)
        self._db.run(rows.insert("sittings", f"{rows.SITTING_COLUMNS}, root"), *row, root)
        self._db.run(
            f"INSERT INTO sitting_standings ({rows.SITTING_STANDING_COLUMNS}, sitting) VALUES (0, ?, ?, '', NULL, ?)",
            root, row[8], row[0],
        )  # fmt: skip

    def _head(self, sitting: str, seq: int) -> str:
        """The hash that step `seq + 1` follows on."""
        found = (
            self._db.query("SELECT hash FROM sitting_events WHERE sitting = ? AND seq = ?", sitting, seq)
            if seq
            else self._db.query("SELECT root FROM sittings WHERE id = ?", sitting)
        )
        return str(found[0][0]) if found else ""

    def _stand_sitting(self, sitting: str, after: int, head: str, last: float, kind: str, session: str | None) -> bool:
        return self._db.run(
            "UPDATE sitting_standings SET seq = ?, head = ?, last = ?, kind = ?, session = coalesce(?, session) "
            "WHERE sitting = ? AND seq = ?",
            after + 1, head, last, kind, session, sitting, after,
        ) == 1  # fmt: skip

    def _insert_sitting_event(
        self, sitting: str, seq: int, at: float, kind: str, session: str | None, data: str, link: str
    ) -> None:
        self._db.run(
            rows.insert("sitting_events", f"sitting, {rows.STEP_COLUMNS}"),
            sitting, seq, float(at), kind, session, data, link,
        )  # fmt: skip
