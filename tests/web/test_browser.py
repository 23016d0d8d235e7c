"""A seat in a real browser: both languages typed, with no click before and nothing asked of anybody but the server."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.runner.classroom import SORRY, written
from tests.web.chromium import Browser, Tab, chromium, running
from tests.web.serving import Served, served

ROSTER = "id,name,language\nS1,Li Na,en\nS2,王芳,zh\n"
#: Where pictures of what the browser shows are put, to be looked at.
PICTURES = os.environ.get("PICTURES")

FOUND = chromium()


async def picture(tab: Tab, name: str) -> None:
    if PICTURES:
        await tab.picture(Path(PICTURES) / f"{name}.png")


@pytest.mark.skipif(FOUND is None, reason="no Chromium on this machine")
async def test_both_languages_are_typed_in_a_browser_that_asks_nobody_else(tmp_path: Path) -> None:
    assert FOUND
    file = written(tmp_path / "class", roster=ROSTER)
    async with running(FOUND) as browser:
        with served(file) as server:
            english = await _begun(browser, server, "S1", "en")
            chinese = await _begun(browser, server, "S2", "zh")
            await english.keys(SORRY["en"])
            await chinese.commits(SORRY["zh"])
            await english.sees(SORRY["en"])
            await chinese.sees(SORRY["zh"])
            await _reloaded(english)
            await english.enter()
            await english.sees("Well. Thank you.")
            await chinese.enter()
            await chinese.sees("嗯，谢谢。")
            await picture(chinese, "played")
            await _leaves(english)
            chinese.forget()
            server.end(signal.SIGKILL)
        await chinese.is_so("!document.querySelector('[data-when=lost]').hidden")
        await picture(chinese, "lost")
        assert english.errors == []
        # Once the server runs again, the window comes back by itself.
        with served(file, "--port", str(urlsplit(server.base).port)) as server:
            await chinese.sees("嗯，谢谢。")
            assert server.replies("S1") == [SORRY["en"]]
            assert server.replies("S2") == [SORRY["zh"]]
        for tab in (english, chinese):
            asked = {urlsplit(url).netloc for url in tab.asked if not url.startswith("data:")}
            assert asked == {urlsplit(server.base).netloc}


async def _begun(browser: Browser, server: Served, seat: str, lang: str) -> Tab:
    """A seat taken on the first page, in one of its languages, and begun by the keyboard alone."""
    tab = await browser.tab(f"{server.base}?lang={lang}")
    await tab.is_so("document.activeElement && document.activeElement.id === 'seat'")
    assert await tab.js("document.documentElement.lang") == lang
    assert ("怎么考" in await tab.js("document.body.innerText")) == (lang == "zh")
    await picture(tab, f"door-{lang}")
    await tab.keys(seat)
    await tab.enter()
    await tab.sees("按 Enter 开始" if lang == "zh" else "Enter begins")
    await tab.is_so("document.activeElement.className === 'xterm-helper-textarea'")
    assert await tab.js("document.fonts.check('16px \"Roboto Mono\"') && document.fonts.size") == 1
    await picture(tab, f"rules-{lang}")
    await tab.enter()
    await tab.sees("1/2" if lang == "zh" else "1 of 2")
    assert await tab.js("document.cookie") == ""
    return tab


async def _reloaded(tab: Tab) -> None:
    """A reload comes back to the same place, with the words that were being typed."""
    await asyncio.sleep(1.2)  # a draft is kept within a second
    tab.forget()
    await tab.does("Page.reload")
    await tab.sees(SORRY["en"])
    await tab.is_so("document.activeElement.className === 'xterm-helper-textarea'")


async def _leaves(tab: Tab) -> None:
    """Ctrl+Q ends the program; the window says so and offers to go on."""
    control = {"modifiers": 2, "key": "q", "code": "KeyQ", "windowsVirtualKeyCode": 81}
    await tab.does("Input.dispatchKeyEvent", type="rawKeyDown", **control)
    await tab.is_so("!document.getElementById('ways').hidden")
    await picture(tab, "ended")
    assert "This window has ended." in await tab.js("document.getElementById('note').innerText")
