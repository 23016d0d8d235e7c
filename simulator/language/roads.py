"""Where the roads of a scenario lead nowhere: beats that are never reached, rounds without a way out."""

from __future__ import annotations

from simulator.model.scenario import Scenario, Way, When
from simulator.play.roads import backwards, roads, spread


def open_roads(scenario: Scenario) -> dict[str, set[str]]:
    """Every beat and where a trainee can come from there without a fault."""
    everywhere = {way.to for way in scenario.anywhere if not needs_fault(way)}
    return {name: everywhere | {way.to for way in beat.ways} for name, beat in scenario.beats.items()}


def needs_fault(way: Way) -> bool:
    """Whether a way is open only to a reply that does something wrong."""
    when: When = way.when
    return bool(when.flags or when.misstated or when.repeated or when.silent)


def first_lost(scenario: Scenario) -> list[str]:
    """The beats that can't be reached, without those that could be if these were; in the order of the file."""
    along = roads(scenario)
    reached = spread({scenario.start}, along)
    lost = [name for name in scenario.beats if name not in reached]
    back = backwards(along)
    entrances = [name for name in lost if not (back.get(name, set()) - {name}) & set(lost)]
    excused: set[str] = set()
    first: list[str] = []
    for name in (*entrances, *lost):
        if name not in excused:
            first.append(name)
            excused |= spread({name}, along)
    return sorted(first, key=list(scenario.beats).index)


def stuck(scenario: Scenario) -> list[list[str]]:
    """The rounds of beats from which no road leads to an ending, each in the order of the file."""
    along = open_roads(scenario)
    home = spread(scenario.endings, backwards(along))
    reached = spread({scenario.start}, roads(scenario))
    rounds: list[list[str]] = []
    for name in scenario.beats:
        around = spread({name}, along)
        closed = name in reached and not around & home and all(name in spread({other}, along) for other in around)
        if closed and not any(name in known for known in rounds):
            rounds.append([beat for beat in scenario.beats if beat in around])
    return rounds
