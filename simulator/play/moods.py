"""How a reply moves the mood where the way does not say it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from simulator.model.scenario import Style
from simulator.model.score import ReplyScore

CALM, BOILING = 0, 100


@dataclass(frozen=True)
class Temper:
    """How one style of customer takes things.

    Attributes:
        by_level: what a reply does to the mood whose assessed levels are on average 0, 1, 2 and 3; in between, what
            lies in between.
        by_flag: what each flag adds.
    """

    by_level: tuple[int, int, int, int]
    by_flag: int


#: The aggressive customer flares up fast and calms down slowly, the soft one the other way round.
TEMPERS: dict[Style, Temper] = {
    "aggressive": Temper((12, 5, -4, -8), 12),
    "soft": Temper((4, 1, -8, -15), 5),
    "cooperative": Temper((7, 2, -6, -12), 8),
}


def earned(style: Style, score: ReplyScore) -> int:
    """What a reply does to the mood: negative calms.

    A reply that raised a flag, says nothing or repeats an earlier one never calms, whatever its levels.
    """
    temper = TEMPERS[style]
    done = score.observed
    levels = [0] if done.silent else list(score.heard.values())
    change = _between(temper.by_level, sum(levels) / len(levels)) if levels else 0
    if score.faults or done.silent or done.repeated:
        change = max(change, 0)
    return change + temper.by_flag * len(score.faults)


def moved(mood: int, by: int) -> int:
    """The mood after a move, kept between 0 and 100."""
    return max(CALM, min(BOILING, mood + by))


def _between(steps: tuple[int, ...], level: float) -> int:
    below = min(int(level), len(steps) - 2)
    return math.floor(steps[below] + (steps[below + 1] - steps[below]) * (level - below) + 0.5)
