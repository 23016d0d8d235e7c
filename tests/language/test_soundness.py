"""Names and soundness: what can never happen is told, one mistake is told once, nothing sound is blamed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.conditions import covers
from simulator.model.scenario import Policy, Promise, Way, When
from simulator.model.score import Observed, ReplyScore
from simulator.play.state import State
from simulator.play.ways import holds
from tests.language.ask import codes, core, problems

ENDINGS = "endings: {good: {outcome: resolved, debrief: x}, bad: {outcome: lost, debrief: x}}\n"


def beats(*ways: str, more: str = "", assess: str = "[apology, listening]") -> str:
    listed = "".join(f"      - {way}\n" for way in ways)
    return f"beats:\n  opening:\n    says: Well?\n    assess: {assess}\n    ways:\n{listed}{more}{ENDINGS}"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{to: bad}", "{when: {apology: 2}, to: good}"),
        ("{when: {apology: 2}, to: bad}", "{when: {apology: 3, listening: 1}, to: good}"),
        ("{when: {apology: '<= 1'}, to: bad}", "{when: {apology: '== 0'}, to: good}"),
        ("{when: {apology: '0..3'}, to: bad}", "{when: {mood: '>= 50'}, to: good}"),
        ("{when: {flags: any}, to: bad}", "{when: {flags: [rude, threat]}, to: good}"),
        ("{when: {mood: '>= 60'}, to: bad}", "{when: {mood: '> 80'}, to: good}"),
        ("{when: {visits: '>= 1'}, to: bad}", "{when: {visits: 3}, to: good}"),
        ("{when: {promised: [allowed]}, to: bad}", "{when: {promised: [ring]}, to: good}"),
    ],
)
def test_a_way_behind_a_wider_one_is_never_taken(first: str, second: str) -> None:
    policy = "policy: {may: [{id: ring, says: ring you}], never: [{id: free, says: give it free}]}\n"
    found = problems(policy + beats(first, second, "{to: good}", "{to: bad}"))
    assert found[0].code == "way-never-taken"
    assert found[0].line == 8


@pytest.mark.parametrize(
    "ways",
    [
        ("{when: {apology: 3}, to: good}", "{when: {apology: 2}, to: bad}"),
        ("{when: {apology: 2}, to: good}", "{when: {listening: 2}, to: bad}"),
        ("{when: {apology: '<= 1', mood: '>= 50'}, to: good}", "{when: {apology: '== 0'}, to: bad}"),
        ("{when: {flags: [rude]}, to: good}", "{when: {flags: any}, to: bad}"),
        ("{when: {no_flags: true}, to: good}", "{when: {flags: any}, to: bad}"),
        ("{when: {silent: true}, to: good}", "{when: {repeated: true}, to: bad}"),
        ("{when: {visits: '<= 1'}, to: good}", "{when: {visits: 2}, to: bad}"),
    ],
)
def test_ways_that_can_be_taken_are_not_blamed(ways: tuple[str, ...]) -> None:
    assert codes(beats(*ways, "{to: opening}")) == []


limits = st.none() | st.sampled_from(["0", "1", "2", "3", "<= 0", "<= 2", "== 1", "1..2"])
conditions = st.builds(
    lambda apology, mood, visits, **rest: When.model_validate(
        {
            **{name: value for name, value in (("apology", apology), ("mood", mood), ("visits", visits)) if value},
            **{name: value for name, value in rest.items() if value is not None},
        }
    ),
    apology=limits,
    mood=limits,
    visits=limits,
    flags=st.sampled_from([(), ("rude",), ("any",), ("rude", "threat")]),
    no_flags=st.booleans(),
    restated=st.sampled_from([(), ("a",), ("a", "b")]),
    restated_count=limits,
    misstated=st.sampled_from([(), ("a",), ("any",)]),
    promised=st.sampled_from([(), ("ring",), ("allowed",), ("forbidden",)]),
    silent=st.none() | st.booleans(),
)
POLICY = Policy(may=(Promise(id="ring", says="ring you"),), never=(Promise(id="free", says="free"),))
replies = st.builds(
    lambda level, flags, restated, misstated, promised, silent: ReplyScore(
        {"apology": level},
        flags,
        None,
        observed=Observed(restated=restated, misstated=misstated, promised=promised, silent=silent),
    ),
    st.integers(0, 3),
    st.sampled_from([(), ("rude",), ("threat",), ("rude", "argue")]),
    st.sampled_from([(), ("a",), ("b",), ("a", "b")]),
    st.sampled_from([(), ("a",), ("b",)]),
    st.sampled_from([(), ("ring",), ("free",), ("ring", "free")]),
    st.booleans(),
)


@given(conditions, conditions, replies, st.integers(0, 100), st.integers(1, 5))
def test_where_one_covers_another_it_holds_whenever_the_other_does(
    general: When, special: When, reply: ReplyScore, mood: int, visits: int
) -> None:
    state = State(beat="opening", mood=mood, visits={"opening": visits})
    if covers(general, special, POLICY, ("apology",)) and holds(special, POLICY, state, reply):
        assert holds(general, POLICY, state, reply)


@given(conditions)
def test_every_condition_covers_itself(when: When) -> None:
    assert covers(when, when, POLICY, ("apology",))
    assert Way(when=when, to="good").when == when


def test_a_way_tried_anywhere_comes_before_all() -> None:
    assert codes(
        "anywhere: [{when: {flags: any}, to: bad}]\n" + beats("{when: {flags: [rude]}, to: good}", "{to: good}")
    ) == ["way-never-taken"]


def beat(name: str, *ways: str) -> str:
    return f"  {name}:\n    says: Well?\n    ways: [{', '.join(ways)}]\n"


def test_of_beats_that_hang_together_only_the_first_is_told_as_never_reached() -> None:
    lost = beat("b", "{to: c}") + beat("a", "{to: b}") + beat("c", "{to: good}")
    found = problems(beats("{to: bad}", more=lost))
    assert [(p.code, p.values["name"]) for p in found] == [("beat-never-reached", "a")]


def test_of_beats_in_a_ring_that_nothing_reaches_one_is_told() -> None:
    ring = beat("a", "{to: b}") + beat("b", "{when: {silent: true}, to: good}", "{to: a}")
    assert codes(beats("{to: bad}", more=ring)) == ["beat-never-reached"]


def test_a_ring_without_a_way_out_is_told_once_with_all_its_beats() -> None:
    ring = beat("a", "{to: b}") + beat("b", "{to: a}")
    found = problems(beats("{when: {apology: 2}, to: good}", "{when: {apology: 1}, to: bad}", "{to: a}", more=ring))
    assert [(p.code, p.values["beats"]) for p in found] == [("no-way-out", ("a", "b"))]


def test_a_loop_that_only_a_fault_ends_has_no_way_out() -> None:
    rude, tired = "anywhere: [{when: {flags: [rude]}, to: bad}]\n", "anywhere: [{when: {replies: 9}, to: bad}]\n"
    loop = beats("{when: {apology: 2}, to: loop}", "{to: good}", more="  loop:\n    says: x\n    ways: [{to: loop}]\n")
    assert codes(rude + loop) == ["no-way-out"]
    assert codes(tired + loop) == []


def test_a_misspelt_target_does_not_make_its_beat_unreachable() -> None:
    assert codes(beats("{when: {apology: 2}, to: goood}", "{to: bad}")) == ["unknown-beat"]
    assert codes(beats("{when: {apology: 2}, to: nothing_like_it}", "{to: bad}")) == ["unknown-beat"]


def test_a_misspelt_fact_is_not_also_one_that_is_never_told() -> None:
    facts = "facts: {waited: {says: I waited}}\n"
    told = beats("{when: {restated: [waited]}, to: good}", "{to: bad}").replace(
        "    assess", "    tells: [watied]\n    assess"
    )
    assert codes(facts + told) == ["unknown-fact"]


def test_a_misspelt_criterion_is_not_also_one_that_is_not_assessed() -> None:
    assert codes(beats("{when: {apology: 2}, to: good}", "{to: bad}", assess="[apolgy]"), core().rubric) == [
        "unknown-criterion"
    ]


def test_a_beat_whose_name_cannot_be_one_is_told_once() -> None:
    more = "  my beat:\n    says: x\n    ways: [{to: good}]\n"
    assert codes(beats("{when: {apology: 2}, to: my beat}", "{to: bad}", more=more)) == ["bad-name", "bad-name"]
    assert codes(beats("{when: {apology: 2}, to: my_beat}", "{to: bad}", more=more)) == ["bad-name"]


def test_a_condition_that_lost_a_part_shadows_nothing() -> None:
    assert codes(beats("{when: {apology: much}, to: good}", "{when: {listening: 2}, to: good}", "{to: bad}")) == [
        "bad-limits"
    ]


def test_facts_told_on_some_road_may_be_asked_for() -> None:
    facts = "facts: {waited: {says: I waited}}\n"
    more = "  a:\n    says: I waited\n    tells: [waited]\n    ways: [{to: b}]\n"
    more += "  b:\n    says: x\n    ways: [{when: {restated: [waited]}, to: good}, {to: bad}]\n"
    assert codes(facts + beats("{when: {apology: 2}, to: a}", "{to: b}", more=more)) == []


def test_promises_and_facts_of_the_complaint_record_must_be_there() -> None:
    intake = """\
intake:
  channel: hotline
  name: Bell
  content: [waited]
  promises: [ring]
  validity: {reasonable: true, lawful: true, real: true, timely: true, own: true, first: true}
  risk: potential
"""
    assert codes(intake) == ["unknown-fact", "unknown-promise"]


def test_flags_of_another_rubric_are_not_known() -> None:
    way = beats("{when: {flags: [sarcasm]}, to: bad}", "{to: good}")
    assert codes(way, core().rubric) == ["unknown-flag"]
    assert codes(way) == []
