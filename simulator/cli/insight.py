"""`simulator insight`: a class looked at whole."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli import Settings
from simulator.messages import text, ui_language


def _help(key: str) -> str:
    return text(f"insight.help.{key}", ui_language())


@click.command("insight", help=text("cli.help.insight", ui_language()))
@click.option("--assessment", metavar="ID", help=_help("assessment"))
@click.option("--group", metavar="GROUP", help=_help("group"))
@click.option("--json", "as_json", is_flag=True, help=_help("json"))
@click.option("--format", "form", type=click.Choice(["html", "text"]), default="text", show_default=True,
              help=text("report.help.format", ui_language()))  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False),
              help=text("report.help.output", ui_language()))  # fmt: skip
@click.pass_obj
def command(
    settings: Settings, assessment: str | None, group: str | None, as_json: bool, form: str, output: Path | None
) -> None:
    from simulator.analysis.insight import Insight
    from simulator.cli.grades import nothing
    from simulator.cli.output import writer
    from simulator.cli.progress import progress
    from simulator.cli.report import drawn
    from simulator.reports.inert import json_line
    from simulator.reports.pages.insight import insight_document, insight_record
    from simulator.runner.insight import Looking
    from simulator.runner.marks import Marks
    from simulator.store.store import Store

    with Store.open(settings.log, read_only=True) as store:
        looking, insight = Looking(store, assessment, group), Insight()
        with progress(store.count("sessions"), settings.say("insight.progress")) as went_on:
            for contact in looking.contacts():
                insight.add(contact)
                went_on(1)
        rubrics = {digest: Marks(store).rubric(session) for digest, session in looking.rubrics.items()}
    if looking.left_out:
        click.echo(settings.say("insight.left_out", count=looking.left_out), err=True)
    if not insight.sessions:
        nothing(assessment, group, settings.say("insight.nothing"), settings)
    with writer(output, settings) as write:
        if as_json:
            write(json_line(insight_record(insight, rubrics, settings.lang)) + "\n")
            return
        title = " ".join(part for part in (assessment, group) if part)
        for piece in drawn(insight_document(insight, rubrics, title, settings.lang), form):
            write(piece)
