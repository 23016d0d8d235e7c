"""`simulator log`: reads the session log, removes people from it, says who may do what in it."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

import click

from simulator.cli import PROBLEMS, STORE, Settings
from simulator.cli.keys import secret_key
from simulator.cli.output import writer
from simulator.cli.sessions import SHORT, find_session
from simulator.messages import text, ui_language
from simulator.reports import export
from simulator.reports.inert import BOM, json_line, on_one_line, pad
from simulator.reports.plain import local_time, plain
from simulator.reports.plans import plan_lines
from simulator.reports.transcript import transcript
from simulator.runner.errors import ContentError
from simulator.store.errors import StoreError
from simulator.store.place import RECEIPTS, data_folder
from simulator.store.records import SessionRow
from simulator.store.store import Store

_WIDTHS = {"session": SHORT, "started": 16, "trainee": 16, "scenario": 20, "lang": 4, "turns": 5, "state": 20}


def _help(key: str) -> str:
    return text(f"log.help.{key}", ui_language())


@click.group("log", help=text("cli.help.log", ui_language()))
def command() -> None:
    pass


@command.command("list", help=_help("list"))
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.pass_obj
def list_(settings: Settings, as_json: bool) -> None:
    with Store.open(settings.log, read_only=True) as store:
        rows = store.sessions(newest_first=True)
        if as_json:
            _json_list(rows)
        else:
            _table(rows, settings)


@command.command(help=_help("show"))
@click.argument("session")
@click.pass_obj
def show(settings: Settings, session: str) -> None:
    with Store.open(settings.log, read_only=True) as store:
        row = find_session(store, session, settings)
        click.echo(plain(transcript(store, row), settings.lang), nl=False)


@command.command(help=_help("plan"))
@click.argument("session")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help=_help("output"))
@click.pass_obj
def plan(settings: Settings, session: str, output: Path | None) -> None:
    with Store.open(settings.log, read_only=True) as store:
        row = find_session(store, session, settings)
        read = transcript(store, row)
    title = f"{row.title} ({row.scenario}, {row.lang})"
    lines = plan_lines(title, read.turns, read.last_words, row.mood or 0, row.ending, row.beat)
    with writer(output, settings) as write:
        write("".join(line + "\n" for line in lines))


@command.command("export", help=_help("export"))
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "text", "research", "xapi"]), default="jsonl",
              show_default=True, help=_help("format"))  # fmt: skip
@click.option("--session", help=_help("session"))
@click.option("--pseudonyms", type=click.Path(path_type=Path, dir_okay=False), metavar="KEYFILE",
              help=_help("pseudonyms"))  # fmt: skip
@click.option("--home-page", metavar="IRL", help=_help("home_page"))
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help=_help("output"))
@click.pass_obj
def export_(
    settings: Settings, form: str, session: str | None, pseudonyms: Path | None, home_page: str | None,
    output: Path | None,
) -> None:  # fmt: skip
    if pseudonyms and form in ("csv", "text"):
        raise click.UsageError(settings.say("log.no_pseudonyms", form=form))
    if home_page and not re.fullmatch(r"https?://[^\s/?#]+[^\s?#]*", home_page):
        raise click.UsageError(settings.say("log.no_irl", given=on_one_line(home_page)))
    with Store.open(settings.log, read_only=True) as store:
        chosen = find_session(store, session, settings) if session is not None else None
        criteria = store.criteria(chosen.id if chosen else None) if form == "csv" else ()
        pieces = _pieces(store, form, settings, criteria, pseudonyms, home_page)
        unreadable = 0
        with writer(output, settings) as write:
            if form == "csv":
                write(BOM + export.csv_header(criteria))
            for row in [chosen] if chosen else store.sessions():
                try:
                    written = "".join(pieces(row))
                except (StoreError, ContentError) as error:
                    # One bad session does not cost the others.
                    unreadable += 1
                    told = error.message(settings.lang) if isinstance(error, StoreError) else f"{row.id}: {error}"
                    click.echo(on_one_line(told), err=True)
                else:
                    write(written)
            if form == "research" and chosen is None:
                for piece in pieces(None):
                    write(piece)
    if unreadable:
        sys.exit(STORE)


def _pieces(
    store: Store, form: str, settings: Settings, criteria: tuple[str, ...], key_file: Path | None, home: str | None
) -> Callable[[SessionRow | None], Iterable[str]]:
    """What is written of a session, and (of none) what belongs to no session."""
    if form == "csv":
        return lambda row: export.csv_rows(store, row, criteria) if row else ()
    if form == "text":
        return lambda row: [plain(transcript(store, row), settings.lang), "\n"] if row else ()
    from simulator.reports.pseudonyms import Pseudonyms
    from simulator.reports.xapi import HOME
    from simulator.runner.research import Research, names

    pseudonyms = Pseudonyms(secret_key(key_file, settings), names(store)) if key_file else None
    research = Research(store, pseudonyms)

    def records(row: SessionRow | None) -> Iterable[dict[str, object]]:
        if row is None:
            return research.rest()
        match form:
            case "xapi":
                return research.statements(row, (home or HOME).rstrip("/"))
            case "research":
                return research.session(row)
            case _:
                return research.events(row)

    return lambda row: (json_line(record) + "\n" for record in records(row))


@command.command(help=_help("erase"))
@click.argument("trainee")
@click.option("--yes", is_flag=True, help=_help("yes"))
@click.pass_obj
def erase(settings: Settings, trainee: str, yes: bool) -> None:
    with Store.open(settings.log) as store:
        traces = store.traces(trainee)
        counts = {"sessions": len(traces.sessions), "sittings": len(traces.sittings), "entries": len(traces.entries)}
        shown = on_one_line(trainee)
        if not traces.any:
            click.echo(settings.say("log.erase.nobody", trainee=shown), err=True)
            sys.exit(PROBLEMS)
        if not yes:
            if not sys.stdin.isatty():
                raise click.UsageError(settings.say("log.erase.needs_yes"))
            click.confirm(settings.say("log.erase.sure", trainee=shown, **counts), abort=True, err=True)
        scrubbed = store.erase(traces, time.time())
        click.echo(settings.say("log.erase.done", trainee=shown, **counts))
        click.echo(settings.say("log.erase.remains", path=store.where))
        for entry in traces.elsewhere:
            click.echo(settings.say("log.erase.elsewhere", entry=entry))
        for path in _receipts(traces.sittings, settings):
            try:
                path.unlink()
            except OSError:
                click.echo(on_one_line(settings.say("log.erase.file", path=path)))
            else:
                click.echo(on_one_line(settings.say("log.erase.receipt", path=path)))
        for path in _files_naming(trainee, settings):
            click.echo(on_one_line(settings.say("log.erase.file", path=path)))
        if not scrubbed:
            click.echo(settings.say("log.erase.not_scrubbed", path=store.where), err=True)
            sys.exit(STORE)


@command.command(help=_help("roles"))
@click.option("--apply", "apply_", is_flag=True, help=_help("apply"))
@click.pass_obj
def roles(settings: Settings, apply_: bool) -> None:
    from simulator.store.postgres_roles import ROLES

    if not apply_:
        click.echo("\n".join(f"{statement};" for statement in ROLES))
        return
    if settings.store is None:
        raise click.UsageError(settings.say("log.roles.needs_store"))
    with Store.open(settings.store) as store:
        store.set_up_roles()
        click.echo(settings.say("log.roles.done", path=store.where), err=True)


def _receipts(sittings: tuple[str, ...], settings: Settings) -> list[Path]:
    """The receipts of sittings, where they were kept beside the log."""
    folder = data_folder(settings.data_dir) / RECEIPTS
    ids = [sitting.encode() for sitting in sittings]
    return [path for path in sorted(folder.glob("*.txt")) if any(id_ in path.read_bytes() for id_ in ids)]


def _files_naming(trainee: str, settings: Settings) -> list[Path]:
    """The other files in the data folder that hold a name: preferences, what was listed last."""
    folder = data_folder(settings.data_dir)
    written = [trainee.encode("utf-8", "surrogatepass"), json.dumps(trainee)[1:-1].encode()]
    files = sorted(path for path in folder.glob("*.json") if path.is_file()) if folder.is_dir() else []
    return [path for path in files if any(words in path.read_bytes() for words in written)]


def _json_list(rows: Iterator[SessionRow]) -> None:
    # Written piece by piece, so that a log of any length fits in memory.
    before = "["
    for row in rows:
        click.echo(before + json_line(export.session_record(row)), nl=False)
        before = ",\n "
    click.echo("]" if before != "[" else "[]")


def _table(rows: Iterator[SessionRow], settings: Settings) -> None:
    first = next(rows, None)
    if first is None:
        click.echo(settings.say("log.empty"), err=True)
        return
    columns = {name: settings.say(f"log.column.{name}") for name in (*_WIDTHS, "score")}
    _line(columns)
    for row in chain([first], rows):
        state = (
            settings.say("log.at", beat=row.beat)
            if row.outcome is None
            else settings.say(f"reports.outcome.{row.outcome}")
        )
        _line({
            "session": row.id[:SHORT], "started": local_time(row.started), "trainee": row.trainee,
            "scenario": row.scenario, "lang": row.lang, "turns": str(row.turns), "state": state,
            "score": "" if row.score is None else f"{row.score:g}",
        })  # fmt: skip


def _line(values: dict[str, str]) -> None:
    padded = [pad(values[name], width) for name, width in _WIDTHS.items()]
    click.echo("  ".join([*padded, on_one_line(values["score"])]).rstrip())
