"""Whether what lies in the log is what was logged: every chain walked, every link made again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

from simulator.store import chain, rows
from simulator.store.raw import Raw, RawSession, RawSitting, Row
from simulator.store.records import Standing
from simulator.store.standing import advance

#: What a row that holds something else than it should ends in.
UNFIT = (ValueError, TypeError, AttributeError, KeyError, OverflowError, RecursionError)
_ID = re.compile(r"[0-9a-f]{32}")

#: How far an event is looked for from where it stands, and in how many cases, before it just counts as altered.
_NEAR, _MOST = 10, 20

Stream = Literal["session", "sitting", "entries", "assessment", "text"]


@dataclass(frozen=True)
class Finding:
    """Something in the log that is not as it was logged.

    Attributes:
        stream: what kind of stream it is in.
        id: which one: a session's or sitting's id, an entry's subject, a digest.
        code: what is wrong, as in the catalogue under `verify`.
        seq: the number of the event, step or entry, or None where it is about the whole.
        values: what fills the places of the sentence.
    """

    stream: Stream
    id: str
    code: str
    seq: int | None = None
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class _Link:
    seq: int
    hash: str
    make: Callable[[str, int], str]


class Checking(Raw):
    """The checks that need nothing but the log itself."""

    def check_session(self, session: str) -> list[Finding]:
        """What is wrong with the chain of a session, in the order of its events."""
        raw = self.raw_session(session)
        if raw is None:
            return [Finding("session", session, "missing_session", values={"session": session})]
        return [*check_session(raw)]

    def check_sitting(self, sitting: str) -> list[Finding]:
        """What is wrong with the chain of a sitting."""
        raw = self.raw_sitting(sitting)
        found = [*check_sitting(raw)] if raw else []
        gone = [
            Finding("sitting", sitting, "missing_session", step[0], {"session": step[3]})
            for step in (raw.steps if raw else ())
            if step[3] and not self._db.query("SELECT 1 FROM sessions WHERE id = ?", step[3])
        ]
        return found + gone

    def check_texts(self) -> Iterator[Finding]:
        """Texts that are not what their digest says, and assessments that are not."""
        for digest in self.digests():
            if chain.digest(self.raw_content(digest) or b"") != digest:
                yield Finding("text", digest, "text")
        for row, texts in self.raw_assessments():
            if not is_assessment(row, texts):
                yield Finding("assessment", row[0], "assessment")

    def check_entries(self) -> Iterator[Finding]:
        """What is wrong with the chains of entries."""
        for subject, entries in groupby(self.raw_entries(), lambda row: str(row[1])):
            links = [_Link(row[2], row[7], _entry(row)) for row in entries]
            try:
                for seq, code, values in _walk(chain.entries_root(subject), links, None, None):
                    yield Finding("entries", subject, code, seq, values)
            except UNFIT:
                yield Finding("entries", subject, "altered")


def check_session(raw: RawSession) -> Iterator[Finding]:
    """What is wrong with the chain of a session, whoever wrote it: its rows may hold anything."""
    try:
        yield from _check_session(raw)
    except UNFIT:
        yield Finding("session", str(raw.row[0]), "root")


def check_sitting(raw: RawSitting) -> Iterator[Finding]:
    """What is wrong with the chain of a sitting, whoever wrote it."""
    try:
        yield from _check_sitting(raw)
    except UNFIT:
        yield Finding("sitting", str(raw.row[0]), "root")


def _check_session(raw: RawSession) -> Iterator[Finding]:
    id_ = str(raw.row[0])
    words = [raw.row[2], raw.row[5], *(name for _, _, name, _ in raw.texts)]
    if not (_ID.fullmatch(id_) and _read(words) and chain.session_root(raw.row, raw.texts) == raw.root):
        yield Finding("session", id_, "root")
    if not all(_is_result(row) for row in raw.results):
        yield Finding("session", id_, "result")
    standing = raw.standing
    links = [_Link(row[0], row[5], _event(id_, row)) for row in raw.events]
    sound = True
    for seq, code, values in _walk(raw.root, links, *_end(standing)):
        sound = False
        yield Finding("session", id_, code, seq, values)
    if sound and (standing is None or not _same(standing, stands(raw))):
        yield Finding("session", id_, "summary")


def _check_sitting(raw: RawSitting) -> Iterator[Finding]:
    id_ = str(raw.row[0])
    if not (_ID.fullmatch(id_) and _read(raw.row[2:5]) and chain.sitting_root(raw.row) == raw.root):
        yield Finding("sitting", id_, "root")
    links = [_Link(row[0], row[5], _step(id_, row)) for row in raw.steps]
    standing = raw.standing
    for seq, code, values in _walk(raw.root, links, *_end(standing)):
        yield Finding("sitting", id_, code, seq, values)


def is_assessment(row: Row, texts: Sequence[chain.TextRow]) -> bool:
    """Whether an assessment rests on what its digest says."""
    try:
        return _read([row[2]]) and chain.assessment_digest(texts) == row[0]
    except UNFIT:
        return False


def is_entry(row: Row) -> bool:
    """Whether an entry holds what one should, as far as its chain does not say so."""
    id_, _, _, _, author, at, data, _ = row
    try:
        return bool(_ID.fullmatch(id_)) and _read([author]) and isinstance(json.loads(data), dict) and float(at) == at
    except UNFIT:
        return False


def _is_result(row: Row) -> bool:
    at, score, passed, data = row
    numbers = isinstance(at, float) and (score is None or isinstance(score, float)) and passed in (0, 1)
    return numbers and isinstance(json.loads(data), dict)


def stands(raw: RawSession) -> Standing:
    """Where a session stands by its events and its last result."""
    events = ((row[0], row[1], row[5], rows.read_event(row[4])) for row in raw.events)
    standing = advance(Standing(0, raw.root, float(raw.row[1])), events)
    return rows.with_result(standing, raw.results[-1][1:3]) if raw.results else standing


def _read(words: Iterable[Any]) -> bool:
    """Whether all of these are packed text; raises one of `UNFIT` where one is not."""
    return all(rows.pack(rows.unpack(text)) == text for text in words)


def _end(standing: Row | None) -> tuple[int | None, str | None]:
    """The number and hash of the last event, if they are known."""
    return (standing[0], standing[1]) if standing else (None, None)


def _same(row: Row, standing: Standing) -> bool:
    try:
        return rows.standing(row) == standing
    except (ValueError, TypeError):
        return False


def _event(session: str, row: Row) -> Callable[[str, int], str]:
    _, at, seconds, kind, data, _ = row
    return lambda previous, seq: chain.event_hash(previous, session, seq, at, seconds, kind, data)


def _step(sitting: str, row: Row) -> Callable[[str, int], str]:
    _, at, kind, session, data, _ = row
    return lambda previous, seq: chain.sitting_hash(previous, sitting, seq, at, kind, session, data)


def _entry(row: Row) -> Callable[[str, int], str]:
    id_, subject, _, kind, author, at, data, _ = row
    return lambda previous, seq: chain.entry_hash(previous, id_, subject, seq, kind, author, at, data)


def _walk(
    root: str, links: Sequence[_Link], last: int | None, head: str | None
) -> Iterator[tuple[int | None, str, dict[str, Any]]]:
    """(number, code, values) of all that breaks a chain; `last` and `head` are where it ended, if that is known."""
    previous: str | None = root
    due, odd = 1, 0
    for link in links:
        if link.seq > due:
            yield _gap(due, link.seq - 1)
            # What it follows on is gone, so that it cannot be judged.
            previous = None
        if previous is not None and not _holds(link, previous):
            odd += 1
            was = _was(link, root, links) if odd <= _MOST else None
            yield (link.seq, "reordered", {"was": was}) if was else (link.seq, "altered", {})
        previous, due = link.hash, link.seq + 1
    if last is not None and last >= due:
        yield _gap(due, last)
    elif last is not None and (last != due - 1 or head != previous):
        yield None, "end", {"last": last}


def _gap(first: int, last: int) -> tuple[int, str, dict[str, Any]]:
    return (first, "missing", {}) if first == last else (first, "missing_many", {"last": last})


def _holds(link: _Link, previous: str) -> bool:
    try:
        return link.make(previous, link.seq) == link.hash
    except (ValueError, TypeError):
        return False


def _was(link: _Link, root: str, links: Sequence[_Link]) -> int | None:
    """The number that an event had when it was logged, where it was just put elsewhere."""
    for previous in (root, *(other.hash for other in links)):
        for seq in range(max(1, link.seq - _NEAR), link.seq + _NEAR + 1):
            if seq != link.seq and _holds(_Link(seq, link.hash, link.make), previous):
                return seq
    return None
