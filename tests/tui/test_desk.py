"""The instructor's desk: who needs somebody, a session looked at closely, a mark changed, a dispute answered."""

from __future__ import annotations

import ast
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from string import Formatter

import pytest
from textual.pilot import Pilot
from textual.widgets import Digits, Input, OptionList, Static

import simulator
from simulator.library.library import Library
from simulator.messages.desk import TEXTS
from simulator.runner.desk import Desk
from simulator.runner.runner import Runner
from simulator.store.records import about
from simulator.store.store import Store
from simulator.tui.choice import Choice
from simulator.tui.desk import DeskApp
from simulator.tui.desk_form import WordsBox
from simulator.tui.desk_forms import AnswerForm, CommentForm, GradeForm, TakeBackForm
from simulator.tui.desk_live import Live
from simulator.tui.desk_override import OverrideForm, Pick
from simulator.tui.desk_review import Review, ReviewCard
from simulator.tui.desk_sessions import Sessions
from tests.runner.classroom import BADLY, WELL, Now, opened, written
from tests.tui.screens import on_screen, shown, until
from tests.tui.test_inert import HOSTILE, is_inert


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def session(tmp_path: Path, now: Now) -> str:
    """A class that sits: S1 did well in its first scenario, S2 badly, S3 touches no key."""
    with Store.open(tmp_path / "data") as store:
        room = opened(written(tmp_path / "class", "minutes: 30\n"), store, now)
        first = room.sit(room.seat("S1"))
        session = first.begin_next()
        assert session
        room.sit(room.seat("S3")).begin_next()
        now.wait(300)
        for words in WELL["en"]:
            first.send(words)
        second = room.sit(room.seat("S2"))
        second.begin_next()
        second.send(BADLY["zh"])
        return session.id


@asynccontextmanager
async def at_desk(
    folder: Path, now: Now, lang: str = "en", size: tuple[int, int] = (80, 24), path: Path | None = None
) -> AsyncIterator[Pilot[None]]:
    """The desk, running without a terminal."""
    app = DeskApp(lang, folder / "data", "Ms [b]Wang", path, 180.0, now)
    async with app.run_test(size=size) as pilot:
        yield pilot


async def close(pilot: Pilot[None], session: str) -> Review:
    """A session looked at closely."""
    await until(pilot, lambda: pilot.app.desk)  # type: ignore[attr-defined]
    assert isinstance(pilot.app, DeskApp)
    pilot.app.review(session)
    return await on_screen(pilot, Review)


def entries(folder: Path, subject: str) -> list[tuple[str, str]]:
    with Store.open(folder / "data", read_only=True) as store:
        return [(entry.kind, entry.author) for entry in store.entries(subject)]


async def kept(pilot: Pilot[None], review: Review) -> None:
    """The form is left and the session was read again."""
    await until(pilot, lambda: pilot.app.screen is review and "It is in the log" in shown(pilot))


async def test_an_empty_log_says_what_to_do(tmp_path: Path, now: Now) -> None:
    async with at_desk(tmp_path, now) as pilot:
        await until(pilot, lambda: "Nobody is here yet" in shown(pilot))
        assert "simulator assess FILE" in shown(pilot)
        await pilot.press("s")
        await on_screen(pilot, Sessions)
        await until(pilot, lambda: "No session here" in shown(pilot))
        await pilot.press("escape")
        await on_screen(pilot, Live)


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_those_who_need_somebody_are_on_top(tmp_path: Path, now: Now, session: str, lang: str) -> None:
    path = tmp_path / "class" / "monday.yaml"
    async with at_desk(tmp_path, now, lang, path=path) as pilot:
        told = {
            "en": ("critical flag: Blame, turn 1", "no key for 5 min", "in between", "not begun", "alarms 2"),
            "zh": ("一票否决项：", "5 分钟没有按键", "场景之间", "未开始", "警报 2"),
        }
        await until(pilot, lambda: all(words in shown(pilot) for words in told[lang]))
        lines = shown(pilot).splitlines()
        places = [next(i for i, line in enumerate(lines) if f" {seat} " in line) for seat in ("S2", "S3", "S1", "S4")]
        assert places == sorted(places)
        now.wait(240)
        screen = pilot.app.screen
        assert isinstance(screen, Live)
        screen._look()
        await until(pilot, lambda: ("no key for 9 min" if lang == "en" else "9 分钟没有按键") in shown(pilot))
        await pilot.press("enter")
        review = await on_screen(pilot, Review)
        assert review.reviewed.row.trainee == "S2"


