"""The log's home in one SQLite file: how it is opened safely, its transactions and locks."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from simulator.store import sqlite_schema as schema
from simulator.store.causes import SQLITE_ERRORS, from_os, from_sqlite
from simulator.store.database import APPEND_ONLY, Database, T
from simulator.store.errors import StoreError
from simulator.store.place import APPLICATION_ID

#: How long to wait for another program's transaction, in seconds.
TIMEOUT = 10.0


class SqliteDatabase(Database):
    """An open file.

    Args:
        db: its connection.
        path: where it is.
    """

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = db, path
        self._lock = threading.RLock()
        self.where = str(path)

    def query(self, sql: str, *values: Any) -> list[Sequence[Any]]:
        with self._told():
            return self._db.execute(sql, values).fetchall()

    def run(self, sql: str, *values: Any) -> int:
        with self._told():
            return self._db.execute(sql, values).rowcount

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._told():
            self._db.executemany(sql, rows)

    def write(self, work: Callable[[], T]) -> T:
        with self._told():
            if self._db.in_transaction:
                return work()
            self._db.execute("BEGIN IMMEDIATE")
            try:
                done = work()
                self._db.execute("COMMIT")
            except BaseException:
                # On a full disk SQLite has sometimes rolled back already.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            return done

    def serialise(self, key: str) -> None:
        # BEGIN IMMEDIATE has let nobody else in.
        pass

    @contextmanager
    def removing(self) -> Iterator[None]:
        for statement in schema.allow(APPEND_ONLY):
            self.run(statement)
        yield
        for statement in schema.refuse(APPEND_ONLY):
            self.run(statement)

    def scrub(self) -> bool:
        with self._told():
            self._db.execute("VACUUM")
            # The write-ahead log holds old pages until it is emptied, which another reader can keep from happening.
            return bool(self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)

    def whole(self) -> bool:
        with self._told():
            return bool(self._db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")

    def close(self) -> None:
        with self._lock:
            self._db.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except sqlite3.ProgrammingError:
                raise
            except SQLITE_ERRORS as error:
                raise from_sqlite(error, self._path) from error


def open_log(path: Path) -> SqliteDatabase:
    """Opens the log for reading and writing; makes it where there is none, brings an older one up to date.

    Raises:
        StoreError: see the catalogue; the file is left as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os(error, path.parent) from error
    _check_header(path)
    db = _connect(f"{path.absolute().as_uri()}?mode=rwc", path)
    try:
        _check_version(db, path)
        _use_wal(db)
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA secure_delete = ON")
        _migrate(db, path)
    except BaseException as error:
        db.close()
        if isinstance(error, SQLITE_ERRORS):
            raise from_sqlite(error, path) from error
        raise
    return SqliteDatabase(db, path)


def open_to_read(path: Path) -> SqliteDatabase:
    """Opens the log for reading only, on a read-only medium too; where there is none, an empty one in memory.

    An older log is read through a copy in memory that is brought up to date.

    Raises:
        StoreError: see the catalogue.
    """
    if not _check_header(path):
        return in_memory(path)
    uri = path.absolute().as_uri()
    try:
        return SqliteDatabase(_look(f"{uri}?mode=ro", path), path)
    except SQLITE_ERRORS as error:
        wal = path.with_name(path.name + "-wal")
        if not isinstance(error, sqlite3.OperationalError) or (wal.exists() and wal.stat().st_size):
            raise from_sqlite(error, path) from error
        # On a read-only medium SQLite cannot make the files that go with WAL; nobody can be writing there either.
        try:
            return SqliteDatabase(_look(f"{uri}?mode=ro&immutable=1", path), path)
        except SQLITE_ERRORS as second:
            raise from_sqlite(second, path) from second


def in_memory(path: Path) -> SqliteDatabase:
    """An empty log to look at in place of one that is not there."""
    return SqliteDatabase(_in_memory(path), path)


def _look(uri: str, path: Path) -> sqlite3.Connection:
    db = _connect(uri, path)
    try:
        _check_version(db, path)
        if _version(db) == len(schema.MIGRATIONS):
            return db
        older = db
        db = _in_memory(path, older)
        older.close()
    except BaseException:
        db.close()
        raise
    return db


def _in_memory(path: Path, source: sqlite3.Connection | None = None) -> sqlite3.Connection:
    """A log that is gone when it is closed: empty, or a copy of another brought up to date."""
    db = _connect(":memory:", path)
    if source:
        source.backup(db)
    _migrate(db, path)
    db.execute("PRAGMA query_only = ON")
    return db


def _connect(uri: str, path: Path) -> sqlite3.Connection:
    try:
        # One connection may serve a screen and its worker threads; Store holds a lock.
        return sqlite3.connect(uri, uri=True, timeout=TIMEOUT, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise from_sqlite(error, path) from error


def _check_header(path: Path) -> bool:
    """Whether there is a log. Looks before SQLite does, because SQLite may write when it opens."""
    try:
        if path.is_dir():
            raise StoreError("store.corrupt", path=path)
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise from_os(error, path) from error
    if head and not (head.startswith(b"SQLite format 3\0") and len(head) == 100):
        raise StoreError("store.corrupt", path=path)
    return bool(head)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _check_version(db: sqlite3.Connection, path: Path) -> None:
    tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreError("store.corrupt", path=path)
    if (found := _version(db)) > len(schema.MIGRATIONS):
        raise StoreError("store.newer", path=path, found=found, known=len(schema.MIGRATIONS))


def _use_wal(db: sqlite3.Connection) -> None:
    # SQLite does not wait for the lock when two programs switch a new file at once, so the waiting is done here.
    give_up = time.monotonic() + TIMEOUT
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.02)


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        _check_version(db, path)
        for step in schema.MIGRATIONS[_version(db) :]:
            for statement in step:
                if callable(statement):
                    statement(db)
                else:
                    db.execute(statement)
        # Written even where nothing changes: the proof, before any reply is typed, that the file can be written.
        db.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
