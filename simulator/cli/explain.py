"""`simulator explain`: what a problem means, why it matters and how to mend it."""

from __future__ import annotations

import sys

import click

from simulator.cli import USAGE, Settings
from simulator.language.nearest import nearest
from simulator.messages import text, ui_language
from simulator.messages.problems import CATALOGUE
from simulator.reports.explain import one_line, page, whole_page
from simulator.reports.inert import on_one_line


@click.command("explain", help=text("cli.help.explain", ui_language()))
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help=text("check.explain.help.all", ui_language()))
@click.pass_obj
def command(settings: Settings, code: str | None, everything: bool) -> None:
    if everything:
        lines = whole_page(settings.lang)
    elif code is None:
        lines = (one_line(known, settings.lang) for known in CATALOGUE)
    elif code in CATALOGUE:
        lines = page(code, settings.lang)
    else:
        near = nearest(code, CATALOGUE)
        meant = settings.say("check.did_you_mean", name=near) if near else settings.say("check.explain.see")
        click.echo(f"{settings.say('check.explain.unknown', code=on_one_line(code))} {meant}", err=True)
        sys.exit(USAGE)
    for line in lines:
        click.echo(line)
