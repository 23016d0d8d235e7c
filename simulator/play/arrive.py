"""A state to try a reply in without playing up to it, as the exemplars of a scenario are tried."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.model.scenario import Given, Scenario
from simulator.play.lines import choices, pick
from simulator.play.roads import backwards, roads, spread
from simulator.play.state import State


def arrive(scenario: Scenario, beat: str, given: Given | None = None) -> State:
    """The state of a session that has come to a beat.

    Whatever may be told before the beat is first reached has been told; the beat's line is the one for the mood.

    Args:
        scenario: the case.
        beat: the name of a beat.
        given: what differs from a first visit at the opening mood.
    """
    given = given or Given()
    mood = scenario.customer.mood if given.mood is None else given.mood
    here = scenario.beats[beat]
    line = pick([choices(f"beats.{beat}.says", here.says)], mood, ())
    told = [fact for name in (*_before(scenario, beat), beat) for fact in scenario.beats[name].tells]
    return State(
        beat=beat,
        mood=mood,
        turn=given.visits - 1 if given.replies is None else given.replies - 1,
        visits={beat: given.visits},
        told=tuple(dict.fromkeys(told)),
        promised=given.promised,
        moods=(mood,),
        lines=(line.line.text,) if line else (),
    )


def _before(scenario: Scenario, beat: str) -> Iterator[str]:
    """The beats that may be played before a beat is first reached, in the order of the file."""
    along = roads(scenario)
    reached = spread({scenario.start}, {name: to for name, to in along.items() if name != beat})
    leading = spread({beat}, backwards(along))
    return (name for name in scenario.beats if name != beat and name in reached and name in leading)
