"""The session log keeps what happened, and only adds."""

from __future__ import annotations

import hashlib
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from simulator.messages.store import TEXTS
from simulator.play.score import SessionScore
from simulator.store import base
from simulator.store.database import APPEND_ONLY
from simulator.store.errors import StoreError
from simulator.store.records import Review, SittingMeta
from simulator.store.store import Store
from tests.store.sample import NOON, add_session, ending, meta, opening, score, turn
from tests.texts import anything


def test_events_come_back_as_they_were_logged_numbered_and_timed(store: Store, home: Path | str) -> None:
    session = store.create(meta(), opening())
    last = store.append(session, turn(1, "I am sorry."), after=2, at=NOON + 9, seconds=4.5)
    assert last == 6
    store.close()
    with Store.open(home) as again:
        logged = again.events(session)
    assert tuple(e.event for e in logged) == opening() + turn(1, "I am sorry.")
    assert [e.seq for e in logged] == [1, 2, 3, 4, 5, 6]
    assert [e.at for e in logged] == [NOON] * 2 + [NOON + 9] * 4
    assert [e.seconds for e in logged] == [None, None, 4.5, None, None, None]


def test_events_as_plain_data_are_the_same_events(store: Store) -> None:
    session = store.create(meta(), opening())
    store.append(session, turn(1, "I am sorry."), after=2, at=NOON, seconds=4.5)
    plain = store.plain_events(session, "replied", "moved")
    whole = {stored.event.type: stored.event for stored in store.events(session)}
    assert plain == [(4.5, whole["replied"].model_dump()), (None, whole["moved"].model_dump())]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(reply=anything, trainee=anything, draft=anything, source=anything, file=anything)
def test_any_text_at_all_comes_back_as_it_was(
    store: Store, reply: str, trainee: str, draft: str, source: str, file: str
) -> None:
    about = meta(trainee=trainee, title=draft, scenario_text=source, scenario_path=file, rubric_texts=((file, reply),))
    session = store.create(about, opening(draft))
    store.append(session, turn(1, reply, line=trainee), after=2, at=NOON)
    store.save_draft(session, draft, NOON)
    store.add_review(session, Review(NOON, reply, source))
    assert tuple(e.event for e in store.events(session)) == opening(draft) + turn(1, reply, line=trainee)
    row = store.session(session)
    assert (row.trainee, row.title) == (trainee, draft)
    assert store.draft(session) == draft
    assert store.review(session) == Review(NOON, reply, source)
    scenario, rubric = store.texts(session)
    assert (scenario.name, store.content(scenario.digest)) == (file, source)
    assert (rubric.name, store.content(rubric.digest)) == (file, reply)
    assert session in [r.id for r in store.sessions(trainee=trainee)]


def test_two_players_of_one_session_do_not_interleave(store: Store, home: Path | str) -> None:
    session = store.create(meta(), opening())
    with Store.open(home) as other:
        other.append(session, turn(1, "first"), after=2, at=NOON)
        with pytest.raises(StoreError) as caught:
            store.append(session, turn(1, "second"), after=2, at=NOON)
    assert caught.value.key == "store.conflict"
    assert [e.event for e in store.events(session)] == [*opening(), *turn(1, "first")]


def test_a_turn_is_logged_whole_or_not_at_all(store: Store) -> None:
    session = store.create(meta(), opening())
    unfit: Any = "a result that cannot be stored fails after the events went in"
    with pytest.raises(AttributeError):
        store.append(session, turn(1, "ok"), after=2, at=NOON, result=unfit)
    assert len(store.events(session)) == 2
    assert store.append(session, turn(1, "ok"), after=2, at=NOON) == 6


@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_what_is_logged_can_be_neither_changed_nor_removed(store: Store, change: str) -> None:
    session = add_session(store, "one")
    store.append(session, ending(), after=6, at=NOON, result=SessionScore(50.0, {}, (), False))
    store.add_review(session, Review(NOON, "a", "b"))
    digest = store.add_assessment("test", "Test", [("assessment", "test.yaml", "assessment: test")], NOON)
    sitting = store.begin_sitting(
        SittingMeta(assessment=digest, seat="1", name="Li Na", lang="en", attempt=1, seed="7", started=NOON)
    )
    store.add_sitting_event(sitting, "begun", {}, NOON, after=0)
    columns = dict.fromkeys(APPEND_ONLY, "at") | {
        "sessions": "started", "sittings": "started", "contents": "data", "session_texts": "place",
        "assessment_texts": "place", "assessments": "added",
    }  # fmt: skip
    for table in set(APPEND_ONLY) - {"erasures"}:
        statement = change.format(table, columns[table], columns[table])
        with pytest.raises(StoreError, match="append-only"):
            store._db.write(partial(store._db.run, statement))


