"""Sets of moods, as whole numbers whose bit `m` says whether mood `m` is in the set."""

from __future__ import annotations

from functools import cache

from simulator.model.base import Bounds
from simulator.play.moods import BOILING

#: Every mood, 0 to 100.
ALL = (1 << (BOILING + 1)) - 1


def numbers(bounds: Bounds | None, first: int, last: int) -> int:
    """The numbers from `first` to `last` that lie in a range, as a set whose bit 0 stands for `first`."""
    low = first if bounds is None or bounds.low is None else max(first, bounds.low)
    high = last if bounds is None or bounds.high is None else min(last, bounds.high)
    return ((1 << (high - low + 1)) - 1) << (low - first) if low <= high else 0


def moved(moods: int, by: int) -> int:
    """The moods that a move leads to from these, kept between 0 and 100."""
    if by >= 0:
        shifted = moods << by
        return (shifted & ALL) | ((1 << BOILING) if shifted > ALL else 0)
    return (moods >> -by) | (1 if moods & ((1 << -by) - 1) else 0)


def before(moods: int, by: int) -> int:
    """The moods from which a move leads to one of these."""
    if by >= 0:
        clamped = ALL & ~((1 << max(0, BOILING - by)) - 1)
        return (moods >> by) | (clamped if moods >> BOILING & 1 else 0)
    return ((moods << -by) & ALL) | ((1 << min(-by, BOILING + 1)) - 1 if moods & 1 else 0)


@cache
def hot(at: int) -> int:
    """The moods from `at` upwards."""
    return ALL & ~((1 << at) - 1)


def span(moods: int) -> tuple[int, int]:
    """The least and the greatest mood of a set that is not empty."""
    return (moods & -moods).bit_length() - 1, moods.bit_length() - 1
