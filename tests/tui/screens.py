"""Runs the app and plays in it, for the tests."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList

from simulator.tui.app import SimulatorApp
from simulator.tui.debrief import Debrief
from simulator.tui.home import Home
from simulator.tui.play import Play, PlayOptions
from simulator.tui.preferences import Preferences

S = TypeVar("S", bound=Screen[Any])

SORRY = "I am so sorry about the cold soup."
#: Replies that lead to each ending of the sample.
WELL = (SORRY, "Forty minutes, and cold soup then. I am sorry.")
BADLY = ("That is your fault.",)


class Clock:
    """A clock that goes on by two seconds whenever it is read."""

    def __init__(self) -> None:
        self.ticks = count(1_700_000_000, 2)

    def __call__(self) -> float:
        return float(next(self.ticks))


class Exam(SimulatorApp):
    """An app as an assessment will have it."""

    def options(self) -> PlayOptions:
        return PlayOptions(coach=False, debrief=False)


def made(
    folder: Path,
    lang: str = "en",
    scenario: str | None = None,
    kind: type[SimulatorApp] = SimulatorApp,
    **preferences: Any,
) -> SimulatorApp:
    """An app on a data folder; lines are not spoken word by word unless asked for."""
    if not (folder / "preferences.json").exists():
        Preferences(**{"name": "Li Na", "spoken": False, **preferences}).write(folder)
    return kind(lang, folder, scenario, clock=Clock())


@asynccontextmanager
async def running(
    folder: Path, lang: str = "en", scenario: str | None = None, size: tuple[int, int] = (80, 24), **more: Any
) -> AsyncIterator[Pilot[None]]:
    """The app, running without a terminal."""
    app = made(folder, lang, scenario, **more)
    async with app.run_test(size=size) as pilot:
        yield pilot


@asynccontextmanager
async def playing(
    folder: Path, lang: str = "en", size: tuple[int, int] = (80, 24), **more: Any
) -> AsyncIterator[tuple[Pilot[None], Play]]:
    """The app, gone straight into the sample."""
    async with running(folder, lang, "cold-soup", size, **more) as pilot:
        yield pilot, await on_screen(pilot, Play)


async def until(pilot: Pilot[None], holds: Callable[[], object], seconds: float = 10) -> None:
    """Waits for something to come about."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        await pilot.pause(0.01)
    await pilot.pause()


async def on_screen(pilot: Pilot[None], kind: type[S]) -> S:
    """The screen of a kind, once it is shown."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    assert isinstance(pilot.app.screen, kind)
    return pilot.app.screen


async def home(pilot: Pilot[None]) -> Home:
    """The home screen, once it is filled."""
    shown = await on_screen(pilot, Home)
    await until(pilot, lambda: shown.query_one(OptionList).option_count)
    return shown


async def reply(pilot: Pilot[None], play: Play, *replies: str) -> None:
    """Types replies and sends them, each once the customer has answered the one before."""
    for words in replies:
        turn = play.session.state.turn
        play.box.insert(words)
        play.box.action_send()
        await until(pilot, lambda before=turn: play.session.state.turn > before and not play.busy)  # type: ignore[misc]


async def coached(pilot: Pilot[None], play: Play, words: str) -> None:
    """Types something and waits until the coach has looked at it."""
    play.box.insert(words)
    await until(pilot, lambda: play.looked_at == play.box.text)


async def debriefed(pilot: Pilot[None], play: Play) -> Debrief:
    """The debrief of a session that has ended."""
    await pilot.press("enter")
    return await on_screen(pilot, Debrief)


def shown(pilot: Pilot[None]) -> str:
    """All that stands on the screen, line by line."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())
