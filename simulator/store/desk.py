"""The part of the store that instructors write into: entries about sessions, trainees, groups and assessments."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from simulator.store import chain, rows
from simulator.store.base import Part, as_json
from simulator.store.errors import StoreError
from simulator.store.records import Entry, EntryKind, Review

_ASK = f"SELECT {rows.ENTRY_COLUMNS} FROM entries"


class Desk(Part):
    """What was added about what was played."""

    def add_entry(self, subject: str, kind: EntryKind, author: str, at: float, data: dict[str, Any]) -> Entry:
        """Adds an entry; all earlier ones stay.

        Args:
            subject: a session's id, or what `records.about` makes.
            kind: what kind.
            author: who adds it; any text.
            at: now.
            data: what it says, fit for JSON.

        Raises:
            StoreError: `store.no_session`, or the log cannot be written.
        """
        id_, packed, written = uuid.uuid4().hex, rows.pack(author), as_json(data)

        def work() -> Entry:
            if done := self._db.query(f"{_ASK} WHERE id = ?", id_):
                return self._entry(done[0])
            if " " not in subject and not self._db.query("SELECT 1 FROM sessions WHERE id = ?", subject):
                raise StoreError("store.no_session", session=subject)
            return self._entry(self._insert_entry(id_, subject, kind, packed, float(at), written))

        return self._db.write(work)

    def entries(
        self, subject: str | None = None, *, kind: EntryKind | None = None, since: float | None = None
    ) -> Iterator[Entry]:
        """Entries, oldest first; read page by page.

        Args:
            subject: only those about a session (its id) or about what `records.about` names, in their order.
            kind: only those of a kind.
            since: only those added at that time (seconds since 1970, UTC) or later.
        """
        asked = {"subject = ?": subject, "kind = ?": kind, "at >= ?": since}
        where = {condition: value for condition, value in asked.items() if value is not None}
        return self._pages(
            _ASK, [*where], [*where.values()], ("subject", "seq") if subject is not None else ("at", "id"),
            read=self._entry, place=lambda e: (e.subject, e.seq) if subject is not None else (e.at, e.id),
        )  # fmt: skip

    def spoken_of(self, *kinds: EntryKind) -> dict[str, tuple[float, float]]:
        """What there are entries of some kinds about, to when the first and the last of them was added."""
        asked = ", ".join("?" * len(kinds))
        found = self._db.query(
            f"SELECT subject, min(at), max(at) FROM entries WHERE kind IN ({asked}) GROUP BY subject", *kinds
        )
        return {subject: (first, last) for subject, first, last in found}

    def add_review(self, session: str, review: Review) -> None:
        """Adds the trainee's own look back; earlier ones stay in the log."""
        found = self._db.query("SELECT trainee FROM sessions WHERE id = ?", session)
        if not found:
            raise StoreError("store.no_session", session=session)
        with self._sound():
            trainee = rows.unpack(found[0][0])
        self.add_entry(
            session, "review", trainee, review.at, {"went_well": review.went_well, "next_time": review.next_time}
        )

    def review(self, session: str) -> Review | None:
        """The trainee's latest look back, or None."""
        reviews = [*self.entries(session, kind="review")]
        with self._sound():
            return Review(at=reviews[-1].at, **reviews[-1].data) if reviews else None

    def take_entry(self, id_: str, subject: str, kind: str, author: str, at: float, data: str) -> bool:
        """Adds an entry of another log, as it lies there, after those that are here. Returns whether it was new."""

        def work() -> bool:
            if self._db.query("SELECT 1 FROM entries WHERE id = ?", id_):
                return False
            self._insert_entry(id_, subject, kind, author, at, data)
            return True

        return self._db.write(work)

    # Inside

    def _insert_entry(self, id_: str, subject: str, kind: str, author: str, at: float, data: str) -> Sequence[Any]:
        """Adds an entry after the subject's last. Returns its row."""
        self._db.serialise(subject)
        last = self._db.query("SELECT seq, hash FROM entries WHERE subject = ? ORDER BY seq DESC LIMIT 1", subject)
        seq, head = (int(last[0][0]) + 1, last[0][1]) if last else (1, chain.entries_root(subject))
        link = chain.entry_hash(head, id_, subject, seq, kind, author, at, data)
        row = (id_, subject, seq, kind, author, at, data, link)
        self._db.run(rows.insert("entries", rows.ENTRY_COLUMNS), *row)
        return row

    def _entry(self, row: Sequence[Any]) -> Entry:
        id_, subject, seq, kind, author, at, data, link = row
        with self._sound():
            return Entry(id_, subject, seq, kind, rows.unpack(author), at, dict(json.loads(data)), link)
