"""`simulator list`: the library."""

from __future__ import annotations

import click

from simulator.cli import Settings
from simulator.library.library import Item, Library
from simulator.messages import text, ui_language
from simulator.reports.inert import json_line, on_one_line, pad

_WIDTHS = {"id": 24, "lang": 4, "difficulty": 12, "kind": 17}


@click.command("list", help=text("cli.help.list", ui_language()))
@click.option("--json", "as_json", is_flag=True, help=text("check.list.help.json", ui_language()))
@click.pass_obj
def command(settings: Settings, as_json: bool) -> None:
    library = Library()
    items = library.items()
    if as_json:
        click.echo("[" + ",\n ".join(json_line(_record(item)) for item in items) + "]")
    elif items:
        _line({name: settings.say(f"check.list.column.{name}") for name in (*_WIDTHS, "title")})
        for item in items:
            kind, difficulty = settings.say(f"tui.kind.{item.kind}"), settings.say(f"tui.difficulty.{item.difficulty}")
            _line({"id": item.id, "lang": item.lang, "difficulty": difficulty, "kind": kind, "title": item.title})
    else:
        click.echo(settings.say("check.list.empty"), err=True)
    for path in library.broken():
        click.echo(settings.say("check.list.broken", path=on_one_line(path)), err=True)


def _record(item: Item) -> dict[str, object]:
    names = ("id", "lang", "title", "kind", "difficulty", "path", "beats", "endings")
    return {name: getattr(item, name) for name in names}


def _line(values: dict[str, str]) -> None:
    padded = [pad(values[name], width) for name, width in _WIDTHS.items()]
    click.echo("  ".join([*padded, on_one_line(values["title"])]))
