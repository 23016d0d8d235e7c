"""What conditions mean for each other: whether one holds wherever another does."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.model.base import Bounds
from simulator.model.scenario import Policy, When
from simulator.play.moods import BOILING, CALM
from simulator.play.ways import ANY, named_promises

LEVELS = Bounds(low=0, high=3)
MOODS = Bounds(low=CALM, high=BOILING)
COUNTS = Bounds(low=0)
FROM_ONE = Bounds(low=1)

_RANGES = {"mood": MOODS, "visits": FROM_ONE, "replies": FROM_ONE, "restated_count": COUNTS}


def within(narrow: Bounds, wide: Bounds) -> bool:
    """Whether a range lies wholly in another."""
    return (wide.low is None or (narrow.low is not None and narrow.low >= wide.low)) and (
        wide.high is None or (narrow.high is not None and narrow.high <= wide.high)
    )


def meet(one: Bounds | None, other: Bounds) -> Bounds:
    """What two ranges have in common; `low > high` where that is nothing."""
    if one is None:
        return other
    lows = [b.low for b in (one, other) if b.low is not None]
    highs = [b.high for b in (one, other) if b.high is not None]
    return Bounds(low=max(lows, default=None), high=min(highs, default=None))


def empty(bounds: Bounds) -> bool:
    """Whether no number lies in a range."""
    return bounds.low is not None and bounds.high is not None and bounds.low > bounds.high


def ranges(when: When) -> dict[str, tuple[Bounds, Bounds]]:
    """The numbers a condition limits, apart from levels: name to what is written and what is possible at all."""
    return {name: (written, whole) for name, whole in _RANGES.items() if (written := getattr(when, name)) is not None}


def covers(general: When, special: When, policy: Policy, assessed: tuple[str, ...]) -> bool:
    """Whether `general` holds in every situation in which `special` does.

    Args:
        general: the condition tried first.
        special: the one tried later.
        policy: what `allowed` and `forbidden` stand for.
        assessed: the criteria assessed where both are tried.
    """
    return (
        _levels_cover(general, special, assessed)
        and all(within(_meant(special, name, whole), written) for name, (written, whole) in ranges(general).items())
        and _names_cover(general.flags, special.flags)
        and (special.no_flags or not general.no_flags)
        and set(general.restated) <= set(special.restated)
        and _names_cover(general.misstated, special.misstated)
        and (not general.promised or _covers_promises(general, special, policy))
        and general.repeated in (None, special.repeated)
        and general.silent in (None, special.silent)
    )


def features_cover(general: Mapping[str, Bounds], special: Mapping[str, Bounds]) -> bool:
    """Whether a rubric's condition holds wherever another does. Features count something: none is below 0."""
    return all(within(meet(special.get(name), COUNTS), bounds) for name, bounds in general.items())


def _meant(when: When, name: str, whole: Bounds) -> Bounds:
    """The range of a number under a condition, written or not."""
    least = Bounds(low=len(set(when.restated))) if name == "restated_count" else whole
    return meet(meet(getattr(when, name), whole), least)


def _levels_cover(general: When, special: When, assessed: tuple[str, ...]) -> bool:
    return all(
        (name in special.levels or name in assessed) and within(meet(special.levels.get(name), LEVELS), bounds)
        for name, bounds in general.levels.items()
    )


def _names_cover(general: tuple[str, ...], special: tuple[str, ...]) -> bool:
    return not general or (bool(special) and (ANY in general or set(special) <= set(general)))


def _covers_promises(general: When, special: When, policy: Policy) -> bool:
    named = named_promises(special, policy)
    return bool(named) and named <= named_promises(general, policy)
