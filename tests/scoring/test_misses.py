"""What was just missed: the nearest rule, and cues that match but for one word."""

from __future__ import annotations

import pytest

from simulator.library.library import Library
from simulator.model.base import Bounds
from simulator.model.score import Context
from simulator.runner.errors import valid
from simulator.scoring.cues import Hit
from simulator.scoring.engine import Engine
from simulator.scoring.misses import Short, near_cues, nearest_miss


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(valid(Library().rubric("core")))


def test_the_rule_that_lacks_least_is_the_nearest() -> None:
    rules = [
        ("rules[0]", {"checks": Bounds(low=1), "facts": Bounds(low=2)}),
        ("rules[1]", {"facts": Bounds(low=2)}),
        ("rules[2]", {"facts": Bounds(low=5)}),
    ]
    miss = nearest_miss(rules, {"facts": 1})
    assert miss
    assert (miss.place, miss.shorts) == ("rules[1]", (Short("facts", 1, Bounds(low=2)),))


def test_a_rule_that_holds_was_not_missed() -> None:
    assert nearest_miss([("rules[0]", {"facts": Bounds(low=1)})], {"facts": 1}) is None


@pytest.mark.parametrize(
    ("reply", "quotes"),
    [
        ("I hear just how upset you are.", ["hear just how upset"]),  # one word too many
        ("I hear how you are.", ["hear how you"]),  # another in its place
        ("I hear how.", ["hear how"]),  # one left out
        ("How upset you are!", []),  # begins elsewhere
        ("I hear. How very, very upset.", []),  # more than one
    ],
)
def test_a_cue_with_one_word_amiss_is_found_with_its_place(engine: Engine, reply: str, quotes: list[str]) -> None:
    look = engine.look(reply, Context("en"))
    found = near_cues(look, {"mine": ["hear how (upset|angry|cross)"]})
    assert [reply[slice(*look.reading.raw_span(near.start, near.end))] for near in found] == quotes


def test_what_was_found_was_not_missed(engine: Engine) -> None:
    look = engine.look("I hear how upset you are.", Context("en"))
    look.hits["mine"] = [Hit("mine", 1, 4, "hear how upset")]
    assert near_cues(look, {"mine": ["hear how (upset|angry|cross)"]}) == []


def test_chinese_cues_are_compared_by_characters(engine: Engine) -> None:
    reply = "我明白您心里很难过。"
    look = engine.look(reply, Context("zh"))
    found = near_cues(look, {"mine": ["明白你心里难过"]})
    assert [reply[slice(*look.reading.raw_span(near.start, near.end))] for near in found] == ["明白您心里很难过"]


def test_a_short_cue_is_never_nearly_found(engine: Engine) -> None:
    assert near_cues(engine.look("I am so glad.", Context("en")), {"mine": ["so sorry"]}) == []
