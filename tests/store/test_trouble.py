"""When the log cannot be used, it says why and leaves everything as it was."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.reports.export import session_records
from simulator.store import sqlite, sqlite_schema
from simulator.store.errors import StoreError
from simulator.store.store import FILE_NAME, Store
from tests.store.sample import NOON, add_session, meta, opening, turn

ROOT = Path(__file__).parents[2]


def why(folder: Path, *, read_only: bool = False) -> str:
    """The catalogue key of what opening fails with."""
    with pytest.raises(StoreError) as caught:
        Store.open(folder, read_only=read_only)
    assert str(folder) in caught.value.message("en")
    return caught.value.key


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_what_went_wrong_comes_back_whole_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(StoreError("store.full", path=Path("x"))))
    assert isinstance(error, StoreError)
    assert (error.key, error.values) == ("store.full", {"path": Path("x")})


def test_a_missing_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a" / "b") as store:
        add_session(store)
    assert (tmp_path / "a" / "b" / FILE_NAME).exists()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert why(tmp_path / "file") == "store.not_a_folder"
    assert why(tmp_path / "file" / "below") == "store.not_a_folder"
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert why(tmp_path) == why(tmp_path, read_only=True) == "store.corrupt"


@pytest.mark.parametrize("junk", [b"hello", b"\0" * 4096, b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_file_that_is_no_log_is_left_as_it_is(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(junk)
    assert why(tmp_path) == why(tmp_path, read_only=True) == "store.corrupt"
    assert contents(tmp_path) == {FILE_NAME: junk}


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.execute("CREATE TABLE accounts (x)")
    db.close()
    before = contents(tmp_path)
    assert why(tmp_path) == why(tmp_path, read_only=True) == "store.corrupt"
    assert contents(tmp_path) == before


def test_a_log_from_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        add_session(store, "one")
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.execute(f"PRAGMA user_version = {len(sqlite_schema.MIGRATIONS) + 1}")
    db.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    assert why(tmp_path) == why(tmp_path, read_only=True) == "store.newer"
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_truncated_log_is_left_as_it_is(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        for _ in range(20):
            add_session(store, "one", "two")
    path = tmp_path / FILE_NAME
    half = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(half)
    assert why(tmp_path) == why(tmp_path, read_only=True) == "store.corrupt"
    assert path.read_bytes() == half


@pytest.fixture
def sound(tmp_path: Path) -> tuple[bytes, str]:
    """A log's bytes, and one of its sessions."""
    with Store.open(tmp_path) as store:
        for _ in range(3):
            session = add_session(store, "one", "two")
    return (tmp_path / FILE_NAME).read_bytes(), session


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(damage=st.lists(st.tuples(st.integers(0, 1_000_000), st.binary(min_size=1, max_size=200)), max_size=4))
def test_whatever_is_damaged_only_store_errors_come_out(
    sound: tuple[bytes, str], tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    path, session = folder / FILE_NAME, sound[1]
    data = bytearray(sound[0])
    for place, junk in damage:
        data[place % len(data) : place % len(data) + len(junk)] = junk
    path.write_bytes(data)
    for read_only in (True, False):
        with suppress(StoreError), Store.open(folder, read_only=read_only) as store:
            for row in store.sessions():
                store.events(row.id)
                store.texts(row.id)
            store.criteria()
            if not read_only:
                store.append(session, turn(3, "three"), after=10, at=NOON)


def test_a_log_that_stays_locked_is_said_to_be_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "TIMEOUT", 0.1)
    with Store.open(tmp_path) as store:
        session = store.create(meta(), opening())
        other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            store.append(session, turn(1, "x"), after=2, at=NOON)
        assert caught.value.key == "store.busy"
        assert len(store.events(session)) == 2
        other.execute("ROLLBACK")
        other.close()
        assert store.append(session, turn(1, "x"), after=2, at=NOON) == 6


