"""A real browser, driven over its own protocol: no more is needed than a socket."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from tests.web.serving import PATIENCE, until

_ESCAPE = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*[ -/]*[@-~]|\][^\x07]*\x07|[@-Z\\-_])")


def chromium() -> str | None:
    """The browser on this machine, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Tab:
    """A tab of a browser that knows nothing of the other tabs: its cookies are its own.

    Attributes:
        asked: the addresses that it asked for.
        errors: what went wrong in its scripts, and what it was kept from loading.
    """

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser, self.session = browser, session
        self.asked: list[str] = []
        self.errors: list[str] = []
        self._drawn = b""

    @property
    def text(self) -> str:
        """What was drawn in its terminal, without the colours."""
        return _ESCAPE.sub(b"", self._drawn).decode("utf-8", "replace")

    def forget(self) -> None:
        """Only what is drawn from now on is seen."""
        self._drawn = b""

    async def does(self, method: str, **values: Any) -> dict[str, Any]:
        """Asks the browser for something."""
        return await self._browser.does(method, self.session, **values)

    async def sees(self, words: str) -> None:
        """Waits until something is drawn in the terminal."""
        await until(lambda: words in self.text, lambda: f"{words!r} in {self.text[-1500:]!r}; {self.errors}")

    async def js(self, script: str) -> Any:
        """What a script gives."""
        result = await self.does("Runtime.evaluate", expression=script, awaitPromise=True)
        return result["result"].get("value")

    async def is_so(self, script: str) -> None:
        """Waits until a script gives something true."""
        for _ in range(int(PATIENCE * 10)):
            if await self.js(script):
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"{script}; {self.errors}")

    async def commits(self, text: str) -> None:
        """Text as an input method gives it: first as it is being put together, then whole."""
        await self.does("Input.imeSetComposition", text=text[:2], selectionStart=2, selectionEnd=2)
        await self.does("Input.insertText", text=text)

    async def keys(self, text: str) -> None:
        """Text key by key."""
        for letter in text:
            await self.does("Input.dispatchKeyEvent", type="keyDown", key=letter, text=letter)
            await self.does("Input.dispatchKeyEvent", type="keyUp", key=letter)

    async def enter(self) -> None:
        """The Enter key."""
        key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
        await self.does("Input.dispatchKeyEvent", type="keyDown", text="\r", **key)
        await self.does("Input.dispatchKeyEvent", type="keyUp", **key)

    async def picture(self, path: Path) -> None:
        """Takes a picture of it."""
        path.write_bytes(base64.b64decode((await self.does("Page.captureScreenshot"))["data"]))

    def hears(self, method: str, values: dict[str, Any]) -> None:
        """What the browser tells of it."""
        match method, values:
            case "Network.requestWillBeSent", {"request": {"url": url}}:
                self.asked.append(url)
            case "Network.webSocketCreated", {"url": url}:
                self.asked.append(url)
            case "Network.webSocketFrameReceived", {"response": {"opcode": 2, "payloadData": data}}:
                self._drawn += base64.b64decode(data)
            case "Runtime.exceptionThrown", {"exceptionDetails": details}:
                self.errors.append(json.dumps(details))
            case "Log.entryAdded", {"entry": {"level": "error"} as entry}:
                self.errors.append(json.dumps(entry))


class Browser:
    """A running browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._numbers = socket, itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._tabs: dict[str, Tab] = {}
        self._reading = asyncio.create_task(self._read())

    async def does(self, method: str, session: str = "", **values: Any) -> dict[str, Any]:
        """Asks for something; returns the answer."""
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": values}
        await self._socket.send_json({**message, "sessionId": session} if session else message)
        return await asyncio.wait_for(self._waiting[number], PATIENCE)

    async def tab(self, url: str) -> Tab:
        """Opens a page in a tab with cookies of its own."""
        context = (await self.does("Target.createBrowserContext"))["browserContextId"]
        target = (await self.does("Target.createTarget", url="about:blank", browserContextId=context))["targetId"]
        session = (await self.does("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        tab = self._tabs[session] = Tab(self, session)
        for domain in ("Page", "Network", "Runtime", "Log"):
            await tab.does(f"{domain}.enable")
        await tab.does("Page.navigate", url=url)
        return tab

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if waiting := self._waiting.pop(told.get("id", 0), None):
                if "error" in told:
                    waiting.set_exception(AssertionError(str(told["error"])))
                else:
                    waiting.set_result(told["result"])
            elif tab := self._tabs.get(told.get("sessionId", "")):
                tab.hears(told["method"], told["params"])


@asynccontextmanager
async def running(program: str) -> AsyncIterator[Browser]:
    """A browser without a screen, until the block is left."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
             "--disable-background-networking", "--window-size=1000,700", "--remote-debugging-port=0",
             f"--user-data-dir={folder}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            port = Path(folder) / "DevToolsActivePort"
            await until(lambda: port.exists() and "\n" in port.read_text())
            number, path = port.read_text().splitlines()[:2]
            async with (
                aiohttp.ClientSession() as http,
                http.ws_connect(f"ws://127.0.0.1:{number}{path}", max_msg_size=0) as socket,
            ):
                yield Browser(socket)
        finally:
            process.terminate()
            process.wait(PATIENCE)
