"""Everything that can happen is found, and nothing else: held against the play itself."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.analysis.explore import Edge, Node, _explore, explore
from simulator.analysis.fates import fates
from simulator.analysis.gains import Gain, wider
from simulator.analysis.hope import chances
from simulator.model.event import Moved
from simulator.model.scenario import Scenario
from simulator.model.score import Observed, ReplyScore
from simulator.play.score import session_score
from simulator.play.state import State
from simulator.play.step import begin, step
from simulator.scoring.judge import points
from tests.analysis.sample import FACTS, PROMISES, RUBRIC, cases
from tests.play.sample import case


def reply(
    levels: dict[str, int], flags: tuple[str, ...], facts: tuple[str, ...], promised: tuple[str, ...], silent: bool,
    repeated: bool,
) -> ReplyScore:  # fmt: skip
    """A reply's score; `facts` says of each fact what was done with it."""
    return ReplyScore(
        levels=levels,
        flags=flags,
        score=points(RUBRIC, levels, flags),
        observed=Observed(
            restated=tuple(name for name, done in zip(FACTS, facts, strict=True) if done == "restated"),
            misstated=tuple(name for name, done in zip(FACTS, facts, strict=True) if done == "misstated"),
            promised=promised,
            silent=silent,
            repeated=repeated,
        ),
    )


def sides(scenario: Scenario, state: State) -> list[list[Any]]:
    """What may differ between the replies that are possible in a state: the arguments of `reply`."""
    assessed = [name for name in RUBRIC.criteria if name in scenario.beats[state.beat].assess]
    doings = [("", "restated", "misstated") if name in state.told else ("",) for name in FACTS]
    return [
        [dict(zip(assessed, levels, strict=True)) for levels in product(range(4), repeat=len(assessed))],
        [(), ("blame",), ("rude",), ("blame", "rude")],
        list(product(*doings)),
        [(), *((name,) for name in PROMISES)],
        [False, True],
        [False, True],
    ]


def move(scenario: Scenario, state: State, score: ReplyScore) -> tuple[State, Moved]:
    after, events = step(scenario, state, "Well.", score)
    return after, next(event for event in events if isinstance(event, Moved))


def mood_of(state: State) -> int:
    return 1 << state.mood


@settings(max_examples=15, deadline=None)
@given(cases)
def test_the_first_turn_can_go_just_as_the_play_goes(scenario: Scenario) -> None:
    state, _ = begin(scenario)
    played: dict[tuple[str, str, int], Gain] = {}
    for parts in product(*sides(scenario, state)):
        score = reply(*parts)
        after, moved = move(scenario, state, score)
        gain = None if score.score is None else (score.score, score.score)
        key = (moved.to if moved.way == "boils_over" else moved.way, moved.to, after.mood)
        played[key] = wider(played[key], gain) if key in played else gain
    found = explore(scenario, RUBRIC)
    foretold: dict[tuple[str, str, int], Gain] = {}
    for edge in found.edges[found.start]:
        for to, moods in found.landings(edge, mood_of(state)):
            boiled = isinstance(to, str) and not isinstance(edge.to, str)
            place = to if isinstance(to, str) else to.beat
            key = (place if boiled else edge.place, place, moods.bit_length() - 1)
            foretold[key] = wider(foretold[key], edge.gain) if key in foretold else edge.gain
    # Before anything was told, any words of the customer's may count as a fact; and where a condition asks for a wrong
    # fact and counts those given back, one fact is taken for both: more is foretold than can be, never less.
    whens = [way.when for way in (*scenario.beats[state.beat].ways, *scenario.anywhere)]
    both = any(when.misstated and when.restated_count is not None for when in whens)
    if state.told and not both:
        assert foretold == played
    else:
        assert foretold.keys() >= played.keys()


