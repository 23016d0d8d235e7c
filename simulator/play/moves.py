"""The moves and strategies recognised in the replies of a session, with their words; nothing here scores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from simulator.model.event import Event, Replied
from simulator.model.moves import Called, Move
from simulator.model.scenario import Card, Menace, Scenario, Style
from simulator.model.score import Context
from simulator.play.state import State, apply
from simulator.play.step import context_for
from simulator.scoring.judge import Features, holds
from simulator.scoring.look import Look

_PLAYS = {card: f"plays_{card}" for card in get_args(Card)}
_THREATENS = {menace: f"threatens_{menace}" for menace in get_args(Menace)}
#: What a move's condition may speak of besides the features of the reply.
FEATURES: dict[str, str] = {
    **{name: f"1 where the customer plays the card {card}" for card, name in _PLAYS.items()},
    **{name: f"1 where the customer threatens with {menace}" for menace, name in _THREATENS.items()},
    **{f"style_{style}": f"1 for a customer of the style {style}" for style in get_args(Style)},
    "mood": "the customer's mood before the reply",
    "angry": "1 where the customer is hot, or plays the card of threat",
    "again_promised": "promises that were made in an earlier reply too",
}
#: The mood from which a customer is hot.
HOT = 60
#: Of one move so many stretches are quoted.
QUOTED = 3
KINDS = ("strategy", "answer", "move", "wording")


@dataclass(frozen=True, slots=True)
class Spotted:
    """A move found in a reply.

    Attributes:
        move: its name in the rubric.
        quotes: the raw words that make it, in order.
    """

    move: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurnMoves:
    """What was recognised in one turn.

    Attributes:
        calls: what the customer played and threatened with.
        spotted: the moves, strategies first, then answers, moves of the deck, wordings.
    """

    calls: tuple[Called, ...]
    spotted: tuple[Spotted, ...]


def spot(look: Look, moves: Mapping[str, Move], moment: Features, calls: Sequence[Called] = ()) -> tuple[Spotted, ...]:
    """The moves in a reply.

    Args:
        look: the reply, examined with the vocabulary of the moves.
        moves: name to move.
        moment: the features of the moment, as `FEATURES` lists them; those that are 0 may be left out.
        calls: what the customer plays and threatens with.
    """
    features = {**look.features, **moment}
    found = []
    for name, move in moves.items():
        if move.answers and not set(move.answers) & set(calls):
            continue
        condition = next((when for when in move.when if holds(when, features)), None)
        if condition is None:
            continue
        asked = {feature for feature, limits in condition.items() if limits.low is not None and limits.low > 0}
        if quotes := _quotes(look, set(move.shows) or asked):
            found.append(Spotted(name, quotes))
    return tuple(sorted(found, key=lambda s: KINDS.index(moves[s.move].kind)))


def moves_of(
    scenario: Scenario, events: Iterable[Event], moves: Mapping[str, Move], look: Callable[[str, Context], Look]
) -> dict[int, TurnMoves]:
    """The moves in every reply of a session.

    Args:
        scenario: the case.
        events: what happened in it.
        moves: name to move.
        look: examines a reply with the vocabulary of the moves.

    Returns:
        Turn, from 1, to what was recognised in it.
    """
    state = State()
    found: dict[int, TurnMoves] = {}
    for event in events:
        if isinstance(event, Replied) and state.beat in scenario.beats:
            beat = scenario.beats[state.beat]
            calls: tuple[Called, ...] = (*beat.plays, *beat.threatens)
            seen = look(event.text, context_for(scenario, state))
            found[event.turn] = TurnMoves(calls, spot(seen, moves, moment(scenario, state, calls, seen), calls))
        state = apply(state, event)
    return found


def moment(scenario: Scenario, state: State, calls: Sequence[Called], look: Look) -> dict[str, float]:
    """The features of the moment in which a reply is given."""
    style = scenario.customer.style
    return {
        **{_PLAYS.get(call) or _THREATENS[call]: 1.0 for call in calls},
        f"style_{style}": 1,
        "mood": state.mood,
        "angry": float(state.mood >= HOT or "threat" in calls),
        "again_promised": len(set(look.observed.promised) & set(state.promised)),
    }


def _quotes(look: Look, features: set[str]) -> tuple[str, ...]:
    """The raw words of what counts towards some features, in order; what touches is one."""
    ranges = sorted({(f.start, f.end) for f in look.speaking_for(features) if f.counted})
    kept: list[tuple[int, int]] = []
    for start, end in ranges:
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(look.reading.raw[slice(*look.reading.raw_span(*span))] for span in kept[:QUOTED])
