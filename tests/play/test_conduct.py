"""What the trainee did over a whole session, and the levels it gets."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.event import Event
from simulator.model.rubric import Rubric
from simulator.model.score import Observed, ReplyScore
from simulator.play.conduct import FEATURES, Exchange, conduct, exchanges, session_levels, words
from simulator.play.score import session_score
from simulator.play.step import begin, step
from tests.play.sample import case, scores
from tests.texts import anything

_BOTH = {"en": "x", "zh": "x"}
_FOUR = {"en": ["x"] * 4, "zh": ["x"] * 4}


def rubric(weight: float = 0, **session: Any) -> Rubric:
    """A rubric with one criterion and some session criteria, each with rules."""
    return Rubric.model_validate({
        "rubric": "core", "title": _BOTH,
        "criteria": {"apology": {"name": _BOTH, "levels": _FOUR, "rules": [{"level": 0}]}},
        "session": {name: {"name": _BOTH, "levels": _FOUR, "weight": weight, **judged}
                    for name, judged in session.items()},
    })  # fmt: skip


def turn(number: int, mood: int, *showed: str, levels: dict[str, int] | None = None, **more: Any) -> Exchange:
    """A turn in a mood with a reply that showed some criteria clearly."""
    observed = Observed(
        showed=showed, room=more.pop("room", False), restated=("x",) if more.pop("restated", False) else ()
    )
    reply = ReplyScore(levels or {}, more.pop("flags", ()), 50.0, observed=observed)
    said: dict[str, Any] = {"customer": "Well?", "told": 1, "reply": "Yes."}
    return Exchange(number, mood=mood, score=reply, **{**said, **more})


def values(*turns: Exchange) -> dict[str, int]:
    return {name: found.value for name, found in conduct(turns).items()}


def test_every_feature_is_told_whatever_happened() -> None:
    assert set(conduct(())) == set(conduct([turn(1, 80)])) == set(FEATURES)


def test_the_feeling_comes_first_where_it_is_met_no_later_than_the_matter() -> None:
    for first in (("listening",), ("apology",), ("listening", "restatement", "expectation")):
        found = conduct([turn(1, 80, *first), turn(2, 70, "expectation")])
        assert (found["feelings_first"].value, found["feelings_first"].turns) == (100, (1,))


def test_the_matter_before_the_feeling_is_told_with_its_turn() -> None:
    found = conduct([turn(1, 80, "restatement"), turn(2, 75, "apology")])
    assert found["feelings_first"].value == 0
    assert (found["feelings_after"].value, found["feelings_after"].turns) == (1, (1,))


def test_a_feeling_that_is_never_met_is_told() -> None:
    assert values(turn(1, 80), turn(2, 85, "restatement"))["feelings_never"] == 1


def test_each_stretch_of_anger_is_looked_at_by_itself() -> None:
    found = conduct([turn(1, 80, "listening"), turn(2, 40, "expectation"), turn(3, 70, "expectation"), turn(4, 60)])
    assert (found["angry_phases"].value, found["angry_phases"].turns) == (2, (1, 3))
    assert (found["feelings_first"].value, found["feelings_never"].turns) == (50, (3,))


def test_to_a_calm_customer_the_matter_may_come_first() -> None:
    found = values(turn(1, 54, "restatement"), turn(2, 30, "expectation"))
    assert (found["angry_phases"], found["feelings_never"], found["feelings_after"]) == (0, 0, 0)


def test_a_step_in_passing_beside_the_feeling_is_no_solution() -> None:
    assert values(turn(1, 80, "listening", "expectation"))["solutions"] == 0
    assert values(turn(1, 80, "expectation"))["solutions"] == 1
    assert values(turn(1, 80, "listening", "expectation", levels={"expectation": 3}))["solutions"] == 1


def test_room_counts_before_the_first_solution() -> None:
    found = values(
        turn(1, 60, room=True), turn(2, 50, room=True), turn(3, 40, "expectation", room=True), turn(4, 30, room=True)
    )
    assert (found["room"], found["room_before"], found["solutions"]) == (4, 2, 1)


def test_restating_is_compared_between_the_angry_and_the_calm_customer() -> None:
    found = values(turn(1, 80, restated=True), turn(2, 70), turn(3, 40), turn(4, 30), turn(5, 20, told=0))
    assert (found["restated_angry"], found["restated_calm"], found["restates_more"]) == (50, 0, 50)
    assert found["calm_told"] == 2, "where nothing was told there is nothing to give back"
    assert values(turn(1, 80, restated=True))["restates_more"] == 0


def test_words_are_counted_and_in_chinese_characters() -> None:
    assert words("I'm so sorry, it's 3 o'clock.") == 6
    assert words("对不起，让您久等了！") == 8
    assert words("我的iPhone坏了") == 5
    assert words("") == 0


def test_the_customers_share_leaves_out_what_they_do_while_speaking() -> None:
    found = values(
        turn(1, 80, customer="(She bangs the desk.) Seven words are said here by me.", reply="Only three so.")
    )
    assert found["customer_share"] == 70
    assert values(turn(1, 80, customer="（拍桌子）我要见经理", reply="好的"))["customer_share"] == 71


def test_the_time_of_a_reply_is_the_median_of_those_known() -> None:
    found = conduct([turn(1, 50, seconds=20), turn(2, 50, seconds=200.0), turn(3, 50), turn(4, 50, seconds=30)])
    assert (found["timed"].value, found["seconds"].value, found["slow_replies"].turns) == (3, 30, (2,))


@pytest.mark.parametrize(
    ("earlier", "later", "again"),
    [
        ("I will look into that for you. Goodbye.", "No. I WILL look into that for you!", True),
        ("I understand.", "I understand. But no.", False),
        ("非常抱歉给您带来不便。", "好的，非常抱歉給您帶來不便！", False),
        ("给您带来不便非常抱歉。好的。", "不行。給您帶來不便非常抱歉！", True),
        ("好的好的。", "好的好的。", False),
    ],
)
def test_a_sentence_said_again_is_told_unless_it_is_everybodys(earlier: str, later: str, again: bool) -> None:
    found = conduct([turn(1, 50, reply=earlier), turn(2, 50, reply=later)])
    assert found["repeats"].turns == ((2,) if again else ())


def test_flags_are_counted_with_their_turns() -> None:
    found = conduct([turn(1, 50, flags=("blame", "argue")), turn(2, 50), turn(3, 50, flags=("rude",))])
    assert (found["flags"].value, found["flags"].turns) == (3, (1, 3))


def test_a_session_criterion_is_judged_by_its_rules_and_shows_what_happened() -> None:
    judged = rubric(few={"rules": [{"level": 3, "when": {"flags": "<= 0"}}, {"level": 1, "when": {"flags": "<= 2"}}]})
    (one,) = session_levels(judged, [turn(1, 50, flags=("blame",))])
    assert (one.criterion, one.level, one.rule) == ("few", 1, "rules[1]")
    assert [(found.feature, found.value, found.turns) for found in one.found] == [("flags", 1, (1,))]


def test_what_it_needs_and_is_not_there_leaves_it_out() -> None:
    judged = rubric(quick={"needs": {"timed": 2}, "rules": [{"level": 3}]})
    assert session_levels(judged, [turn(1, 50, seconds=5)]) == ()
    assert len(session_levels(judged, [turn(1, 50, seconds=5), turn(2, 50, seconds=5)])) == 1


def test_with_no_weight_it_is_shown_and_changes_no_score() -> None:
    judged = rubric(weight=0, never={"rules": [{"level": 0}]})
    whole = session_score([ReplyScore({}, (), 80.0)], judged, session_levels(judged, [turn(1, 50)]))
    assert (whole.score, [one.level for one in whole.session]) == (80.0, [0])


def test_with_a_weight_it_counts_beside_all_criteria_together() -> None:
    judged = rubric(weight=1, never={"rules": [{"level": 0}]})
    assert session_score([ReplyScore({}, (), 80.0)], judged, session_levels(judged, [turn(1, 50)])).score == 40.0
    assert session_score([ReplyScore({}, (), None)], judged, session_levels(judged, [turn(1, 50)])).score is None


@given(st.lists(st.tuples(anything, scores), max_size=6), st.lists(st.none() | st.floats(0, 1e6), max_size=6))
def test_any_session_can_be_looked_at(replies: list[tuple[str, ReplyScore]], seconds: list[float | None]) -> None:
    scenario = case()
    state, happened = begin(scenario)
    events: tuple[Event, ...] = happened
    for reply, score in replies:
        if state.ended:
            break
        state, happened = step(scenario, state, reply, score)
        events = (*events, *happened)
    turns = exchanges(events, dict(enumerate(seconds, 1)))
    assert [one.turn for one in turns] == list(range(1, state.turn + 1))
    assert [one.mood for one in turns] == list(state.moods[: state.turn])
    found = conduct(turns)
    for name in ("feelings_first", "restated_angry", "restated_calm", "customer_share"):
        assert 0 <= found[name].value <= 100
    assert all(set(one.turns) <= set(range(1, state.turn + 1)) for one in found.values())
