"""Sessions through the runner: nothing said is lost, and a session goes on as it began."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.library.library import Library
from simulator.model.event import Began, Ended, Event, Replied, Scored
from simulator.play.state import replay
from simulator.runner.errors import ContentError
from simulator.runner.runner import Runner
from simulator.runner.session import Session
from simulator.store.errors import StoreError
from simulator.store.store import Store
from tests.texts import anything

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FLAT = SCENARIOS / "en" / "leaking-flat.yaml"
KIND = "I'm so sorry about the leak, Mrs Wen. Please tell me what happened."
#: Replies that end the session, whatever the rubric makes of them.
SILENCE = [""] * 20


class Clock:
    """A clock that goes on by two seconds whenever it is read."""

    def __init__(self) -> None:
        self.ticks = count(1_700_000_000, 2)

    def __call__(self) -> float:
        return float(next(self.ticks))


def runner(store: Store) -> Runner:
    return Runner(Library(), store, clock=Clock())


def play_on(session: Session, replies: Sequence[str]) -> list[Event]:
    events: list[Event] = []
    for reply in replies:
        if session.state.ended:
            break
        events += session.send(reply)
    return events


def logged(store: Store, session: str) -> list[Event]:
    return [stored.event for stored in store.events(session)]


class Filling(Store):
    """A log whose disk is full whenever it is told so, once a reply is in."""

    full = False

    def append(self, session: str, events: Sequence[Event], **more: Any) -> int:
        if self.full and not isinstance(events[0], Replied):
            raise StoreError("store.full", path=self.where)
        return super().append(session, events, **more)


def test_a_session_begins_with_the_customer_and_is_in_the_log(store: Store) -> None:
    session = runner(store).start(FLAT, "en", "Li Na")
    row = store.session(session.id)
    assert (row.trainee, row.scenario, row.lang, row.rubric) == ("Li Na", "leaking-flat", "en", "core")
    assert row.rubric_digest == session.bundle.digest
    assert session.state.lines
    assert session.state == replay(logged(store, session.id))
    assert store.content(store.texts(session.id)[0].digest) == FLAT.read_text("utf-8")


def test_a_scenario_is_found_by_its_id_in_the_language_asked_for(store: Store) -> None:
    for lang in ("en", "zh"):
        assert runner(store).start("leaking-flat", lang, "").scenario.lang == lang


def test_each_turn_is_in_the_log_as_it_happened(store: Store) -> None:
    session = runner(store).start(FLAT, "en", "Li Na")
    events = [*logged(store, session.id), *session.send(KIND), *session.send("")]
    assert logged(store, session.id) == events
    assert session.state == replay(events)
    assert isinstance(events[0], Began)
    assert session.state.replies == (KIND, "")


def test_the_seconds_of_each_turn_are_kept(store: Store) -> None:
    session = runner(store).start(FLAT, "en", "Li Na")
    session.send(KIND)
    session.send("And then?")
    took = [stored.seconds for stored in store.events(session.id) if isinstance(stored.event, Replied)]
    assert took == [2.0, 2.0]


def test_a_clock_that_was_put_back_makes_no_negative_times(store: Store) -> None:
    back = count(1_700_000_000, -60)
    session = Runner(Library(), store, clock=lambda: float(next(back))).start(FLAT, "en", "Li Na")
    session.send(KIND)
    assert [s.seconds for s in store.events(session.id) if isinstance(s.event, Replied)] == [0.0]


def test_when_it_ends_the_score_is_in_the_log(store: Store) -> None:
    session = runner(store).start(FLAT, "en", "Li Na")
    assert store.session(session.id).passed is None
    events = play_on(session, SILENCE)
    row = store.session(session.id)
    assert isinstance(events[-1], Ended)
    assert (row.ending, row.outcome, row.turns) == (events[-1].ending, events[-1].outcome, session.state.turn)
    assert (row.score, row.passed) == (session.score().score, session.score().passed)
    with pytest.raises(ValueError, match="ended"):
        session.send("One more thing")
    with pytest.raises(ValueError, match="ended"):
        session.coach("One more thing")
    assert logged(store, session.id)[-1] == events[-1]


def test_a_session_goes_on_where_it_stood(store: Store) -> None:
    session = runner(store).start(FLAT, "en", "Li Na")
    session.send(KIND)
    session.save_draft("And now")
    again = runner(store).resume(session.id)
    assert (again.state, again.draft, again.scenario) == (session.state, "And now", session.scenario)
    assert again.bundle.digest == session.bundle.digest
    again.send("And now what?")
    assert (again.draft, store.draft(again.id)) == ("", "")
    assert again.state == replay(logged(store, session.id))


def test_a_reply_that_was_not_answered_is_answered_when_the_session_goes_on(tmp_path: Path) -> None:
    with Filling.open(tmp_path) as store:
        session = runner(store).start(FLAT, "en", "Li Na")
        store.full = True
        with pytest.raises(StoreError):
            session.send(KIND)
        assert logged(store, session.id)[-1] == Replied(turn=1, text=KIND)
        assert session.state.turn == 0
        store.full = False
        again = runner(store).resume(session.id)
        untroubled = runner(store).start(FLAT, "en", "Li Na")
        untroubled.send(KIND)
        assert again.state == untroubled.state == replay(logged(store, session.id))


def test_a_reply_that_was_not_answered_is_not_sent_twice(tmp_path: Path) -> None:
    with Filling.open(tmp_path) as store:
        session = runner(store).start(FLAT, "en", "Li Na")
        store.full = True
        for _ in range(2):
            with pytest.raises(StoreError):
                session.send(KIND)
        store.full = False
        session.send(KIND)
        assert session.state.replies == (KIND,)
        assert session.state == replay(logged(store, session.id))


KILLED = """
import os, signal, sys
from itertools import count
from pathlib import Path
from simulator.library.library import Library
from simulator.runner.runner import Runner
from simulator.store.store import Store

