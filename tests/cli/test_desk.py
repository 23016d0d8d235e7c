"""`simulator desk --once`: who is where, without a screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.runner.ticks import tick
from simulator.store.store import Store
from tests.cli.run import Done, simulator
from tests.runner.classroom import BADLY, WELL, opened, written


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A class that sits now: S1 in its first scenario, S2 with a critical flag; S3 and S4 did not come."""
    path = written(tmp_path / "class", "minutes: 30\n")
    with Store.open(tmp_path / "data") as store:
        room = opened(path, store, tick)
        for seat, words in (("S1", WELL["en"][0]), ("S2", BADLY["zh"])):
            sitting = room.sit(room.seat(seat))
            sitting.begin_next()
            sitting.send(words)
    return path


def look(file: Path, *options: str, lang: str = "en") -> Done:
    return simulator("--data-dir", str(file.parents[1] / "data"), "--lang", lang, "desk", str(file), *options)


@pytest.mark.parametrize(("lang", "told"), [("en", "critical flag: Blame, turn 1"), ("zh", "一票否决项：")])
def test_the_class_is_printed_as_the_screen_has_it(file: Path, lang: str, told: str) -> None:
    done = look(file, "--once", lang=lang)
    assert done.code == 0, done.err
    head, first, alarm, *others = done.out.splitlines()
    assert first.startswith("! S2 ")
    assert told in alarm
    assert [line.split()[0] for line in others] == ["S1", "S3", "S4"]
    # The columns stand under their names.
    assert head.index("S" if lang == "en" else "座") == first.index("S2")


def test_each_seat_is_a_line_of_json(file: Path) -> None:
    seats = {seat["seat"]: seat for seat in map(json.loads, look(file, "--json").out.splitlines())}
    assert {name: seat["state"] for name, seat in seats.items()} == {
        "S1": "at_work", "S2": "between", "S3": "absent", "S4": "absent",
    }  # fmt: skip
    assert [alarm["kind"] for alarm in seats["S2"]["alarms"]] == ["critical"]
    assert seats["S1"]["turn"] == 1
    assert 1700 < seats["S1"]["left_whole"] <= 1800


def test_where_nobody_is_yet_that_is_said(tmp_path: Path) -> None:
    done = simulator("--data-dir", str(tmp_path), "--lang", "en", "desk", "--once")
    assert (done.code, done.out) == (0, "")
    assert "Nobody is here yet" in done.err
