"""`simulator score`: scores replies outside any scenario, line by line as they come."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import IO, Literal

import click

from simulator.cli import PROBLEMS, USAGE, Settings
from simulator.cli.progress import progress
from simulator.library.library import Library
from simulator.messages import text, ui_language
from simulator.model.rubric import RubricBundle
from simulator.reports.inert import on_one_line
from simulator.runner.batch import LONGEST, LineError, raw_lines
from simulator.runner.cores import Sharing, shared_out
from simulator.runner.errors import valid
from simulator.runner.scored import Format, Line, Scorer, elsewhere


def _help(key: str) -> str:
    return text(key, ui_language())


@click.command("score", help=text("cli.help.score", ui_language()))
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help=_help("score.help.format"),
)
@click.option("--rubric", default="core", show_default=True, help=_help("score.help.rubric"))
@click.option("--jobs", type=click.IntRange(0, 256), default=1, show_default=True, help=_help("score.help.jobs"))
@click.option("--cluster", "address", metavar="ADDRESS|local", help=_help("talks.help.cluster"))
@click.option("--transcript", is_flag=True, help=_help("talks.help.transcript"))
@click.option("--columns", multiple=True, metavar="WHAT=NAME,...", help=_help("talks.help.columns"))
@click.option("--agents", multiple=True, metavar="NAME", help=_help("talks.help.agents"))
@click.option("--summary", type=click.Choice(["text", "json", "html"]), help=_help("talks.help.summary"))
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help=_help("talks.help.output"))
@click.pass_obj
def command(
    settings: Settings,
    file: str,
    form: Format,
    rubric: str,
    jobs: int,
    address: str | None,
    transcript: bool,
    columns: tuple[str, ...],
    agents: tuple[str, ...],
    summary: Literal["text", "json", "html"] | None,
    output: Path | None,
) -> None:
    for option, value in {"--columns": columns, "--agents": agents, "--summary": summary, "--output": output}.items():
        if value and not transcript:
            raise click.UsageError(settings.say("talks.only_transcript", option=option))
    if output and not summary:
        raise click.UsageError(settings.say("talks.output_needs_summary"))
    if output and output.exists() and file != "-" and Path(file).exists() and output.samefile(file):
        raise click.UsageError(settings.say("talks.same_file"))
    bundle = valid(Library().rubric(rubric))
    with opened(file, settings) as stream, _sharing(settings, jobs, address) as share:
        size = _size(stream)
        with progress(size, settings.say("score.progress")) as went_on:
            if not transcript:
                _score_lines(settings, stream, bundle, form, share, went_on)
                return
            from simulator.cli.transcript import Wanted, score_transcript

            wanted = Wanted(columns, agents, summary, output, form)
            score_transcript(settings, stream, bundle, wanted, share, None if size is None else went_on)


def _score_lines(
    settings: Settings,
    stream: IO[bytes],
    bundle: RubricBundle,
    form: Format,
    share: Sharing | None,
    went_on: Callable[[int], object],
) -> None:
    scorer = Scorer(bundle, form, settings.lang)
    out = sys.stdout.buffer
    bad = 0
    out.write(scorer.writer.head().encode())
    lines = _counted(raw_lines(stream), went_on)
    answers = elsewhere(bundle, form, settings.lang, lines, share) if share else map(scorer.answer, lines)
    piped = _size(stream) is None
    for answer, was_read in answers:
        bad += not was_read
        out.write(answer.encode())
        # Whoever feeds a pipe may wait for each answer.
        if piped:
            out.flush()
    out.flush()
    if bad:
        click.echo(settings.say("score.bad_lines", count=bad), err=True)
        sys.exit(PROBLEMS)


@contextmanager
def _sharing(settings: Settings, jobs: int, address: str | None) -> Iterator[Sharing | None]:
    """How the work goes to other processes; None where it is done here."""
    if address is None:
        yield partial(shared_out, jobs=jobs) if jobs != 1 else None
        return
    from simulator.runner.cluster import ClusterError, cluster

    try:
        with cluster(address, jobs) as share:
            yield share
    except ClusterError as error:
        click.echo(settings.say(error.key, **error.values), err=True)
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
        click.echo(on_one_line(settings.say("score.no_file", path=file, reason=error.strerror or error)), err=True)
        sys.exit(USAGE)
