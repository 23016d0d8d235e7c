"""Rubrics with all that they refer to: texts -> bundle, and whether it is sound."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeVar

from simulator.language import smallest
from simulator.language.based import check_based, merged, together
from simulator.language.cues import Cue, check_notation, check_references
from simulator.language.declared import KEY, follow
from simulator.language.features import check_features, check_rules, check_weights, features_in, read_wordings
from simulator.language.lint import lint
from simulator.language.nearest import meant
from simulator.language.nodes import Mapping, entries, items
from simulator.language.problems import Loaded, Problem, has_errors
from simulator.language.reading import Document, decode, in_order, read, read_file, unreadable
from simulator.language.rubric_examples import check_examples, has_examples
from simulator.language.scenarios import sound
from simulator.language.shape import Shaped, shape
from simulator.language.voices import Voices, voices_in
from simulator.model.base import Lang, Record
from simulator.model.rubric import Rubric, RubricBundle, Vocabulary, Weights
from simulator.model.wordings import Wordings
from simulator.scoring.engine import Engine

R = TypeVar("R", bound=Record)

#: Reads a file's content, by what messages call it.
Reader = Callable[[bytes | str, str], Document]
#: A file, as the rubric names it, and what reads it -> its text. What belongs to another rubric that it is based on
#: stands behind that one's name: `core::` is the rubric `core` itself, `core::cues/apology.en.yaml` one of its files.
Fetch = Callable[[str, Reader], Document]
OTHERS = "::"
ENDINGS = (".yaml", ".yml")
#: A rubric's id -> its file, or None where there is none of this name.
Find = Callable[[str], Path | None]


def load_rubric(path: Path, find: Find | None = None) -> Loaded[RubricBundle]:
    """Reads a rubric and the files that it refers to, by their paths from it.

    Args:
        path: its file.
        find: where the rubric that it is based on may be, apart from the folder of this one.
    """
    return _Reading(path.name, _files(path, find)).loaded()


def load_rubric_texts(texts: Iterable[tuple[str, str]]) -> Loaded[RubricBundle]:
    """Reads a rubric from texts that were kept.

    Args:
        texts: names and texts as in `RubricBundle.texts`, the rubric first.
    """
    kept = dict(texts)
    return _Reading(
        next(iter(kept), ""),
        lambda name, reader: reader(kept[name], name) if name in kept else unreadable(name, "-"),
    ).loaded()


def check_rubric(
    document: Document,
    path: Path,
    find: Find | None = None,
    playing: bool = True,
    known: Readings | None = None,
    wanted: AbstractSet[str] = frozenset(),
    voices: Callable[[], Voices] = Voices,
) -> Loaded[RubricBundle]:
    """Reports everything that is wrong with a rubric and the files that it refers to.

    Args:
        document: the rubric's text.
        path: its file.
        find: where the rubric that it is based on may be, apart from the folder of this one.
        playing: whether its examples are tried.
        known: the rubrics that others are based on, read once for all.
        wanted: the codes of `lint` that are asked for.
        voices: gives what is said around the rubric, apart from its own examples.
    """
    files = _files(path, find)
    reading = _Reading(
        path.name, lambda name, reader: document if name == path.name else files(name, reader), known=known
    )
    if reading.rubric:
        check_rules(document, reading.rubric)
    loaded, rubric = reading.loaded(), reading.rubric
    if loaded.value is None or rubric is None:
        return loaded
    engine = Engine(loaded.value)
    if playing and has_examples(rubric.record):
        check_examples(document, rubric, engine)
    lint(reading.cues, engine, lambda: voices() + voices_in(document, rubric), wanted)
    return Loaded(loaded.value, reading.problems())


def based_on(rubric: str, path: Path, find: Find | None) -> Path:
    """The file of the rubric that another one is based on, whether it is there or not.

    Args:
        rubric: its id, or its path from the other one.
        path: the other one's file.
        find: where it may be, apart from the other one's folder.
    """
    if rubric.endswith(ENDINGS):
        return path.parent / rubric
    beside = [path.parent / f"{rubric}{ending}" for ending in ENDINGS]
    there = next((file for file in beside if file.is_file() and file.resolve() != path.resolve()), None)
    return there or (find(rubric) if find else None) or beside[0]


def _files(path: Path, find: Find | None) -> Fetch:
    """Reads files by their names as seen from a rubric."""

    def fetch(name: str, reader: Reader) -> Document:
        *others, last = name.split(OTHERS)
        at = path
        for other in others:
            at = based_on(other, at, find)
        file = at.parent / last if last else at
        return read_file(file, str(file), reader)

    return fetch


def check_vocabulary(document: Document) -> None:
    """Reports what is wrong with a vocabulary by itself; what it refers to is checked with the rubrics that use it."""
    shaped = shape(document, Vocabulary, sound(smallest.VOCABULARY))
    if shaped:
        check_notation(_vocabulary_cues(document, shaped))


#: Rubrics that others are based on, by their names as the other sees them and their texts.
Readings = dict[tuple[str, str], "_Reading"]


class _Reading:
    """A rubric while it is read, file by file.

    Args:
        name: the rubric's file.
        fetch: reads a file.
        inside: what stands before the names of its files, where another rubric is based on it.
        above: the ids of the rubrics that are based on it.
        known: the rubrics that others are based on, by their names and texts; those that are read here are added.
    """

    def __init__(
        self, name: str, fetch: Fetch, inside: str = "", above: tuple[str, ...] = (), known: Readings | None = None
    ) -> None:
        self._fetch, self._inside, self._known = fetch, inside, {} if known is None else known
        self._texts: dict[str, Document] = {}
        self._document, self.rubric = self._file(name, Rubric, smallest.RUBRIC)
        self._vocabularies: list[tuple[Document, Shaped[Vocabulary]]] = []
        self._weights: Weights | None = None
        self._wordings: dict[Lang, Wordings] = {}
        self._base: _Reading | None = None
        self.cues: list[Cue] = []
        self.groups: dict[str, set[str]] = {"en": set(), "zh": set()}
        self.circular = self.rubric is not None and self.rubric.record.rubric in above
        if self.rubric and not self.circular:
            self._read_base(self.rubric, above)
            self._read_on(self.rubric)

    def _read_base(self, rubric: Shaped[Rubric], above: tuple[str, ...]) -> None:
        """Reads what it is based on."""
        own = rubric.record
        if own.based_on:
            name = f"{self._inside}{own.based_on}{OTHERS}"
            base = self._based(name, (*above, own.rubric))
            node = follow(rubric.root, Rubric, ("based_on",)).node
            lost = base._document.lost
            if lost is not None:
                self._document.report("missing-file", node, file=own.based_on, reason=lost)
            elif base.circular:
                self._document.report("circular-base", node, name=own.based_on)
            else:
                self._base = base
                for lang, groups in base.groups.items():
                    self.groups[lang] |= groups
        if self._complete:
            check_based(self._document, rubric, self._base.whole() if self._base else None)

    @property
    def _complete(self) -> bool:
        """Whether what it is based on could be read; where not, each name of the other's would look like a mistake."""
        based = self.rubric is not None and self.rubric.record.based_on is not None
        return not based or (self._base is not None and self._base.rubric is not None)

    def _based(self, name: str, above: tuple[str, ...]) -> _Reading:
        """Another rubric, read or already known."""
        key = name, self._fetch(name, read).source.text
        if key not in self._known:
            base = _Reading("", self._fetch, name, above, self._known)
            if base.circular:
                return base
            self._known[key] = base
        return self._known[key]

    def whole(self) -> Rubric | None:
        """The rubric with what it takes from the one that it is based on."""
        if self.rubric is None:
            return None
        base = self._base.whole() if self._base else None
        return merged(self.rubric.record, base) if base else self.rubric.record

    def _read_on(self, rubric: Shaped[Rubric]) -> None:
        for n, file in enumerate(rubric.record.uses):
            document, vocabulary = self._named(rubric, ("uses", n), file, Vocabulary, smallest.VOCABULARY)
            if vocabulary:
                self._vocabularies.append((document, vocabulary))
        known = features_in(self.whole() or rubric.record, self._check_cues(rubric))
        if self._complete:
            check_features(self._document, rubric, known)
        if rubric.record.weights:
            document, weights = self._named(rubric, ("weights",), rubric.record.weights, Weights, smallest.WEIGHTS)
            if weights:
                check_weights(document, weights, self.whole() or rubric.record, known)
                self._weights = weights.record
        for lang, file in rubric.record.wordings.items():
            document = self._texts[file] = self._fetch(self._inside + file, decode)
            self._miss(rubric, ("wordings", lang), file, document)
            if table := read_wordings(document, lang, self.whole() or rubric.record):
                self._wordings[lang] = table

    def problems(self) -> tuple[Problem, ...]:
        """All problems so far, file by file."""
        own = tuple(problem for document in self._texts.values() for problem in in_order(document.problems))
        return (*own, *(self._base.problems() if self._base else ()))

    def loaded(self) -> Loaded[RubricBundle]:
        """The bundle where there are no errors, and all problems, file by file."""
        problems = self.problems()
        base = self._base.loaded().value if self._base else None
        if self.rubric is None or has_errors(problems) or (self._base and not base):
            return Loaded(None, problems)
        texts = tuple((self._inside + name, document.source.text) for name, document in self._texts.items())
        texts = (*texts, *(base.texts if base else ()))
        digest = hashlib.sha256()
        for piece in (piece for text in texts for piece in text):
            digest.update(b"%d:%s" % (len(piece), piece.encode()))
        vocabularies = tuple(vocabulary.record for _, vocabulary in self._vocabularies)
        parts = self.rubric.record, vocabularies, self._weights, self._wordings
        bundle = RubricBundle(*parts, digest=digest.hexdigest(), texts=texts)
        return Loaded(together(bundle, base) if base else bundle, problems)

    def _named(
        self, rubric: Shaped[Rubric], path: tuple[str | int, ...], file: str, model: type[R], stand_in: str
    ) -> tuple[Document, Shaped[R] | None]:
        """A file that the rubric names; where it can't be read, that is said where it is named."""
        document, shaped = self._file(file, model, stand_in)
        self._miss(rubric, path, file, document)
        return document, shaped

    def _miss(self, rubric: Shaped[Rubric], path: tuple[str | int, ...], file: str, document: Document) -> None:
        """Says of a file that can't be read that it can't, where it is named."""
        if document.lost is not None:
            del self._texts[file]
            node = follow(rubric.root, Rubric, path).node
            self._document.report("missing-file", node, file=file, reason=document.lost)

    def _file(self, name: str, model: type[R], stand_in: str) -> tuple[Document, Shaped[R] | None]:
        document = self._fetch(self._inside + name, read)
        self._texts[name] = document
        return document, shape(document, model, sound(stand_in))

    def _check_cues(self, rubric: Shaped[Rubric]) -> set[str]:
        """Checks all cues; returns the names of their groups."""
        cues = [*_rubric_cues(self._document, rubric)]
        groups = self.groups
        for own in groups.values():
            own |= set(rubric.record.cues)
        for document, vocabulary in self._vocabularies:
            cues += _vocabulary_cues(document, vocabulary)
            groups[vocabulary.record.lang] |= set(vocabulary.record.groups)
        every = groups["en"] | groups["zh"]
        self.cues = check_notation(cues)
        if not self._complete:
            return every
        check_references(self.cues, groups)
        for document, vocabulary in self._vocabularies:
            for name in vocabulary.record.vetoes:
                if name not in every:
                    node = follow(vocabulary.root, Vocabulary, ("vetoes", name, KEY)).node
                    document.report("unknown-group", node, meant(name, sorted(every)), name=name)
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
