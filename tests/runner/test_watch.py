"""Looking on while a class sits: who is where, and who needs somebody first."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.runner.room import Room
from simulator.runner.sitting import Sitting
from simulator.runner.watch import GONE, Watch, Watched
from simulator.store.store import Store
from tests.runner.classroom import BADLY, WELL, Now, opened, written


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def room(store: Store, tmp_path: Path, now: Now) -> Room:
    file = written(tmp_path / "class", "minutes: 30\n")
    scenario = file.parent / "scenarios" / "zh" / "cold-soup.yaml"
    text = scenario.read_text("utf-8")
    scenario.write_text(text.replace("  opening:\n", "  opening:\n    threatens: self_harm\n"), "utf-8")
    return opened(file, store, now)


@pytest.fixture
def watch(store: Store, room: Room, now: Now) -> Watch:
    return Watch(store, now, 180.0, room.bundle.seats)


def sat(room: Room, seat: str) -> Sitting:
    """A seat in its first scenario."""
    sitting = room.sit(room.seat(seat))
    assert sitting.begin_next()
    return sitting


def seats(watch: Watch) -> dict[str, Watched]:
    return {one.seat: one for one in watch.look("monday")}


def test_before_anybody_sits_all_are_absent(watch: Watch) -> None:
    assert watch.assessments() == {"monday": "Monday"}
    assert [one.state for one in watch.look("monday")] == ["absent"] * 4


def test_who_is_where_with_mood_and_time_left(watch: Watch, room: Room, now: Now) -> None:
    sitting = sat(room, "S1")
    now.wait(60)
    sitting.send(WELL["en"][0])
    li_na = seats(watch)["S1"]
    assert (li_na.name, li_na.group, li_na.state, li_na.place) == ("Li Na", "A", "at_work", 1)
    assert li_na.row
    assert li_na.row.turns == 1
    assert li_na.left
    assert li_na.left.whole == 29 * 60
    assert li_na.alarms == ()


def test_whoever_touches_no_key_is_stuck_and_later_gone(watch: Watch, room: Room, now: Now) -> None:
    sitting = sat(room, "S1")
    now.wait(170)
    sitting.save_draft("I am")
    now.wait(170)
    assert seats(watch)["S1"].alarms == ()
    now.wait(20)
    (alarm,) = seats(watch)["S1"].alarms
    assert (alarm.kind, round(alarm.seconds)) == ("stuck", 190)
    now.wait(GONE)
    assert (seats(watch)["S1"].state, seats(watch)["S1"].alarms) == ("gone", ())


def test_those_who_need_somebody_come_first_and_the_gravest_before_all(watch: Watch, room: Room, now: Now) -> None:
    for seat in ("S1", "S2", "S3"):
        sat(room, seat)
    now.wait(200)
    room.sit(room.seat("S2")).send(BADLY["zh"])
    looked = watch.look("monday")
    assert [one.seat for one in looked[:3]] == ["S2", "S1", "S3"]
    assert [(one.kind, one.name, one.turn) for one in looked[0].alarms] == [
        ("critical", "blame", 1), ("risk", "self_harm", 1),
    ]  # fmt: skip


def test_a_clock_that_was_put_back_is_told(watch: Watch, room: Room, now: Now) -> None:
    sat(room, "S1")
    now.wall -= 1000
    room.sit(room.seat("S1"))
    assert ("clock", 1000.0) in [(alarm.kind, alarm.seconds) for alarm in seats(watch)["S1"].alarms]


def test_between_two_scenarios_and_over(watch: Watch, room: Room, now: Now) -> None:
    sitting = sat(room, "S1")
    for words in WELL["en"]:
        sitting.send(words)
    assert seats(watch)["S1"].state == "between"
    assert sitting.begin_next()
    for words in WELL["en"]:
        sitting.send(words)
    assert sitting.receipt
    now.wait(10_000)
    assert (seats(watch)["S1"].state, seats(watch)["S1"].alarms) == ("over", ())


def test_practice_is_looked_upon_where_nothing_is_sat(watch: Watch, room: Room) -> None:
    sat(room, "S1")
    (one,) = watch.look(None)
    assert (one.name, one.state, one.place) == ("S1", "at_work", None)
