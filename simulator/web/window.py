"""One window on a seat: what a browser may send, how much of it, and what goes back."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress

from aiohttp import WSMsgType, web

from simulator.web.pages import ENDED
from simulator.web.seats import Program

#: The largest message from a browser, in bytes; a paste of a whole reply fits many times.
MESSAGE = 64 * 1024
#: So many messages and characters a second are taken, and so many at once. What is more waits.
MESSAGES, CHARACTERS, AT_ONCE = 200, 16_000, 4
#: The smallest and largest window, in cells.
WIDTH, HEIGHT = (20, 400), (5, 200)


def within(value: object, limits: tuple[int, int], usual: int) -> int:
    """A size in cells, whatever a browser says it is."""
    with suppress(ValueError, TypeError, OverflowError):
        return max(limits[0], min(limits[1], int(value)))  # type: ignore[call-overload, no-any-return]
    return usual


class Pace:
    """Lets a certain amount through in a second, and makes what is more wait.

    Args:
        each: how much a second.
        clock: seconds.
    """

    def __init__(self, each: float) -> None:
        self._each, self._free, self._at = each, each * AT_ONCE, time.monotonic()

    async def let_through(self, amount: float) -> None:
        """Waits until so much more may pass."""
        now = time.monotonic()
        self._free = min(self._each * AT_ONCE, self._free + (now - self._at) * self._each) - amount
        self._at = now
        if self._free < 0:
            await asyncio.sleep(-self._free / self._each)


class Window:
    """A browser's window and the program in it.

    Args:
        socket: the window's.
        program: the seat's.
    """

    def __init__(self, socket: web.WebSocketResponse, program: Program) -> None:
        self._socket, self._program = socket, program
        self._over = asyncio.Event()

    async def run(self) -> None:
        """Carries words both ways until either side ends."""
        out = asyncio.create_task(self._out())
        try:
            await self._in()
        finally:
            await self._program.stop()
            # A browser that takes nothing any more holds up nobody.
            await asyncio.wait({out}, timeout=1)
            out.cancel()
            self._over.set()

    async def take_over(self, code: int) -> None:
        """Ends it, because the seat goes on elsewhere; returns once its program has ended."""
        await asyncio.gather(self._socket.close(code=code), self._program.stop())
        await self._over.wait()

    async def _in(self) -> None:
        messages, characters = Pace(MESSAGES), Pace(CHARACTERS)
        async for message in self._socket:
            if message.type is not WSMsgType.TEXT:
                continue
            await messages.let_through(1)
            await characters.let_through(len(message.data))
            try:
                sent = json.loads(message.data)
            except (ValueError, RecursionError):
                continue
            match sent:
                case ["stdin", str(keys)]:
                    await self._program.type(keys)
                case ["resize", {"width": width, "height": height}]:
                    await self._program.tell(
                        {"type": "resize", "width": within(width, WIDTH, 80), "height": within(height, HEIGHT, 24)}
                    )
                case ["ping", str(when)]:
                    await self._send(json.dumps(["pong", when[:40]]))

    async def _out(self) -> None:
        async for kind, content in self._program.packets():
            if kind == b"D":
                await self._send(content)
            elif kind == b"M":
                match json.loads(content):
                    case {"type": "told", "what": str(what)}:
                        await self._send(json.dumps(["told", what]))
        await self._socket.close(code=ENDED)

    async def _send(self, content: bytes | str) -> None:
        # A window that has gone is told of by its own side.
        with suppress(ConnectionError, RuntimeError):
            await (self._socket.send_bytes(content) if isinstance(content, bytes) else self._socket.send_str(content))
