"""`simulator desk`: the instructor's screens."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli import USAGE, Settings
from simulator.messages import text, ui_language
from simulator.tui.preferences import likely_name

if TYPE_CHECKING:
    from simulator.runner.watch import Watched

#: The columns of a line where no terminal says how many there are.
WIDTH = 100


def _help(key: str) -> str:
    return text(f"desk.help.{key}", ui_language())


@click.command("desk", help=text("cli.help.desk", ui_language()))
@click.argument("assessment", required=False, metavar="[FILE]")
@click.option("--stuck", type=click.IntRange(1, 240), default=3, show_default=True, metavar="MINUTES",
              help=_help("stuck"))  # fmt: skip
@click.option("--by", default=likely_name, metavar="NAME", show_default=False, help=_help("by"))
@click.option("--once", is_flag=True, help=_help("once"))
@click.option("--json", "as_json", is_flag=True, help=_help("each_json"))
@click.pass_obj
def command(settings: Settings, assessment: str | None, stuck: int, by: str, once: bool, as_json: bool) -> None:
    path = None
    if assessment:
        from simulator.library.library import Library

        path = Library().assessment(assessment)
    if once or as_json:
        _look(settings, path, stuck * 60.0, as_json)
        return
    sys.exit(open_screen(settings, path, stuck * 60.0, by))


def _look(settings: Settings, path: Path | None, stuck: float, as_json: bool) -> None:
    """Prints who is where now, as the first screen has it."""
    from simulator.messages import to_traditional
    from simulator.reports.inert import json_line, visible
    from simulator.runner.ticks import tick
    from simulator.store.place import data_folder
    from simulator.tui.desk_rows import header, row
    from simulator.tui.desk_stage import DeskStage

    def ask(key: str, /, **values: object) -> str:
        return settings.say(f"desk.{key}", **values)

    def words(authored: str) -> str:
        return to_traditional(authored) if settings.lang == "zh-Hant" else authored

    stage = DeskStage(settings.store or data_folder(settings.data_dir), path, stuck, tick)
    try:
        room = stage.rooms()[0]
        seen = stage.watch.look(room)
    finally:
        stage.close()
    if as_json:
        for one in seen:
            click.echo(json_line({"assessment": room, **_record(one)}))
        return
    if not seen:
        click.echo(ask("nobody_once", path=stage.where), err=True)
        return
    width = shutil.get_terminal_size((WIDTH, 24)).columns - 4
    # The list on the screen stands one cell to the right of its header.
    shown = [header(width, ask).plain[1:], *(row(one, width, ask, words, settings.lang).plain for one in seen)]
    for line in "\n".join(shown).splitlines():
        click.echo(visible(line.rstrip()))


def _record(one: Watched) -> dict[str, object]:
    """A seat as it is now, fit for JSON."""
    at_work = one.row if one.state == "at_work" else None
    return {
        "seat": one.seat, "name": one.name, "group": one.group, "state": one.state,
        "session": one.row.id if one.row else None, "scenario": one.row.scenario if one.row else None,
        "place": one.place, "beat": at_work.beat if at_work else None, "turn": at_work.turns if at_work else None,
        "mood": at_work.mood if at_work else None, "idle": _tenths(one.idle),
        "left_reply": _tenths(one.left.reply if one.left else None),
        "left_whole": _tenths(one.left.whole if one.left else None),
        "alarms": [
            {"kind": alarm.kind, "name": alarm.name, "turn": alarm.turn, "seconds": _tenths(alarm.seconds)}
            for alarm in one.alarms
        ],
    }  # fmt: skip


def _tenths(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)


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
