"""What a request must be to be let in, and what every answer carries."""

from __future__ import annotations

import hmac
import ipaddress
import re
import secrets
import socket
import time
from collections import deque
from collections.abc import Awaitable, Callable, Collection
from urllib.parse import urlsplit

from aiohttp import web

#: Letters and digits that nobody takes for each other, and how many of them make a word for the room: 40 bits.
_LETTERS, _LENGTH = "abcdefghjkmnpqrstuvwxyz23456789", 8
#: So many wrong codes are looked at from one address in so many seconds.
WRONG, WITHIN = 10, 60.0
#: So many addresses are remembered.
_ADDRESSES = 10_000

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def room_word() -> str:
    """A new word for the room, to be read off a board: `k7mw-9xpt`."""
    word = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return f"{word[:4]}-{word[4:]}"


def same_word(typed: str, word: str) -> bool:
    """Whether the word for the room was typed, however it is written."""
    one, other = (re.sub(r"[\s-]", "", w).casefold().encode("utf-8", "surrogatepass") for w in (typed, word))
    return hmac.compare_digest(one, other)


def is_loopback(host: str) -> bool:
    """Whether a name or address to listen at is of this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Doors:
    """Lets in what is meant for this server and comes from its own pages.

    Args:
        names: what else the server is called by, besides its addresses and the machine's name.
    """

    def __init__(self, names: Collection[str] = ()) -> None:
        host = socket.gethostname().casefold()
        self._names = {"localhost", host, f"{host}.local", *(name.casefold() for name in names)}
        self._wrong: dict[str, deque[float]] = {}

    def knows(self, host: str) -> bool:
        """Whether a `Host` header names this server.

        A page of somebody else that has its name point here is told by that name; an address can't be made to.
        """
        try:
            name = urlsplit(f"//{host}").hostname or ""
            if name in self._names:
                return True
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turns away what is not for this server or not from its pages, and puts the safety headers on the rest."""
        if not self.knows(request.host):
            return _with_headers(request, web.Response(status=421, text="This server has another name (see --name).\n"))
        # Browsers say with every POST and every socket which page it comes from.
        asks = request.method != "GET" or request.headers.get("Upgrade")
        if asks and urlsplit(request.headers.get("Origin", "")).netloc != request.host:
            return _with_headers(request, web.Response(status=403, text="Not from a page of this server.\n"))
        try:
            return _with_headers(request, await handler(request))
        except web.HTTPException as error:
            error.headers.update(_headers(request))
            raise

    def too_many(self, address: str) -> bool:
        """Whether so many wrong codes came from an address that it has to wait."""
        times = self._wrong.get(address, ())
        return sum(time.monotonic() - when < WITHIN for when in times) >= WRONG

    def wrong(self, address: str) -> None:
        """Notes a wrong code."""
        if len(self._wrong) >= _ADDRESSES:
            self._wrong.clear()
        self._wrong.setdefault(address, deque(maxlen=WRONG)).append(time.monotonic())


def _with_headers(request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
    if not response.prepared:
        response.headers.update(_headers(request))
    return response


def _headers(request: web.Request) -> dict[str, str]:
    host = request.host
    # The terminal makes its styles as it draws; scripts are this server's alone. Older browsers need the socket named.
    sockets = f" ws://{host} wss://{host}" if re.fullmatch(r"[\w.:\[\]-]+", host) else ""
    return {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
            f"img-src 'self' data:; connect-src 'self'{sockets}; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        ),
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        # With `no-referrer` browsers would not say either which page a form comes from.
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        # Half a megabyte of scripts need not be sent again with every reload.
        "Cache-Control": "no-cache" if request.path.startswith(("/static/", "/own/")) else "no-store",
    }
