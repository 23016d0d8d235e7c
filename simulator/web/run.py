"""Runs the server until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from simulator.runner.room import Room
from simulator.web.doors import Doors, is_loopback, room_word
from simulator.web.keys import Keys
from simulator.web.seats import Seats
from simulator.web.server import Server, Tell

#: Where the seats' secrets are kept, in the data folder.
FOLDER = "serve"


@dataclass(frozen=True)
class Place:
    """Where and for whom it is served.

    Attributes:
        host, port: the address to listen at; port 0 for any that is free.
        names: what else browsers may call it.
        most: so many seats may be open at once.
    """

    host: str
    port: int
    names: Collection[str]
    most: int

    @property
    def is_open(self) -> bool:
        """Whether anybody but this machine can come in."""
        return bool(self.names) or not is_loopback(self.host)


def keys_of(folder: Path, room: Room) -> Keys:
    """The secrets of an assessment's seats."""
    return Keys(folder / FOLDER / room.rules.assessment)


def listening(place: Place) -> socket.socket:
    """A socket that listens.

    Raises:
        OSError: the address is none, or taken.
    """
    family, _, _, _, address = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)[0]
    return socket.create_server((str(address[0]), int(address[1])), family=family, backlog=128)


def link(place: Place, listener: socket.socket, word: str | None) -> str:
    """The address for the browsers."""
    host, port = listener.getsockname()[:2]
    if host in ("0.0.0.0", "::"):
        host = _own_address()
    room = f"?room={word}" if word else ""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/{room}"


def _own_address() -> str:
    """The address by which the room reaches this machine, as far as it can be known."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: it only asks which way it would go. The address is one that documentation uses.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()


async def run(
    room: Room,
    folder: Path,
    seats: Seats,
    place: Place,
    listener: socket.socket,
    tell: Tell,
    ready: Callable[[str, str | None], None],
) -> int:
    """Serves until SIGINT or SIGTERM.

    Args:
        room: the assessment.
        folder: the data folder.
        seats: begins the seats' programs.
        place: where it is served.
        listener: the socket that listens there.
        tell: tells whoever runs it.
        ready: called with the link and the room code once it is served.

    Returns:
        The signal that ended it.

    Raises:
        NurseryError: the seats could not be made ready.
    """
    loop, stopped = asyncio.get_running_loop(), asyncio.Future[int]()

    def stop(number: int) -> None:
        if not stopped.done():
            stopped.set_result(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop, number)
    await seats.open()
    word = room_word() if place.is_open else None
    port = listener.getsockname()[1]
    server = Server(
        room, seats, keys_of(folder, room), Doors(place.names), word=word, most=place.most, port=port, tell=tell
    )
    runner = web.AppRunner(server.app(), access_log=None, shutdown_timeout=5.0)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        ready(link(place, listener, word), word)
        return await stopped
    finally:
        await runner.cleanup()
