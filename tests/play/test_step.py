"""Which way is taken, what it does to the mood, and where it ends."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.event import Ended, Moved, Spoke
from simulator.model.scenario import Style
from simulator.model.score import Observed, ReplyScore
from simulator.play.moods import earned
from simulator.play.step import STAY, begin, step
from tests.play.sample import answer, beat, case, did, score


def moved(**changes: Any) -> Moved:
    """Where the last of some scores leads; `scores` holds them, the rest changes the case."""
    scores = changes.pop("scores")
    return next(e for e in answer(case(**changes), *scores) if isinstance(e, Moved))


def way_taken(when: dict[str, Any], *scores: ReplyScore, **changes: Any) -> bool:
    """Whether a way under this condition is taken at the last of some replies; the others stay."""
    beats = beat({"when": when, "mood": 0, "to": "happy"}, {"mood": 0, "to": "opening"})
    return moved(scores=scores, **{"beats": beats, **changes}).to == "happy"


def test_the_first_way_whose_condition_holds_is_taken() -> None:
    beats = beat({"when": {"listening": 1}, "to": "sour"}, {"when": {"listening": 2}, "to": "happy"}, {"to": "scene"})
    assert moved(beats=beats, scores=[score(listening=2)]).way == "beats.opening.ways[0]"
    assert moved(beats=beats, scores=[score(listening=0)]).way == "beats.opening.ways[2]"


def test_ways_written_for_anywhere_come_first() -> None:
    anywhere = [{"when": {"flags": ["threat"]}, "to": "scene"}]
    assert moved(anywhere=anywhere, scores=[score(("threat",), listening=3, apology=3)]).way == "anywhere[0]"
    assert moved(anywhere=anywhere, scores=[score(listening=3, apology=3)]).way == "beats.opening.ways[1]"


def test_where_no_way_is_open_the_customer_stays() -> None:
    beats = beat({"when": {"listening": 3}, "to": "happy"})
    stays = moved(beats=beats, scores=[score(listening=0)])
    assert (stays.way, stays.to) == (STAY, "opening")


@pytest.mark.parametrize(
    ("when", "reply", "taken"),
    [
        ({"apology": 2}, score(apology=2), True),
        ({"apology": 2}, score(apology=1), False),
        ({"apology": "<= 1"}, score(listening=3), False),  # not assessed is not 0
        ({"levels": {"apology": "1..2"}}, score(apology=3), False),
        ({"flags": ["blame", "rude"]}, score(("rude",)), True),
        ({"flags": ["blame"]}, score(("rude",)), False),
        ({"flags": "any"}, score(("rude",)), True),
        ({"flags": "any"}, score(), False),
        ({"no_flags": True}, score(), True),
        ({"no_flags": True}, score(("rude",)), False),
        ({"restated": ["cold", "waited"]}, did(restated=("waited", "cold")), True),
        ({"restated": ["cold", "waited"]}, did(restated=("cold",)), False),
        ({"restated_count": 2}, did(restated=("waited", "cold")), True),
        ({"restated_count": 2}, did(restated=("cold", "cold")), False),
        ({"misstated": ["cold", "waited"]}, did(misstated=("cold",)), True),
        ({"misstated": "any"}, did(misstated=("waited",)), True),
        ({"misstated": "any"}, did(), False),
        ({"promised": ["new_soup"]}, did(promised=("new_soup", "free_year")), True),
        ({"promised": "allowed"}, did(promised=("free_year",)), False),
        ({"promised": "forbidden"}, did(promised=("free_year",)), True),
        ({"promised": "forbidden"}, did(promised=("new_soup",)), False),
        ({"repeated": True}, did(repeated=True), True),
        ({"repeated": False}, did(repeated=True), False),
        ({"silent": True}, did(), False),
        ({"mood": ">= 60"}, did(), True),
        ({"mood": ">= 61"}, did(), False),
        ({"apology": 1, "flags": ["rude"]}, score(("rude",), apology=0), False),
    ],
)
def test_a_condition_holds_when_all_of_it_is_so(when: dict[str, Any], reply: ReplyScore, taken: bool) -> None:
    assert way_taken(when, reply) is taken


def test_visits_and_replies_count_this_one_too() -> None:
    assert way_taken({"visits": "== 1"}, did())
    assert not way_taken({"visits": 2}, did())
    assert way_taken({"visits": "== 2"}, did(), did())
    assert way_taken({"replies": "== 3"}, did(), did(), did())


def test_a_visit_counts_the_beat_and_not_the_replies() -> None:
    beats = {
        **beat({"when": {"visits": 2}, "to": "happy"}, {"to": "aside"}),
        "aside": {"says": "Hm.", "ways": [{"to": "opening"}]},
    }
    assert moved(beats=beats, scores=[did(), did(), did()]).to == "happy"


def test_the_mood_of_a_condition_is_the_one_before_the_reply() -> None:
    beats = beat({"when": {"mood": ">= 70"}, "to": "happy"}, {"mood": 10, "to": "opening"})
    assert moved(beats=beats, scores=[did()]).to == "opening"
    assert moved(beats=beats, scores=[did(), did()]).to == "happy"


def test_the_mood_moves_as_the_way_says() -> None:
    assert moved(scores=[score(listening=2, apology=2)]).mood == 40


def test_without_a_word_from_the_way_the_reply_itself_moves_the_mood() -> None:
    beats = beat({"to": "opening"})
    assert moved(beats=beats, scores=[score(listening=3, apology=3)]).mood < 60
    assert moved(beats=beats, scores=[score(listening=0, apology=0)]).mood > 60


STYLES: tuple[Style, ...] = ("aggressive", "soft", "cooperative")


@given(st.sampled_from(STYLES), st.integers(0, 3), st.integers(0, 3))
def test_a_better_reply_never_angers_more(style: Style, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert earned(style, score(listening=high)) <= earned(style, score(listening=low))


@given(st.sampled_from(STYLES), st.integers(0, 3), st.sampled_from([did(silent=True), did(repeated=True)]))
def test_a_fault_never_calms(style: Style, level: int, fault: ReplyScore) -> None:
    flagged = score(("blame",), listening=level)
    assert earned(style, flagged) > max(0, earned(style, score(listening=level)))
    assert earned(style, fault) >= 0
    assert earned(style, score(observed=Observed(silent=True))) > 0


def test_the_aggressive_flare_up_fast_and_calm_slowly_the_soft_the_other_way_round() -> None:
    bad, good = score(listening=0), score(listening=3)
    assert earned("aggressive", bad) > earned("cooperative", bad) > earned("soft", bad) > 0
    assert 0 > earned("aggressive", good) > earned("cooperative", good) > earned("soft", good)


def test_where_nothing_is_assessed_nothing_moves() -> None:
    assert earned("aggressive", score()) == 0


def test_a_mood_that_reaches_the_limit_boils_over() -> None:
    boiling = moved(customer={"name": "P", "style": "soft", "wants": "x", "mood": 96}, scores=[did()])
    assert (boiling.way, boiling.to, boiling.mood) == ("boils_over", "scene", 100)


def test_an_ending_that_the_way_chose_stands_even_when_boiling() -> None:
    beats = beat({"mood": 50, "to": "sour"})
    assert moved(beats=beats, scores=[did()]).to == "sour"


def test_an_ending_says_its_last_words_and_then_it_is_over() -> None:
    scenario = case(beats=beat({"mood": 0, "to": "happy"}))
    *_, last_words, ended = answer(scenario, did())
    assert isinstance(last_words, Spoke)
    assert (last_words.part, last_words.text) == ("ending", "Lovely soup.")
    assert ended == Ended(ending="happy", outcome="resolved")
    state, _ = step(scenario, begin(scenario)[0], "Well.", did())
    assert (state.ending, state.outcome, state.ended) == ("happy", "resolved", True)
    with pytest.raises(ValueError, match="ended"):
        step(scenario, state, "More?", did())
