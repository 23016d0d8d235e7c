"""The score of a session."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.model.rubric import Rubric
from simulator.model.score import ReplyScore
from simulator.play.score import session_score
from tests.play.sample import CRITERIA, FLAGS, scores

_BOTH = {"en": "x", "zh": "x"}
_FOUR = {"en": ["x"] * 4, "zh": ["x"] * 4}
_CRITICAL = ("threat", "rude")
RUBRIC = Rubric.model_validate({
    "rubric": "core",
    "title": _BOTH,
    "pass_mark": 60,
    "criteria": {name: {"name": _BOTH, "levels": _FOUR, "rules": [{"level": 0}]} for name in CRITERIA},
    "flags": {name: {"name": _BOTH, "about": _BOTH, "critical": name in _CRITICAL, "when": []} for name in FLAGS},
})  # fmt: skip


def reply(value: float | None, *flags: str, **levels: int) -> ReplyScore:
    return ReplyScore(levels, flags, value)


def test_it_is_the_mean_of_the_replies_that_were_assessed() -> None:
    whole = session_score([reply(50.0), reply(None), reply(75.5)], RUBRIC)
    assert whole.score == 62.8  # 62.75
    assert whole.passed


def test_where_nothing_was_assessed_there_is_no_score_and_no_pass() -> None:
    for replies in ([], [reply(None)]):
        whole = session_score(replies, RUBRIC)
        assert (whole.score, whole.by_criterion, whole.passed) == (None, {}, False)


def test_a_criterion_counts_only_where_it_was_assessed() -> None:
    whole = session_score([reply(50, apology=3), reply(50, apology=0, listening=2), reply(50, listening=2)], RUBRIC)
    assert whole.by_criterion == {"listening": 2.0, "apology": 1.5}


def test_below_the_pass_mark_is_not_passed() -> None:
    assert not session_score([reply(59.9)], RUBRIC).passed
    assert session_score([reply(60.0)], RUBRIC).passed


def test_one_critical_flag_fails_whatever_the_score() -> None:
    whole = session_score([reply(100.0, "rude", "blame"), reply(100.0, "threat"), reply(100.0)], RUBRIC)
    assert (whole.failed_by, whole.passed) == (("threat", "rude"), False)
    assert session_score([reply(100.0, "blame")], RUBRIC).passed


@given(st.lists(scores, max_size=8))
def test_it_stays_in_its_range_and_does_not_depend_on_the_order(replies: list[ReplyScore]) -> None:
    whole = session_score(replies, RUBRIC)
    assert whole.score is None or 0 <= whole.score <= 100
    assert all(0 <= mean <= 3 for mean in whole.by_criterion.values())
    assert session_score(replies[::-1], RUBRIC).failed_by == whole.failed_by
