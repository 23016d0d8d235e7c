"""The mark that counts: a person's word in place of the engine's, and the engine's kept beside it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from simulator.marking.official import Official, official
from simulator.marking.remarks import Override
from simulator.model.score import ReplyScore, SessionLevel
from simulator.scoring.judge import points
from tests.play.test_score import RUBRIC

READ: TypeAdapter[Override] = TypeAdapter(Override)


def reply(*flags: str, **levels: int) -> ReplyScore:
    return ReplyScore(levels, flags, points(RUBRIC, levels, flags))


#: 50 points and, with a blame that costs 20, 80.
REPLIES = (reply(listening=1, apology=2), reply("blame", listening=3, apology=3))


def marked(*overrides: dict[str, Any], replies: tuple[ReplyScore, ...] = REPLIES) -> Official:
    numbered = [(f"e{i}", READ.validate_python({"reason": "heard it", **one})) for i, one in enumerate(overrides)]
    return official(replies, RUBRIC, overrides=numbered)


def test_without_a_word_from_anybody_the_engines_mark_counts() -> None:
    mark = marked()
    assert mark.session == mark.automatic
    assert mark.replies == REPLIES
    assert not mark.by_hand


def test_a_persons_level_counts_and_the_engines_is_kept() -> None:
    mark = marked({"what": "level", "turn": 1, "criterion": "listening", "level": 3, "was": 1})
    assert mark.replies[0].levels == {"listening": 3, "apology": 2}
    assert mark.replies[0].score == pytest.approx(83.3)
    assert mark.session.by_criterion["listening"] == 3
    assert mark.automatic.by_criterion["listening"] == 2
    assert not mark.look_again


def test_a_flag_that_is_lowered_costs_nothing_and_one_that_is_raised_does() -> None:
    assert marked({"what": "flag", "turn": 2, "flag": "blame", "raised": False, "was": True}).replies[1].score == 100
    raised = marked({"what": "flag", "turn": 1, "flag": "rude", "raised": True})
    assert raised.session.failed_by == ("rude",)
    assert not raised.session.passed


def test_a_whole_score_stands_above_everything_else() -> None:
    mark = marked(
        {"what": "score", "score": 12, "was": 65.0},
        {"what": "level", "turn": 1, "criterion": "listening", "level": 3, "was": 1},
    )
    assert (mark.session.score, mark.session.passed) == (12, False)
    assert not mark.look_again


def test_the_latest_word_counts_and_one_taken_back_counts_no_more() -> None:
    first = {"what": "level", "turn": 1, "criterion": "listening", "level": 3, "was": 1}
    assert marked(first, {**first, "level": 0}).replies[0].levels["listening"] == 0
    assert marked(first, {"what": "withdrawal", "entry": "e0"}).session == marked().session
    # Replaced is replaced: taking the second back does not bring the first again.
    assert marked(first, {**first, "level": 0}, {"what": "withdrawal", "entry": "e1"}).session == marked().session


def test_where_the_engine_says_something_else_now_somebody_should_look_again_and_nothing_is_lost() -> None:
    override = {"what": "level", "turn": 1, "criterion": "listening", "level": 3, "was": 1}
    rescored = (reply(listening=2, apology=2), REPLIES[1])
    mark = marked(override, replies=rescored)
    assert mark.look_again
    assert mark.replies[0].levels["listening"] == 3


@pytest.mark.parametrize(
    "override",
    [
        {"what": "level", "turn": 1, "criterion": "gone", "level": 3, "was": 1},
        {"what": "level", "criterion": "gone", "level": 3, "was": 1},
        {"what": "flag", "turn": 1, "flag": "gone", "raised": True},
    ],
)
def test_what_another_rubric_has_no_place_for_changes_nothing_and_is_to_be_looked_at(override: dict[str, Any]) -> None:
    mark = marked(override)
    assert (mark.session, mark.replies) == (marked().session, REPLIES)
    assert mark.look_again


def test_a_criterion_of_the_whole_session_can_be_overruled_too() -> None:
    whole = (SessionLevel("feelings_first", 0, "none"),)
    say = READ.validate_python({"what": "level", "criterion": "feelings_first", "level": 2, "was": 0, "reason": "yes"})
    mark = official(REPLIES, _with_session(), whole, [("e", say)])
    assert mark.whole[0].level == 2
    assert (mark.session.score or 0) > (mark.automatic.score or 0)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_an_override_without_a_reason_is_none(reason: str) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({"what": "score", "score": 50, "reason": reason})


@given(
    st.lists(
        st.builds(
            dict,
            what=st.just("level"),
            turn=st.integers(1, 4),
            criterion=st.sampled_from(["listening", "apology", "gone"]),
            level=st.integers(0, 3),
        )
    )
)
def test_whatever_is_said_of_turns_and_criteria_the_mark_is_a_mark(overrides: list[dict[str, Any]]) -> None:
    mark = marked(*overrides)
    assert mark.session.score is not None
    assert 0 <= mark.session.score <= 100
    assert [one.evidence for one in mark.replies] == [one.evidence for one in REPLIES]


def _with_session() -> Any:
    both, four = {"en": "x", "zh": "x"}, {"en": ["x"] * 4, "zh": ["x"] * 4}
    data = RUBRIC.model_dump()
    data["session"] = {"feelings_first": {"name": both, "weight": 1, "levels": four, "rules": [{"level": 0}]}}
    return type(RUBRIC).model_validate(data)
