"""The library covers its subject, and the generated pages are those of today's files."""

from __future__ import annotations

import runpy
import subprocess
import sys
from functools import cache
from typing import Any, get_args

import pytest

from simulator.model.scenario import Scenario, Technique
from simulator.play.script import is_traditional
from tests.docs.test_docs import ROOT

PAGE: dict[str, Any] = runpy.run_path(str(ROOT / "tools" / "library_page.py"))
LANGS = ("en", "zh")
#: The kinds that are there at each difficulty.
WHOLE = {
    "product_shortfall", "refund_demand", "mis_selling", "service_attitude", "billing", "delay", "second_complaint",
}  # fmt: skip


@cache
def shipped(lang: str) -> dict[str, Scenario]:
    read: dict[str, Scenario] = PAGE["shipped"](lang)
    return read


def test_generated_files_are_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "write_generated.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.returncode) == ("", 0), f"python tools/write_generated.py\n{done.stderr}"


def test_there_are_enough_in_both_languages_and_four_in_traditional() -> None:
    assert [*shipped("en")] == [*shipped("zh")] == PAGE["lessons"]()
    assert len(shipped("en")) >= 24
    assert sum(is_traditional(scenario.brief) for scenario in shipped("zh").values()) >= 4


@pytest.mark.parametrize("lang", LANGS)
def test_every_scenario_is_a_whole_one(lang: str) -> None:
    for id_, scenario in shipped(lang).items():
        assert len(scenario.beats) >= 6, id_
        assert len({ending.outcome for ending in scenario.endings.values()}) >= 3, id_
        assert PAGE["moody"](scenario) >= 6, id_
        assert scenario.intake is not None, id_
        assert scenario.minutes is not None, id_
        for name, beat in scenario.beats.items():
            assert {exemplar.quality for exemplar in beat.exemplars} == {"strong", "middling", "poor"}, (id_, name)


def test_every_situation_has_its_scenario_and_every_case_its_kind() -> None:
    assert set().union(*PAGE["SITUATIONS"].values()) <= set(shipped("en"))
    for kind, cases in PAGE["CASES"].items():
        assert {shipped("en")[id_].kind for id_ in cases.values()} == {kind}
        assert len({shipped("en")[id_].difficulty for id_ in cases.values()}) == 3
    unreasonable, justified = (
        shipped("en")[PAGE["CASES"]["refund_demand"][case]] for case in ("unreasonable", "justified")
    )
    assert unreasonable.intake is not None
    assert justified.intake is not None
    assert (unreasonable.intake.validity.reasonable, justified.intake.validity.reasonable) == (False, True)


def test_the_main_kinds_are_there_at_every_difficulty() -> None:
    there = {(scenario.kind, scenario.difficulty) for scenario in shipped("en").values()}
    levels = ("beginner", "intermediate", "advanced")
    assert [pair for kind in WHOLE for level in levels if (pair := (kind, level)) not in there] == []


@pytest.mark.parametrize("heading", PAGE["FACETS"])
def test_every_technique_value_style_card_and_threat_is_played(heading: str) -> None:
    least = 2 if "Techniques" in heading else 1
    for value, ids in PAGE["covered"](shipped("en"), heading).items():
        assert len(ids) >= least, value


def test_both_languages_say_the_same_of_a_scenario() -> None:
    for id_, english in shipped("en").items():
        chinese = shipped("zh")[id_]
        for key in ("kind", "difficulty", "trains", "guided", "minutes", "start"):
            assert getattr(english, key) == getattr(chinese, key), (id_, key)
        for name, beat in english.beats.items():
            for key in ("plays", "threatens", "assess", "tells", "stage"):
                assert getattr(beat, key) == getattr(chinese.beats[name], key), (id_, name, key)
        assert (english.customer.style, english.customer.values) == (chinese.customer.style, chinese.customer.values)


def test_a_guided_scenario_goes_through_the_nine_steps() -> None:
    (guided,) = (scenario for scenario in shipped("en").values() if scenario.guided)
    assert {beat.stage for beat in guided.beats.values()} == set(range(1, 10))
    assert set(get_args(Technique)) == {
        technique for scenario in shipped("en").values() for technique in scenario.trains
    }
