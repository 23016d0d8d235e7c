"""The play screen: what is typed reaches the customer once, what the customer says can be read, nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from simulator.model.event import Replied
from simulator.store.errors import StoreError
from simulator.store.store import Store
from simulator.tui.bubbles import KEPT, Bubble
from simulator.tui.debrief import Debrief
from simulator.tui.home import Home
from simulator.tui.play import Play
from simulator.tui.reply_box import PASTE_GAP
from simulator.tui.sheet import CaseFile, Trouble
from tests.tui.screens import BADLY, SORRY, WELL, Exam, coached, home, on_screen, playing, reply, running, shown, until


def logged(folder: Path, session: str) -> list[str]:
    """The replies of a session that are in the log."""
    with Store.open(folder, read_only=True) as store:
        return [s.event.text for s in store.events(session) if isinstance(s.event, Replied)]


async def test_a_reply_is_answered_and_the_mood_moves(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        assert "This soup is cold!" in shown(pilot)
        assert "furious  80" in shown(pilot)
        await reply(pilot, play, SORRY)
        assert "Well. Thank you." in shown(pilot)
        assert "annoyed  50" in shown(pilot)
        assert play.box.text == ""
        assert logged(tmp_path, play.session.id) == [SORRY]


async def test_what_the_customer_does_is_set_apart_from_what_the_customer_says(tmp_path: Path) -> None:
    async with playing(tmp_path, "zh") as (pilot, play):
        first = pilot.app.screen.query(Bubble).first()
        assert first.words == "（把盘子一推。）这汤是凉的！"
        spans = [first.words[span.start : span.end] for span in first._content.spans]
        assert spans == ["（把盘子一推。）"]
        assert play.session.scenario.lang == "zh"


async def test_any_key_finishes_what_the_customer_is_saying_and_a_letter_is_typed_too(tmp_path: Path) -> None:
    async with playing(tmp_path, spoken=True) as (pilot, play):
        assert play.talk.speaking
        await pilot.press("I")
        assert not play.talk.speaking
        assert play.box.text == "I"
        assert "This soup is cold!" in shown(pilot)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_key_that_sends_or_leaves_only_finishes_the_line(tmp_path: Path, key: str) -> None:
    async with playing(tmp_path, spoken=True) as (pilot, play):
        await pilot.press(key)
        assert not play.talk.speaking
        assert pilot.app.screen is play
        assert play.session.state.turn == 0


async def test_the_words_come_one_by_one_and_then_all_are_there(tmp_path: Path) -> None:
    async with playing(tmp_path, spoken=True) as (pilot, play):
        bubble = play.talk.query_one(Bubble)
        hidden = bubble._text.content
        assert "transparent" in str(getattr(hidden, "spans", ""))
        await until(pilot, lambda: not play.talk.speaking)
        assert "transparent" not in str(getattr(bubble._text.content, "spans", ""))


async def test_an_empty_enter_asks_first_and_the_second_is_silence(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await pilot.press("enter")
        assert "Enter once more to say nothing" in shown(pilot)
        assert play.session.state.turn == 0
        await pilot.pause(2 * PASTE_GAP)
        await pilot.press("enter")
        await until(pilot, lambda: play.session.state.turn == 1 and not play.busy)
        assert logged(tmp_path, play.session.id) == [""]
        assert "(You say nothing.)" in shown(pilot)


async def test_typing_after_an_empty_enter_takes_the_silence_back(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await pilot.press("enter", "a", "backspace")
        await pilot.pause(2 * PASTE_GAP)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert play.session.state.turn == 0


async def test_the_facts_told_so_far_stand_in_the_case_file_with_the_policy(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await pilot.press("f2")
        await on_screen(pilot, CaseFile)
        text = shown(pilot)
        assert "the soup came cold" in text
        assert "waited forty minutes" not in text
        assert "+ bring a new soup within five minutes" in text
        assert "x feed him free for a year" in text
        await pilot.press("escape")
        await reply(pilot, play, SORRY)
        await pilot.press("f2")
        await on_screen(pilot, CaseFile)
        assert "he waited forty minutes" in shown(pilot)


async def test_on_a_wide_screen_the_case_file_is_at_the_side(tmp_path: Path) -> None:
    async with playing(tmp_path, size=(120, 40)) as (pilot, _):
        text = shown(pilot)
        assert "x feed him free for a year" in text
        assert "You wait at table four." in text


# The coach


async def test_the_coach_shows_the_levels_marks_what_earns_and_names_the_next_step(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await coached(pilot, play, "I am sorry.")
        assert "Listening ▯▯▯   Apology ▮▮▯" in shown(pilot)
        # At the same weight, what lacks more comes first, and where nothing lifts it, the other.
        assert "Listening: Ask what else happened." in shown(pilot)
        marked = [play.box.text[start:end] for start, end, _ in play.box._marks]
        assert marked == ["sorry"]


async def test_the_coach_says_a_fault_before_anything_else(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await coached(pilot, play, BADLY[0])
        assert "Blame: Puts the fault on the customer." in shown(pilot)


async def test_the_coach_can_be_switched_off_and_stays_off(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await coached(pilot, play, "I am sorry.")
        await pilot.press("f3")
        await until(pilot, lambda: "Apology" not in shown(pilot))
        assert play.box._marks == ()
    async with playing(tmp_path) as (pilot, _):
        assert "Apology" not in shown(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: "Apology" in shown(pilot))


async def test_where_the_coach_is_not_allowed_no_key_brings_it(tmp_path: Path) -> None:
    async with playing(tmp_path, kind=Exam) as (pilot, play):
        await pilot.press("f3")
        play.box.insert("I am sorry.")
        await pilot.pause(0.3)
        assert "Apology" not in shown(pilot)
        assert "Coach" not in shown(pilot)
        assert play.box._marks == ()


# The end


async def test_when_it_is_over_enter_leads_to_the_debrief(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *WELL)
        assert "Now that is a soup." in shown(pilot)
        assert "Resolved" in shown(pilot)
        await pilot.press("enter")
        await on_screen(pilot, Debrief)


async def test_where_the_debrief_has_to_wait_nothing_leads_there(tmp_path: Path) -> None:
    async with playing(tmp_path, kind=Exam) as (pilot, play):
        await reply(pilot, play, *BADLY)
        assert "This conversation is over." in shown(pilot)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert pilot.app.screen is play
        await pilot.press("escape")
        await on_screen(pilot, Home)


async def test_only_so_many_bubbles_stay_mounted(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        play.talk.add(*[Bubble("", f"Line {n}.", "customer") for n in range(KEPT + 30)])
        await until(pilot, lambda: len(play.talk.query(Bubble)) == KEPT)
        assert f"Line {KEPT + 29}." in shown(pilot)


# Nothing is lost


async def test_the_draft_is_in_the_log_shortly_after_it_was_typed(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        play.box.insert("我正要说")

        def kept() -> str:
            with Store.open(tmp_path, read_only=True) as store:
                return store.draft(play.session.id)

        await until(pilot, lambda: kept() == "我正要说")


async def test_a_draft_survives_a_resize_leaving_and_coming_back(tmp_path: Path) -> None:
    draft = "I was about to say\n对不起"
    async with playing(tmp_path) as (pilot, play):
        play.box.insert(draft)
        for size in ((40, 12), (120, 40), (20, 8), (80, 24)):
            await pilot.resize_terminal(*size)
            assert play.box.text == draft
        await pilot.press("escape")
        await home(pilot)
        await until(pilot, lambda: "Go on with" in shown(pilot))
        await pilot.press("home", "down", "up", "enter")
        play = await on_screen(pilot, Play)
        assert play.box.text == draft
        assert play.box.cursor_location == (1, 3)
    async with running(tmp_path) as pilot:
        await home(pilot)
        await pilot.press("enter")
        play = await on_screen(pilot, Play)
        assert play.box.text == draft


async def test_a_session_gone_on_with_shows_what_was_said(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, SORRY)
    async with running(tmp_path) as pilot:
        await home(pilot)
        await pilot.press("enter")
        play = await on_screen(pilot, Play)
        words = [bubble.words for bubble in play.talk.query(Bubble)]
        assert words == ["(He pushes the plate away.) This soup is cold!", SORRY, "Well. Thank you.",
                         "And I waited forty minutes for it."]  # fmt: skip
        assert not play.talk.speaking


class Filling(Store):
    """A log whose disk is full when told so: before a reply is in, or after."""

    full = ""

    def append(self, session: str, events: Sequence[Any], **more: Any) -> int:
        before = isinstance(events[0], Replied)
        if self.full == ("before" if before else "after"):
            raise StoreError("store.full", path="sessions.db")
        return super().append(session, events, **more)


@pytest.fixture
def filling(monkeypatch: pytest.MonkeyPatch) -> type[Filling]:
    monkeypatch.setattr("simulator.tui.stage.Store", Filling)
    monkeypatch.setattr(Filling, "full", "")
    return Filling


async def test_a_reply_that_could_not_be_saved_is_back_in_the_box(tmp_path: Path, filling: type[Filling]) -> None:
    async with playing(tmp_path) as (pilot, play):
        filling.full = "before"
        play.box.insert(SORRY)
        await pilot.press("enter")
        await on_screen(pilot, Trouble)
        assert "The disk is full" in shown(pilot)
        await pilot.press("enter")
        assert pilot.app.screen is play
        assert play.box.text == SORRY
        assert [bubble.words for bubble in play.talk.query(Bubble)][1:] == []
        filling.full = ""
        await pilot.press("enter")
        await until(pilot, lambda: play.session.state.turn == 1)
        assert logged(tmp_path, play.session.id) == [SORRY]


async def test_a_reply_that_was_saved_but_not_answered_is_answered_on_the_next_enter(
    tmp_path: Path, filling: type[Filling]
) -> None:
    async with playing(tmp_path) as (pilot, play):
        filling.full = "after"
        play.box.insert(SORRY)
        await pilot.press("enter")
        await on_screen(pilot, Trouble)
        await pilot.press("enter")
        assert play.session.unanswered == SORRY
        filling.full = ""
        await pilot.press("enter")
        await until(pilot, lambda: play.session.state.turn == 1 and not play.busy)
        assert logged(tmp_path, play.session.id) == [SORRY]
        assert [bubble.words for bubble in play.talk.query(Bubble)].count(SORRY) == 1
        assert "Well. Thank you." in shown(pilot)


async def test_a_session_continued_elsewhere_is_not_written_over(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        other = pilot.app.stage.resume(play.session.id)  # type: ignore[attr-defined]
        other.send("I was here first.")
        play.box.insert(SORRY)
        await pilot.press("enter")
        await on_screen(pilot, Trouble)
        assert "continued in another window" in shown(pilot)
        await pilot.press("enter")
        await on_screen(pilot, Home)
        assert logged(tmp_path, play.session.id) == ["I was here first."]


async def test_the_newest_words_stay_in_sight_when_the_window_shrinks(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *["Okay."] * 4, SORRY)
        assert "And I waited forty minutes" in shown(pilot)
        await pilot.resize_terminal(50, 16)
        await until(pilot, lambda: "And I waited forty minutes" in shown(pilot))
        await pilot.press("pageup")
        await until(pilot, lambda: "And I waited forty minutes" not in shown(pilot))
