"""`simulator harvest`: wordings that people credited and no cue caught."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import click

from simulator.analysis.harvest import Elsewhere, Marked, harvest
from simulator.cli import PROBLEMS, USAGE, Settings
from simulator.library.library import Library
from simulator.messages import text, ui_language
from simulator.reports.harvest import wording_lines, wording_record
from simulator.reports.inert import json_line, on_one_line
from simulator.reports.reasons import names
from simulator.runner.batch import LineError
from simulator.runner.errors import valid
from simulator.runner.judged import Bad, Labelled, labelled
from simulator.runner.overridden import overridden, replies
from simulator.scoring.engine import Engine
from simulator.store.store import Store


def _help(key: str) -> str:
    return text(f"harvest.help.{key}", ui_language())


@click.command("harvest", help=text("cli.help.harvest", ui_language()))
@click.option("--labels", "files", nargs=3, type=click.Path(path_type=Path, dir_okay=False),
              metavar="CONTEXTS REPLIES LABELS", help=_help("labels"))  # fmt: skip
@click.option("--rubric", default="core", show_default=True, help=text("score.help.rubric", ui_language()))
@click.option("--least", type=click.IntRange(1), default=2, show_default=True, help=_help("least"))
@click.option("--most", type=click.IntRange(1), default=10, show_default=True, help=_help("most"))
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True,
              help=_help("format"))  # fmt: skip
@click.pass_obj
def command(settings: Settings, files: tuple[Path, Path, Path], rubric: str, least: int, most: int, form: str) -> None:
    engine = Engine(valid(Library().rubric(rubric)))
    with nullcontext() if files else Store.open(settings.log, read_only=True) as store:
        marked, bad = _judged(store, files, engine, settings)
        wordings = harvest(marked, least, most)
        elsewhere = Elsewhere(wordings)
        for reply, lang in replies(store) if store else ((one.reply, one.lang) for one in marked):
            elsewhere.see(reply, lang)
    rows = [*zip(wordings, elsewhere.counts, elsewhere.replies, strict=True)]
    if form == "json":
        click.echo("[" + ",\n ".join(json_line(wording_record(*row)) for row in rows) + "]")
    elif rows:
        for line in wording_lines(rows, names(engine.rubric, settings.lang), settings.lang):
            click.echo(line)
    key = "found" if rows else "nothing" if marked else "nobody"
    click.echo(settings.say(f"harvest.{key}", judged=len(marked), count=len(rows)), err=True)
    if bad:
        sys.exit(PROBLEMS)


def _judged(
    store: Store | None, files: tuple[Path, Path, Path], engine: Engine, settings: Settings
) -> tuple[list[Marked], int]:
    """The replies that people judged, and how many lines or sessions could not be read; why is told."""
    marked: list[Marked] = []
    bad = 0
    for one in overridden(store, engine) if store else _labelled(Labelled(*files), engine, settings):
        if isinstance(one, Marked):
            marked.append(one)
            continue
        bad += 1
        if isinstance(one, Bad):
            _tell(settings, one.file, one.line, one.error)
    if bad and store:
        click.echo(settings.say("harvest.unread", count=bad), err=True)
    return marked, bad


def _labelled(files: Labelled, engine: Engine, settings: Settings) -> Iterator[Marked | Bad]:
    try:
        yield from labelled(files, engine)
    except OSError as error:
        path = on_one_line(str(error.filename))
        click.echo(settings.say("harvest.cannot_read", path=path, reason=error.strerror or error), err=True)
        sys.exit(USAGE)
    except LineError as error:
        _tell(settings, files.contexts, 1, error)
        sys.exit(PROBLEMS)


def _tell(settings: Settings, file: Path, line: int, error: LineError) -> None:
    reason = on_one_line(error.message(settings.lang))
    click.echo(settings.say("harvest.bad_line", path=on_one_line(str(file)), line=line, reason=reason), err=True)
