"""The debrief: what scored and why can be seen without colour, and any turn can be answered once more."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from simulator.runner.desk import Desk
from simulator.store.store import Store
from simulator.tui.bubbles import Bubble
from simulator.tui.choice import Choice
from simulator.tui.debrief import Again, Debrief, LookBack, TurnCard
from simulator.tui.desk_form import WordsBox
from simulator.tui.dispute import DisputeForm
from simulator.tui.home import Home
from simulator.tui.play import Play
from simulator.tui.reply_box import PASTE_GAP
from simulator.tui.stage import NEWS, Stage
from tests.tui.screens import BADLY, SORRY, WELL, debriefed, on_screen, playing, reply, running, shown, until


def said(debrief: Debrief, selector: str = "") -> str:
    """All texts of a part of the screen, those scrolled out of sight too."""
    parts = debrief.query(f"{selector} Static".strip()).results(Static)
    return "\n".join(str(part.content) for part in parts)


async def test_it_tells_the_outcome_the_score_and_its_parts(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *WELL)
        debrief = await debriefed(pilot, play)
        text = said(debrief)
        assert "The cold soup   Resolved " in text
        assert "Passed" in text
        assert "An apology and a new plate; that was all he wanted." in text
        assert "L Listening" in text
        assert "3.0" in text
        assert "100 ┤" in text


async def test_a_critical_fault_is_told_as_what_fails_the_session(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *BADLY)
        text = said(await debriefed(pilot, play))
        assert "Not passed" in text
        assert "Blame fails a session whatever its score." in text
        assert "B ! Blame -20" in text


async def test_evidence_is_marked_by_a_sign_and_each_level_by_what_would_lift_it(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *WELL)
        text = said(await debriefed(pilot, play), "#turn-1")
        assert "I am so sorry[A] about the cold soup[LA]." in text
        assert "A ▮▮▮ Apology 3" in text
        assert "> Ask what else happened." in text


async def test_the_model_answer_is_the_strong_exemplar_of_that_moment(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, "Okay.", *WELL)
        debrief = await debriefed(pilot, play)
        assert f"A model answer\n{SORRY}" in said(debrief, "#turn-1")
        # Where the reply was the model answer, it is not repeated.
        assert "A model answer" not in said(debrief, "#turn-2")
        assert [moment for moment in ("best", "worst") if f" {moment} " in said(debrief, "#turn-1")] == ["worst"]


async def test_once_more_from_here_is_a_branch_that_shares_the_past(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        first = play.session.id
        await reply(pilot, play, SORRY, "Okay.", "Okay.", "Okay.")
        await debriefed(pilot, play)
        await pilot.press("n", "n", "enter")
        play = await on_screen(pilot, Play)
        assert play.session.id != first
        assert play.session.state.turn == 1
        assert [bubble.words for bubble in play.talk.query(Bubble)][1] == SORRY
        await reply(pilot, play, WELL[1])
        assert play.session.state.outcome == "resolved"
    with Store.open(tmp_path, read_only=True) as store:
        rows = {row.id: row for row in store.sessions()}
    assert rows[first].outcome == "lost"
    branch = rows[play.session.id]
    assert (branch.branch_of, branch.branch_turn, branch.outcome) == (first, 2, "resolved")


async def test_a_click_on_once_more_begins_the_branch(tmp_path: Path) -> None:
    async with playing(tmp_path, size=(120, 60)) as (pilot, play):
        await reply(pilot, play, *BADLY)
        debrief = await debriefed(pilot, play)
        await pilot.click(debrief.query(Again).first())
        assert (await on_screen(pilot, Play)).session.state.turn == 0


async def test_the_keys_go_from_turn_to_turn_and_to_the_best_and_worst(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, "Okay.", *WELL)
        debrief = await debriefed(pilot, play)

        def here() -> int | None:
            return debrief.focused.turn if isinstance(debrief.focused, TurnCard) else None

        await pilot.press("n")
        assert here() == 1
        await pilot.press("n", "n", "n")
        assert here() == 3
        await pilot.press("p")
        assert here() == 2
        await pilot.press("w")
        assert here() == 1
        await pilot.press("b")
        assert here() == 3


async def test_the_trainees_look_back_is_logged(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *WELL)
        debrief = await debriefed(pilot, play)
        await pilot.press("r")
        debrief.query(LookBack).first().insert("我先道了歉")
        await pilot.pause(2 * PASTE_GAP)
        await pilot.press("enter")
        debrief.query(LookBack).last().insert("Ask more.")
        await pilot.pause(2 * PASTE_GAP)
        await pilot.press("enter")
        review = play.session.transcript().review
        assert review is not None
        assert (review.went_well, review.next_time) == ("我先道了歉", "Ask more.")


async def test_leaving_keeps_the_look_back_too_and_only_once(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *WELL)
        debrief = await debriefed(pilot, play)
        await pilot.press("r")
        debrief.query(LookBack).first().insert("I apologised.")
        await pilot.press("escape", "escape")
        await on_screen(pilot, Home)
        await until(pilot, lambda: play.session.transcript().review)
    with Store.open(tmp_path, read_only=True) as store:
        assert len(list(store.entries(kind="review"))) == 1


async def test_on_a_narrow_screen_it_is_one_page_that_the_arrows_scroll(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, "Okay.", *WELL)
        debrief = await debriefed(pilot, play)
        assert "Passed" in shown(pilot)
        assert "Your own look back" not in shown(pilot)
        assert not debrief.query_one("#turns").show_vertical_scrollbar
        await pilot.press("end")
        await until(pilot, lambda: "Your own look back" in shown(pilot))
        await pilot.press("home")
        await until(pilot, lambda: "Passed" in shown(pilot))


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_what_the_instructor_said_and_changed_is_seen_when_it_is_looked_back_on(
    tmp_path: Path, lang: str
) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *WELL)
        played = play.session.id
    with Store.open(tmp_path) as store:
        desk = Desk(store, lambda: 1_700_050_000.0)
        looked = desk.look(played)
        desk.override(played, "Ms [b]Ito", [looked.level("apology", 1, "By heart.", turn=1), looked.score(41, "Cold.")])
        desk.comment(played, "Ms [b]Ito", "Warmer \x1b[2J here.", 1)
        desk.grade(played, "Ms [b]Ito", "good", "Quick.")
        dispute = desk.dispute(played, "Li Na", "I meant it.", 1)
        desk.answer(dispute.id, "Ms [b]Ito", False, "Then say so.")
    async with running(tmp_path, lang) as pilot:
        await until(pilot, lambda: ("From your instructor" if lang == "en" else "教师的批注") in shown(pilot))
        pilot.app.screen.query_one(OptionList).focus()
        await pilot.press("enter")
        debrief = await on_screen(pilot, Debrief)
        told = said(debrief)
        assert ("counts 41" if lang == "en" else "现计 41") in told
        assert "Quick." in told
        turn = said(debrief, "#turn-1")
        assert "By heart." in turn
        assert "Ms [b]Ito" in turn
        assert turn.index("I meant it.") < turn.index("Then say so.")
        assert "Warmer" in turn
        assert "\x1b" not in turn
        assert ("A ▮▯▯" if lang == "en" else "道 ▮▯▯") in turn
        await pilot.press("escape")
        await on_screen(pilot, Home)


async def test_what_was_said_long_ago_or_by_the_trainee_is_no_news(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *WELL)
        played = play.session.id
    with Store.open(tmp_path) as store:
        Desk(store, lambda: 1_700_000_000.0 - NEWS).comment(played, "Ms Ito", "Well done.")
        Desk(store, lambda: 1_700_000_000.0).dispute(played, "Li Na", "I meant it.", 1)
    stage = Stage(tmp_path, lambda: "Li Na", lambda: 1_700_000_000.0, lambda: "core")
    assert stage.shelf("en").ongoing == ()
    stage.close()


async def test_a_mark_is_disputed_from_the_turn_that_is_looked_at(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *BADLY)
        debrief = await debriefed(pilot, play)
        await pilot.press("n", "d")
        form = await on_screen(pilot, DisputeForm)
        form.query_one("#about", Choice).focus()
        await pilot.press("2", "enter")
        form.query_one("#reason", WordsBox).action_send()
        await until(pilot, lambda: "Say why" in shown(pilot))
        form.query_one("#reason", WordsBox).insert("It was [b]not meant so.")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is debrief and "Your dispute is in the log" in shown(pilot))
    with Store.open(tmp_path, read_only=True) as store:
        (entry,) = store.entries(play.session.id)
    assert (entry.kind, entry.author, entry.data["turn"]) == ("dispute", "Li Na", 1)
    assert entry.data["criterion"]
    assert entry.data["reason"] == "It was [b]not meant so."
