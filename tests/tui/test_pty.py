"""In a real terminal: the app comes and goes without harm, however it is made to go."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.store.store import Store
from simulator.tui.preferences import Preferences
from tests.tui.conftest import WORLD

#: What leaves the alternate screen: a terminal that got it shows the shell again.
LEFT = b"\x1b[?1049l"


class Terminal:
    """A pseudo-terminal with the simulator in it."""

    def __init__(
        self, folder: Path, *command: str, stdin: int | None = None, stderr: int | None = None, own: bool = True
    ) -> None:
        """`own` makes it the process's own terminal, which hangs up when it is closed."""
        self.master, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = {**os.environ, "SIMULATOR_DATA_DIR": str(folder), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        self.process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, "-m", "simulator", *command],
            cwd=WORLD,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(inside, termios.TIOCSCTTY, 0) if own else None,
            stdin=inside if stdin is None else stdin,
            stdout=inside,
            stderr=inside if stderr is None else stderr,
        )
        os.close(inside)
        self.output = b""

    def read(self, seconds: float = 0.1) -> None:
        """Takes in what is written for a while."""
        end = time.monotonic() + seconds
        while (rest := end - time.monotonic()) > 0 and select.select([self.master], [], [], rest)[0]:
            try:
                piece = os.read(self.master, 65536)
            except OSError:
                return
            if not piece:
                return
            self.output += piece

    def until(self, words: str, seconds: float = 20) -> None:
        """Waits until something was written."""
        end = time.monotonic() + seconds
        while words.encode() not in self.output:
            assert time.monotonic() < end, self.output[-2000:]
            assert self.process.poll() is None, self.output[-2000:]
            self.read()

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def end(self, seconds: float = 20) -> int:
        """The exit code, once it has gone."""
        end = time.monotonic() + seconds
        while (code := self.process.poll()) is None:
            assert time.monotonic() < end, "it does not go"
            self.read()
        self.read()
        return code

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Preferences(name="Li Na", spoken=False).write(tmp_path)
    return tmp_path


@contextmanager
def playing(folder: Path, *, own: bool = True) -> Iterator[Terminal]:
    """The sample, with something typed."""
    terminal = Terminal(folder, "play", "cold-soup", own=own)
    try:
        terminal.until("soup is cold!")
        terminal.type("你")
        terminal.until("你")
        yield terminal
    finally:
        terminal.close()


def drafts(folder: Path) -> list[str]:
    with Store.open(folder, read_only=True) as store:
        return [store.draft(row.id) for row in store.sessions()]


def test_a_signal_keeps_the_draft_restores_the_terminal_and_gives_its_code(folder: Path) -> None:
    with playing(folder) as terminal:
        # Keys that no terminal should send do no harm before.
        terminal.type("\x1b[97;1:3u\x1b[97:65;2;65u\x1b[55296;1u\x1b[999999999999u")
        terminal.type("好")
        terminal.until("好")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert LEFT in terminal.output
    assert drafts(folder) == ["你好"]


@pytest.mark.parametrize("own", [True, False], ids=["hangs up", "says nothing"])
def test_a_closed_terminal_ends_the_app_and_keeps_the_draft(folder: Path, own: bool) -> None:
    with playing(folder, own=own) as terminal:
        os.close(terminal.master)
        assert terminal.process.wait(20) == 128 + signal.SIGHUP
        terminal.master = os.open(os.devnull, os.O_RDONLY)
    assert drafts(folder) == ["你"]


def test_a_kill_loses_at_most_what_was_typed_in_the_last_second(folder: Path) -> None:
    with playing(folder) as terminal:
        time.sleep(1.2)
        terminal.process.kill()
        assert terminal.end() == -signal.SIGKILL
    assert drafts(folder) == ["你"]
    again = Terminal(folder)
    try:
        again.until("Go on with")
        again.type("\r")
        again.until("你")
        again.type("\x11")
        assert again.end() == 0
        assert LEFT in again.output
    finally:
        again.close()


def test_without_a_terminal_to_read_from_it_says_so(folder: Path) -> None:
    terminal = Terminal(folder, stdin=subprocess.DEVNULL)
    assert terminal.end() == 2
    assert b"read keys from a terminal" in terminal.output
    terminal.close()


def test_without_a_terminal_to_draw_on_it_says_so(folder: Path) -> None:
    with (folder / "log").open("wb") as log:
        terminal = Terminal(folder, "--lang", "zh", stderr=log.fileno())
        assert terminal.end() == 2
        terminal.close()
    assert "标准错误输出" in (folder / "log").read_text("utf-8")


def test_a_scenario_that_is_not_there_is_told_after_the_screen_with_the_usual_code(folder: Path) -> None:
    terminal = Terminal(folder, "play", "cold-soap")
    assert terminal.end() == 2
    assert b"cold-soup" in terminal.output.rpartition(LEFT)[2]
    terminal.close()


def test_a_log_that_cannot_be_used_is_told_after_the_screen_with_code_3(folder: Path) -> None:
    (folder / "sessions.db").write_bytes(b"no log at all, but long enough to be one" * 40)
    terminal = Terminal(folder)
    assert terminal.end() == 3
    assert b"damaged" in terminal.output.rpartition(LEFT)[2]
    terminal.close()