def test_when_no_page_more_can_be_had_nothing_logged_is_lost(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        session = store.create(meta(), opening())
        store._db.query("PRAGMA max_page_count = 60")
        last, kept = 2, 0
        reason = ""
        while not reason and kept < 1000:
            try:
                last = store.append(session, turn(kept + 1, "word " * 400), after=last, at=NOON)
                kept += 1
            except StoreError as error:
                reason = error.key
        assert reason == "store.full"
        assert kept > 3
        assert store.session(session).turns == kept
    with Store.open(tmp_path) as again:
        assert len(again.events(session)) == last


def test_many_programs_may_open_a_new_log_at_once(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        try:
            with Store.open(tmp_path / "new") as store:
                add_session(store, "one")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Store.open(tmp_path / "new") as store:
        assert len(list(store.sessions())) == 8


def test_looking_at_a_log_that_is_not_there_finds_nothing_and_makes_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "none", read_only=True) as store:
        assert list(store.sessions()) == []
        assert store.criteria() == ()
    assert not (tmp_path / "none").exists()


def test_looking_changes_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        session = add_session(store, "one")
    before = (tmp_path / FILE_NAME).read_bytes()
    with Store.open(tmp_path, read_only=True) as store:
        assert len(store.events(session)) == 6
        with pytest.raises(StoreError) as caught:
            store.save_draft(session, "x", NOON)
        assert caught.value.key == "store.read_only"
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_looking_sees_what_a_running_program_has_just_logged(tmp_path: Path) -> None:
    with Store.open(tmp_path) as writer:
        session = add_session(writer, "one")
        with Store.open(tmp_path, read_only=True) as reader:
            assert len(reader.events(session)) == 6
            writer.append(session, turn(2, "two"), after=6, at=NOON)
            assert len(reader.events(session)) == 10


def test_another_time_zone_changes_no_time_in_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path) as store:
        session = add_session(store, "one")
        told = []
        for zone in ("Asia/Shanghai", "America/New_York"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            last = len(store.events(session))
            store.append(session, turn(last // 4 + 1, "on"), after=last, at=NOON + 100)
            told.append([record for record in session_records(store, store.session(session)) if "at" in record][:6])
            assert [f.code for f in store.check_session(session)] == []
    monkeypatch.undo()
    time.tzset()
    assert told[0] == told[1]


# A small disk of its own, in a mount namespace that ends with the command: nothing to clean up, no harm to the machine.


@pytest.fixture
def small_disk(tmp_path: Path) -> list[str]:
    """A command that runs `sh -c` with a 800 kB disk at $DISK."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = f"mount -t tmpfs -o size=800k tmpfs {disk} && export DISK={disk} && "
    probe = ["unshare", "-rm", "sh", "-c", mount + "true"]
    if not shutil.which("unshare") or subprocess.run(probe, capture_output=True).returncode:
        pytest.skip("mounting a small disk is not permitted here")
    return ["unshare", "-rm", "sh", "-c", mount]


def run_on(small_disk: list[str], commands: str, script: str) -> list[str]:
    command = [*small_disk[:-1], small_disk[-1] + commands.replace("PYTHON", f"{sys.executable} -c '{script}'")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


FILL = """
import os
from pathlib import Path
from simulator.store.errors import StoreError
from simulator.store.store import Store
from tests.store.sample import add_session, meta, opening, turn
disk = Path(os.environ["DISK"])
store = Store.open(disk)
session, last = store.create(meta(), opening()), 2
for number in range(1, 1000):
    try:
        last = store.append(session, turn(number, "word " * 200), after=last, at=1.0)
    except StoreError as error:
        print(error.key, store.session(session).turns == number - 1)
        break
store.close()
print(len(Store.open(disk, read_only=True).events(session)) == last)
"""

KEYS = """
import os
from pathlib import Path
from simulator.store.errors import StoreError
from simulator.store.store import Store
from tests.store.sample import add_session
disk = Path(os.environ["DISK"])
for read_only in (False, True):
    try:
        with Store.open(disk, read_only=read_only) as store:
            print(len(list(store.sessions())))
    except StoreError as error:
        print(error.key)
"""

MAKE = """
import os
from pathlib import Path
from simulator.store.store import Store
from tests.store.sample import add_session
with Store.open(Path(os.environ["DISK"])) as store:
    add_session(store, "one")
"""


def test_a_full_disk_refuses_the_turn_and_keeps_all_before_it(small_disk: list[str]) -> None:
    assert run_on(small_disk, "PYTHON", FILL) == ["store.full", "True", "True"]


def test_no_log_can_be_begun_on_a_full_disk(small_disk: list[str]) -> None:
    fill = 'head -c 1M /dev/zero > "$DISK/ballast" 2>/dev/null; PYTHON'
    assert run_on(small_disk, fill, KEYS)[0] == "store.full"


def test_a_read_only_disk_can_be_read_but_not_written(small_disk: list[str]) -> None:
    script = f"{sys.executable} -c '{MAKE}' && mount -o remount,ro \"$DISK\" && PYTHON"
    assert run_on(small_disk, script, KEYS) == ["store.read_only", "1"]


def test_an_empty_read_only_disk_cannot_be_written(small_disk: list[str]) -> None:
    assert run_on(small_disk, 'mount -o remount,ro "$DISK" && PYTHON', KEYS)[0] == "store.read_only"
