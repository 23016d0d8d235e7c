"""What the store needs of a database, so that the log has more than one home.

Statements are written once, in the SQL that both homes know, with `?` for values. What differs (how a database is
opened, what its tables look like, how it locks, what its errors mean) stays in the home's own modules.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, TypeVar

T = TypeVar("T")

#: Tables in which nothing may be changed or removed.
APPEND_ONLY = (
    "sessions", "events", "contents", "session_texts", "results", "entries", "assessments", "assessment_texts",
    "sittings", "sitting_events", "erasures",
)  # fmt: skip


class Database(ABC):
    """An open database. May be used from any thread.

    Attributes:
        where: where the log is, to tell a person; without any password.
    """

    where: str

    @abstractmethod
    def query(self, sql: str, *values: Any) -> list[Sequence[Any]]:
        """All rows of a question. Outside of `write` it is a transaction of its own."""

    @abstractmethod
    def run(self, sql: str, *values: Any) -> int:
        """Changes something, only in `write`. Returns how many rows were touched."""

    @abstractmethod
    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """The same change for many rows, only in `write`."""

    @abstractmethod
    def write(self, work: Callable[[], T]) -> T:
        """Does some work in one transaction: all of it is saved when this returns, or none of it. Within other work it
        is part of that.

        Where the connection is lost it is made again and the work done again, so the work must begin by looking
        whether it was done already: a commit whose answer was lost may have gone through.

        Raises:
            StoreError: nothing was saved, as far as can be known.
        """

    @abstractmethod
    def serialise(self, key: str) -> None:
        """Lets no other transaction that asks for the same key go on before this one has ended. Only in `write`."""

    @abstractmethod
    def removing(self) -> AbstractContextManager[None]:
        """Within it, and only within `write`, rows of append-only tables may be removed and replaced."""

    @abstractmethod
    def scrub(self) -> bool:
        """Writes over what was removed. Returns whether that was possible now."""

    @abstractmethod
    def whole(self) -> bool:
        """Whether its file is sound as a file."""

    @abstractmethod
    def close(self) -> None:
        """Closes it. Everything was already saved."""
