"""Exemplars as tests: what comes out otherwise than its author says is told, with what was expected and what came."""

from __future__ import annotations

from pathlib import Path

from simulator.language import load_rubric, smallest
from simulator.language.problems import Problem
from simulator.scoring.engine import Engine
from tests.language.ask import checked

FLAG = """\
flags:
  rude: {name: {en: Rude, zh: 无礼}, about: {en: Rude., zh: 无礼。}, when: [{insult: 1}]}
"""
EXEMPLARS = """\
    exemplars:
      - {quality: strong, reply: I am sorry., levels: {apology: 2}, to: calmed}
      - {quality: poor, reply: You idiot., levels: {apology: 0}, flags: [rude], to: left}
"""


def engine(rubric: Path) -> Engine:
    bundle = load_rubric(rubric).value
    assert bundle
    return Engine(bundle)


def told(tmp_path: Path, change: tuple[str, str]) -> list[Problem]:
    rubric = tmp_path / "rubric.yaml"
    rubric.write_text(smallest.RUBRIC.replace("criteria:", "  insult: {en: [idiot]}\ncriteria:") + FLAG, "utf-8")
    scenario = smallest.SCENARIO.replace("endings:", f"{EXEMPLARS}endings:")
    assert change[0] in scenario
    file = tmp_path / "scenario.yaml"
    file.write_text(scenario.replace(*change, 1), "utf-8")
    return checked(file, engine(rubric))


def test_exemplars_that_earn_what_they_say_are_fine(tmp_path: Path) -> None:
    assert told(tmp_path, ("lang: en", "lang: en")) == []


def test_a_level_that_is_not_earned_is_told_with_the_one_that_was(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ("levels: {apology: 2}", "levels: {apology: 3}"))
    assert (problem.code, problem.line, problem.snippet[problem.column - 1]) == ("exemplar-level", 20, "3")
    assert problem.message().startswith("the exemplar should get 3 in apology and gets 2")
    assert problem.message("zh").startswith("示范回复的“apology”应得 3，实得 2")


def test_flags_must_be_exactly_those_raised(tmp_path: Path) -> None:
    (missing,) = told(tmp_path, (", flags: [rude]", ""))
    assert (missing.code, missing.values["got"]) == ("exemplar-flags", ("rude",))
    (surplus,) = told(tmp_path, ("reply: I am sorry.,", "reply: I am sorry., flags: [rude],"))
    assert surplus.message() == "the exemplar should raise rude and raises no flag"


def test_where_the_levels_are_wrong_the_way_is_no_second_mistake(tmp_path: Path) -> None:
    assert [p.code for p in told(tmp_path, ("I am sorry.", "Well."))] == ["exemplar-level"]


def test_a_way_not_taken_is_told_with_the_one_that_was(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ("to: calmed}\n      - {quality: poor", "to: left}\n      - {quality: poor"))
    assert problem.message() == "the exemplar should lead to 'left' and leads to 'calmed' (by beats.opening.ways[0])"


def test_an_exemplar_is_tried_in_the_state_it_is_given(tmp_path: Path) -> None:
    patient = ("      - to: left\n", "      - {when: {visits: 3}, to: left}\n      - {to: opening}\n")
    (problem,) = told(tmp_path, patient)
    assert (problem.code, problem.values["got"]) == ("exemplar-way", "opening")
    (tmp_path / "scenario.yaml").unlink()
    ways, exemplar = patient[1], "- {quality: poor, given: {visits: 3},"
    both = smallest.SCENARIO.replace("endings:", f"{EXEMPLARS}endings:").replace(patient[0], ways)
    file = tmp_path / "scenario.yaml"
    file.write_text(both.replace("- {quality: poor,", exemplar), "utf-8")
    assert checked(file, engine(tmp_path / "rubric.yaml")) == []


def notes(problem: Problem, lang: str = "en") -> list[str]:
    return [note.say(lang) for note in problem.notes]


def test_a_failure_shows_what_fired_what_counted_and_what_was_just_missed(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ("I am sorry., levels: {apology: 2}", "Well now., levels: {apology: 2}"))
    assert notes(problem) == [
        "no rule held, so the rules gave 0",
        "nearest to 2 comes rules[0], which lacks: sorry >= 1 (= 0)",
    ]
    (problem,) = told(tmp_path, ("levels: {apology: 2}", "levels: {apology: 1}"))
    assert notes(problem) == ["rules[0] gave 2: sorry = 1", "counted: “sorry” (sorry: sorry)"]
    assert notes(problem, "zh") == ["rules[0] 判为 2：sorry = 1", "计入：“sorry”（sorry: sorry）"]


def test_what_was_found_and_not_counted_is_shown(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ("I am sorry.,", "'He said \"sorry\" to me.',"))
    assert "found and not counted: “sorry” (sorry: sorry): Inside quotation marks, so it does not count." in notes(
        problem
    )


def test_a_flag_that_was_missed_shows_what_it_lacks(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ("You idiot.", "You there."))
    assert notes(problem) == ["nearest to raising rude comes rude.when[0], which lacks: insult >= 1 (= 0)"]
    (problem,) = told(tmp_path, (", flags: [rude]", ""))
    assert notes(problem)[0] == "rude was raised by rude.when[0]: insult = 1"


def test_a_way_not_taken_shows_why(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ("to: calmed}\n      - {quality: poor", "to: left}\n      - {quality: poor"))
    assert notes(problem) == ["beats.opening.ways[1] leads to 'left' and would be open, but comes later"]
    (problem,) = told(tmp_path, ("flags: [rude], to: left}", "flags: [rude], to: calmed}"))
    assert notes(problem) == ["beats.opening.ways[0] leads to 'calmed', but this does not hold: apology >= 2"]
