"""What people say about a session: checked, kept beside the engine's mark, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.reports.remarks import all_names, remark
from simulator.runner.desk import LONGEST, Desk, RemarkError
from simulator.runner.marks import Marks
from simulator.store.records import about
from simulator.store.store import Store
from tests.runner.classroom import WELL, Now, opened, written


@pytest.fixture
def played(store: Store, tmp_path: Path) -> str:
    """A session of two good replies that has ended."""
    now = Now()
    room = opened(written(tmp_path / "class", scenarios="[cold-soup]"), store, now)
    sitting = room.sit(room.seat("S1"))
    session = sitting.begin_next()
    assert session
    for words in WELL["en"]:
        now.wait(20)
        sitting.send(words)
    return session.id


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, lambda: 1_800_001_000.0)


def refused(call: Callable[[], object]) -> str:
    """Why something is not kept, in English."""
    with pytest.raises(RemarkError) as error:
        call()
    assert error.value.message("zh") != error.value.message("en")
    return error.value.message("en")


def test_a_persons_level_stands_beside_the_engines_and_counts(desk: Desk, store: Store, played: str) -> None:
    looked = desk.look(played)
    before = looked.mark.session.score
    desk.override(played, "Ms Wang", [looked.level("Apology", 0, "Not meant.", 1)])
    mark = desk.look(played).mark
    assert mark.replies[0].levels["apology"] == 0
    assert mark.by_engine[0].levels["apology"] == looked.mark.by_engine[0].levels["apology"] > 0
    assert mark.automatic.score == before
    assert (mark.session.score or 0) < (before or 0)
    assert Marks(store).score(store.session(played)) == (mark.session.score, mark.session.passed)


def test_taking_back_brings_the_engines_mark_back_and_keeps_the_history(desk: Desk, store: Store, played: str) -> None:
    looked = desk.look(played)
    (entry,) = desk.override(played, "Ms Wang", [looked.score(12, "Read from a card.")])
    assert desk.look(played).mark.session.score == 12
    desk.override(played, "Mr Li", [desk.look(played).withdrawal(entry.id[:6], "It was not.")])
    assert desk.look(played).mark.session == looked.mark.automatic
    said = [remark(one, all_names(looked.rubric, "en"), "en") for one in store.entries(played)]
    score = f"{looked.mark.automatic.score:g}"
    assert [one.what for one in said] == [f"score {score} → 12", f"taken back: {entry.id[:8]}"]
    assert [one.words for one in said] == [("Read from a card.",), ("It was not.",)]


def test_a_critical_flag_by_hand_fails_the_session(desk: Desk, played: str) -> None:
    looked = desk.look(played)
    critical = next((name for name, flag in looked.rubric.flags.items() if flag.critical), None)
    flag = critical or next(iter(looked.rubric.flags))
    desk.override(played, "Ms Wang", [looked.flag(flag, True, "Heard on the tape.", 2)])
    mark = desk.look(played).mark
    assert flag in mark.replies[1].flags
    assert mark.session.failed_by == ((critical,) if critical else ())


def test_what_says_nothing_or_is_about_nothing_is_refused(desk: Desk, played: str) -> None:
    looked = desk.look(played)
    assert "Say why" in refused(lambda: looked.level("apology", 1, " \n", 1))
    assert "Did you mean apology?" in refused(lambda: looked.level("apolgy", 1, "x", 1))
    assert "0, 1, 2 or 3" in refused(lambda: looked.level("apology", 4, "x", 1))
    assert "has 2" in refused(lambda: looked.level("apology", 1, "x", 3))
    assert "give its turn" in refused(lambda: looked.level("apology", 1, "x"))
    assert "no flag" in refused(lambda: looked.flag("", True, "x", 1))
    assert "between 0 and 100" in refused(lambda: looked.score(float("nan"), "x"))
    assert "No change" in refused(lambda: looked.withdrawal("", "x"))
    assert f"at most {LONGEST}" in refused(lambda: desk.comment(played, "", "x" * (LONGEST + 1)))
    assert "No dispute" in refused(lambda: desk.answer("", "", True, "x"))
    assert "A grade has" in refused(lambda: desk.grade(played, "", " \t "))


def test_a_dispute_waits_until_it_is_answered(desk: Desk, played: str) -> None:
    entry = desk.dispute(played, "Li Na", "I did say sorry.", 1, "Apology")
    (waits,) = desk.disputes()
    assert (waits.dispute.criterion, waits.answer) == ("apology", None)
    desk.answer(entry.id[:8], "Ms Wang", True, "You did.")
    (answered,) = desk.disputes(played)
    assert answered.answer
    assert answered.answer[1].upheld


def test_a_new_run_of_the_engine_never_wipes_a_persons_word_but_marks_it(desk: Desk, store: Store, played: str) -> None:
    looked = desk.look(played)
    desk.override(played, "Ms Wang", [looked.level("apology", 3, "Warm.", 1).model_copy(update={"was": 0})])
    assert desk.look_again() == ()
    store.add_entry(played, "rescored", "simulator", 1_800_002_000.0, {})
    mark = desk.look(played).mark
    assert mark.replies[0].levels["apology"] == 3
    assert desk.look_again() == (played,)


def test_the_houses_grades_are_the_same_in_either_language(desk: Desk, store: Store) -> None:
    group = about("group", "A")
    for grade in ("优", "Excellent", "excellent", "B+"):
        desk.grade(group, "Ms Wang", grade, "听得仔细", "")
    said = [
        remark(entry, {}, lang) for entry, lang in zip(store.entries(group), ("en", "zh", "zh-Hant", "zh"), strict=True)
    ]
    assert [one.what for one in said] == ["Grade: excellent", "评级：优", "評級：優", "评级：B+"]


def test_text_from_a_broken_shell_is_kept_readable(desk: Desk, store: Store, played: str) -> None:
    desk.comment(played, "\udcff", "half \udcff a \x1b[2J character", 1)
    (entry,) = store.entries(played)
    assert "\\udcff" in entry.data["text"]
