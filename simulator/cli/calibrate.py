"""`simulator calibrate`: several people rate the same replies blind; how far they and the engine agree."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from simulator.cli import PROBLEMS, USAGE, Settings
from simulator.cli.output import writer, writing
from simulator.cli.progress import progress
from simulator.cli.report import drawn
from simulator.marking.rating import Calibration, Filled, agreements, disagreements
from simulator.messages import text, ui_language
from simulator.reports.calibration import Labels, calibration_document, calibration_record, sheet
from simulator.reports.inert import json_line, on_one_line
from simulator.reports.reasons import listed
from simulator.runner.calibrating import Calibrating, CalibrationError
from simulator.runner.sheets import filled
from simulator.store.store import Store
from simulator.tui.preferences import likely_name


def _help(key: str) -> str:
    return text(f"calibrate.help.{key}", ui_language())


_NAME = click.argument("name", required=False)
_RATER = click.option("--rater", required=True, metavar="NAME", help=_help("rater"))
_OUTPUT = click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help=_help("output"))
_SET = text("calibrate.set_help", ui_language())


@click.group("calibrate", help=text("cli.help.calibrate", ui_language()))
def command() -> None:
    pass


@command.command(help=_help("start"))
@click.argument("name")
@click.option("--rater", "raters", multiple=True, required=True, metavar="NAME", help=_help("raters"))
@click.option("--sample", type=click.IntRange(1, 1000), default=40, show_default=True, help=_help("sample"))
@click.option("--seed", default="1", show_default=True, help=_help("seed"))
@click.option("--rubric", metavar="ID", help=_help("rubric"))
@click.option("--language", type=click.Choice(["en", "zh"]), help=_help("language"))
@click.option("--assessment", metavar="ID", help=_help("assessment"))
@click.option("--group", metavar="GROUP", help=_help("group"))
@click.option("--by", default=likely_name, metavar="NAME", show_default=False, help=_help("by"))
@click.pass_obj
def start(
    settings: Settings, name: str, raters: tuple[str, ...], sample: int, seed: str, rubric: str | None,
    language: str | None, assessment: str | None, group: str | None, by: str,
) -> None:  # fmt: skip
    with Store.open(settings.log) as store, _told(settings):
        with progress(store.count("sessions"), settings.say("calibrate.progress")) as went_on:
            made = Calibrating(store, time.time).start(
                name, raters, sample, seed, by, rubric=rubric, lang=language, assessment=assessment, group=group,
                went_on=went_on,
            )  # fmt: skip
        scenarios = {store.session(unit.session).scenario for unit in made.units}
        click.echo(on_one_line(settings.say(
            "calibrate.started", name=name, count=len(made.units), scenarios=len(scenarios), rubric=made.rubric
        )))  # fmt: skip


@command.command("list", help=_help("list"))
@click.pass_obj
def list_(settings: Settings) -> None:
    with Store.open(settings.log, read_only=True) as store, _told(settings):
        calibrating = Calibrating(store, time.time)
        for one in calibrating.sets():
            done = {rater: len(units) for rater, units in calibrating.done(one).items()}
            said = [settings.say("calibrate.who_done", rater=rater, done=count) for rater, count in done.items()]
            who = listed(said, settings.lang)
            line = settings.say("calibrate.line", name=one.name, count=len(one.units), rubric=one.rubric, who=who)
            click.echo(on_one_line(line))


@command.command(help=f"{_help('rate')} {_SET}")
@_NAME
@_RATER
@click.pass_obj
def rate(settings: Settings, name: str | None, rater: str) -> None:
    from simulator.cli.play import ready, run

    if not ready(settings):
        sys.exit(USAGE)
    with Store.open(settings.log, read_only=True) as store, _told(settings):
        # What is wrong with the names is told before the screen opens.
        calibrating = Calibrating(store, time.time)
        calibrating.to_rate(calibrating.named(name), rater)
    from simulator.store.place import data_folder
    from simulator.tui.rate import RateApp

    app = RateApp(settings.lang, data_folder(settings.data_dir), name, rater, time.time)
    with _told(settings):
        sys.exit(run(app, settings.store))


@command.command("sheet", help=f"{_help('sheet')} {_SET}")
@_NAME
@_RATER
@_OUTPUT
@click.pass_obj
def sheet_(settings: Settings, name: str | None, rater: str, output: Path | None) -> None:
    with Store.open(settings.log, read_only=True) as store, _told(settings):
        calibrating = Calibrating(store, time.time)
        calibration = calibrating.named(name)
        units = calibrating.to_rate(calibration, rater)
        shown = [calibrating.show(calibration, rater, unit) for unit in units]
        with writer(output, settings) as write:
            for row in sheet(shown, calibrating.rubric(calibration), settings.lang):
                write(row)
    done = sum(one.done for one in shown)
    click.echo(settings.say("calibrate.wrote", count=len(shown), done=done), err=True)


@command.command(help=f"{_help('take')} {_SET}")
@click.argument("sheet", type=click.Path(path_type=Path, dir_okay=False))
@_NAME
@_RATER
@click.pass_obj
def take(settings: Settings, sheet: Path, name: str | None, rater: str) -> None:
    bad = changed = same = 0
    with Store.open(settings.log) as store, _told(settings):
        calibrating = Calibrating(store, time.time)
        calibration = calibrating.named(name)
        units = calibrating.to_rate(calibration, rater)
        for row in filled(_content(sheet, settings), str(sheet), units, calibrating.rubric(calibration)):
            if isinstance(row, Filled):
                new = calibrating.take(calibration, rater, row)
                changed, same = changed + new, same + (not new)
            else:
                bad += 1
                reason = row.error.message(settings.lang)
                click.echo(on_one_line(settings.say("calibrate.row", path=sheet, row=row.row, reason=reason)), err=True)
        done = len(calibrating.done(calibration)[rater])
    click.echo(settings.say("calibrate.took", changed=changed, same=same, done=done, count=len(units)), err=True)
    if bad:
        sys.exit(PROBLEMS)


@command.command(help=f"{_help('report')} {_SET}")
@_NAME
@click.option("--early", is_flag=True, help=_help("early"))
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.option("--format", "form", type=click.Choice(["html", "text"]), default="text", show_default=True,
              help=text("report.help.format", ui_language()))  # fmt: skip
@_OUTPUT
@click.pass_obj
def report(
    settings: Settings, name: str | None, early: bool, as_json: bool, form: str, output: Path | None
) -> None:  # fmt: skip
    with Store.open(settings.log, read_only=True) as store, _told(settings):
        calibrating = Calibrating(store, time.time)
        calibration = calibrating.named(name)
        if not early and (who := _still_rating(calibrating, calibration, settings)):
            raise CalibrationError("not_finished", who=who)
        rated, rubric = calibrating.rated(calibration), calibrating.rubric(calibration)
        if not any(one.ratings for one in rated):
            raise CalibrationError("nothing_rated")
        agreed = [*agreements(rated, calibration.raters, [*rubric.criteria], [*rubric.flags], calibration.seed)]
        apart = [(one, calibrating.context(one.rated.sampled)[1]) for one in disagreements(rated)]
    with writer(output, settings) as write:
        if as_json:
            write(json_line(calibration_record(calibration, rated, agreed, apart)) + "\n")
            return
        for piece in drawn(calibration_document(calibration, rated, agreed, apart, rubric, settings.lang), form):
            write(piece)


@command.command(help=f"{_help('labels')} {_SET}")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@_NAME
@click.pass_obj
def labels(settings: Settings, folder: Path, name: str | None) -> None:
    written = Labels()
    with Store.open(settings.log, read_only=True) as store, _told(settings):
        calibrating = Calibrating(store, time.time)
        rated = [one for one in calibrating.rated(calibrating.named(name)) if one.ratings]
        if not rated:
            raise CalibrationError("nothing_rated")
        for one in rated:
            context, reply = calibrating.context(one.sampled)
            written.add(one, store.session(one.sampled.session).scenario, context, reply)
    paths = []
    with writing(folder, settings):
        folder.mkdir(parents=True, exist_ok=True)
        for file, content in written.files().items():
            paths.append(folder / file)
            paths[-1].write_text(content, "utf-8")
    shown = dict(zip(("contexts", "replies", "labels"), paths, strict=True))
    click.echo(on_one_line(settings.say("calibrate.wrote_labels", count=len(rated), folder=folder, **shown)))


@contextmanager
def _told(settings: Settings) -> Iterator[None]:
    """Says why something can't be done, and leaves."""
    try:
        yield
    except CalibrationError as error:
        click.echo(on_one_line(error.message(settings.lang)), err=True)
        sys.exit(PROBLEMS)


def _still_rating(calibrating: Calibrating, calibration: Calibration, settings: Settings) -> str:
    """Who has how many replies still to rate, in words; "" where all have finished."""
    said = []
    for rater, done in calibrating.done(calibration).items():
        count = len(calibrating.to_rate(calibration, rater))
        if left := count - len(done):
            said.append(settings.say("calibrate.who_left", rater=rater, left=left, all=count))
    return listed(said, settings.lang)


def _content(path: Path, settings: Settings) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        click.echo(on_one_line(settings.say("calibrate.cannot_read", path=path, reason=reason)), err=True)
        sys.exit(USAGE)
