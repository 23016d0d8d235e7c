"""How much a browser may send, and what is made of what it says."""

from __future__ import annotations

import time
from typing import Any

import pytest

from simulator.web.window import WIDTH, Pace, within


async def test_what_is_more_than_the_pace_waits_and_nothing_is_lost() -> None:
    pace, began = Pace(each=1000), time.monotonic()
    for _ in range(4):
        await pace.let_through(1000)
    assert time.monotonic() - began < 0.2
    await pace.let_through(300)
    assert time.monotonic() - began >= 0.25


@pytest.mark.parametrize(("said", "taken"), [(100, 100), ("100", 100), (-5, 20), (10**9, 400), (1e99, 400), (90.7, 90),
                                             (None, 80), ("x", 80), ([], 80), (float("nan"), 80), (float("inf"), 80),
                                             ("9" * 5000, 80)])  # fmt: skip
def test_a_window_has_a_size_that_can_be_drawn(said: Any, taken: int) -> None:
    assert within(said, WIDTH, 80) == taken