# The clock is read once to begin, once to wait, once when the reply comes and once when it was answered.
reads = count(1)
def clock():
    if next(reads) == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return 1.7e9
session = Runner(Library(), Store.open(Path(sys.argv[1])), clock=clock).start(Path(sys.argv[2]), "en", "Li Na")
session.send(sys.argv[3])
"""


def test_killed_between_reply_and_answer_it_loses_nothing(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, tmp_path, FLAT, KIND], timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    with Store.open(tmp_path) as store:
        (row,) = runner(store).unfinished()
        assert not any(isinstance(event, Scored) for event in logged(store, row.id))
        session = runner(store).resume(row.id)
        assert session.state.replies == (KIND,)
        assert len(session.state.scores) == 1
        assert session.state.lines


def test_it_goes_on_by_the_texts_it_began_with(store: Store, tmp_path: Path) -> None:
    own = tmp_path / "leaking-flat.yaml"
    shutil.copy(FLAT, own)
    session = runner(store).start(own, "en", "Li Na")
    own.write_text("scenario: nothing is left of it")
    again = runner(store).resume(session.id)
    assert again.scenario == session.scenario
    again.send(KIND)
    own.unlink()
    assert runner(store).resume(session.id).state == again.state


def test_once_more_from_a_turn_is_a_new_session_with_the_same_past(store: Store) -> None:
    first = runner(store).start(FLAT, "en", "Li Na")
    sent = [first.send(KIND), first.send("Rubbish."), first.send("")]
    past = logged(store, first.id)[: -len(sent[1]) - len(sent[2])]
    branch = runner(store).branch(first.id, 2)
    assert branch.id != first.id
    assert logged(store, branch.id) == past
    row = store.session(branch.id)
    assert (row.branch_of, row.branch_turn) == (first.id, 2)
    branch.send("How did you feel when the water came in?")
    assert branch.state.replies == (KIND, "How did you feel when the water came in?")
    assert first.state == replay(logged(store, first.id))
    assert runner(store).branch(first.id, 1).state.turn == 0


def test_there_is_no_branch_from_a_turn_that_was_not_played(store: Store) -> None:
    session = runner(store).start(FLAT, "en", "Li Na")
    for turn in (0, 1):
        with pytest.raises(StoreError):
            runner(store).branch(session.id, turn)
    with pytest.raises(StoreError):
        runner(store).resume("no such session")


def test_two_windows_cannot_play_the_same_session(store: Store) -> None:
    one = runner(store).start(FLAT, "en", "Li Na")
    two = runner(store).resume(one.id)
    one.send(KIND)
    with pytest.raises(StoreError):
        two.send("Me too")
    assert one.state == replay(logged(store, one.id))


def test_unfinished_sessions_are_listed_newest_first(store: Store) -> None:
    here = runner(store)
    old, new, other = (here.start(FLAT, "en", who) for who in ("Li Na", "Li Na", "Seat 4"))
    done = here.start(FLAT, "en", "Li Na")
    play_on(done, SILENCE)
    assert [row.id for row in here.unfinished()] == [other.id, new.id, old.id]
    assert [row.id for row in here.unfinished("Li Na")] == [new.id, old.id]


def test_the_coach_says_what_the_reply_would_score_and_keeps_nothing(store: Store) -> None:
    session = runner(store).start(FLAT, "en", "Li Na")
    before = session.state, logged(store, session.id)
    coached = session.coach(KIND)
    assert (session.state, logged(store, session.id)) == before
    session.send(KIND)
    assert session.state.scores == (coached,)


def test_the_look_back_is_kept(store: Store) -> None:
    session = runner(store).start(FLAT, "en", "Li Na")
    session.review("I stayed calm", "Ask more")
    review = session.transcript().review
    assert review is not None
    assert (review.went_well, review.next_time) == ("I stayed calm", "Ask more")


def test_a_broken_scenario_is_not_begun(store: Store, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("scenario: [")
    with pytest.raises(ContentError) as caught:
        runner(store).start(broken, "en", "Li Na")
    assert caught.value.problems
    assert list(store.sessions()) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(anything, min_size=1, max_size=4), anything)
def test_any_text_is_played_logged_and_found_again(store: Store, replies: list[str], trainee: str) -> None:
    here = runner(store)
    session = here.start(FLAT, "en", trainee)
    play_on(session, replies)
    again = here.resume(session.id)
    assert again.state == session.state
    assert again.state.replies == tuple(replies[: again.state.turn])
    assert store.session(session.id).trainee == trainee
