"""`simulator rehearse`: plays a scenario without a screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click

from simulator.cli import PROBLEMS, USAGE, Settings
from simulator.library.library import Library
from simulator.messages import text, to_traditional, ui_language
from simulator.model.base import Bilingual
from simulator.model.rubric import Rubric
from simulator.model.scenario import Quality, Scenario
from simulator.reports.inert import json_line, on_one_line
from simulator.reports.plain import Writer, quoted
from simulator.runner.errors import valid
from simulator.runner.rehearse import Rehearsal, rehearse, rehearse_exemplars


def _help(key: str) -> str:
    return text(f"rehearse.help.{key}", ui_language())


@click.command("rehearse", help=text("cli.help.rehearse", ui_language()))
@click.argument("scenario")
@click.option("--replies", help=_help("replies"))
@click.option("--quality", type=click.Choice(get_args(Quality)), help=_help("quality"))
@click.option("--lang", "lang_option", help=text("cli.help.lang", ui_language()))
@click.option("--rubric", default="core", show_default=True, help=_help("rubric"))
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.option("--strict", is_flag=True, help=_help("strict"))
@click.pass_obj
def command(
    settings: Settings,
    scenario: str,
    replies: str | None,
    quality: Quality | None,
    lang_option: str | None,
    rubric: str,
    as_json: bool,
    strict: bool,
) -> None:
    if (replies is None) == (quality is None):
        raise click.UsageError(settings.say("rehearse.one_source"))
    lang = ui_language(lang_option) if lang_option else settings.lang
    library = Library()
    case = valid(library.scenario(scenario, lang))
    bundle = valid(library.rubric(rubric))
    if quality is not None:
        played = rehearse_exemplars(case, bundle, quality)
    else:
        played = rehearse(case, bundle, _replies(replies or "", settings))
    lines = [json_line(_record(played))] if as_json else _report(played, case, bundle.rubric, lang)
    for line in lines:
        click.echo(line)
    if played.unused:
        click.echo(settings.say("rehearse.left_over", count=played.unused), err=True)
        if strict:
            sys.exit(PROBLEMS)


def _replies(file: str, settings: Settings) -> list[str]:
    """The replies in a file: a line each, whatever is in it."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        reason = error.strerror or error
        click.echo(settings.say("rehearse.cannot_read", path=on_one_line(file), reason=reason), err=True)
        sys.exit(USAGE)
    try:
        whole = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        click.echo(settings.say("rehearse.not_utf8", path=on_one_line(file), line=line), err=True)
        sys.exit(PROBLEMS)
    # Only "\n" parts replies, and the last one ends no further reply.
    return [line.removesuffix("\r") for line in whole.removesuffix("\n").split("\n")] if whole else []


def _record(played: Rehearsal) -> dict[str, Any]:
    return {
        "scenario": played.scenario,
        "lang": played.lang,
        "turns": [
            {
                "beat": turn.beat,
                "customer": "\n".join(turn.customer),
                "reply": turn.reply,
                "levels": turn.score.levels,
                "flags": turn.score.flags,
                "mood": turn.mood,
                "evidence": [asdict(evidence) for evidence in turn.score.evidence],
            }
            for turn in played.turns
        ],
        "ending": played.ending,
        "outcome": played.outcome,
        "score": played.score.score,
    }


def _report(played: Rehearsal, case: Scenario, rubric: Rubric, lang: str) -> Iterator[str]:
    def called(name: Bilingual) -> str:
        return to_traditional(name.zh) if lang == "zh-Hant" else name.get(lang)

    names = {id_: called(criterion.name) for id_, criterion in rubric.criteria.items()}
    names |= {id_: called(flag.name) for id_, flag in rubric.flags.items()}
    writer = Writer(lang, names)
    yield on_one_line(f"{case.title} ({case.scenario}, {case.lang})")
    for number, turn in enumerate(played.turns, 1):
        yield ""
        yield writer.say("turn", number=number, beat=turn.beat, mood=turn.before)
        yield writer.say("customer")
        yield from quoted("\n".join(turn.customer))
        yield text("rehearse.reply", lang)
        yield from quoted(turn.reply)
        yield from writer.judged(turn.score)
        yield "  " + writer.say("mood", before=turn.before, after=turn.mood)
    yield ""
    if played.last_words:
        yield writer.say("customer")
        yield from quoted("\n".join(played.last_words))
        yield ""
    if played.ending is None:
        yield text("rehearse.unfinished", lang)
    else:
        yield writer.ended(played.outcome, played.ending)
    if played.score.score is not None:
        yield writer.scored(played.score.score, played.score.passed)
