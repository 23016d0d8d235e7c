"""A changed scenario goes on where the author was: at the same beat, or the nearest earlier one that is still there."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from simulator.model.event import Spoke
from simulator.model.scenario import Scenario
from simulator.model.score import Context, ReplyScore
from simulator.play.again import Again, Departure, play_again, route_of
from simulator.play.arrive import arrive
from simulator.play.state import State, replay
from simulator.play.step import begin, step
from tests.play.sample import case, score, scores

GOOD = score(listening=2, apology=2, restatement=2)


def good(_: str, __: Context) -> ReplyScore:
    return GOOD


def changed(**beats: Any) -> Scenario:
    """The sample case with some beats changed, or taken out where they are None."""
    now = {**case().model_dump(by_alias=True)["beats"], **beats}
    return case(beats={name: beat for name, beat in now.items() if beat is not None})


def test_the_same_scenario_leads_to_the_same_state() -> None:
    state, events = begin(case())
    for reply in ("One.", "Two."):
        state, more = step(case(), state, reply, GOOD)
        events += more
    again = play_again(case(), good, route_of(events), state.replies)
    assert (again.state, again.events, again.departures, again.left) == (state, events, (), ())


def test_it_stays_at_its_beat_though_the_ways_lead_elsewhere_now_and_says_so() -> None:
    stays = {"says": ["Hm?"], "ways": [{"mood": 3, "react": ["Hm!"], "to": "opening"}]}
    again = play_again(changed(opening=stays), good, ("opening", "wait"), ("Sorry.",))
    assert (again.state.beat, again.state.mood) == ("wait", 63)
    assert again.departures == (Departure(1, "opening", "wait"),)
    assert [event.text for event in again.events if isinstance(event, Spoke)] == [
        "Hm?", "Hm!", "And I waited forty minutes for it.",
    ]  # fmt: skip


def test_where_its_beat_is_gone_it_goes_back_to_the_nearest_earlier_one() -> None:
    gone = changed(opening={"says": ["Hm?"], "ways": [{"to": "opening"}]}, wait=None)
    again = play_again(gone, good, ("opening", "opening", "wait", "wait"), ("One.", "Two.", "Three."))
    assert (again.state.beat, again.state.replies, again.left) == ("opening", ("One.",), ("Two.", "Three."))


def test_a_beat_gone_on_the_way_is_passed_at_the_one_before() -> None:
    gone = changed(wait=None, late={"says": ["Late!"], "ways": [{"to": "sour"}]},
                   opening={"says": ["Hm?"], "ways": [{"to": "late"}]})  # fmt: skip
    again = play_again(gone, good, ("opening", "wait", "late"), ("One.", "Two."))
    assert (again.state.beat, again.state.replies) == ("late", ("One.", "Two."))
    assert again.departures == (Departure(1, "late", "opening"),)


def test_an_ending_is_stayed_at_too_and_a_new_start_is_begun_at() -> None:
    ended = play_again(case(), good, ("opening", "wait", "sour"), ("One.", "Two."))
    assert (ended.state.ending, ended.state.outcome) == ("sour", "lost")
    renamed = case(start="first", beats={"first": {"says": ["Hm?"], "ways": [{"to": "sour"}]}})
    assert play_again(renamed, good, ("opening", "wait"), ("One.",)).state.beat == "first"


names = st.sampled_from(["opening", "wait", "gone", "happy", "sour"])


@given(st.data())
def test_any_past_can_be_played_again(data: st.DataObject) -> None:
    route = ["opening", *data.draw(st.lists(names, max_size=5))]
    mood = data.draw(st.none() | st.integers(0, 100))
    replies = [f"Reply {n}." for n in range(1, len(route))]

    def judge(_: str, __: Context) -> ReplyScore:
        return data.draw(scores)

    again: Again = play_again(case(), judge, route, replies, mood)
    assert replay(again.events) == again.state
    assert [*again.state.replies, *again.left] == replies
    if route[-1] != "gone":
        assert again.state.beat == route[-1]


def test_a_try_begins_at_any_beat_as_if_it_had_been_played_to() -> None:
    state, events = begin(case(), "wait", 81)
    assert (state.beat, state.mood, state.told) == ("wait", 81, ("cold", "waited"))
    assert replay(events) == state
    there: State = arrive(case(), "wait")
    assert begin(case(), "wait")[0].told == there.told
    assert begin(case(), mood=85)[0].lines == ("COLD SOUP! COLD!",)
