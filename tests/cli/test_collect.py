"""`simulator collect`: where the logs come from, as it is told."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from simulator.store.store import Store
from tests.cli.run import simulator
from tests.store.conftest import server as server
from tests.store.sample import add_session
from tests.store.server import Server


def test_a_password_in_an_address_is_not_told(tmp_path: Path, server: Server) -> None:
    address = server.address(server.database())
    with Store.open(address) as store:
        add_session(store, "one")
    secret = f"postgresql://owner:hush@{address.partition('@')[2]}"
    done = simulator("--data-dir", "own", "collect", secret, cwd=tmp_path)
    assert done.code == 0
    assert done.err.startswith("postgresql://")
    assert "1 sessions new" in done.err
    assert urlsplit(address).path in done.err
    assert "hush" not in done.err + done.out
