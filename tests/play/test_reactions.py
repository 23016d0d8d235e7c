"""The customer answers what was done, and never says the same line twice while another is left."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.event import Spoke
from simulator.model.scenario import Line, Scenario, Trigger
from simulator.model.score import Observed, ReplyScore
from simulator.play.comebacks import _TABLES, default_comebacks
from simulator.play.lines import choices, pick
from simulator.play.script import is_traditional
from simulator.play.step import begin, step
from tests.play.sample import FLAGS, TRIGGERS, answer, beat, case, did, reaction, score, scores

OWN = {trigger: f"own {trigger}" for trigger in TRIGGERS}

#: What draws each trigger, after a first reply that promised a new soup.
DRAWN_BY: dict[Trigger, ReplyScore] = {
    "no_apology": score(listening=2, apology=0),
    "wrong_fact": did(misstated=("waited",)),
    "empty_promise": did(vague=True),
    "broken_promise": did(refused=("new_soup",)),
    "forbidden_promise": did(promised=("free_year",)),
    "repetition": did(repeated=True),
    "silence": did(silent=True),
    "blame": score(("blame",)),
    "argue": score(("argue",)),
    "pass_the_buck": score(("pass_the_buck",)),
    "overpromise": score(("overpromise",)),
    "threat": score(("threat",)),
    "rude": score(("rude",)),
}
STAY_HERE = beat({"mood": 0, "to": "opening"})


def said(scenario: Scenario, *scores: ReplyScore) -> str | None:
    """The words of the reaction to the last of some replies."""
    spoke = reaction(answer(scenario, *scores))
    return spoke.text if spoke else None


def of_a_way(when: dict[str, Any], *scores: ReplyScore, **changes: Any) -> str | None:
    """The reaction to the last reply where a way under a condition has its own."""
    way = {"when": when, "mood": 0, "react": "the way's", "to": "opening"}
    return said(case(beats=beat(way, {"mood": 0, "to": "opening"}), reactions=OWN, **changes), *scores)


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_each_deed_draws_its_own_comeback(trigger: Trigger) -> None:
    promised = did(promised=("new_soup",))
    assert said(case(beats=STAY_HERE, reactions=OWN), promised, DRAWN_BY[trigger]) == OWN[trigger]


@pytest.mark.parametrize("style", ["aggressive", "soft", "cooperative"])
@pytest.mark.parametrize("trigger", TRIGGERS)
def test_what_the_scenario_leaves_unwritten_comes_from_the_style(style: str, trigger: Trigger) -> None:
    scenario = case(beats=STAY_HERE, customer={"name": "P", "style": style, "wants": "x"})
    spoke = reaction(answer(scenario, did(promised=("new_soup",)), DRAWN_BY[trigger]))
    assert spoke is not None
    assert spoke.line.startswith(f"defaults.{style}.{trigger}[")


def test_a_reply_without_a_fault_draws_none() -> None:
    assert said(case(beats=STAY_HERE, reactions=OWN), score(listening=2, apology=2)) is None
    assert said(case(beats=STAY_HERE, reactions=OWN), score(listening=2)) is None  # no apology was asked for


def test_who_has_heard_a_clear_apology_does_not_say_that_there_was_none() -> None:
    missing = score(listening=2, apology=0)
    scenario = case(beats=STAY_HERE, reactions=OWN)
    assert said(scenario, score(listening=2, apology=1), missing) == "own no_apology"
    assert said(scenario, score(listening=2, apology=2), missing) is None


def test_the_gravest_fault_is_answered() -> None:
    both = score(("blame",), Observed(silent=False, misstated=("waited",), vague=True), apology=0)
    assert said(case(beats=STAY_HERE, reactions=OWN), both) == "own blame"


def test_a_wrong_fact_is_answered_with_that_fact() -> None:
    scenario = case(beats=STAY_HERE, reactions={"wrong_fact": "No! {fact}. {fact}!"})
    assert said(scenario, did(misstated=("waited",))) == "No! I waited forty minutes. I waited forty minutes!"
    assert said(scenario, did(misstated=("cold",))) == "Cold! Not lukewarm, COLD!"
    assert said(scenario, did(misstated=("unknown",))) is None


def test_a_promise_is_named_in_the_answer() -> None:
    reactions = {"forbidden_promise": "'{promise}'?", "broken_promise": "You said: {promise}."}
    scenario = case(beats=STAY_HERE, reactions=reactions)
    assert said(scenario, did(promised=("free_year",))) == "'feed you free for a year'?"
    broken = said(scenario, did(promised=("new_soup",)), did(refused=("new_soup",)))
    assert broken == "You said: bring you a new soup within five minutes."


def test_refusing_what_was_never_promised_breaks_no_promise() -> None:
    assert said(case(beats=STAY_HERE, reactions=OWN), did(refused=("new_soup",))) is None


def test_braces_that_stand_for_nothing_are_left_alone() -> None:
    assert said(case(beats=STAY_HERE, reactions={"silence": "{0} {} {x"}), did(silent=True)) == "{0} {} {x"


def test_a_way_has_the_first_word_over_missing_and_empty_things() -> None:
    assert of_a_way({}, score(apology=0)) == "the way's"
    assert of_a_way({}, did(vague=True)) == "the way's"


@pytest.mark.parametrize("trigger", [t for t in TRIGGERS if t not in ("no_apology", "empty_promise")])
def test_a_grave_fault_is_answered_before_a_way_that_was_not_written_for_it(trigger: Trigger) -> None:
    promised = did(promised=("new_soup",))
    answered = of_a_way({"replies": 2}, promised, DRAWN_BY[trigger])
    assert answered == OWN[trigger]


@pytest.mark.parametrize(
    ("when", "reply"),
    [
        ({"flags": ["blame", "rude"]}, DRAWN_BY["rude"]),
        ({"flags": "any"}, DRAWN_BY["threat"]),
        ({"silent": True}, DRAWN_BY["silence"]),
        ({"repeated": True}, DRAWN_BY["repetition"]),
        ({"misstated": "any"}, DRAWN_BY["wrong_fact"]),
        ({"promised": "forbidden"}, DRAWN_BY["forbidden_promise"]),
        ({"promised": ["free_year"]}, DRAWN_BY["forbidden_promise"]),
        ({"flags": ["overpromise"]}, score(("overpromise",), Observed(promised=("free_year",)))),
    ],
)
def test_a_way_that_names_the_fault_answers_it_itself(when: dict[str, Any], reply: ReplyScore) -> None:
    assert of_a_way(when, reply) == "the way's"


def test_a_way_whose_reaction_was_heard_gives_place_to_the_next_comeback() -> None:
    blamed = score(("blame",))
    heard = [of_a_way({"flags": ["blame"]}, *[blamed] * n) for n in (1, 2)]
    assert heard == ["the way's", "own blame"]


def test_a_reaction_for_another_mood_is_not_said() -> None:
    reactions = {"silence": [{"mood": ">= 90", "text": "RIGHT!"}, {"mood": "<= 89", "text": "Hm?"}]}
    assert said(case(beats=STAY_HERE, reactions=reactions), did(silent=True)) == "Hm?"


# Lines


def test_a_line_for_just_this_mood_is_preferred() -> None:
    says = ["Plain.", {"mood": ">= 50", "text": "Hot."}]
    scenario = case(beats=beat({"mood": 0, "to": "opening"}, says=says))
    assert begin(scenario)[0].lines == ("Hot.",)
    assert answer(scenario, score(listening=2))[-1] == Spoke(part="beat", text="Plain.", line="beats.opening.says[0]")


def test_where_every_fitting_line_was_said_it_is_the_one_longest_ago() -> None:
    lines = choices("x", [Line(text="a"), Line(text="b"), Line.model_validate({"text": "c", "mood": ">= 90"})])
    chosen = pick([lines], 50, ["x[1]", "x[0]", "x[1]"])
    assert chosen is not None
    assert chosen.line.text == "a"


def test_a_beat_without_a_fitting_line_still_speaks() -> None:
    lines = choices("x", [Line.model_validate({"text": "c", "mood": ">= 90"})])
    chosen = pick([lines], 50, [])
    assert chosen is not None
    assert pick([[]], 50, []) is None


_lines = st.lists(
    st.builds(
        lambda text, mood: Line.model_validate({"text": text, "mood": mood}),
        st.text(min_size=1, max_size=3), st.none() | st.sampled_from([">= 80", "<= 20", "40..60"]),
    ),
    min_size=1, max_size=5,
)  # fmt: skip


@given(st.lists(_lines, min_size=1, max_size=3), st.lists(st.integers(0, 100), max_size=20))
def test_no_line_comes_twice_while_another_fitting_one_is_left(tiers: list[list[Line]], moods: list[int]) -> None:
    every = [choices(f"tier{n}", lines) for n, lines in enumerate(tiers)]
    spoken: list[str] = []
    for mood in moods:
        chosen = pick(every, mood, spoken)
        assert chosen is not None
        fitting = {c.id for tier in every for c in tier if c.fits(mood)}
        if chosen.id in spoken:
            assert fitting <= set(spoken)
        if fitting:
            assert chosen.id in fitting
        spoken.append(chosen.id)


@given(st.lists(scores, max_size=10))
def test_in_a_whole_session_no_comeback_is_repeated_while_one_is_left(replies: list[ReplyScore]) -> None:
    scenario = case(beats=STAY_HERE, boils_over=None)
    state, _ = begin(scenario)
    for one in replies:
        before = state.spoken
        state, events = step(scenario, state, "Well.", one)
        spoke = reaction(events)
        if spoke and spoke.line.startswith("defaults."):
            trigger = spoke.line.split(".")[2].partition("[")[0]
            left = {c.id for c in default_comebacks(scenario, trigger) if "{fact}" not in c.line.text}  # type: ignore[arg-type]
            assert spoke.line not in before or left <= set(before)


# The default comebacks


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_style_has_several_comebacks_of_its_own_for_every_trigger(lang: str) -> None:
    table = _TABLES[lang]
    every = [line for style in table.values() for lines in style.values() for line in lines]
    assert set(table) == {"aggressive", "soft", "cooperative"}
    assert all(set(style) == set(TRIGGERS) for style in table.values())
    assert all(len(lines) >= 3 for style in table.values() for lines in style.values())
    assert len(every) == len(set(every))


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_only_a_comeback_to_a_wrong_fact_names_one_and_never_every_one(trigger: Trigger) -> None:
    for table in _TABLES.values():
        for style in table.values():
            plain = [line for line in style[trigger] if "{" not in line]
            assert plain if trigger == "wrong_fact" else len(plain) == len(style[trigger])


def test_a_customer_who_writes_traditional_answers_in_it() -> None:
    brief = "你在台中的咖啡機公司上班，這個客人打過三通電話，沒有人回她。"
    scenario = case(lang="zh", brief=brief, beats=STAY_HERE)
    heard = said(scenario, score(("blame",)))
    assert heard is not None
    assert is_traditional(heard)
    simplified = case(lang="zh", brief="你在台中的咖啡机公司上班，这个客人打过三通电话。", beats=STAY_HERE)
    heard = said(simplified, score(("blame",)))
    assert heard is not None
    assert not is_traditional(heard)


def test_flags_and_triggers_go_by_the_same_names() -> None:
    assert set(FLAGS) < set(TRIGGERS)
