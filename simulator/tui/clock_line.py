"""The time that is left, on one line; it warns in colour and in words."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from textual.content import Content
from textual.widgets import Static

from simulator.runner.terms import TimeLeft

#: From so many seconds on it warns, and from so many it presses.
WARN, PRESS = 60, 15


class ClockLine(Static):
    """The scenario's place and the time left for the reply and for the whole.

    Args:
        say: a sentence of the assessment's catalogue.
        place: which scenario of how many, in words.
    """

    def __init__(self, say: Callable[..., str], place: str) -> None:
        super().__init__(id="clock")
        self._say, self._place = say, place
        self._drawn = ""
        self._warned: dict[str, int] = {}

    def show(self, left: TimeLeft) -> str | None:
        """Draws the time left.

        Returns:
            The warning that is due just now, or None.
        """
        parts: list[tuple[str, str]] = [(f" {self._place}", "bold $primary")]
        warning = None
        for which, seconds in (("reply", left.reply), ("whole", left.whole)):
            if seconds is None:
                continue
            rest = ceil(seconds)
            words = self._say(f"clock.{which}", left=minutes(rest))
            near = PRESS if rest <= PRESS else WARN if rest <= WARN else 0
            if near:
                words += self._say("clock.last" if near == PRESS else "clock.minute")
            parts += [
                ("    ", ""),
                (words, {0: "$foreground", WARN: "bold $text-warning"}.get(near, "bold $text-error")),
            ]
            if near and self._warned.get(which, WARN + 1) > near:
                warning = self._say(f"warn.{which}.{near}")
            self._warned[which] = near or WARN + 1
        line = Content.assemble(*parts)
        if line.plain != self._drawn:
            self._drawn = line.plain
            self.update(line, layout=False)
        return warning


def minutes(seconds: int) -> str:
    """A time as a clock shows it: `4:05`, `1:00:00`."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
