"""Time that goes on whatever becomes of the clock on the wall, also while the program is dead."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True)
class Tick:
    """A moment by two clocks.

    Attributes:
        wall: the clock on the wall, in seconds since 1970 (UTC); people can set it.
        steady: a clock that nobody can set, in seconds; it goes on in sleep where the system has such a clock.
        boot: what the steady clock counts from; "" where it can only be compared within this process.
    """

    wall: float
    steady: float
    boot: str = ""


Ticks = Callable[[], Tick]


def tick() -> Tick:
    """Now."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return Tick(time.time(), time.clock_gettime(time.CLOCK_BOOTTIME), _boot())
    return Tick(time.time(), time.monotonic())


def passed(before: Tick, after: Tick, *, same_process: bool = False) -> float:
    """The seconds between two moments: as many as either clock says, so that setting one back gains nothing.

    Args:
        before, after: the moments.
        same_process: whether this process took both.
    """
    comparable = before.boot == after.boot and (bool(before.boot) or same_process)
    steady = after.steady - before.steady if comparable else 0.0
    return max(0.0, after.wall - before.wall, steady)


@cache
def _boot() -> str:
    with suppress(OSError):
        return _BOOT.read_text("ascii").strip()
    return ""
