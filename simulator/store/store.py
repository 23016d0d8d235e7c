"""The session log: every session as it happened, in one SQLite file, append-only.

Each method is one short transaction and may be called from any thread. Nothing here reads a clock: times come from the
caller, in seconds since 1970 (UTC).
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import TypeAdapter, ValidationError

from simulator.model.event import Event, Replied
from simulator.store.causes import SQLITE_ERRORS, from_sqlite
from simulator.store.errors import StoreError
from simulator.store.place import data_folder
from simulator.store.records import Review, SessionMeta, SessionRow, StoredEvent, TextRef
from simulator.store.schema import open_log, open_to_read

if TYPE_CHECKING:
    from simulator.play.score import SessionScore

FILE_NAME = "sessions.db"

_EVENT: TypeAdapter[Event] = TypeAdapter(Event)
_PAGE = 200

_SESSION_ROW = """
    SELECT s.id, s.trainee, s.scenario, s.lang, s.title, s.rubric, s.rubric_digest, s.engine, s.started,
        max(s.started, coalesce((SELECT at FROM events WHERE session = s.id ORDER BY seq DESC LIMIT 1), s.started)),
        (SELECT data FROM events WHERE session = s.id AND type IN ('began', 'moved') ORDER BY seq DESC LIMIT 1),
        (SELECT count(*) FROM events WHERE session = s.id AND type = 'replied'),
        (SELECT data FROM events WHERE session = s.id AND type = 'ended' ORDER BY seq DESC LIMIT 1),
        r.score, r.passed, s.branch_of, s.branch_turn
    FROM sessions s LEFT JOIN results r ON r.id = (SELECT max(id) FROM results WHERE session = s.id)"""


class Store:
    """The session log of one data folder. Use as a context manager, or call `close`."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self._lock = threading.RLock()
        self.path = path

    @classmethod
    def open(cls, data_dir: Path | None = None, *, read_only: bool = False) -> Self:
        """Opens the log in a folder, by default the user's data folder.

        Args:
            data_dir: the folder; it and the log are made where they don't exist.
            read_only: for looking only: the log is not changed; where there is none, none is made and it looks empty.

        Raises:
            StoreError: it cannot be used; whatever is there was left as it was.
        """
        path = data_folder(data_dir) / FILE_NAME
        return cls(open_to_read(path) if read_only else open_log(path), path)

    def close(self) -> None:
        """Closes the file. Everything was already saved."""
        with self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Writing a session

    def create(self, meta: SessionMeta, events: Sequence[Event] = ()) -> str:
        """Begins a session with its opening events (numbered from 1).

        Returns:
            The new session's id, 32 hexadecimal digits.
        """
        session = uuid.uuid4().hex
        with self._writing():
            self._db.execute(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
                (session, meta.started, _pack(meta.trainee), meta.scenario, meta.lang, _pack(meta.title),
                 meta.rubric, meta.rubric_digest, meta.engine),
            )  # fmt: skip
            texts = [("scenario", meta.scenario_path, meta.scenario_text)]
            texts += [("rubric", name, content) for name, content in meta.rubric_texts]
            for place, (role, name, content) in enumerate(texts):
                digest = self._keep(content)
                row = (session, place, role, _pack(name), digest)
                self._db.execute("INSERT INTO session_texts VALUES (?, ?, ?, ?, ?)", row)
            self._insert(session, 0, events, meta.started, None)
        return session

    def append(
        self,
        session: str,
        events: Sequence[Event],
        *,
        after: int,
        at: float,
        seconds: float | None = None,
        result: SessionScore | None = None,
    ) -> int:
        """Adds the events of one turn: all of them or, on an error, none. A reply among them ends the draft.

        Args:
            session: the session's id.
            events: what happened, in order.
            after: the number of the last event that the caller knows (0: none). Where the log has gone on from
                there, someone else is playing this session, and nothing is written.
            at: now.
            seconds: how long the trainee took for the reply among the events.
            result: the session's score, to be given when it has ended.

        Returns:
            The number of the last event now, the next call's `after`.

        Raises:
            StoreError: `store.conflict`, or the log cannot be written.
        """
        with self._writing():
            if self._last(session) != after:
                raise StoreError("store.conflict")
            self._insert(session, after, events, at, seconds)
            if any(isinstance(event, Replied) for event in events):
                self._db.execute("DELETE FROM drafts WHERE session = ?", (session,))
            if result is not None:
                row = (session, at, result.score, result.passed, json.dumps(asdict(result)))
                self._db.execute("INSERT INTO results (session, at, score, passed, data) VALUES (?, ?, ?, ?, ?)", row)
        return after + len(events)

    def branch(self, session: str, turn: int, at: float) -> str:
        """Begins a new session that shares another's past up to just before the reply of a turn.

        Args:
            session: the session to branch off.
            turn: the turn (from 1) to be answered differently; its reply must be in the log.
            at: now.

        Returns:
            The new session's id. Its events are copies with their times, numbered alike.

        Raises:
            StoreError: `store.no_session` where the session or the turn is not in the log.
        """
        events = self.events(session)
        replies = [s.seq for s in events if isinstance(s.event, Replied) and s.event.turn == turn]
        if not replies:
            raise StoreError("store.no_session", session=session)
        new = uuid.uuid4().hex
        with self._writing():
            self._db.execute(
                "INSERT INTO sessions SELECT ?, ?, trainee, scenario, lang, title, rubric, rubric_digest, engine, ?, ? "
                "FROM sessions WHERE id = ?",
                (new, at, session, turn, session),
            )
            self._db.execute(
                "INSERT INTO session_texts SELECT ?, place, role, name, digest FROM session_texts WHERE session = ?",
                (new, session),
            )
            self._db.execute(
                "INSERT INTO events SELECT ?, seq, at, seconds, type, data FROM events WHERE session = ? AND seq < ?",
                (new, session, replies[0]),
            )
        return new

    def save_draft(self, session: str, draft: str, at: float) -> None:
        """Keeps what the trainee is typing, in place of what was kept before; "" keeps nothing."""
        with self._writing():
            if draft:
                self._db.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)", (session, at, _pack(draft)))
            else:
                self._db.execute("DELETE FROM drafts WHERE session = ?", (session,))

    def add_review(self, session: str, review: Review) -> None:
        """Adds the trainee's own look back; earlier ones stay in the log."""
        with self._writing():
            self._last(session)
            self._db.execute(
                "INSERT INTO reviews (session, at, went_well, next_time) VALUES (?, ?, ?, ?)",
                (session, review.at, _pack(review.went_well), _pack(review.next_time)),
            )

    # Reading

    def events(self, session: str) -> tuple[StoredEvent, ...]:
        """All events of a session, in order.

        Raises:
            StoreError: `store.no_session`, or `store.unreadable_event`.
        """
        with self._reading():
            self._last(session)
            rows = self._db.execute(
                "SELECT seq, at, seconds, data FROM events WHERE session = ? ORDER BY seq", (session,)
            ).fetchall()
        return tuple(StoredEvent(seq, at, seconds, self._event(session, seq, data)) for seq, at, seconds, data in rows)

    def session(self, session: str) -> SessionRow:
        """One session's row.

        Raises:
            StoreError: `store.no_session`.
        """
        with self._reading():
            row = self._db.execute(f"{_SESSION_ROW} WHERE s.id = ?", (session,)).fetchone()
        if row is None:
            raise StoreError("store.no_session", session=session)
        return self._session_row(row)

    def sessions(
        self, *, trainee: str | None = None, scenario: str | None = None, newest_first: bool = False
    ) -> Iterator[SessionRow]:
        """The sessions in the order they began, read page by page, so that a log of any length fits in memory.

        Args:
            trainee: only this trainee's.
            scenario: only this scenario's, in any language.
            newest_first: the other way round.
        """
        order, sign = ("DESC", "<") if newest_first else ("ASC", ">")
        where, values = ["1"], list[Any]()
        for column, value in (("trainee", None if trainee is None else _pack(trainee)), ("scenario", scenario)):
            if value is not None:
                where.append(f"s.{column} = ?")
                values.append(value)
        place: list[Any] = []
        while True:
            here = [*where, f"(s.started, s.id) {sign} (?, ?)"] if place else where
            with self._reading():
                rows = self._db.execute(
                    f"{_SESSION_ROW} WHERE {' AND '.join(here)} ORDER BY s.started {order}, s.id {order} LIMIT {_PAGE}",
                    (*values, *place),
                ).fetchall()
            page = [self._session_row(row) for row in rows]
            yield from page
            if len(page) < _PAGE:
                return
            place = [page[-1].started, page[-1].id]

    def matching(self, prefix: str) -> tuple[str, ...]:
        """The ids (at most 10) that begin with some hexadecimal digits."""
        if not re.fullmatch(r"[0-9a-f]{1,32}", prefix):
            return ()
        with self._reading():
            rows = self._db.execute(
                "SELECT id FROM sessions WHERE id >= ? AND id < ? ORDER BY id LIMIT 10", (prefix, prefix + "g")
            ).fetchall()
        return tuple(row[0] for row in rows)

    def best_scores(self, trainee: str) -> dict[tuple[str, str], float]:
        """(scenario, language) to the trainee's best score of 0-100. Branches don't count: they were played knowing
        what the debrief said."""
        with self._reading():
            rows = self._db.execute(
                "SELECT s.scenario, s.lang, max(r.score) FROM sessions s JOIN results r ON r.session = s.id "
                "WHERE s.trainee = ? AND s.branch_of IS NULL AND r.score IS NOT NULL GROUP BY s.scenario, s.lang",
                (_pack(trainee),),
            ).fetchall()
        return {(scenario, lang): score for scenario, lang, score in rows}

    def draft(self, session: str) -> str:
        """What the trainee was typing, or ""."""
        with self._reading():
            row = self._db.execute("SELECT text FROM drafts WHERE session = ?", (session,)).fetchone()
        return self._unpack(row[0]) if row else ""

    def review(self, session: str) -> Review | None:
        """The trainee's latest look back, or None."""
        with self._reading():
            row = self._db.execute(
                "SELECT at, went_well, next_time FROM reviews WHERE session = ? ORDER BY id DESC LIMIT 1", (session,)
            ).fetchone()
        return Review(row[0], self._unpack(row[1]), self._unpack(row[2])) if row else None

    def texts(self, session: str) -> tuple[TextRef, ...]:
        """What the session was played with: the scenario first, then the rubric's files."""
        with self._reading():
            rows = self._db.execute(
                "SELECT role, name, digest FROM session_texts WHERE session = ? ORDER BY place", (session,)
            ).fetchall()
        return tuple(TextRef(role, self._unpack(name), digest) for role, name, digest in rows)

    def content(self, digest: str) -> str:
        """A text by the SHA-256 of its UTF-8 bytes, in hexadecimal.

        Raises:
            StoreError: `store.no_content`.
        """
        with self._reading():
            row = self._db.execute("SELECT data FROM contents WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            raise StoreError("store.no_content", digest=digest, path=self.path)
        return bytes(row[0]).decode("utf-8", "surrogatepass")

    def criteria(self, session: str | None = None) -> tuple[str, ...]:
        """Every criterion that some reply of the log (or of one session) was judged on, first seen first."""
        with self._reading():
            rows = self._db.execute(
                "SELECT level.key FROM events e, json_each(e.data, '$.score.levels') level "
                "WHERE e.type = 'scored' AND (?1 IS NULL OR e.session = ?1) GROUP BY level.key "
                "ORDER BY min(e.rowid * 1000000 + level.id)",
                (session,),
            ).fetchall()
        return tuple(row[0] for row in rows)

    # Inside

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except sqlite3.ProgrammingError:
                raise
            except SQLITE_ERRORS as error:
                raise from_sqlite(error, self.path) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._reading():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                # On a full disk SQLite has sometimes rolled back already.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _last(self, session: str) -> int:
        row = self._db.execute(
            "SELECT (SELECT coalesce(max(seq), 0) FROM events WHERE session = id) FROM sessions WHERE id = ?",
            (session,),
        ).fetchone()
        if row is None:
            raise StoreError("store.no_session", session=session)
        return int(row[0])

    def _insert(self, session: str, after: int, events: Sequence[Event], at: float, seconds: float | None) -> None:
        self._db.executemany(
            "INSERT INTO events (session, seq, at, seconds, type, data) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (session, seq, at, seconds if isinstance(event, Replied) else None, event.type,
                 json.dumps(event.model_dump()))
                for seq, event in enumerate(events, after + 1)
            ],
        )  # fmt: skip

    def _keep(self, content: str) -> str:
        data = content.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(data).hexdigest()
        self._db.execute("INSERT OR IGNORE INTO contents VALUES (?, ?)", (digest, data))
        return digest

    def _event(self, session: str, seq: int, data: Any) -> Event:
        try:
            return _EVENT.validate_python(json.loads(data))
        except (ValueError, TypeError, RecursionError, ValidationError) as error:
            raise StoreError("store.unreadable_event", session=session, seq=seq, path=self.path) from error

    def _unpack(self, data: Any) -> str:
        try:
            return str(json.loads(data))
        except (ValueError, TypeError) as error:
            raise StoreError("store.corrupt", path=self.path) from error

    def _session_row(self, row: Sequence[Any]) -> SessionRow:
        (session, trainee, scenario, lang, title, rubric, digest, engine, started, last, reached, turns, ended,
         score, passed, branch_of, branch_turn) = row  # fmt: skip
        try:
            at = json.loads(reached) if reached else {}
            end = json.loads(ended) if ended else {}
            beat, mood = at.get("to") or at.get("beat", ""), at.get("mood")
            ending, outcome = end.get("ending"), end.get("outcome")
        except (ValueError, TypeError, AttributeError) as error:
            raise StoreError("store.corrupt", path=self.path) from error
        return SessionRow(
            session, self._unpack(trainee), scenario, lang, self._unpack(title), rubric, digest, engine, started, last,
            beat, mood, turns, ending, outcome, score, None if passed is None else bool(passed), branch_of, branch_turn,
        )  # fmt: skip


def _pack(words: str) -> str:
    return json.dumps(words)
