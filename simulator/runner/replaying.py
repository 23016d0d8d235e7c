"""A session played again from its log: the same replies must lead to the same scores and the same customer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import reduce

from simulator.marking.rescored import Rescored
from simulator.model.event import Began, Event, Moved, Recorded, Replied, Reviewed, Scored
from simulator.model.scenario import Scenario
from simulator.model.score import ReplyScore, SessionLevel
from simulator.play.record import judge_record
from simulator.play.score import SessionScore, session_score
from simulator.play.state import State, apply, replay
from simulator.play.step import HELD, begin, context_for, step
from simulator.runner.whole import judged_whole
from simulator.scoring.engine import Engine
from simulator.store.records import StoredEvent


def differences(
    scenario: Scenario, engine: Engine, events: Sequence[StoredEvent], result: str | None
) -> Iterator[tuple[int | None, str]]:
    """Where a log differs from what the scenario and the engine make of its replies.

    Args:
        scenario: as it was played.
        engine: with the rubric it was judged by.
        events: all events of the session.
        result: the result that was logged, as JSON, or None.

    Yields:
        (number of the event, what differs: `score`, `play`, `record`); (None, `result`) for the session's result.
    """
    if not events:
        return
    parts = _parts(events)
    began = parts[0][0].event
    expected: tuple[Event, ...] = begin(scenario, began.beat, began.mood)[1] if isinstance(began, Began) else ()
    yield from _compare(parts[0], expected)
    state = replay(stored.event for stored in parts[0])
    for part in parts[1:]:
        yield from _compare(part, _again(scenario, engine, state, part))
        state = reduce(apply, (stored.event for stored in part), state)
    if result is not None and not _is(result, _result(engine, events, state)):
        yield None, "result"


def scored_anew(
    scenario: Scenario, engine: Engine, events: Sequence[StoredEvent]
) -> tuple[tuple[ReplyScore, ...], tuple[SessionLevel, ...]]:
    """What the replies of a session get by an engine, each where it was said, and the session as a whole.

    The play stays as it was: what the customer heard then led on, whatever the reply is worth now.

    Args:
        scenario: as it was played.
        engine: with the rubric to score by, whatever the session was played with.
        events: all events of the session.
    """
    scores: list[ReplyScore] = []
    state, judged = State(), list[StoredEvent]()
    for stored in events:
        event = stored.event
        if isinstance(event, Replied):
            scores.append(engine.score(event.text, context_for(scenario, state)))
        state = apply(state, event)
        if isinstance(event, Scored):
            stored = replace(stored, event=Scored(turn=event.turn, score=scores[-1]))
        judged.append(stored)
    return tuple(scores), judged_whole(judged, engine.rubric)


def rescored_rightly(kept: Rescored, scenario: Scenario, engine: Engine, events: Sequence[StoredEvent]) -> bool:
    """Whether what was kept of a session scored anew is what its replies get.

    Args:
        kept: what was kept. Where the session went on afterwards, it tells of the replies before that.
        scenario: as it was played.
        engine: with the rubric that it was scored anew with.
        events: all events of the session.
    """
    scored = [place for place, stored in enumerate(events) if isinstance(stored.event, Scored)]
    if len(kept.scores) > len(scored):
        return False
    if len(kept.scores) < len(scored):
        events = events[: scored[len(kept.scores)] - 1]
    scores, whole = scored_anew(scenario, engine, events)
    mark = session_score(scores, engine.rubric, whole)
    return (kept.scores, kept.whole, kept.score, kept.passed) == (scores, whole, mark.score, mark.passed)


def _parts(events: Sequence[StoredEvent]) -> list[list[StoredEvent]]:
    """The opening; then for each reply it and what came of it; then each thing that was added after the end."""
    parts: list[list[StoredEvent]] = [[]]
    for stored in events:
        if isinstance(stored.event, Replied | Recorded | Reviewed):
            parts.append([])
        parts[-1].append(stored)
    return parts


def _again(scenario: Scenario, engine: Engine, state: State, part: Sequence[StoredEvent]) -> tuple[Event, ...]:
    first = part[0].event
    if isinstance(first, Recorded):
        return (Recorded(record=first.record, score=judge_record(first.record, scenario, state.promised)),)
    if isinstance(first, Reviewed):
        # What trainees think of themselves follows from nothing.
        return (first,)
    if not isinstance(first, Replied) or state.ended or state.beat not in scenario.beats:
        return ()
    if len(part) == 1:
        # Killed before it was answered.
        return (first,)
    score = engine.score(first.text, context_for(scenario, state))
    # An author who tries a changed scenario is kept at a place.
    held = next((s.event.to for s in part if isinstance(s.event, Moved) and s.event.way == HELD), None)
    return step(scenario, state, first.text, score, held_to=held)[1]


def _result(engine: Engine, events: Sequence[StoredEvent], state: State) -> SessionScore:
    return session_score(state.scores, engine.rubric, judged_whole(events, engine.rubric))


def _is(logged: str, result: SessionScore) -> bool:
    try:
        return bool(json.loads(logged) == json.loads(json.dumps(asdict(result))))
    except (ValueError, RecursionError):
        return False


def _compare(logged: Sequence[StoredEvent], expected: Sequence[Event]) -> Iterator[tuple[int | None, str]]:
    for place, stored in enumerate(logged):
        if place >= len(expected) or stored.event != expected[place]:
            kind = {"scored": "score", "recorded": "record"}.get(stored.event.type, "play")
            yield stored.seq, kind
            # What follows hangs on it.
            return
    if len(logged) < len(expected):
        yield logged[-1].seq, "play"
