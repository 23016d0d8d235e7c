"""Rubrics with all that they refer to: texts -> bundle, and whether it is sound."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from simulator.language import smallest
from simulator.language.cues import Cue, check_notation, check_references
from simulator.language.declared import KEY, follow
from simulator.language.features import check_features, check_rules, check_weights
from simulator.language.nearest import nearest
from simulator.language.nodes import Mapping, entries, items
from simulator.language.problems import Loaded, Meant, has_errors
from simulator.language.reading import Document, in_order, read, read_file, unreadable
from simulator.language.scenarios import sound
from simulator.language.shape import Shaped, shape
from simulator.model.base import Record
from simulator.model.rubric import Rubric, RubricBundle, Vocabulary, Weights

R = TypeVar("R", bound=Record)

#: A file, as the rubric names it -> its text.
Fetch = Callable[[str], Document]


def load_rubric(path: Path) -> Loaded[RubricBundle]:
    """Reads a rubric and the files that it refers to, by their paths from it."""
    return _Reading(path.name, lambda name: read_file(path.parent / name, str(path.parent / name))).loaded()


def load_rubric_texts(texts: Iterable[tuple[str, str]]) -> Loaded[RubricBundle]:
    """Reads a rubric from texts that were kept.

    Args:
        texts: names and texts as in `RubricBundle.texts`, the rubric first.
    """
    kept = dict(texts)
    return _Reading(
        next(iter(kept), ""), lambda name: read(kept[name], name) if name in kept else unreadable(name, "-")
    ).loaded()


def check_rubric(document: Document, path: Path) -> Loaded[RubricBundle]:
    """Reports everything that is wrong with a rubric and the files that it refers to.

    Args:
        document: the rubric's text.
        path: its file.
    """

    def fetch(name: str) -> Document:
        return document if name == path.name else read_file(path.parent / name, str(path.parent / name))

    reading = _Reading(path.name, fetch)
    if reading.rubric:
        check_rules(document, reading.rubric)
    return reading.loaded()


def check_vocabulary(document: Document) -> None:
    """Reports what is wrong with a vocabulary by itself; what it refers to is checked with the rubrics that use it."""
    shaped = shape(document, Vocabulary, sound(smallest.VOCABULARY))
    if shaped:
        check_notation(_vocabulary_cues(document, shaped))


class _Reading:
    """A rubric while it is read, file by file."""

    def __init__(self, name: str, fetch: Fetch) -> None:
        self._fetch = fetch
        self._texts: dict[str, Document] = {}
        self._document, self.rubric = self._file(name, Rubric, smallest.RUBRIC)
        self._vocabularies: list[tuple[Document, Shaped[Vocabulary]]] = []
        self._weights: Weights | None = None
        if self.rubric:
            self._read_on(self.rubric)

    def _read_on(self, rubric: Shaped[Rubric]) -> None:
        for n, file in enumerate(rubric.record.uses):
            document, vocabulary = self._named(rubric, ("uses", n), file, Vocabulary, smallest.VOCABULARY)
            if vocabulary:
                self._vocabularies.append((document, vocabulary))
        groups = self._check_cues(rubric)
        check_features(self._document, rubric, groups)
        if rubric.record.weights:
            document, weights = self._named(rubric, ("weights",), rubric.record.weights, Weights, smallest.WEIGHTS)
            if weights:
                check_weights(document, weights, rubric.record, groups)
                self._weights = weights.record

    def loaded(self) -> Loaded[RubricBundle]:
        """The bundle where there are no errors, and all problems, file by file."""
        problems = tuple(problem for document in self._texts.values() for problem in in_order(document.problems))
        if self.rubric is None or has_errors(problems):
            return Loaded(None, problems)
        texts = tuple((name, document.source.text) for name, document in self._texts.items())
        digest = hashlib.sha256()
        for piece in (piece for text in texts for piece in text):
            digest.update(b"%d:%s" % (len(piece), piece.encode()))
        vocabularies = tuple(vocabulary.record for _, vocabulary in self._vocabularies)
        return Loaded(
            RubricBundle(self.rubric.record, vocabularies, self._weights, digest.hexdigest(), texts), problems
        )

    def _named(
        self, rubric: Shaped[Rubric], path: tuple[str | int, ...], file: str, model: type[R], stand_in: str
    ) -> tuple[Document, Shaped[R] | None]:
        """A file that the rubric names; where it can't be read, that is said where it is named."""
        document, shaped = self._file(file, model, stand_in)
        lost = next((problem for problem in document.problems if problem.code == "unreadable"), None)
        if lost:
            del self._texts[file]
            node = follow(rubric.root, Rubric, path).node
            self._document.report("missing-file", node, file=file, reason=str(lost.values["reason"]))
        return document, shaped

    def _file(self, name: str, model: type[R], stand_in: str) -> tuple[Document, Shaped[R] | None]:
        document = self._fetch(name)
        self._texts[name] = document
        return document, shape(document, model, sound(stand_in))

    def _check_cues(self, rubric: Shaped[Rubric]) -> set[str]:
        """Checks all cues; returns the names of their groups."""
        cues = [*_rubric_cues(self._document, rubric)]
        groups = {lang: set(rubric.record.cues) for lang in ("en", "zh")}
        for document, vocabulary in self._vocabularies:
            cues += _vocabulary_cues(document, vocabulary)
            groups[vocabulary.record.lang] |= set(vocabulary.record.groups)
        every = groups["en"] | groups["zh"]
        check_references(check_notation(cues), groups)
        for document, vocabulary in self._vocabularies:
            for name in vocabulary.record.vetoes:
                if name not in every:
                    node = follow(vocabulary.root, Vocabulary, ("vetoes", name, KEY)).node
                    near = nearest(name, sorted(every))
                    document.report("unknown-group", node, Meant(near) if near else None, name=name)
        return every


def _rubric_cues(document: Document, rubric: Shaped[Rubric]) -> Iterator[Cue]:
    for name, written in entries(rubric.root.value("cues")):
        for lang in ("en", "zh"):
            for node in items(written.value(lang) if isinstance(written, Mapping) else None):
                yield Cue(name, lang, node.text, document, node)


def _vocabulary_cues(document: Document, vocabulary: Shaped[Vocabulary]) -> Iterator[Cue]:
    for name, written in entries(vocabulary.root.value("groups")):
        for node in items(written):
            yield Cue(name, vocabulary.record.lang, node.text, document, node)
