"""Assessments: what a class could not sit is told before it sits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.language import smallest
from simulator.language.assessments import Known, load_assessment, local_time
from simulator.language.examples import completed
from simulator.model.assessment import AssessmentBundle, Seat

FLAT = Path(__file__).parents[2] / "scenarios" / "en" / "leaking-flat.yaml"
Make = Callable[..., Any]


@pytest.fixture
def load(tmp_path: Path) -> Make:
    """Reads an assessment of which only what matters is written."""

    def made(text: str = "", roster: str = smallest.ROSTER, known: Known | None = None) -> Any:
        (tmp_path / "a.yaml").write_text(completed(text, "assessment"), "utf-8")
        (tmp_path / "roster.csv").write_text(roster, "utf-8")
        both = {"leaking-flat": {"en": FLAT, "zh": FLAT}, "late-sofa": {"en": FLAT}}
        return load_assessment(tmp_path / "a.yaml", known or Known(both, {"core"}))

    return made


def codes(loaded: Any) -> list[str]:
    assert (loaded.value is None) == any(problem.severity == "error" for problem in loaded.problems)
    return [problem.code for problem in loaded.problems]


def test_an_assessment_brings_its_roster_and_its_times(load: Make) -> None:
    loaded = load("opens: 2026-09-07 09:00\ncloses: 2026-09-07 11:30\ntime_zone: Asia/Shanghai\n")
    bundle: AssessmentBundle = loaded.value
    assert codes(loaded) == []
    assert bundle.seats == (Seat("S01", "Li Na", "A", "en"), Seat("S02", "王芳", "A", "zh"))
    assert (bundle.opens, bundle.closes) == (1788742800.0, 1788742800.0 + 9000)
    assert local_time(bundle.opens or 0, "Asia/Shanghai") == "2026-09-07 09:00 +08:00"
    assert local_time(bundle.opens or 0, "America/New_York") == "2026-09-06 21:00 -04:00"
    assert len(bundle.digest) == 64


def test_what_was_meant_is_told(load: Make) -> None:
    loaded = load("scenarios: [leaking-flta]\nscoers: end\nrubric: cor\n")
    assert {p.code: p.meant and p.meant.name for p in loaded.problems} == {
        "unknown-scenario": "leaking-flat",
        "unknown-key": "scores",
        "unknown-rubric": "core",
    }


def test_a_scenario_must_be_there_in_every_language_of_the_roster(load: Make) -> None:
    assert codes(load("scenarios: [late-sofa]\n")) == ["scenario-language"]
    assert codes(load("scenarios: [late-sofa]\n", "id,language\nS01,en\n")) == []
    assert codes(load("scenarios: [late-sofa]\nlang: zh-Hant\n", "id\nS01\n")) == ["scenario-language"]


def test_a_scenario_with_errors_is_told_where_it_is_named(load: Make, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(smallest.SCENARIO.replace("to: left", "to: lefft"), "utf-8")
    known = Known({"leaking-flat": {"en": tmp_path / "bad.yaml", "zh": FLAT}}, {"core"})
    assert codes(load(known=known)) == ["scenario-broken"]


def test_mistakes_in_the_roster_have_their_place_in_the_roster(load: Make) -> None:
    loaded = load("minutes: 0\n", "id\nS01\nS01\n")
    assert [(Path(p.path).name, p.line, p.code) for p in loaded.problems] == [
        ("a.yaml", 1, "out-of-range"),
        ("roster.csv", 3, "roster-twice"),
    ]


@pytest.mark.parametrize("moment", ["2026-02-30 09:00", "2026-09-07", "9:00", "2026-9-7 24:00", "2026-03-29 02:30"])
def test_a_time_that_never_comes_is_told(load: Make, moment: str) -> None:
    assert codes(load(f"opens: {moment}\ntime_zone: Europe/Berlin\n")) == ["bad-moment"]


@pytest.mark.parametrize("zone", ["Asia", "../etc/passwd", "/etc/localtime", "Moon/Base", "+08:00"])
def test_what_is_no_zone_is_told(load: Make, zone: str) -> None:
    assert codes(load(f"opens: 2026-09-07 09:00\ntime_zone: {zone}\n")) == ["unknown-zone"]


def test_one_mistake_gives_one_message(load: Make) -> None:
    assert codes(load("scenarios: {}\n")) == ["wrong-type"]
    assert codes(load("closes: {}\nscores: closed\ntime_zone: UTC\n")) == ["wrong-type"]
    assert codes(load("roster: []\n")) == ["wrong-type"]
