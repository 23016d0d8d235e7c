"""What keeps a session from being played. Light, because every command loads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from simulator.language import Loaded, Problem

T = TypeVar("T")


class ContentError(Exception):
    """A scenario or rubric has errors.

    Attributes:
        problems: all of its problems, as `check` tells them.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


def valid(loaded: Loaded[T]) -> T:
    """What was loaded.

    Raises:
        ContentError: it has errors.
    """
    if loaded.value is None:
        raise ContentError(loaded.problems)
    return loaded.value
