"""An older log is brought forward, whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from simulator.store import sqlite_schema
from simulator.store.errors import StoreError
from simulator.store.store import FILE_NAME, Store
from tests.store.sample import add_session

NEXT = ("CREATE TABLE later (x)", "INSERT INTO later VALUES (1)")


def version(folder: Path) -> int:
    db = sqlite3.connect(folder / FILE_NAME)
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    db.close()
    return found


def test_an_older_log_is_brought_forward_once_and_keeps_its_sessions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path) as store:
        session = add_session(store, "one", "two")
        before = store.events(session)
    monkeypatch.setattr(sqlite_schema, "MIGRATIONS", (*sqlite_schema.MIGRATIONS, NEXT))
    for _ in range(2):
        with Store.open(tmp_path) as store:
            assert store.events(session) == before
    assert version(tmp_path) == len(sqlite_schema.MIGRATIONS)
    db = sqlite3.connect(tmp_path / FILE_NAME)
    assert db.execute("SELECT * FROM later").fetchall() == [(1,)]
    db.close()


def test_a_step_that_fails_leaves_the_log_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path) as store:
        session = add_session(store, "one")
    old = version(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(
            sqlite_schema, "MIGRATIONS", (*sqlite_schema.MIGRATIONS, NEXT, ("INSERT INTO nowhere VALUES (1)",))
        )
        with pytest.raises(StoreError):
            Store.open(tmp_path)
    assert version(tmp_path) == old
    with Store.open(tmp_path) as store:
        assert len(store.events(session)) == 6


def test_a_new_log_takes_every_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_schema, "MIGRATIONS", (*sqlite_schema.MIGRATIONS, NEXT))
    with Store.open(tmp_path) as store:
        add_session(store, "one")
    assert version(tmp_path) == len(sqlite_schema.MIGRATIONS)
