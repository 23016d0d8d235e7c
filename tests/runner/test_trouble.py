"""Trouble in the middle of an assessment: what was in the log stays there, and the sitting goes on."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.library.library import Library
from simulator.model.event import Replied
from simulator.runner.room import Room
from simulator.runner.sitting import Sitting
from simulator.runner.verify import Verifier
from simulator.store.errors import StoreError
from simulator.store.store import FILE_NAME, Store
from tests.runner.classroom import BADLY, Now, opened, written

WAL = f"{FILE_NAME}-wal"
#: How many replies to a scenario: some that lead nowhere, then one that ends it.
TURNS = 4


def replies(store: Store) -> list[str]:
    """All replies in a log, in the order of the scenarios."""
    rows = sorted(store.sessions(), key=lambda row: row.scenario)
    return [stored.event.text for row in rows for stored in store.events(row.id) if isinstance(stored.event, Replied)]


def go_on(sitting: Sitting, most: int = 99) -> Iterator[str]:
    """Sits to the end, or for so many replies; gives what it says."""
    while sitting.due != "nothing" and most:
        if sitting.due == "begin":
            sitting.begin_next()
        assert sitting.session
        turn = sitting.session.state.turn
        said = BADLY["en"] if turn == TURNS - 1 else f"{sitting.place} {turn}. " + "Well. " * 60
        sitting.send(said)
        yield said
        most -= 1


def test_on_a_full_disk_a_sitting_stands_still_and_goes_on_once_there_is_room(tmp_path: Path) -> None:
    with Store.open(tmp_path / "log") as store:
        room = opened(written(tmp_path / "class"), store, Now())
        sitting, said = room.sit(room.seat("S1")), list[str]()
        store._db.query("PRAGMA max_page_count = 1")  # not one page more than there are
        with pytest.raises(StoreError) as full:
            said.extend(go_on(sitting))
        assert full.value.key == "store.full"
        assert replies(store)[: len(said)] == said
        store._db.query("PRAGMA max_page_count = 1000000")
        again = room.sit(room.seat("S1"))
        said = [*replies(store), *go_on(again)]
        assert again.receipt
        assert replies(store) == said
        assert sum(part.turns for part in again.receipt.parts) == 2 * TURNS
        assert [*Verifier(store).findings()] == []


@pytest.fixture
def cut(tmp_path: Path) -> tuple[Path, list[str]]:
    """A folder with the files of a log in the middle of a sitting, as they lie on the disk, and the replies in it.

    `old` is the file before its pages were written back from the write-ahead log, `new` the one after.
    """
    folder = tmp_path / "cut"
    folder.mkdir()
    with Store.open(tmp_path / "log") as store:
        room = opened(written(tmp_path / "class"), store, Now())
        said = [*go_on(room.sit(room.seat("S1")), 6)]
        shutil.copy(tmp_path / "log" / FILE_NAME, folder / "old")
        shutil.copy(tmp_path / "log" / WAL, folder / WAL)
        assert store._db.query("PRAGMA wal_checkpoint(FULL)")[0][0] == 0
        shutil.copy(tmp_path / "log" / FILE_NAME, folder / "new")
    return folder, said


def recovered(folder: Path, db: bytes, wal: bytes) -> list[str]:
    """The replies in a log that is opened after a power cut, once it was found sound."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(db)
    (folder / WAL).write_bytes(wal)
    with Store.open(folder) as store:
        assert store._db.whole()
        assert all(store.sitting_of(row.id) for row in store.sessions())
        return replies(store)


def test_after_a_power_cut_the_log_is_as_it_was_at_some_moment_before(
    cut: tuple[Path, list[str]], tmp_path: Path
) -> None:
    folder, said = cut
    db, wal, dice = (folder / "old").read_bytes(), (folder / WAL).read_bytes(), random.Random(3)
    assert recovered(tmp_path / "again", db, wal) == said
    kept = set[int]()
    for n in range(40):
        at = dice.randrange(len(wal))
        # What had not come to the disk is cut off, empty, or what lay there before.
        lost = (b"", bytes(len(wal) - at), dice.randbytes(len(wal) - at))[n % 3]
        found = recovered(tmp_path / "again", db, wal[:at] + lost)
        assert found == said[: len(found)]
        kept.add(len(found))
    assert len(kept) > 3


def test_a_power_cut_while_pages_are_written_back_loses_nothing(cut: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, said = cut
    old, new, wal = ((folder / name).read_bytes() for name in ("old", "new", WAL))
    old, dice = old.ljust(len(new), b"\0"), random.Random(4)
    for _ in range(15):
        pages = [(old, new)[dice.randrange(2)][at : at + 4096] for at in range(0, len(new), 4096)]
        assert recovered(tmp_path / "again", b"".join(pages), wal) == said


def test_after_a_power_cut_a_sitting_goes_on_to_its_end(cut: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, said = cut
    wal = (folder / WAL).read_bytes()
    kept = recovered(tmp_path / "again", (folder / "old").read_bytes(), wal[: len(wal) * 4 // 5])
    assert 0 < len(kept) < len(said)
    with Store.open(tmp_path / "again") as store:
        room = opened(tmp_path / "class" / "monday.yaml", store, Now())
        sitting = room.sit(room.seat("S1"))
        rest = [*go_on(sitting)]
        assert sitting.receipt
        assert replies(store)[-len(rest) :] == rest
        assert replies(store)[: len(kept)] == kept
        assert [*Verifier(store).findings()] == []


def test_another_time_zone_gives_nobody_time_and_takes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = "minutes: 30\nopens: 2026-09-07 09:00\ncloses: 2026-09-07 11:00\ntime_zone: Asia/Shanghai\n"
    now = Now(wall=1_788_742_800.0 + 600)  # ten past nine in Shanghai
    file, told = written(tmp_path / "class", rules), []
    with Store.open(tmp_path / "log") as store:
        for zone in ("Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            room = Room(file, Library(()), store, now)
            told.append((room.bundle.opens, room.bundle.closes, room.sit(room.seat("S1")).time_left()))
    monkeypatch.undo()
    time.tzset()
    assert told[0] == told[1] == told[2]
    assert told[0][2].whole == pytest.approx(1800)
