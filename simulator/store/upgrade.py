"""A log of the first version brought forward: sessions get their chains and standings, reviews become entries."""

from __future__ import annotations

import json
import sqlite3
from itertools import groupby
from operator import itemgetter

from simulator.store import chain
from simulator.store.records import Standing
from simulator.store.rows import STANDING_COLUMNS, read_event, standing_row, with_result
from simulator.store.standing import advance

_SESSION = "id, started, trainee, scenario, lang, title, rubric, rubric_digest, engine, branch_of, branch_turn, late"


def chain_sessions(db: sqlite3.Connection) -> None:
    """Chains every session of a first-version log as it is now, and marks it as chained late."""
    db.execute("UPDATE sessions SET late = 1")
    for row in db.execute(f"SELECT {_SESSION} FROM sessions").fetchall():
        _chain_session(db, row)
    reviews = db.execute("SELECT session, at, went_well, next_time FROM reviews ORDER BY session, id").fetchall()
    for session, written in groupby(reviews, itemgetter(0)):
        _chain_reviews(db, session, [row[1:] for row in written])


def _chain_session(db: sqlite3.Connection, row: tuple[object, ...]) -> None:
    session, started = str(row[0]), float(str(row[1]))
    texts = db.execute(
        "SELECT place, role, name, digest FROM session_texts WHERE session = ? ORDER BY place", (session,)
    ).fetchall()
    root = chain.session_root(row, texts)
    db.execute("UPDATE sessions SET root = ? WHERE id = ?", (root, session))
    standing = Standing(0, root, started)
    events = db.execute(
        "SELECT seq, at, seconds, type, data FROM events WHERE session = ? ORDER BY seq", (session,)
    ).fetchall()
    for seq, at, seconds, kind, data in events:
        link = chain.event_hash(standing.head, session, seq, at, seconds, kind, data)
        db.execute("UPDATE events SET hash = ? WHERE session = ? AND seq = ?", (link, session, seq))
        # One that can't be read stays so, and is told when it is read.
        standing = advance(standing, [(seq, at, link, read_event(data))])
    result = db.execute("SELECT score, passed FROM results WHERE session = ? ORDER BY id DESC LIMIT 1", (session,))
    standing = with_result(standing, result.fetchone() or (None, None))
    places = ", ".join("?" * 14)
    db.execute(
        f"INSERT INTO standings ({STANDING_COLUMNS}, session) VALUES ({places})", (*standing_row(standing), session)
    )


def _chain_reviews(db: sqlite3.Connection, session: str, reviews: list[tuple[float, str, str]]) -> None:
    author = db.execute("SELECT trainee FROM sessions WHERE id = ?", (session,)).fetchone()[0]
    head = chain.entries_root(session)
    for seq, (at, went_well, next_time) in enumerate(reviews, 1):
        data = json.dumps({"went_well": json.loads(went_well), "next_time": json.loads(next_time)})
        # Two copies of one log must give the same entry the same id.
        id_ = chain.digest(f"{session} {seq}".encode())[:32]
        head = chain.entry_hash(head, id_, session, seq, "review", author, at, data)
        db.execute(
            "INSERT INTO entries VALUES (?, ?, ?, 'review', ?, ?, ?, ?)",
            (id_, session, seq, author, at, data, head),
        )
