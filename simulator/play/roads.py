"""The beats and endings of a scenario as places with roads between them, whatever their conditions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.model.scenario import Scenario

Roads = Mapping[str, set[str]]


def roads(scenario: Scenario) -> dict[str, set[str]]:
    """Every beat and where one can come from there at all."""
    everywhere = {way.to for way in scenario.anywhere}
    if scenario.boils_over:
        everywhere.add(scenario.boils_over.to)
    return {name: everywhere | {way.to for way in beat.ways} for name, beat in scenario.beats.items()}


def spread(start: Iterable[str], along: Roads) -> set[str]:
    """Everything that can be reached, the start included."""
    known = new = set(start)
    while new:
        new = {to for name in new for to in along.get(name, ())} - known
        known = known | new
    return known


def backwards(along: Roads) -> dict[str, set[str]]:
    """The same roads in the other direction."""
    back: dict[str, set[str]] = {}
    for name, to in along.items():
        for place in to:
            back.setdefault(place, set()).add(name)
    return back
