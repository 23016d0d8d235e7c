"""Forty seats write at once, the server falls over, an answer is lost: nothing is lost with it or there twice."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from simulator.play.score import SessionScore
from simulator.store import postgres
from simulator.store.errors import StoreError
from simulator.store.records import SittingMeta
from simulator.store.store import Store
from tests.store.conftest import empty
from tests.store.sample import NOON, add_session, ending, meta, opening, turn
from tests.store.server import Server
from tests.store.test_chain import found

ROOT = Path(__file__).parents[2]
TURNS = 4

#: Ten seats, each with a connection of its own. Prints each seat's session.
SEATS = """
import sys, threading
from pathlib import Path
from simulator.store.store import Store
from tests.store.sample import meta, opening, turn
home = sys.argv[1] if "://" in sys.argv[1] else Path(sys.argv[1])
begin = threading.Barrier(10)
def sit(seat):
    with Store.open(home) as store:
        begin.wait()
        session, last = store.create(meta(trainee=str(seat)), opening()), 2
        for number in range(1, int(sys.argv[2]) + 1):
            events = turn(number, f"{seat} {number}")
            store.save_draft(session, f"{seat} {number}", 1.0)
            last = store.append(session, events[:1], after=last, at=float(number))
            last = store.append(session, events[1:], after=last, at=float(number))
        sys.stdout.write(f"{session}\\n")  # in one piece: others print too
threads = [threading.Thread(target=sit, args=(seat,)) for seat in range(10)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


def test_forty_seats_at_once_lose_nothing(store: Store, home: Path | str) -> None:
    command = [sys.executable, "-c", SEATS, str(home), str(TURNS)]
    rooms = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(4)]
    sessions = [line for room in rooms for line in room.communicate(timeout=60)[0].split()]
    assert [room.returncode for room in rooms] == [0] * 4
    assert len(sessions) == 40
    assert sorted(row.id for row in store.sessions()) == sorted(sessions)
    assert {row.turns for row in store.sessions()} == {TURNS}
    assert found(store) == []


def test_a_server_that_falls_over_while_seats_write_costs_no_reply(server: Server, database: str) -> None:
    empty(database)
    stop, failures, acknowledged = threading.Event(), list[BaseException](), dict[str, int]()

    def sit(seat: int) -> None:
        try:
            with Store.open(database) as store:
                session, last = store.create(meta(trainee=str(seat)), opening()), 2
                while not stop.is_set():
                    last = store.append(session, turn(last // 4 + 1, "one more"), after=last, at=NOON)
                    acknowledged[session] = last
                    time.sleep(0.02)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=sit, args=(seat,)) for seat in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    for mode in ("fast", "immediate"):
        server.stop(mode)
        server.start()
        time.sleep(0.5)
    stop.set()
    for thread in threads:
        thread.join(60)
    assert failures == []
    with Store.open(database) as store:
        assert {row.id: row.standing.seq for row in store.sessions()} == acknowledged
        assert len(acknowledged) == 8
        assert found(store) == []


@contextmanager
def lost_answer(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The next transaction goes through, but the connection breaks before anyone is told."""
    real, count = psycopg.Connection.transaction, [0]

    @contextmanager
    def transaction(connection: psycopg.Connection[Any], *given: Any) -> Iterator[Any]:
        count[0] += 1
        with real(connection, *given) as inside:
            yield inside
        if count[0] == 1:
            connection.close()
            raise psycopg.OperationalError("the connection is lost")

    with monkeypatch.context() as patch:
        patch.setattr(psycopg.Connection, "transaction", transaction)
        yield count


def test_a_commit_whose_answer_was_lost_is_not_made_twice(
    server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty(database)
    with Store.open(database) as store:

        def doubtful(act: Any, *given: Any, **named: Any) -> Any:
            with lost_answer(monkeypatch) as count:
                done = act(*given, **named)
            assert count[0] == 2
            return done

        session = doubtful(store.create, meta(), opening())
        assert doubtful(store.append, session, turn(1, "one"), after=2, at=NOON) == 6
        result = SessionScore(50.0, {}, (), False)
        assert doubtful(store.append, session, ending(), after=6, at=NOON, result=result) == 8
        doubtful(store.save_draft, session, "draft", NOON)
        doubtful(store.branch, session, 1, NOON)
        doubtful(store.add_entry, session, "comment", "Dr Wu", NOON, {"text": "x"})
        digest = doubtful(store.add_assessment, "a", "A", [("assessment", "a.yaml", "a")], NOON)
        who = SittingMeta(assessment=digest, seat="1", name="", lang="en", attempt=1, seed="7", started=NOON)
        sitting = doubtful(store.begin_sitting, who)
        for after in (0, 1):
            assert doubtful(store.add_sitting_event, sitting, "opened", {}, NOON, after=after).seq == after + 1
        counts = {table: store.count(table) for table in ("sessions", "events", "results", "entries", "sittings")}
        assert counts == {"sessions": 2, "events": 10, "results": 1, "entries": 1, "sittings": 1}
        assert found(store) == []
        # Two players are still told apart from one whose answer was lost.
        with pytest.raises(StoreError) as caught:
            store.append(session, turn(1, "other"), after=2, at=NOON)
        assert caught.value.key == "store.conflict"


def test_a_server_that_stays_away_is_said_to_be_away(
    server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "PATIENCE", 0.2)
    with Store.open(database) as store:
        session = add_session(store)
        server.stop()
        try:
            with pytest.raises(StoreError) as caught:
                store.append(session, turn(1, "one"), after=2, at=NOON)
            assert caught.value.key == "store.unreachable"
            with pytest.raises(StoreError) as caught:
                Store.open(database)
            assert caught.value.key == "store.unreachable"
        finally:
            server.start()
        assert store.append(session, turn(1, "one"), after=2, at=NOON) == 6


def test_a_password_is_never_shown() -> None:
    for address in ("postgresql://seat:secret@localhost:1/log", "postgresql://localhost:1/log?password=secret"):
        with pytest.raises(StoreError) as caught:
            Store.open(address)
        assert caught.value.key == "store.unreachable"
        assert "secret" not in caught.value.message("en") + caught.value.message("zh")
        assert "localhost:1/log" in caught.value.message("en")
