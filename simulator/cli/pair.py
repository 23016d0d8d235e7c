"""`simulator pair`: how far the two languages of the scenarios go together."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from simulator.cli import PROBLEMS, Settings
from simulator.cli.output import writing
from simulator.language.check import scenario_files
from simulator.language.pairing import paired
from simulator.language.pairs import Pair, pair_of, twin_of
from simulator.messages import text, ui_language
from simulator.reports.inert import json_line, on_one_line
from simulator.reports.pairs import paired_lines, paired_record

#: What is compared where nothing else is said.
FOLDER = Path("scenarios")


@click.command("pair", help=text("cli.help.pair", ui_language()))
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--mark", "to_mark", type=click.Path(path_type=Path), multiple=True,
              help=text("pair.help.mark", ui_language()))  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help=text("check.help.format", ui_language()))  # fmt: skip
@click.pass_obj
def command(settings: Settings, paths: tuple[Path, ...], to_mark: tuple[Path, ...], form: str) -> None:
    for file in (file for path in to_mark for file in scenario_files(path)):
        _mark(file, settings)
    if to_mark and not paths:
        return
    for path in paths or (FOLDER,):
        if not path.exists():
            raise click.UsageError(settings.say("pair.nothing", path=on_one_line(str(path))))
    rows = [paired(file) for path in paths or (FOLDER,) for file in scenario_files(path) if _first(file)]
    if form == "json":
        click.echo("[" + ",\n ".join(json_line(paired_record(row)) for row in rows) + "]")
    else:
        _write(paired_lines(rows, settings.lang))
    if not all(row.sound for row in rows):
        sys.exit(PROBLEMS)


def _first(file: Path) -> bool:
    """Whether a file stands for its pair: the one that follows, or one without a twin."""
    return twin_of(file) is None or pair_of(file) is not None


def _mark(file: Path, settings: Settings) -> None:
    """Says that a file is up to its twin, from which on it follows that one."""
    shown = on_one_line(str(file))
    twin = twin_of(file) if file.is_file() else None
    if twin is None:
        click.echo(settings.say("pair.no_twin", path=shown), err=True)
        sys.exit(PROBLEMS)
    with writing(file, settings):
        written = Pair(file, twin).write_mark()
    if not written:
        click.echo(settings.say("pair.broken", path=on_one_line(str(twin))), err=True)
        sys.exit(PROBLEMS)
    click.echo(settings.say("pair.marked", path=shown, twin=on_one_line(str(twin))), err=True)


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
