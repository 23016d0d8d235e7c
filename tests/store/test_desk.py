"""What is added about a session stays beside it; who sits an assessment is known step by step."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from simulator.store.errors import StoreError
from simulator.store.records import SittingMeta, about
from simulator.store.store import Store
from tests.store.sample import NOON, add_session, turn
from tests.store.test_chain import found
from tests.texts import anything


def sitting_meta(assessment: str, seat: str = "1", **changes: Any) -> SittingMeta:
    given = dict[str, Any](name="Li Na", group="一班", lang="zh", attempt=1, seed="7", started=NOON) | changes
    return SittingMeta(assessment=assessment, seat=seat, **given)


@pytest.fixture
def assessment(store: Store) -> str:
    texts = [("assessment", "a.yaml", "assessment: a"), ("scenario", "s.yaml", "scenario: s")]
    return store.add_assessment("a", "投诉处理考核", texts, NOON)


def test_entries_come_back_in_their_order_by_subject_kind_and_time(store: Store) -> None:
    session, trainee = add_session(store, "one"), about("trainee", "Li Na")
    first = store.add_entry(session, "override", "Dr Wu", NOON, {"criterion": "apology", "level": 3, "why": "She did."})
    grade = store.add_entry(trainee, "grade", "Dr Wu", NOON + 2, {"grade": "优"})
    second = store.add_entry(session, "comment", "Dr Chen", NOON + 1, {"turn": 1, "text": "Better."})
    assert (first.seq, second.seq, grade.seq) == (1, 2, 1)
    assert list(store.entries(session)) == [first, second]
    assert list(store.entries()) == [first, second, grade]
    assert list(store.entries(kind="grade")) == [grade]
    assert list(store.entries(since=NOON + 1)) == [second, grade]
    with pytest.raises(StoreError) as caught:
        store.add_entry("0" * 32, "comment", "Dr Wu", NOON, {})
    assert caught.value.key == "store.no_session"


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=anything, name=anything)
def test_any_text_in_an_entry_or_a_sitting_comes_back_as_it_was(
    store: Store, assessment: str, words: str, name: str
) -> None:
    entry = store.add_entry(about("group", name), "comment", name, NOON, {words: [words, None, 1.5]})
    assert entry in store.entries(about("group", name))
    attempt = 1 + sum(1 for _ in store.sittings(seat=name))
    sitting = store.begin_sitting(sitting_meta(assessment, name, name=words, group=name, attempt=attempt))
    event = store.add_sitting_event(sitting, "begun", {"said": words}, NOON, after=0)
    assert store.sitting_events(sitting) == (event,)
    assert (store.sitting(sitting).meta.seat, store.sitting(sitting).meta.name) == (name, words)


def test_many_instructors_at_once_lose_no_entry(store: Store, home: Path | str) -> None:
    session = add_session(store, "one")

    def write(author: str) -> None:
        with Store.open(home) as own:
            for number in range(5):
                own.add_entry(session, "comment", author, NOON, {"number": number})

    threads = [threading.Thread(target=write, args=(f"Dr {n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [entry.seq for entry in store.entries(session)] == list(range(1, 31))
    assert found(store) == []


def test_an_assessment_is_kept_once_under_the_digest_of_all_it_rests_on(store: Store, assessment: str) -> None:
    texts = [("assessment", "a.yaml", "assessment: a"), ("scenario", "s.yaml", "scenario: s")]
    assert store.add_assessment("a", "投诉处理考核", texts, NOON + 9) == assessment
    assert store.add_assessment("a", "投诉处理考核", [texts[0], ("scenario", "s.yaml", "changed")], NOON) != assessment
    assert [a.added for a in store.assessments() if a.digest == assessment] == [NOON]
    assert [store.content(ref.digest) for ref in store.assessment_texts(assessment)] == [text for *_, text in texts]


def test_an_attempt_begins_once(store: Store, home: Path | str, assessment: str) -> None:
    begun: list[str] = []
    refused: list[str] = []

    def begin() -> None:
        with Store.open(home) as own:
            try:
                begun.append(own.begin_sitting(sitting_meta(assessment)))
            except StoreError as error:
                refused.append(error.key)

    threads = [threading.Thread(target=begin) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(begun), refused) == (1, ["store.conflict"] * 5)
    second = store.begin_sitting(sitting_meta(assessment, attempt=2))
    assert [s.id for s in store.sittings(assessment=assessment, seat="1")] == sorted(
        [begun[0], second], key=lambda id_: (NOON, id_)
    )


def test_two_windows_on_one_sitting_are_told_apart(store: Store, assessment: str) -> None:
    sitting = store.begin_sitting(sitting_meta(assessment))
    store.add_sitting_event(sitting, "begun", {"window": 1}, NOON, after=0)
    with pytest.raises(StoreError) as caught:
        store.add_sitting_event(sitting, "begun", {"window": 2}, NOON, after=0)
    assert caught.value.key == "store.conflict"
    with pytest.raises(StoreError) as caught:
        store.add_sitting_event("0" * 32, "begun", {}, NOON, after=0)
    assert caught.value.key == "store.no_sitting"


def test_a_desk_sees_who_sits_where_and_in_what_mood(store: Store, assessment: str) -> None:
    early = store.begin_sitting(sitting_meta(assessment, "1"))
    late = store.begin_sitting(sitting_meta(assessment, "2", started=NOON + 60))
    first, session = add_session(store, "one", trainee="1"), add_session(store, trainee="1")
    store.add_sitting_event(early, "opened", {"place": 1}, NOON, after=0, session=first)
    store.add_sitting_event(early, "opened", {"place": 2}, NOON + 9, after=1, session=session)
    store.append(session, turn(1, "two", mood=80), after=2, at=NOON + 20)
    one, two = store.seats(assessment)
    assert (one.sitting.id, one.sitting.kind, one.sitting.last) == (early, "opened", NOON + 9)
    assert not one.sitting.finished
    assert one.session is not None
    assert (one.session.id, one.session.mood, one.session.turns, one.session.last) == (session, 80, 1, NOON + 20)
    assert (two.sitting.id, two.session) == (late, None)
    assert store.sitting_of(first) == store.sitting_of(session) == early
    assert store.sitting_of(add_session(store)) is None
    assert store.sat() == dict.fromkeys((first, session), assessment)
    store.add_sitting_event(early, "finished", {"heads": [one.session.standing.head]}, NOON + 30, after=2)
    assert store.seats(assessment)[0].sitting.finished


def test_what_there_are_entries_of_a_kind_about_is_told_with_the_first_and_the_last(store: Store) -> None:
    session, group = add_session(store, "one"), about("group", "一班")
    for at in (NOON + 5, NOON + 1):
        store.add_entry(session, "override", "Dr Wu", at, {})
    store.add_entry(group, "grade", "Dr Wu", NOON, {})
    assert store.spoken_of("override") == {session: (NOON + 1, NOON + 5)}
    assert store.spoken_of("rescored") == {}
