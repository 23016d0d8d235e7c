"""`simulator score`: scores replies outside any scenario, line by line as they come."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

import click

from simulator.cli import PROBLEMS, USAGE, Settings
from simulator.cli.progress import progress
from simulator.library.library import Library
from simulator.messages import text, ui_language
from simulator.runner.batch import LONGEST, LineError, raw_lines
from simulator.runner.errors import valid
from simulator.runner.scored import Format, Line, Scorer, on_cores


def _help(key: str) -> str:
    return text(f"score.help.{key}", ui_language())


@click.command("score", help=text("cli.help.score", ui_language()))
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True,
              help=_help("format"))  # fmt: skip
@click.option("--rubric", default="core", show_default=True, help=_help("rubric"))
@click.option("--jobs", type=click.IntRange(0, 256), default=1, show_default=True, help=_help("jobs"))
@click.pass_obj
def command(settings: Settings, file: str, form: Format, rubric: str, jobs: int) -> None:
    bundle = valid(Library().rubric(rubric))
    scorer = Scorer(bundle, form, settings.lang)
    out = sys.stdout.buffer
    bad = 0
    with opened(file, settings) as stream:
        size = _size(stream)
        out.write(scorer.writer.head().encode())
        with progress(size, settings.say("score.progress")) as went_on:
            lines = _counted(raw_lines(stream), went_on)
            spread = jobs != 1
            answers = on_cores(bundle, form, settings.lang, lines, jobs) if spread else map(scorer.answer, lines)
            for answer, was_read in answers:
                bad += not was_read
                out.write(answer.encode())
                # Whoever feeds a pipe may wait for each answer.
                if size is None:
                    out.flush()
    out.flush()
    if bad:
        click.echo(settings.say("score.bad_lines", count=bad), err=True)
        sys.exit(PROBLEMS)


def _size(stream: IO[bytes]) -> int | None:
    """How many bytes a file has; None for a pipe or a terminal."""
    state = os.fstat(stream.fileno())
    return state.st_size if stat.S_ISREG(state.st_mode) else None


def _counted(lines: Iterable[Line], went_on: Callable[[int], object]) -> Iterator[Line]:
    for number, line in lines:
        yield number, line
        went_on(LONGEST if isinstance(line, LineError) else len(line))


def opened(file: str, settings: Settings) -> AbstractContextManager[IO[bytes]]:
    """A file to read bytes from, `-` for stdin; where it can't be opened, that is told and the command ends."""
    if file == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(file).open("rb")
    except OSError as error:
        click.echo(settings.say("score.no_file", path=file, reason=error.strerror or error), err=True)
        sys.exit(USAGE)