def test_a_draft_is_kept_until_the_reply_is_sent(store: Store, home: Path | str) -> None:
    session = store.create(meta(), opening())
    assert store.draft(session) == ""
    store.save_draft(session, "I am s", NOON)
    store.save_draft(session, "I am so", NOON)
    with Store.open(home) as other:
        assert other.draft(session) == "I am so"
    store.append(session, turn(1, "I am so sorry"), after=2, at=NOON)
    assert store.draft(session) == ""


def test_an_emptied_draft_is_forgotten(store: Store) -> None:
    session = store.create(meta(), opening())
    store.save_draft(session, "no", NOON)
    store.save_draft(session, "", NOON)
    assert store.draft(session) == ""


def test_a_row_tells_where_a_session_stands(store: Store) -> None:
    session = add_session(store, "sorry", "tomorrow")
    row = store.session(session)
    assert (row.scenario, row.lang, row.trainee, row.title) == ("leaking-flat", "en", "Li Na", "The leaking flat")
    assert (row.beat, row.mood, row.turns, row.last) == ("story", 55, 2, NOON + 60)
    assert (row.unfinished, row.ending, row.outcome, row.score) == (True, None, None, None)
    store.append(session, ending("compromise"), after=10, at=NOON + 70)
    row = store.session(session)
    assert (row.unfinished, row.ending, row.outcome) == (False, "mended", "compromise")


