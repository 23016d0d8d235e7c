"""The programs of the seats, as the server sees them: begun, written to, read from, ended."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

#: So long a program has to end by itself, and a new one to be there, in seconds.
END, BIRTH = 5.0, 30.0
#: The largest packet that is taken from a program.
PACKET = 16 * 1024 * 1024


class NurseryError(Exception):
    """No program can be begun."""


class Program:
    """The running program of one seat.

    Args:
        pid: its number.
        reader, writer: its socket.
    """

    def __init__(self, pid: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._pid, self._reader, self._writer = pid, reader, writer
        self._over = asyncio.Event()

    async def packets(self) -> AsyncIterator[tuple[bytes, bytes]]:
        """What the program sends, kind and content, until it ends."""
        try:
            # The first line only says that it is an app.
            await self._reader.readline()
            while True:
                head = await self._reader.readexactly(5)
                size = int.from_bytes(head[1:], "big")
                if size > PACKET:
                    break
                yield head[:1], await self._reader.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError, ValueError):
            pass
        finally:
            self._over.set()
            self._writer.close()

    async def type(self, keys: str) -> None:
        """Types into it."""
        await self._send(b"D", keys.encode("utf-8", "replace"))

    async def tell(self, what: dict[str, str | int]) -> None:
        """Tells it something about its window."""
        await self._send(b"M", json.dumps(what).encode())

    async def stop(self) -> None:
        """Ends it: it keeps what is being typed and goes; one that does not go is killed.

        Somebody must be reading its packets.
        """
        with suppress(OSError, RuntimeError):
            self._writer.write_eof()
        try:
            await asyncio.wait_for(self._over.wait(), END)
        except TimeoutError:
            # Its socket is open, so the number is still its own.
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    async def _send(self, kind: bytes, content: bytes) -> None:
        with suppress(ConnectionError, RuntimeError):
            self._writer.write(kind + len(content).to_bytes(4, "big") + content)
            await self._writer.drain()


class Seats:
    """Begins the programs of the seats of one assessment, by its nursery.

    Args:
        file: the assessment's file.
        folder: the data folder.
        store: the address of the log, or None where it lives in the data folder.
    """

    def __init__(self, file: Path, folder: Path, store: str | None) -> None:
        self._order = {"file": str(file.resolve()), "folder": str(folder.resolve()), "store": store}
        self._asking = asyncio.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    async def open(self) -> None:
        """Makes the nursery ready.

        Raises:
            NurseryError: it did not get ready.
        """
        async with self._asking:
            await asyncio.to_thread(self._open)

    async def begin(self, seat: str, width: int, height: int) -> Program:
        """Begins the program of a seat.

        Raises:
            NurseryError: no program can be begun, for want of memory or of processes.
        """
        ours, its = socket.socketpair()
        with its:
            wish = json.dumps({"seat": seat, "width": width, "height": height}).encode() + b"\n"
            async with self._asking:
                try:
                    pid = await asyncio.to_thread(self._born, wish, its.fileno())
                except (OSError, ValueError) as error:
                    ours.close()
                    raise NurseryError(str(error)) from error
        if pid < 0:
            ours.close()
            raise NurseryError("fork")
        reader, writer = await asyncio.open_connection(sock=ours)
        return Program(pid, reader, writer)

    async def close(self) -> None:
        """Ends the nursery; the seats end by themselves."""
        await asyncio.to_thread(self._close)

    def _open(self) -> None:
        ours, its = socket.socketpair()
        # In a session of its own no Ctrl+C at the server's terminal reaches the seats before the server has said so.
        with its:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "simulator.web.nursery", str(its.fileno())],
                pass_fds=[its.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, "TEXTUAL_COLOR_SYSTEM": "truecolor", "TERM_PROGRAM": "textual"},
            )
        self._control = ours
        ours.settimeout(2 * BIRTH)
        try:
            ours.sendall(json.dumps(self._order).encode())
            if ours.recv(16) != b"ready\n":
                raise NurseryError("nursery")
        except OSError as error:
            raise NurseryError(str(error)) from error
        ours.settimeout(BIRTH)

    def _born(self, wish: bytes, end: int) -> int:
        """Asks the nursery, and begins a new one where it was killed."""
        if self._process is None or self._process.poll() is not None:
            self._close()
            self._open()
        assert self._control
        socket.send_fds(self._control, [wish], [end])
        return int(self._control.recv(64) or -1)

    def _close(self) -> None:
        if self._control:
            self._control.close()
        if self._process:
            try:
                self._process.wait(END)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._control = self._process = None
