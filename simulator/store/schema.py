"""The file of the session log: its tables, how an older one is brought up to date, and how it is opened safely.

Text from people is kept as JSON in ASCII: SQLite's UTF-8 has no place for lone surrogates, and many tools stop
reading at a NUL character.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from simulator.store.causes import SQLITE_ERRORS, from_os, from_sqlite
from simulator.store.errors import StoreError

#: Marks the file as a session log ("ACSL"), so that another program's database is never taken for one.
APPLICATION_ID = 0x4143534C

#: How long to wait for another program's transaction, in seconds.
TIMEOUT = 10.0

_APPEND_ONLY = ("sessions", "events", "contents", "session_texts", "results", "reviews")

#: Each step brings the file from one version to the next; never change one that has been released, add another.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"PRAGMA application_id = {APPLICATION_ID}",
        """CREATE TABLE sessions (
            id TEXT PRIMARY KEY NOT NULL, started REAL NOT NULL, trainee TEXT NOT NULL, scenario TEXT NOT NULL,
            lang TEXT NOT NULL, title TEXT NOT NULL, rubric TEXT NOT NULL, rubric_digest TEXT NOT NULL,
            engine TEXT NOT NULL, branch_of TEXT REFERENCES sessions (id), branch_turn INTEGER)""",
        "CREATE INDEX sessions_by_start ON sessions (started, id)",
        "CREATE INDEX sessions_by_trainee ON sessions (trainee, scenario)",
        """CREATE TABLE events (
            session TEXT NOT NULL REFERENCES sessions (id), seq INTEGER NOT NULL, at REAL NOT NULL, seconds REAL,
            type TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (session, seq))""",
        "CREATE INDEX events_by_type ON events (session, type, seq)",
        "CREATE TABLE contents (digest TEXT PRIMARY KEY NOT NULL, data BLOB NOT NULL)",
        """CREATE TABLE session_texts (
            session TEXT NOT NULL REFERENCES sessions (id), place INTEGER NOT NULL, role TEXT NOT NULL,
            name TEXT NOT NULL, digest TEXT NOT NULL REFERENCES contents (digest), PRIMARY KEY (session, place))""",
        """CREATE TABLE results (
            id INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (id), at REAL NOT NULL, score REAL,
            passed INTEGER NOT NULL, data TEXT NOT NULL)""",
        "CREATE INDEX results_by_session ON results (session, id)",
        """CREATE TABLE reviews (
            id INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (id), at REAL NOT NULL,
            went_well TEXT NOT NULL, next_time TEXT NOT NULL)""",
        "CREATE INDEX reviews_by_session ON reviews (session, id)",
        # The one thing that may change: what the trainee is typing.
        """CREATE TABLE drafts (
            session TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id), at REAL NOT NULL, text TEXT NOT NULL)""",
        *(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'the session log is append-only'); END"
            for table in _APPEND_ONLY
            for verb in ("UPDATE", "DELETE")
        ),
    ),
)


def open_log(path: Path) -> sqlite3.Connection:
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
        _migrate(db, path)
    except BaseException as error:
        db.close()
        if isinstance(error, SQLITE_ERRORS):
            raise from_sqlite(error, path) from error
        raise
    return db


def open_to_read(path: Path) -> sqlite3.Connection:
    """Opens the log for reading only, on a read-only medium too; where there is none, an empty one in memory.

    Raises:
        StoreError: see the catalogue.
    """
    if not _check_header(path):
        db = _connect(":memory:", path)
        _migrate(db, path)
        return db
    uri = path.absolute().as_uri()
    try:
        return _look(f"{uri}?mode=ro", path)
    except SQLITE_ERRORS as error:
        wal = path.with_name(path.name + "-wal")
        if not isinstance(error, sqlite3.OperationalError) or (wal.exists() and wal.stat().st_size):
            raise from_sqlite(error, path) from error
        # On a read-only medium SQLite cannot make the files that go with WAL; nobody can be writing there either.
        try:
            return _look(f"{uri}?mode=ro&immutable=1", path)
        except SQLITE_ERRORS as second:
            raise from_sqlite(second, path) from second


def _look(uri: str, path: Path) -> sqlite3.Connection:
    db = _connect(uri, path)
    try:
        _check_version(db, path)
    except BaseException:
        db.close()
        raise
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
    if (found := _version(db)) > len(MIGRATIONS):
        raise StoreError("store.newer", path=path, found=found, known=len(MIGRATIONS))


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
    # Also the proof, before any reply is typed, that the file can be written.
    db.execute("BEGIN IMMEDIATE")
    try:
        _check_version(db, path)
        for version, step in enumerate(MIGRATIONS[_version(db) :], _version(db) + 1):
            for statement in step:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {version}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
