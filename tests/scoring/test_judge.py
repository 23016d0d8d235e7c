"""From features to levels: rules, fitted weights, caps, advice, flags."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.model.base import Bilingual
from simulator.model.rubric import Criterion, Fit, FlagRule, LevelTexts
from simulator.scoring.judge import holds, judge, level_of, raised

NAME = Bilingual(en="Thanks", zh="感谢")
TEXTS = LevelTexts(en=("none", "token", "sound", "strong"), zh=("无", "一", "二", "三"))


def criterion(**parts: object) -> Criterion:
    rules = [{"level": 3, "when": {"thanks": 2}}, {"level": 1, "when": {"thanks": 1}}]
    return Criterion.model_validate({"name": NAME, "levels": TEXTS, "rules": rules, **parts})


def test_the_first_rule_that_holds_gives_the_level() -> None:
    assert judge(criterion(), {"thanks": 5}).level == 3
    assert judge(criterion(), {"thanks": 1}).rule == "rules[1]"


def test_no_rule_that_holds_is_level_0() -> None:
    judgement = judge(criterion(), {})
    assert (judgement.level, judgement.rule) == (0, "none")


def test_a_cap_limits_what_the_rules_gave_and_is_named() -> None:
    capped = criterion(caps=[{"level": 1, "when": {"copied": 1}}])
    assert judge(capped, {"thanks": 2, "copied": 1}).level == 1
    assert judge(capped, {"thanks": 2, "copied": 1}).rule == "caps[0]"
    assert judge(capped, {"thanks": 2}).level == 3


def test_a_condition_needs_every_feature_in_its_range() -> None:
    when = criterion(rules=[{"level": 2, "when": {"a": 1, "b": "<= 0"}}]).rules[0].when
    assert holds(when, {"a": 1})
    assert not holds(when, {"a": 1, "b": 1})
    assert not holds(when, {})


def test_the_first_fitting_advice_is_given_below_level_3_and_none_at_3() -> None:
    advised = criterion(lifts=[{"when": {"level": "== 1"}, "say": NAME}, {"say": NAME}])
    assert judge(advised, {"thanks": 1}).lift == 0
    assert judge(advised, {}).lift == 1
    assert judge(advised, {"thanks": 2}).lift is None


def fit(weight: float) -> Fit:
    trees = [f"warmth > {at} ? {weight:.4f} : 0" for at in (-20, -3, 1, 30)]
    return Fit(base=1.0, trees=tuple(trees))


def test_fitted_weights_move_the_level_and_are_named_with_their_drivers() -> None:
    judgement = judge(criterion(), {"warmth": 4.0}, fit(2.0))
    assert (judgement.level, judgement.rule) == (3, "weights")
    assert judgement.drivers[0][0] == "warmth"


@given(st.integers(0, 3), st.integers(0, 3), st.floats(-50, 50), st.floats(-2, 2))
def test_the_level_alone_is_the_level_of_the_whole_judgement(
    thanks: int, copied: int, warmth: float, weight: float
) -> None:
    caps = [
        {"level": 2, "when": {"copied": 1}},
        {"level": 0, "when": {"copied": 2}},
        {"level": 1, "when": {"copied": 2}},
    ]
    capped, features = criterion(caps=caps), {"thanks": thanks, "copied": copied, "warmth": warmth}
    judgement = judge(capped, features, fit(weight))
    assert level_of(capped, features, fit(weight)) == judgement.level
    assert judgement.level <= {0: 3, 1: 2}.get(copied, 0)


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(0, 5))
def test_more_of_a_feature_with_a_positive_weight_never_lowers_the_level(a: float, b: float, weight: float) -> None:
    low, high = sorted((a, b))
    fitted = fit(weight)
    assert judge(criterion(), {"warmth": low}, fitted).level <= judge(criterion(), {"warmth": high}, fitted).level


def test_what_always_raises_a_flag_no_weights_can_take_back() -> None:
    parts = {"name": NAME, "about": NAME, "when": [{"sneer": 1}], "always": [{"sneer": 1, "bare": 1}]}
    flag, never = FlagRule.model_validate(parts), Fit(base=0.0, trees=())
    assert not raised(flag, {"sneer": 1}, never)
    assert raised(flag, {"sneer": 1, "bare": 1}, never)
    assert raised(flag, {"sneer": 1, "bare": 1})
    assert not raised(flag, {"bare": 1}, never)


def test_a_flag_is_raised_by_any_one_of_its_conditions() -> None:
    flag = FlagRule.model_validate({"name": NAME, "about": NAME, "when": [{"sneer": 1}, {"insult": 1, "jest": "== 0"}]})
    assert raised(flag, {"sneer": 1})
    assert raised(flag, {"insult": 1})
    assert not raised(flag, {"insult": 1, "jest": 1})
    assert not raised(flag, {})
