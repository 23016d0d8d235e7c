"""A sitting: nothing goes back, the time runs for everybody, and what was done is in the log whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.event import Replied
from simulator.model.receipt import Receipt, counted
from simulator.runner.room import Room, SittingError
from simulator.runner.sitting import GRACE, Sitting
from simulator.runner.ticks import Tick, passed, tick
from simulator.store.errors import StoreError
from simulator.store.store import Store
from tests.runner.classroom import BADLY, ROSTER, SORRY, WELL, Now, opened, written

Open = Callable[..., Room]


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def room(tmp_path: Path, store: Store, now: Now) -> Open:
    """Opens a room with these rules."""
    return lambda rules="", **more: opened(written(tmp_path / "class", rules, **more), store, now)


def seated(room: Room, seat: str = "S1") -> Sitting:
    return room.sit(room.seat(seat))


def play(sitting: Sitting, *replies: str) -> None:
    """Plays the next scenario with these replies."""
    sitting.begin_next()
    for reply in replies:
        sitting.send(reply)


def replies(store: Store, session: str) -> list[str]:
    return [stored.event.text for stored in store.events(session) if isinstance(stored.event, Replied)]


def receipt_of(sitting: Sitting) -> Receipt:
    assert sitting.receipt
    return sitting.receipt


def test_a_seat_sits_its_scenarios_one_after_the_other_and_gets_a_receipt(room: Open, store: Store) -> None:
    sitting = seated(room())
    assert (sitting.due, sitting.place) == ("begin", 0)
    play(sitting, *WELL["en"])
    assert (sitting.due, sitting.place, sitting.parts[0].outcome) == ("begin", 1, "resolved")
    play(sitting, BADLY["en"])
    receipt = receipt_of(sitting)
    assert sitting.due == "nothing"
    assert [(part.scenario, part.outcome, part.turns) for part in receipt.parts] == [
        ("cold-soup", "resolved", 2),
        ("cold-tea", "escalated", 1),
    ]
    scores = [part.score or 0 for part in receipt.parts]
    assert receipt.score == round(sum(scores) / 2, 1)
    assert (receipt.by, receipt.passed) == ("done", receipt.score >= receipt.pass_mark)


def test_the_receipt_locks_everything_that_the_mark_rests_on(room: Open, store: Store) -> None:
    here = room()
    sitting = seated(here)
    play(sitting, *WELL["en"])
    play(sitting, *WELL["en"])
    receipt = receipt_of(sitting)
    assert receipt.head == store.sitting(receipt.sitting).head
    for part in receipt.parts:
        assert part.session
        assert part.head == store.session(part.session).standing.head
        assert part.digest == store.texts(part.session)[0].digest
        assert store.session(part.session).rubric_digest == receipt.rubric_digest
        assert store.session(part.session).trainee == "S1"
        assert store.sitting_of(part.session) == receipt.sitting
    assert receipt.digest == here.digest == store.assessments()[0].digest
    assert here.receipts(here.seat("S1")) == (receipt,)


def test_each_seat_sits_in_its_own_language(room: Open) -> None:
    here = room()
    for seat, lang in (("S1", "en"), ("S2", "zh"), ("S4", "zh")):
        session = seated(here, seat).begin_next()
        assert session
        assert session.scenario.lang == lang


def test_neighbours_get_what_was_drawn_for_their_seats(room: Open) -> None:
    here = room("draw: {count: 1, pool: [cold-soup, cold-tea, cold-pie]}\nseed: 3\n", scenarios="")
    plans = [[name for name, _ in seated(here, seat).terms.plan] for seat in ("S1", "S2", "S3", "S4")]
    assert all(one != next_one for one, next_one in pairwise(plans))


def test_a_code_is_typed_in_place_of_the_id_in_any_width_and_case(room: Open) -> None:
    here = room(roster="id,code\nS1,amber-7\nS2,\n")
    assert here.seat(" ＡＭＢＥＲ-7 ").id == "S1"
    assert here.seat("s2").id == "S2"
    with pytest.raises(SittingError):
        here.seat("S1")


# The time


def test_what_is_typed_is_sent_as_it_stands_when_the_time_for_a_reply_is_up(room: Open, store: Store, now: Now) -> None:
    sitting = seated(room("reply_seconds: 60\n"))
    session = sitting.begin_next()
    assert session
    now.wait(59)
    assert sitting.keep_time("I am so") == ()
    assert sitting.time_left().reply == pytest.approx(1)
    now.wait(1)
    assert sitting.keep_time("I am so sorry about the")
    assert replies(store, session.id) == ["I am so sorry about the"]
    assert sitting.time_left().reply == pytest.approx(60)
    now.wait(60)
    sitting.keep_time("")
    assert replies(store, session.id)[1:] == [""]


def test_when_the_whole_time_is_up_what_is_typed_is_sent_and_it_is_over(room: Open, store: Store, now: Now) -> None:
    sitting = seated(room("minutes: 2\n"))
    session = sitting.begin_next()
    assert session
    now.wait(120)
    sitting.keep_time("I am so sorry")
    receipt = receipt_of(sitting)
    assert receipt.by == "time"
    assert receipt.ended - receipt.began == 120
    assert replies(store, session.id) == ["I am so sorry"]
    assert [(part.turns, part.outcome) for part in receipt.parts] == [(1, None), (0, None)]
    assert receipt.parts[1].session is None
    assert receipt.score == round((receipt.parts[0].score or 0) / 2, 1)
    assert (sitting.due, sitting.session) == ("nothing", None)


def test_nothing_typed_is_not_sent_when_the_whole_time_is_up(room: Open, now: Now) -> None:
    sitting = seated(room("minutes: 2\nreply_seconds: 100\n"))
    sitting.begin_next()
    now.wait(121)
    sitting.keep_time(" ")
    assert receipt_of(sitting).parts[0].turns == 0


def test_between_scenarios_the_time_runs_too(room: Open, now: Now) -> None:
    sitting = seated(room("minutes: 2\n"))
    play(sitting, *WELL["en"])
    now.wait(121)
    assert sitting.begin_next() is None
    assert (receipt_of(sitting).by, receipt_of(sitting).parts[0].outcome) == ("time", "resolved")


def test_at_closing_everybody_is_stopped(room: Open, now: Now) -> None:
    now.wall = 1_788_742_800 - 30  # half a minute before nine in Shanghai
    here = room("minutes: 60\ncloses: 2026-09-07 09:00\ntime_zone: Asia/Shanghai\n")
    sitting = seated(here)
    sitting.begin_next()
    assert sitting.time_left().whole == pytest.approx(30)
    now.wait(31)
    sitting.keep_time("")
    assert receipt_of(sitting).by == "closed"
    with pytest.raises(SittingError, match="closed"):
        seated(here, "S3")


def test_before_it_opens_nobody_sits_down(room: Open, now: Now) -> None:
    now.wall = 1_788_742_800 - 1
    here = room("opens: 2026-09-07 09:00\ntime_zone: Asia/Shanghai\n")
    with pytest.raises(SittingError) as refused:
        seated(here)
    assert refused.value.message("en") == "It opens at 2026-09-07 09:00 (Asia/Shanghai)."
    now.wait(1)
    assert seated(here).due == "begin"


def test_a_reply_that_comes_a_moment_late_counts_and_a_later_one_does_not(room: Open, store: Store, now: Now) -> None:
    sitting = seated(room("reply_seconds: 60\n"))
    session = sitting.begin_next()
    assert session
    now.wait(60 + GRACE)
    sitting.send(SORRY["en"])
    sitting.save_draft("I was typ")
    now.wait(60 + GRACE + 1)
    sitting.send("What I wrote in the time I took.")
    assert replies(store, session.id) == [SORRY["en"], "I was typ"]


@pytest.mark.parametrize("back", [0, 30, 3600])
def test_time_spent_dead_counts_whatever_becomes_of_the_clock(room: Open, now: Now, back: float) -> None:
    here = room("minutes: 10\nreply_seconds: 200\n")
    sitting = seated(here)
    sitting.begin_next()
    now.wait(100)
    # Killed; the clock is put back; a minute and a half later it is started again.
    now.wait(90)
    now.wall -= back
    again = seated(here)
    assert again.time_left().whole == pytest.approx(410)
    assert again.time_left().reply == pytest.approx(10)


def test_after_a_restart_of_the_machine_a_clock_put_back_gains_no_more_than_it_was_down(
    room: Open, store: Store, now: Now
) -> None:
    here = room("minutes: 10\n")
    sitting = seated(here)
    play(sitting, *WELL["en"])
    now.wait(100)
    sitting.begin_next()
    now.wall, now.steady, now.boot = now.wall - 3600, 5.0, "two"
    again = seated(here)
    assert again.time_left().whole == pytest.approx(500)
    now.wait(60)
    assert again.time_left().whole == pytest.approx(440)
    assert seated(here).time_left().whole == pytest.approx(440)
    assert store.sitting_events(again.id)[-2].data["set_back"] == 3600


def test_what_was_kept_of_the_draft_is_sent_where_its_time_ran_out_while_dead(
    room: Open, store: Store, now: Now
) -> None:
    here = room("reply_seconds: 60\n")
    sitting = seated(here)
    session = sitting.begin_next()
    assert session
    sitting.save_draft("I am so sorry about")
    now.wait(500)
    again = seated(here)
    assert replies(store, session.id) == ["I am so sorry about"]
    assert again.time_left().reply == pytest.approx(60)


def test_a_sitting_whose_time_ran_out_while_dead_is_over(room: Open, now: Now) -> None:
    here = room("minutes: 2\n")
    seated(here).begin_next()
    now.wait(500)
    assert receipt_of(seated(here)).by == "time"
    with pytest.raises(SittingError, match="used_up"):
        seated(here)


def test_who_looks_on_sees_the_time_left_and_settles_what_nobody_came_back_to(
    room: Open, store: Store, now: Now
) -> None:
    here = room("minutes: 10\nreply_seconds: 90\n")
    first, second = seated(here, "S1"), seated(here, "S3")
    first.begin_next()
    first.save_draft("I am so")
    now.wait(30)
    second.begin_next()
    assert here.time_left(first.terms.seat) == first.time_left()
    assert here.time_left(second.terms.seat) == second.time_left()
    assert here.time_left(here.seat("S2")) is None
    now.wait(580)
    assert here.settle() == here.receipts(here.seat("S1")) + here.receipts(here.seat("S3"))
    assert [receipt.by for receipt in here.receipts(here.seat("S1"))] == ["time"]
    assert replies(store, here.receipts(here.seat("S1"))[0].parts[0].session or "") == ["I am so"]
    assert here.settle() == ()


times = st.floats(0, 1e6)


@given(times, times, times, times, st.booleans())
def test_no_turn_of_the_clock_gains_time(wall: float, steady: float, waited: float, back: float, same: bool) -> None:
    before, after = Tick(wall, steady, "b"), Tick(wall + waited - back, steady + waited, "b")
    assert passed(before, after, same_process=same) >= waited * (1 - 1e-9) - 1e-6
    # Another boot: at least what the wall says, and never less than nothing.
    assert passed(before, Tick(wall - back, 0.0, "c")) == 0.0
    assert passed(Tick(wall, steady), Tick(wall + waited, 0.0)) == pytest.approx(waited, abs=1e-6)


def test_the_real_clocks_go_on() -> None:
    before = tick()
    assert 0 <= passed(before, tick()) < 5


# Going on


def test_it_goes_on_where_it_stood(room: Open, store: Store) -> None:
    here = room()
    sitting = seated(here)
    play(sitting, *WELL["en"])
    session = sitting.begin_next()
    assert session
    sitting.send(SORRY["en"])
    sitting.save_draft("And")
    again = seated(here)
    assert (again.id, again.place, again.parts, again.due) == (sitting.id, 1, sitting.parts, "reply")
    assert again.session
    assert (again.session.id, again.session.state, again.session.draft) == (session.id, session.state, "And")


class Dying(Store):
    """A log that dies before its nth write from now."""

    left = -1

    def __getattribute__(self, name: str) -> object:
        if name in ("create", "append", "begin_sitting", "add_sitting_event") and self.left >= 0:
            if self.left == 0:
                raise KeyboardInterrupt
            self.left -= 1
        return super().__getattribute__(name)


@pytest.mark.parametrize("writes", range(21))
def test_killed_before_any_write_it_goes_on_and_comes_to_the_same_score(tmp_path: Path, now: Now, writes: int) -> None:
    file = written(tmp_path / "class")
    with Dying.open(tmp_path / "log") as log:
        here = opened(file, log, now)
        log.left = writes
        with suppress(KeyboardInterrupt):
            sitting = seated(here)
            play(sitting, *WELL["en"])
            play(sitting, *WELL["en"])
        assert log.left == 0
    with Store.open(tmp_path / "log") as log:
        here = opened(file, log, now)
        sitting = seated(here)
        while sitting.due != "nothing":
            if sitting.due == "begin":
                sitting.begin_next()
            assert sitting.session
            sitting.send(WELL["en"][sitting.session.state.turn])
        receipt = receipt_of(sitting)
        assert (receipt.score, receipt.passed) == (91.7, True)
        assert [part.turns for part in receipt.parts] == [2, 2]
        assert len({*log.sittings()}) == 1
        # Nothing is left over of what was begun: every session is one of the sitting's.
        assert {row.id for row in log.sessions()} == {part.session for part in receipt.parts}


def test_of_two_windows_on_one_seat_the_newer_goes_on(room: Open) -> None:
    here = room()
    one, two = seated(here), seated(here)
    two.begin_next()
    with pytest.raises(StoreError) as refused:
        one.begin_next()
    assert refused.value.key == "store.conflict"


def test_what_is_changed_in_the_files_does_not_touch_a_sitting_that_has_begun(
    room: Open, tmp_path: Path, store: Store, now: Now
) -> None:
    sitting = seated(room("minutes: 10\n"))
    sitting.begin_next()
    sitting.send(SORRY["en"])
    changed = room("minutes: 1\npass_mark: 99\n", scenarios="[cold-tea, cold-soup]")
    for file in (tmp_path / "class").rglob("cold-*.yaml"):
        file.write_text(file.read_text("utf-8").replace("apology: 2", "apology: 3"), "utf-8")
    rubric = tmp_path / "class" / "rubrics" / "core.yaml"
    rubric.write_text(rubric.read_text("utf-8") + "# another\n", "utf-8")
    again = seated(opened(tmp_path / "class" / "monday.yaml", store, now))
    assert (again.id, again.terms) == (sitting.id, sitting.terms)
    assert again.time_left().whole == pytest.approx(600)
    again.send(WELL["en"][1])
    play(again, *WELL["en"])
    receipt = receipt_of(again)
    assert receipt.score == 91.7
    assert [store.texts(part.session or "")[0].digest for part in receipt.parts] == [p.digest for p in receipt.parts]
    assert {store.session(part.session or "").rubric_digest for part in receipt.parts} == {receipt.rubric_digest}
    assert changed.digest != sitting.terms.digest


def test_a_seat_that_comes_late_changes_nothing_for_the_others(room: Open) -> None:
    before = room("draw: {count: 1, pool: [cold-pie, cold-rice]}\n")
    after = room("draw: {count: 1, pool: [cold-pie, cold-rice]}\n", roster=ROSTER + "S5,Bo,B,en\n")
    assert seated(before).terms.plan[0] == seated(after).terms.plan[0]


# Attempts and scores


def test_as_many_attempts_as_the_rules_allow_and_the_one_that_counts(room: Open) -> None:
    here = room("attempts: 3\ncounts: best\n", scenarios="[cold-soup]")
    for replies_ in ((BADLY["en"],), WELL["en"], (BADLY["en"],)):
        play(seated(here), *replies_)
    with pytest.raises(SittingError, match="used_up"):
        seated(here)
    receipts = here.receipts(here.seat("S1"))
    assert [receipt.attempt for receipt in receipts] == [1, 2, 3]
    for counts, attempt in (("best", 2), ("last", 3), ("first", 1)):
        receipt = counted(receipts, counts)  # type: ignore[arg-type]
        assert receipt
        assert receipt.attempt == attempt
    assert counted((), "best") is None


@pytest.mark.parametrize(
    ("scores", "parts", "end"), [("never", False, False), ("each", True, True), ("end", False, True)]
)
def test_scores_are_shown_when_the_rules_say_so(room: Open, scores: str, parts: bool, end: bool) -> None:
    here = room(f"scores: {scores}\n")
    assert (seated(here).shows_parts, here.shows_scores()) == (parts, end)


def test_after_closing_scores_are_shown_where_the_rules_say_so(room: Open, now: Now) -> None:
    now.wall = 1_788_742_800 - 60
    here = room("scores: closed\ncloses: 2026-09-07 09:00\ntime_zone: Asia/Shanghai\n")
    assert not here.shows_scores()
    now.wait(60)
    assert here.shows_scores()
