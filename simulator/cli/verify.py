"""`simulator verify`: whether logs are as they were written, with every session played again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import click

from simulator import __version__
from simulator.cli import PROBLEMS, STORE, USAGE, Settings
from simulator.cli.progress import progress
from simulator.messages import text, ui_language
from simulator.reports.inert import json_line, on_one_line
from simulator.runner.verify import Tally, Verifier, on_cores
from simulator.store.checking import Finding
from simulator.store.errors import StoreError
from simulator.store.place import is_address
from simulator.store.store import Store

#: For so many sessions it is not worth to begin another process.
FEW = 20


def _help(key: str) -> str:
    return text(f"verify.help.{key}", ui_language())


@click.command("verify", help=text("cli.help.verify", ui_language()))
@click.argument("logs", nargs=-1, metavar="[LOG]...")
@click.option("--receipts", type=click.Path(path_type=Path, dir_okay=False), multiple=True, help=_help("receipts"))
@click.option("--jobs", type=click.IntRange(0, 256), default=0, show_default=True, help=_help("jobs"))
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.pass_obj
def command(settings: Settings, logs: tuple[str, ...], receipts: tuple[Path, ...], jobs: int, as_json: bool) -> None:
    lines = [line for path in receipts for line in _read(path, settings)]
    places: list[Path | str | None] = [log if is_address(log) else Path(log) for log in logs]
    write = _Writer(settings, as_json)
    failed = found = False
    for place in places or [None]:
        # Without an argument it is the own log, which may not have been begun.
        own = partial(Store.open, settings.log, read_only=True)
        try:
            found |= _verify(own if place is None else partial(Store.look, place), lines, write, settings, jobs)
        except StoreError as error:
            click.echo(on_one_line(error.message(settings.lang)), err=True)
            failed = True
    write.end()
    sys.exit(STORE if failed else PROBLEMS if found else 0)


class _Writer:
    """Writes findings as they are found: a line each, or one JSON list."""

    def __init__(self, settings: Settings, as_json: bool) -> None:
        self._settings, self._json, self._before = settings, as_json, "["

    def write(self, finding: Finding, log: str) -> None:
        what = self._settings.say(f"verify.code.{finding.code}", **self._values(finding))
        if not self._json:
            click.echo(on_one_line(self._settings.say("verify.finding", place=self._place(finding), what=what)))
            return
        record = {
            "log": log, "stream": finding.stream, "id": finding.id, "seq": finding.seq, "code": finding.code,
            "message": what,
        }  # fmt: skip
        click.echo(self._before + json_line(record), nl=False)
        self._before = ",\n "

    def end(self) -> None:
        if self._json:
            click.echo("]" if self._before != "[" else "[]")

    def _place(self, finding: Finding) -> str:
        place = self._settings.say(f"verify.place.{finding.stream}", id=finding.id)
        return place if finding.seq is None else self._settings.say("verify.number", place=place, seq=finding.seq)

    def _values(self, finding: Finding) -> dict[str, object]:
        reason = finding.values.get("reason")
        told = {"reason": reason.message(self._settings.lang)} if isinstance(reason, StoreError) else {}
        return {"": "", **finding.values, **told}


def _verify(opened: Callable[[], Store], receipts: list[str], write: _Writer, settings: Settings, jobs: int) -> bool:
    """Verifies one log. Returns whether anything was found."""
    with opened() as store:
        sessions = [*store.ids("sessions")]
    jobs = min(jobs or os.cpu_count() or 1, len(sessions) // FEW + 1)
    checked = on_cores(opened, sessions, jobs) if jobs > 1 else None
    with opened() as store, progress(len(sessions), settings.say("verify.progress")) as went_on:
        verifier = Verifier(store)
        for finding in chain(verifier.findings(went_on, checked), verifier.receipts(receipts)):
            write.write(finding, store.where)
        where = store.where
    _tell(verifier.tally, where, settings)
    return bool(verifier.tally.findings)


def _tell(tally: Tally, path: str, settings: Settings) -> None:
    said: list[str] = []
    for version, count in sorted(tally.other_engine.items()):
        said.append(settings.say("verify.other_engine", count=count, version=version, own=__version__))
    if tally.other_rescored:
        said.append(settings.say("verify.other_rescored", count=tally.other_rescored))
    if tally.rescored:
        said.append(settings.say("verify.rescored", count=tally.rescored))
    if tally.late:
        said.append(settings.say("verify.late", count=tally.late))
    said.append(
        settings.say(
            "verify.found" if tally.findings else "verify.done",
            path=path,
            sessions=tally.sessions,
            replayed=tally.replayed,
            sittings=tally.sittings,
            receipts=tally.receipts,
            findings=tally.findings,
        )
    )
    for line in said:
        click.echo(on_one_line(line), err=True)


def _read(path: Path, settings: Settings) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from file
    except OSError as error:
        reason = error.strerror or str(error)
        click.echo(on_one_line(settings.say("verify.no_receipts", path=path, reason=reason)), err=True)
        sys.exit(USAGE)
