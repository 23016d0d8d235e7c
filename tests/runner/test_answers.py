"""A class sat from a file: every line is taken or told, and nobody is sat twice or by half."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.library.library import Library
from simulator.model.event import Replied
from simulator.play.reply import REPLY_LIMIT
from simulator.runner.answers import Sorted, sorted_out
from simulator.runner.room import Room
from simulator.runner.sat import Sat, sit_for
from simulator.store.store import Store
from tests.runner.classroom import BADLY, SORRY, WELL, Now, written
from tests.texts import anything


@pytest.fixture
def room(tmp_path: Path, store: Store) -> Room:
    """A room in which nothing is timed, although the rules are."""
    file = written(tmp_path / "class", "minutes: 1\ncloses: 2020-01-01 09:00\ntime_zone: UTC\n")
    return Room(file, Library(()), store, Now(), timed=False)


def given_(room: Room, *lines: Any) -> Sorted:
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return sorted_out(room.rules, room.bundle.seats, enumerate(encoded, 1))


def line(seat: str, scenario: str, *replies: str, **more: Any) -> dict[str, Any]:
    return {"seat": seat, "scenario": scenario, "replies": list(replies), **more}


def sat(room: Room, *lines: Any) -> list[Sat]:
    work = given_(room, *lines).work
    return [sit_for(room, seat, answers) for seat, answers in work.items()]


WHOLE = (line("S1", "cold-soup", *WELL["en"]), line("S1", "cold-tea", BADLY["en"]))


def told(sorted_: Sorted) -> list[tuple[int, str]]:
    return [(number, error.key.rpartition(".")[2]) for number, error in sorted_.bad]


def test_seats_come_in_the_order_of_the_roster_whatever_that_of_the_lines(room: Room) -> None:
    lines = [line(seat, scenario, "x") for seat in ("S3", "s1") for scenario in ("cold-tea", "cold-soup")]
    work = given_(room, *lines).work
    assert [(seat.id, sorted(answers)) for seat, answers in work.items()] == [
        ("S1", ["cold-soup", "cold-tea"]),
        ("S3", ["cold-soup", "cold-tea"]),
    ]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"not json", "not_json"),
        ([1], "not_an_object"),
        ({"replies": []}, "missing"),
        ({"seat": True, "replies": []}, "needs_id"),
        (line("S11", "cold-soup"), "meant_seat"),
        (line("nobody", "cold-soup"), "unknown_seat"),
        ({"seat": "S1", "scenario": "cold-soup"}, "missing"),
        ({"seat": "S1", "replies": []}, "which"),
        (line("S1", "cold-pie"), "not_in_plan"),
        ({"seat": "S1", "scenario": "cold-soup", "replies": "x"}, "needs_list"),
        ({"seat": "S1", "scenario": "cold-soup", "replies": [1]}, "needs_text"),
        (line("S1", "cold-soup", "x" * (REPLY_LIMIT + 1)), "long_reply"),
        (line("S1", "cold-soup", "x", seconds=[-1]), "bad_seconds"),
        (line("S1", "cold-soup", "x", seconds=5), "needs_list"),
    ],
)
def test_a_bad_line_is_told_and_whose_it_may_be_is_not_sat_by_half(room: Room, bad: Any, why: str) -> None:
    found = given_(room, *(line("S2", name, "x") for name in ("cold-soup", "cold-tea")), WHOLE[1], bad)
    assert told(found) == [(4, why)]
    assert [seat.id for seat in found.work] == ["S2"]
    assert [seat.id for seat in found.held] == ["S1"]
    for lang in ("en", "zh"):
        assert found.bad[0][1].message(lang)


def test_two_lines_for_one_scenario_are_one_too_many(room: Room) -> None:
    found = given_(room, *WHOLE, line("S1", "cold-tea", "y"))
    assert told(found) == [(3, "twice")]
    assert "line 2" in found.bad[0][1].message("en")
    assert found.work == {}


def test_a_number_will_do_for_a_seat(tmp_path: Path, store: Store) -> None:
    file = written(tmp_path / "class", roster="id\n7\n", scenarios="[cold-soup]")
    room = Room(file, Library(()), store, Now(), timed=False)
    assert [seat.id for seat in given_(room, {"seat": 7, "replies": ["x"]}).work] == ["7"]


@given(st.one_of(anything.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=40)))
def test_any_line_at_all_is_taken_or_told(content: bytes) -> None:
    from simulator.model.assessment import Assessment, Seat

    rules = Assessment.model_validate(
        {"assessment": "a", "title": {"en": "A", "zh": "甲"}, "roster": "r", "scenarios": ["x"]}
    )
    found = sorted_out(rules, (Seat("S1"),), [(1, content)])
    assert len(found.bad) == 1
    assert found.bad[0][1].message("zh")


def test_a_seat_is_sat_whole_and_untimed_with_the_times_that_are_known(room: Room, store: Store) -> None:
    timed = line("S1", "cold-soup", *WELL["en"], seconds=[12.5])
    (done,) = sat(room, timed, WHOLE[1])
    assert done.receipt
    assert [(part.scenario, part.outcome) for part in done.receipt.parts] == [
        ("cold-soup", "resolved"),
        ("cold-tea", "escalated"),
    ]
    events = store.events(done.receipt.parts[0].session or "")
    assert [stored.seconds for stored in events if isinstance(stored.event, Replied)] == [12.5, None]
    assert done.receipt.by == "done"


def test_where_replies_run_out_it_goes_on_with_the_next_scenario(room: Room) -> None:
    (done,) = sat(room, line("S1", "cold-soup", SORRY["en"]), WHOLE[1])
    assert done.receipt
    assert [(part.turns, part.outcome) for part in done.receipt.parts] == [(1, None), (1, "escalated")]


def test_a_scenario_without_answers_counts_nothing(room: Room) -> None:
    (done,) = sat(room, line("S1", "cold-tea", *WELL["en"]))
    assert done.receipt
    assert [(part.session is None, part.score) for part in done.receipt.parts] == [(True, None), (False, 91.7)]
    assert done.receipt.score == 45.9


def test_replies_after_the_end_are_told(room: Room) -> None:
    (done,) = sat(room, WHOLE[0], line("S1", "cold-tea", BADLY["en"], "more", "and more"))
    assert done.left_over == (("cold-tea", 2),)


def test_the_same_answers_once_more_change_nothing(room: Room, store: Store) -> None:
    first = sat(room, *WHOLE)
    assert sat(room, *WHOLE) == first
    assert len([*store.sessions()]) == 2


def test_other_answers_for_a_seat_that_has_sat_are_refused(room: Room) -> None:
    sat(room, *WHOLE)
    (done,) = sat(room, line("S1", "cold-soup", *WELL["en"]), line("S1", "cold-tea", *WELL["en"]))
    assert (done.receipt, done.refused) == (None, ("assess.used_up", {"attempts": 1}))


@pytest.mark.parametrize("sent", [0, 1, 2])
def test_what_was_broken_off_goes_on_and_what_somebody_else_sits_is_left_alone(room: Room, sent: int) -> None:
    sitting = room.sit(room.seat("S1"))
    sitting.begin_next()
    for reply in WELL["en"][:sent]:
        sitting.send(reply)
    (done,) = sat(room, *WHOLE)
    assert done.receipt
    assert done.receipt.sitting == sitting.id
    assert [part.turns for part in done.receipt.parts] == [2, 1]

    other = room.sit(room.seat("S3"))
    other.begin_next()
    other.send("Something of my own.")
    (refused,) = sat(room, line("S3", "cold-soup", *WELL["en"]), line("S3", "cold-tea", BADLY["en"]))
    assert refused.refused == ("assess.being_sat", {})
