"""Collecting takes in what is new and sound, once, and overwrites nothing, whatever home the log has."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.runner.collect import Collector, Count, NotTaken, logs_in
from simulator.store.errors import StoreError
from simulator.store.records import Review, SittingMeta, about
from simulator.store.store import FILE_NAME, Store
from tests.store.sample import NOON, add_session, ending, turn
from tests.store.test_chain import first_version, found


def collect(store: Store, log: Path | str, *, trusted: bool = True) -> tuple[Count, list[NotTaken]]:
    told: list[NotTaken] = []
    collector = Collector(store, trusted=trusted)
    with collector.opened(log) as other:
        return collector.collect(other, told.append), told


def contents(store: Store) -> list[object]:
    """All that is in a log."""
    sessions = [(store.raw_session(id_), store.session(id_), store.draft(id_)) for id_ in store.ids("sessions")]
    sittings = [store.raw_sitting(id_) for id_ in store.ids("sittings")]
    return [sessions, sittings, [*store.raw_entries()], store.raw_assessments(), [*store.digests()]]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A log with all kinds of things in it."""
    folder = tmp_path / "stick" / "seat 1"
    with Store.open(folder) as other:
        session = add_session(other, "one", "two", ended=True, trainee="1")
        other.branch(session, 2, NOON + 500)
        other.save_draft(add_session(other, trainee="2", started=NOON + 900), "I am s", NOON + 950)
        other.add_review(session, Review(NOON, "well", "better"))
        other.add_entry(about("trainee", "1"), "grade", "Dr Wu", NOON, {"grade": "优"})
        digest = other.add_assessment("a", "A", [("assessment", "a.yaml", "assessment: a")], NOON)
        meta = SittingMeta(assessment=digest, seat="1", name="Li Na", lang="en", attempt=1, seed="7", started=NOON)
        sitting = other.begin_sitting(meta)
        other.add_sitting_event(sitting, "opened", {}, NOON, after=0, session=session)
    return folder / FILE_NAME


def test_a_log_collected_is_as_it_was_there_and_collected_again_changes_nothing(store: Store, stick: Path) -> None:
    before = stick.read_bytes()
    count, told = collect(store, stick)
    assert (count.sessions, count.sittings, count.entries, told) == ({"new": 3}, {"new": 1}, 2, [])
    with Store.open(stick.parent, read_only=True) as other:
        assert contents(store) == contents(other)
    there = contents(store)
    count, told = collect(store, stick)
    assert (count.sessions, count.sittings, count.entries, told) == ({"same": 3}, {"same": 1}, 0, [])
    assert not count.trouble
    assert contents(store) == there
    assert stick.read_bytes() == before
    assert found(store) == []


def test_nobody_marks_themselves_on_a_stick(store: Store, stick: Path) -> None:
    with Store.open(stick.parent) as other:
        (session, *_) = (row.id for row in other.sessions(trainee="1"))
        other.add_entry(session, "override", "Dr Wu", NOON, {"what": "score", "score": 100, "reason": "x"})
        other.add_entry(session, "rescored", "simulator", NOON, {})
        other.add_entry(session, "dispute", "1", NOON, {"reason": "I did say sorry."})
    count, told = collect(store, stick, trusted=False)
    assert (count.entries, count.instructors, count.trouble, told) == (2, 3, False, [])
    assert {entry.kind for entry in store.entries()} == {"review", "dispute"}
    count, _ = collect(store, stick)
    assert (count.entries, count.instructors) == (3, 0)


def test_what_went_on_elsewhere_goes_on_here(store: Store, stick: Path) -> None:
    collect(store, stick)
    with Store.open(stick.parent) as other:
        session = next(row.id for row in other.sessions(trainee="2"))
        other.append(session, turn(1, "more"), after=2, at=NOON + 960)
        other.append(session, ending(), after=6, at=NOON + 970)
        (sitting,) = other.sittings()
        other.add_sitting_event(sitting.id, "finished", {}, NOON, after=1)
        other.add_entry(session, "dispute", "2", NOON, {"why": "I did say sorry."})
    count, _ = collect(store, stick)
    assert (count.sessions, count.sittings, count.entries) == ({"longer": 1, "same": 2}, {"longer": 1}, 1)
    assert (store.session(session).outcome, store.draft(session)) == ("resolved", "")
    assert store.sitting(sitting.id).finished
    # An older copy brings nothing, and takes nothing away.
    with Store.open(stick.parent, read_only=True) as other:
        assert contents(store) == contents(other)


def test_a_session_that_went_on_in_two_places_is_a_conflict_and_stays_as_it_is(store: Store, stick: Path) -> None:
    collect(store, stick)
    session = next(row.id for row in store.sessions(trainee="2"))
    store.append(session, turn(1, "here"), after=2, at=NOON)
    with Store.open(stick.parent) as other:
        other.append(session, turn(1, "there"), after=2, at=NOON)
    count, told = collect(store, stick)
    assert told == [NotTaken("session", session, "conflict", 3)]
    assert count.trouble
    assert store.session(session).turns == 1
    assert "here" in str(store.events(session)[2].event)


def test_a_damaged_session_is_named_and_the_others_are_taken_in(store: Store, stick: Path) -> None:
    with closing(sqlite3.connect(stick)) as db:
        db.execute("DROP TRIGGER events_no_update")
        session = db.execute("SELECT session FROM events GROUP BY session ORDER BY count(*) DESC").fetchone()[0]
        db.execute("UPDATE events SET data = replace(data, 'one', 'eno') WHERE session = ? AND seq = 3", (session,))
        db.commit()
    count, told = collect(store, stick)
    assert NotTaken("session", session, "damaged", 3) in told
    # What hangs on it cannot come without it.
    assert {one.why for one in told} == {"damaged", "lacking"}
    assert (count.sessions["new"], count.trouble) == (1, True)


