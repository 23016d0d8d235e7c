"""A class in the browser whose log is in PostgreSQL: the real server of both kinds, and the database going away."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from simulator.store.store import Store
from tests.runner.classroom import SORRY, WELL, written
from tests.store.conftest import server as server
from tests.store.server import Server
from tests.web.serving import Window, browser, gone, origin, served, sit_down, until

ROSTER = "id,name,language,code\nS1,Li Na,en,maple\nS2,王芳,zh,枫叶\n"


async def test_a_class_sits_into_postgresql_and_a_database_that_starts_anew_loses_nothing(
    tmp_path: Path, server: Server
) -> None:
    address = server.address(server.database())
    file = written(tmp_path / "class", roster=ROSTER, scenarios="[cold-soup]")
    with served(file, store=address) as serving:
        async with browser() as one, browser() as two:
            windows = {}
            for session, seat, lang in ((one, "maple", "en"), (two, "枫叶", "zh")):
                assert await sit_down(session, serving.base, seat) == 303
                windows[lang] = await Window.open(session, serving.base)
                await windows[lang].sees("Enter begins" if lang == "en" else "按 Enter 开始")
                await windows[lang].types("\r")
                await windows[lang].sees("You may promise" if lang == "en" else "你可以承诺")
                await windows[lang].types(SORRY[lang])
                await windows[lang].sees(SORRY[lang])
            # It goes down in the middle of a class, as in a crash, and comes back while the replies are on their way.
            await asyncio.to_thread(server.stop, "immediate")
            for window in windows.values():
                await asyncio.sleep(0.3)  # an Enter that follows a key at once came with a paste
                await window.types("\r")
            await windows["en"].sees("It takes longer than usual")
            await asyncio.to_thread(server.start)
            await windows["en"].sees("Well. Thank you.")
            await windows["zh"].sees("嗯，谢谢。")
            assert (serving.replies("S1"), serving.replies("S2")) == ([SORRY["en"]], [SORRY["zh"]])
            await windows["en"].types(WELL["en"][1])
            await windows["en"].sees(WELL["en"][1])
            await asyncio.sleep(0.3)
            await windows["en"].types("\r")
            with Store.open(address, read_only=True) as log:
                await until(lambda: [row.finished for row in log.sittings(seat="S1")] == [True])
            async with one.get(f"{serving.base}receipt", headers=origin(serving.base)) as answer:
                assert answer.status == 200
                assert "Li Na" in await answer.text()
            family = serving.family()
            assert serving.end(signal.SIGTERM) == 0
    assert gone(family, 8)
