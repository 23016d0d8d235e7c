"""The part of the store that takes in what another log holds, without changing anything that is there."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.store import chain, rows
from simulator.store.checking import Checking, stands
from simulator.store.raw import RawSession, RawSitting, Row

#: A digest to the bytes of the content, or None.
Content = Callable[[str], bytes | None]


@dataclass(frozen=True)
class Taken:
    """What became of a session or sitting that another log holds.

    Attributes:
        how: `new`; `longer`: it went on from what was here; `same`: it is here already, or more of it; `conflict`:
            what is here is something else, and stays; `erased`: its trainee was erased here; `lacking`: it rests on
            something that is neither here nor sound there.
        seq: on a conflict, the number of the first event that differs; None where it began otherwise.
    """

    how: Literal["new", "longer", "same", "conflict", "erased", "lacking"]
    seq: int | None = None


class Collecting(Checking):
    """Sessions, sittings, assessments and entries of another log taken in, each in one transaction."""

    def erased(self) -> frozenset[str]:
        """The ids of the sessions, sittings and entries that were erased here, and must not come back."""
        ids: set[str] = set()
        for row in self._db.query("SELECT data FROM erasures"):
            with self._sound():
                ids |= {*json.loads(row[0])["ids"]}
        return frozenset(ids)

    def take_session(self, raw: RawSession, content: Content, draft: str) -> Taken:
        """Takes in a session whose chain was checked."""

        def work() -> Taken:
            own = self.raw_session(raw.row[0])
            if own is None:
                return self._new_session(raw, content, draft)
            taken = _compare(own.root, own.events, raw.root, raw.events)
            if taken.how == "longer":
                self._add_events(raw, len(own.events))
                self._add_results(raw, len(own.results))
                self._restand(raw, draft)
            return taken

        return self._db.write(work)

    def take_sitting(self, raw: RawSitting) -> Taken:
        """Takes in a sitting whose chain was checked, after its assessment and its sessions."""

        def work() -> Taken:
            own = self.raw_sitting(raw.row[0])
            if not self._rests(raw):
                return Taken("lacking")
            if own is None:
                self._db.run(rows.insert("sittings", f"{rows.SITTING_COLUMNS}, root"), *raw.row, raw.root)
            taken = _compare(own.root, own.steps, raw.root, raw.steps) if own else Taken("new")
            if taken.how in ("new", "longer"):
                self._add_steps(raw, len(own.steps) if own else 0)
            return taken

        return self._db.write(work)

    def take_assessment(self, row: Row, texts: Sequence[chain.TextRow], content: Content) -> bool:
        """Takes in an assessment that is not here. Returns whether it is here now."""

        def work() -> bool:
            if self._db.query("SELECT 1 FROM assessments WHERE digest = ?", row[0]):
                return True
            if not self._keep_contents(texts, content):
                return False
            self._insert_assessment(row, texts)
            return True

        return self._db.write(work)

    # Inside

    def _new_session(self, raw: RawSession, content: Content, draft: str) -> Taken:
        branch_of = raw.row[9]
        if branch_of and not self._db.query("SELECT 1 FROM sessions WHERE id = ?", branch_of):
            return Taken("lacking")
        if not self._keep_contents(raw.texts, content):
            return Taken("lacking")
        self._insert_session(raw.row, raw.root, raw.texts)
        self._add_events(raw, 0)
        self._add_results(raw, 0)
        self._restand(raw, draft)
        return Taken("new")

    def _add_events(self, raw: RawSession, after: int) -> None:
        insert = rows.insert("events", f"session, {rows.EVENT_COLUMNS}")
        self._db.many(insert, [(raw.row[0], *event) for event in raw.events[after:]])

    def _add_results(self, raw: RawSession, after: int) -> None:
        insert = rows.insert("results", f"session, {rows.RESULT_COLUMNS}")
        self._db.many(insert, [(raw.row[0], *result) for result in raw.results[after:]])

    def _restand(self, raw: RawSession, draft: str) -> None:
        session = raw.row[0]
        self._db.run("DELETE FROM standings WHERE session = ?", session)
        self._insert_standing(session, stands(raw))
        self._db.run("DELETE FROM drafts WHERE session = ?", session)
        if draft:
            last = raw.events[-1][1] if raw.events else raw.row[1]
            self._db.run(rows.insert("drafts", "session, at, text"), session, last, rows.pack(draft))

    def _rests(self, raw: RawSitting) -> bool:
        sessions = {step[3] for step in raw.steps if step[3]}
        there = [self._db.query("SELECT 1 FROM sessions WHERE id = ?", session) for session in sessions]
        return all(there) and bool(self._db.query("SELECT 1 FROM assessments WHERE digest = ?", raw.row[1]))

    def _add_steps(self, raw: RawSitting, after: int) -> None:
        sitting = raw.row[0]
        insert = rows.insert("sitting_events", f"sitting, {rows.STEP_COLUMNS}")
        self._db.many(insert, [(sitting, *step) for step in raw.steps[after:]])
        last = raw.steps[-1] if raw.steps else None
        session = next((step[3] for step in reversed(raw.steps) if step[3]), None)
        standing = (
            len(raw.steps), last[5] if last else raw.root, max([raw.row[8], *(step[1] for step in raw.steps)]),
            last[2] if last else "", session,
        )  # fmt: skip
        self._db.run("DELETE FROM sitting_standings WHERE sitting = ?", sitting)
        insert = rows.insert("sitting_standings", f"{rows.SITTING_STANDING_COLUMNS}, sitting")
        self._db.run(insert, *standing, sitting)

    def _keep_contents(self, texts: Sequence[chain.TextRow], content: Content) -> bool:
        """Whether all texts are here now."""
        for digest in sorted({text[3] for text in texts}):
            if self._db.query("SELECT 1 FROM contents WHERE digest = ?", digest):
                continue
            data = content(digest)
            if data is None or chain.digest(data) != digest:
                return False
            self._db.run("INSERT INTO contents (digest, data) VALUES (?, ?) ON CONFLICT DO NOTHING", digest, data)
        return True


def _compare(own_root: str, own: Sequence[Row], root: str, events: Sequence[Row]) -> Taken:
    """How another log's events stand to the own ones; the hash is the last column of each."""
    if own_root != root:
        return Taken("conflict")
    for mine, theirs in zip(own, events, strict=False):
        if mine[-1] != theirs[-1]:
            return Taken("conflict", int(theirs[0]))
    return Taken("longer" if len(events) > len(own) else "same")