async def test_whoever_is_over_is_not_shown_as_if_at_work(tmp_path: Path, now: Now, session: str) -> None:
    with Store.open(tmp_path / "data") as store:
        room = opened(tmp_path / "class" / "monday.yaml", store, now)
        sitting = room.sit(room.seat("S1"))
        sitting.begin_next()
        for words in WELL["en"]:
            sitting.send(words)
        assert sitting.receipt
    async with at_desk(tmp_path, now) as pilot:
        await until(pilot, lambda: "over 1" in shown(pilot))
        line = next(line for line in shown(pilot).splitlines() if " S1 " in line)
        assert "over · " in line


async def test_the_cursor_stays_on_a_seat_when_others_go_up(tmp_path: Path, now: Now, session: str) -> None:
    async with at_desk(tmp_path, now) as pilot:
        await until(pilot, lambda: "S1" in shown(pilot))
        await pilot.press("end")
        seats = pilot.app.screen.query_one("#seats", OptionList)
        assert seats.highlighted is not None
        chosen = seats.get_option_at_index(seats.highlighted).id
        with Store.open(tmp_path / "data") as store:
            room = opened(tmp_path / "class" / "monday.yaml", store, now)
            sitting = room.sit(room.seat("S4"))
            sitting.begin_next()
            sitting.send(BADLY["zh"])
        pilot.app.screen._look()  # type: ignore[attr-defined]
        await until(pilot, lambda: "S4" in shown(pilot))
        assert seats.get_option_at_index(seats.highlighted).id == chosen


async def test_a_level_is_changed_with_a_reason_and_taken_back(tmp_path: Path, now: Now, session: str) -> None:
    async with at_desk(tmp_path, now, size=(120, 40)) as pilot:
        review = await close(pilot, session)
        before = review.reviewed.looked.mark.session.score
        await pilot.press("n", "o")
        form = await on_screen(pilot, OverrideForm)
        assert isinstance(form.focused, Pick)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "Nothing is changed yet" in shown(pilot))
        await pilot.press("shift+tab", "escape")
        await on_screen(pilot, Review)
        await pilot.press("o")
        form = await on_screen(pilot, OverrideForm)
        first = form.focused
        assert isinstance(first, Pick)
        await pilot.press("0", "enter", "enter")
        await until(pilot, lambda: "Say why" in shown(pilot))
        form.query_one("#reason", WordsBox).insert("Read [b]from a card")
        await pilot.press("enter")
        await kept(pilot, review)
        mark = review.reviewed.looked.mark
        assert mark.replies[0].levels[first.key] == 0
        assert mark.automatic.score == before
        assert isinstance(review.focused, ReviewCard)
        assert review.focused.turn == 1
        assert "Ms [b]Wang: turn 1: " in shown(pilot)
        assert "Read [b]from a card" in shown(pilot)
        await pilot.press("u")
        back = await on_screen(pilot, TakeBackForm)
        await pilot.press("enter")
        back.query_one("#reason", WordsBox).insert("It was not.")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is review and not review.reviewed.looked.mark.by_hand)
        assert review.reviewed.looked.mark.session.score == before
    assert entries(tmp_path, session) == [("override", "Ms [b]Wang")] * 2


async def test_the_score_of_the_whole_is_changed(tmp_path: Path, now: Now, session: str) -> None:
    async with at_desk(tmp_path, now) as pilot:
        review = await close(pilot, session)
        await pilot.press("o")
        form = await on_screen(pilot, OverrideForm)
        field = form.query_one("#score-now", Input)
        field.value = "many"
        form.query_one("#reason", WordsBox).insert("Late.")
        form.query_one("#reason", WordsBox).action_send()
        await until(pilot, lambda: "a number from 0 to 100" in shown(pilot))
        field.value = "12.5"
        form.query_one("#reason", WordsBox).action_send()
        await kept(pilot, review)
        assert review.reviewed.looked.mark.session.score == 12.5
        assert "counts 12.5" in shown(pilot)
        # Written large it must not look like another one: 59.6 fails where 60 passes.
        assert review.query_one("#score", Digits).value == "12.5"
        await pilot.press("escape", "s")
        await on_screen(pilot, Sessions)
        await until(pilot, lambda: "resolved   12.5" in shown(pilot))


