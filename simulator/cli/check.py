"""`simulator check`: every problem in scenarios, rubrics, vocabularies and assessments."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from simulator.cli import PROBLEMS, Settings
from simulator.language.check import Checker, files
from simulator.language.problems import Problem
from simulator.library.library import Library
from simulator.messages import text, ui_language
from simulator.reports.inert import json_line, on_one_line
from simulator.reports.problems import problem_lines, problem_record
from simulator.scoring.engine import Engine


@click.command("check", help=text("cli.help.check", ui_language()))
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help=text("check.help.format", ui_language()))  # fmt: skip
@click.option("--rubric", default="core", show_default=True, help=text("check.help.rubric", ui_language()))
@click.option("--exemplars/--no-exemplars", default=True, show_default=True,
              help=text("check.help.exemplars", ui_language()))  # fmt: skip
@click.pass_obj
def command(settings: Settings, paths: tuple[Path, ...], form: str, rubric: str, exemplars: bool) -> None:
    library = Library()
    judged_by = library.rubric(rubric)
    engine = Engine(judged_by.value) if judged_by.value else None
    checker = Checker(engine, exemplars, lambda path: library.near(path).known(), library.rubric_file)
    # A rubric with errors can't judge the exemplars, so its problems are told whether it is among the files or not.
    found = checker.new(judged_by.problems) if judged_by.value is None else []
    checked = 0
    for path in paths:
        before = checked
        for file in files(path):
            found += checker.check(file)
            checked += 1
        if checked == before:
            click.echo(settings.say("check.nothing", path=on_one_line(str(path))), err=True)
    if form == "json":
        _json(found, settings.lang)
    else:
        for problem in found:
            click.echo("\n".join(problem_lines(problem, settings.lang)))
    errors = sum(problem.severity == "error" for problem in found)
    key = "check.found" if found else "check.fine"
    click.echo(settings.say(key, files=checked, errors=errors, warnings=len(found) - errors), err=True)
    if errors:
        sys.exit(PROBLEMS)


def _json(found: list[Problem], lang: str) -> None:
    lines = (json_line(problem_record(problem, lang)) for problem in found)
    click.echo("[" + ",\n ".join(lines) + "]")
