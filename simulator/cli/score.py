"""`simulator score`: scores replies outside any scenario, line by line as they come."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

import click

from simulator.cli import PROBLEMS, USAGE, Settings
from simulator.library.library import Library
from simulator.messages import text, ui_language
from simulator.reports.scores import JsonLines, Table, Writer
from simulator.runner.batch import LineError, read_lines
from simulator.runner.errors import valid
from simulator.scoring.engine import Engine


def _help(key: str) -> str:
    return text(f"score.help.{key}", ui_language())


@click.command("score", help=text("cli.help.score", ui_language()))
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True,
              help=_help("format"))  # fmt: skip
@click.option("--rubric", default="core", show_default=True, help=_help("rubric"))
@click.pass_obj
def command(settings: Settings, file: str, form: str, rubric: str) -> None:
    bundle = valid(Library().rubric(rubric))
    engine = Engine(bundle)
    writer: Writer = Table(tuple(bundle.rubric.criteria)) if form == "csv" else JsonLines()
    out = sys.stdout.buffer
    bad = 0
    with _opened(file, settings) as lines:
        # Whoever feeds a pipe may wait for each answer.
        live = not stat.S_ISREG(os.fstat(lines.fileno()).st_mode)
        out.write(writer.head().encode())
        for number, request in read_lines(lines):
            if isinstance(request, LineError):
                bad += 1
                answer = writer.error(number, request.message(settings.lang))
            else:
                answer = writer.score(request.id, engine.score(request.reply, request.context))
            out.write(answer.encode())
            if live:
                out.flush()
    out.flush()
    if bad:
        click.echo(settings.say("score.bad_lines", count=bad), err=True)
        sys.exit(PROBLEMS)


def _opened(file: str, settings: Settings) -> AbstractContextManager[IO[bytes]]:
    if file == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(file).open("rb")
    except OSError as error:
        click.echo(settings.say("score.no_file", path=file, reason=error.strerror or error), err=True)
        sys.exit(USAGE)
