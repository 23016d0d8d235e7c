"""`simulator serve FILE`: an assessment for a class in the browser."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import click

from simulator.cli import FINE, INTERRUPTED, PROBLEMS, USAGE, Settings
from simulator.messages import text, ui_language
from simulator.reports.inert import on_one_line


def _help(key: str) -> str:
    return text(f"web.help.{key}", ui_language())


@click.command("serve", help=text("cli.help.serve", ui_language()))
@click.argument("file")
@click.option("--host", default="127.0.0.1", show_default=True, help=_help("host"))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help=_help("port"))
@click.option("--name", "names", multiple=True, metavar="NAME", help=_help("name"))
@click.option("--most", type=click.IntRange(1, 1000), default=60, show_default=True, help=_help("most"))
@click.option("--release", metavar="SEAT", help=_help("release"))
@click.pass_obj
def command(
    settings: Settings, file: str, host: str, port: int, names: tuple[str, ...], most: int, release: str | None
) -> None:
    from simulator.library.library import Library

    path = Library().assessment(file)
    if not hasattr(os, "fork"):
        raise click.UsageError(settings.say("web.no_fork"))
    try:
        import aiohttp  # noqa: F401
        import textual_serve  # noqa: F401
    except ImportError:
        raise click.UsageError(settings.say("web.missing")) from None
    if release is not None:
        sys.exit(set_free(settings, path, release))
    sys.exit(serve(settings, path, host, port, names, most))


def set_free(settings: Settings, path: Path, typed: str) -> int:
    """Takes a seat from the browser that holds it; returns the exit code."""
    from simulator.library.library import Library
    from simulator.runner.room import Room, SittingError
    from simulator.store.place import data_folder
    from simulator.store.store import Store
    from simulator.web.run import keys_of

    with Store.open(settings.log) as store:
        room = Room(path, Library(), store)
        try:
            seat = room.seat(typed).id
        except SittingError as error:
            raise click.UsageError(error.message(settings.lang)) from None
        held = keys_of(data_folder(settings.data_dir), room).release(seat)
    click.echo(on_one_line(settings.say("web.released" if held else "web.not_held", seat=seat)), err=True)
    return FINE


def serve(settings: Settings, path: Path, host: str, port: int, names: tuple[str, ...], most: int) -> int:
    """Serves an assessment until it is stopped.

    Args:
        settings: the language and the log.
        path: the assessment's file.
        host, port, names, most: as for `web.run.Place`.

    Returns:
        The exit code.

    Raises:
        ContentError, StoreError: it can't be sat.
    """
    import asyncio

    from simulator.library.library import Library
    from simulator.runner.room import Room
    from simulator.store.place import data_folder
    from simulator.store.store import Store
    from simulator.web.run import Place, listening, run
    from simulator.web.seats import NurseryError, Seats

    def tell(key: str, **values: object) -> None:
        click.echo(on_one_line(settings.say(f"web.{key}", **values)), err=True)

    place, folder = Place(host, port, names, most), data_folder(settings.data_dir)
    with Store.open(settings.log) as store:
        room = Room(path, Library(), store)
        try:
            listener = listening(place)
        except (OSError, UnicodeError) as error:
            tell("taken_port", host=host, port=port, why=error)
            return USAGE

        def ready(link: str, word: str | None) -> None:
            tell("serving", title=room.rules.title.get(settings.lang), seats=len(room.bundle.seats), most=most)
            if word:
                tell("room_is", word=word)
                if not names:
                    tell("plain_http")
                if not all(seat.code for seat in room.bundle.seats):
                    tell("by_id")
            # What a program or a person takes from it is the address alone.
            click.echo(link)
            sys.stdout.flush()

        tell("getting_ready")
        with listener:
            try:
                ended = asyncio.run(
                    run(room, folder, Seats(path, folder, settings.store), place, listener, tell, ready)
                )
            except NurseryError as error:
                tell("not_ready", why=error)
                return PROBLEMS
    return INTERRUPTED if ended == signal.SIGINT else FINE
