"""`simulator new`: a small sound scenario or assessment for an author to write over."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path
from typing import get_args

import click

from simulator.cli import USAGE, Settings
from simulator.library.starter import assessment_starter, starter
from simulator.messages import text, ui_language
from simulator.model.base import ID_PATTERN
from simulator.model.scenario import Difficulty, Kind, Style
from simulator.reports.inert import BOM, on_one_line


@click.command("new", help=text("cli.help.new", ui_language()))
@click.argument("id_", metavar="ID")
@click.option("--assessment", is_flag=True, help=text("new.help.assessment", ui_language()))
@click.option("--kind", type=click.Choice(get_args(Kind)), default="delay", show_default=True,
              help=text("new.help.kind", ui_language()))  # fmt: skip
@click.option("--style", type=click.Choice(get_args(Style)), default="cooperative", show_default=True,
              help=text("new.help.style", ui_language()))  # fmt: skip
@click.option("--difficulty", type=click.Choice(get_args(Difficulty)), default="beginner", show_default=True,
              help=text("new.help.difficulty", ui_language()))  # fmt: skip
@click.option("--lang", "lang_option", help=text("new.help.lang", ui_language()))
@click.option("--output", type=click.Path(path_type=Path), help=text("new.help.output", ui_language()))
@click.pass_obj
def command(
    settings: Settings,
    id_: str,
    assessment: bool,
    kind: str,
    style: str,
    difficulty: str,
    lang_option: str | None,
    output: Path | None,
) -> None:
    if not re.fullmatch(ID_PATTERN, id_):
        _refuse(settings.say("new.bad_id", id=on_one_line(id_)))
    lang = ui_language(lang_option) if lang_option else settings.lang
    if assessment:
        path = output or Path("assessments", f"{id_}.yaml")
        roster = path.with_suffix(".csv")
        whole, seats = assessment_starter(id_, lang, roster.name)
        # Spreadsheets take it for UTF-8 by the mark.
        texts = {path: whole, roster: BOM + seats}
    else:
        path = output or Path("scenarios", "zh" if lang.startswith("zh") else "en", f"{id_}.yaml")
        texts = {path: starter(id_, lang, kind, style, difficulty)}
    there = next((file for file in texts if file.exists()), None)
    if there:
        _refuse(settings.say("new.exists", path=on_one_line(str(there))))
    for file, words in texts.items():
        _write(file, words, settings)
        click.echo(on_one_line(str(file)))
    key = "new.next_assessment" if assessment else "new.next"
    click.echo(settings.say(key, path=on_one_line(shlex.quote(str(path)))), err=True)


def _write(path: Path, words: str, settings: Settings) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(words)
    except FileExistsError:
        _refuse(settings.say("new.exists", path=on_one_line(str(path))))
    except (OSError, ValueError) as error:  # a name that no file can have
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        _refuse(settings.say("new.unwritable", path=on_one_line(str(path)), reason=reason))


def _refuse(reason: str) -> None:
    click.echo(reason, err=True)
    sys.exit(USAGE)
