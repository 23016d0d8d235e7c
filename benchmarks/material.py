"""Replies and cases to measure with, made from the shipped scenarios so that they are real sentences."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from simulator.language import load_scenario
from simulator.library.library import Library
from simulator.model.rubric import RubricBundle
from simulator.model.scenario import Scenario
from simulator.model.score import Context
from simulator.play.arrive import arrive
from simulator.play.step import context_for
from simulator.scoring.shape import length_in_words
from simulator.scoring.text import read

SCENARIOS = Path(__file__).parents[1] / "scenarios"


@cache
def bundle() -> RubricBundle:
    """The core rubric."""
    loaded = Library().rubric("core")
    assert loaded.value is not None
    return loaded.value


@cache
def scenario(lang: str) -> Scenario:
    """The leaking flat."""
    path = SCENARIOS / lang / "leaking-flat.yaml"
    loaded = load_scenario(path.read_bytes(), path.name)
    assert loaded.value is not None
    return loaded.value


def context(lang: str) -> Context:
    """A moment late in the case, when all its facts are told."""
    case = scenario(lang)
    return context_for(case, arrive(case, list(case.beats)[-1]))


@cache
def reply(lang: str, words: int) -> str:
    """A reply of about so many words (Chinese: characters divided by 1.6), from the exemplars."""
    sentences = [e.reply for beat in scenario(lang).beats.values() for e in beat.exemplars]
    out = ""
    for turn in range(10_000):
        out += ("" if lang == "zh" else " ") + sentences[turn % len(sentences)]
        if length_in_words(read(out, lang)) >= words:
            break
    share = words / max(1, length_in_words(read(out, lang)))
    return out[: int(len(out) * min(1.0, share))].strip()
