"""How well items tell trainees apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.items import cronbach, difficulty, discrimination


def test_an_item_is_as_difficult_as_the_share_of_marks_missed() -> None:
    assert difficulty([3, 3, 3], 3) == 0
    assert difficulty([0, 0], 3) == 1
    assert difficulty([3, 0], 3) == pytest.approx(0.5)
    assert difficulty([], 3) is None


def test_an_item_that_follows_the_rest_discriminates_and_one_against_it_does_the_reverse() -> None:
    rest = [10.0, 20.0, 30.0, 40.0]
    assert discrimination([0, 1, 2, 3], rest) == pytest.approx(1)
    assert discrimination([3, 2, 1, 0], rest) == pytest.approx(-1)
    assert discrimination([2, 2, 2, 2], rest) is None
    assert discrimination([0, 3], [1, 2]) is None


def test_cronbachs_alpha_is_that_of_a_case_done_by_hand() -> None:
    # Both items have the variance 5/3; the totals 3, 3, 7, 7 have 16/3: 2 * (1 - (10/3) / (16/3)) = 3/4.
    assert cronbach([[1, 2], [2, 1], [3, 4], [4, 3]]) == pytest.approx(3 / 4)


@given(st.lists(st.integers(0, 3), min_size=3).filter(lambda marks: len(set(marks)) > 1), st.integers(2, 5))
def test_items_that_say_the_same_measure_the_same(marks: list[int], times: int) -> None:
    assert cronbach([[mark] * times for mark in marks]) == pytest.approx(1)


def test_where_nothing_can_be_said_nothing_is_said() -> None:
    assert cronbach([]) is None
    assert cronbach([[1, 2]]) is None
    assert cronbach([[1], [2]]) is None
    assert cronbach([[1, 2], [2, 1]]) is None
