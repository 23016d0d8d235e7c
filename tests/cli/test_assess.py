"""`simulator assess FILE --replies ANSWERS`: a class from a file, on all cores."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from simulator.store.store import Store
from tests.cli.run import Done, simulator
from tests.runner.classroom import BADLY, WELL, Now, opened, written

SEATS = {"S1": "en", "S2": "zh", "S3": "en", "S4": "zh"}


def line(seat: str, scenario: str, *replies: str) -> str:
    return json.dumps({"seat": seat, "scenario": scenario, "replies": replies}, ensure_ascii=False)


#: The first two do well, the others badly; the last seat comes first.
ANSWERS = [
    line(seat, scenario, *(WELL[lang] if seat < "S3" else (BADLY[lang],)))
    for seat, lang in reversed(SEATS.items())
    for scenario in ("cold-soup", "cold-tea")
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written(tmp_path)
    return tmp_path


def assess(folder: Path, *lines: str, **more: Any) -> Done:
    return simulator("--data-dir", "log", "assess", "monday.yaml", "--replies", "-", *more.pop("options", ()),
                     given="\n".join(lines), cwd=folder, **more)  # fmt: skip


def records(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line_) for line_ in done.out.splitlines()]


def marks(done: Done) -> list[tuple[str, float, bool]]:
    return [(record["seat"], record["score"], record["passed"]) for record in records(done)]


def test_a_sitting_to_which_nobody_came_back_is_ended_once_its_time_is_up(tmp_path: Path) -> None:
    file = written(tmp_path, "minutes: 10\n")
    with Store.open(tmp_path / "log") as store:
        for seat, ago in (("S1", 3600), ("S2", 60)):
            room = opened(file, store, Now(wall=time.time() - ago))
            sitting = room.sit(room.seat(seat))
            sitting.begin_next()
            sitting.send(WELL[SEATS[seat]][0])
            sitting.save_draft("And I")
    settle = ("--data-dir", "log", "assess", "monday.yaml", "--settle")
    done = simulator(*settle, cwd=tmp_path)
    assert (done.code, done.err) == (0, "Sittings brought to their end: 1. Not over yet: 1.\n")
    (record,) = records(done)
    assert (record["seat"], record["by"], record["parts"][0]["turns"]) == ("S1", "time", 2)
    again = simulator(*settle, cwd=tmp_path)
    assert (again.out, again.err) == ("", "Sittings brought to their end: 0. Not over yet: 1.\n")
    assert simulator("--data-dir", "log", "verify", cwd=tmp_path).code == 0
    assert simulator(*settle, "--seat", "S1", cwd=tmp_path).code == 2


def test_an_attempt_that_was_sat_on_two_machines_is_named_when_they_are_collected(folder: Path) -> None:
    for name, lines in (("one", ANSWERS[:4]), ("two", ANSWERS[2:])):
        assert assess(folder, *lines, options=("--jobs", "1")).code == 0
        shutil.move(folder / "log", folder / name)
    done = simulator("--data-dir", "own", "collect", "one", "two", cwd=folder)
    assert done.code == 0
    told = [line for line in done.err.splitlines() if "was sat" in line]
    assert [line.partition(" was sat 2 times")[0] for line in told] == ["monday, seat S3: attempt 1"]


def test_the_class_comes_in_seat_order_and_its_sessions_are_in_the_log(folder: Path) -> None:
    done = assess(folder, *ANSWERS)
    assert (done.code, done.err) == (0, "Seats sat: 4. Seats without answers: 0.\n")
    # Whoever copies the file alone onto a stick has all of it.
    assert [path.name for path in (folder / "log").iterdir()] == ["sessions.db"]
    assert [mark[::2] for mark in marks(done)] == [("S1", True), ("S2", True), ("S3", False), ("S4", False)]
    with Store.open(folder / "log", read_only=True) as store:
        for record in records(done):
            assert store.sitting(record["sitting"]).head == record["head"]
            for part in record["parts"]:
                row = store.session(part["session"])
                assert (row.trainee, row.score, row.lang) == (record["seat"], part["score"], SEATS[record["seat"]])
    again = assess(folder, *ANSWERS, options=("--jobs", "1"))
    assert (again.code, again.out) == (0, done.out)
    (folder / "receipts.jsonl").write_text(done.out, "utf-8")
    verified = simulator("--data-dir", "log", "verify", "--receipts", "receipts.jsonl", cwd=folder)
    assert verified.code == 0, verified.out + verified.err


def test_bad_lines_are_told_by_number_and_all_else_is_done(folder: Path) -> None:
    done = assess(folder, *ANSWERS, "no", line("S9", "cold-soup", "x"), options=("--jobs", "1"))
    assert done.code == 1
    assert len(records(done)) == 4
    assert done.err.splitlines() == [
        "Line 9: The line is not JSON: it goes wrong at character 1.",
        "Line 10: No seat of the roster has the id S9.",
        "Seats sat: 4. Seats without answers: 0.",
        "Lines that could not be used: 2. Seats that could not sit: 0. All else was done.",
    ]


def test_what_cannot_be_sat_at_all_is_told_with_the_usual_codes(folder: Path) -> None:
    unknown = simulator("assess", "nowhere", cwd=folder)
    assert (unknown.code, unknown.out) == (2, "")
    assert "simulator new --assessment" in unknown.err
    without_terminal = simulator("--lang", "zh", "assess", "monday.yaml", "--seat", "S1", cwd=folder)
    assert (without_terminal.code, "终端" in without_terminal.err) == (2, True)
    (folder / "roster.csv").write_text("id\nS1\nS1\n", "utf-8")
    refused = assess(folder, *ANSWERS)
    assert (refused.code, refused.out) == (1, "")
    assert "roster.csv:3:1: error roster-twice" in refused.err
