"""Rows of the log to records and back: text packed as JSON in ASCII, events, standings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from simulator.model.event import Event
from simulator.model.score import SessionLevel
from simulator.store.records import SessionRow, Sitting, SittingMeta, Standing

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
LEVELS: TypeAdapter[tuple[SessionLevel, ...]] = TypeAdapter(tuple[SessionLevel, ...])

STANDING_COLUMNS = "seq, head, last, beat, mood, turns, reply_score, flags, criteria, ending, outcome, score, passed"
SESSION_COLUMNS = "id, trainee, scenario, lang, title, rubric, rubric_digest, engine, started, branch_of, branch_turn"
SITTING_COLUMNS = 'id, assessment, seat, name, "group", lang, attempt, seed, started'
SITTING_STANDING_COLUMNS = "seq, head, last, kind, session"
#: Rows as they lie in the log.
ROOT_COLUMNS = (
    "id, started, trainee, scenario, lang, title, rubric, rubric_digest, engine, branch_of, branch_turn, late"
)
EVENT_COLUMNS = "seq, at, seconds, type, data, hash"
STEP_COLUMNS = "seq, at, kind, session, data, hash"
ENTRY_COLUMNS = "id, subject, seq, kind, author, at, data, hash"
RESULT_COLUMNS = "at, score, passed, data"


def of(table: str, columns: str) -> str:
    """The columns with the name of their table before each."""
    return ", ".join(f"{table}.{column}" for column in columns.split(", "))


def insert(table: str, columns: str) -> str:
    """The statement that adds a row."""
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(columns.split(', ')))})"


def pack(words: str) -> str:
    """Text from people as it is kept: JSON in ASCII."""
    return json.dumps(words)


def unpack(data: Any) -> str:
    """The text again.

    Raises:
        ValueError, TypeError: it is none.
    """
    return str(json.loads(data))


def read_event(data: Any) -> Event | None:
    """An event, or None where it can't be read."""
    try:
        return EVENT.validate_python(json.loads(data))
    except (ValueError, TypeError, RecursionError, ValidationError):
        return None


def standing_row(standing: Standing) -> tuple[Any, ...]:
    """The values of `STANDING_COLUMNS`."""
    s = standing
    return (
        s.seq, s.head, s.last, s.beat, s.mood, s.turns, s.reply_score, json.dumps(s.flags), json.dumps(s.criteria),
        s.ending, s.outcome, s.score, None if s.passed is None else int(s.passed),
    )  # fmt: skip


def standing(row: Sequence[Any]) -> Standing:
    """The standing of a row of `STANDING_COLUMNS`.

    Raises:
        ValueError, TypeError: it is damaged.
    """
    seq, head, last, beat, mood, turns, reply_score, flags, criteria, ending, outcome, score, passed = row
    raised = tuple((str(name), int(turn)) for name, turn in json.loads(flags)) if flags != "[]" else ()
    return Standing(
        seq, head, last, beat, mood, turns, reply_score, raised, tuple(json.loads(criteria)), ending, outcome, score,
        None if passed is None else bool(passed),
    )  # fmt: skip


def with_result(standing: Standing, result: Sequence[Any]) -> Standing:
    """The standing with a result's (score, passed), as in the log; both None where there is none."""
    score, passed = result
    return replace(standing, score=score, passed=None if passed is None else bool(passed))


def session(row: Sequence[Any]) -> SessionRow:
    """The session of a row of `SESSION_COLUMNS` and `STANDING_COLUMNS`.

    Raises:
        ValueError, TypeError: it is damaged.
    """
    id_, trainee, scenario, lang, title, rubric, rubric_digest, engine, started, branch_of, branch_turn = row[:11]
    return SessionRow(
        id_, unpack(trainee), scenario, lang, unpack(title), rubric, rubric_digest, engine, started, branch_of,
        branch_turn, standing(row[11:]),
    )  # fmt: skip


def sitting(row: Sequence[Any]) -> Sitting:
    """The sitting of a row of `SITTING_COLUMNS` and `SITTING_STANDING_COLUMNS`.

    Raises:
        ValueError, TypeError: it is damaged.
    """
    id_, assessment, seat, name, group, lang, attempt, seed, started, seq, head, last, kind, opened = row
    meta = SittingMeta(
        assessment=assessment, seat=unpack(seat), name=unpack(name), group=unpack(group), lang=lang, attempt=attempt,
        seed=seed, started=started,
    )  # fmt: skip
    return Sitting(id_, meta, seq, head, last, kind, opened)
