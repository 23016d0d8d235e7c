"""The homes of the log: what the store does holds in each."""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

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
def template(server: Server) -> str:
    """A database with the tables of an empty log."""
    name = server.database()
    Store.open(server.address(name)).close()
    return name


@pytest.fixture(params=["sqlite", "postgres"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where an empty log is, for `Store.open`: in each of its homes."""
    if request.param == "sqlite":
        return tmp_path
    server: Server = request.getfixturevalue("server")
    return server.address(server.database(request.getfixturevalue("template")))


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
