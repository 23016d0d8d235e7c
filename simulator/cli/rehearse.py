"""`simulator rehearse`: plays a scenario without a screen."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import click

from simulator.cli import PROBLEMS, USAGE, Settings
from simulator.language import Problem
from simulator.language.plans import REPLY, Plan, follow_plan, read_plan
from simulator.library.library import Library
from simulator.messages import text, ui_language
from simulator.model.scenario import Scenario
from simulator.play.rehearse import Rehearsal, rehearse
from simulator.reports.inert import json_line, on_one_line
from simulator.reports.playtest import playtest_lines, playtest_record
from simulator.reports.problems import problem_lines
from simulator.reports.rehearsal import rehearsal_lines, rehearsal_plan, rehearsal_record
from simulator.runner.errors import valid
from simulator.runner.trainees import Trainee, playtest
from simulator.scoring.engine import Engine


def _help(key: str) -> str:
    return text(f"rehearse.help.{key}", ui_language())


@click.command("rehearse", help=text("cli.help.rehearse", ui_language()))
@click.argument("scenario")
@click.option("--replies", help=_help("replies"))
@click.option("--plan", "plan_path", type=click.Path(path_type=Path), help=_help("plan"))
@click.option("--trainee", type=click.Choice(get_args(Trainee)), help=_help("trainee"))
@click.option("--seed", type=int, default=0, show_default=True, help=_help("seed"))
@click.option("--runs", type=click.IntRange(1, 10_000), help=_help("runs"))
@click.option("--record", type=click.Path(path_type=Path, dir_okay=False), help=_help("record"))
@click.option("--lang", "lang_option", help=text("cli.help.lang", ui_language()))
@click.option("--rubric", default="core", show_default=True, help=_help("rubric"))
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.option("--strict", is_flag=True, help=_help("strict"))
@click.pass_obj
def command(
    settings: Settings,
    scenario: str,
    replies: str | None,
    plan_path: Path | None,
    trainee: Trainee | None,
    seed: int,
    runs: int | None,
    record: Path | None,
    lang_option: str | None,
    rubric: str,
    as_json: bool,
    strict: bool,
) -> None:
    if sum(source is not None for source in (replies, plan_path, trainee)) != 1:
        raise click.UsageError(settings.say("rehearse.one_source"))
    if runs and (not trainee or record):
        raise click.UsageError(settings.say("rehearse.runs_need_trainee"))
    lang = ui_language(lang_option) if lang_option else settings.lang
    library = Library()
    case = valid(library.scenario(scenario, lang))
    engine = Engine(valid(library.rubric(rubric)))
    problems: list[Problem] = []
    unused = 0
    if trainee:
        plays = playtest(case, engine, trainee, seed, runs or 1)
        if runs:
            one = json_line(playtest_record(plays, case, trainee, seed))
            _write([one] if as_json else playtest_lines(plays, case, trainee, seed, lang))
            return
        played = plays[0]
    elif plan_path:
        plan = read_plan(plan_path)
        played = _follow(plan, case, engine, anew=record is not None)
        problems = plan.document.problems
    else:
        waiting = _replies(replies or "", settings)[::-1]
        played = rehearse(case, engine, lambda _: waiting.pop() if waiting else None)
        unused = len(waiting)
    _write([json_line(rehearsal_record(played))] if as_json else rehearsal_lines(played, case, engine.rubric, lang))
    if record:
        _record(record, played, case, settings)
    if unused:
        click.echo(settings.say("rehearse.left_over", count=unused), err=True)
    for problem in problems:
        click.echo("\n".join(problem_lines(problem, lang)), err=True)
    if problems or (unused and strict):
        sys.exit(PROBLEMS)


def _follow(plan: Plan, case: Scenario, engine: Engine, anew: bool) -> Rehearsal:
    """Plays a plan; `anew`: its replies alone, whatever else it says."""
    if plan.document.problems:
        return rehearse(case, engine, lambda _: None)
    if not anew:
        return follow_plan(plan, case, engine)
    waiting = [line.text for line in plan.lines if line.part == REPLY][::-1]
    return rehearse(case, engine, lambda _: waiting.pop() if waiting else None)


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _record(path: Path, played: Rehearsal, case: Scenario, settings: Settings) -> None:
    """Writes what was played as a plan."""
    whole = "\n".join(rehearsal_plan(played, case)) + "\n"
    try:
        path.write_bytes(whole.encode("utf-8", "backslashreplace"))
    except OSError as error:
        reason = error.strerror or error
        click.echo(settings.say("rehearse.cannot_write", path=on_one_line(str(path)), reason=reason), err=True)
        sys.exit(PROBLEMS)


def _replies(file: str, settings: Settings) -> list[str]:
    """The replies in a file: a line each, whatever is in it."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        reason = error.strerror or error
        click.echo(settings.say("rehearse.cannot_read", path=on_one_line(file), reason=reason), err=True)
        sys.exit(USAGE)
    try:
        whole = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        click.echo(settings.say("rehearse.not_utf8", path=on_one_line(file), line=line), err=True)
        sys.exit(PROBLEMS)
    # Only "\n" parts replies, and the last one ends no further reply.
    return [line.removesuffix("\r") for line in whole.removesuffix("\n").split("\n")] if whole else []
