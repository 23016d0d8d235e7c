"""`simulator play SCENARIO`, and the screen that `simulator` alone opens."""

from __future__ import annotations

import sys

import click

from simulator.cli import USAGE, Settings
from simulator.messages import text, ui_language
from simulator.tui.terminal import missing_terminal, patch_textual, prepare_environment


@click.command("play", help=text("cli.help.play", ui_language()))
@click.argument("scenario")
@click.option("--lang", "lang_option", help=text("cli.help.lang", ui_language()))
@click.pass_obj
def command(settings: Settings, scenario: str, lang_option: str | None) -> None:
    if lang_option:
        settings = Settings(ui_language(lang_option), lang_option, settings.data_dir)
    sys.exit(open_screen(settings, scenario))


def open_screen(settings: Settings, scenario: str | None = None) -> int:
    """Shows the screens until the trainee leaves.

    Args:
        settings: the language and the data folder.
        scenario: an id or a path to go straight into; None: the home screen.

    Returns:
        The exit code.

    Raises:
        NotFoundError, ContentError, StoreError: what ended the app, or kept it from opening the scenario.
    """
    if missing := missing_terminal():
        click.echo(settings.say(missing), err=True)
        return USAGE
    prepare_environment()
    patch_textual()
    from simulator.store.place import data_folder
    from simulator.tui.app import SimulatorApp

    app = SimulatorApp(settings.lang, data_folder(settings.data_dir), scenario)
    app.run()
    if app.error is not None:
        raise app.error
    return app.return_code or 0
