"""Asks the checks about texts, as an author would."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from simulator.language.assessments import Known
from simulator.language.check import Checker
from simulator.language.examples import completed
from simulator.language.problems import Problem
from simulator.language.reading import Document, read
from simulator.language.scenarios import check_scenario, load_scenario
from simulator.library.library import Library
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.runner.errors import valid
from simulator.scoring.engine import Engine

SHIPPED = Path(__file__).parents[2]


@cache
def core() -> Engine:
    """Judges by the core rubric."""
    return Engine(valid(Library().rubric("core")))


def problems(scenario: str, rubric: Rubric | None = None) -> list[Problem]:
    """What is wrong with a scenario, of which only what matters is written; exemplars are not played."""
    document = read(completed(scenario, "scenario"), "it.yaml")
    check_scenario(document, rubric)
    return sorted(document.problems, key=lambda problem: (problem.line, problem.column))


def codes(scenario: str, rubric: Rubric | None = None) -> list[str]:
    """The codes of what is wrong with a scenario, in the order of their places."""
    return [problem.code for problem in problems(scenario, rubric)]


def scenario(text: str) -> Scenario:
    """A scenario that must be sound."""
    document: Document = read(completed(text, "scenario"), "it.yaml")
    shaped = check_scenario(document, None)
    assert shaped, [str(problem) for problem in document.problems]
    return shaped.record


def read_scenario(file: Path) -> Scenario:
    """A scenario file that must be sound."""
    return valid(load_scenario(file.read_bytes(), str(file)))


def checked(file: Path, engine: Engine | None = None, linting: bool = False) -> list[Problem]:
    """What is wrong with a file."""
    return Checker(engine, known=lambda _: _known(), linting=linting).check(file)


@cache
def _known() -> Known:
    return Library().known()
