"""The miss report, run on small labelled files as its users run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "miss_report.py"
CASE = {
    "id": "lamp",
    "lang": "en",
    "customer": "My lamp came broken. I've rung you three times.",
    "wants": "a new lamp",
    "facts": ["the lamp came broken", {"says": "I rang three times", "also": ["three calls"]}],
    "policy": {"allowed": ["send a new lamp on Monday"], "not_allowed": ["give the lamp for free"]},
}
Done = subprocess.CompletedProcess[str]
LEVELS = {"listening": 0, "apology": 0, "restatement": 0, "expectation": 0}


def report(folder: Path, rows: list[tuple[str, dict[str, int], list[str]]], *more: str) -> str:
    """What is printed for replies with the levels and flags that people gave."""
    replies = [{"id": f"r{n}", "context": "lamp", "reply": reply} for n, (reply, _, _) in enumerate(rows)]
    labels = [{"id": f"r{n}", "raters": [{**LEVELS, **got, "flags": f}]} for n, (_, got, f) in enumerate(rows)]
    return run(folder, [CASE], replies, labels, *more).stdout


def run(folder: Path, contexts: Any, replies: list[Any], labels: list[Any], *more: str) -> Done:
    """Runs the tool on files of these contexts, replies and labels."""
    (folder / "c.json").write_text(json.dumps(contexts), "utf-8")
    for name, rows in (("r", replies), ("l", labels)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    files = [str(folder / name) for name in ("c.json", "r.jsonl", "l.jsonl")]
    return subprocess.run([sys.executable, str(TOOL), *files, *more], capture_output=True, text=True, encoding="utf-8")


def test_counts_come_first_and_each_miss_has_its_cause_and_reasons(tmp_path: Path) -> None:
    printed = report(
        tmp_path,
        [
            ("I am truly sorry.", {"apology": 0}, []),
            ("Cats sleep.", {"apology": 2}, []),
            ("He said: \"We are very sorry about the lamp.\"", {"apology": 3}, []),
            ("I like tea.", {}, ["rude"]),
        ],
    )  # fmt: skip
    assert printed.startswith("4 replies, ")
    counts = dict(line.split()[1::-1] for line in printed.splitlines()[1:9])
    assert counts["flag-missed"] == "1"
    assert int(counts["nothing-found"]) >= 1
    assert int(counts["veto"]) >= 1
    assert printed.index("flag-missed  ") < printed.index("== ")
    assert "r0  apology 2, people 0" in printed
    assert "r3  rude" in printed
    assert "lacks: apology_grade" in printed


def test_a_cue_that_matched_but_for_one_word_is_named_with_the_place(tmp_path: Path) -> None:
    rows: list[tuple[str, dict[str, int], list[str]]] = [
        ("Please accept our apologies for the lamp.", {"apology": 0}, []),
        ("Please accept our most for the lamp.", {"apology": 3}, []),
    ]
    printed = report(tmp_path, rows)
    assert "matches but for one word" in printed
    assert "accept our most" in printed.partition("r1  apology")[2]


def test_what_is_right_is_not_listed(tmp_path: Path) -> None:
    printed = report(tmp_path, [("?", {}, [])])
    assert printed.splitlines()[0] == "1 replies, 0 misses"
    assert "==" not in printed


def test_one_cause_alone_can_be_asked_for_in_chinese(tmp_path: Path) -> None:
    rows: list[tuple[str, dict[str, int], list[str]]] = [("Cats sleep.", {"apology": 2}, ["rude"])]
    printed = report(tmp_path, rows, "--only", "nothing-found", "--lang", "zh")
    assert printed.count("\n== ") == 1
    assert "规则" in printed


@pytest.mark.parametrize("contexts", [[{"lang": "en"}], [{"id": "lamp", "facts": 3}], 7])
def test_a_file_that_cannot_be_read_is_told_without_a_traceback(tmp_path: Path, contexts: Any) -> None:
    replies = [{"id": "r0", "context": "lamp", "reply": "Hello."}]
    done = run(tmp_path, contexts, replies, [{"id": "r0", "raters": [{**LEVELS, "flags": []}]}])
    assert done.returncode == 1
    assert done.stderr.startswith("cannot read: ")
    assert "Traceback" not in done.stderr
