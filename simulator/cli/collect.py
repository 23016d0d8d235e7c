"""`simulator collect`: takes logs from sticks and shares into the own one."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from simulator.cli import PROBLEMS, Settings
from simulator.cli.progress import progress
from simulator.messages import text, ui_language
from simulator.reports.inert import json_line, on_one_line
from simulator.runner.collect import Collector, Count, NotTaken, logs_in
from simulator.store.errors import StoreError
from simulator.store.place import is_address
from simulator.store.store import Store


@click.command("collect", help=text("cli.help.collect", ui_language()))
@click.argument("logs", nargs=-1, required=True, metavar="FOLDER|FILE...")
@click.option("--trusted", is_flag=True, help=text("collect.help.trusted", ui_language()))
@click.option("--json", "as_json", is_flag=True, help=text("collect.help.json", ui_language()))
@click.pass_obj
def command(settings: Settings, logs: tuple[str, ...], trusted: bool, as_json: bool) -> None:
    trouble = False
    with Store.open(settings.log) as store:
        collector = Collector(store, trusted=trusted)
        for log in _each(logs, store, settings):
            try:
                trouble |= _collect(collector, log, settings, as_json)
            except StoreError as error:
                if str(error.values.get("path")) == store.where:
                    raise
                _say(error.message(settings.lang))
                trouble = True
        for assessment, seat, attempt, times in store.sat_twice():
            _say(settings.say("collect.twice", assessment=assessment, seat=seat, attempt=attempt, times=times))
    sys.exit(PROBLEMS if trouble else 0)


def _each(logs: tuple[str, ...], store: Store, settings: Settings) -> list[Path | str]:
    """The logs to be taken in, each once, without the own one."""
    found: dict[Path | str, None] = {}
    for given in logs:
        inside: list[Path | str] = [given] if is_address(given) else [*logs_in(Path(given))]
        if not inside:
            _say(settings.say("collect.nothing", path=given))
        found.update(dict.fromkeys(inside))
    own = [log for log in found if isinstance(log, Path) and _same_file(log, Path(store.where))]
    for log in own:
        _say(settings.say("collect.own", path=log))
    return [log for log in found if log not in own]


def _same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _collect(collector: Collector, log: Path | str, settings: Settings, as_json: bool) -> bool:
    """Takes in one log. Returns whether something of it was not taken in."""
    with collector.opened(log) as other:
        name = _named(log)
        label = on_one_line(settings.say("collect.progress", path=name))
        with progress(other.count("sessions"), label) as went_on:
            count = collector.collect(other, partial(_tell, name, settings, as_json), went_on)
    if not count.whole:
        _say(settings.say("collect.not_whole", path=name))
    if count.broke_off is not None:
        _say(settings.say("collect.broke_off", path=name, reason=count.broke_off.message(settings.lang)))
    _say(_summary(name, count, settings))
    if count.instructors:
        _say(settings.say("collect.instructors", path=name, count=count.instructors))
    return count.trouble


def _named(log: Path | str) -> str:
    """A log to tell a person of; a password in an address stays out of it."""
    if isinstance(log, Path):
        return str(log)
    from simulator.store.postgres import shown

    return shown(log)


def _tell(log: str, settings: Settings, as_json: bool, one: NotTaken) -> None:
    key = f"collect.why.{one.why}"
    rooted = one.why in ("conflict", "damaged") and one.seq is None
    why = settings.say(f"{key}_root" if rooted else key, seq=one.seq)
    if as_json:
        record = {"log": log, "stream": one.stream, "id": one.id, "why": one.why, "seq": one.seq, "message": why}
        click.echo(json_line(record))
        return
    what = settings.say(f"collect.stream.{one.stream}", id=one.id)
    click.echo(on_one_line(settings.say("collect.not_taken", path=log, what=what, why=why)))


def _summary(log: str, count: Count, settings: Settings) -> str:
    sessions = count.sessions
    return settings.say(
        "collect.done", path=log, new=sessions["new"], longer=sessions["longer"], same=sessions["same"],
        conflict=sessions["conflict"], damaged=sessions["damaged"] + sessions["lacking"],
        sittings=count.sittings["new"], entries=count.entries,
    )  # fmt: skip


def _say(words: str) -> None:
    click.echo(on_one_line(words), err=True)
