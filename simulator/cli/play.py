"""`simulator play SCENARIO`, and the screen that `simulator` alone opens."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.cli import USAGE, Settings
from simulator.library.errors import NotFoundError
from simulator.messages import text, ui_language
from simulator.tui.terminal import missing_terminal, patch_textual, prepare_environment

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


@click.command("play", help=text("cli.help.play", ui_language()))
@click.argument("scenario")
@click.option("--lang", "lang_option", help=text("cli.help.lang", ui_language()))
@click.option("--rubric", default="", metavar="RUBRIC", help=text("play.help.rubric", ui_language()))
@click.option("--watch", is_flag=True, help=text("play.help.watch", ui_language()))
@click.option("--from", "beat", metavar="BEAT", help=text("play.help.from", ui_language()))
@click.option("--mood", type=click.IntRange(0, 100), metavar="N", help=text("play.help.mood", ui_language()))
@click.pass_obj
def command(
    settings: Settings,
    scenario: str,
    lang_option: str | None,
    rubric: str,
    watch: bool,
    beat: str | None,
    mood: int | None,
) -> None:
    if lang_option:
        settings = replace(settings, lang=ui_language(lang_option), lang_option=lang_option)
    if watch or beat is not None or mood is not None:
        sys.exit(open_trial(settings, scenario, rubric, watch, beat, mood))
    sys.exit(open_screen(settings, scenario, rubric))


def open_screen(settings: Settings, scenario: str | None = None, rubric: str = "") -> int:
    """Shows the screens until the trainee leaves.

    Args:
        settings: the language and the data folder.
        scenario: an id or a path to go straight into; None: the home screen.
        rubric: the rubric that sessions are judged by, its id or path; "" for the one chosen on the screens.

    Returns:
        The exit code.

    Raises:
        NotFoundError, ContentError, StoreError: what ended the app, or kept it from opening the scenario.
    """
    if not ready(settings):
        return USAGE
    from simulator.store.place import data_folder
    from simulator.tui.app import SimulatorApp

    app = SimulatorApp(settings.lang, data_folder(settings.data_dir), scenario)
    app.rubric = rubric
    return run(app, settings.store)


def open_trial(settings: Settings, scenario: str, rubric: str, watch: bool, beat: str | None, mood: int | None) -> int:
    """Shows a scenario as its author tries it. Nothing of it goes into the session log.

    Args:
        settings: the language and the data folder, for the preferences.
        scenario: an id or a path.
        rubric: the rubric that it is judged by, as for `open_screen`.
        watch: whether to go on with each saved version.
        beat: the beat to begin at, or None.
        mood: the mood to begin in, or None.

    Returns:
        The exit code.

    Raises:
        NotFoundError: there is no such scenario or beat.
        ContentError: the scenario has errors.
    """
    from simulator.language.nearest import nearest
    from simulator.library.library import Library
    from simulator.runner.errors import valid

    library = Library()
    path = library.find(scenario, settings.lang)
    beats = valid(library.scenario(path, settings.lang)).beats
    if beat is not None and beat not in beats:
        raise NotFoundError("library.no_beat", beat, nearest(beat, beats))
    if not ready(settings):
        return USAGE
    from simulator.store.place import data_folder
    from simulator.tui.trial import TrialApp, Wish

    with tempfile.TemporaryDirectory() as log:
        wish = Wish(path, watch, beat, mood)
        app = TrialApp(settings.lang, data_folder(settings.data_dir), Path(log), wish)
        app.rubric = rubric
        return run(app)


def ready(settings: Settings) -> bool:
    """Makes the terminal ready; says what is missing."""
    if missing := missing_terminal():
        click.echo(settings.say(missing), err=True)
        return False
    prepare_environment()
    patch_textual()
    return True


def run(app: SimulatorApp, store: str | None = None) -> int:
    """Runs the app; raises what ended it.

    Args:
        app: the app.
        store: the address of the session log, or None where the app knows the folder.

    Returns:
        The exit code.
    """
    if store:
        app.log_home = store
    app.run()
    if app.error is not None:
        raise app.error
    return app.return_code or 0
