"""`simulator desk`: the instructor's screens."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from simulator.cli import USAGE, Settings
from simulator.messages import text, ui_language
from simulator.tui.preferences import likely_name


def _help(key: str) -> str:
    return text(f"desk.help.{key}", ui_language())


@click.command("desk", help=text("cli.help.desk", ui_language()))
@click.argument("assessment", required=False, metavar="[FILE]")
@click.option("--stuck", type=click.IntRange(1, 240), default=3, show_default=True, metavar="MINUTES",
              help=_help("stuck"))  # fmt: skip
@click.option("--by", default=likely_name, metavar="NAME", show_default=False, help=_help("by"))
@click.pass_obj
def command(settings: Settings, assessment: str | None, stuck: int, by: str) -> None:
    path = None
    if assessment:
        from simulator.library.library import Library

        path = Library().assessment(assessment)
    sys.exit(open_screen(settings, path, stuck * 60.0, by))


def open_screen(settings: Settings, path: Path | None, stuck: float, by: str) -> int:
    """Shows the desk until the instructor leaves.

    Args:
        settings: the language and the log.
        path: the assessment's file, whose roster tells who is absent; None: whatever the log has.
        stuck: seconds without a reply after which somebody is called stuck.
        by: the instructor's name.

    Returns:
        The exit code.

    Raises:
        ContentError, StoreError: what ended the app.
    """
    from simulator.cli.play import ready, run

    if not ready(settings):
        return USAGE
    from simulator.store.place import data_folder
    from simulator.tui.desk import DeskApp

    return run(DeskApp(settings.lang, data_folder(settings.data_dir), by, path, stuck), settings.store)
