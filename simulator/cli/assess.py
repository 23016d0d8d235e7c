"""`simulator assess FILE`: sits an assessment, on the screen for one seat or from a file for a class."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from simulator.cli import FINE, PROBLEMS, USAGE, Settings
from simulator.messages import text, ui_language
from simulator.reports.inert import on_one_line


def _help(key: str) -> str:
    return text(f"assess.help.{key}", ui_language())


@click.command("assess", help=text("cli.help.assess", ui_language()))
@click.argument("file")
@click.option("--seat", default="", metavar="ID", help=_help("seat"))
@click.option("--replies", metavar="ANSWERS", help=_help("replies"))
@click.option("--jobs", type=click.IntRange(0, 256), default=0, show_default=True, help=_help("jobs"))
@click.pass_obj
def command(settings: Settings, file: str, seat: str, replies: str | None, jobs: int) -> None:
    from simulator.library.library import Library

    if replies and seat:
        raise click.UsageError(settings.say("assess.seat_or_replies"))
    path = Library().assessment(file)
    sys.exit(open_screen(settings, path, seat) if replies is None else sit_class(settings, path, replies, jobs))


def sit_class(settings: Settings, path: Path, replies: str, jobs: int) -> int:
    """Sits the assessment for every seat that a file has answers of.

    Args:
        settings: the language and the log.
        path: the assessment's file.
        replies: the file with the answers; `-` for stdin.
        jobs: how many cores work on it; 0 for all.

    Returns:
        The exit code: 1 where a line could not be read or a seat could not sit.

    Raises:
        ContentError, StoreError: nothing could be sat.
    """
    from simulator.cli.progress import progress
    from simulator.cli.score import opened
    from simulator.library.library import Library
    from simulator.reports.inert import json_line
    from simulator.reports.receipt import receipt_record
    from simulator.runner.answers import sorted_out
    from simulator.runner.batch import raw_lines
    from simulator.runner.room import Room
    from simulator.runner.sat import sat_by
    from simulator.store.store import Store

    # Closed before the others begin: a log must not be open across the birth of a process.
    with Store.open(settings.log) as store:
        bundle = Room(path, Library(), store, timed=False).bundle
    with opened(replies, settings) as stream:
        given = sorted_out(bundle.assessment, bundle.seats, raw_lines(stream))
    for number, error in given.bad:
        what = on_one_line(error.message(settings.lang))
        click.echo(settings.say("assess.line", line=number, what=what), err=True)
    for seat in given.held:
        why = settings.say("assess.held")
        click.echo(settings.say("assess.refused", seat=on_one_line(seat.id), why=why), err=True)
    work, refused = given.work, len(given.held)
    sat = 0
    with progress(len(work), settings.say("assess.progress")) as went_on:
        for done in sat_by(path, settings.log, work.items(), jobs):
            if done.receipt:
                sat += 1
                click.echo(json_line(receipt_record(done.receipt)))
            elif done.refused:
                refused += 1
                why = settings.say(done.refused[0], **done.refused[1])
                click.echo(settings.say("assess.refused", seat=on_one_line(done.seat.id), why=why), err=True)
            for scenario, count in done.left_over:
                line = work[done.seat][scenario].line
                click.echo(settings.say("assess.left_over", line=line, count=count), err=True)
            went_on(1)
    absent = len(bundle.seats) - len(work) - len(given.held)
    click.echo(settings.say("assess.sat", seats=sat, absent=absent), err=True)
    if given.bad or refused:
        click.echo(settings.say("assess.not_all", lines=len(given.bad), seats=refused), err=True)
    return PROBLEMS if given.bad or refused else FINE


def open_screen(settings: Settings, path: Path, seat: str) -> int:
    """Shows the screens until the sitting is over or the trainee leaves.

    Args:
        settings: the language and the log.
        path: the assessment's file.
        seat: the seat's code or id, or "".

    Returns:
        The exit code.

    Raises:
        ContentError, StoreError: what ended the app.
    """
    from simulator.cli.play import ready, run

    if not ready(settings):
        return USAGE
    from simulator.store.place import data_folder
    from simulator.tui.assess import AssessApp

    app = AssessApp(settings.lang, data_folder(settings.data_dir), path, seat)
    app.log_home = settings.store or app.log_home
    return run(app)
