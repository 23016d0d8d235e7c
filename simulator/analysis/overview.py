"""A scenario at a glance: beats, ways and endings, with what was found out about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.analysis import moods
from simulator.analysis.explore import explore
from simulator.analysis.fates import Fate, fates
from simulator.analysis.hope import GOOD, chances, losses
from simulator.model.rubric import Rubric
from simulator.model.scenario import Quality, Scenario, Way

Span = tuple[int, int]


@dataclass(frozen=True)
class WayView:
    """A way.

    Attributes:
        place: its name, such as `beats.opening.ways[2]`.
        way: the way.
        open: whether any reply takes it.
        taken: how many exemplars take it.
        hopeless: whether after it no good ending can be reached though the play goes on, whatever the mood.
    """

    place: str
    way: Way
    open: bool
    taken: int
    hopeless: bool


@dataclass(frozen=True)
class BeatView:
    """A beat.

    Attributes:
        name: its name.
        moods: the least and the greatest mood it is reached in; None: it never is.
        hopeless: the same for the moods from which no good ending can be reached any more; None: there are none.
        assess: the criteria assessed.
        exemplars: quality to how many exemplars.
        ways: its ways.
    """

    name: str
    moods: Span | None
    hopeless: Span | None
    assess: tuple[str, ...]
    exemplars: Mapping[Quality, int]
    ways: tuple[WayView, ...]


@dataclass(frozen=True)
class Overview:
    """A scenario at a glance.

    Attributes:
        scenario: the case.
        beats: the beats, the first one first, then in the order of the file.
        anywhere: the ways that are tried in every beat.
        endings: ending to what it takes to come there.
        followed: the length of the longest plays that turns and scores were taken from.
        explored: whether every state was looked at; if not, nothing is called unreachable or hopeless.
        exact: whether visits, replies and facts told were counted; if not, less may be reachable than is shown.
        complete: whether every play was followed to its end; if not, longer plays may widen turns and scores.
    """

    scenario: Scenario
    beats: tuple[BeatView, ...]
    anywhere: tuple[WayView, ...]
    endings: Mapping[str, Fate]
    followed: int
    explored: bool
    exact: bool
    complete: bool


def overview(scenario: Scenario, rubric: Rubric, taken: Mapping[str, int]) -> Overview:
    """Looks at a scenario whole.

    Args:
        scenario: the case; every name in it is known.
        rubric: the one it is judged by.
        taken: way to how many exemplars take it.
    """
    found = explore(scenario, rubric)
    good = chances(found, [name for name, ending in scenario.endings.items() if ending.outcome in GOOD])
    hopeless: dict[str, int] = {}
    for node, known in found.states.items():
        hopeless[node.beat] = hopeless.get(node.beat, 0) | known & ~good.get(node, moods.ALL)
    lost = {loss.place for loss in losses(found, good) if loss.always} if found.complete else set()

    def views(prefix: str, ways: Iterable[Way]) -> tuple[WayView, ...]:
        return tuple(
            WayView(
                place := f"{prefix}[{n}]",
                way,
                open=place in found.ways or not found.complete,
                taken=taken.get(place, 0),
                hopeless=place in lost,
            )
            for n, way in enumerate(ways)
        )

    reached, ends = found.beats(), fates(found)
    names = sorted(scenario.beats, key=lambda name: name != scenario.start)
    return Overview(
        scenario=scenario,
        beats=tuple(
            BeatView(
                name=name,
                moods=_span(reached.get(name, 0)),
                hopeless=_span(hopeless.get(name, 0)) if found.complete else None,
                assess=scenario.beats[name].assess,
                exemplars=_by_quality(scenario, name),
                ways=views(f"beats.{name}.ways", scenario.beats[name].ways),
            )
            for name in names
        ),
        anywhere=views("anywhere", scenario.anywhere),
        endings=ends.endings,
        followed=ends.followed,
        explored=found.complete,
        exact=found.exact,
        complete=ends.complete,
    )


def _span(known: int) -> Span | None:
    return moods.span(known) if known else None


def _by_quality(scenario: Scenario, beat: str) -> dict[Quality, int]:
    counts: dict[Quality, int] = {}
    for exemplar in scenario.beats[beat].exemplars:
        counts[exemplar.quality] = counts.get(exemplar.quality, 0) + 1
    return counts
