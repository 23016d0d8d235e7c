"""The real server, started as a class would find it, and browsers made of little more than their sockets."""

from __future__ import annotations

import asyncio
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

from simulator.model.event import Replied
from simulator.store.store import Store

#: How long anything may take; the machine may be busy.
PATIENCE = 40.0
_ESCAPE = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*[ -/]*[@-~]|\][^\x07]*\x07|[@-Z\\-_])")


class Served:
    """A server that runs.

    Attributes:
        process: the server's.
        url: the address that it printed.
        told: what it told whoever runs it; there once it has ended.
    """

    def __init__(self, process: subprocess.Popen[str], log: Path | str) -> None:
        self.process, self.log, self.told = process, log, ""
        assert process.stdout
        self.url = process.stdout.readline().strip()

    @property
    def base(self) -> str:
        """The address without what follows it."""
        return self.url.partition("?")[0]

    def family(self) -> set[int]:
        """The processes that came of it: nursery and seats."""
        return descendants(self.process.pid)

    def end(self, number: int) -> int:
        """Ends it by a signal; returns its exit code."""
        self.process.send_signal(number)
        self.told = self.process.communicate(timeout=PATIENCE)[1]
        return self.process.returncode

    def replies(self, seat: str) -> list[str]:
        """What a seat has said, as the log has it."""
        with Store.open(self.log, read_only=True) as store:
            sessions = store.sessions(trainee=seat)
            events = [stored.event for row in list(sessions) for stored in store.events(row.id)]
        return [event.text for event in events if isinstance(event, Replied)]


@contextmanager
def served(file: Path, *options: str, store: str = "") -> Iterator[Served]:
    """`simulator serve` with a data folder beside the assessment, until the block is left.

    Args:
        file: the assessment's file.
        options: more of the command's.
        store: the address of the log; "": it is in the data folder.
    """
    folder = file.parent / "data"
    kept = ["--data-dir", str(folder), *(["--store", store] if store else [])]
    process = subprocess.Popen(
        [sys.executable, "-m", "simulator", "--lang", "en", *kept, "serve", str(file), "--port", "0", *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        yield Served(process, store or folder)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)


def descendants(pid: int) -> set[int]:
    """All processes that came of one."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if after[0] != "Z":
            parents[int(stat.parent.name)] = int(after[1])
    found, more = set[int](), {pid}
    while more:
        more = {child for child, parent in parents.items() if parent in more} - found
        found |= more
    return found


def gone(pids: set[int], within: float) -> bool:
    """Whether all processes have ended within some seconds."""
    give_up = time.monotonic() + within
    while any(_lives(pid) for pid in pids):
        if time.monotonic() > give_up:
            return False
        time.sleep(0.1)
    return True


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def browser() -> aiohttp.ClientSession:
    """A browser without a window: it keeps cookies."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


def origin(url: str) -> dict[str, str]:
    """What a page of the server sends along."""
    return {"Origin": re.match(r"\w+://[^/]+", url)[0]}  # type: ignore[index]


async def sit_down(session: aiohttp.ClientSession, base: str, seat: str, room: str = "") -> int:
    """Types a seat on the first page; returns the answer's status."""
    form = {"seat": seat, "room": room, "lang": "en"}
    async with session.post(f"{base}seat", data=form, headers=origin(base), allow_redirects=False) as answer:
        return answer.status


class Window:
    """A window on a seat.

    Attributes:
        text: all that was drawn in it, without the colours.
        code: how its socket was closed, or None.
    """

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._drawn = socket, b""
        self.code: int | None = None
        self._news = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def open(cls, session: aiohttp.ClientSession, base: str, size: str = "width=100&height=30") -> Window:
        """Opens it in a browser that has the seat's secret."""
        return cls(await session.ws_connect(f"{base}ws?{size}", headers=origin(base), max_msg_size=0))

    @property
    def text(self) -> str:
        """All that was drawn, without the colours."""
        return _ESCAPE.sub(b"", self._drawn).decode("utf-8", "replace")

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                self._drawn += message.data
                self._news.set()
        self.code = self._socket.close_code
        self._news.set()

    async def sees(self, words: str) -> None:
        """Waits until something is drawn."""
        give_up = time.monotonic() + PATIENCE
        while words not in self.text:
            assert not self._reading.done(), f"closed ({self.code}) before {words!r}"
            assert time.monotonic() < give_up, f"{words!r} in {self.text[-2000:]!r}"
            self._news.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), 1)

    async def is_closed(self) -> int | None:
        """Waits until the server closes it; returns how."""
        await asyncio.wait_for(asyncio.shield(self._reading), PATIENCE)
        return self.code

    def forget(self) -> None:
        """Only what is drawn from now on is seen."""
        self._drawn = b""

    async def types(self, keys: str) -> None:
        """Types."""
        await self.sends(["stdin", keys])

    async def sends(self, what: Any) -> None:
        """Sends anything."""
        await (self._socket.send_str(what) if isinstance(what, str) else self._socket.send_json(what))

    async def close(self) -> None:
        """Closes it, as a reload does."""
        await self._socket.close()
        await self._reading


async def until(is_so: Callable[[], object], told: Callable[[], str] = lambda: "") -> None:
    """Waits until something is so."""
    give_up = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < give_up, told()
        await asyncio.sleep(0.05)
