"""`check.yaml`: a folder says how grave each kind of problem is taken in it and below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.language import smallest
from simulator.language.check import Checker
from simulator.language.examples import bad_example
from simulator.library.library import Library
from simulator.messages.problems import CATALOGUE, FIXED
from tests.cli.run import simulator
from tests.cli.small import small_rubric

WARNED = bad_example(CATALOGUE["no-last-way"]).text
BROKEN = smallest.SCENARIO.replace("to: left", "to: lefft")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    path = tmp_path / "deep" / "er" / "scenario.yaml"
    path.write_text(WARNED, "utf-8")
    return path


def said(folder: Path, severity: str, code: str = "no-last-way") -> None:
    (folder / "check.yaml").write_text(f"check: {{{code}: {severity}}}\n", "utf-8")


def told(file: Path, linting: bool = False) -> list[tuple[str, str, str]]:
    found = Checker(None, linting=linting).check(file)
    return [(Path(problem.path).name, problem.severity, problem.code) for problem in found]


def test_without_one_the_catalogue_decides(file: Path) -> None:
    assert told(file) == [("scenario.yaml", "warning", "no-last-way")]


def test_one_above_decides_and_the_nearest_one_alone(file: Path) -> None:
    said(file.parents[2], "error")
    assert told(file) == [("scenario.yaml", "error", "no-last-way")]
    said(file.parents[1], "off")
    assert told(file) == []
    said(file.parent, "off", "hope-lost")
    assert told(file) == [("scenario.yaml", "warning", "no-last-way")]


def test_a_note_is_told_only_where_notes_are_asked_for(file: Path) -> None:
    said(file.parent, "note")
    assert told(file) == []
    assert told(file, linting=True) == [("scenario.yaml", "note", "no-last-way")]


def test_a_note_that_a_folder_takes_for_a_warning_is_looked_for(tmp_path: Path) -> None:
    rubric = tmp_path / "mine.yaml"
    rubric.write_text(smallest.RUBRIC, "utf-8")
    assert told(rubric) == []
    said(tmp_path, "warning", "cue-negated")
    assert {code for _, _, code in told(rubric)} == {"cue-negated"}


def test_mistakes_in_it_are_told_once_and_keep_nothing_else_from_holding(file: Path) -> None:
    (file.parent / "check.yaml").write_text("check:\n  no-last-wy: off\n  no-last-way: error\n", "utf-8")
    checker = Checker(None)
    first = checker.check(file)
    assert (Path(first[0].path).name, first[0].line, first[0].code) == ("check.yaml", 2, "unknown-code")
    assert first[0].meant is not None
    assert first[0].meant.name == "no-last-way"
    assert [(p.severity, p.code) for p in first[1:]] == [("error", "no-last-way")]
    assert checker.check(file.parent / "check.yaml") == []


@pytest.mark.parametrize("severity", ["warning", "note", "off"])
def test_what_keeps_a_file_from_being_used_can_not_be_taken_lighter(file: Path, severity: str) -> None:
    file.write_text(BROKEN, "utf-8")
    said(file.parent, severity, "unknown-beat")
    assert [code for _, _, code in told(file)] == ["severity-fixed", "unknown-beat"]
    assert told(file)[1][1] == "error"


def test_what_can_not_be_taken_lighter_is_what_a_player_would_stumble_over() -> None:
    assert {"unknown-beat", "missing-key", "unreadable", "bad-cue"} <= FIXED
    assert not {"way-never-taken", "exemplar-level", "hope-lost", "pair-stale", "plan-departs", "cue-in-two"} & FIXED


def test_a_severity_that_is_none_is_told_with_what_was_meant(file: Path) -> None:
    said(file.parent, "eror")
    (mistake, _) = Checker(None).check(file)
    assert (mistake.code, mistake.meant and mistake.meant.name) == ("unknown-value", "error")


def test_the_command_exits_by_the_folders_severities(file: Path, tmp_path: Path) -> None:
    said(file.parent, "error")
    done = simulator("--lang", "en", "check", "deep", *small_rubric(tmp_path), cwd=tmp_path)
    assert (done.code, done.out.partition("error ")[2][:12]) == (1, "no-last-way:")
    assert "Files checked: 2. Errors: 1, warnings: 0." in done.err


def test_it_is_no_scenario_that_can_not_be_listed(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    said(tmp_path / "scenarios", "off")
    assert Library((tmp_path,)).broken() == []
