"""What an author is told about a scenario as a whole, and that nothing sound is blamed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from simulator.analysis.explore import explore
from simulator.analysis.fates import fates
from simulator.analysis.findings import findings
from simulator.analysis.overview import overview
from simulator.library.library import Library
from simulator.runner.errors import valid
from tests.analysis.sample import RUBRIC
from tests.play.sample import case

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios").glob("*/leaking-flat.yaml"))


def found(*ways: dict[str, Any], **more: Any) -> list[tuple[str, str]]:
    """Code and place of what is found in a case whose opening has these ways."""
    opening = {"says": "Well?", "assess": ["apology", "listening"], "ways": [*ways], "tells": ["cold"]}
    scenario = case(**{"beats": {"opening": opening, **more.pop("beats", {})}, "boils_over": None, **more})
    return [(one.code, ".".join(map(str, one.path))) for one in findings(scenario, RUBRIC)]


GOOD, END = {"when": {"apology": 2}, "to": "happy"}, {"to": "sour"}


def test_a_sound_scenario_has_no_findings() -> None:
    assert found(GOOD, END) == []


@pytest.mark.parametrize(
    "ways",
    [
        # Two ways together take what neither takes alone.
        [{"when": {"apology": "<= 1"}, "to": "sour"}, {"when": {"apology": "2..3"}, "to": "happy"}, END],
        [{"when": {"flags": ["blame"]}, "to": "sour"}, {"when": {"no_flags": True}, "to": "happy"},
         {"when": {"flags": ["rude"]}, "to": "sour"}, {"when": {"flags": ["blame"], "apology": 1}, "to": "sour"}],
        [{"when": {"silent": True}, "to": "sour"}, {"when": {"silent": False}, "to": "happy"}, END],
        # What never happens: a second visit, a mood nobody has, a fact never told.
        [GOOD, {"when": {"visits": 2}, "to": "sour"}, END],
        [GOOD, {"when": {"mood": ">= 90"}, "to": "sour"}, END],
        [GOOD, {"when": {"restated": ["waited"]}, "to": "sour"}, END],
        [GOOD, {"when": {"restated": ["cold"], "restated_count": "<= 0"}, "to": "sour"}, END],
        [GOOD, {"when": {"replies": 2}, "to": "sour"}, END],
    ],
)  # fmt: skip
def test_a_way_that_no_reply_takes_is_found(ways: list[dict[str, Any]]) -> None:
    codes = found(*ways)
    assert ("way-never-open", codes[0][1]) == codes[0]
    assert {code for code, _ in codes} == {"way-never-open"}


@pytest.mark.parametrize(
    "way",
    [
        {"when": {"flags": ["rude"], "apology": 0}, "to": "sour"},
        {"when": {"misstated": "any"}, "to": "sour"},
        {"when": {"restated": ["cold"], "restated_count": "<= 1"}, "to": "sour"},
        {"when": {"promised": ["forbidden"]}, "to": "sour"},
        {"when": {"repeated": True}, "to": "sour"},
    ],
)
def test_a_way_that_some_reply_takes_is_not(way: dict[str, Any]) -> None:
    assert found(way, GOOD, END) == []


def test_hope_is_lost_where_only_the_mood_could_help_and_does_not() -> None:
    storm = {"says": "Ha!", "assess": ["apology"], "ways": [
        {"when": {"apology": 2, "mood": "<= 40"}, "to": "happy"}, {"mood": 0, "to": "sour"},
    ]}  # fmt: skip
    # In another mood there would be hope: that is the customer's anger, and no fault of the scenario.
    codes = found(GOOD, {"mood": 5, "to": "storm"}, beats={"storm": storm})
    assert codes == [("way-never-open", "beats.storm.ways.0")]
    codes = found(GOOD, {"mood": 5, "to": "storm"}, beats={"storm": {"says": "Ha!", "ways": [END]}})
    assert codes == [("hope-lost", "beats.opening.ways.1")]


def test_hope_that_is_lost_on_a_later_visit_says_on_which() -> None:
    ways = [{"when": {"visits": 3}, "to": "sour"}, GOOD, {"mood": 0, "to": "opening"}]
    scenario = case(beats={"opening": {"says": "Well?", "assess": ["apology"], "ways": ways}}, boils_over=None)
    (loss,) = findings(scenario, RUBRIC)
    assert (loss.code, loss.path, loss.values) == (
        "hope-lost", ("beats", "opening", "ways", 2), {"to": "opening", "visit": 3},
    )  # fmt: skip


def test_an_overview_knows_what_is_open_what_is_covered_and_where_hope_ends() -> None:
    ways = [GOOD, {"when": {"visits": 2}, "to": "sour"}, {"mood": 5, "to": "storm"}]
    beats = {"opening": {"says": "Well?", "assess": ["apology"], "ways": ways}, "storm": {"says": "Ha!", "ways": [END]}}
    view = overview(case(beats=beats), RUBRIC, {"beats.opening.ways[0]": 2})
    opening, storm = view.beats
    assert [(way.open, way.taken, way.hopeless) for way in opening.ways] == [
        (True, 2, False), (False, 0, False), (True, 0, True),
    ]  # fmt: skip
    assert (opening.hopeless, storm.hopeless, storm.moods) == (None, (65, 65), (65, 65))
    assert (view.endings["happy"].turns, view.endings["happy"].score) == ((1, 1), (0.0, 100.0))
    assert view.endings["scene"].moods == 0


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_ten_beats_are_looked_at_in_well_under_a_second(path: Path) -> None:
    library = Library()
    scenario, rubric = valid(library.scenario(path, "en")), valid(library.rubric("core")).rubric
    start = time.process_time()
    found_ = findings(scenario, rubric)
    checked = time.process_time() - start
    overview(scenario, rubric, {})
    assert found_ == []
    assert checked < 0.5
    assert time.process_time() - start < 2.5


def test_the_work_is_bounded_whatever_the_scenario() -> None:
    def ways(n: int) -> list[dict[str, Any]]:
        whens = [{"visits": "<= 150", "apology": f"== {a}", "listening": f"== {b}"} for a in range(4) for b in range(4)]
        return [*({"when": when, "to": f"beat_{(n * m + m) % 190}"} for m, when in enumerate(whens, 2)), {"to": "sour"}]

    beats = {f"beat_{n}": {"says": "?", "assess": ["apology", "listening"], "ways": ways(n)} for n in range(190)}
    scenario = case(beats=beats, start="beat_0")
    start = time.process_time()
    assert findings(scenario, RUBRIC)[0].code == "too-intricate"
    assert fates(explore(scenario, RUBRIC, limit=1000)).complete is False
    assert time.process_time() - start < 10
