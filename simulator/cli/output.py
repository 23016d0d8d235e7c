"""Where a command's data goes: a file, or stdout."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO

import click

from simulator.cli import PROBLEMS, Settings
from simulator.reports.inert import on_one_line, visible


@contextmanager
def writer(output: Path | None, settings: Settings) -> Iterator[Callable[[str], None]]:
    """Writes UTF-8, with line ends as they are, to a file or to stdout.

    Says so and leaves where it can't be written.
    """
    with binary(output, settings) as file:
        # A terminal would obey what a file just holds.
        terminal = not output and file.isatty()

        def write(piece: str) -> None:
            inert = visible(piece.replace("\r\n", "\n")) if terminal else piece
            file.write(inert.encode("utf-8", "backslashreplace"))

        yield write


@contextmanager
def binary(output: Path | None, settings: Settings) -> Iterator[IO[bytes]]:
    """As `writer`, for bytes."""
    with writing(output or "stdout", settings):
        opened: AbstractContextManager[IO[bytes]] = output.open("wb") if output else nullcontext(sys.stdout.buffer)
        with opened as file:
            yield file
            file.flush()


@contextmanager
def writing(path: Path | str, settings: Settings) -> Iterator[None]:
    """Says so and leaves where the system does not let a file or a folder be written."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        click.echo(on_one_line(settings.say("log.cannot_write", path=path, reason=reason)), err=True)
        sys.exit(PROBLEMS)
