"""Sessions as data: JSON Lines with every event, or a table with a row per turn.

JSON Lines (UTF-8). For each session one line of `type` `session` with all that lists show of it (`session` is its id;
times are ISO 8601 in UTC), then one line per event: `session`, `seq` (from 1), `at`, `seconds` (on a reply: how long
it took, or null), `type` (began, spoke, replied, scored, moved, ended, recorded, reviewed) and the event's own fields;
at the end, where there are any, one line of `type` `session_levels` with what was judged over the whole session, and
where the trainee looked back, one line of `type` `review`.

CSV (UTF-8 with a byte order mark, comma, CRLF). One row per turn; what belongs to the session is repeated in each of
its rows, and what was judged over the whole of it stands in one text such as `feelings_first 3; talk_ratio 2`.
`level_<criterion>` is empty where the criterion was not assessed. A cell that a spreadsheet would run as a formula
begins with an apostrophe that is not part of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from simulator.model.score import ReplyScore
from simulator.reports.conduct import session_levels_record
from simulator.reports.inert import csv_row
from simulator.reports.transcript import Turn, turns_of
from simulator.store.records import SessionRow
from simulator.store.store import Store

_SESSION = (
    "session", "trainee", "scenario", "lang", "title", "rubric", "rubric_digest", "engine", "started", "branch_of",
    "branch_turn", "ending", "outcome", "session_score", "passed", "session_levels",
)  # fmt: skip
_TURN = ("turn", "beat", "customer", "reply", "at", "seconds", "mood", "mood_after", "score", "flags")


def iso(at: float) -> str:
    """A time as ISO 8601 in UTC, to the millisecond; "" where it is no time at all."""
    try:
        return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (OverflowError, ValueError, OSError):
        return ""


def session_record(row: SessionRow) -> dict[str, Any]:
    """A session as JSON shows it."""
    return {
        "session": row.id, "trainee": row.trainee, "scenario": row.scenario, "lang": row.lang, "title": row.title,
        "rubric": row.rubric, "rubric_digest": row.rubric_digest, "engine": row.engine, "started": iso(row.started),
        "last": iso(row.last), "turns": row.turns, "beat": row.beat, "mood": row.mood, "ending": row.ending,
        "outcome": row.outcome, "unfinished": row.unfinished, "score": row.score, "passed": row.passed,
        "branch_of": row.branch_of, "branch_turn": row.branch_turn,
    }  # fmt: skip


def session_records(store: Store, row: SessionRow) -> list[dict[str, Any]]:
    """One session as records fit for JSON, as JSON Lines have them.

    Raises:
        StoreError: it cannot be read.
    """
    records: list[dict[str, Any]] = [{"type": "session", **session_record(row)}]
    for stored in store.events(row.id):
        place = {"session": row.id, "seq": stored.seq, "at": iso(stored.at)}
        if stored.event.type == "replied":
            place["seconds"] = stored.seconds
        records.append({**place, **stored.event.model_dump()})
    if levels := store.session_levels(row.id):
        records.append({"type": "session_levels", "session": row.id, "levels": session_levels_record(levels)})
    if review := store.review(row.id):
        words = {"went_well": review.went_well, "next_time": review.next_time}
        records.append({"type": "review", "session": row.id, "at": iso(review.at), **words})
    return records


def csv_header(criteria: Iterable[str]) -> str:
    """The header row of the table, line end included; a file begins with `inert.BOM` before it."""
    return csv_row([*_SESSION, *_TURN, *(f"level_{name}" for name in criteria)])


def csv_rows(store: Store, row: SessionRow, criteria: tuple[str, ...]) -> list[str]:
    """One session's rows, line ends included.

    Raises:
        StoreError: it cannot be read.
    """
    about = [
        row.id, row.trainee, row.scenario, row.lang, row.title, row.rubric, row.rubric_digest, row.engine,
        iso(row.started), row.branch_of, row.branch_turn, row.ending, row.outcome, row.score,
        None if row.passed is None else str(row.passed).lower(),
        "; ".join(f"{one.criterion} {one.level}" for one in store.session_levels(row.id)),
    ]  # fmt: skip
    turns, _ = turns_of(store.events(row.id))
    return [csv_row([*about, *_turn_cells(turn, criteria)]) for turn in turns]


def _turn_cells(turn: Turn, criteria: tuple[str, ...]) -> Iterator[object]:
    yield from (turn.number, turn.beat, "\n".join(turn.customer), turn.reply, iso(turn.at), turn.seconds)
    yield from (turn.mood, turn.mood_after)
    score = turn.score or ReplyScore({}, (), None)
    yield from (score.score, " ".join(score.flags))
    yield from (score.levels.get(name) for name in criteria)
