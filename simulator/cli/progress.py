"""A bar that shows how far a long command has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress(length: int | None, label: str) -> Iterator[Callable[[int], object]]:
    """What to call with the amount done: it draws a bar where a person watches and the answers go elsewhere.

    Args:
        length: how much there is to do; None where nobody knows.
        label: what is being done.
    """
    if length is None or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda done: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update
