"""Replies that an instructor looked at, drawn from the log for the harvest."""

from __future__ import annotations

from simulator.analysis.harvest import Marked, harvest
from simulator.marking.remarks import FlagOverride, LevelOverride
from simulator.runner.overridden import overridden, replies
from simulator.store.store import Store
from tests.language.ask import core
from tests.runner.test_session import FLAT, runner

GOOD = "Well, stone the crows."
BARE = "We close at six."


def played(store: Store, *given: str) -> str:
    session = runner(store).start(FLAT, "en", "Kim")
    for reply in given:
        session.send(reply)
    return session.id


def looked_at(store: Store, *given: str) -> str:
    """A session in which an instructor raised the listening of the first reply."""
    session = played(store, *given)
    word = LevelOverride(turn=1, criterion="listening", level=2, was=0, reason="Warm, in their way.")
    store.add_entry(session, "override", "Ms Ito", 2e9, word.model_dump())
    return session


def judged(store: Store) -> list[Marked]:
    return [one for one in overridden(store, core()) if isinstance(one, Marked)]


def test_the_replies_of_sessions_that_somebody_looked_at_come_with_what_counts(store: Store) -> None:
    looked_at(store, GOOD, BARE)
    played(store, BARE)
    first, second = judged(store)
    assert (first.reply, first.lang, first.case) == (GOOD, "en", "leaking-flat")
    assert (first.people["listening"], first.missed("listening")) == (2, first.engine["listening"] < 2)
    assert second.bare("listening")
    assert "I want the manager NOW" in first.given
    assert sorted(reply for reply, _ in replies(store)) == sorted([GOOD, BARE, BARE])


def test_a_flag_that_a_person_raised_is_one_that_was_missed(store: Store) -> None:
    session = played(store, BARE)
    word = FlagOverride(turn=1, flag="pass_the_buck", raised=True, reason="It sends them away.")
    store.add_entry(session, "override", "Ms Ito", 2e9, word.model_dump())
    (reply,) = judged(store)
    assert reply.missed("pass_the_buck")


def test_what_instructors_credited_is_harvested(store: Store) -> None:
    for _ in range(3):
        looked_at(store, GOOD, BARE, BARE)
    found = harvest(judged(store))
    assert [wording.name for wording in found] == ["listening"]
    assert "stone the crows" in found[0].cue
