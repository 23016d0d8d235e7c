"""Sitting an assessment on the screen: against the clock, forwards only, and in the log whatever happens."""

from __future__ import annotations

import ast
import json
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input

import simulator
from simulator.library.library import Library
from simulator.messages.assess import TEXTS
from simulator.model.assessment import Seat
from simulator.model.event import Replied
from simulator.model.receipt import Part, Receipt
from simulator.runner.answers import sorted_out
from simulator.runner.room import Room
from simulator.runner.sat import sit_for
from simulator.runner.session import Session
from simulator.runner.sitting import Sitting
from simulator.store.errors import StoreError
from simulator.store.store import Store
from simulator.tui.assess import AssessApp
from simulator.tui.sheet import CaseFile, Trouble
from simulator.tui.sitting import Again, Between, ReceiptPage, RulesPage, SeatPage, SittingPlay
from simulator.tui.stage import Stage
from tests.runner.classroom import SORRY, WELL, Now, opened, written
from tests.tui.screens import on_screen, reply, shown, until
from tests.tui.test_pty import Terminal


@asynccontextmanager
async def assessing(folder: Path, now: Now, rules: str = "", seat: str = "", **more: Any) -> AsyncIterator[Pilot[None]]:
    """The app of an assessment, running without a terminal."""
    size = more.pop("size", (80, 24))
    app = AssessApp("en", folder / "data", written(folder / "class", rules, **more), seat, now)
    async with app.run_test(size=size) as pilot:
        yield pilot


async def begun(pilot: Pilot[None]) -> SittingPlay:
    """The first scenario, once the rules were read."""
    await on_screen(pilot, RulesPage)
    await pilot.press("enter")
    return await on_screen(pilot, SittingPlay)


async def over(pilot: Pilot[None]) -> str:
    """The receipt, as it stands in its file."""
    await on_screen(pilot, ReceiptPage)
    app = pilot.app
    assert isinstance(app, AssessApp)
    (file,) = (app._folder / "receipts").iterdir()
    return file.read_text("utf-8")


def receipts(folder: Path) -> list[Receipt]:
    with Store.open(folder / "data", read_only=True) as store:
        last = [store.sitting_events(row.id)[-1] for row in store.sittings()]
    return [Receipt.of(event.data["receipt"], event.hash) for event in last if event.kind == "finished"]


def logged(folder: Path) -> list[str]:
    with Store.open(folder / "data", read_only=True) as store:
        events = [stored.event for row in store.sessions() for stored in store.events(row.id)]
    return [event.text for event in events if isinstance(event, Replied)]


@pytest.fixture
def now() -> Now:
    return Now()


async def test_from_the_seat_to_the_receipt(tmp_path: Path, now: Now) -> None:
    async with assessing(tmp_path, now, "scores: each\nminutes: 10\n") as pilot:
        page = await on_screen(pilot, SeatPage)
        page.query_one(Input).value = "nobody"
        await pilot.press("enter")
        await until(pilot, lambda: "no seat of this assessment" in shown(pilot))
        page.query_one(Input).value = "s1"
        await pilot.press("enter")
        play = await begun(pilot)
        assert "Scenario 1 of 2" in shown(pilot)
        assert "In all 10:00" in shown(pilot)
        await reply(pilot, play, *WELL["en"])
        assert "Resolved  ·  Enter goes on." in shown(pilot)
        await pilot.press("enter")
        await on_screen(pilot, Between)
        assert "Your score in it: 91.7 of 100." in shown(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SittingPlay) and pilot.app.screen is not play)
        second = await on_screen(pilot, SittingPlay)
        await reply(pilot, second, *WELL["en"])
        await pilot.press("enter")
        text = await over(pilot)
        assert "91.7 of 100, passed" in shown(pilot)
    (receipt,) = receipts(tmp_path)
    assert f"{receipt.sitting} {receipt.head[:32]}" in text
    assert f"{receipt.parts[0].session} {receipt.parts[0].head[:32]}" in text
    for locked in (receipt.digest, receipt.rubric_digest, receipt.engine, *(part.digest for part in receipt.parts)):
        assert locked in text
    assert max(map(len, text.splitlines())) <= 77


