"""How far a conversation is along the service cycle."""

from __future__ import annotations

from typing import Any

from simulator.model.event import Event
from simulator.model.scenario import Scenario
from simulator.play.cycle import Progress, progress
from simulator.play.step import begin, step
from tests.play.sample import case, score


def cycle() -> Scenario:
    """Three beats, the steps 1, 2 and 4; a good reply goes on, any second one as well."""

    def beat(stage: int | None, to: str) -> dict[str, Any]:
        ways = [{"when": {"apology": 2}, "to": to}, {"when": {"visits": ">= 2"}, "to": to}, {"to": here}]
        return {"says": "Well?", "assess": ["apology"], "ways": ways, **({"stage": stage} if stage else {})}

    beats = {}
    for here, stage, to in (("opening", 1, "second"), ("second", 2, "fourth"), ("fourth", 4, "happy")):
        beats[here] = beat(stage, to)
    return case(guided=True, beats=beats, start="opening")


def played(*levels: int, flags: tuple[str, ...] = ()) -> Progress:
    scenario = cycle()
    state, happened = begin(scenario)
    events: tuple[Event, ...] = happened
    for level in levels:
        state, happened = step(scenario, state, "Well.", score(flags=flags, apology=level))
        events = (*events, *happened)
    return progress(scenario, events)


def test_at_the_start_the_first_step_is_due_and_nothing_missed() -> None:
    assert played() == Progress(1, (), ())


def test_a_reply_that_shows_what_is_assessed_does_the_step() -> None:
    assert played(2) == Progress(2, (1,), ())


def test_a_step_that_the_talk_goes_past_without_it_is_missed() -> None:
    assert played(0) == Progress(1, (), ())
    assert played(0, 1) == Progress(2, (), (1,))


def test_a_step_without_a_beat_is_missed_once_it_is_passed() -> None:
    assert played(3, 3) == Progress(4, (1, 2), (3,))


def test_after_the_end_all_that_was_not_done_is_missed() -> None:
    assert played(3, 3, 2) == Progress(None, (1, 2, 4), (3, 5, 6, 7, 8, 9))


def test_with_a_flag_no_step_is_done() -> None:
    assert played(3, flags=("blame",)).done == ()
