"""What a reply promises, and by when."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.library.library import Library
from simulator.model.score import Context
from simulator.runner.errors import valid
from simulator.scoring.engine import Engine

MONTHS = "January February March April May June July August September October November December".split()


@cache
def engine() -> Engine:
    return Engine(valid(Library().rubric("core")))


@pytest.mark.parametrize("month", MONTHS)
def test_a_date_in_any_month_is_a_day_to_come(month: str) -> None:
    look = engine().look(f"You will have it on 12 {month}.", Context(lang="en"))
    assert look.features["promise_time"] == 1


@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_in_any_month_is_a_day_to_come_in_chinese(month: int) -> None:
    look = engine().look(f"新的日期是{month}月12日。", Context(lang="zh"))
    assert look.features["promise_time"] == 1


def test_what_was_yesterday_is_no_day_to_come() -> None:
    assert engine().look("You had it yesterday.", Context(lang="en")).features["promise_time"] == 0
