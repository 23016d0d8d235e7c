"""How well items (a criterion, a beat, a scenario) tell trainees apart."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence


def difficulty(marks: Iterable[float], most: float) -> float | None:
    """The share of the greatest mark that was missed on average: 0 nobody missed any, 1 all missed all.

    Args:
        marks: the marks; or, as a `Counter`, how often each was given.
        most: the greatest mark.

    Returns:
        None without marks.
    """
    counts = Counter(marks)
    count = counts.total()
    return 1 - sum(mark * n for mark, n in counts.items()) / (most * count) if count else None


def discrimination(item: Sequence[float], rest: Sequence[float]) -> float | None:
    """How far those who do well elsewhere do well here: the correlation (-1 to 1) of an item with the rest.

    Args:
        item: the marks of the item, a trainee each.
        rest: each trainee's marks on everything else ("corrected" item-total: the item itself is not in it).

    Returns:
        None where it is not defined: fewer than three trainees, or all marks alike.
    """
    if len(item) < 3 or len(set(item)) < 2 or len(set(rest)) < 2:
        return None
    return statistics.correlation(item, rest)


def cronbach(rows: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha (1951): how far the items measure the same thing; at most 1.

    Args:
        rows: the marks of a trainee each, the same items in the same order.

    Returns:
        None where it is not defined: fewer than two trainees or items, or all totals alike.
    """
    items = list(zip(*rows, strict=True))
    if len(rows) < 2 or len(items) < 2:
        return None
    total = _variance([sum(row) for row in rows])
    if total < 1e-12:
        return None
    return len(items) / (len(items) - 1) * (1 - sum(map(_variance, items)) / total)


def _variance(values: Sequence[float]) -> float:
    # In plain floats: `statistics` works with exact fractions, which is too slow to be drawn hundreds of times.
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / (len(values) - 1)
