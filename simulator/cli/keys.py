"""The file with the secret that codes in place of names are made with."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

import click

from simulator.cli import PROBLEMS, Settings
from simulator.reports.inert import on_one_line

#: A secret of fewer bytes is none.
LEAST = 16


def secret_key(path: Path, settings: Settings) -> bytes:
    """The secret in a file, which is made where there is none; says so and leaves where it can't be used."""
    try:
        if not path.exists():
            made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(made, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(32) + "\n")
            click.echo(on_one_line(settings.say("log.key_made", path=path)), err=True)
        key = path.read_bytes().strip()
    except OSError as error:
        reason = error.strerror or str(error)
        click.echo(on_one_line(settings.say("log.key_unreadable", path=path, reason=reason)), err=True)
        sys.exit(PROBLEMS)
    if len(key) < LEAST:
        click.echo(on_one_line(settings.say("log.key_short", path=path, least=LEAST)), err=True)
        sys.exit(PROBLEMS)
    return key
