"""Lines that nobody can hear are found, and none that somebody can."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.analysis.findings import findings
from tests.analysis.sample import RUBRIC
from tests.play.sample import case

GOOD: dict[str, Any] = {"when": {"apology": 2}, "to": "happy"}
END: dict[str, Any] = {"to": "sour"}
ENDINGS = {"happy": {"outcome": "resolved", "debrief": "Good."}, "sour": {"outcome": "lost", "debrief": "Bad."}}


def found(ways: list[dict[str, Any]], says: Any = "Well?", **more: Any) -> list[tuple[str, str]]:
    """Code and place of what is found in a case of one beat, at mood 60."""
    beat = {"says": says, "assess": ["apology"], "ways": ways, "tells": ["cold"]}
    given = {"endings": ENDINGS, "boils_over": None, "reactions": {}, **more}
    return [(one.code, ".".join(map(str, one.path)))
            for one in findings(case(beats={"opening": beat}, **given), RUBRIC)]  # fmt: skip


def test_where_one_line_is_said_the_second_of_two_plain_ones_is_not() -> None:
    assert found([GOOD, END], ["One.", "Two."]) == [("line-passed-over", "beats.opening.says.1")]


def test_where_the_customer_comes_back_every_line_has_its_turn() -> None:
    assert found([GOOD, {"when": {"visits": 2}, "to": "sour"}, {"to": "opening"}], ["One.", "Two."]) == []
    assert found([GOOD, {"when": {"apology": "<= 0"}, "to": "sour"}], ["One.", "Two."]) == []  # stays


def test_a_plain_line_is_passed_over_where_another_fits_every_mood_there() -> None:
    hot = {"mood": ">= 10", "text": "Hot."}
    assert found([GOOD, END], ["Plain.", hot]) == [("line-passed-over", "beats.opening.says.0")]
    assert found([GOOD, END], [{"mood": ">= 90", "text": "Boiling."}, hot]) == [
        ("line-never-said", "beats.opening.says.0")
    ]


def test_endings_are_said_once() -> None:
    endings = {**ENDINGS, "sour": {**ENDINGS["sour"], "says": ["One.", "Two.", {"mood": ">= 64", "text": "Three."}]}}
    ways = [GOOD, {"when": {"apology": "<= 0"}, "mood": 10, "to": "sour"}, {"mood": 0, "to": "sour"}]
    assert found(ways, endings=endings) == [("line-passed-over", "endings.sour.says.1")]


@pytest.mark.parametrize(("mood", "code"), [("<= 50", "line-never-said"), ("<= 70", None)])
def test_a_ways_reaction_is_due_in_the_mood_after_it(mood: str, code: str | None) -> None:
    react = [{"mood": mood, "text": "Hm."}, "Oh."]
    again = {"when": {"apology": 1}, "mood": 5, "react": react, "to": "opening"}
    codes = found([GOOD, again, {"when": {"replies": 3}, "to": "sour"}, {"mood": -5, "to": "opening"}])
    assert codes == ([(code, "beats.opening.ways.1.react.0")] if code else [])


def test_a_reaction_that_is_due_once_says_the_first_that_fits() -> None:
    way = {**GOOD, "mood": -20, "react": ["One.", "Two."]}
    assert found([way, END]) == [("line-passed-over", "beats.opening.ways.0.react.1")]


@pytest.mark.parametrize(
    ("trigger", "more", "drawn"),
    [
        ("broken_promise", {"policy": {}}, False),
        ("forbidden_promise", {"policy": {"may": [{"id": "send", "says": "send it"}]}}, False),
        ("forbidden_promise", {"policy": {"never": [{"id": "send", "says": "send it"}]}}, True),
        ("wrong_fact", {}, True),
        ("no_apology", {}, True),
        ("rude", {}, True),
    ],
)
def test_comebacks_to_what_nobody_can_do_are_found(trigger: str, more: dict[str, Any], drawn: bool) -> None:
    told = found([GOOD, END], reactions={trigger: "Oh no."}, **more)
    assert told == ([] if drawn else [("comeback-never-drawn", f"reactions.{trigger}")])


def test_a_comeback_that_every_way_speaks_over_is_found() -> None:
    ways = [{**GOOD, "react": "Good."}, {**END, "react": "Bad."}]
    assert found(ways, reactions={"empty_promise": "Empty."}) == [("comeback-never-drawn", "reactions.empty_promise")]
    assert found(ways, reactions={"blame": "Blame me?"}) == []
