"""One reply: how the time grows with its length, with the number of cues, with the number of facts; a keystroke."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from rapidfuzz import fuzz

from benchmarks.material import bundle, context, reply
from simulator.model.rubric import RubricBundle, Vocabulary
from simulator.model.score import Item
from simulator.scoring.engine import Engine

_VERBS = ("wait", "call", "write", "ask", "pay", "stand", "queue", "go", "come", "stay", "sit", "walk")
PHRASES = [
    f"we are {a} {b} that you had to {c}"
    for a in ("so", "very", "truly", "deeply")
    for b in ("sorry", "sad", "sure")
    for c in _VERBS
]


@pytest.mark.parametrize("words", [20, 80, 300, 3000])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_length(benchmark: Any, lang: str, words: int) -> None:
    benchmark.group = "one reply by its length in words"
    engine, case, text = Engine(bundle()), context(lang), reply(lang, words)
    benchmark(engine.score, text, case)


def test_length_reference(benchmark: Any) -> None:
    """144 fuzzy searches in the English reply of 80 words: what a plain list of phrases would cost."""
    benchmark.group = "one reply by its length in words"
    text = reply("en", 80)
    benchmark(lambda: [fuzz.partial_ratio(phrase, text) for phrase in PHRASES])


def _with_more_cues(times: int) -> RubricBundle:
    more = []
    for vocabulary in bundle().vocabularies:
        tail = " quuxword" if vocabulary.lang == "en" else "魑魅"
        groups = {
            f"{name}_{n}": [f"{cue}{tail}{n}" for cue in cues if "$" not in cue and "?" not in cue]
            for n in range(1, times)
            for name, cues in vocabulary.groups.items()
        }
        groups = {name: cues for name, cues in groups.items() if cues}
        if groups:
            more.append(Vocabulary.model_validate({"vocabulary": "more", "lang": vocabulary.lang, "groups": groups}))
    return replace(bundle(), vocabularies=(*bundle().vocabularies, *more))


@pytest.mark.parametrize("times", [1, 10])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_cues(benchmark: Any, lang: str, times: int) -> None:
    """Ten times the cues: every cue nine times more, each time with another word behind it."""
    benchmark.group = f"80 words by the number of cues, {lang}"
    engine, case, text = Engine(_with_more_cues(times)), context(lang), reply(lang, 80)
    benchmark(engine.score, text, case)


@pytest.mark.parametrize("count", [5, 10, 20, 40])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_facts(benchmark: Any, lang: str, count: int) -> None:
    benchmark.group = f"80 words by the number of facts, {lang}"
    case = context(lang)
    facts = [Item(f"{f.id}-{n}", f.says, f.also) for n in range(8) for f in case.facts][:count]
    engine, text = Engine(bundle()), reply(lang, 80)
    benchmark(engine.score, text, replace(case, facts=tuple(facts)))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_keystroke(benchmark: Any, lang: str) -> None:
    """The coach at each key of a draft of 200 words."""
    benchmark.group = "a keystroke at 200 words"
    engine, case, text = Engine(bundle()), context(lang), reply(lang, 200)
    benchmark(engine.score, text, case)
