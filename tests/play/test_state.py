"""The state is what the events say, whatever happens."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.model.event import Event
from simulator.model.score import Observed, ReplyScore
from simulator.play.state import State, apply, replay
from simulator.play.step import begin, context_for, step
from tests.play.sample import case, did, score, scores
from tests.texts import anything

turns = st.lists(st.tuples(anything, scores), max_size=12)


def played(replies: list[tuple[str, ReplyScore]]) -> tuple[State, list[Event]]:
    scenario = case()
    state, opening = begin(scenario)
    events = list(opening)
    for text, one in replies:
        if state.ended:
            break
        state, more = step(scenario, state, text, one)
        events += more
    return state, events


@given(turns)
def test_replaying_the_events_gives_the_state(replies: list[tuple[str, ReplyScore]]) -> None:
    state, events = played(replies)
    assert replay(events) == state


@given(turns)
def test_the_same_replies_always_lead_to_the_same_events(replies: list[tuple[str, ReplyScore]]) -> None:
    assert played(replies) == played(replies)


@given(turns)
def test_the_mood_stays_between_0_and_100_and_is_known_for_every_turn(replies: list[tuple[str, ReplyScore]]) -> None:
    state, _ = played(replies)
    assert all(0 <= mood <= 100 for mood in state.moods)
    assert len(state.moods) == state.turn + 1 == len(state.scores) + 1 == len(state.replies) + 1
    assert state.moods[-1] == state.mood


@given(turns)
def test_the_customer_always_has_an_answer_until_an_ending_without_words(replies: list[tuple[str, ReplyScore]]) -> None:
    state, _ = played(replies)
    assert state.lines or state.ending == "sour"


def test_a_reply_that_waits_for_its_answer_leaves_the_customer_with_no_last_words() -> None:
    scenario = case()
    state, _ = begin(scenario)
    assert state.lines == ("This soup is cold!",)
    _, events = step(scenario, state, "Sorry", did())
    waiting = apply(state, events[0])
    assert (waiting.turn, waiting.replies, waiting.lines) == (1, ("Sorry",), ())
    assert waiting.scores == ()


def test_what_was_told_restated_and_promised_is_remembered_once_and_in_order() -> None:
    scenario = case()
    state, _ = begin(scenario)
    assert state.told == ("cold",)
    for _ in range(2):
        done = Observed(restated=("cold",), promised=("new_soup",))
        state, _ = step(scenario, state, "...", score(observed=done, apology=2, listening=2))
    assert (state.told, state.restated, state.promised) == (("cold", "waited"), ("cold",), ("new_soup",))


def test_a_promise_taken_back_no_longer_stands() -> None:
    scenario = case()
    state, _ = begin(scenario)
    state, _ = step(scenario, state, "You'll have a new one.", did(promised=("new_soup",)))
    state, _ = step(scenario, state, "No new one.", did(refused=("new_soup",)))
    assert state.promised == ()


def test_a_reply_is_judged_against_the_last_words_and_what_was_told_so_far() -> None:
    scenario = case()
    state, _ = begin(scenario)
    first = context_for(scenario, state)
    assert (first.lang, first.customer, first.wants) == ("en", "This soup is cold!", "a hot soup")
    assert [fact.id for fact in first.facts] == ["cold"]
    assert ([p.id for p in first.may], [p.id for p in first.never]) == (["new_soup"], ["free_year"])
    assert (first.earlier, first.assess) == ((), ("listening", "apology"))
    state, _ = step(scenario, state, "So sorry.", score(apology=2, listening=2))
    second = context_for(scenario, state)
    assert second.customer == "Well. Thank you.\nAnd I waited forty minutes for it."
    assert [fact.id for fact in second.facts] == ["cold", "waited"]
    assert (second.earlier, second.assess) == (("So sorry.",), ("restatement", "expectation"))
