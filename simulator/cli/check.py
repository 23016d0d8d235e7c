"""`simulator check`: every problem in scenarios, rubrics, vocabularies and assessments."""

from __future__ import annotations

import sys
from collections import Counter
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
@click.option("--lint", "linting", is_flag=True, help=text("check.help.lint", ui_language()))
@click.pass_obj
def command(
    settings: Settings, paths: tuple[Path, ...], form: str, rubric: str, exemplars: bool, linting: bool
) -> None:
    library = Library()
    judged_by = library.rubric(rubric)
    engine = Engine(judged_by.value) if judged_by.value else None
    given = {path: list(files(path)) for path in paths}
    every = [file for found_there in given.values() for file in found_there]
    checker = Checker(
        engine, exemplars, lambda path: library.near(path).known(), library.rubric_file, linting, given=every
    )
    # A rubric with errors can't judge the exemplars, so its problems are told whether it is among the files or not.
    found = checker.new(judged_by.problems) if judged_by.value is None else []
    for path, there in given.items():
        for file in there:
            found += checker.check(file)
        if not there:
            click.echo(settings.say("check.nothing", path=on_one_line(str(path))), err=True)
    if form == "json":
        _json(found, settings.lang)
    else:
        for problem in found:
            click.echo("\n".join(problem_lines(problem, settings.lang)))
    counts = Counter(problem.severity for problem in found)
    key = "check.noted" if counts["note"] else "check.found" if found else "check.fine"
    said = {"errors": counts["error"], "warnings": counts["warning"], "notes": counts["note"]}
    click.echo(settings.say(key, files=len(every), **said), err=True)
    if counts["error"]:
        sys.exit(PROBLEMS)


def _json(found: list[Problem], lang: str) -> None:
    lines = (json_line(problem_record(problem, lang)) for problem in found)
    click.echo("[" + ",\n ".join(lines) + "]")
