"""The tables of a log in SQLite, and how an older file is brought up to date.

Text from people is kept as JSON in ASCII: SQLite's UTF-8 has no place for lone surrogates, and many tools stop
reading at a NUL character.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from simulator.store.database import APPEND_ONLY
from simulator.store.place import APPLICATION_ID
from simulator.store.upgrade import chain_sessions

_FIRST_TABLES = ("sessions", "events", "contents", "session_texts", "results", "reviews")


def refuse(tables: tuple[str, ...]) -> tuple[str, ...]:
    """The triggers that let nothing be changed or removed."""
    return tuple(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the session log is append-only'); END"
        for table in tables
        for verb in ("UPDATE", "DELETE")
    )


def allow(tables: tuple[str, ...]) -> tuple[str, ...]:
    """Takes the triggers away."""
    return tuple(f"DROP TRIGGER {table}_no_{verb}" for table in tables for verb in ("update", "delete"))


#: A step is statements, or a function where SQL is not enough.
Step = tuple[str | Callable[[sqlite3.Connection], None], ...]

#: Each step brings the file from one version to the next; never change one that has been released, add another.
MIGRATIONS: tuple[Step, ...] = (
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
        # What the trainee is typing may change.
        """CREATE TABLE drafts (
            session TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id), at REAL NOT NULL, text TEXT NOT NULL)""",
        *refuse(_FIRST_TABLES),
    ),
    (
        *allow(_FIRST_TABLES),
        # `late`: 1 where the chain was made when an older log was brought up to date, not as it was played.
        "ALTER TABLE sessions ADD COLUMN late INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE sessions ADD COLUMN root TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE events ADD COLUMN hash TEXT NOT NULL DEFAULT ''",
        "DROP INDEX events_by_type",
        # Where each session stands may change too: it can always be made again from the events.
        """CREATE TABLE standings (
            session TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id), seq INTEGER NOT NULL, head TEXT NOT NULL,
            last REAL NOT NULL, beat TEXT NOT NULL, mood INTEGER, turns INTEGER NOT NULL, reply_score REAL,
            flags TEXT NOT NULL, criteria TEXT NOT NULL, ending TEXT, outcome TEXT, score REAL, passed INTEGER)""",
        "CREATE INDEX standings_by_last ON standings (last, session)",
        """CREATE TABLE entries (
            id TEXT PRIMARY KEY NOT NULL, subject TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL,
            author TEXT NOT NULL, at REAL NOT NULL, data TEXT NOT NULL, hash TEXT NOT NULL, UNIQUE (subject, seq))""",
        "CREATE INDEX entries_by_kind ON entries (kind, at, id)",
        """CREATE TABLE assessments (
            digest TEXT PRIMARY KEY NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, added REAL NOT NULL)""",
        """CREATE TABLE assessment_texts (
            assessment TEXT NOT NULL REFERENCES assessments (digest), place INTEGER NOT NULL, role TEXT NOT NULL,
            name TEXT NOT NULL, digest TEXT NOT NULL REFERENCES contents (digest), PRIMARY KEY (assessment, place))""",
        """CREATE TABLE sittings (
            id TEXT PRIMARY KEY NOT NULL, assessment TEXT NOT NULL REFERENCES assessments (digest), seat TEXT NOT NULL,
            name TEXT NOT NULL, "group" TEXT NOT NULL, lang TEXT NOT NULL, attempt INTEGER NOT NULL, seed TEXT NOT NULL,
            started REAL NOT NULL, root TEXT NOT NULL)""",
        "CREATE INDEX sittings_by_seat ON sittings (assessment, seat, attempt)",
        """CREATE TABLE sitting_events (
            sitting TEXT NOT NULL REFERENCES sittings (id), seq INTEGER NOT NULL, at REAL NOT NULL,
            kind TEXT NOT NULL, session TEXT REFERENCES sessions (id), data TEXT NOT NULL, hash TEXT NOT NULL,
            PRIMARY KEY (sitting, seq))""",
        "CREATE INDEX sitting_events_by_session ON sitting_events (session)",
        """CREATE TABLE sitting_standings (
            sitting TEXT PRIMARY KEY NOT NULL REFERENCES sittings (id), seq INTEGER NOT NULL, head TEXT NOT NULL,
            last REAL NOT NULL, kind TEXT NOT NULL, session TEXT)""",
        # Who was removed is not kept: only which sessions and sittings must not come back, and how much it was.
        "CREATE TABLE erasures (id TEXT PRIMARY KEY NOT NULL, at REAL NOT NULL, data TEXT NOT NULL)",
        chain_sessions,
        "DROP TABLE reviews",
        *refuse(APPEND_ONLY),
    ),
)
