"""How far raters agree: published examples, a slow obvious oracle, and what must hold for any ratings."""

from __future__ import annotations

import itertools
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.agreement import Interval, Metric, Unit, alpha, bootstrap, kappa, percent

#: Krippendorff 2011, example C: four observers, twelve units, values missing.
PUBLISHED: list[list[float | None]] = [
    [1, 1, None, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [None, 5, 5, 5],
    [None, None, 1, 1],
    [None, None, 3, None],
]
LEVELS = st.integers(0, 3)
UNITS = st.lists(st.lists(st.none() | LEVELS, min_size=3, max_size=3), max_size=12)
METRICS: list[Metric] = ["nominal", "ordinal", "interval"]


@pytest.mark.parametrize(("metric", "value"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_is_that_of_the_published_example(metric: Metric, value: float) -> None:
    assert alpha(PUBLISHED, metric) == pytest.approx(value, abs=0.0005)


def test_kappa_is_that_of_the_textbook_table() -> None:
    # 50 grant proposals, two readers: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no; observed 0.7, by chance 0.5.
    a = [1] * 20 + [1] * 5 + [0] * 10 + [0] * 15
    b = [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15
    assert kappa(a, b) == pytest.approx(0.4)
    assert percent(a, b) == pytest.approx(0.7)


def test_a_near_miss_costs_less_than_a_far_one_only_when_weighted() -> None:
    people, near, far = [0, 1, 2, 3], [0, 1, 2, 2], [0, 1, 2, 0]
    assert (kappa(people, near, weighted=True) or 0) > (kappa(people, far, weighted=True) or 0)
    assert percent(people, near) == percent(people, far)


def test_where_nothing_can_be_said_nothing_is_said() -> None:
    assert percent([], []) is None
    assert kappa([], []) is None
    assert kappa([2, 2], [2, 2]) is None
    assert alpha([]) is None
    assert alpha([[1, None], [None, 3]]) is None
    assert alpha([[2, 2], [2, 2]]) is None


@given(UNITS, st.sampled_from(METRICS))
def test_alpha_is_what_comparing_all_pairs_of_ratings_gives(units: list[Unit], metric: Metric) -> None:
    ours, slow = alpha(units, metric), slow_alpha(units, metric)
    assert (ours is None) == (slow is None)
    if ours is not None and slow is not None:
        assert ours == pytest.approx(slow)


@given(st.lists(st.tuples(LEVELS, LEVELS), min_size=1), st.booleans())
def test_kappa_does_not_care_who_is_asked_first_and_is_one_only_in_full_agreement(
    pairs: list[tuple[int, int]], weighted: bool
) -> None:
    a, b = [x for x, _ in pairs], [y for _, y in pairs]
    value = kappa(a, b, weighted)
    assert value == kappa(b, a, weighted)
    assert value is None or (value <= 1 and (value == 1) == (a == b))


def test_the_same_seed_gives_the_same_interval_around_the_figure() -> None:
    once = bootstrap(PUBLISHED, alpha, "class 7b")
    assert once == bootstrap(PUBLISHED, alpha, "class 7b")
    assert once != bootstrap(PUBLISHED, alpha, "class 7c")
    assert once.low is not None
    assert once.value is not None
    assert once.high is not None
    assert once.low < once.value < once.high <= 1


def test_more_units_narrow_the_interval() -> None:
    few, many = (bootstrap(PUBLISHED * times, alpha, "x", resamples=200) for times in (1, 9))
    assert width(many) < width(few)


def test_one_unit_has_no_interval() -> None:
    assert bootstrap([[1, 2]], alpha, "x") == Interval(alpha([[1, 2]]))


def width(interval: Interval) -> float:
    assert interval.low is not None
    assert interval.high is not None
    return interval.high - interval.low


def slow_alpha(units: list[Unit], metric: Metric) -> float | None:
    """One less the mean squared distance within units over that between any two ratings, pair by pair."""
    kept = [[v for v in unit if v is not None] for unit in units]
    kept = [unit for unit in kept if len(unit) > 1]
    every = [v for unit in kept for v in unit]

    def apart(x: float, y: float) -> float:
        if metric == "nominal":
            return float(x != y)
        if metric == "interval":
            return (x - y) ** 2
        low, high = sorted((x, y))
        between = sum(low <= v <= high for v in every) - (every.count(low) + every.count(high)) / 2
        return 0.0 if x == y else between**2

    if not every:
        return None
    chance = statistics.fmean(apart(x, y) for x, y in itertools.permutations(every, 2))
    if not chance:
        return None
    weights = [len(unit) for unit in kept]
    within = [statistics.fmean(apart(x, y) for x, y in itertools.permutations(unit, 2)) for unit in kept]
    return 1 - statistics.fmean(within, weights=weights) / chance
