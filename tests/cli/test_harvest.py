"""`simulator harvest`: from a labelled set to YAML that can be pasted into a rubric."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.run import Done, simulator
from tests.cli.small import small_rubric

CASES = ("parcel", "boiler", "ticket")


@pytest.fixture
def labels(tmp_path: Path) -> tuple[str, ...]:
    """A labelled set in which people credited a wording that no cue knows."""
    replies, given = [], []
    for case in CASES:
        for n, (reply, level) in enumerate([(f"Forgive me, the {case} is on me.", 2), ("Noted.", 0), ("Well?", 0)]):
            replies.append({"id": f"{case}{n}", "context": case, "reply": reply})
            given.append({"id": f"{case}{n}", "raters": [{"apology": level, "flags": []}] * 2})
    files = {
        "contexts.json": json.dumps([{"id": case, "customer": f"My {case}!"} for case in CASES]),
        "replies.jsonl": "\n".join(map(json.dumps, replies)),
        "labels.jsonl": "\n".join(map(json.dumps, given)),
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, "utf-8")
    return tuple(str(tmp_path / name) for name in files)


def harvest(labels: tuple[str, ...], folder: Path, *more: str) -> Done:
    return simulator("--lang", "en", "harvest", "--labels", *labels, *small_rubric(folder), *more)


def test_what_comes_out_can_be_pasted(labels: tuple[str, ...], tmp_path: Path) -> None:
    done = harvest(labels, tmp_path)
    assert done.code == 0
    assert yaml.safe_load(done.out) == {"cues": {"more_apology": {"en": ["forgive me"]}}}
    assert "# in 3 of the 3, in 0 of the 6; in 3 of all replies" in done.out
    assert "#   credited: Forgive me, the boiler is on me" in done.out
    assert done.err == "Replies judged by people: 9. Wordings: 1.\n"


def test_for_other_programs_there_is_json(labels: tuple[str, ...], tmp_path: Path) -> None:
    first = json.loads(harvest(labels, tmp_path, "--format", "json", "--most", "1").out)[0]
    assert (first["criterion"], first["cue"], first["missed"], first["all"]) == ("apology", "forgive me", 3, 3)


def test_bad_lines_are_told_and_the_others_used(labels: tuple[str, ...], tmp_path: Path) -> None:
    for file, line in zip(labels[1:], ('{"id": 1, "context": "none", "reply": "x"}', "\x1b[2J"), strict=True):
        Path(file).write_text(f"{Path(file).read_text('utf-8')}\n{line}\n", "utf-8")
    done = harvest(labels, tmp_path)
    assert done.code == 1
    assert "forgive me" in done.out
    assert "replies.jsonl, line 10: No context is called none." in done.err
    assert "labels.jsonl, line 10: The line is not JSON" in done.err
    assert "\x1b" not in done.err


def test_files_that_are_not_there_or_no_list_are_told(labels: tuple[str, ...], tmp_path: Path) -> None:
    gone = harvest((str(tmp_path / "none"), *labels[1:]), tmp_path)
    assert (gone.code, gone.out) == (2, "")
    Path(labels[0]).write_text("{}", "utf-8")
    assert "must be a JSON list" in harvest(labels, tmp_path).err
