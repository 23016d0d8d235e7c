"""Replies and cases to measure with, made from the shipped scenarios so that they are real sentences."""

from __future__ import annotations

import random
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
def exemplars(lang: str) -> tuple[str, ...]:
    """The sample replies of all shipped scenarios."""
    out: list[str] = []
    for path in sorted((SCENARIOS / lang).glob("*.yaml")):
        loaded = load_scenario(path.read_bytes(), path.name)
        assert loaded.value is not None
        out += [e.reply for beat in loaded.value.beats.values() for e in beat.exemplars]
    return tuple(out)


@cache
def replies(lang: str, words: int, count: int = 200) -> tuple[str, ...]:
    """Different replies of about so many words each (Chinese: characters divided by 1.6), from the exemplars.

    Different, because whoever scores the same reply again and again measures what is remembered of it.
    """
    dice = random.Random(words)
    return tuple(_reply(lang, words, dice) for _ in range(count))


def _reply(lang: str, words: int, dice: random.Random) -> str:
    out, length = "", 0.0
    while length < words:
        out += ("" if lang == "zh" else " ") + dice.choice(exemplars(lang))
        length = length_in_words(read(out, lang))
    return out[: int(len(out) * words / length)].strip()
