"""Sets of moods."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis import moods
from simulator.model.base import Bounds
from simulator.play.moods import moved

some_moods = st.sets(st.integers(0, 100))
moves = st.integers(-130, 130)


def bits(members: set[int]) -> int:
    return sum(1 << mood for mood in members)


@given(some_moods, moves)
def test_a_set_moves_like_its_moods(members: set[int], by: int) -> None:
    assert moods.moved(bits(members), by) == bits({moved(mood, by) for mood in members})


@given(some_moods, moves)
def test_what_came_before_is_all_that_leads_there(members: set[int], by: int) -> None:
    assert moods.before(bits(members), by) == bits({mood for mood in range(101) if moved(mood, by) in members})


@given(some_moods.filter(bool))
def test_a_set_gives_its_moods_back(members: set[int]) -> None:
    assert moods.span(bits(members)) == (min(members), max(members))


@given(st.none() | st.integers(-5, 120), st.none() | st.integers(-5, 120), st.integers(0, 3), st.integers(0, 100))
def test_numbers_of_a_range_are_counted_from_the_first(
    low: int | None, high: int | None, first: int, more: int
) -> None:
    bounds, last = Bounds(low=low, high=high), first + more
    assert moods.numbers(bounds, first, last) == sum(1 << n - first for n in range(first, last + 1) if bounds.holds(n))
