"""Rates with the interval in which they lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.service import Rate


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    # R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
    # table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_the_published_one(count: int, of: int, low: float, high: float) -> None:
    assert Rate(count, of).bounds == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10**6).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval(rate: tuple[int, int]) -> None:
    one = Rate(*rate)
    assert one.bounds
    assert one.share is not None
    assert 0 <= one.bounds[0] <= one.share + 1e-12
    assert one.share <= one.bounds[1] + 1e-12 <= 1 + 1e-9


def test_of_nothing_there_is_no_rate() -> None:
    assert (Rate(0, 0).share, Rate(0, 0).bounds, Rate(0, 0).per_million) == (None, None, None)
    assert Rate(1, 4).per_million == 250_000
