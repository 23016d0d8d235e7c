"""The README's pictures, taken from the running app: `python -m simulator.tui.pictures docs/pictures`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from simulator.messages import text
from simulator.model.scenario import Quality
from simulator.tui.app import SimulatorApp
from simulator.tui.play import Play
from simulator.tui.preferences import Preferences
from simulator.tui.svg import mended
from simulator.tui.terminal import patch_textual

SCENARIO, SIZE = "leaking-flat", (112, 34)
#: Longer than the coach waits for a pause in the typing, in seconds.
PAUSE = 0.3


async def picture(lang: str) -> str:
    """The play screen in one language as SVG: one good reply given, a middling one typed, the coach beside it."""
    with tempfile.TemporaryDirectory() as folder:
        Preferences(name="-", spoken=False).write(Path(folder))
        app = SimulatorApp(lang, Path(folder), SCENARIO)
        async with app.run_test(size=SIZE) as pilot:
            while not (isinstance(app.screen, Play) and app.screen.is_mounted):
                await pilot.pause(PAUSE)
            play = app.screen
            play.box.insert(_exemplar(play, "strong"))
            play.box.action_send()
            await _rest(pilot)
            play.box.insert(_exemplar(play, "middling"))
            await _rest(pilot)
            return mended(app.export_screenshot(title=text("tui.home.title", lang)))


def _exemplar(play: Play, quality: Quality) -> str:
    beat = play.session.scenario.beats[play.session.state.beat]
    return next(exemplar.reply for exemplar in beat.exemplars if exemplar.quality == quality)


async def _rest(pilot: Pilot[None]) -> None:
    await pilot.pause(PAUSE)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(PAUSE)


def main(folder: Path) -> None:
    """Writes `play-en.svg` and `play-zh.svg` into a folder."""
    patch_textual()
    folder.mkdir(parents=True, exist_ok=True)
    for lang in ("en", "zh"):
        (folder / f"play-{lang}.svg").write_text(asyncio.run(picture(lang)), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
