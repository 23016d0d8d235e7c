"""One turn of the play. Pure: the same scenario, state and scored reply always lead to the same state and events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from simulator.model.event import Began, Ended, Event, Moved, Replied, Scored, Spoke
from simulator.model.scenario import Given, Point, Scenario
from simulator.model.score import Context, Item, ReplyScore
from simulator.play.arrive import arrive
from simulator.play.lines import choices, pick
from simulator.play.moods import earned, moved
from simulator.play.reactions import react
from simulator.play.state import State, apply, replay
from simulator.play.ways import choose

#: The name of the way where none is open and the customer stays where they are.
STAY = "stay"
BOILS_OVER = "boils_over"
#: The name of the way where it goes to a place for another reason than the ways.
HELD = "held"


def begin(scenario: Scenario, beat: str | None = None, mood: int | None = None) -> tuple[State, tuple[Event, ...]]:
    """The customer opens.

    Args:
        scenario: the case.
        beat: where, for one who tries a beat without playing up to it; whatever may be told before it counts as told
            by its line. None: at the scenario's start.
        mood: the mood, 0 to 100; None: the customer's.
    """
    there = arrive(scenario, beat or scenario.start, Given(mood=mood))
    began = Began(scenario=scenario.scenario, lang=scenario.lang, beat=there.beat, mood=there.mood)
    spoken = [said.model_copy(update={"tells": there.told}) for said in _says(scenario, there.beat, there.mood, ())]
    events: tuple[Event, ...] = (began, *spoken)
    return replay(events), events


def step(
    scenario: Scenario, state: State, text: str, score: ReplyScore, held_to: str | None = None
) -> tuple[State, tuple[Event, ...]]:
    """The trainee replies and the customer answers.

    Args:
        scenario: the case.
        state: where the session stands; not ended.
        text: the reply, any text.
        score: its score, against `context_for(scenario, state)`.
        held_to: the beat or ending to go to, wherever the ways lead; None: where they lead.

    Returns:
        The next state, and the events that lead there: replied, scored, moved, what the customer says (at most a
        reaction, then the next beat's line or the ending's last words), ended.

    Raises:
        ValueError: the session has ended.
    """
    _check_open(state)
    turn = state.turn + 1
    place, way = choose(scenario, state, score) or (STAY, None)
    change = way.mood if way and way.mood is not None else earned(scenario.customer.style, score)
    mood = moved(state.mood, change)
    reaction = react(scenario, state, score, mood, way, place)
    to = way.to if way else state.beat
    if scenario.boils_over and mood >= scenario.boils_over.at and to not in scenario.endings:
        place, to = BOILS_OVER, scenario.boils_over.to
    if held_to and held_to != to:
        place, to = HELD, held_to
    events: list[Event] = [
        Replied(turn=turn, text=text),
        Scored(turn=turn, score=score),
        Moved(turn=turn, beat=state.beat, way=place, mood=mood, to=to),
    ]
    if reaction:
        events.append(Spoke(part="reaction", line=reaction[0], text=reaction[1]))
    events += _says(scenario, to, mood, state.spoken)
    if to in scenario.endings:
        events.append(Ended(ending=to, outcome=scenario.endings[to].outcome))
    return reduce(apply, events, state), tuple(events)


def context_for(scenario: Scenario, state: State) -> Context:
    """What the reply now due is judged against: the customer's last words and the facts told so far.

    Raises:
        ValueError: the session has ended.
    """
    _check_open(state)
    return Context(
        lang=scenario.lang,
        customer="\n".join(state.lines),
        wants=scenario.customer.wants,
        facts=as_items((name, scenario.facts[name]) for name in state.told if name in scenario.facts),
        may=as_items((promise.id, promise) for promise in scenario.policy.may),
        never=as_items((promise.id, promise) for promise in scenario.policy.never),
        earlier=state.replies,
        assess=scenario.beats[state.beat].assess,
        step=scenario.beats[state.beat].stage,
    )


def _check_open(state: State) -> None:
    if state.ended:
        raise ValueError("the session has ended")


def _says(scenario: Scenario, to: str, mood: int, spoken: Sequence[str]) -> list[Spoke]:
    """A beat's line or an ending's last words; an ending may have none."""
    beat = scenario.beats.get(to)
    place, lines = (f"beats.{to}.says", beat.says) if beat else (f"endings.{to}.says", scenario.endings[to].says)
    chosen = pick([choices(place, lines)], mood, spoken)
    if chosen is None:
        return []
    tells = beat.tells if beat else ()
    return [Spoke(part="beat" if beat else "ending", line=chosen.id, text=chosen.line.text, tells=tells)]


def as_items(points: Iterable[tuple[str, Point]]) -> tuple[Item, ...]:
    """Facts or promises, each with its name, as the engine takes them."""
    return tuple(Item(name, point.says, point.also) for name, point in points)
