"""Who is let in: by which name, from which page, with which seat; and what every answer carries."""

from __future__ import annotations

import os
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from aiohttp.test_utils import TestServer

from simulator.library.library import Library
from simulator.runner.room import Room
from simulator.store.store import Store
from simulator.web.doors import Doors, is_loopback, room_word, same_word
from simulator.web.keys import HELD, Keys, name
from simulator.web.seats import Seats
from simulator.web.server import Server
from tests.runner.classroom import written
from tests.web.serving import browser, origin, sit_down

WORD = "k7mw-9xpt"
EVIL = "<script>alert(1)</script>"
ROSTER = f"id,name,language,code\nS1,Li Na,en,maple\nS2,王芳,zh,枫叶\n{EVIL},Tom,en,birch\n"


@asynccontextmanager
async def serving(folder: Path, word: str | None = None) -> AsyncIterator[tuple[str, list[tuple[str, Any]]]]:
    """A server in this process: its address, and what it tells whoever runs it."""
    file, told = written(folder / "class", roster=ROSTER), []
    with Store.open(folder / "data") as store:
        room = Room(file, Library(()), store)
        server = Server(
            room, Seats(file, folder / "data", None), Keys(folder / "keys"), Doors(["exam.example"]), word=word, most=9,
            port=1, tell=lambda key, **values: told.append((key, values)),
        )  # fmt: skip
        running = TestServer(server.app())
        await running.start_server()
        try:
            yield str(running.make_url("/")), told
        finally:
            await running.close()


async def status(session: ClientSession, url: str, method: str = "GET", **headers: str) -> int:
    async with session.request(method, url, headers=headers, allow_redirects=False) as answer:
        return answer.status


async def socket_status(session: ClientSession, base: str, **headers: str) -> int:
    """How a window is turned away."""
    with pytest.raises(WSServerHandshakeError) as error:
        await session.ws_connect(f"{base}ws", headers=headers)
    return error.value.status


async def test_names_that_are_not_the_servers_are_turned_away(tmp_path: Path) -> None:
    async with serving(tmp_path) as (base, _), browser() as session:
        for host in ("localhost:8000", "127.0.0.1", "[::1]:80", "192.168.1.5:8000", "exam.example", "EXAM.example:443"):
            assert await status(session, base, Host=host) == 200, host
        for host in (
            "evil.example",
            "exam.example.evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil",
            "",
            "[::",
        ):
            assert await status(session, base, Host=host) == 421, host


async def test_only_its_own_pages_may_send_a_form_or_open_a_window(tmp_path: Path) -> None:
    async with serving(tmp_path) as (base, _), browser() as session:
        assert await sit_down(session, base, "maple") == 303
        for page in ("http://evil.example", "null", "", "http://127.0.0.1:1", base.replace("127.0.0.1", "localhost")):
            for path in ("seat", "leave", "sit"):
                assert await status(session, base + path, "POST", Origin=page) == 403, page
            assert await socket_status(session, base, Origin=page) == 403, page
        assert await status(session, base + "seat", "POST") == 403
        assert await socket_status(session, base) == 403


async def test_every_answer_carries_the_safety_headers_and_no_folder_is_listed(tmp_path: Path) -> None:
    async with serving(tmp_path) as (base, _), browser() as session:
        for path, code in {"": 200, "sit": 200, "static/js/textual.js": 200, "own/web.js": 200, "static/": 403,
                           "own/": 403, "static/../server.py": 404, "own/%2e%2e/server.py": 404, "nothing": 404,
                           "download/x": 404, "receipt": 200}.items():  # fmt: skip
            async with session.get(base + path) as answer:
                assert answer.status == code, path
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "script-src 'self';" in policy
                assert "frame-ancestors 'none'" in policy
                assert answer.headers["X-Frame-Options"] == "DENY"
                assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_page_names_no_address_outside_and_shows_text_from_people_as_text(tmp_path: Path) -> None:
    async with serving(tmp_path, WORD) as (base, _), browser() as session:
        form = {"seat": EVIL, "room": f'">{EVIL}', "lang": "en"}
        async with session.post(base + "seat", data=form, headers=origin(base)) as answer:
            assert EVIL not in await answer.text()
        async with session.get(base, params={"room": f'">{EVIL}', "lang": EVIL}) as answer:
            page = await answer.text()
            assert EVIL not in page
            assert not re.search(r"https?:|//\w", page)
        assert await sit_down(session, base, "birch", WORD) == 303
        for path in ("", "sit"):
            async with session.get(base + path) as answer:
                page = await answer.text()
                assert EVIL not in page
                assert not re.search(r"https?:|//\w", page)


async def test_pages_speak_the_languages_of_browser_seat_and_wish(tmp_path: Path) -> None:
    async with serving(tmp_path) as (base, _), browser() as session:
        for headers, query, words in (({"Accept-Language": "zh-TW,zh;q=0.9"}, "", "就座"), ({}, "", "Sit down"),
                                      ({"Accept-Language": "zh-CN"}, "?lang=en", "Sit down")):  # fmt: skip
            async with session.get(base + query, headers=headers) as answer:
                assert words in await answer.text()
        assert await sit_down(session, base, "枫叶") == 303
        async with session.get(base + "sit") as answer:
            assert "正在打开" in await answer.text()


