"""`simulator log`, as an instructor uses it."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.store.store import FILE_NAME, Store
from tests.cli.run import Done, simulator
from tests.runner.sat_class import sat
from tests.store.sample import NOON, add_session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def fill(folder: Path) -> tuple[str, str]:
    """Two sessions: an ended one, and a later one that is not."""
    with Store.open(folder) as store:
        first = add_session(store, "I am sorry.", "=1+1", ended=True)
        return first, add_session(store, "对不起\x1b[2J\ud800", trainee="王小明", started=NOON + 500)


def log(folder: Path, *args: str, lang: str = "en") -> Done:
    return simulator("--data-dir", str(folder), "--lang", lang, "log", *args)


def test_an_empty_log_lists_nothing_and_is_not_made(folder: Path) -> None:
    done = log(folder, "list")
    assert (done.code, done.out) == (0, "")
    assert "No sessions" in done.err
    assert json.loads(log(folder, "list", "--json").out) == []
    assert log(folder, "export").out == ""
    assert not folder.exists()


def test_the_list_shows_the_newest_first(folder: Path) -> None:
    first, second = fill(folder)
    head, *rows = log(folder, "list").out.splitlines()
    assert head.startswith("SESSION")
    assert [row.split()[0] for row in rows] == [second[:8], first[:8]]
    assert "王小明" in rows[0]
    assert "at story" in rows[0]
    assert "resolved" in rows[1]


def test_the_list_as_json_says_where_each_session_stands(folder: Path) -> None:
    first, second = fill(folder)
    rows = json.loads(log(folder, "list", "--json").out)
    assert [r["session"] for r in rows] == [second, first]
    assert [(r["trainee"], r["unfinished"], r["outcome"], r["turns"]) for r in rows] == [
        ("王小明", True, None, 1), ("Li Na", False, "resolved", 2),
    ]  # fmt: skip


def test_a_session_is_shown_by_the_beginning_of_its_id(folder: Path) -> None:
    first, _ = fill(folder)
    done = log(folder, "show", first[:8].upper())
    assert done.code == 0
    assert "I am sorry." in done.out
    assert log(folder, "show", first).out == done.out


def test_what_a_trainee_typed_does_nothing_to_the_instructors_terminal(folder: Path) -> None:
    _, second = fill(folder)
    for command in (["show", second], ["list"], ["export", "--format", "text"], ["export"]):
        assert "\x1b" not in log(folder, *command).out
    assert "对不起\\x1b[2J\\ud800" in log(folder, "show", second).out


def test_an_unknown_session_is_met_with_the_nearest_ones(folder: Path) -> None:
    first, _ = fill(folder)
    slip = first[:3] + ("0" if first[3] != "0" else "1") + first[4:8]
    done = log(folder, "show", slip)
    assert (done.code, done.out) == (1, "")
    assert first[:8] in done.err
    assert "simulator log list" in log(folder, "show", "what?").err
    assert log(folder, "export", "--session", "").code == 1
    assert "没有编号" in log(folder, "show", "what?", lang="zh").err


def test_a_beginning_that_several_sessions_share_is_not_guessed_at(folder: Path) -> None:
    with Store.open(folder) as store:
        made = [add_session(store) for _ in range(17)]  # 16 hexadecimal digits: two begin alike
    shared = next(d for d in "0123456789abcdef" if sum(m.startswith(d) for m in made) > 1)
    done = log(folder, "show", shared)
    assert done.code == 1
    assert sum(m[:16] in done.err for m in made) == sum(m.startswith(shared) for m in made)


def test_export_gives_json_lines_of_all_sessions_oldest_first(folder: Path) -> None:
    first, second = fill(folder)
    records = [json.loads(line) for line in log(folder, "export").out.splitlines()]
    assert [r["session"] for r in records if r["type"] == "session"] == [first, second]
    assert [r["text"] for r in records if r["type"] == "replied"] == ["I am sorry.", "=1+1", "对不起\x1b[2J\ud800"]


def test_export_gives_a_table_that_a_spreadsheet_opens_safely(folder: Path, tmp_path: Path) -> None:
    first, _ = fill(folder)
    file = tmp_path / "out.csv"
    done = log(folder, "export", "--format", "csv", "--output", str(file))
    assert (done.code, done.out, done.err) == (0, "", "")
    assert file.read_bytes().startswith(b"\xef\xbb\xbfsession,")
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    assert [r["reply"] for r in rows] == ["I am sorry.", "'=1+1", r"对不起\x1b[2J\ud800"]
    only = log(folder, "export", "--format", "csv", "--session", first[:6]).out
    assert only.startswith("\ufeffsession,")
    assert len(list(csv.reader(io.StringIO(only, newline="")))) == 3


def test_a_file_that_cannot_be_written_is_named(folder: Path, tmp_path: Path) -> None:
    fill(folder)
    done = log(folder, "export", "--output", str(tmp_path / "no" / "such.csv"))
    assert done.code == 1
    assert "such.csv" in done.err
    assert "Traceback" not in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_under_the_exported_file_is_said(folder: Path) -> None:
    fill(folder)
    done = log(folder, "export", "--output", "/dev/full")
    assert done.code == 1
    assert "/dev/full" in done.err


def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    with Store.open(folder) as store:
        for _ in range(40):
            add_session(store, "x" * 4000)
    for command in ("export", "list", "list --json", "export --format csv"):
        line = f"{sys.executable} -m simulator --data-dir '{folder}' log {command} | head -n 1; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60)
        assert done.stderr == ""
        assert done.stdout.splitlines()[-1] == "0"


@pytest.mark.parametrize(("lang", "word"), [("en", "damaged"), ("zh", "损坏"), ("zh-Hant", "損壞")])
def test_a_damaged_log_is_told_in_the_users_language_with_exit_code_3(folder: Path, lang: str, word: str) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"not a log")
    done = log(folder, "list", lang=lang)
    assert (done.code, done.out) == (3, "")
    assert word in done.err
    assert str(folder / FILE_NAME) in done.err
    assert (folder / FILE_NAME).read_bytes() == b"not a log"


def test_one_unreadable_session_does_not_cost_the_others(folder: Path) -> None:
    first, second = fill(folder)
    db = sqlite3.connect(folder / FILE_NAME)
    db.execute("INSERT INTO events (session, seq, at, type, data) VALUES (?, 99, 0, 'replied', '{}')", (first,))
    db.commit()
    db.close()
    done = log(folder, "export")
    assert done.code == 3
    assert first in done.err
    assert {json.loads(line)["session"] for line in done.out.splitlines()} == {second}
    assert log(folder, "show", first).code == 3


def test_the_data_folder_may_come_from_the_environment(folder: Path) -> None:
    fill(folder)
    assert len(json.loads(simulator("log", "list", "--json", SIMULATOR_DATA_DIR=str(folder)).out)) == 2


def test_a_long_log_is_exported_in_the_memory_of_a_short_one(folder: Path, tmp_path: Path) -> None:
    def peak(sessions: int) -> int:
        where = tmp_path / f"{sessions}"
        with Store.open(where) as store:
            for _ in range(sessions):
                add_session(store, *["word " * 400] * 5)
        command = [sys.executable, "-m", "simulator", "--data-dir", str(where), "log", "export", "--output", os.devnull]
        child = subprocess.Popen(command)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0
        return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    # 300 sessions are some 20 MB in the log.
    assert peak(300) - peak(3) < 6_000_000


def test_the_receipts_of_a_person_who_is_erased_go_as_well(tmp_path: Path) -> None:
    sat(tmp_path)
    folder = tmp_path / "log"
    (folder / "receipts").mkdir()
    with Store.open(folder, read_only=True) as store:
        for sitting in store.sittings():
            words = f"RECEIPT  Monday\nSitting    {sitting.id} {sitting.head}\nSeat       {sitting.meta.seat}\n"
            (folder / "receipts" / f"monday-{sitting.meta.seat}-{sitting.meta.attempt}.txt").write_text(words, "utf-8")
    done = log(folder, "erase", "S1", "--yes")
    assert done.code == 0, done.err
    assert sorted(path.name for path in (folder / "receipts").iterdir()) == ["monday-S2-1.txt", "monday-S3-1.txt"]
    assert done.out.count("Removed too, a receipt: ") == 2
    kept = [word for path in (folder / "receipts").iterdir() for word in ("--receipts", str(path))]
    assert simulator("--data-dir", str(folder), "verify", *kept).code == 0


def test_a_session_is_written_as_a_plan(folder: Path, tmp_path: Path) -> None:
    first, second = fill(folder)
    done = log(folder, "plan", first[:8])
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].startswith("# ")
    assert [line for line in lines if line.startswith("reply: ")] == ["reply: I am sorry.", "reply: =1+1"]
    assert any(line.startswith("ending: ") for line in lines)
    file = tmp_path / "a.plan"
    assert log(folder, "plan", second[:8], "--output", str(file)).out == ""
    assert "reply: 对不起" in file.read_text("utf-8")