def test_an_attempt_that_two_machines_have_is_told(store: Store, stick: Path) -> None:
    collect(store, stick)
    assert store.sat_twice() == ()
    (sat,) = store.sittings()
    with Store.open(stick.parent.parent / "seat 2") as other:
        texts = [("assessment", "a.yaml", "assessment: a, changed")]
        digest = other.add_assessment("a", "A", texts, NOON)
        other.begin_sitting(replace(sat.meta, assessment=digest, started=NOON + 9))
    collect(store, stick.parent.parent / "seat 2" / FILE_NAME)
    assert store.sat_twice() == (("a", "1", 1, 2),)


def test_a_first_version_log_is_collected_and_so_is_a_copy_of_it_only_once(store: Store, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    first_version(old)
    copy = shutil.copy(old / FILE_NAME, tmp_path / "copy.db")
    before = (old / FILE_NAME).read_bytes()
    assert collect(store, old / FILE_NAME)[0].sessions == {"new": 1}
    assert collect(store, Path(copy))[0].sessions == {"same": 1}
    assert (old / FILE_NAME).read_bytes() == before


def test_a_log_that_is_being_written_is_collected_with_what_was_not_yet_checkpointed(
    store: Store, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "busy") as other:
        session = add_session(other, "one")
        assert (tmp_path / "busy" / (FILE_NAME + "-wal")).stat().st_size > 0
        assert collect(store, tmp_path / "busy" / FILE_NAME)[0].sessions == {"new": 1}
    assert store.session(session).turns == 1


def test_the_logs_below_a_folder_are_found_and_nothing_else(stick: Path, tmp_path: Path) -> None:
    shutil.copy(stick, stick.parent / "seat-1.bak")
    (stick.parent / "notes.db").write_text("not a log")
    assert logs_in(tmp_path) == [stick.parent / "seat-1.bak", stick]
    assert logs_in(tmp_path / "none") == [tmp_path / "none"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.integers(0, 10_000), junk=st.binary(max_size=300))
def test_a_torn_copy_gives_what_is_sound_or_says_why_not(
    tmp_path_factory: pytest.TempPathFactory, stick: Path, cut: int, junk: bytes
) -> None:
    folder = tmp_path_factory.mktemp("torn")
    data = bytearray(stick.read_bytes())
    place = len(data) * cut // 10_001
    data[place : place + len(junk)] = junk
    (folder / "torn.db").write_bytes(data[: max(place, len(data) // 2)])
    with Store.open(folder / "own") as own:
        with suppress(StoreError):
            collect(own, folder / "torn.db")
        assert [f.code for s in own.ids("sessions") for f in own.check_session(s)] == []


def test_a_log_copied_again_and_again_while_it_is_written_ends_up_whole(tmp_path: Path) -> None:
    stop = threading.Event()

    def play() -> None:
        with Store.open(tmp_path / "busy") as busy:
            number = 0
            while not stop.is_set():
                number += 1
                add_session(busy, *["word " * 200] * 3, started=NOON + number)

    writer = threading.Thread(target=play)
    writer.start()
    with Store.open(tmp_path / "own") as own:
        try:
            for number in range(8):
                time.sleep(0.05)
                # As a file manager copies it: the file without what goes with it, while it changes.
                with suppress(FileNotFoundError, StoreError):
                    shutil.copy(tmp_path / "busy" / FILE_NAME, tmp_path / f"copy {number}.db")
                    collect(own, tmp_path / f"copy {number}.db")
                assert found(own) == []
        finally:
            stop.set()
            writer.join()
        count, told = collect(own, tmp_path / "busy" / FILE_NAME)
        assert (told, count.trouble) == ([], False)
        with Store.open(tmp_path / "busy", read_only=True) as busy:
            assert contents(own) == contents(busy)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sessions SET trainee = x'00ff'",
        "UPDATE sessions SET trainee = 'no JSON'",
        "UPDATE sessions SET started = 'soon'",
        "UPDATE sessions SET id = '../../' || id",
        "UPDATE events SET seq = 'one' WHERE seq = 1",
        "UPDATE events SET at = 'noon'",
        "UPDATE events SET data = x'ff'",
        "UPDATE session_texts SET name = x'00'",
        "INSERT INTO results (session, at, score, passed, data) SELECT id, 1, 'best', 1, '{}' FROM sessions",
        "INSERT INTO results (session, at, score, passed, data) SELECT id, 1, 9, 1, 'x' FROM sessions",
        "UPDATE entries SET data = '[]'",
        "UPDATE entries SET author = 'Eve'",
        "UPDATE entries SET seq = 'one'",
        "UPDATE sittings SET name = 'x'",
        "UPDATE sitting_events SET data = x'ff'",
        "UPDATE assessments SET title = 'x'",
        "UPDATE contents SET data = 'x'",
    ],
)
def test_a_log_in_which_anything_at_all_was_written_neither_harms_nor_stops_the_own_one(
    tmp_path: Path, stick: Path, change: str
) -> None:
    with closing(sqlite3.connect(stick)) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        with suppress(sqlite3.IntegrityError):
            db.execute(change)
        db.commit()
    with Store.open(tmp_path / "own") as own:
        here = add_session(own, "one")
        count, _ = collect(own, stick)
        assert count.trouble
        assert here in {row.id for row in own.sessions()}
        assert None not in ([*own.sittings()], [*own.entries()])
        assert found(own) == []
