"""`simulator graph`: a scenario at a glance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

import click

from simulator.analysis.overview import Overview, overview
from simulator.cli import Settings
from simulator.cli.output import writer
from simulator.library.library import Library
from simulator.messages import text, ui_language
from simulator.runner.coverage import ways_taken
from simulator.runner.errors import valid
from simulator.scoring.engine import Engine

#: Format to the module and the function that draws it.
DRAWN = {"text": ("outline", "outline"), "mermaid": ("code", "mermaid"), "dot": ("code", "dot"), "svg": ("svg", "svg")}


@click.command("graph", help=text("cli.help.graph", ui_language()))
@click.argument("scenario")
@click.option("--format", "form", type=click.Choice([*DRAWN]), default="text", show_default=True,
              help=text("graph.help.format", ui_language()))  # fmt: skip
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help=text("graph.help.output", ui_language())
)
@click.option("--lang", "lang_option", help=text("cli.help.lang", ui_language()))
@click.option("--rubric", default="core", show_default=True, help=text("rehearse.help.rubric", ui_language()))
@click.pass_obj
def command(
    settings: Settings, scenario: str, form: str, output: Path | None, lang_option: str | None, rubric: str
) -> None:
    lang = ui_language(lang_option) if lang_option else settings.lang
    library = Library()
    case = valid(library.scenario(scenario, lang))
    engine = Engine(valid(library.rubric(rubric))).playing
    view = overview(case, engine.rubric, ways_taken(case, engine))
    module, function = DRAWN[form]
    draw: Callable[[Overview, str], Iterable[str]] = getattr(
        import_module(f"simulator.reports.graph.{module}"), function
    )
    lines = draw(view, lang)
    with writer(output, settings) as write:
        for line in lines:
            write(f"{line}\n")
