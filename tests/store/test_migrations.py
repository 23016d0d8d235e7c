"""An older log is brought forward, whole or not at all, in each of its homes."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from simulator.store import postgres_schema, sqlite_schema
from simulator.store.errors import StoreError
from simulator.store.store import Store
from tests.store.sample import add_session
from tests.store.server import Server

NEXT = ("CREATE TABLE later (x INTEGER)", "INSERT INTO later VALUES (1)")


@pytest.fixture(params=["sqlite", "postgres"])
def schema(request: pytest.FixtureRequest) -> ModuleType:
    return sqlite_schema if request.param == "sqlite" else postgres_schema


@pytest.fixture
def home(schema: ModuleType, request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where no log is yet."""
    if schema is sqlite_schema:
        return tmp_path
    server: Server = request.getfixturevalue("server")
    return server.address(server.database())


def version(home: Path | str) -> int:
    ask = "SELECT version FROM about" if isinstance(home, str) else "PRAGMA user_version"
    with Store.open(home, read_only=True) as store:
        return int(store._db.query(ask)[0][0])


def test_an_older_log_is_brought_forward_once_and_keeps_its_sessions(
    home: Path | str, schema: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(home) as store:
        session = add_session(store, "one", "two")
        before = store.events(session)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT))
    for _ in range(2):
        with Store.open(home) as store:
            assert store.events(session) == before
            assert [tuple(row) for row in store._db.query("SELECT x FROM later")] == [(1,)]
    assert version(home) == len(schema.MIGRATIONS)


def test_a_step_that_fails_leaves_the_log_as_it_was(
    home: Path | str, schema: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(home) as store:
        session = add_session(store, "one")
    old = version(home)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT, ("INSERT INTO nowhere VALUES (1)",)))
        with pytest.raises(StoreError):
            Store.open(home)
    assert version(home) == old
    with Store.open(home) as store:
        assert len(store.events(session)) == 6


def test_a_new_log_takes_every_step(home: Path | str, schema: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT))
    with Store.open(home) as store:
        add_session(store, "one")
    assert version(home) == len(schema.MIGRATIONS)


def test_a_log_of_a_newer_version_is_left_as_it_is(
    home: Path | str, schema: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT))
        Store.open(home).close()
        newer = version(home)
    for read_only in (True, False):
        with pytest.raises(StoreError) as caught:
            Store.open(home, read_only=read_only)
        assert (caught.value.key, caught.value.values["found"]) == ("store.newer", newer)


def test_looking_at_an_older_log_does_not_change_it(
    home: Path | str, schema: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(home) as store:
        session = add_session(store, "one")
    old = version(home)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT))
        if schema is sqlite_schema:
            with Store.open(home, read_only=True) as store:
                assert len(store.events(session)) == 6
        else:
            with pytest.raises(StoreError) as caught:
                Store.open(home, read_only=True)
            assert caught.value.key == "store.older"
    assert version(home) == old


def test_looking_where_there_is_no_log_finds_nothing_and_makes_nothing(home: Path | str) -> None:
    for _ in range(2):
        with Store.open(home, read_only=True) as store:
            assert list(store.sessions()) == []
