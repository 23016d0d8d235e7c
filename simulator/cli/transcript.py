"""`simulator score --transcript`: conversations from real work, the agents' turns scored one by one as they come."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

import click

from simulator.cli import PROBLEMS, Settings
from simulator.cli.output import writer
from simulator.model.rubric import RubricBundle
from simulator.reports.inert import json_line
from simulator.runner.batch import LineError
from simulator.runner.cores import Sharing
from simulator.runner.scored import Format
from simulator.talks.columns import COLUMNS, Sides
from simulator.talks.reading import messages
from simulator.talks.records import Bad, Row, Scored
from simulator.talks.scored import TurnScorer, elsewhere
from simulator.talks.summary import Summary
from simulator.talks.told import summary_lines
from simulator.talks.turns import turns
from simulator.talks.written import TurnWriter, summary_record

#: So many rows that can't be used are told one by one where only a summary is shown.
TOLD = 20


@dataclass(frozen=True)
class Wanted:
    """What the options of a transcript ask for."""

    columns: tuple[str, ...]
    agents: tuple[str, ...]
    summary: Literal["text", "json", "html"] | None
    output: Path | None
    form: Format


def score_transcript(
    settings: Settings, stream: IO[bytes], bundle: RubricBundle, wanted: Wanted, share: Sharing | None,
    went_on: Callable[[int], object] | None,
) -> None:  # fmt: skip
    """Scores a transcript; the command ends here where something is wrong with it.

    Args:
        settings: as everywhere.
        stream: the transcript.
        bundle: the rubric.
        wanted: what to write.
        share: how the work goes to other processes; None: it is done here.
        went_on: called with the bytes that were read since the last time; None where nobody knows how many there are.
    """
    given = columns_given(settings, wanted.columns)
    rows = messages(stream, Sides(wanted.agents), given, lambda: click.echo(settings.say("talks.alone"), err=True))
    said = turns(_watched(rows, stream, went_on) if went_on else rows)
    scored = elsewhere(bundle, said, share) if share else map(TurnScorer(bundle).scored, said)
    summary = Summary(tuple(bundle.rubric.criteria))
    try:
        _write(settings, wanted, scored, summary)
    except LineError as error:
        click.echo(error.message(settings.lang), err=True)
        sys.exit(PROBLEMS)
    if wanted.summary:
        with writer(None, settings) as write:
            for piece in _summed(settings, wanted.summary, summary.done(), bundle):
                write(piece)
    if summary.bad:
        click.echo(settings.say("talks.bad_rows", count=summary.bad), err=True)
        sys.exit(PROBLEMS)


def columns_given(settings: Settings, options: tuple[str, ...]) -> dict[str, str]:
    """What `--columns` says; where it is badly written, that is told and the command ends."""
    given: dict[str, str] = {}
    # A comma may stand in a name, so only one with another assignment behind it parts.
    for option in (one for many in options for one in re.split(r"[,，](?=\s*\w+=)", many)):
        what, equals, name = option.partition("=")
        if not equals or what.strip() not in COLUMNS or not name.strip():
            raise click.UsageError(settings.say("talks.bad_columns", known=", ".join(COLUMNS)))
        given[what.strip()] = name
    return given


def _write(settings: Settings, wanted: Wanted, scored: Iterator[Scored | Bad], summary: Summary) -> None:
    """Takes all turns into the summary, and writes them where they are wanted."""
    lines = TurnWriter(wanted.form, summary.criteria, settings.lang)
    if not wanted.summary or wanted.output:
        with writer(wanted.output, settings) as write:
            write(lines.head())
            for one in scored:
                summary.add(one)
                write(lines.line(one))
        return
    for one in scored:
        summary.add(one)
        if isinstance(one, Bad) and summary.bad <= TOLD:
            why = settings.say(one.key, **dict(one.values))
            click.echo(settings.say("talks.bad_row", row=one.row, why=why), err=True)
    if summary.bad > TOLD:
        click.echo(settings.say("talks.more_bad", count=summary.bad - TOLD), err=True)


def _summed(
    settings: Settings, form: Literal["text", "json", "html"], summary: Summary, bundle: RubricBundle
) -> Iterator[str]:
    if form == "json":
        yield json_line(summary_record(summary)) + "\n"
    elif form == "html":
        from simulator.reports.pages.html import html
        from simulator.talks.page import summary_document

        yield from html(summary_document(summary, bundle.rubric, settings.lang))
    else:
        yield from (f"{line}\n" for line in summary_lines(summary, bundle.rubric, settings.lang))


def _watched(rows: Iterator[Row | Bad], stream: IO[bytes], went_on: Callable[[int], object]) -> Iterator[Row | Bad]:
    was = 0
    for row in rows:
        yield row
        now = stream.tell()
        went_on(now - was)
        was = now
