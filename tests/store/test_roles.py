"""In PostgreSQL each seat adds to its own session and reads no one else's, and the server sees to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import psycopg
import pytest

from simulator.store.database import APPEND_ONLY
from simulator.store.errors import StoreError
from simulator.store.records import SittingMeta
from simulator.store.store import Store
from tests.store.sample import NOON, add_session, meta, opening, turn
from tests.store.server import Server

As = Callable[[str], Store]


@pytest.fixture(scope="module")
def database(server: Server) -> str:
    """A log with its roles set up, and someone for each."""
    name = server.database()
    with Store.open(server.address(name)) as store:
        # They may be set up again, as after an upgrade.
        store.set_up_roles()
        store.set_up_roles()
    with psycopg.connect(server.address(name), autocommit=True) as db:
        for role, kind in (("seat_1", "seat"), ("seat_2", "seat"), ("wu", "instructor")):
            if not db.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone():
                db.execute(f"CREATE ROLE {role} LOGIN IN ROLE simulator_{kind}".encode())
    return name


@pytest.fixture
def opened(server: Server, database: str) -> As:
    """Opens the log as someone."""
    return lambda role: Store.open(server.address(database, role))


def test_a_seat_plays_its_own_session_and_does_not_see_anyone_elses(opened: As) -> None:
    with opened("seat_1") as one, opened("seat_2") as two:
        mine = add_session(one, "one", trainee="1")
        theirs = two.create(meta(trainee="2", scenario_text="scenario: other\n"), opening())
        two.save_draft(theirs, "I am so", NOON)
        one.save_draft(mine, "draft", NOON)
        one.save_draft(mine, "", NOON)
        assert one.append(mine, turn(2, "two"), after=6, at=NOON) == 10
        assert [row.id for row in one.sessions()] == [mine]
        assert one.content(one.texts(mine)[0].digest) == meta().scenario_text
        for ask in (one.session, one.events, lambda s: one.append(s, turn(1, "x"), after=2, at=NOON)):
            with pytest.raises(StoreError) as caught:
                ask(theirs)
            assert caught.value.key == "store.no_session"
        assert (one.draft(theirs), one.texts(theirs), one.matching(theirs)) == ("", (), ())
        secret = two.texts(theirs)[0].digest
        with pytest.raises(StoreError, match="lacks a text"):
            one.content(secret)


def test_a_seat_sits_and_disputes_and_does_not_see_who_else_does(opened: As) -> None:
    with opened("seat_1") as one, opened("seat_2") as two:
        texts = [("assessment", "a.yaml", "assessment: a")]
        digest = one.add_assessment("a", "A", texts, NOON)
        assert two.add_assessment("a", "A", texts, NOON) == digest
        sat = []
        for seat, store in (("1", one), ("2", two)):
            who = SittingMeta(assessment=digest, seat=seat, name=seat, lang="en", attempt=1, seed="7", started=NOON)
            sitting = store.begin_sitting(who)
            session = add_session(store, "one", trainee=seat)
            store.add_sitting_event(sitting, "opened", {}, NOON, after=0, session=session)
            store.add_entry(session, "dispute", seat, NOON, {"why": "I said so."})
            with pytest.raises(StoreError) as caught:
                store.add_entry(session, "override", "Dr Wu", NOON, {"what": "score", "score": 100})
            assert caught.value.key == "store.no_right"
            sat.append((sitting, session))
        assert [s.sitting.id for s in one.seats(digest)] == [sat[0][0]]
        assert [e.subject for e in one.entries()] == [sat[0][1]]
        with pytest.raises(StoreError) as caught:
            one.add_entry(sat[1][1], "comment", "1", NOON, {})
        assert caught.value.key == "store.no_session"
        with pytest.raises(StoreError) as caught:
            one.sitting(sat[1][0])
        assert caught.value.key == "store.no_sitting"
    with opened("wu") as desk:
        assert {s.session.id for s in desk.seats(digest) if s.session} == {session for _, session in sat}
        assert len(list(desk.entries(kind="dispute"))) == 2
        desk.add_entry(sat[0][1], "answer", "Dr Wu", NOON, {"text": "So you did."})
    with opened("seat_1") as one:
        assert [e.kind for e in one.entries(sat[0][1])] == ["dispute", "answer"]


def test_what_a_seat_cannot_do_by_the_program_it_cannot_do_by_sql_either(
    opened: As, server: Server, database: str
) -> None:
    with opened("seat_2") as two:
        theirs = add_session(two, "one", trainee="2")
    with opened("seat_1") as one:
        mine = add_session(one, "one", trainee="1")
        add = "INSERT INTO events (session, seq, at, type, data, hash) VALUES (?, 7, 0, 'spoke', '{}', '')"
        standing = "UPDATE standings SET mood = 0 WHERE session = ?"
        with pytest.raises(StoreError) as caught:
            one._db.write(partial(one._db.run, add, theirs))
        assert caught.value.key == "store.no_right"
        assert one._db.write(partial(one._db.run, standing, theirs)) == 0
        assert one._db.write(partial(one._db.run, standing, mine)) == 1
        own = "INSERT INTO sessions SELECT 'forged', started, trainee, scenario, lang, title, rubric, rubric_digest, " \
              "engine, NULL, NULL, late, root, 'seat_2' FROM sessions"  # fmt: skip
        with pytest.raises(StoreError) as caught:
            one._db.write(partial(one._db.run, own))
        assert caught.value.key == "store.no_right"


@pytest.mark.parametrize("role", ["seat_1", "wu"])
def test_nobody_but_the_owner_removes_or_changes_what_is_logged(opened: As, role: str) -> None:
    with opened(role) as store:
        for table in APPEND_ONLY:
            column = {"contents": "data", "session_texts": "role", "assessment_texts": "role"}.get(table, "id")
            column = "session" if table == "events" else "sitting" if table == "sitting_events" else column
            for change in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = {column}", f"TRUNCATE {table}",
                           f"DROP TABLE {table}", f"ALTER TABLE {table} DISABLE TRIGGER ALL"):  # fmt: skip
                with pytest.raises(StoreError) as caught:
                    store._db.write(partial(store._db.run, change))
                assert caught.value.key == "store.no_right", change


def test_an_instructor_reads_all_and_plays_for_nobody(opened: As) -> None:
    with opened("seat_1") as one:
        mine = add_session(one, "one", trainee="1")
    with opened("wu") as desk:
        assert len(desk.events(mine)) == 6
        with pytest.raises(StoreError) as caught:
            desk.append(mine, turn(2, "x"), after=6, at=NOON)
        assert caught.value.key == "store.no_right"
        with pytest.raises(StoreError) as caught:
            desk.save_draft(mine, "x", NOON)
        assert caught.value.key == "store.no_right"


def test_a_stranger_reads_nothing(server: Server, database: str) -> None:
    with psycopg.connect(server.address(database), autocommit=True) as db:
        db.execute("DROP ROLE IF EXISTS stranger")
        db.execute("CREATE ROLE stranger LOGIN")
    for read_only in (True, False):
        with pytest.raises(StoreError) as caught:
            Store.open(server.address(database, "stranger"), read_only=read_only)
        assert caught.value.key == "store.no_right"
