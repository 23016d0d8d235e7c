"""The part of the store that sessions are read from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from simulator.model.event import Event
from simulator.model.score import SessionLevel
from simulator.store import rows
from simulator.store.base import Part
from simulator.store.errors import StoreError
from simulator.store.records import SessionRow, StoredEvent, TextRef

_ASK = (
    f"SELECT {rows.of('s', rows.SESSION_COLUMNS)}, {rows.of('n', rows.STANDING_COLUMNS)} "
    "FROM sessions s JOIN standings n ON n.session = s.id"
)


class Reading(Part):
    """Sessions listed and read."""

    def events(self, session: str) -> tuple[StoredEvent, ...]:
        """All events of a session, in order.

        Raises:
            StoreError: `store.no_session`, or `store.unreadable_event`.
        """
        self._standing(session)
        found = self._db.query("SELECT seq, at, seconds, data FROM events WHERE session = ? ORDER BY seq", session)
        return tuple(StoredEvent(seq, at, seconds, self._event(session, seq, data)) for seq, at, seconds, data in found)

    def plain_events(self, session: str, *types: str) -> list[tuple[float | None, dict[str, Any]]]:
        """(seconds that a reply took, event as plain data) of a session's events of some types, in order.

        Several times quicker than `events`: for whoever counts through a whole log.

        Raises:
            StoreError: the log can't be read.
        """
        asked = ", ".join("?" * len(types))
        found = self._db.query(
            f"SELECT seconds, data FROM events WHERE session = ? AND type IN ({asked}) ORDER BY seq", session, *types
        )
        with self._sound():
            return [(seconds, dict(json.loads(data))) for seconds, data in found]

    def session(self, session: str) -> SessionRow:
        """One session's row.

        Raises:
            StoreError: `store.no_session`.
        """
        found = self._db.query(f"{_ASK} WHERE s.id = ?", session)
        if not found:
            raise StoreError("store.no_session", session=session)
        with self._sound():
            return rows.session(found[0])

    def sessions(
        self,
        *,
        trainee: str | None = None,
        scenario: str | None = None,
        since: float | None = None,
        newest_first: bool = False,
    ) -> Iterator[SessionRow]:
        """The sessions in the order they began, read page by page, so that a log of any length fits in memory.

        Args:
            trainee: only this trainee's.
            scenario: only this scenario's, in any language.
            since: only those in which something was logged at that time (seconds since 1970, UTC) or later: a desk
                that looks again and again asks for little.
            newest_first: the other way round.
        """
        asked = {
            "s.trainee = ?": None if trainee is None else rows.pack(trainee),
            "s.scenario = ?": scenario,
            "n.last >= ?": since,
        }
        where = {condition: value for condition, value in asked.items() if value is not None}
        return self._pages(
            _ASK, [*where], [*where.values()], ("s.started", "s.id"),
            read=rows.session, place=lambda row: (row.started, row.id), newest_first=newest_first,
        )  # fmt: skip

    def matching(self, prefix: str) -> tuple[str, ...]:
        """The ids (at most 10) that begin with some hexadecimal digits."""
        if not re.fullmatch(r"[0-9a-f]{1,32}", prefix):
            return ()
        found = self._db.query(
            "SELECT id FROM sessions WHERE id >= ? AND id < ? ORDER BY id LIMIT 10", prefix, prefix + "g"
        )
        return tuple(row[0] for row in found)

    def best_scores(self, trainee: str) -> dict[tuple[str, str], float]:
        """(scenario, language) to the trainee's best score of 0-100. Branches don't count: they were played knowing
        what the debrief said."""
        found = self._db.query(
            "SELECT s.scenario, s.lang, max(n.score) FROM sessions s JOIN standings n ON n.session = s.id "
            "WHERE s.trainee = ? AND s.branch_of IS NULL AND n.score IS NOT NULL GROUP BY s.scenario, s.lang",
            rows.pack(trainee),
        )
        return {(scenario, lang): score for scenario, lang, score in found}

    def latest_levels(self, trainee: str, lang: str, sessions: int) -> tuple[dict[str, float], ...]:
        """Criterion to its mean level (0 to 3) in each of the trainee's latest finished sessions, the newest first.

        Args:
            trainee: whose.
            lang: only sessions in this language, `en` or `zh`.
            sessions: how many at the most. Branches don't count, as with `best_scores`.
        """
        found = self._db.query(
            "SELECT r.data FROM results r JOIN sessions s ON s.id = r.session WHERE s.trainee = ? AND s.lang = ? "
            "AND s.branch_of IS NULL ORDER BY s.started DESC, r.id DESC LIMIT ?",
            rows.pack(trainee), lang, sessions,
        )  # fmt: skip
        with self._sound():
            return tuple(
                {str(name): float(level) for name, level in json.loads(data)["by_criterion"].items()}
                for (data,) in found
            )

    def mean_levels(self, session: str) -> dict[str, float]:
        """Criterion to its mean level (0 to 3) by the engine over a session that is over; nothing where it is not."""
        found = self._db.query("SELECT data FROM results WHERE session = ? ORDER BY id DESC LIMIT 1", session)
        with self._sound():
            return dict(json.loads(found[0][0])["by_criterion"]) if found else {}

    def draft(self, session: str) -> str:
        """What the trainee was typing, or ""."""
        found = self._db.query("SELECT text FROM drafts WHERE session = ?", session)
        with self._sound():
            return rows.unpack(found[0][0]) if found else ""

    def typing(self, since: float) -> dict[str, float]:
        """The sessions in which something unsent was typed at that time (seconds since 1970, UTC) or later, to when."""
        found = self._db.query("SELECT session, at FROM drafts WHERE at >= ?", since)
        return {str(session): float(at) for session, at in found}

    def texts(self, session: str) -> tuple[TextRef, ...]:
        """What the session was played with: the scenario first, then the rubric's files."""
        found = self._db.query("SELECT role, name, digest FROM session_texts WHERE session = ? ORDER BY place", session)
        with self._sound():
            return tuple(TextRef(role, rows.unpack(name), digest) for role, name, digest in found)

    def content(self, digest: str) -> str:
        """A text by the SHA-256 of its UTF-8 bytes, in hexadecimal.

        Raises:
            StoreError: `store.no_content`.
        """
        found = self._db.query("SELECT data FROM contents WHERE digest = ?", digest)
        if not found:
            raise StoreError("store.no_content", digest=digest, path=self.where)
        with self._sound():
            return bytes(found[0][0]).decode("utf-8", "surrogatepass")

    def criteria(self, session: str | None = None) -> tuple[str, ...]:
        """Every criterion that some reply of the log (or of one session) was judged on, first seen first."""
        if session is not None:
            return self._standing(session).criteria
        found = self._db.query(
            "SELECT n.criteria FROM standings n JOIN sessions s ON s.id = n.session "
            "GROUP BY n.criteria ORDER BY min(s.started), min(s.id)"
        )
        with self._sound():
            return tuple(dict.fromkeys(name for row in found for name in json.loads(row[0])))

    def session_levels(self, session: str) -> tuple[SessionLevel, ...]:
        """What was judged over a whole session when it ended; nothing where it has not."""
        found = self._db.query("SELECT data FROM results WHERE session = ? ORDER BY id DESC LIMIT 1", session)
        with self._sound():
            return rows.LEVELS.validate_python(json.loads(found[0][0]).get("session", ())) if found else ()

    def _event(self, session: str, seq: int, data: Any) -> Event:
        try:
            return rows.EVENT.validate_python(json.loads(data))
        except (ValueError, TypeError, RecursionError, ValidationError) as error:
            raise StoreError("store.unreadable_event", session=session, seq=seq, path=self.where) from error
