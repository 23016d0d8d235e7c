"""`simulator verify` says what was done to which log, and goes through all it is given."""

from __future__ import annotations

import json
from pathlib import Path

from simulator.messages.verify import TEXTS
from simulator.store.store import FILE_NAME, Store
from tests.cli.run import simulator
from tests.store.sample import add_session


def test_every_log_is_verified_though_one_is_missing_and_one_damaged(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        session = add_session(store, "one", engine="0.0.1")

        def work() -> None:
            with store._db.removing():
                store._db.run("DELETE FROM events WHERE seq = 4")

        store._db.write(work)
    (tmp_path / "junk.db").write_bytes(b"junk")
    logs = [str(tmp_path / name) for name in ("none", "junk.db", FILE_NAME)]
    done = simulator("verify", *logs)
    assert done.code == 3
    assert done.out == f"session {session}, number 4: missing\n"
    assert "There is no session log" in done.err
    assert "damaged" in done.err
    assert "1 sessions were scored by another version of the simulator (0.0.1;" in done.err
    done = simulator("--lang", "zh", "--data-dir", str(tmp_path), "verify", "--json")
    (finding,) = json.loads(done.out)
    assert done.code == 1
    assert (finding["id"], finding["code"], finding["seq"]) == (session, "missing", 4)
    assert finding["message"] == "缺失"


def test_every_finding_has_a_sentence(tmp_path: Path) -> None:
    codes = {key.removeprefix("code.") for key in TEXTS if key.startswith("code.")}
    source = Path(__file__).parents[2] / "simulator"
    used = (source / "store/checking.py").read_text() + (source / "runner/verify.py").read_text()
    kinds = {f"differs_{kind}" for kind in ("score", "play", "record", "result", "rescored")}
    assert {code for code in codes if f'"{code}"' in used} | kinds == codes
