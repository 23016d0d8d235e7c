"""The replies of a session played again through a changed scenario, as its author edits it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from simulator.model.event import Began, Event, Moved
from simulator.model.scenario import Scenario
from simulator.model.score import Context, ReplyScore
from simulator.play.state import State
from simulator.play.step import begin, context_for, step


@dataclass(frozen=True, slots=True)
class Departure:
    """A reply that leads elsewhere in the changed scenario than where the session stays.

    Attributes:
        turn: its turn, from 1.
        leads: where the ways lead now.
        held: where the session stays.
    """

    turn: int
    leads: str
    held: str


@dataclass(frozen=True, slots=True)
class Again:
    """What came of playing again.

    Attributes:
        state: where it stands.
        events: all that happened.
        departures: the replies that lead elsewhere now.
        left: the replies that could not be played again, because the beats they led to are gone.
    """

    state: State
    events: tuple[Event, ...]
    departures: tuple[Departure, ...] = ()
    left: tuple[str, ...] = ()


def play_again(
    scenario: Scenario,
    score: Callable[[str, Context], ReplyScore],
    route: Sequence[str],
    replies: Sequence[str],
    mood: int | None = None,
) -> Again:
    """Plays replies again, and stays at the same beat.

    Where the beat is gone, it goes back to the nearest earlier one that is still there; beats that are gone on the way
    are passed at the one before.

    Args:
        scenario: the changed scenario.
        score: scores a reply against a context.
        route: where the session stood before each reply, and where it stands now: one name more than replies. The
            last may be an ending.
        replies: the replies so far.
        mood: the mood at the start, 0 to 100; None: the customer's.
    """
    last = next((n for n in range(len(replies), 0, -1) if _is_there(scenario, route, n)), 0)
    at = route[0] if route[0] in scenario.beats else scenario.start
    state, events = begin(scenario, at, mood)
    departures = []
    for turn, reply in enumerate(replies[:last], 1):
        at = route[turn] if _is_there(scenario, route, turn) else at
        scored = score(reply, context_for(scenario, state))
        after, happened = step(scenario, state, reply, scored)
        if after.beat != at:
            departures.append(Departure(turn, after.beat, at))
            after, happened = step(scenario, state, reply, scored, held_to=at)
        state, events = after, (*events, *happened)
    return Again(state, events, tuple(departures), tuple(replies[last:]))


def route_of(events: Iterable[Event]) -> tuple[str, ...]:
    """Where a session stood before each reply, and where it stands now."""
    return tuple(e.beat if isinstance(e, Began) else e.to for e in events if isinstance(e, Began | Moved))


def _is_there(scenario: Scenario, route: Sequence[str], turn: int) -> bool:
    return route[turn] in scenario.beats or (turn == len(route) - 1 and route[turn] in scenario.endings)