def test_sessions_come_in_the_order_they_began_over_any_number_of_pages(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "PAGE", 20)
    made = [store.create(meta(started=NOON + n // 3, trainee=f"seat {n % 2}"), opening()) for n in range(60)]
    listed = [row.id for row in store.sessions()]
    assert sorted(listed) == sorted(made)
    starts = [row.started for row in store.sessions()]
    assert starts == sorted(starts)
    assert [row.id for row in store.sessions(newest_first=True)] == listed[::-1]
    assert [row.trainee for row in store.sessions(trainee="seat 1")] == ["seat 1"] * 30
    assert list(store.sessions(scenario="no-such")) == []


def test_a_branch_shares_the_past_up_to_the_turn_and_then_goes_its_own_way(store: Store) -> None:
    session = add_session(store, "one", "two", ended=True)
    branch = store.branch(session, 2, NOON + 500)
    assert store.events(branch) == store.events(session)[:6]
    row = store.session(branch)
    assert (row.branch_of, row.branch_turn, row.started, row.last) == (session, 2, NOON + 500, NOON + 500)
    assert row.unfinished
    assert store.texts(branch) == store.texts(session)
    store.append(branch, turn(2, "better"), after=6, at=NOON + 510)
    assert store.session(session).turns == 2
    assert store.events(session)[6].event.model_dump()["text"] == "two"


def test_branching_at_a_turn_that_was_never_played_is_refused(store: Store) -> None:
    session = add_session(store, "one")
    with pytest.raises(StoreError):
        store.branch(session, 2, NOON)
    assert len(list(store.sessions())) == 1


def test_the_same_text_is_stored_once(store: Store) -> None:
    add_session(store)
    add_session(store)
    assert [tuple(row) for row in store._db.query("SELECT count(*) FROM contents")] == [(3,)]


def test_a_text_is_found_by_the_sha256_of_its_utf8(store: Store) -> None:
    session = store.create(meta(scenario_text="漏水\n"))
    digest = hashlib.sha256("漏水\n".encode()).hexdigest()
    assert store.texts(session)[0].digest == digest
    assert store.content(digest) == "漏水\n"
    with pytest.raises(StoreError) as caught:
        store.content(digest[::-1])
    assert caught.value.key == "store.no_content"


def test_a_prefix_finds_the_sessions_it_could_mean(store: Store) -> None:
    session = add_session(store)
    assert store.matching(session) == store.matching(session[:31]) == (session,)
    assert set(store.matching(session[:1])) == {session}
    for odd in ("", "zz", "%", "_", "'", "\ud800", session + "0"):
        assert store.matching(odd) == ()


def test_criteria_are_those_that_replies_were_judged_on(store: Store) -> None:
    one = add_session(store, "a")
    two = store.create(meta(started=NOON + 1), opening())
    scored = score("b", levels={"apology": 0, "humour": 3})
    store.append(two, turn(1, "b", scored=scored), after=2, at=NOON + 2)
    assert store.criteria() == ("listening", "apology", "humour")
    assert store.criteria(one) == ("listening", "apology")
    assert store.criteria(two) == ("apology", "humour")


def test_an_unknown_session_is_said_to_be_unknown(store: Store) -> None:
    for ask in (store.events, store.session, lambda s: store.append(s, (), after=0, at=NOON)):
        with pytest.raises(StoreError) as caught:
            ask("0" * 32)
        assert caught.value.key == "store.no_session"


@pytest.mark.parametrize(
    "data",
    ["{", "[]", "5", '{"type": "danced"}', '{"type": "replied", "turn": 1}', "[" * 100_000, '{"a": 1}'],
    ids=["torn", "list", "number", "unknown", "incomplete", "deep", "untyped"],
)
def test_an_event_that_cannot_be_read_is_named_and_nothing_else_happens(store: Store, data: str) -> None:
    session = store.create(meta(), opening())
    insert = "INSERT INTO events (session, seq, at, type, data, hash) VALUES (?, 3, 0, 'replied', ?, '')"
    store._db.write(partial(store._db.run, insert, session, data))
    with pytest.raises(StoreError) as caught:
        store.events(session)
    assert caught.value.key == "store.unreadable_event"
    assert caught.value.values["seq"] == 3
    assert session in caught.value.message("zh")


def test_threads_share_one_store(store: Store) -> None:
    sessions = [store.create(meta(), opening()) for _ in range(4)]
    failures: list[Exception] = []

    def play(session: str) -> None:
        try:
            last = 2
            for number in range(1, 11):
                last = store.append(session, turn(number, "x"), after=last, at=NOON)
                store.save_draft(session, "y", NOON)
                list(store.sessions())
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=play, args=(s,)) for s in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert all(store.session(s).turns == 10 for s in sessions)


@pytest.mark.parametrize("key", TEXTS)
def test_every_message_of_the_store_has_both_languages_and_its_places_filled(key: str) -> None:
    places = "path found known session sitting digest seq reason name seats".split()
    error = StoreError(f"store.{key}", **{place: f"<{place}>" for place in places})
    assert error.message("en") != error.message("zh")
    assert "{" not in error.message("en") + error.message("zh")


def test_a_clock_that_was_set_back_changes_neither_the_order_nor_when_a_session_was_last_played(store: Store) -> None:
    session = add_session(store, "one")
    assert store.append(session, turn(2, "two"), after=6, at=NOON - 86_400) == 10
    assert [e.event.turn for e in store.events(session) if e.event.type == "replied"] == [1, 2]
    assert store.session(session).last == NOON + 30
    early = add_session(store, "earlier", started=NOON - 86_400)
    assert [row.id for row in store.sessions()] == [early, session]


def test_a_desk_that_looks_again_is_told_only_what_went_on_since(store: Store) -> None:
    old, new = add_session(store, "one"), add_session(store, "one", started=NOON + 100)
    assert [row.id for row in store.sessions(since=NOON + 130)] == [new]
    store.append(old, turn(2, "two"), after=6, at=NOON + 200)
    assert [row.id for row in store.sessions(since=NOON + 131)] == [old]


def test_where_a_session_stands_says_what_a_desk_looks_for(store: Store) -> None:
    session = store.create(meta(), opening())
    assert (store.session(session).standing.flags, store.session(session).standing.reply_score) == ((), None)
    calm = score("fine", flags=(), score=90.0)
    after = store.append(session, turn(1, "no"), after=2, at=NOON)
    after = store.append(session, turn(2, "fine", mood=40, scored=calm), after=after, at=NOON + 5)
    standing = store.session(session).standing
    assert (standing.turns, standing.mood, standing.reply_score, standing.last) == (2, 40, 90.0, NOON + 5)
    assert standing.flags == (("blame", 1),)
