"""Why a reply got its levels: everything the engine can name has words in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.language import load_scenario
from simulator.library.library import Library
from simulator.messages import has_text
from simulator.model.rubric import RubricBundle
from simulator.model.scenario import Scenario
from simulator.model.score import ReplyScore
from simulator.play.arrive import arrive
from simulator.play.step import context_for
from simulator.reports.reasons import explain, reason
from simulator.scoring.engine import Engine
from simulator.scoring.features import FEATURES
from simulator.scoring.likeness import LIKE

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="module")
def bundle() -> RubricBundle:
    loaded = Library().rubric("core")
    assert loaded.value is not None
    return loaded.value


def scored(bundle: RubricBundle, lang: str) -> list[ReplyScore]:
    """Every exemplar of a case."""
    path = SCENARIOS / lang / "leaking-flat.yaml"
    scenario = load_scenario(path.read_bytes(), path.name).value
    assert isinstance(scenario, Scenario)
    engine = Engine(bundle)
    return [
        engine.score(e.reply, context_for(scenario, arrive(scenario, name, e.given)))
        for name, beat in scenario.beats.items()
        for e in beat.exemplars
    ]


def test_every_feature_of_the_detectors_and_of_the_rules_has_words(bundle: RubricBundle) -> None:
    named = set(FEATURES)
    for criterion in bundle.rubric.criteria.values():
        named |= set(criterion.fitted) | {name for rule in criterion.rules for name in rule.when}
    named -= {
        LIKE + name for name in (*bundle.rubric.criteria, *bundle.rubric.flags)
    }  # called after what they are like
    assert sorted(name for name in named if not has_text(f"feature.{name}")) == []


@pytest.mark.parametrize("lang", ["en", "zh", "zh-Hant"])
def test_every_level_says_what_it_means_why_and_what_would_lift_it(bundle: RubricBundle, lang: str) -> None:
    for score in scored(bundle, "en" if lang == "en" else "zh"):
        explained = explain(score, bundle.rubric, lang)
        assert [e.criterion for e in explained] == list(score.levels)
        for e in explained:
            assert e.name
            assert e.means
            assert e.because
            assert bool(e.lift) == (e.level < 3)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_piece_of_evidence_says_why_it_counted_or_not(bundle: RubricBundle, lang: str) -> None:
    evidence = [e for score in scored(bundle, lang) for e in score.evidence]
    assert evidence
    assert all(reason(e, bundle.rubric, lang) for e in evidence)


def test_an_explanation_in_chinese_has_no_english_in_it(bundle: RubricBundle) -> None:
    for score in scored(bundle, "zh"):
        for e in explain(score, bundle.rubric, "zh"):
            assert not any("a" <= c <= "z" for c in e.because + e.lift + e.means)
