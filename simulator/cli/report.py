"""`simulator report`: a trainee's or a class's report, as one HTML file or as text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli import PROBLEMS, STORE, Settings
from simulator.cli.output import writer, writing
from simulator.messages import text, ui_language

if TYPE_CHECKING:
    from simulator.reports.pages.document import Document


def _help(key: str) -> str:
    return text(f"report.help.{key}", ui_language())


def _options(command: Any) -> Any:
    for option in (
        click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help=_help("output")),
        click.option("--lang", "lang", help=_help("lang")),
        click.option("--format", "form", type=click.Choice(["html", "text"]), default="text", show_default=True,
                     help=_help("format")),
    ):  # fmt: skip
        command = option(command)
    return command


@click.group("report", help=text("cli.help.report", ui_language()))
def command() -> None:
    pass


@command.command(help=_help("trainee"))
@click.argument("name")
@click.option("--no-transcripts", is_flag=True, help=_help("no_transcripts"))
@_options
@click.pass_obj
def trainee(
    settings: Settings, name: str, no_transcripts: bool, form: str, lang: str | None, output: Path | None
) -> None:
    from simulator.library.library import Library
    from simulator.reports.inert import on_one_line
    from simulator.reports.pages.trainee import trainee_document
    from simulator.runner.people import UnknownTrainee
    from simulator.runner.reporting import Reporting
    from simulator.store.store import Store

    settings = _in(settings, lang)
    with Store.open(settings.log, read_only=True) as store:
        reporting = Reporting(store, Library(), settings.lang)
        try:
            record = reporting.trainee(name)
        except UnknownTrainee as error:
            key = "report.two" if error.ids else "report.nobody"
            click.echo(on_one_line(settings.say(key, trainee=name, ids=", ".join(error.ids))), err=True)
            sys.exit(PROBLEMS)
        _write(trainee_document(record, settings.lang, transcripts=not no_transcripts), form, output, settings)
        _left_out(reporting.left_out, settings)


@command.command("class", help=_help("class"))
@click.option("--assessment", metavar="ASSESSMENT", help=_help("assessment"))
@click.option("--group", metavar="GROUP", help=_help("group"))
@_options
@click.pass_obj
def class_(
    settings: Settings, assessment: str | None, group: str | None, form: str, lang: str | None, output: Path | None
) -> None:
    from simulator.cli.grades import assessment_file, assessment_id, nobody
    from simulator.library.library import Library
    from simulator.reports.pages.group import class_document
    from simulator.runner.gradebook import Gathering
    from simulator.runner.reporting import Reporting
    from simulator.store.store import Store

    settings = _in(settings, lang)
    bundle = assessment_file(assessment)
    with Store.open(settings.log, read_only=True) as store:
        id_ = assessment_id(store, assessment, bundle, settings)
        reporting = Reporting(store, Library(), settings.lang)
        record = reporting.whole(group, id_, bundle)
        if not record.members and not record.absent:
            nobody(Gathering(store, settings.lang), id_, group, settings)
        _write(class_document(record, settings.lang), form, output, settings)
        _left_out(reporting.left_out, settings)


@command.command(help=_help("each"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--assessment", metavar="ASSESSMENT", help=_help("assessment"))
@click.option("--group", metavar="GROUP", help=_help("group"))
@click.option("--lang", "lang", help=_help("lang"))
@click.pass_obj
def each(settings: Settings, folder: Path, assessment: str | None, group: str | None, lang: str | None) -> None:
    from simulator.cli.grades import assessment_file, assessment_id, nobody
    from simulator.cli.progress import progress
    from simulator.library.library import Library
    from simulator.reports.pages.trainee import trainee_document
    from simulator.runner.gradebook import Gathering
    from simulator.runner.reporting import Reporting
    from simulator.store.store import Store

    settings = _in(settings, lang)
    bundle = assessment_file(assessment)
    with Store.open(settings.log, read_only=True) as store:
        id_ = assessment_id(store, assessment, bundle, settings)
        reporting = Reporting(store, Library(), settings.lang)
        trainees = reporting.everyone(group, id_)
        if not trainees:
            nobody(Gathering(store, settings.lang), id_, group, settings)
        with writing(folder, settings):
            folder.mkdir(parents=True, exist_ok=True)
        taken: set[str] = set()
        with progress(len(trainees), settings.say("report.progress")) as went_on:
            for trainee in trainees:
                document = trainee_document(reporting.trainee(trainee), settings.lang)
                _write(document, "html", folder / f"{_file_name(trainee, taken)}.html", settings)
                went_on(1)
        click.echo(settings.say("report.written", count=len(trainees), folder=folder), err=True)
        _left_out(reporting.left_out, settings)


def _file_name(trainee: str, taken: set[str]) -> str:
    """A name for a file, on any system, that no two trainees share.

    Args:
        trainee: the id.
        taken: the names given so far, in small letters; this one is added.
    """
    plain = re.sub(r"[^\w-]", "_", trainee)[:40]
    name = f"report-{plain}"
    if plain != trainee or name.casefold() in taken:
        name += "-" + sha256(trainee.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    taken.add(name.casefold())
    return name


def _left_out(count: int, settings: Settings) -> None:
    """Says how many sessions could not be read, and leaves with the code of a log that can't be."""
    if count:
        click.echo(settings.say("insight.left_out", count=count), err=True)
        sys.exit(STORE)


def _in(settings: Settings, lang: str | None) -> Settings:
    return replace(settings, lang=ui_language(lang), lang_option=lang) if lang else settings


def _write(document: Document, form: str, output: Path | None, settings: Settings) -> None:
    with writer(output, settings) as write:
        for piece in drawn(document, form):
            write(piece)


def drawn(document: Document, form: str) -> Iterator[str]:
    """A document piece by piece, as `html` or `text`."""
    if form == "html":
        from simulator.reports.pages.html import html

        yield from html(document)
        return
    from simulator.reports.pages.terminal import lines

    yield from (f"{line}\n" for line in lines(document))