async def test_the_seat_sits_in_its_own_language(tmp_path: Path, now: Now) -> None:
    async with assessing(tmp_path, now, seat="S2") as pilot:
        await on_screen(pilot, RulesPage)
        assert "你将用自己的话先后应对 2 位愤怒的客户" in shown(pilot)
        await pilot.press("enter")
        play = await on_screen(pilot, SittingPlay)
        assert "场景 1/2" in shown(pilot)
        assert play.session.scenario.lang == "zh"


async def test_there_is_no_coach_no_way_back_and_no_other_name(
    tmp_path: Path, now: Now, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where a scenario asks for a complaint record, in an assessment it can't be written, and isn't spoken of.
    monkeypatch.setattr(Session, "wants_record", True)
    async with assessing(tmp_path, now, seat="S1") as pilot:
        play = await begun(pilot)
        assert not play.coached
        await pilot.press("f3", "escape")
        assert pilot.app.screen is play
        assert "There is no way back" in shown(pilot)
        offered = [command.title for command in pilot.app.get_system_commands(play)]
        assert offered == ["Help", "Light or dark", "Quit"]
        await reply(pilot, play, *WELL["en"])
        assert "F4" not in shown(pilot)
        await pilot.press("f4", "escape")
        assert pilot.app.screen is play


async def test_the_clock_warns_in_words_and_colours_and_then_what_is_typed_is_sent(tmp_path: Path, now: Now) -> None:
    async with assessing(tmp_path, now, "reply_seconds: 90\nminutes: 5\n", "S1") as pilot:
        play = await begun(pilot)
        for wait, words, tone in (
            (25, "Reply 1:05", "$foreground"),
            (10, "Reply 0:55 under a minute", "bold $text-warning"),
            (41, "Reply 0:14 almost up", "bold $text-error"),
        ):
            now.wait(wait)
            await until(pilot, lambda words=words: words in shown(pilot))  # type: ignore[misc]
            assert tone in {str(span.style) for span in play.clock.content.spans}  # type: ignore[union-attr]
        assert "then what is typed is sent as it stands" in shown(pilot)
        play.box.insert(SORRY["en"])
        now.wait(15)
        await until(pilot, lambda: play.session.state.turn == 1 and not play.busy)
        assert play.box.text == ""
        assert "this was sent as it stood" in shown(pilot)
        await until(pilot, lambda: "Reply 1:30" in shown(pilot))
    assert logged(tmp_path) == [SORRY["en"]]


async def test_the_time_runs_below_the_case_file_too(tmp_path: Path, now: Now) -> None:
    async with assessing(tmp_path, now, "reply_seconds: 30\n", "S1") as pilot:
        play = await begun(pilot)
        await pilot.press("f2")
        await on_screen(pilot, CaseFile)
        now.wait(31)
        await until(pilot, lambda: play.session.state.turn == 1)
        await on_screen(pilot, SittingPlay)
    assert logged(tmp_path) == [""]


async def test_when_the_whole_time_is_up_the_receipt_is_there(tmp_path: Path, now: Now) -> None:
    async with assessing(tmp_path, now, "minutes: 1\nscores: never\n", "S1") as pilot:
        play = await begun(pilot)
        play.box.insert("I am so")
        now.wait(61)
        text = await over(pilot)
        assert "The time is up" in shown(pilot)
        assert "not shown" in text
        await pilot.press("c")
        assert pilot.app.clipboard + "\n" == text
    assert logged(tmp_path) == ["I am so"]
    assert receipts(tmp_path)[0].by == "time"


async def test_who_has_sat_it_sees_the_receipt_again(tmp_path: Path, now: Now) -> None:
    async with assessing(tmp_path, now, seat="S1", scenarios="[cold-soup]") as pilot:
        await reply(pilot, await begun(pilot), *WELL["en"])
        await pilot.press("enter")
        first = await over(pilot)
    async with assessing(tmp_path, now, seat="S1", scenarios="[cold-soup]") as pilot:
        assert await over(pilot) == first
        assert "You have sat it already" in shown(pilot)


async def test_who_comes_too_early_tries_the_same_seat_again(tmp_path: Path, now: Now) -> None:
    rules = "opens: 2030-01-01 09:00\ntime_zone: UTC\n"
    opens = datetime(2030, 1, 1, 9, tzinfo=UTC).timestamp()
    now.wait(opens - 60 - now.wall)
    async with assessing(tmp_path, now, rules, "S1") as pilot:
        page = await on_screen(pilot, SeatPage)
        await until(pilot, lambda: "It opens at 2030-01-01 09:00 (UTC)" in shown(pilot))
        assert page.query_one(Input).value == "S1"
        now.wait(61)
        await pilot.press("enter")
        await on_screen(pilot, RulesPage)


async def test_the_receipt_is_kept_as_soon_as_the_last_customer_has_answered(tmp_path: Path, now: Now) -> None:
    async with assessing(tmp_path, now, seat="S1", scenarios="[cold-soup]") as pilot:
        await reply(pilot, await begun(pilot), *WELL["en"])
        (file,) = (tmp_path / "data" / "receipts").iterdir()
        await pilot.press("ctrl+q")
    assert receipts(tmp_path)[0].sitting in file.read_text("utf-8")


async def test_a_log_that_fails_while_it_opens_leaves_a_way_on(
    tmp_path: Path, now: Now, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = [StoreError("store.full", path="sessions.db")] * 2
    sit = Room.sit

    def failing(room: Room, seat: Seat) -> Sitting:
        if trouble:
            raise trouble.pop()
        return sit(room, seat)

    monkeypatch.setattr(Room, "sit", failing)
    async with assessing(tmp_path, now, seat="S1") as pilot:
        await on_screen(pilot, RulesPage)
        await pilot.press("enter")
        for _ in range(2):
            await on_screen(pilot, Trouble)
            assert "The disk is full" in shown(pilot)
            await pilot.press("enter")
            await on_screen(pilot, Again)
            assert "Enter tries again" in shown(pilot)
            await pilot.press("enter")
        await on_screen(pilot, SittingPlay)


async def test_a_log_that_takes_its_time_is_told(tmp_path: Path, now: Now, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.tui.play.SLOW", 0.05)
    send, may_go_on = Sitting.send, threading.Event()

    def slow(sitting: Sitting, text: str) -> Any:
        may_go_on.wait(20)
        return send(sitting, text)

    monkeypatch.setattr(Sitting, "send", slow)
    async with assessing(tmp_path, now, seat="S1") as pilot:
        play = await begun(pilot)
        play.box.insert(SORRY["en"])
        play.box.action_send()
        await until(pilot, lambda: "It takes longer than usual" in shown(pilot))
        may_go_on.set()
        await until(pilot, lambda: play.session.state.turn == 1 and not play.busy)
        assert "It takes longer than usual" not in shown(pilot)


def test_the_home_screen_offers_no_way_into_an_assessment_that_is_being_sat(tmp_path: Path, now: Now) -> None:
    with Store.open(tmp_path / "data") as store:
        room = opened(written(tmp_path / "class"), store, now)
        room.sit(room.seat("S1")).begin_next()
    stage = Stage(tmp_path / "data", lambda: "S1", lambda: 2e9, lambda: "core")
    try:
        assert stage.shelf("en").ongoing == ()
        practice = stage.start("cold-soup", "en")
        assert [row.id for row in stage.shelf("en").ongoing] == [practice.id]
    finally:
        stage.close()


async def test_it_goes_on_after_leaving_with_the_draft_and_less_time(tmp_path: Path, now: Now) -> None:
    rules = "minutes: 5\nreply_seconds: 120\n"
    async with assessing(tmp_path, now, rules, "S1") as pilot:
        play = await begun(pilot)
        await reply(pilot, play, SORRY["en"])
        play.box.insert("And")
        await pilot.press("ctrl+q")
    now.wait(50)
    async with assessing(tmp_path, now, rules, "S1") as pilot:
        again = await on_screen(pilot, SittingPlay)
        assert (again.box.text, again.session.state.turn) == ("And", 1)
        await until(pilot, lambda: "Reply 1:10    In all 4:10" in shown(pilot))


async def test_the_newer_of_two_windows_goes_on(tmp_path: Path, now: Now) -> None:
    async with assessing(tmp_path, now, seat="S1") as first:
        play = await begun(first)
        async with assessing(tmp_path, now, seat="S1") as second:
            await on_screen(second, SittingPlay)
        play.box.insert("Hello")
        play.box.action_send()
        await until(first, lambda: first.app._exit)
    assert isinstance(first.app, AssessApp)
    assert "another window" in str(first.app.error)


def test_killed_in_the_middle_it_goes_on_and_the_time_with_it(tmp_path: Path) -> None:
    written(tmp_path / "class", "minutes: 10\n")
    command = ("assess", str(tmp_path / "class" / "monday.yaml"), "--seat", "S2")
    data = tmp_path / "data"
    terminal = Terminal(data, *command)
    terminal.until("考核规则")
    terminal.type("\r")
    terminal.until("这汤是凉的")
    began = time.monotonic()
    terminal.type("你好")
    terminal.until("你好")
    time.sleep(1.2)
    terminal.process.kill()
    terminal.end()
    terminal.close()
    again = Terminal(data, *command)
    try:
        again.until("你好")
        again.until("总时间 9:5")
        assert time.monotonic() - began < 60
        again.type("\x11")
        assert again.end() == 0
    finally:
        again.close()
    with Store.open(data, read_only=True) as store:
        (sitting,) = store.sittings()
        kinds = [event.kind for event in store.sitting_events(sitting.id)]
    assert kinds == ["begun", "opened", "resumed"]


async def test_played_on_the_screen_or_from_a_file_it_is_the_same(tmp_path: Path, now: Now) -> None:
    said = {
        "cold-soup": (" I am so\tsorry about the cold soup.\u200b", WELL["en"][1]),
        "cold-tea": ("Well, well.",) * 4,
    }
    async with assessing(tmp_path, now, seat="S1") as pilot:
        await reply(pilot, await begun(pilot), *said["cold-soup"])
        await pilot.press("enter")
        await on_screen(pilot, Between)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SittingPlay) and pilot.app.screen.sitting.place == 1)
        second = await on_screen(pilot, SittingPlay)
        await reply(pilot, second, *said["cold-tea"])
        await pilot.press("ctrl+q")
    with Store.open(tmp_path / "other") as other, Store.open(tmp_path / "data") as log:
        room = Room(tmp_path / "class" / "monday.yaml", Library(()), other, now, timed=False)
        lines = [json.dumps({"seat": "S1", "scenario": name, "replies": said_}) for name, said_ in said.items()]
        ((seat, answers),) = sorted_out(
            room.rules, room.bundle.seats, enumerate(map(str.encode, lines), 1)
        ).work.items()
        done = sit_for(room, seat, answers)
        assert done.receipt
        (sitting,) = log.sittings()
        parts = [event.data["part"] for event in log.sitting_events(sitting.id) if event.kind == "closed"]
        for part, on_screen_ in zip(done.receipt.parts, map(Part.of, parts), strict=False):
            assert replace(part, session="", head="") == replace(on_screen_, session="", head="")
            here, there = other.events(part.session or ""), log.events(on_screen_.session or "")
            assert [stored.event for stored in here] == [stored.event for stored in there]
            assert log.session(on_screen_.session or "").score == other.session(part.session or "").score
        assert len(parts) >= 1


# The words


def test_what_is_told_in_the_status_line_fits_a_narrow_screen() -> None:
    for key in ("unknown_seat", "seat_empty", "time_up", "no_way_back", *(key for key in TEXTS if key[:5] == "warn.")):
        assert max(map(cell_len, TEXTS[key])) <= 78, key


def test_both_languages_say_the_same_things_and_none_is_left_over() -> None:
    package = Path(simulator.__file__).parent
    sources = [package / name for name in ("tui/assess.py", "tui/sitting.py", "tui/clock_line.py", "cli/assess.py")]
    sources += [*(package / "runner").glob("*.py"), package / "reports" / "receipt.py"]
    said = {
        node.value.removeprefix("assess.")
        for source in sources
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    made = ("help.", "line.", "rule.scores.", "counts.", "by.", "warn.", "receipt.", "clock.", "finished")
    for key, (english, chinese) in TEXTS.items():
        places = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in (english, chinese)]
        assert places[0] == places[1], key
        assert key in said or key.startswith(made), f"{key} is never said"
