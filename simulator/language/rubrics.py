"""Rubrics with all they refer to: texts -> bundle."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from simulator.language import smallest
from simulator.language.problems import Loaded, Problem, has_errors
from simulator.language.reading import MAX_BYTES, Document, read
from simulator.language.scenarios import sound
from simulator.language.shape import shape
from simulator.model.base import Record
from simulator.model.rubric import Rubric, RubricBundle, Vocabulary, Weights

R = TypeVar("R", bound=Record)


def load_rubric(path: Path) -> Loaded[RubricBundle]:
    """Reads a rubric and the files that it refers to, by their paths from it."""

    def fetch(name: str) -> tuple[str, bytes]:
        file = path.parent / name
        with file.open("rb") as opened:
            return str(file), opened.read(MAX_BYTES + 1)

    return _load(path.name, fetch)


def load_rubric_texts(texts: Iterable[tuple[str, str]]) -> Loaded[RubricBundle]:
    """Reads a rubric from texts that were kept.

    Args:
        texts: names and texts as in `RubricBundle.texts`, the rubric first.
    """
    kept = dict(texts)
    return _load(next(iter(kept), ""), lambda name: (name, kept[name].encode()))


def _load(name: str, fetch: Callable[[str], tuple[str, bytes]]) -> Loaded[RubricBundle]:
    problems: list[Problem] = []
    texts: list[tuple[str, str]] = []

    def part(file: str, model: type[R], stand_in: str) -> R | None:
        shown, content = fetch(file)
        document: Document = read(content, shown)
        shaped = shape(document, model, sound(stand_in))
        texts.append((file, document.source.text))
        problems.extend(document.problems)
        return shaped.record if shaped else None

    rubric = part(name, Rubric, smallest.RUBRIC)
    if rubric is None:
        return Loaded(None, tuple(problems))
    vocabularies = [part(file, Vocabulary, smallest.VOCABULARY) for file in rubric.uses]
    weights = part(rubric.weights, Weights, smallest.WEIGHTS) if rubric.weights else None
    digest = hashlib.sha256()
    for file, text in texts:
        digest.update(f"{len(file)} {file} {len(text)} {text}".encode())
    bundle = RubricBundle(rubric, tuple(v for v in vocabularies if v), weights, digest.hexdigest(), tuple(texts))
    return Loaded(None if has_errors(problems) else bundle, tuple(problems))
