"""The answers of a class: one JSON object a line, `{seat, scenario?, replies, seconds?}`.

`seat` is an id of the roster, `replies` what the seat said to the customer of a scenario, in order, and `seconds` how
long each took, where that is known. `scenario` may be left out where the seat sits one only. Other keys are left alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.language.nearest import nearest
from simulator.language.roster import folded
from simulator.model.assessment import Assessment, Seat
from simulator.play.draw import draws
from simulator.play.rehearse import MOST_TURNS
from simulator.play.reply import REPLY_LIMIT, typed
from simulator.runner.batch import LineError, parsed


@dataclass(frozen=True)
class Answer:
    """What a seat said in a scenario.

    Attributes:
        line: the line of the file, from 1.
        scenario: in which scenario.
        replies: the replies in order, as a screen would take them.
        seconds: how long each took, or None.
    """

    line: int
    scenario: str
    replies: tuple[str, ...]
    seconds: tuple[float | None, ...]


#: Scenario to its answer.
Answers = Mapping[str, Answer]


@dataclass(frozen=True)
class Sorted:
    """The answers of a class.

    Attributes:
        work: seat to scenario to its answer, in the order of the roster.
        bad: the lines that could not be taken, with why.
        held: seats of which a line could not be taken, or could be among those that nobody can read: sat now, they
            would lose what is mended later.
    """

    work: dict[Seat, dict[str, Answer]]
    bad: tuple[tuple[int, LineError], ...]
    held: tuple[Seat, ...]


def sorted_out(rules: Assessment, seats: tuple[Seat, ...], lines: Iterable[tuple[int, bytes | LineError]]) -> Sorted:
    """Sorts the answers by seat.

    Args:
        rules: the assessment.
        seats: its roster.
        lines: numbers and lines, as `raw_lines` gives them.
    """
    plans = dict(zip(seats, draws(rules), strict=False))
    known = {folded(seat.id): seat for seat in seats}
    taken: dict[Seat, dict[str, Answer]] = {seat: {} for seat in seats}
    bad: list[tuple[int, LineError]] = []
    held: set[Seat] = set()
    nobodys = False
    for number, line in lines:
        seat: Seat | None = None
        try:
            if isinstance(line, LineError):
                raise line
            value = _object(line)
            seat = _seat(value, known)
            answer = _answer(number, seat, plans[seat], value)
            if answer.scenario in taken[seat]:
                first = taken[seat][answer.scenario].line
                raise LineError("assess.line.twice", seat=seat.id, scenario=answer.scenario, line=first)
            taken[seat][answer.scenario] = answer
        except LineError as error:
            bad.append((number, error))
            held.update((seat,) if seat else ())
            nobodys |= seat is None
    if nobodys:
        held.update(seat for seat, answers in taken.items() if answers and len(answers) < len(plans[seat]))
    work = {seat: answers for seat, answers in taken.items() if answers and seat not in held}
    return Sorted(work, tuple(bad), tuple(seat for seat in seats if seat in held))


def _object(line: bytes) -> dict[str, Any]:
    value = parsed(line)
    if not isinstance(value, dict):
        raise LineError("assess.line.not_an_object")
    return value


def _seat(value: Mapping[str, Any], known: Mapping[str, Seat]) -> Seat:
    if "seat" not in value:
        raise LineError("score.missing", field="seat")
    written = value["seat"]
    # A student number may stand there as a number.
    if isinstance(written, bool) or not isinstance(written, str | int):
        raise LineError("score.needs_id", field="seat")
    seat = known.get(folded(str(written)))
    if seat is not None:
        return seat
    shown = str(written)[:40]
    near = nearest(folded(shown), known)
    if near is None:
        raise LineError("assess.line.unknown_seat", seat=shown)
    raise LineError("assess.line.meant_seat", seat=shown, meant=known[near].id)


def _answer(number: int, seat: Seat, plan: tuple[str, ...], value: Mapping[str, Any]) -> Answer:
    scenario = value.get("scenario")
    if scenario is not None and not isinstance(scenario, str):
        raise LineError("score.needs_text", field="scenario")
    if scenario is None and len(plan) == 1:
        scenario = plan[0]
    if scenario not in plan:
        key = "which" if scenario is None else "not_in_plan"
        raise LineError(f"assess.line.{key}", seat=seat.id, scenario=scenario, plan=", ".join(plan))
    if "replies" not in value:
        raise LineError("score.missing", field="replies")
    said = _list(value["replies"], "replies")
    if len(said) > MOST_TURNS:
        raise LineError("assess.line.many_replies", count=len(said), limit=MOST_TURNS)
    replies = tuple(_reply(reply, f"replies[{n}]") for n, reply in enumerate(said))
    times = _list(value.get("seconds") or [], "seconds")
    seconds = tuple(_seconds(times[n], f"seconds[{n}]") if n < len(times) else None for n in range(len(replies)))
    return Answer(number, scenario, replies, seconds)


def _list(value: Any, field: str) -> list[Any]:
    if not isinstance(value, list):
        raise LineError("score.needs_list", field=field)
    return value


def _reply(value: Any, field: str) -> str:
    if not isinstance(value, str):
        raise LineError("score.needs_text", field=field)
    reply = typed(value)
    if len(reply) > REPLY_LIMIT:
        raise LineError("assess.line.long_reply", field=field, length=len(reply), limit=REPLY_LIMIT)
    return reply


def _seconds(value: Any, field: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise LineError("assess.line.bad_seconds", field=field)
    return float(value)
