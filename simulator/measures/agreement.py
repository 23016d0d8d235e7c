"""How far raters agree."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

#: What a disagreement costs: nominal (any is the same), ordinal (ranks apart), interval (values apart, squared).
Metric = Literal["nominal", "ordinal", "interval"]
#: The ratings of one unit, a rater each; None where the rater gave none.
Unit = Sequence[float | None]
U = TypeVar("U")


@dataclass(frozen=True)
class Interval:
    """A figure with its uncertainty.

    Attributes:
        value: the figure for all units; None where it is not defined.
        low, high: the bounds between which it lies in most resamplings; None where they are not defined.
    """

    value: float | None
    low: float | None = None
    high: float | None = None


def percent(a: Sequence[float], b: Sequence[float]) -> float | None:
    """The share of units, 0 to 1, on which two raters say the same; None without units."""
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a) if a else None


def kappa(a: Sequence[float], b: Sequence[float], weighted: bool = False) -> float | None:
    """Cohen's kappa (1960), or with quadratic weights (1968): agreement beyond what chance would give, at most 1.

    Args:
        a, b: the ratings of two raters, unit by unit.
        weighted: weigh a disagreement by the square of its size instead of counting all alike.

    Returns:
        None where it is not defined: no units, or both raters gave the same one rating throughout.
    """
    if not a:
        return None
    cost = _squared if weighted else _unlike
    seen = sum(cost(x, y) for x, y in zip(a, b, strict=True)) / len(a)
    of_a, of_b = Counter(a), Counter(b)
    by_chance = sum(n * m * cost(x, y) for x, n in of_a.items() for y, m in of_b.items()) / len(a) ** 2
    return 1 - seen / by_chance if by_chance else None


def alpha(units: Sequence[Unit], metric: Metric = "ordinal") -> float | None:
    """Krippendorff's alpha: for any number of raters and with ratings missing; 1 is full agreement, 0 is chance.

    Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, by the coincidences of values.

    Returns:
        None where it is not defined: no unit has two ratings, or all ratings are alike.
    """
    pairs: Counter[tuple[float, float]] = Counter()
    for unit in units:
        given = [value for value in unit if value is not None]
        if len(given) < 2:
            continue
        counts = Counter(given)
        for x, n in counts.items():
            for y, m in counts.items():
                pairs[x, y] += n * (m - (x == y)) / (len(given) - 1)  # type: ignore[assignment]
    return _alpha(pairs, metric)


def bootstrap(
    units: Sequence[U],
    figure: Callable[[Sequence[U]], float | None],
    seed: str,
    resamples: int = 1000,
    level: float = 0.95,
) -> Interval:
    """A figure with the interval in which it lies when the units are drawn again, by the percentile method.

    The same seed gives the same interval. Resamplings in which the figure is not defined are left out; where they
    are more than half, there is no interval.

    Args:
        units: what is drawn from, with replacement.
        figure: the figure of some units.
        seed: any text.
        resamples: how often to draw.
        level: the share of resamplings inside, 0 to 1.
    """
    value = figure(units)
    if value is None or len(units) < 2:
        return Interval(value)
    dice = random.Random(seed)
    drawn = (figure(dice.choices(units, k=len(units))) for _ in range(resamples))
    values = sorted(v for v in drawn if v is not None)
    if len(values) < resamples / 2:
        return Interval(value)
    tail = (1 - level) / 2
    return Interval(value, _quantile(values, tail), _quantile(values, 1 - tail))


def _alpha(pairs: Counter[tuple[float, float]], metric: Metric) -> float | None:
    totals: Counter[float] = Counter()
    for (x, _), n in pairs.items():
        totals[x] += n
    values = sorted(totals)
    n = sum(totals.values())
    apart = _distances(values, totals, metric)
    seen = sum(count * apart[pair] for pair, count in pairs.items())
    by_chance = sum(totals[x] * totals[y] * apart[x, y] for x in values for y in values)
    return 1 - (n - 1) * seen / by_chance if by_chance else None


def _distances(values: list[float], totals: Counter[float], metric: Metric) -> dict[tuple[float, float], float]:
    """The squared distance of any two values. Ordinal: by how many ratings lie from one to the other."""
    match metric:
        case "nominal":
            return {(x, y): _unlike(x, y) for x in values for y in values}
        case "interval":
            return {(x, y): _squared(x, y) for x in values for y in values}
        case "ordinal":
            rank, below = {}, 0.0
            for x in values:
                rank[x] = below + totals[x] / 2
                below += totals[x]
            return {(x, y): _squared(rank[x], rank[y]) for x in values for y in values}


def _unlike(x: float, y: float) -> float:
    return float(x != y)


def _squared(x: float, y: float) -> float:
    return (x - y) ** 2


def _quantile(values: Sequence[float], share: float) -> float:
    """The value below which a share of sorted values lies, between neighbours in proportion."""
    at = share * (len(values) - 1)
    low = math.floor(at)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (at - low)
