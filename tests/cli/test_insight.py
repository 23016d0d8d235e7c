"""`simulator insight`: a class looked at whole, by the marks that count."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import group
from tests.runner.sat_class import sat

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    sat(tmp_path)

    def called(*words: str) -> Result:
        return CliRunner().invoke(group, ["--data-dir", str(tmp_path / "log"), *words])

    return called


def test_everything_as_json_counts_what_people_changed(run: Run) -> None:
    done = run("--lang", "en", "insight", "--json")
    assert done.exit_code == 0, done.output
    record = json.loads(done.stdout)
    assert (record["trainees"], record["sessions"]) == (3, 8)
    # Of eight good first replies the engine gave 3 to each, and a person 1 to one.
    assert record["criteria"]["apology"]["levels"] == [4, 1, 0, 7]
    assert record["service"]["first_contact_resolution"]["of"] == 8
    opening = next(beat for beat in record["beats"] if beat["beat"] == "opening")
    assert opening["replies"] == sum(opening["ways"].values())
    assert any("your fault" in sample for miss in record["misses"] for sample in miss["samples"])


@pytest.mark.parametrize(("lang", "told"), [("en", "Common misses"), ("zh", "常见不足"), ("zh-Hant", "常見不足")])
def test_it_is_told_in_either_language_of_an_assessment_and_a_group(run: Run, lang: str, told: str) -> None:
    done = run("--lang", lang, "insight", "--assessment", "monday", "--group", "A")
    assert done.exit_code == 0, done.output
    assert told in done.stdout
    assert "monday A" in done.stdout
    assert "Apology" in done.stdout or "道歉" in done.stdout


def test_it_is_one_page_too_and_says_where_there_is_nothing(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "class.html"
    assert run("--lang", "en", "insight", "--format", "html", "--output", str(page)).exit_code == 0
    assert "Simulated service indicators" in page.read_text("utf-8")
    assert run("--lang", "en", "insight", "--group", "Z").exit_code == 1
    empty = CliRunner().invoke(group, ["--data-dir", str(tmp_path / "none"), "--lang", "en", "insight"])
    assert (empty.exit_code, empty.stdout) == (0, "")
    assert "no such session" in empty.stderr


@pytest.mark.parametrize("command", ["insight", "rescore"])
def test_an_assessment_or_a_group_that_nobody_knows_is_met_with_those_there_are(run: Run, command: str) -> None:
    unknown = run("--lang", "en", command, "--assessment", "munday")
    assert unknown.exit_code == 1
    assert "The log has: monday." in unknown.stderr
    nobody = run("--lang", "en", command, "--assessment", "monday", "--group", "Z")
    assert nobody.exit_code == 1
    assert "Groups: A, B." in nobody.stderr
