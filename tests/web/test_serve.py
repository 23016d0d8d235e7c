"""The server as a class meets it: real programs in the seats, windows that break, and nothing left when it ends."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from tests.runner.classroom import SORRY, written
from tests.web.serving import Window, browser, gone, origin, served, sit_down

CODES = "id,name,language,code\nS1,Li Na,en,maple\nS2,王芳,zh,枫叶\nS3,Tom,en,birch\n"
BEGIN = {"en": "Enter begins", "zh": "按 Enter 开始"}
HOSTILE = [
    "", "{", "null", "7", '"stdin"', "[]", '["stdin"]', '["stdin", 7]', '["stdin", "\\ud800"]', '["stdin", "\\u0000"]',
    '["stdin", "\\u001b[97;1:3u\\u001b[57399u\\u001b[99999999999u"]', '["resize", {"width": -5, "height": 1e99}]',
    '["resize", {"width": "x", "height": null}]', '["resize", {"width": NaN, "height": Infinity}]', '["quit"]',
    '["ping", 5]', "[" * 50_000,
]  # fmt: skip


async def test_two_languages_sit_come_back_and_leave_nothing_behind(tmp_path: Path) -> None:
    with served(written(tmp_path / "class", roster=CODES)) as server:
        async with browser() as one, browser() as two:
            windows = {}
            for session, seat, lang in ((one, "maple", "en"), (two, "枫叶", "zh")):
                assert await sit_down(session, server.base, seat) == 303
                windows[lang] = await Window.open(session, server.base)
                await windows[lang].sees(BEGIN[lang])
            for lang, window in windows.items():
                # Whatever else a browser sends, the seat goes on.
                for message in HOSTILE:
                    await window.sends(message)
                await window.types("\r")
                await window.sees("1 of 2" if lang == "en" else "1/2")
                await window.types(SORRY[lang])
                await window.sees(SORRY[lang])
            await _comes_back(server.base, one, windows["en"])
            await _goes_on_in_a_second_window(server.base, two, windows["zh"])
            assert server.replies("S1") == [SORRY["en"]]
            assert server.replies("S2") == [SORRY["zh"]]
            family = server.family()
            assert len(family) >= 3  # the nursery and two seats
            assert server.end(signal.SIGTERM) == 0
    assert gone(family, 8)


async def _comes_back(base: str, session: object, window: Window) -> None:
    """A reload finds the words that were being typed, and they can be sent."""
    await asyncio.sleep(1.2)  # a draft is kept within a second
    await window.close()
    again = await Window.open(session, base)  # type: ignore[arg-type]
    await again.sees(SORRY["en"])
    await again.types("\r")
    await again.sees("Well. Thank you.")


async def _goes_on_in_a_second_window(base: str, session: object, window: Window) -> None:
    """A second window of the same browser takes over, with the words that were being typed; the first is told."""
    second = await Window.open(session, base)  # type: ignore[arg-type]
    assert await window.is_closed() == 4001
    await second.sees(SORRY["zh"])
    await second.types("\r")
    await second.sees("嗯，谢谢。")


async def test_in_a_room_a_code_is_needed_and_a_server_that_is_killed_leaves_nothing(tmp_path: Path) -> None:
    with served(written(tmp_path / "class", roster=CODES), "--host", "0.0.0.0", "--most", "1") as server:
        word = server.url.partition("?room=")[2]
        async with browser() as one, browser() as two:
            assert await sit_down(one, server.base, "maple") == 403
            assert await sit_down(one, server.base, "maple", word.upper().replace("-", " ")) == 303
            window = await Window.open(one, server.base)
            await window.sees(BEGIN["en"])
            assert await sit_down(two, server.base, "birch", word) == 303
            assert await (await Window.open(two, server.base)).is_closed() == 4002
            # One who floods is held up alone, and one message that is too large ends only the window it came from.
            await window.sends(["stdin", "x" * 70_000])
            assert await window.is_closed() == 1009
            again = await Window.open(one, server.base)
            await again.sees(BEGIN["en"])
            async with one.get(f"{server.base}receipt", headers=origin(server.base)) as answer:
                assert answer.status == 404
            # What is no request is nothing to fill the terminal of whoever runs it.
            for more in ({"X": "x" * 20_000}, {"Content-Type": "application/x-www-form-urlencoded; charset=x"}):
                async with one.post(
                    f"{server.base}seat", data=b"\xff", headers={**origin(server.base), **more}
                ) as answer:
                    assert answer.status == 400
            family = server.family()
            assert server.end(signal.SIGKILL) == -signal.SIGKILL
            assert "Traceback" not in server.told
    assert len(family) == 2
    assert gone(family, 8)
