"""A person can be removed, for good, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.runner.collect import Collector
from simulator.store import sqlite
from simulator.store.errors import StoreError
from simulator.store.records import Review, SittingMeta, about
from simulator.store.store import FILE_NAME, Store
from tests.store.sample import NOON, add_session, ending
from tests.store.test_chain import found

NAME, SEAT = "Zhang 伟 the Unmistakable", "seat-4711"


def fill(store: Store) -> str:
    """Three people: one to be erased, one who sat beside, one who only practised. Returns the first one's sitting."""
    digest = store.add_assessment("a", "A", [("assessment", "a.yaml", "assessment: a")], NOON)
    sittings = []
    for seat, name, words in ((SEAT, NAME, "unmistakable words"), ("seat-2", "Li Na", "other words")):
        session = add_session(store, words, f"more {words}", ended=True, trainee=seat)
        store.branch(store.branch(session, 2, NOON + 100), 1, NOON + 50)
        store.save_draft(session, f"draft with {words}", NOON)
        store.add_review(session, Review(NOON, words, name))
        store.add_entry(session, "comment", "Dr Wu", NOON, {"text": f"{name} said {words}"})
        store.add_entry(about("trainee", seat), "grade", "Dr Wu", NOON, {"grade": "优", "name": name})
        meta = SittingMeta(assessment=digest, seat=seat, name=name, lang="en", attempt=1, seed="7", started=NOON)
        sittings.append(store.begin_sitting(meta))
        store.add_sitting_event(sittings[-1], "opened", {"who": name}, NOON, after=0, session=session)
    add_session(store, "practice", scenario_text="scenario: somebody's own\n", trainee="Wang")
    return sittings[0]


def test_nothing_of_a_person_is_left_and_everything_of_the_others(store: Store, home: Path | str) -> None:
    sitting = fill(store)
    before = {row.id: store.events(row.id) for row in store.sessions() if row.trainee != SEAT}
    traces = store.traces(NAME)
    assert (len(traces.sessions), traces.sittings, len(traces.entries)) == (3, (sitting,), 3)
    assert store.erase(traces, NOON)
    assert {row.id: store.events(row.id) for row in store.sessions()} == before
    assert [s.meta.seat for s in store.sittings()] == ["seat-2"]
    assert not store.traces(NAME).any
    assert not store.traces(SEAT).any
    assert found(store) == []
    if isinstance(home, Path):
        # Not even while the log is still open, in the file or in what goes with it.
        kept = b"".join(path.read_bytes() for path in home.iterdir())
        for words in (
            SEAT,
            "Unmistakable",
            "unmistakable words",
        ):
            assert words.encode() not in kept
    with pytest.raises(StoreError, match="append-only"):
        store._db.write(lambda: store._db.run("DELETE FROM events"))


def test_a_copy_does_not_bring_a_person_back(store: Store, home: Path | str, tmp_path: Path) -> None:
    with Store.open(tmp_path / "stick") as stick:
        fill(stick)
    stick_file = tmp_path / "stick" / FILE_NAME
    collector = Collector(store)
    with collector.opened(stick_file) as other:
        collector.collect(other, lambda one: None)
    store.erase(store.traces(SEAT), NOON)
    collector = Collector(store)
    with collector.opened(stick_file) as other:
        count = collector.collect(other, lambda one: None)
    assert (count.sessions, count.sittings, count.trouble) == (
        {"erased": 3, "same": 4}, {"erased": 1, "same": 1}, False,
    )  # fmt: skip
    assert count.entries == 0
    assert not store.traces(SEAT).any


def test_a_text_that_only_this_person_played_goes_and_shared_ones_stay(store: Store) -> None:
    fill(store)
    digests = {*store.digests()}
    store.erase(store.traces("Wang"), NOON)
    assert len(digests - {*store.digests()}) == 1
    assert found(store) == []


def test_what_others_entries_say_of_a_person_is_told_and_stays(store: Store) -> None:
    fill(store)
    session = next(row.id for row in store.sessions(trainee="seat-2"))
    entry = store.add_entry(session, "comment", "Dr Wu", NOON, {"text": f"helped {NAME}"})
    traces = store.traces(NAME)
    assert traces.elsewhere == (entry.id,)
    store.erase(traces, NOON)
    assert entry.id in {e.id for e in store.entries(session)}


def test_two_people_of_one_name_are_not_taken_for_one(store: Store) -> None:
    fill(store)
    (digest,) = {a.digest for a in store.assessments()}
    meta = SittingMeta(assessment=digest, seat="seat-9", name="Li Na", lang="en", attempt=1, seed="7", started=NOON)
    store.begin_sitting(meta)
    with pytest.raises(StoreError) as caught:
        store.traces("Li Na")
    assert caught.value.key == "store.two_of_a_name"
    assert "seat-2, seat-9" in caught.value.message("zh")
    store.erase(store.traces("seat-9"), NOON)
    assert store.traces("Li Na").any


def test_another_open_window_is_told_when_old_pages_may_be_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "TIMEOUT", 0.2)
    with Store.open(tmp_path) as store, Store.open(tmp_path, read_only=True) as other:
        fill(store)
        db = other._db
        rows = db._db.execute("SELECT * FROM events")  # type: ignore[attr-defined]
        next(rows)
        assert not store.erase(store.traces(SEAT), NOON)
        rows.close()
        # Closed, and asked once more, it can be done.
        store.append(add_session(store, trainee=SEAT), ending(), after=2, at=NOON)
        assert store.erase(store.traces(SEAT), NOON)
