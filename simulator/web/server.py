"""The server: a page for the seat, a page for the terminal, a socket between the browser and the seat's program."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from aiohttp import web

from simulator.messages import text, ui_language
from simulator.model.assessment import Seat
from simulator.model.receipt import counted
from simulator.reports.receipt import receipt_lines
from simulator.runner.errors import ContentError
from simulator.runner.room import Room, SittingError
from simulator.store.errors import StoreError
from simulator.web import pages
from simulator.web.doors import Doors, Handler, same_word
from simulator.web.keys import Keys, name
from simulator.web.seats import NurseryError, Seats
from simulator.web.window import HEIGHT, MESSAGE, WIDTH, Window, within

#: How often sittings that nobody came back to are ended, and how often a window is asked whether it is there; seconds.
SETTLE, HEARTBEAT = 30.0, 15.0
#: The largest form; and how long a window that is closed may take to say so.
FORM, GOODBYE = 4096, 2.0
FORMS = "application/x-www-form-urlencoded"

# What a browser sends that is no request would fill the terminal of whoever runs it; what matters is told by `Tell`.
logging.getLogger("aiohttp").addHandler(logging.NullHandler())
logging.getLogger("aiohttp").propagate = False

Tell = Callable[..., None]


class Server:
    """Serves one assessment.

    Args:
        room: the assessment.
        seats: begins the seats' programs.
        keys: who holds which seat.
        doors: who is let in.
        word: the room code, or None where none is needed.
        most: so many seats may be open at once.
        port: part of the cookie's name: cookies know no ports, and two servers may share a machine.
        tell: tells whoever runs it, by a key of the catalogue and its values.
    """

    def __init__(
        self, room: Room, seats: Seats, keys: Keys, doors: Doors, *, word: str | None, most: int, port: int, tell: Tell
    ) -> None:
        self._room, self._seats, self._keys, self._doors = room, seats, keys, doors
        self._word, self._most, self._tell = word, most, tell
        self._cookie = f"seat_{port}"
        self._by_name = {name(seat.id): seat for seat in room.bundle.seats}
        self._windows: dict[str, Window] = {}
        self._turns: dict[str, asyncio.Lock] = {}
        self._settling: asyncio.Task[None] | None = None

    def app(self) -> web.Application:
        """The application, to be run once."""
        app = web.Application(middlewares=[self._doors.middleware, self._telling], client_max_size=FORM)
        app.add_routes(
            [
                web.get("/", self._door),
                web.post("/seat", self._take),
                web.post("/leave", self._leave),
                web.get("/sit", self._terminal),
                web.get("/ws", self._socket),
                web.get("/receipt", self._receipt),
                web.get("/alive", self._alive),
                web.static("/own", Path(str(files("simulator.web").joinpath("static")))),
                web.static("/static", Path(str(files("textual_serve").joinpath("static")))),
            ]
        )
        app.on_startup.append(self._begin)
        app.on_shutdown.append(self._end)
        return app

    async def _begin(self, _: web.Application) -> None:
        self._settling = asyncio.create_task(self._settle())

    async def _end(self, _: web.Application) -> None:
        if self._settling:
            self._settling.cancel()
        await asyncio.gather(*(window.take_over(1001) for window in self._windows.values()))
        await self._seats.close()

    # Pages

    async def _door(self, request: web.Request) -> web.Response:
        seat = self._holder(request)
        lang = seat.lang if seat and "lang" not in request.query else _lang(request, request.query.get("lang"))
        word = self._word and request.query.get("room", "")
        return self._page(pages.door(self._title(lang), lang, word=word, seat=seat.key if seat else ""))

    async def _take(self, request: web.Request) -> web.Response:
        if request.content_type != FORMS:
            return web.Response(status=415, text="Not a form of this server.\n")
        try:
            form = await request.post()
        except (UnicodeDecodeError, LookupError):
            return web.Response(status=400, text="Not text.\n")
        typed, word, wish = (str(form.get(key, "")) for key in ("seat", "room", "lang"))
        lang, address = _lang(request, wish), str(request.remote)

        def again(wrong: str, status: int) -> web.Response:
            shown = self._word and word
            return self._page(pages.door(self._title(lang), lang, word=shown, wrong=wrong), status)

        if self._doors.too_many(address):
            return again("many", 429)
        if self._word and not same_word(word, self._word):
            self._doors.wrong(address)
            word = ""
            return again("room", 403)
        try:
            seat = self._room.seat(typed)
        except SittingError:
            self._doors.wrong(address)
            return again("seat", 404)
        there = web.Response(status=303, headers={"Location": "/sit"})
        holder = self._holder(request)
        if holder == seat:
            return there
        try:
            secret = self._keys.take(seat.id)
        except OSError as error:
            self._tell("trouble", why=str(error))
            return again("disk", 503)
        if secret is None:
            self._tell("refused_at", seat=seat.id, address=address)
            return again("held", 409)
        # Behind a proxy that speaks TLS the cookie is for TLS alone.
        secure = request.headers.get("Origin", "").startswith("https:")
        there.set_cookie(self._cookie, secret, httponly=True, samesite="Strict", secure=secure, path="/")
        return there

    async def _leave(self, request: web.Request) -> web.Response:
        seat = self._holder(request)
        back = web.Response(status=303, headers={"Location": "/"})
        if seat:
            self._keys.release(seat.id)
            back.del_cookie(self._cookie)
            if window := self._windows.get(seat.id):
                await window.take_over(pages.TAKEN_OVER)
        return back

    async def _terminal(self, request: web.Request) -> web.Response:
        seat = self._holder(request)
        if seat is None:
            return web.Response(status=303, headers={"Location": "/"})
        return self._page(pages.terminal(self._title(seat.lang), seat.lang))

    async def _receipt(self, request: web.Request) -> web.Response:
        seat = self._holder(request)
        if seat is None:
            return web.Response(status=303, headers={"Location": "/"})
        try:
            receipt = counted(await asyncio.to_thread(self._room.receipts, seat), self._room.rules.counts)
        except StoreError as error:
            return web.Response(status=503, text=error.message(seat.lang) + "\n")
        if receipt is None:
            return web.Response(status=404, text=text("web.no_receipt", seat.lang) + "\n")
        lines = receipt_lines(receipt, self._room.rules, seat.lang, scores=self._room.shows_scores())
        return web.Response(text="\n".join(lines) + "\n")

    async def _alive(self, _: web.Request) -> web.Response:
        return web.Response(status=204)

    # The socket

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        seat = self._holder(request)
        if seat is None:
            return web.Response(status=401, text="No seat.\n")
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=MESSAGE, timeout=GOODBYE)
        await socket.prepare(request)
        width = within(request.query.get("width"), WIDTH, 80)
        height = within(request.query.get("height"), HEIGHT, 24)
        # Windows that are opened on a seat at once follow each other: the last one stays.
        async with self._turns.setdefault(seat.id, asyncio.Lock()):
            if before := self._windows.get(seat.id):
                await before.take_over(pages.TAKEN_OVER)
                self._windows.pop(seat.id, None)
            if len(self._windows) >= self._most:
                await socket.close(code=pages.FULL)
                return socket
            try:
                program = await self._seats.begin(seat.id, width, height)
            except NurseryError as error:
                self._tell("trouble", why=str(error))
                await socket.close(code=pages.BROKEN)
                return socket
            window = self._windows[seat.id] = Window(socket, program)
        try:
            await window.run()
        finally:
            if self._windows.get(seat.id) is window:
                self._windows.pop(seat.id, None)
        return socket

    # Inside

    @web.middleware
    async def _telling(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Tells in one line what nobody thought of."""
        try:
            return await handler(request)
        except (web.HTTPException, ConnectionError):
            raise
        except Exception as error:
            self._tell("trouble", why=f"{request.method} {request.path}: {error!r}")
            raise

    async def _settle(self) -> None:
        """Ends the sittings whose time is up and whose windows are gone."""
        while True:
            await asyncio.sleep(SETTLE)
            try:
                for receipt in await asyncio.to_thread(self._room.settle):
                    self._tell("settled", seat=receipt.seat)
            except (StoreError, ContentError, SittingError) as error:
                self._tell("trouble", why=str(error))

    def _holder(self, request: web.Request) -> Seat | None:
        """The seat whose secret a browser has."""
        cookie = request.cookies.get(self._cookie, "")
        seat = self._by_name.get(cookie.partition(".")[0])
        return seat if seat and self._keys.holds(cookie, seat.id) else None

    def _title(self, lang: str) -> str:
        return self._room.rules.title.get(lang)

    def _page(self, page: str, status: int = 200) -> web.Response:
        return web.Response(text=page, content_type="text/html", status=status)


def _lang(request: web.Request, wish: str | None) -> str:
    """The language of a page: the one wished for, else the browser's."""
    return wish if wish in pages.LANGS else ui_language(request.headers.get("Accept-Language", "en")[:20] or "en")
