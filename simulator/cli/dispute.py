"""`simulator dispute SESSION`: a trainee objects to a mark, or reads what was answered."""

from __future__ import annotations

import time

import click

from simulator.cli import Settings
from simulator.cli.mark import tell, told
from simulator.cli.sessions import SHORT, find_session
from simulator.messages import text, ui_language
from simulator.reports.remarks import all_names
from simulator.runner.desk import Desk
from simulator.store.store import Store


def _help(key: str) -> str:
    return text(f"desk.help.{key}", ui_language())


@click.command("dispute", help=text("cli.help.dispute", ui_language()))
@click.argument("session")
@click.argument("reason", required=False)
@click.option("--turn", type=click.IntRange(1), metavar="N", help=_help("turn"))
@click.option("--about", "criterion", metavar="CRITERION", help=_help("about"))
@click.pass_obj
def command(settings: Settings, session: str, reason: str | None, turn: int | None, criterion: str | None) -> None:
    with Store.open(settings.log, read_only=reason is None) as store, told(settings):
        row = find_session(store, session, settings)
        desk = Desk(store, time.time)
        if reason is not None:
            entry = desk.dispute(row.id, row.trainee, reason, turn, criterion)
            click.echo(settings.say("desk.dispute_kept", entry=entry.id[:SHORT]))
            return
        names = all_names(desk.look(row.id).rubric, settings.lang)
        disputes = desk.disputes(row.id)
        for one in disputes:
            tell(one.entry, names, settings)
            if one.answer:
                tell(one.answer[0], names, settings)
        if not disputes:
            click.echo(settings.say("desk.disputed_none"), err=True)
