"""The complaint record: offered after the call, filled in by keys alone, kept as it is typed, shown with the truth."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from simulator.model.event import Recorded
from simulator.model.intake import FilledRecord
from simulator.reports.plain import plain
from simulator.reports.transcript import transcript
from simulator.store.store import Store
from simulator.tui.choice import Choice
from simulator.tui.home import Home
from simulator.tui.play import Play
from simulator.tui.record import HandIn, Line, RecordForm
from simulator.tui.record_result import RecordResult
from simulator.tui.reply_box import PASTE_GAP
from tests.tui.conftest import WORLD
from tests.tui.screens import WELL, Exam, debriefed, home, made, on_screen, reply, running, shown, until
from tests.tui.test_inert import HOSTILE, is_inert

INTAKE = """
intake:
  channel: in_person
  name: [Pike, Mr Pike]
  time: tonight
  content: [cold, waited]
  promises: [new_soup]
  follow_up: bring the new soup to table four within five minutes
  validity: {reasonable: true, lawful: true, real: true, timely: true, own: true, first: true}
  risk: potential
  why: He only wants his soup hot.
"""


def soup(folder: Path, lang: str = "en") -> str:
    """The sample with a truth for its record."""
    path = folder / "soup.yaml"
    path.write_text((WORLD / "scenarios" / lang / "cold-soup.yaml").read_text("utf-8") + INTAKE, "utf-8")
    return str(path)


@asynccontextmanager
async def ended(folder: Path, **more: Any) -> AsyncIterator[tuple[Pilot[None], Play]]:
    """The app, at the end of the sample."""
    async with running(folder, scenario=soup(folder), **more) as pilot:
        play = await on_screen(pilot, Play)
        await reply(pilot, play, *WELL)
        yield pilot, play


async def form_of(pilot: Pilot[None], key: str = "f4") -> RecordForm:
    await pilot.press(key)
    return await on_screen(pilot, RecordForm)


def said(screen: Any) -> str:
    return "\n".join(str(part.content) for part in screen.query(Static).results(Static))


def logged(folder: Path) -> list[Recorded]:
    with Store.open(folder, read_only=True) as store:
        events = [stored.event for row in store.sessions() for stored in store.events(row.id)]
    return [event for event in events if isinstance(event, Recorded)]


async def test_it_is_filled_in_by_keys_alone_and_handed_in(tmp_path: Path) -> None:
    async with ended(tmp_path) as (pilot, play):
        assert "F4: the complaint record" in shown(pilot)
        form = await form_of(pilot)
        await pilot.press("1", "enter")
        for words in ("Mr Pike", "", "tonight", "Soup was cold, waited 40 minutes", "hot soup", "none",
                      "new soup to table four in five minutes"):  # fmt: skip
            assert isinstance(form.focused, Line)
            form.focused.insert(words)
            await pilot.pause(2 * PASTE_GAP)
            await pilot.press("enter")
        for key in ("1", "1", "right", "right", "1", "1", "1"):
            assert isinstance(form.focused, Choice)
            await pilot.press(key, "enter")
        assert isinstance(form.focused, HandIn)
        # The contact is empty, which is told once.
        await pilot.press("enter")
        assert "Still empty: Contact" in said(form)
        await pilot.press("enter")
        result = await on_screen(pilot, RecordResult)
        text = said(result)
        assert "Complaint record: 100 of 100" in text
        assert "He only wants his soup hot." in text
        await pilot.press("escape")
        assert "Complaint record: 100 of 100 (c)" in said(await debriefed(pilot, play))
    (one,) = logged(tmp_path)
    assert one.record.content == "Soup was cold, waited 40 minutes"
    assert one.record.validity == dict.fromkeys(one.record.validity, True)
    assert len(one.record.validity) == 6
    with Store.open(tmp_path, read_only=True) as store:
        row = next(store.sessions())
        assert (row.outcome, row.unfinished) == ("resolved", False)
        assert "Content: Soup was cold, waited 40 minutes [right]" in plain(transcript(store, row), "en")


async def test_a_wrong_figure_stands_beside_the_truth_and_can_be_written_again(tmp_path: Path) -> None:
    async with ended(tmp_path) as (pilot, _):
        form = await form_of(pilot)
        form._lines["content"].insert("Cold soup. He waited four minutes.")
        await pilot.press("ctrl+s", "ctrl+s")
        result = await on_screen(pilot, RecordResult)
        assert "x he waited forty minutes  “four minutes”" in said(result)
        await pilot.press("e")
        form = await on_screen(pilot, RecordForm)
        assert form.filled.content == "Cold soup. He waited four minutes."
        form._lines["content"].text = "Cold soup. He waited forty minutes."
        await pilot.press("ctrl+s", "ctrl+s")
        result = await on_screen(pilot, RecordResult)
        assert "+ he waited forty minutes" in said(result)
    assert len(logged(tmp_path)) == 2


async def test_what_was_begun_is_kept_and_offered_again(tmp_path: Path) -> None:
    async with ended(tmp_path) as (pilot, play):
        form = await form_of(pilot)
        form._lines["name"].insert("派克先生")
        form._choices["risk"].choose("explicit")
        # As when the program is killed: nothing but the log is left.
        await until(pilot, lambda: play.session.draft)
        kept = play.session.draft
    with Store.open(tmp_path) as store:
        row = next(store.sessions())
        assert store.draft(row.id) == kept
        assert "派克先生" in plain(transcript(store, row), "en")
    async with running(tmp_path) as pilot:
        await home(pilot)
        await until(pilot, lambda: "complaint record begun" in shown(pilot))
        pilot.app.resume(row.id)  # type: ignore[attr-defined]
        await on_screen(pilot, Play)
        form = await form_of(pilot)
        assert form.filled == FilledRecord(name="派克先生", risk="explicit")


async def test_leaving_at_once_loses_nothing(tmp_path: Path) -> None:
    async with ended(tmp_path) as (pilot, play):
        form = await form_of(pilot)
        form._lines["wish"].insert("hot soup")
        await pilot.press("escape")
        await on_screen(pilot, Play)
        await until(pilot, lambda: play.session.begun_record)
        assert play.session.begun_record == FilledRecord(wish="hot soup")
        await pilot.press("escape")
        await on_screen(pilot, Home)


async def test_an_assessment_does_not_show_the_truth(tmp_path: Path) -> None:
    async with ended(tmp_path, kind=Exam) as (pilot, play):
        await form_of(pilot)
        await pilot.press("1", "ctrl+s", "ctrl+s")
        await until(pilot, lambda: play.session.state.recorded)
        assert isinstance(pilot.app.screen, Play)
        await until(pilot, lambda: "The complaint record is in the log." in shown(pilot))


async def test_a_case_without_a_truth_offers_no_record(tmp_path: Path) -> None:
    async with running(tmp_path, scenario="cold-soup") as pilot:
        play = await on_screen(pilot, Play)
        await reply(pilot, play, *WELL)
        assert "F4" not in shown(pilot)
        await pilot.press("f4")
        debrief = await debriefed(pilot, play)
        await pilot.press("c")
        assert pilot.app.screen is debrief


async def test_hostile_text_is_harmless_in_the_form_and_beside_the_truth(tmp_path: Path) -> None:
    async with ended(tmp_path, size=(100, 120)) as (pilot, _):
        form = await form_of(pilot)
        for line in form._lines.values():
            line.insert("".join(HOSTILE))
        await pilot.pause()
        is_inert(pilot)
        await pilot.press("ctrl+s", "ctrl+s")
        await on_screen(pilot, RecordResult)
        is_inert(pilot)
        assert "[bold red]x[/]" in shown(pilot).replace("\n", "")


async def test_a_single_line_takes_a_paste_of_several_as_one(tmp_path: Path) -> None:
    async with ended(tmp_path) as (pilot, _):
        form = await form_of(pilot)
        form._lines["name"]._put("Pike,\nJames")
        assert form.filled.name == "Pike, James"


@pytest.mark.parametrize(("lang", "page"), [("zh", "form"), ("en", "result")])
def test_how_it_looks(snap_compare: Callable[..., bool], tmp_path: Path, lang: str, page: str) -> None:
    async def fill(pilot: Pilot[Any]) -> None:
        play = await on_screen(pilot, Play)
        await reply(pilot, play, *({"en": WELL, "zh": ("汤都凉了，实在对不起。", "让您生气了，非常抱歉。")}[lang]))
        form = await form_of(pilot)
        form._choices["channel"].choose("in_person")
        form._lines["name"].insert("Mr Pike" if lang == "en" else "派克先生")
        form._lines["content"].insert(
            "Cold soup. He waited four minutes." if lang == "en" else "汤凉了，等了四十分钟。"
        )
        if page == "result":
            await pilot.press("ctrl+s", "ctrl+s")
            await on_screen(pilot, RecordResult)

    assert snap_compare(made(tmp_path, lang, soup(tmp_path, lang)), terminal_size=(80, 24), run_before=fill)
