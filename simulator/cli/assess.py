"""`simulator assess FILE`: sits an assessment, on the screen for one seat or from a file for a class."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from simulator.cli import USAGE, Settings
from simulator.messages import text, ui_language


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
    sys.exit(open_screen(settings, path, seat))


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
