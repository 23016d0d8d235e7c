"""An author's try: saving the file goes on with the new version, and a broken one leaves the last good one playing."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from simulator.store.store import Store
from simulator.tui.bubbles import Bubble
from simulator.tui.debrief import Debrief
from simulator.tui.preferences import Preferences
from simulator.tui.sheet import CaseFile
from simulator.tui.trial import TrialApp, TrialPlay, Wish
from tests.tui.conftest import WORLD
from tests.tui.screens import SORRY, WELL, Clock, debriefed, on_screen, reply, shown, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(WORLD / "scenarios" / "en" / "cold-soup.yaml", tmp_path / "mine.yaml"))


@asynccontextmanager
async def trying(file: Path, lang: str = "en", **wish: Any) -> AsyncIterator[tuple[Pilot[None], TrialPlay]]:
    folder = file.parent / "data"
    Preferences(name="Li Na", spoken=False).write(folder)
    log = file.parent / "tries"
    app = TrialApp(lang, folder, log, Wish(file, **{"watch": True, **wish}), clock=Clock())
    async with app.run_test(size=(120, 40)) as pilot:
        yield pilot, await on_screen(pilot, TrialPlay)


def save(file: Path, *changes: tuple[str, str]) -> None:
    """Saves the file as an editor does that puts a new one in its place."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    beside = file.with_suffix(".new")
    beside.write_text(text, "utf-8")
    beside.replace(file)


async def reloaded(pilot: Pilot[None], old: TrialPlay) -> TrialPlay:
    await until(pilot, lambda: isinstance(pilot.app.screen, TrialPlay) and pilot.app.screen is not old)
    return await on_screen(pilot, TrialPlay)


async def test_saving_goes_on_at_the_same_beat_with_the_replies_so_far(file: Path) -> None:
    async with trying(file) as (pilot, play):
        await reply(pilot, play, "Okay.", SORRY)
        play.box.insert("What else ")
        save(file, ("And I waited forty minutes for it.", "Forty minutes it took."), ('react: "Well.', 'react: "So.'))
        new = await reloaded(pilot, play)
        words = [bubble.words for bubble in new.talk.query(Bubble)]
        assert words[-2:] == ["So. Thank you.", "Forty minutes it took."]
        assert [word for word in words if word in ("Okay.", SORRY)] == ["Okay.", SORRY]
        assert (new.session.state.beat, new.session.state.turn, new.box.text) == ("wait", 2, "What else ")
        assert "version just saved" in shown(pilot)
        assert not new.query_one("#problems").display
        await reply(pilot, new, "happened? Forty minutes, and cold soup then. I am sorry.")
        assert new.session.state.ending == "happy"


async def test_a_broken_file_is_told_with_its_places_and_the_last_good_version_plays_on(file: Path) -> None:
    async with trying(file) as (pilot, play):
        save(file, ("to: scene}", "to: scne}"))
        await until(pilot, lambda: "unknown-beat" in shown(pilot))
        assert "The last good version is played on" in shown(pilot)
        assert "mine.yaml:20:75: error unknown-beat" in shown(pilot)
        await reply(pilot, play, SORRY)
        assert play.session.state.beat == "wait"
        save(file, ("to: scne}", "to: scene}"))
        new = await reloaded(pilot, play)
        await until(pilot, lambda: not new.query_one("#problems").display)
        assert new.session.state.beat == "wait"


async def test_a_beat_that_is_gone_sends_it_back_and_the_reply_is_in_the_box(file: Path) -> None:
    async with trying(file) as (pilot, play):
        await reply(pilot, play, SORRY)
        save(file, ("  wait:\n", "  later:\n"), ("to: wait", "to: later"))
        new = await reloaded(pilot, play)
        assert (new.session.state.beat, new.session.state.turn, new.box.text) == ("opening", 0, SORRY)
        assert "back at opening" in shown(pilot)


async def test_a_reply_that_leads_elsewhere_now_is_told(file: Path) -> None:
    async with trying(file) as (pilot, play):
        await reply(pilot, play, SORRY)
        save(file, ('- {when: {apology: 2}, mood: -30, react: "Well. Thank you.", to: wait}\n      ', ""))
        new = await reloaded(pilot, play)
        assert new.session.state.beat == "wait"
        await until(pilot, lambda: "Reply 1 now leads to opening; the play stays at wait" in shown(pilot))


async def test_the_debrief_follows_the_file_too(file: Path) -> None:
    async with trying(file) as (pilot, play):
        await reply(pilot, play, *WELL)
        await debriefed(pilot, play)
        save(file, ("An apology", "Contrition"))
        await until(pilot, lambda: "Contrition" in shown(pilot))
        assert isinstance(pilot.app.screen, Debrief)
        await pilot.press("escape")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_what_is_open_is_not_taken_away(file: Path) -> None:
    async with trying(file) as (pilot, play):
        await pilot.press("f2")
        await on_screen(pilot, CaseFile)
        save(file, ("This soup is cold!", "This soup is ice!"))
        await pilot.pause(0.5)
        assert isinstance(pilot.app.screen, CaseFile)
        await pilot.press("escape")
        await reloaded(pilot, play)
        assert "This soup is ice!" in shown(pilot)


async def test_a_try_begins_at_a_beat_in_a_mood_and_saving_keeps_to_it(file: Path) -> None:
    async with trying(file, beat="wait", mood=33) as (pilot, play):
        assert (play.session.state.beat, play.session.state.told) == ("wait", ("cold", "waited"))
        assert "33" in shown(pilot)
        save(file, ("And I waited", "I waited"))
        new = await reloaded(pilot, play)
        assert (new.session.state.beat, new.session.state.mood) == ("wait", 33)


async def test_nothing_of_it_is_in_the_session_log_and_leaving_ends_it(file: Path) -> None:
    async with trying(file, lang="zh") as (pilot, play):
        await reply(pilot, play, SORRY)
        save(file, ("to: scene}", "to: scne}"))
        await until(pilot, lambda: "继续演练上一个正确的版本" in shown(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: not pilot.app.is_running)
    with Store.open(file.parent / "data", read_only=True) as store:
        assert list(store.sessions()) == []
