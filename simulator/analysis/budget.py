"""A limit to the work of looking at a scenario whole: counted, not timed, so that it always ends at the same place."""

from __future__ import annotations


class TooIntricateError(Exception):
    """There is more to look at than the limit allows."""


class Budget:
    """What may still be looked at.

    Args:
        left: how many steps.
    """

    def __init__(self, left: int) -> None:
        self._left = left

    def spend(self, steps: int) -> None:
        """Takes steps away.

        Raises:
            TooIntricateError: there are not so many left.
        """
        self._left -= steps
        if self._left < 0:
            raise TooIntricateError
