"""`simulator mark`: what an instructor says about sessions, trainees and groups."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

from simulator.cli import PROBLEMS, Settings
from simulator.cli.sessions import SHORT, find_session
from simulator.marking.remarks import Override
from simulator.messages import text, ui_language
from simulator.reports.inert import json_line, on_one_line
from simulator.reports.remarks import all_names, remark, remark_record
from simulator.runner.desk import Desk, Looked, RemarkError
from simulator.runner.people import UnknownTrainee, person_called
from simulator.store.records import Entry, about
from simulator.store.store import Store
from simulator.tui.preferences import likely_name


def _help(key: str) -> str:
    return text(f"desk.help.{key}", ui_language())


_SUBJECT = text("desk.subject_help", ui_language())
_BY = click.option("--by", default=likely_name, metavar="NAME", show_default=False, help=_help("by"))
_TURN = click.option("--turn", type=click.IntRange(1), metavar="N", help=_help("turn"))


@click.group("mark", help=text("cli.help.mark", ui_language()))
def command() -> None:
    pass


@command.command(help=_help("override"))
@click.argument("session")
@_TURN
@click.option("--level", "levels", multiple=True, metavar="CRITERION=LEVEL", help=_help("level"))
@click.option("--flag", "flags", multiple=True, metavar="FLAG", help=_help("flag"))
@click.option("--no-flag", "no_flags", multiple=True, metavar="FLAG", help=_help("no_flag"))
@click.option("--score", type=float, metavar="SCORE", help=_help("score"))
@click.option("--take-back", metavar="ENTRY", help=_help("take_back"))
@click.option("--reason", required=True, help=_help("reason"))
@_BY
@click.pass_obj
def override(
    settings: Settings,
    session: str,
    turn: int | None,
    levels: tuple[str, ...],
    flags: tuple[str, ...],
    no_flags: tuple[str, ...],
    score: float | None,
    take_back: str | None,
    reason: str,
    by: str,
) -> None:
    if not (levels or flags or no_flags or score is not None or take_back):
        raise click.UsageError(settings.say("desk.nothing_to_change"))
    if (flags or no_flags) and turn is None:
        raise click.UsageError(settings.say("desk.needs_turn"))
    with Store.open(settings.log) as store, told(settings):
        row = find_session(store, session, settings)
        desk = Desk(store, time.time)
        looked = desk.look(row.id)
        # All are looked at before the first is kept.
        overrides: list[Override] = [looked.level(*_level(one, settings), reason, turn) for one in levels]
        for raised, names in ((True, flags), (False, no_flags)):
            overrides += [looked.flag(name, raised, reason, turn or 0) for name in names]
        if score is not None:
            overrides.append(looked.score(score, reason))
        if take_back:
            overrides.append(looked.withdrawal(take_back, reason))
        _kept(settings, *desk.override(row.id, by, overrides))
        click.echo(_counts(desk.look(row.id), settings))


@command.command(help=f"{_help('comment')} {_SUBJECT}")
@click.argument("subject")
@click.argument("words", metavar="TEXT")
@_TURN
@_BY
@click.pass_obj
def comment(settings: Settings, subject: str, words: str, turn: int | None, by: str) -> None:
    with Store.open(settings.log) as store, told(settings):
        named = _subject(store, subject, settings)
        _kept(settings, Desk(store, time.time).comment(named, by, words, turn if " " not in named else None))


@command.command(help=f"{_help('grade')} {_SUBJECT}")
@click.argument("subject")
@click.argument("grade")
@click.option("--strengths", default="", metavar="TEXT", help=_help("strengths"))
@click.option("--weaknesses", default="", metavar="TEXT", help=_help("weaknesses"))
@_BY
@click.pass_obj
def grade(settings: Settings, subject: str, grade: str, strengths: str, weaknesses: str, by: str) -> None:
    with Store.open(settings.log) as store, told(settings):
        named = _subject(store, subject, settings)
        _kept(settings, Desk(store, time.time).grade(named, by, grade, strengths, weaknesses))


@command.command(help=_help("answer"))
@click.argument("dispute")
@click.argument("words", metavar="TEXT")
@click.option("--upheld/--not-upheld", required=True, help=_help("upheld"))
@_BY
@click.pass_obj
def answer(settings: Settings, dispute: str, words: str, upheld: bool, by: str) -> None:
    with Store.open(settings.log) as store, told(settings):
        desk = Desk(store, time.time)
        if not any(one.entry.id.startswith(dispute.casefold()) for one in desk.disputes()):
            dispute = _waiting_in(find_session(store, dispute, settings).id, desk, settings)
        _kept(settings, desk.answer(dispute, by, upheld, words))


@command.command("list", help=f"{_help('list')} {_SUBJECT}")
@click.argument("subject", required=False)
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.pass_obj
def list_(settings: Settings, subject: str | None, as_json: bool) -> None:
    with Store.open(settings.log, read_only=True) as store:
        if subject is not None:
            _history(store, _subject(store, subject, settings), as_json, settings)
        else:
            _waiting(store, as_json, settings)


def _history(store: Store, subject: str, as_json: bool, settings: Settings) -> None:
    """The mark of a session and all that was said about it, or about a trainee or a group."""
    entries = store.entries(subject)
    if as_json:
        for entry in entries:
            click.echo(json_line(remark_record(entry)))
        return
    names: dict[str, str] = {}
    if " " not in subject:
        looked = Desk(store, time.time).look(subject)
        names = all_names(looked.rubric, settings.lang)
        click.echo(_counts(looked, settings))
        if looked.mark.look_again:
            click.echo(settings.say("desk.look_again"))
    said = [entry for entry in entries if entry.kind not in ("review", "rating")]
    for entry in said:
        tell(entry, names, settings)
    if not said:
        click.echo(settings.say("desk.nothing_said"), err=True)


def _waiting(store: Store, as_json: bool, settings: Settings) -> None:
    """The disputes without an answer, and the sessions to be looked at again."""
    desk = Desk(store, time.time)
    disputes = [one for one in desk.disputes() if one.answer is None]
    again = desk.look_again()
    if as_json:
        for one in disputes:
            click.echo(json_line(remark_record(one.entry)))
        for session in again:
            click.echo(json_line({"subject": session, "kind": "look_again"}))
        return
    if disputes:
        click.echo(settings.say("desk.waiting", n=len(disputes)))
        for one in disputes:
            looked = desk.look(one.entry.subject)
            click.echo(f"\n{looked.row.id[:SHORT]}  {on_one_line(looked.row.title)}")
            tell(one.entry, all_names(looked.rubric, settings.lang), settings)
    if again:
        click.echo(("\n" if disputes else "") + settings.say("desk.again", n=len(again)) + "\n")
        for session in again:
            click.echo(f"{session[:SHORT]}  {on_one_line(store.session(session).trainee)}")
    if not disputes and not again:
        click.echo(settings.say("desk.none"), err=True)


def tell(entry: Entry, names: dict[str, str], settings: Settings) -> None:
    """Prints an entry in words."""
    said = remark(entry, names, settings.lang)
    click.echo(on_one_line(said.line(settings.lang)))
    for words in said.words:
        click.echo(f"    {on_one_line(words)}")


@contextmanager
def told(settings: Settings) -> Iterator[None]:
    """Says why something could not be added, and leaves."""
    try:
        yield
    except RemarkError as error:
        click.echo(on_one_line(error.message(settings.lang)), err=True)
        sys.exit(PROBLEMS)


def _counts(looked: Looked, settings: Settings) -> str:
    """One line: what the engine gave and what counts."""
    scores = {"engine": looked.mark.automatic.score, "counts": looked.mark.session.score}
    shown = {
        key: settings.say("desk.no_score_yet") if score is None or looked.row.unfinished else f"{score:g}"
        for key, score in scores.items()
    }
    return settings.say("desk.now_counts", session=looked.row.id[:SHORT], **shown)


def _kept(settings: Settings, *entries: Entry) -> None:
    click.echo(settings.say("desk.kept", entries=", ".join(entry.id[:SHORT] for entry in entries)))


def _level(given: str, settings: Settings) -> tuple[str, int]:
    name, sign, level = given.rpartition("=")
    if not sign or not level.strip().isdecimal():
        raise click.UsageError(settings.say("desk.bad_level", given=on_one_line(given)))
    return name, int(level[:9])


def _subject(store: Store, given: str, settings: Settings) -> str:
    """What entries call a session, a trainee or a group."""
    kind, sign, name = given.partition(":")
    if sign and kind == "trainee":
        return about("trainee", _trainee(store, name, settings))
    if sign and kind == "group":
        from simulator.runner.gradebook import Gathering

        known = Gathering(store, settings.lang).groups()
        if name not in known:
            listed = ", ".join(known) or settings.say("grades.none")
            click.echo(on_one_line(settings.say("desk.nobody_in_group", group=name, known=listed)), err=True)
        return about("group", name)
    return find_session(store, given, settings).id


def _trainee(store: Store, name: str, settings: Settings) -> str:
    """The id of a trainee who is called so; of nobody so far, what was given."""
    try:
        return person_called(store, name).id
    except UnknownTrainee as error:
        key = "report.two" if error.ids else "desk.nobody_called"
        click.echo(on_one_line(settings.say(key, trainee=name, ids=", ".join(error.ids))), err=True)
        if error.ids:
            sys.exit(PROBLEMS)
        return name


def _waiting_in(session: str, desk: Desk, settings: Settings) -> str:
    """The id of the one dispute in a session that waits; says so and leaves where there is none, or more."""
    disputes = desk.disputes(session)
    waiting = [one for one in disputes if one.answer is None]
    if len(waiting) == 1:
        return waiting[0].entry.id
    ids = ", ".join(one.entry.id[:SHORT] for one in waiting or disputes)
    key = "which_dispute" if waiting else "all_answered" if disputes else "not_disputed"
    click.echo(settings.say(f"desk.{key}", ids=ids), err=True)
    sys.exit(PROBLEMS)
