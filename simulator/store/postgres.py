"""The log's home in PostgreSQL: how it is opened, its transactions, and what happens when the connection breaks."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

from simulator.store import postgres_schema as schema
from simulator.store.database import APPEND_ONLY, Database, T
from simulator.store.errors import StoreError
from simulator.store.place import APPLICATION_ID
from simulator.store.sqlite import TIMEOUT, in_memory

# It writes to stderr, where the screens are drawn; whatever matters comes as an exception.
logging.getLogger("psycopg").addHandler(logging.NullHandler())

try:
    import psycopg
    from psycopg import errors
    from psycopg.conninfo import conninfo_to_dict
except ImportError as missing:
    raise StoreError("store.no_driver") from missing

#: How long a lost connection is tried again before it is given up, and the pauses between, all in seconds.
PATIENCE, FIRST_PAUSE, LONGEST_PAUSE = 30.0, 0.05, 2.0
#: How often work is done again because another transaction was quicker.
TRIES = 20
#: One transaction at a time brings the tables up to date.
_MIGRATING = APPLICATION_ID
_QUICKER = (errors.UniqueViolation, errors.DeadlockDetected, errors.SerializationFailure)


class PostgresDatabase(Database):
    """An open database.

    Args:
        address: where it is, as `postgresql://...`.
        read_only: whether it may only be looked at.
    """

    def __init__(self, address: str, *, read_only: bool = False) -> None:
        self._address, self._read_only = address, read_only
        self._lock = threading.RLock()
        self.where = shown(address)
        self._db = self._connect()

    def query(self, sql: str, *values: Any) -> list[Sequence[Any]]:
        return self._alone(lambda: self._db.execute(_translated(sql), values).fetchall())

    def run(self, sql: str, *values: Any) -> int:
        return self._db.execute(_translated(sql), values).rowcount

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._db.cursor() as cursor:
            cursor.executemany(_translated(sql), rows)

    def write(self, work: Callable[[], T]) -> T:
        def transaction() -> T:
            with self._db.transaction():
                return work()

        return self._alone(transaction)

    def serialise(self, key: str) -> None:
        self.query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", key)

    @contextmanager
    def removing(self) -> Iterator[None]:
        for statement in schema.allow(APPEND_ONLY):
            self.run(statement)
        yield
        for statement in schema.refuse(APPEND_ONLY):
            self.run(statement)

    def scrub(self) -> bool:
        for table in (*APPEND_ONLY, "drafts", "standings", "sitting_standings"):
            self._alone(partial(self._db.execute, f"VACUUM (FULL) {table}".encode()))
        return True

    def whole(self) -> bool:
        # The server looks after its files itself.
        return True

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def _alone(self, action: Callable[[], T]) -> T:
        """Does something in a transaction of its own, or as part of the one it stands in."""
        with self._lock:
            if self._db.info.transaction_status == psycopg.pq.TransactionStatus.INTRANS:
                return action()
            give_up, pause, tries = time.monotonic() + PATIENCE, FIRST_PAUSE, 0
            while True:
                try:
                    if self._db.closed:
                        self._db = self._connect()
                    return action()
                except _QUICKER as error:
                    tries += 1
                    if tries > TRIES:
                        raise StoreError("store.busy", path=self.where) from error
                except psycopg.Error as error:
                    if not self._lost(error) or time.monotonic() > give_up:
                        raise told(error, self.where) from error
                    time.sleep(pause)
                    pause = min(2 * pause, LONGEST_PAUSE)

    def _lost(self, error: psycopg.Error) -> bool:
        """Whether it is worth trying again: the connection broke, or the server is just going up or down."""
        return isinstance(error, psycopg.OperationalError) and (
            self._db.closed or isinstance(error, errors.CannotConnectNow | errors.AdminShutdown | errors.CrashShutdown)
        )

    def _connect(self) -> psycopg.Connection[Sequence[Any]]:
        options = (
            f"-c search_path={schema.SCHEMA} -c default_transaction_read_only={'on' if self._read_only else 'off'} "
            f"-c lock_timeout={round(TIMEOUT * 1000)}"
        )
        return psycopg.connect(self._address, autocommit=True, connect_timeout=5, options=options, keepalives_idle=5)


def open_log(address: str) -> PostgresDatabase:
    """Opens the log for reading and writing; makes its tables where there are none, brings older ones up to date.

    Raises:
        StoreError: see the catalogue.
    """
    db = _open(address)
    try:
        if _version(db) < len(schema.MIGRATIONS):
            db.write(lambda: _migrate(db))
    except BaseException:
        db.close()
        raise
    return db


def open_to_read(address: str) -> Database:
    """Opens the log for reading only; where there is none, an empty one in memory.

    Raises:
        StoreError: see the catalogue.
    """
    db = _open(address, read_only=True)
    try:
        version = _version(db)
        if version < len(schema.MIGRATIONS):
            if version:
                raise StoreError("store.older", path=db.where)
            db.close()
            return in_memory(Path(db.where))
    except BaseException:
        db.close()
        raise
    return db


def shown(address: str) -> str:
    """An address without its password and options."""
    try:
        parts = conninfo_to_dict(address)
    except psycopg.ProgrammingError:
        return "postgresql://"
    host = f"{parts.get('host', '')}:{parts['port']}" if parts.get("port") else parts.get("host", "")
    return f"postgresql://{host}/{parts.get('dbname', '')}"


def told(error: psycopg.Error, where: str) -> StoreError:
    """The reason behind a failed statement."""
    match error:
        case errors.InsufficientPrivilege() | errors.ReadOnlySqlTransaction():
            return StoreError("store.no_right", path=where)
        case errors.DiskFull():
            return StoreError("store.full", path=where)
        case errors.LockNotAvailable() | errors.QueryCanceled():
            return StoreError("store.busy", path=where)
        case errors.DataCorrupted() | errors.IndexCorrupted():
            return StoreError("store.corrupt", path=where)
    reason = " ".join(str(error).split())
    if isinstance(error, psycopg.OperationalError) or error.sqlstate is None:
        return StoreError("store.unreachable", path=where, reason=reason)
    return StoreError("store.failed", path=where, reason=reason)


def _open(address: str, *, read_only: bool = False) -> PostgresDatabase:
    try:
        return PostgresDatabase(address, read_only=read_only)
    except psycopg.Error as error:
        raise told(error, shown(address)) from error


def _version(db: PostgresDatabase) -> int:
    """0 where there are no tables yet.

    Raises:
        StoreError: `store.newer` where a later version of the program made them.
    """
    there = db.query("SELECT 1 FROM pg_tables WHERE schemaname = ? AND tablename = 'about'", schema.SCHEMA)
    found = int(db.query(f"SELECT version FROM {schema.SCHEMA}.about")[0][0]) if there else 0
    if found > len(schema.MIGRATIONS):
        raise StoreError("store.newer", path=db.where, found=found, known=len(schema.MIGRATIONS))
    return found


def _migrate(db: PostgresDatabase) -> None:
    db.query("SELECT pg_advisory_xact_lock(?)", _MIGRATING)
    db.run(f"CREATE SCHEMA IF NOT EXISTS {schema.SCHEMA}")
    for step in schema.MIGRATIONS[_version(db) :]:
        for statement in step:
            db.run(statement)
    db.run("UPDATE about SET version = ?", len(schema.MIGRATIONS))


@cache
def _translated(sql: str) -> bytes:
    """A statement with psycopg's placeholders; none of the store's holds a question mark or a per cent sign else."""
    return sql.replace("%", "%%").replace("?", "%s").encode("ascii")
