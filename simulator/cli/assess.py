"""`simulator assess FILE`: sits an assessment, on the screen for one seat or from a file for a class.

With `--settle` it ends what is overdue.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli import FINE, PROBLEMS, USAGE, Settings
from simulator.messages import text, ui_language
from simulator.reports.inert import on_one_line

if TYPE_CHECKING:
    from simulator.runner.answers import Sorted
    from simulator.runner.sat import Sat


def _help(key: str) -> str:
    return text(f"assess.help.{key}", ui_language())


@click.command("assess", help=text("cli.help.assess", ui_language()))
@click.argument("file")
@click.option("--seat", default="", metavar="ID", help=_help("seat"))
@click.option("--replies", metavar="ANSWERS", help=_help("replies"))
@click.option("--jobs", type=click.IntRange(0, 256), default=0, show_default=True, help=_help("jobs"))
@click.option("--settle", "settled", is_flag=True, help=_help("settle"))
@click.pass_obj
def command(settings: Settings, file: str, seat: str, replies: str | None, jobs: int, settled: bool) -> None:
    from simulator.library.library import Library

    if bool(replies) + bool(seat) + settled > 1:
        raise click.UsageError(settings.say("assess.one_of"))
    path = Library().assessment(file)
    if settled:
        sys.exit(settle(settings, path))
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
    from simulator.cli.score import opened
    from simulator.library.library import Library
    from simulator.runner.answers import sorted_out
    from simulator.runner.batch import raw_lines
    from simulator.runner.room import Room
    from simulator.runner.sat import on_cores, sit_for
    from simulator.store.store import Store

    library = Library()
    with Store.open(settings.log) as store:
        room = Room(path, library, store, timed=False)
        with opened(replies, settings) as stream:
            given = sorted_out(room.rules, room.bundle.seats, raw_lines(stream))
        absent = len(room.bundle.seats) - len(given.work) - len(given.held)
        jobs = min(jobs or os.cpu_count() or 1, len(given.work))
        if jobs <= 1:
            done = (sit_for(room, seat, answers) for seat, answers in given.work.items())
            return _told(settings, given, done, absent)
    # A log must not be open across the birth of a process.
    return _told(settings, given, on_cores(path, library, settings.log, given.work.items(), jobs), absent)


def settle(settings: Settings, path: Path) -> int:
    """Ends the sittings whose time is up and to which nobody came back, and writes their receipts.

    Args:
        settings: the language and the log.
        path: the assessment's file.

    Returns:
        The exit code.

    Raises:
        ContentError, StoreError: it can't be read or written.
    """
    from simulator.library.library import Library
    from simulator.reports.inert import json_line
    from simulator.reports.receipt import receipt_record
    from simulator.runner.room import Room
    from simulator.store.store import Store

    with Store.open(settings.log) as store:
        room = Room(path, Library(), store)
        seats = 0
        # Of a seat that sat on two machines each round ends one sitting.
        while receipts := room.settle():
            for receipt in receipts:
                click.echo(json_line(receipt_record(receipt)))
            seats += len(receipts)
        going = sum(room.going(seat) for seat in room.bundle.seats)
    click.echo(settings.say("assess.settled", seats=seats, going=going), err=True)
    return FINE


def _told(settings: Settings, given: Sorted, sat: Iterable[Sat], absent: int) -> int:
    """Writes what came of each seat; returns the exit code."""
    from simulator.cli.progress import progress
    from simulator.reports.inert import json_line
    from simulator.reports.receipt import receipt_record

    def tell(key: str, **values: object) -> None:
        click.echo(on_one_line(settings.say(f"assess.{key}", **values)), err=True)

    for number, error in given.bad:
        tell("line", line=number, what=error.message(settings.lang))
    for seat in given.held:
        tell("refused", seat=seat.id, why=settings.say("assess.held"))
    seats, refused = 0, len(given.held)
    with progress(len(given.work), settings.say("assess.progress")) as went_on:
        for done in sat:
            if done.receipt:
                seats += 1
                click.echo(json_line(receipt_record(done.receipt)))
            elif done.refused:
                refused += 1
                tell("refused", seat=done.seat.id, why=settings.say(done.refused[0], **done.refused[1]))
            for scenario, count in done.left_over:
                tell("left_over", line=given.work[done.seat][scenario].line, count=count)
            went_on(1)
    tell("sat", seats=seats, absent=absent)
    if not given.bad and not refused:
        return FINE
    tell("not_all", lines=len(given.bad), seats=refused)
    return PROBLEMS


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

    return run(AssessApp(settings.lang, data_folder(settings.data_dir), path, seat), settings.store)
