"""Killed at any moment, an assessment keeps every reply that was in the log, and goes on to the same scores."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kills import killed, small_class


def test_killed_at_random_moments_a_class_loses_nothing_and_comes_through(tmp_path: Path) -> None:
    file, said = small_class(tmp_path, 4)
    tally = killed(tmp_path, file, said, kills=5, screens=0, seed=7)
    assert (tally.kills.total(), tally.lost, tally.wrong) == (5, 0, [])
    assert tally.committed.total() > 0
    assert tally.classes > 0
