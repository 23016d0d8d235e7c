"""Figures that come one value at a time are those of all values at once."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.running import Correlation, Mean, Seconds

LEVELS = st.integers(0, 3)


@given(st.lists(st.tuples(LEVELS, LEVELS), max_size=30))
def test_a_correlation_kept_up_to_date_is_that_of_all_pairs(pairs: list[tuple[int, int]]) -> None:
    kept = Correlation()
    for x, y in pairs:
        kept.add(x, y)
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    if len(pairs) < 3 or len(set(xs)) < 2 or len(set(ys)) < 2:
        assert kept.value is None
    else:
        assert kept.value == pytest.approx(statistics.correlation(xs, ys))


@given(st.lists(st.integers(0, 5000), min_size=1))
def test_times_have_their_median(times: list[int]) -> None:
    kept, mean = Seconds(), Mean()
    for seconds in times:
        kept.add(seconds)
        mean.add(seconds)
    assert kept.quantile(0.5) == min(3600, statistics.median_low(times))
    assert kept.quantile(1) == min(3600, max(times))
    assert mean.value == pytest.approx(statistics.fmean(times))


def test_of_nothing_there_is_no_figure() -> None:
    assert (Correlation().value, Mean().value, Seconds().quantile(0.5)) == (None, None, None)
