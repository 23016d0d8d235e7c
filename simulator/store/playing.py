"""The part of the store that a session is played into."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from simulator.model.event import Event, Replied
from simulator.store import chain, rows
from simulator.store.base import Part
from simulator.store.errors import StoreError
from simulator.store.records import SessionMeta, Standing
from simulator.store.standing import advance

if TYPE_CHECKING:
    from simulator.play.score import SessionScore

#: (session, seq, at, seconds, type, data, hash), as in the log.
EventRow = tuple[str, int, float, float | None, str, str, str]

_INSERT_EVENT = rows.insert("events", f"session, {rows.EVENT_COLUMNS}")


class Playing(Part):
    """Sessions begun, gone on with and branched off."""

    def create(
        self, meta: SessionMeta, events: Sequence[Event] = (), also: Callable[[str], object] | None = None
    ) -> str:
        """Begins a session with its opening events (numbered from 1).

        Args:
            meta: what it is about.
            events: what happens at once.
            also: what else to write of the new session, given its id: both are written, or neither.

        Returns:
            The new session's id, 32 hexadecimal digits.
        """
        session = uuid.uuid4().hex
        about = (
            session, float(meta.started), rows.pack(meta.trainee), meta.scenario, meta.lang, rows.pack(meta.title),
            meta.rubric, meta.rubric_digest, meta.engine, None, None, 0,
        )  # fmt: skip
        texts = [("scenario", meta.scenario_path, meta.scenario_text)]
        texts += [("rubric", name, content) for name, content in meta.rubric_texts]

        def work() -> None:
            if not self._has(session):
                standing = self._begin(about, self._keep(texts))
                after, linked = self._link(session, standing, events, meta.started, None)
                self._db.many(_INSERT_EVENT, linked)
                self._insert_standing(session, after)
            if also:
                also(session)

        self._db.write(work)
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
        tried: Standing | None = None

        def work() -> None:
            nonlocal tried
            before = self._standing(session)
            if before == tried:
                return
            if before.seq != after:
                raise StoreError("store.conflict")
            now, linked = self._link(session, before, events, at, seconds)
            if result is not None:
                now = replace(now, score=result.score, passed=result.passed)
            tried = now
            if not self._stand(session, now, after):
                # Someone was quicker: another player, or this very turn, whose answer was lost on the way.
                if self._standing(session) == now:
                    return
                raise StoreError("store.conflict")
            self._db.many(_INSERT_EVENT, linked)
            if any(isinstance(event, Replied) for event in events):
                self._db.run("DELETE FROM drafts WHERE session = ?", session)
            if result is not None:
                self._db.run(
                    rows.insert("results", f"session, {rows.RESULT_COLUMNS}"),
                    session, at, result.score, int(result.passed), json.dumps(asdict(result)),
                )  # fmt: skip

        self._db.write(work)
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
        new = uuid.uuid4().hex
        about = self._db.query(f"SELECT {rows.SESSION_COLUMNS} FROM sessions WHERE id = ?", session)
        past = self._db.query("SELECT seq, at, seconds, type, data FROM events WHERE session = ? ORDER BY seq", session)
        shared = next(
            (place for place, row in enumerate(past) if row[3] == "replied" and json.loads(row[4])["turn"] == turn), -1
        )
        if shared < 0:
            raise StoreError("store.no_session", session=session)

        def work() -> None:
            if self._has(new):
                return
            _, trainee, scenario, lang, title, rubric, digest, engine, *_ = about[0]
            row = (new, float(at), trainee, scenario, lang, title, rubric, digest, engine, session, turn, 0)
            standing = self._begin(row, self._texts("session_texts", "session", session))
            for seq, then, seconds, kind, data in past[:shared]:
                link = chain.event_hash(standing.head, new, seq, then, seconds, kind, data)
                self._db.run(_INSERT_EVENT, new, seq, then, seconds, kind, data, link)
                event = rows.EVENT.validate_python(json.loads(data))
                standing = advance(standing, [(seq, then, link, event)])
            self._insert_standing(new, standing)

        self._db.write(work)
        return new

    def save_draft(self, session: str, draft: str, at: float) -> None:
        """Keeps what the trainee is typing, in place of what was kept before; "" keeps nothing."""

        def work() -> None:
            if draft:
                self._db.run(
                    "INSERT INTO drafts (session, at, text) VALUES (?, ?, ?) "
                    "ON CONFLICT (session) DO UPDATE SET at = excluded.at, text = excluded.text",
                    session, at, rows.pack(draft),
                )  # fmt: skip
            else:
                self._db.run("DELETE FROM drafts WHERE session = ?", session)

        self._db.write(work)

    # Inside

    def _has(self, session: str) -> bool:
        return bool(self._db.query("SELECT 1 FROM sessions WHERE id = ?", session))

    def _begin(self, row: tuple[Any, ...], texts: Sequence[chain.TextRow]) -> Standing:
        """Writes a session's row and texts. Returns where it stands before its first event."""
        root = chain.session_root(row, texts)
        self._insert_session(row, root, texts)
        return Standing(0, root, row[1])

    def _link(
        self, session: str, standing: Standing, events: Sequence[Event], at: float, seconds: float | None
    ) -> tuple[Standing, list[EventRow]]:
        """The standing after some events, and their rows."""
        linked: list[EventRow] = []
        for seq, event in enumerate(events, standing.seq + 1):
            took = float(seconds) if seconds is not None and isinstance(event, Replied) else None
            data = json.dumps(event.model_dump())
            link = chain.event_hash(standing.head, session, seq, at, took, event.type, data)
            linked.append((session, seq, float(at), took, event.type, data, link))
            standing = advance(standing, [(seq, float(at), link, event)])
        return standing, linked

    def _stand(self, session: str, standing: Standing, after: int) -> bool:
        """Keeps where a session stands, if its last event was `after` until now. Returns whether it was."""
        changes = ", ".join(f"{column} = ?" for column in rows.STANDING_COLUMNS.split(", "))
        return self._db.run(
            f"UPDATE standings SET {changes} WHERE session = ? AND seq = ?",
            *rows.standing_row(standing), session, after,
        ) == 1  # fmt: skip
