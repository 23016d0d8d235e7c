"""`simulator rescore`: what another rubric, or this version, makes of sessions that were played."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from itertools import chain

import click

from simulator.cli import PROBLEMS, Settings
from simulator.cli.grades import nothing
from simulator.cli.progress import progress
from simulator.library.library import Library
from simulator.marking.rescored import Tally
from simulator.messages import text, ui_language
from simulator.model.rubric import RubricBundle
from simulator.reports.inert import json_line, on_one_line
from simulator.reports.rescore import SHORT, Words, move_record
from simulator.runner.chosen import chosen
from simulator.runner.errors import valid
from simulator.runner.marks import Marks
from simulator.runner.rescore import Anew, Keeping, LeftOut, Rescoring, on_cores
from simulator.store.store import Store
from simulator.tui.preferences import likely_name


def _help(key: str) -> str:
    return text(f"rescore.help.{key}", ui_language())


@click.command("rescore", help=text("cli.help.rescore", ui_language()))
@click.option("--rubric", metavar="RUBRIC", help=_help("rubric"))
@click.option("--assessment", metavar="ID", help=_help("assessment"))
@click.option("--group", metavar="GROUP", help=_help("group"))
@click.option("--diff", is_flag=True, help=_help("diff"))
@click.option("--keep", is_flag=True, help=_help("keep"))
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.option("--jobs", type=click.IntRange(0, 256), default=0, show_default=True, help=_help("jobs"))
@click.option("--by", default=likely_name, metavar="NAME", show_default=False, help=_help("by"))
@click.pass_obj
def command(
    settings: Settings, rubric: str | None, assessment: str | None, group: str | None, diff: bool, keep: bool,
    as_json: bool, jobs: int, by: str,
) -> None:  # fmt: skip
    bundle = valid(Library().rubric(rubric)) if rubric else None
    with Store.open(settings.log, read_only=True) as store:
        sessions = [row.id for row in chosen(store, assessment, group) if row.turns]
    if not sessions:
        nothing(assessment, group, settings.say("rescore.nothing"), settings)
    jobs = min(jobs or os.cpu_count() or 1, -(-len(sessions) // 8))
    if jobs > 1:
        # A log must not be open across the birth of a process: they are there once the first answer is.
        answers = on_cores(settings.log, bundle, sessions, jobs)
        answers = chain([next(answers)], answers)
    with Store.open(settings.log, read_only=not keep) as store:
        if jobs <= 1:
            answers = map(Rescoring(store, bundle).of, sessions)
        teller = _Teller(settings, store, bundle, diff, as_json)
        keeping = Keeping(store, by) if keep else None
        with progress(len(sessions), settings.say("rescore.progress")) as went_on:
            for one in answers:
                if isinstance(one, Anew) and keeping:
                    teller.tally.kept += not one.known
                    teller.tell(one)
                    keeping.keep(one, bundle, time.time())
                else:
                    teller.tell(one)
                went_on(1)
        teller.end(keep)
    if teller.left_out:
        sys.exit(PROBLEMS)


class _Teller:
    """Tells of each session as it is scored, and of all at the end."""

    def __init__(
        self, settings: Settings, store: Store, bundle: RubricBundle | None, diff: bool, as_json: bool
    ) -> None:
        self._settings, self._marks, self._diff, self._json = settings, Marks(store), diff, as_json
        self._words, self._met = Words(settings.lang), set[str]()
        self._rubric = bundle.rubric if bundle else None
        if self._rubric:
            self._words.meet(self._rubric)
        self.tally, self.left_out = Tally(), 0

    def tell(self, one: Anew | LeftOut) -> None:
        if isinstance(one, LeftOut):
            self.left_out += 1
            why = self._settings.say(one.why, **dict(one.values))
            said = self._settings.say("rescore.left_out", session=one.session[:SHORT], why=why)
            click.echo(on_one_line(said), err=True)
            return
        if one.moves and one.row.rubric_digest not in self._met:
            self._met.add(one.row.rubric_digest)
            self._words.meet(self._marks.rubric(one.row.id))
        self.tally.add(one.moves, (one.counts_was, one.counts), (one.passed_was, one.passed))
        self.tally.look_again += one.look_again
        for line in self._record(one) if self._json else self._lines(one):
            click.echo(line)

    def end(self, keep: bool) -> None:
        for line in self._words.sum(self.tally):
            click.echo(line, err=self._json)
        key = "kept" if keep else "not_kept"
        click.echo(self._settings.say(f"rescore.{key}", count=self.tally.kept), err=True)

    def _lines(self, one: Anew) -> Iterator[str]:
        if not one.moves and one.counts == one.counts_was:
            return
        yield self._words.session(
            one.row.id, one.row.trainee, one.row.scenario, (one.counts_was, one.counts), (one.passed_was, one.passed),
            one.look_again,
        )  # fmt: skip
        if self._diff:
            rubric = self._rubric or self._marks.rubric(one.row.id)
            yield from self._words.moves(one.moves, one.replies, one.rescored.scores, rubric)

    def _record(self, one: Anew) -> Iterator[str]:
        row, new = one.row, one.rescored
        yield json_line({
            "session": row.id, "trainee": row.trainee, "scenario": row.scenario, "lang": row.lang,
            "rubric": new.rubric, "digest": new.digest, "engine": new.engine, "engine_was": new.was,
            "engine_score": new.score, "was": one.counts_was, "score": one.counts, "passed_was": one.passed_was,
            "passed": one.passed, "look_again": one.look_again, "moves": [move_record(move) for move in one.moves],
        })  # fmt: skip
