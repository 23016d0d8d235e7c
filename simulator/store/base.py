"""What the parts of the store share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from simulator.store import chain, rows
from simulator.store.database import Database
from simulator.store.errors import StoreError
from simulator.store.records import Standing

R = TypeVar("R")

#: So many rows are read at once, so that a log of any length fits in memory.
PAGE = 500


class Part:
    """A part of the store: some of its methods over the one database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @property
    def where(self) -> str:
        """Where the log is, to tell a person."""
        return self._db.where

    def _standing(self, session: str) -> Standing:
        found = self._db.query(f"SELECT {rows.STANDING_COLUMNS} FROM standings WHERE session = ?", session)
        if not found:
            raise StoreError("store.no_session", session=session)
        with self._sound():
            return rows.standing(found[0])

    def _keep(self, texts: Iterable[tuple[str, str, str]]) -> list[chain.TextRow]:
        """Keeps (role, name, text) triples, each text once. Only in `write`."""
        kept, contents = list[chain.TextRow](), dict[str, bytes]()
        for place, (role, name, content) in enumerate(texts):
            data = content.encode("utf-8", "surrogatepass")
            digest = chain.digest(data)
            contents[digest] = data
            kept.append((place, role, rows.pack(name), digest))
        # In one order, so that two writers never wait for each other.
        for digest, data in sorted(contents.items()):
            if not self._db.query("SELECT 1 FROM contents WHERE digest = ?", digest):
                self._db.run("INSERT INTO contents (digest, data) VALUES (?, ?) ON CONFLICT DO NOTHING", digest, data)
        return kept

    def _insert_session(self, row: Sequence[Any], root: str, texts: Sequence[chain.TextRow]) -> None:
        """Adds a session (the values of `rows.ROOT_COLUMNS`) with what it rests on. Only in `write`."""
        self._db.run(rows.insert("sessions", f"{rows.ROOT_COLUMNS}, root"), *row, root)
        insert = rows.insert("session_texts", "session, place, role, name, digest")
        self._db.many(insert, [(row[0], *text) for text in texts])

    def _insert_standing(self, session: str, standing: Standing) -> None:
        """Says where a session stands that has no standing yet. Only in `write`."""
        insert = rows.insert("standings", f"{rows.STANDING_COLUMNS}, session")
        self._db.run(insert, *rows.standing_row(standing), session)

    def _insert_assessment(self, row: Sequence[Any], texts: Sequence[chain.TextRow]) -> None:
        """Adds an assessment (digest, id, title, added) with what it rests on. Only in `write`."""
        self._db.run(rows.insert("assessments", "digest, id, title, added"), *row)
        insert = rows.insert("assessment_texts", "assessment, place, role, name, digest")
        self._db.many(insert, [(row[0], *text) for text in texts])

    def _texts(self, table: str, key: str, value: str) -> tuple[chain.TextRow, ...]:
        """The texts that a session or an assessment rests on, in order."""
        found = self._db.query(f"SELECT place, role, name, digest FROM {table} WHERE {key} = ? ORDER BY place", value)
        return tuple((place, role, name, digest) for place, role, name, digest in found)

    def _pages(
        self, ask: str, where: Sequence[str], values: Sequence[Any], key: tuple[str, ...], *,
        read: Callable[[Sequence[Any]], R], place: Callable[[R], Sequence[Any]], newest_first: bool = False,
    ) -> Iterator[R]:  # fmt: skip
        """Records in the order of a key, read page by page.

        Args:
            ask: the question up to its conditions.
            where: conditions.
            values: the values of the conditions.
            key: the columns that give the order, together unique.
            read: a row to a record.
            place: a record to the values of its key.
            newest_first: the other way round.
        """
        order, sign = ("DESC", "<") if newest_first else ("ASC", ">")
        ordered = ", ".join(f"{column} {order}" for column in key)
        after = f"({', '.join(key)}) {sign} ({', '.join('?' * len(key))})"
        here: list[Any] = []
        while True:
            conditions = " AND ".join([*where, *([after] if here else [])]) or "1 = 1"
            found = self._db.query(f"{ask} WHERE {conditions} ORDER BY {ordered} LIMIT {PAGE}", *values, *here)
            with self._sound():
                page = [read(row) for row in found]
            yield from page
            if len(page) < PAGE:
                return
            here = [*place(page[-1])]

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """Turns what cannot be read back into what to tell a person."""
        try:
            yield
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise StoreError("store.corrupt", path=self.where) from error


def as_json(data: dict[str, Any]) -> str:
    """Data as it is kept; the same data always gives the same text."""
    return json.dumps(data, sort_keys=True)
