"""Which cues of faults raise false alarms, counted on small labelled files as whoever extends the cues runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "cue_worth.py"
CASE = {"id": "lamp", "lang": "en", "customer": "My lamp came broken.", "wants": "a new lamp"}
LEVELS = {"listening": 0, "apology": 0, "restatement": 0, "expectation": 0}


def counted(folder: Path, name: str, flagged: int, unflagged: int) -> list[list[str]]:
    """What is printed for one insulting reply that was rated rude so often, and so often not."""
    flags = [["rude"]] * flagged + [[]] * unflagged
    files = {
        "contexts.json": json.dumps([CASE]),
        "replies.jsonl": [{"id": f"r{n}", "context": "lamp", "reply": "Are you deaf?"} for n in range(len(flags))],
        "labels.jsonl": [{"id": f"r{n}", "raters": [{**LEVELS, "flags": f}]} for n, f in enumerate(flags)],
    }
    for end, rows in files.items():
        text = rows if isinstance(rows, str) else "".join(f"{json.dumps(row)}\n" for row in rows)
        (folder / f"{name}_en_{end}").write_text(text, "utf-8")
    command = [sys.executable, str(TOOL), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert (done.stderr, done.returncode) == ("", 0)
    return [line.split("\t") for line in done.stdout.splitlines()]


def test_a_cue_is_named_that_stands_mostly_where_there_is_no_fault(tmp_path: Path) -> None:
    (row,) = counted(tmp_path, "new", flagged=1, unflagged=3)
    assert row[:4] == ["3", "1", "en", "rude_cue"]
    assert "deaf" in row[4]


@pytest.mark.parametrize(("flagged", "unflagged"), [(2, 3), (0, 2)])
def test_a_cue_is_left_that_is_mostly_right_or_hardly_ever_found(tmp_path: Path, flagged: int, unflagged: int) -> None:
    assert counted(tmp_path, "new", flagged, unflagged) == []


def test_replies_that_the_author_of_the_cues_has_read_say_nothing(tmp_path: Path) -> None:
    assert counted(tmp_path, "xa", flagged=0, unflagged=9) == []