async def test_comment_and_grade(tmp_path: Path, now: Now, session: str) -> None:
    async with at_desk(tmp_path, now, "zh") as pilot:
        review = await close(pilot, session)
        await pilot.press("n", "c")
        comment = await on_screen(pilot, CommentForm)
        comment.query_one("#comment", WordsBox).insert("说得好。")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is review and len(review.reviewed.entries) == 1)
        await pilot.press("g")
        grade = await on_screen(pilot, GradeForm)
        grade.query_one("#for", Choice).choose("group")
        grade.query_one("#weaknesses", WordsBox).action_send()
        await until(pilot, lambda: "请先选择：评级" in shown(pilot))
        grade.query_one("#grade", Choice).focus()
        await pilot.press("2")
        grade.query_one("#weaknesses", WordsBox).action_send()
        await until(pilot, lambda: pilot.app.screen is review and len(review.reviewed.beside) == 1)
        said = "\n".join(str(part.content) for part in review.query("#turn-0 .remarks").results(Static))
        assert "Ms [b]Wang：评级：良  ·  小组 A" in said
    assert entries(tmp_path, session) == [("comment", "Ms [b]Wang")]
    with Store.open(tmp_path / "data", read_only=True) as store:
        assert [entry.data["grade"] for entry in store.entries(about("group", "A"))] == ["good"]


async def test_a_dispute_is_on_top_of_the_list_until_it_is_answered(tmp_path: Path, now: Now, session: str) -> None:
    with Store.open(tmp_path / "data") as store:
        Desk(store, lambda: now.wall).dispute(session, "S1", "I did \x1b[2J say sorry.", 1)
    async with at_desk(tmp_path, now) as pilot:
        await until(pilot, lambda: "S1" in shown(pilot))
        await pilot.press("s")
        page = await on_screen(pilot, Sessions)
        await until(pilot, lambda: "wait for an answer: 1" in shown(pilot))
        await pilot.press("enter")
        review = await on_screen(pilot, Review)
        await pilot.press("a")
        answer = await on_screen(pilot, AnswerForm)
        assert "\x1b" not in shown(pilot)
        await pilot.press("1", "enter")
        answer.query_one("#answer", WordsBox).insert("You did.")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is review and review.reviewed.disputes[0].answer)
        await pilot.press("escape")
        await on_screen(pilot, Sessions)
        await until(pilot, lambda: "wait for an answer" not in shown(pilot))
        await pilot.press("slash")
        page.query_one(Input).value = "s2 soup"
        await until(pilot, lambda: "Sessions: 1." in shown(pilot) or "No session fits" in shown(pilot))


async def test_whatever_people_wrote_the_desk_shows_it_and_does_not_obey_it(tmp_path: Path, now: Now) -> None:
    with Store.open(tmp_path / "data") as store:
        desk = Desk(store, lambda: now.wall)
        for words in (" ".join(HOSTILE[:6]), "".join(HOSTILE[6:])):
            session = Runner(Library(), store, clock=lambda: now.wall).start("cold-soup", "en", words)
            session.send(words)
            desk.dispute(session.id, words, f"- {words}", 1)
            desk.comment(session.id, words, f"- {words}")
    async with at_desk(tmp_path, now, size=(120, 40)) as pilot:
        await until(pilot, lambda: "Practice of the last hours" in shown(pilot) and "The cold soup" in shown(pilot))
        is_inert(pilot)
        await pilot.press("s")
        await on_screen(pilot, Sessions)
        await until(pilot, lambda: "wait for an answer" in shown(pilot))
        is_inert(pilot)
        for session_id in [row.id for row in pilot.app.desk._store.sessions()]:  # type: ignore[attr-defined]
            review = await close(pilot, session_id)
            await pilot.press("n")
            is_inert(pilot)
            await pilot.press("a")
            await on_screen(pilot, AnswerForm)
            is_inert(pilot)
            await pilot.press("escape", "escape")
            await until(pilot, lambda left=review: pilot.app.screen is not left)  # type: ignore[misc]


def test_every_sentence_of_the_desk_is_said_and_has_the_same_places_in_both_languages() -> None:
    package = Path(simulator.__file__).parent
    said = {
        node.value.removeprefix("desk.")
        for area in ("tui", "cli", "runner", "reports")
        for path in (package / area).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    made = ("help.", "column.", "state.", "alarm.", "menace.", "grade.", "field.", "for.")
    for key, (english, chinese) in TEXTS.items():
        places = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in (english, chinese)]
        assert places[0] == places[1], key
        assert key in said or key.startswith(made), f"{key} is never said"
