"""A pseudo-terminal with a program in it, for measuring what a person would wait for."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence


def table(times: Mapping[str, Sequence[float]], base: str) -> str:
    """What was measured, a line each: the median in milliseconds, and as a multiple of the median of `base`."""
    middles = {name: statistics.median(taken) for name, taken in times.items()}
    wide = max(map(len, middles))
    return "\n".join(f"{name:<{wide}} {m * 1000:6.0f} ms   x{m / middles[base]:.2f}" for name, m in middles.items())


class Terminal:
    """Runs Python in a terminal of its own."""

    def __init__(self, *args: str, size: tuple[int, int] = (80, 24), **environment: str) -> None:
        self.began = time.perf_counter()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execve(sys.executable, [sys.executable, *args], {**os.environ, **terminal, **environment})
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def read(self, seconds: float) -> bytes:
        """What is written next, within some time; b"" where nothing is, or the program has gone."""
        if not select.select([self.file], [], [], max(0.0, seconds))[0]:
            return b""
        try:
            return os.read(self.file, 65536)
        except OSError:
            return b""

    def until(self, words: str, seconds: float = 60) -> float:
        """Seconds from the start until something was written.

        Raises:
            TimeoutError: it never was.
        """
        seen, end = b"", time.perf_counter() + seconds
        while words.encode() not in seen:
            seen += self.read(1)
            if time.perf_counter() > end:
                raise TimeoutError(f"{words!r} was not written: {seen[-500:]!r}")
        return time.perf_counter() - self.began

    def quiet(self, seconds: float) -> None:
        """Reads on until nothing was written for a while."""
        while self.read(seconds):
            pass

    def wait(self, seconds: float) -> None:
        """Reads on for a while, whatever is written: a clock on the screen is never quiet."""
        end = time.perf_counter() + seconds
        while (rest := end - time.perf_counter()) > 0:
            self.read(rest)

    def type(self, keys: str) -> None:
        os.write(self.file, keys.encode())

    def close(self) -> None:
        """Ends the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)
