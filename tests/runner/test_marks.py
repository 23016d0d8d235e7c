"""Marks of sessions in the log, before and after a person has looked."""

from __future__ import annotations

from simulator.marking.remarks import LevelOverride, ScoreOverride
from simulator.runner.marks import Marks
from simulator.store.records import SessionRow
from simulator.store.store import Store
from tests.runner.test_session import FLAT, KIND, SILENCE, play_on, runner
from tests.runner.test_verify import rescored


def played(store: Store) -> SessionRow:
    session = runner(store).start(FLAT, "en", "Kim")
    play_on(session, [KIND, *SILENCE])
    return store.session(session.id)


def test_what_nobody_touched_has_the_mark_that_the_play_ended_with(store: Store) -> None:
    row, marks = played(store), Marks(store)
    mark = marks.of(row.id)
    assert mark.session == mark.automatic
    assert (mark.session.score, mark.session.passed) == (row.score, row.passed) == marks.score(row)


def test_a_persons_word_is_the_mark_from_then_on(store: Store) -> None:
    row, marks = played(store), Marks(store)
    before = marks.of(row.id).session.score or 0
    level = LevelOverride(turn=2, criterion="apology", level=3, was=0, reason="Said on the phone, not typed.")
    store.add_entry(row.id, "override", "Ms Ito", 2e9, level.model_dump())
    after = marks.score(row)[0] or 0
    assert after > before
    store.add_entry(row.id, "override", "Ms Ito", 2e9, ScoreOverride(score=7, reason="Not their words.").model_dump())
    assert marks.score(row) == (7, False)
    assert marks.of(row.id).automatic.score == row.score


def test_the_best_score_is_one_that_counts(store: Store) -> None:
    row, marks = played(store), Marks(store)
    here, was = (row.scenario, row.lang), row.score or 0
    assert marks.best("Kim") == {here: was}
    branch = runner(store).branch(row.id, 2)
    play_on(branch, [KIND, *SILENCE])
    store.add_entry(branch.id, "override", "Ms Ito", 2e9, ScoreOverride(score=99, reason="Well said.").model_dump())
    assert marks.best("Kim") == {here: was}
    again = played(store)
    store.add_entry(again.id, "override", "Ms Ito", 2e9, ScoreOverride(score=98, reason="Well said.").model_dump())
    assert marks.best("Kim") == {here: 98}
    assert marks.best("Ann") == {}


def test_a_score_that_was_kept_anew_is_the_best_one_too(store: Store) -> None:
    row, marks = played(store), Marks(store)
    rescored(store, row.id, score=(row.score or 0) - 1)
    assert marks.best("Kim") == {(row.scenario, row.lang): (row.score or 0) - 1}
    assert marks.score(row) == ((row.score or 0) - 1, row.passed)


def test_an_entry_that_nobody_can_read_changes_nothing(store: Store) -> None:
    row, marks = played(store), Marks(store)
    store.add_entry(row.id, "override", "?", 2e9, {"what": "level", "turn": "x"})
    assert marks.score(row) == (row.score, row.passed)
