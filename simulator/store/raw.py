"""The part of the store that reads rows as they lie in the log, for checking and for collecting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.store import chain, rows
from simulator.store.base import Part
from simulator.store.errors import StoreError

Row = Sequence[Any]


@dataclass(frozen=True)
class RawSession:
    """A session as it lies in the log.

    Attributes:
        row: the values of `rows.ROOT_COLUMNS`.
        root: its first link.
        texts: what it was played with.
        events: `rows.EVENT_COLUMNS` of each event, by number.
        results: `rows.RESULT_COLUMNS` of each result, oldest first.
        standing: `rows.STANDING_COLUMNS`, or None where there is none.
    """

    row: Row
    root: str
    texts: tuple[chain.TextRow, ...]
    events: tuple[Row, ...]
    results: tuple[Row, ...]
    standing: Row | None


@dataclass(frozen=True)
class RawSitting:
    """A sitting as it lies in the log.

    Attributes:
        row: the values of `rows.SITTING_COLUMNS`.
        root: its first link.
        steps: `rows.STEP_COLUMNS` of each step, by number.
        standing: `rows.SITTING_STANDING_COLUMNS`, or None where there is none.
    """

    row: Row
    root: str
    steps: tuple[Row, ...]
    standing: Row | None


class Raw(Part):
    """Rows as they are."""

    def ids(self, table: str) -> Iterator[str]:
        """The ids of all sessions or sittings, in the order they began, read page by page."""
        pages = self._pages(
            f"SELECT started, id FROM {table}", [], [], ("started", "id"), read=tuple, place=lambda row: row
        )
        return (str(row[1]) for row in pages)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self._db.query(f"SELECT count(*) FROM {table}")[0][0])

    def whole(self) -> bool:
        """Whether the log's file is sound as a file; what is in it is for `checking` to say."""
        try:
            return self._db.whole()
        except StoreError:
            return False

    def raw_session(self, session: str) -> RawSession | None:
        """One session, or None."""
        found = self._db.query(f"SELECT {rows.ROOT_COLUMNS}, root FROM sessions WHERE id = ?", session)
        if not found:
            return None
        standing = self._db.query(f"SELECT {rows.STANDING_COLUMNS} FROM standings WHERE session = ?", session)
        return RawSession(
            row=tuple(found[0][:-1]),
            root=found[0][-1],
            texts=self._texts("session_texts", "session", session),
            events=self._rows(f"SELECT {rows.EVENT_COLUMNS} FROM events WHERE session = ? ORDER BY seq", session),
            results=self._rows(f"SELECT {rows.RESULT_COLUMNS} FROM results WHERE session = ? ORDER BY id", session),
            standing=standing[0] if standing else None,
        )

    def raw_sitting(self, sitting: str) -> RawSitting | None:
        """One sitting, or None."""
        found = self._db.query(f"SELECT {rows.SITTING_COLUMNS}, root FROM sittings WHERE id = ?", sitting)
        if not found:
            return None
        standing = self._db.query(
            f"SELECT {rows.SITTING_STANDING_COLUMNS} FROM sitting_standings WHERE sitting = ?", sitting
        )
        return RawSitting(
            row=tuple(found[0][:-1]),
            root=found[0][-1],
            steps=self._rows(f"SELECT {rows.STEP_COLUMNS} FROM sitting_events WHERE sitting = ? ORDER BY seq", sitting),
            standing=standing[0] if standing else None,
        )

    def raw_assessments(self) -> list[tuple[Row, tuple[chain.TextRow, ...]]]:
        """(digest, id, title, added) of each assessment, with its texts."""
        found = self._db.query("SELECT digest, id, title, added FROM assessments ORDER BY added, digest")
        return [(row, self._texts("assessment_texts", "assessment", row[0])) for row in found]

    def raw_entries(self) -> Iterator[Row]:
        """`rows.ENTRY_COLUMNS` of all entries by subject and number, read page by page."""
        return self._pages(
            f"SELECT {rows.ENTRY_COLUMNS} FROM entries", [], [], ("subject", "seq"),
            read=tuple, place=lambda row: (row[1], row[2]),
        )  # fmt: skip

    def raw_content(self, digest: str) -> bytes | None:
        """A content's bytes, or None."""
        found = self._db.query("SELECT data FROM contents WHERE digest = ?", digest)
        return bytes(found[0][0]) if found and isinstance(found[0][0], bytes | memoryview) else None

    def digests(self) -> Iterator[str]:
        """What the contents are called."""
        pages = self._pages("SELECT digest FROM contents", [], [], ("digest",), read=tuple, place=lambda row: row)
        return (str(row[0]) for row in pages)

    def _rows(self, sql: str, *values: Any) -> tuple[Row, ...]:
        return tuple(tuple(row) for row in self._db.query(sql, *values))
