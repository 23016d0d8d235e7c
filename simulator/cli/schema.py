"""`simulator schema`: the JSON Schema by which editors complete and check."""

from __future__ import annotations

import json

import click

from simulator.language.schema import MODELS, json_schema
from simulator.messages import text, ui_language


@click.command("schema", help=text("cli.help.schema", ui_language()))
@click.argument("kind", type=click.Choice(list(MODELS)))
def command(kind: str) -> None:
    click.echo(json.dumps(json_schema(kind), indent=2, ensure_ascii=False))
