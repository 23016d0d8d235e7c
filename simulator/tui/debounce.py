"""Work that waits until the typing pauses."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.message_pump import MessagePump
from textual.timer import Timer


class Debounce:
    """Calls back when nothing has been touched for a while, at the latest some time after the first touch.

    Args:
        owner: the widget whose timers do the waiting.
        call: what is called.
        pause: the quiet time, in seconds.
        longest: the longest wait after the first touch, in seconds.
    """

    def __init__(self, owner: MessagePump, call: Callable[[], object], *, pause: float, longest: float) -> None:
        self._owner, self._call, self._pause, self._longest = owner, call, pause, longest
        self._timer: Timer | None = None
        self._first = self._last = 0.0

    def touch(self) -> None:
        """Something happened: the wait begins, or begins again. Costs next to nothing."""
        self._last = monotonic()
        if self._timer is None:
            self._first = self._last
            self._timer = self._owner.set_timer(self._pause, self._due)

    def cancel(self) -> None:
        """Forgets what was touched."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _due(self) -> None:
        now = monotonic()
        rest = min(self._last + self._pause, self._first + self._longest) - now
        if rest > 0.005:
            self._timer = self._owner.set_timer(rest, self._due)
        else:
            self._timer = None
            self._call()