async def test_a_seat_is_held_by_one_browser_until_it_leaves_or_is_set_free(tmp_path: Path) -> None:
    async with serving(tmp_path) as (base, told), browser() as one, browser() as two:
        assert await sit_down(one, base, " MAPLE ") == 303
        assert await sit_down(one, base, "maple") == 303
        assert await sit_down(two, base, "maple") == 409
        assert told == [("refused_at", {"seat": "S1", "address": "127.0.0.1"})]
        assert Keys(tmp_path / "keys").release("S1")
        assert await sit_down(two, base, "maple") == 303
        assert await status(one, base + "sit") == 303
        assert await socket_status(one, base, **origin(base)) == 401
        assert await status(two, base + "leave", "POST", **origin(base)) == 303
        assert await sit_down(one, base, "maple") == 303


async def test_the_secret_of_one_seat_opens_no_other(tmp_path: Path) -> None:
    async with serving(tmp_path) as (base, _), browser() as session:
        async with session.post(
            base + "seat", data={"seat": "maple"}, headers=origin(base), allow_redirects=False
        ) as answer:
            given = answer.headers["Set-Cookie"]
        assert "HttpOnly" in given
        assert "SameSite=Strict" in given
        secret = answer.cookies["seat_1"].value
        assert secret.partition(".")[2] not in "".join(file.read_text() for file in (tmp_path / "keys").iterdir())
        other = f"{name('S2')}.{secret.partition('.')[2]}"
        for cookie in (other, name("S1"), f"{name('S1')}.", f"{name('S1')}.x", "../../x", "é", "x" * 3000):
            async with ClientSession(cookies={"seat_1": cookie}) as stranger:
                assert await socket_status(stranger, base, **origin(base)) == 401, cookie
                assert await status(stranger, base + "receipt") == 303


async def test_without_the_room_code_nobody_sits_down(tmp_path: Path) -> None:
    async with serving(tmp_path, WORD) as (base, _), browser() as session:
        for word in ("", "k7mw", "k7mw-9xpu", "\ud800"[:0]):
            assert await sit_down(session, base, "maple", word) == 403
        async with session.get(f"{base}?room={WORD}") as answer:
            assert f'value="{WORD}"' in await answer.text()
        assert await sit_down(session, base, "maple", "K7MW 9XPT") == 303


async def test_who_guesses_has_to_wait(tmp_path: Path) -> None:
    async with serving(tmp_path) as (base, _), browser() as session:
        assert [await sit_down(session, base, f"guess {n}") for n in range(11)] == [404] * 10 + [429]
        assert await sit_down(session, base, "maple") == 429


async def test_a_form_that_is_too_large_is_turned_away(tmp_path: Path) -> None:
    async with serving(tmp_path) as (base, _), browser() as session:
        assert await sit_down(session, base, "x" * 5000) == 413


@pytest.mark.parametrize(("form", "kind", "code"), [
    (b"seat=%ff%fe%00\xff", "application/x-www-form-urlencoded", 400),
    (b"seat=maple", "application/x-www-form-urlencoded; charset=bogus", 400),
    (b"<seat/>", "text/xml", 415),
    (b'--x\r\nContent-Disposition: form-data; name="seat"\r\n\r\nmaple\r\n--x--', "multipart/form-data; boundary=x",
     415),
    (b"seat=%ff%00&seat=2&=&&room", "application/x-www-form-urlencoded", 404),
])  # fmt: skip
async def test_what_is_no_form_is_turned_away_and_is_no_matter_for_whoever_runs_it(
    tmp_path: Path, form: bytes, kind: str, code: int
) -> None:
    async with serving(tmp_path) as (base, told), browser() as session:
        headers = {**origin(base), "Content-Type": kind}
        async with session.post(f"{base}seat", data=form, headers=headers) as answer:
            assert answer.status == code
    assert told == []


async def test_what_nobody_thought_of_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(Keys, "take", broken)
    async with serving(tmp_path) as (base, told), browser() as session:
        assert await sit_down(session, base, "maple") == 500
    assert told == [("trouble", {"why": "POST /seat: RuntimeError('broken')"})]


def test_a_seat_that_was_not_used_for_half_a_day_is_free(tmp_path: Path) -> None:
    keys = Keys(tmp_path)
    cookie = keys.take("S1")
    assert cookie
    assert keys.holds(cookie, "S1")
    assert keys.take("S1") is None
    old = time.time() - HELD - 1
    os.utime(tmp_path / name("S1"), (old, old))
    assert not keys.holds(cookie, "S1")
    assert keys.take("S1")
    assert not keys.holds(cookie, "S1")


def test_room_codes_differ_and_are_read_however_they_are_typed() -> None:
    words = {room_word() for _ in range(50)}
    assert len(words) == 50
    assert all(same_word(word.upper().replace("-", " "), word) for word in words)
    assert not same_word("", room_word())


@pytest.mark.parametrize(("host", "alone"), [("127.0.0.1", True), ("::1", True), ("localhost", True),
                                             ("0.0.0.0", False), ("::", False), ("192.168.1.5", False)])  # fmt: skip
def test_only_the_loopback_is_of_this_machine_alone(host: str, alone: bool) -> None:
    assert is_loopback(host) == alone
