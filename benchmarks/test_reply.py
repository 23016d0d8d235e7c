"""One reply: how the time grows with its length, with the number of cues, with the number of facts; a keystroke."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest
from rapidfuzz import fuzz

from benchmarks.material import bundle, context, replies
from simulator.model.rubric import RubricBundle, Vocabulary
from simulator.model.score import Context, Item
from simulator.scoring.engine import Engine

_VERBS = ("wait", "call", "write", "ask", "pay", "stand", "queue", "go", "come", "stay", "sit", "walk")
PHRASES = [
    f"we are {a} {b} that you had to {c}"
    for a in ("so", "very", "truly", "deeply")
    for b in ("sorry", "sad", "sure")
    for c in _VERBS
]


def _scoring(engine: Engine, texts: tuple[str, ...], case: Context) -> Callable[[], object]:
    """Scores one reply after the other, each time another one, with an engine that has seen work."""
    for text in texts:
        engine.score(text, case)
    ring = cycle(texts)
    return lambda: engine.score(next(ring), case)


@pytest.mark.parametrize("words", [20, 80, 300, 3000])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_length(benchmark: Any, lang: str, words: int) -> None:
    benchmark.group = "one reply by its length in words"
    benchmark(_scoring(Engine(bundle()), replies(lang, words, 200 if words < 1000 else 5), context(lang)))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_first_sight(benchmark: Any, lang: str) -> None:
    """Replies that the engine has not seen, after a hundred others: part of the way through the cues is new."""
    benchmark.group = "80 words never seen before"
    engine, case, texts = Engine(bundle()), context(lang), iter(replies(lang, 80, 1000))
    for _ in range(100):
        engine.score(next(texts), case)
    benchmark.pedantic(lambda: engine.score(next(texts), case), rounds=900)


def test_length_reference(benchmark: Any) -> None:
    """144 fuzzy searches in the English reply of 80 words: what a plain list of phrases would cost."""
    benchmark.group = "one reply by its length in words"
    text = replies("en", 80)[0]
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
    benchmark(_scoring(Engine(_with_more_cues(times)), replies(lang, 80), context(lang)))


@pytest.mark.parametrize("count", [5, 10, 20, 40])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_facts(benchmark: Any, lang: str, count: int) -> None:
    benchmark.group = f"80 words by the number of facts, {lang}"
    case = context(lang)
    facts = [Item(f"{f.id}-{n}", f.says, f.also) for n in range(8) for f in case.facts][:count]
    benchmark(_scoring(Engine(bundle()), replies(lang, 80), replace(case, facts=tuple(facts))))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_keystroke(benchmark: Any, lang: str) -> None:
    """The coach at each key of the last sixty of a draft of 200 words; another draft each time round."""
    benchmark.group = "a keystroke at 200 words"
    drafts = [draft[:end] for draft in replies(lang, 200, 20) for end in range(len(draft) - 60, len(draft))]
    ring, engine, case = cycle(drafts), Engine(bundle()), context(lang)
    benchmark.pedantic(lambda: engine.score(next(ring), case), rounds=len(drafts), warmup_rounds=20)
