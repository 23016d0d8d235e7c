"""The results of sessions: logged with the ending, and the best of them found again."""

from __future__ import annotations

from simulator.play.score import SessionScore
from simulator.store.store import Store
from tests.store.sample import NOON, add_session, ending, meta, opening


def test_the_result_is_logged_with_the_ending_and_the_best_one_counts(store: Store) -> None:
    for points, lang in ((40.0, "en"), (72.5, "en"), (10.0, "zh"), (None, "en")):
        session = store.create(meta(lang=lang), opening())
        store.append(session, ending(), after=2, at=NOON, result=SessionScore(points, {"apology": 1.5}, (), False))
        assert (store.session(session).score, store.session(session).passed) == (points, False)
    other = store.create(meta(trainee="someone else"), opening())
    store.append(other, ending(), after=2, at=NOON, result=SessionScore(99.0, {}, (), True))
    assert store.best_scores("Li Na") == {("leaking-flat", "en"): 72.5, ("leaking-flat", "zh"): 10.0}
    assert store.best_scores("nobody") == {}


def test_a_branch_played_knowing_the_debrief_does_not_count_as_the_best(store: Store) -> None:
    branch = store.branch(add_session(store, "one"), 1, NOON)
    store.append(branch, ending(), after=2, at=NOON, result=SessionScore(100.0, {}, (), True))
    assert store.best_scores("Li Na") == {}
    assert store.session(branch).score == 100.0