@settings(max_examples=60, deadline=None)
@given(cases, st.data())
def test_whatever_is_played_was_foretold(scenario: Scenario, data: st.DataObject) -> None:
    found = explore(scenario, RUBRIC)
    ends = fates(found, turns=5).endings
    good = chances(found, ["happy"])
    passed: list[tuple[Node, int]] = []
    state, _ = begin(scenario)
    node = found.start
    for _ in range(5):
        assert found.states[node] & mood_of(state)
        passed.append((node, mood_of(state)))
        after, moved = move(
            scenario, state, reply(*(data.draw(st.sampled_from(side)) for side in sides(scenario, state)))
        )
        edge = taken(found.edges[node], moved, state.mood, after.mood, node)
        if moved.way != "boils_over":
            assert found.ways[edge.place] & mood_of(state)
        state = after
        if state.ended:
            break
        assert isinstance(edge.to, Node)
        node = edge.to
    if state.ending == "happy":
        assert all(good[node] & mood for node, mood in passed)
    if state.ending:
        fate = ends[state.ending]
        assert fate.moods & mood_of(state)
        assert fate.turns[0] <= state.turn <= fate.turns[1]
        score = session_score(state.scores, RUBRIC).score
        if score is not None:
            assert fate.score is not None
            assert fate.score[0] - 0.05 <= score <= fate.score[1] + 0.05


def taken(edges: tuple[Edge, ...], moved: Moved, before: int, after: int, node: Node) -> Edge:
    """The edge that a move followed; where several do the same they lead to the same node."""
    for edge in edges:
        lands = max(0, min(100, before + edge.by)) == after and edge.moods >> before & 1
        to = edge.to if isinstance(edge.to, str) else edge.to.beat
        if lands and (moved.way == "boils_over" or (edge.place == moved.way and to == moved.to)):
            return edge
    raise AssertionError(f"{moved} was not foretold in {node}")


@settings(max_examples=20, deadline=None)
@given(cases)
def test_without_counting_nothing_that_can_happen_is_missed(scenario: Scenario) -> None:
    exact, rough = explore(scenario, RUBRIC), _explore(scenario, RUBRIC, 200_000, exact=False)
    assert rough.complete
    for part in ("ways", "endings"):
        known, more = getattr(exact, part), getattr(rough, part)
        assert all(known[name] & ~more.get(name, 0) == 0 for name in known)


def test_a_scenario_too_intricate_to_be_looked_at_whole_says_so() -> None:
    found = explore(case(), RUBRIC, limit=20)
    assert not found.complete
    assert not found.exact
    assert fates(found).complete is False


def test_where_counting_is_too_much_the_rest_is_still_found() -> None:
    # Whoever comes back to one of many beats may have been at any of the others.
    names = [f"beat_{n}" for n in range(16)]
    beats: dict[str, Any] = {
        name: {"says": "Well?", "assess": ["apology"], "ways": [
            {"when": {"apology": 2, "visits": "<= 3"}, "mood": 0, "to": names[n * 5 % 16]},
            {"when": {"apology": 1}, "mood": 0, "to": names[n * 7 % 16]},
            {"mood": 0, "to": "happy"},
            {"to": "sour"},
        ]}
        for n, name in enumerate(names, 1)
    }  # fmt: skip
    found = explore(case(beats=beats, start="beat_0"), RUBRIC)
    assert found.complete
    assert not found.exact
    assert "beats.beat_3.ways[3]" not in found.ways
    assert set(found.endings) == {"happy"}


def test_visits_are_counted_as_far_as_conditions_look() -> None:
    found = explore(
        case(beats={"opening": {"says": "Well?", "ways": [{"when": {"visits": 3}, "to": "sour"}, {"to": "opening"}]}}),
        RUBRIC,
    )
    assert sorted(node.visits for node in found.states) == [(("opening", n),) for n in (1, 2, 3)]
    assert fates(found).endings["sour"].turns == (3, 3)


def test_a_huge_count_costs_no_time() -> None:
    ways = [{"when": {"visits": 10**9}, "to": "sour"}, {"to": "opening"}]
    assert not explore(case(beats={"opening": {"says": "Well?", "ways": ways}}), RUBRIC).exact
