"""The hash chain: each row of a stream carries a hash over the row before it and its own content. Pure.

The first link of a session covers the session's row and the digests of its texts, so that scenario, rubric and engine
version are locked with what was said; an assessment's digest and a sitting's row do the same for a sitting. Whoever
can rewrite a file can also recompute its chain: that a head is the one it was, only a receipt kept elsewhere shows.

The canonical form is a JSON array in ASCII without spaces, floats in the shortest form that reads back as the same
float, texts from people as they are packed in the log. Its first element says what kind of link it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

#: (place, role, name, digest) of a text that a session or an assessment rests on; the name packed.
TextRow = tuple[int, str, str, str]


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal, which names a content."""
    return hashlib.sha256(data).hexdigest()


def session_root(row: Sequence[object], texts: Iterable[TextRow]) -> str:
    """The first link of a session.

    Args:
        row: id, started, trainee, scenario, lang, title, rubric, rubric_digest, engine, branch_of, branch_turn, late:
            as in the log.
        texts: what it is played with, in order.
    """
    return _link("session", [*row], [[*text] for text in texts])


def event_hash(previous: str, session: str, seq: int, at: float, seconds: float | None, kind: str, data: str) -> str:
    """The link of an event after the one before it; `data` is its JSON as in the log."""
    return _link("event", previous, session, seq, float(at), None if seconds is None else float(seconds), kind, data)


def assessment_digest(texts: Iterable[TextRow]) -> str:
    """The digest of an assessment: over all its texts."""
    return _link("assessment", [[*text] for text in texts])


def sitting_root(row: Sequence[object]) -> str:
    """The first link of a sitting; `row` is id, assessment, seat, name, group, lang, attempt, seed, started."""
    return _link("sitting", [*row])


def sitting_hash(previous: str, sitting: str, seq: int, at: float, kind: str, session: str | None, data: str) -> str:
    """The link of a sitting's event."""
    return _link("sat", previous, sitting, seq, float(at), kind, session, data)


def entries_root(subject: str) -> str:
    """What the first entry about a subject follows on."""
    return _link("entries", subject)


def entry_hash(previous: str, id_: str, subject: str, seq: int, kind: str, author: str, at: float, data: str) -> str:
    """The link of an entry."""
    return _link("entry", previous, id_, subject, seq, kind, author, float(at), data)


def _link(*parts: object) -> str:
    return digest(json.dumps(parts, separators=(",", ":")).encode("ascii"))
