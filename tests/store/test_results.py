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


def test_the_latest_levels_come_newest_first_by_language_and_without_branches(store: Store) -> None:
    for hour, (level, lang) in enumerate(((0.5, "en"), (1.5, "en"), (2.0, "zh"), (2.5, "en"))):
        session = store.create(meta(lang=lang, started=NOON + 3600 * hour), opening())
        result = SessionScore(50.0, {"apology": level}, (), False)
        store.append(session, ending(), after=2, at=NOON + 3600 * hour, result=result)
    branch = store.branch(add_session(store, "one"), 1, NOON)
    store.append(branch, ending(), after=2, at=NOON + 99_999, result=SessionScore(100.0, {"apology": 3.0}, (), True))
    assert store.latest_levels("Li Na", "en", 2) == ({"apology": 2.5}, {"apology": 1.5})
    assert store.latest_levels("Li Na", "zh", 5) == ({"apology": 2.0},)
    assert store.latest_levels("nobody", "en", 5) == ()
