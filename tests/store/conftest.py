"""The homes of the log: what the store does holds in each."""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from simulator.store.database import APPEND_ONLY
from simulator.store.postgres_schema import SCHEMA
from simulator.store.store import Store
from tests.store.server import Server, programs


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for all tests of this process."""
    bin_ = programs()
    if bin_ is None:
        pytest.skip("no PostgreSQL server here: apt-get install postgresql")
    if os.getuid() == 0 and "postgres" not in {user.pw_name for user in pwd.getpwall()}:
        pytest.skip("PostgreSQL does not run as root, and there is no user 'postgres'")
    running = Server(bin_)
    try:
        yield running
    finally:
        running.remove()


@pytest.fixture(scope="session")
def database(server: Server) -> str:
    """A database with the tables of a log, for one test after the other."""
    address = server.address(server.database())
    Store.open(address).close()
    return address


@pytest.fixture(params=["sqlite", "postgres"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where an empty log is, for `Store.open`: in each of its homes."""
    if request.param == "sqlite":
        return tmp_path
    address: str = request.getfixturevalue("database")
    empty(address)
    return address


def empty(address: str) -> None:
    """Takes everything out of a log, past its triggers, as only the owner of the server can."""
    with psycopg.connect(address, autocommit=True) as db:
        db.execute("SET session_replication_role = replica")
        tables = ", ".join(f"{SCHEMA}.{table}" for table in (*APPEND_ONLY, "drafts", "standings", "sitting_standings"))
        db.execute(f"TRUNCATE {tables}".encode())


@pytest.fixture
def store(home: Path | str) -> Iterator[Store]:
    """An open log in each of its homes."""
    with closing(Store.open(home)) as opened:
        yield opened


@pytest.fixture
def tamper(home: Path | str) -> Callable[..., None]:
    """Does with the log's tables what whoever owns them can do."""

    def run(*statements: str) -> None:
        with closing(Store.open(home)) as opened:
            db = opened._db

            def work() -> None:
                with db.removing():
                    for statement in statements:
                        db.run(statement)

            db.write(work)

    return run
