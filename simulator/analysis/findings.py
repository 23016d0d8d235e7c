"""What an author should know about a scenario that was looked at whole."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis import moods
from simulator.analysis.explore import Explored, explore
from simulator.analysis.finding import Finding, path_of
from simulator.analysis.hope import GOOD, chances, losses
from simulator.analysis.unsaid import unsaid
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.play.ways import ways_of


def findings(scenario: Scenario, rubric: Rubric) -> list[Finding]:
    """Everything that an author should know.

    Args:
        scenario: the case; every name in it is known.
        rubric: the one it is judged by.
    """
    found = explore(scenario, rubric)
    limits = [] if found.exact else [Finding("too-intricate", ("scenario",))]
    if not found.complete:
        return limits
    return [*limits, *_ways(found), *_endings(found), *_stuck(found), *_hope(found), *unsaid(found)]


def _ways(found: Explored) -> Iterator[Finding]:
    """The ways that no reply takes, apart from those of beats that are not reached: the way there is told."""
    scenario, reached = found.scenario, found.beats()
    places = {place: None for name in reached for place, _ in ways_of(scenario, name)}
    for place in places:
        if place not in found.ways:
            yield Finding("way-never-open", path_of(place))


def _endings(found: Explored) -> Iterator[Finding]:
    """The ending of those who boil over, where nobody does; any other is reached when a way to it is open."""
    scenario = found.scenario
    over = scenario.boils_over
    led_to = {way.to for way in (*scenario.anywhere, *(way for beat in scenario.beats.values() for way in beat.ways))}
    if over and over.to not in found.endings and over.to not in led_to:
        most = max(moods.span(known)[1] for known in found.states.values())
        yield Finding("never-boils-over", ("boils_over",), {"at": over.at, "most": most, "name": over.to})


def _stuck(found: Explored) -> Iterator[Finding]:
    """The beats in which the play can go on for ever, whatever is said."""
    any_ending = chances(found, found.scenario.endings)
    stuck: dict[str, int] = {}
    for node, known in found.states.items():
        stuck[node.beat] = stuck.get(node.beat, 0) | known & ~any_ending[node]
    for beat, known in stuck.items():
        if known:
            low, high = moods.span(known)
            yield Finding("no-ending-ahead", ("beats", beat), {"name": beat, "low": low, "high": high})


def _hope(found: Explored) -> Iterator[Finding]:
    """The ways after which nothing can be mended any more though the play goes on."""
    good_endings = [name for name, ending in found.scenario.endings.items() if ending.outcome in GOOD]
    if not good_endings:
        yield Finding("no-good-ending", ("endings",))
    good = chances(found, good_endings)
    if not good[found.start] >> found.scenario.customer.mood & 1:
        return  # the ways that are never open tell why
    told = set()
    for loss in sorted(losses(found, good), key=lambda loss: loss.visit):
        # One way may lose it at several visits: the first one tells it.
        if loss.always and loss.place not in told:
            told.add(loss.place)
            yield Finding("hope-lost", path_of(loss.place), {"to": loss.to, "visit": max(1, loss.visit)})
