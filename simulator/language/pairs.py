"""One scenario in two languages: what one has and the other lacks, and what has changed since it was followed.

The files of a pair have the same name, in the folders `en` and `zh` beside each other. One of them follows the other:
the Chinese one the English, unless the English one has a mark. A mark, `NAME.from.json`, keeps a short hash of every
text of the file that is followed, from the moment when the follower was last brought up to it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as File
from typing import TypeGuard

from pydantic import BaseModel

from simulator.analysis.finding import place_of
from simulator.language import smallest
from simulator.language.declared import KEY, follow
from simulator.language.nodes import Path
from simulator.language.problems import Term, has_errors
from simulator.language.reading import MAX_BYTES, Document, read_file
from simulator.language.scenarios import sound
from simulator.language.shape import Shaped, shape
from simulator.model.base import Bounds
from simulator.model.scenario import Scenario

OTHER = {"en": "zh", "zh": "en"}
MARK = ".from.json"

#: What each language words in its own way.
TEXTS = frozenset(
    """
    title about brief name wants says also corrects react reactions reply debrief contact time follow_up why
    """.split()
)
#: What may differ as well.
FREE = frozenset({"lang", "minutes", *TEXTS})


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not the same in both.

    Attributes:
        path: where, in the one that follows, or where it should be.
        code: `pair-missing`, `pair-extra` or `pair-differs`.
        expected: what the followed one has: the name of what is missing, or the value.
        got: what the follower has.
    """

    path: Path
    code: str
    expected: object
    got: object


@dataclass(frozen=True)
class Pair:
    """A file and the one that it follows.

    Attributes:
        follower, followed: the two.
    """

    follower: File
    followed: File

    @cached_property
    def marked(self) -> Mapping[str, str] | None:
        """Place to the hash that its text had when it was last followed; None: that was never marked."""
        mark = mark_of(self.follower)
        try:
            if mark.stat().st_size > MAX_BYTES:
                return None
            kept = json.loads(mark.read_bytes())["texts"]
            return {str(place): str(hash_) for place, hash_ in kept.items()}
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}  # a mark that can't be read marks nothing

    @cached_property
    def source(self) -> tuple[Document, Shaped[Scenario] | None]:
        """The followed file; None where something is wrong with it."""
        document = read_file(self.followed, str(self.followed))
        shaped = shape(document, Scenario, sound(smallest.SCENARIO))
        return document, None if has_errors(document.problems) else shaped

    def write_mark(self) -> bool:
        """Marks the follower as brought up to the other; False where the other can't be read.

        Raises:
            OSError: the mark can't be written.
        """
        _, shaped = self.source
        if shaped is None:
            return False
        texts = {place_of(path): hash_of(text) for path, text in texts_of(shaped.record)}
        folder = self.followed.parent.name
        whole = {"follows": f"../{folder}/{self.followed.name}", "texts": texts}
        mark_of(self.follower).write_text(json.dumps(whole, indent=1) + "\n", "utf-8")
        return True


def mark_of(file: File) -> File:
    """The mark beside a file, whether it is there or not."""
    return file.with_name(file.stem + MARK)


def twin_of(file: File) -> File | None:
    """The file of the same name in the other language's folder; None where there is none."""
    folder = file.parent if file.parent.name else file.absolute().parent
    other = OTHER.get(folder.name)
    twin = folder.parent / other / file.name if other else None
    return twin if twin and twin.is_file() else None


def pair_of(file: File) -> Pair | None:
    """The pair in which a file follows; None where it has no twin, or the twin follows it."""
    twin = twin_of(file)
    if twin is None:
        return None
    follows = mark_of(file).exists() or (twin.parent.name == "en" and not mark_of(twin).exists())
    return Pair(file, twin) if follows else None


def check_pair(document: Document, shaped: Shaped[Scenario], pair: Pair) -> None:
    """Reports how a scenario differs from the one that it follows, and what has changed there since.

    Args:
        document: the follower's text.
        shaped: the follower, without errors.
        pair: where it stands in.
    """
    source, followed = pair.source
    if followed is None:
        return
    file = "/".join(pair.followed.parts[-2:])
    for found in _first_mistakes(differences(followed.record, shaped.record)):
        code = "pair-exemplar" if "exemplars" in found.path else found.code
        values = {"place": place_of(found.path), "expected": found.expected, "got": found.got}
        document.report(code, follow(shaped.root, Scenario, _shown(found)).node, file=file, **values)
    for path, text in changed_texts(followed.record, pair.marked):
        line = source.source.line_of(follow(followed.root, Scenario, path).node.start)
        node = follow(shaped.root, Scenario, path).node
        document.report("pair-stale", node, file=file, line=line, text=text)


def differences(followed: object, follower: object, path: Path = ()) -> Iterator[Difference]:
    """What is not the same in two scenarios, apart from wordings."""
    if isinstance(followed, BaseModel) and isinstance(follower, BaseModel) and not isinstance(followed, Bounds):
        for name in type(followed).model_fields:
            if name not in FREE:
                yield from differences(getattr(followed, name), getattr(follower, name), (*path, name))
    elif isinstance(followed, Mapping) and isinstance(follower, Mapping):
        yield from _named(followed, follower, path)
    elif _are_records(followed) and _are_records(follower):
        if _have_ids(followed) and _have_ids(follower):
            yield from _ids(followed, follower, path)
        else:
            yield from _listed(followed, follower, path)
    elif _plain(followed) != _plain(follower):
        yield Difference(path, "pair-differs", _said(followed), _said(follower))


def changed_texts(followed: Scenario, marked: Mapping[str, str] | None) -> Iterator[tuple[Path, str]]:
    """The texts of a scenario that are not those that were marked; a text that only moved is still the same."""
    known = set(marked.values()) if marked is not None else set()
    for path, text in texts_of(followed) if marked is not None else ():
        if hash_of(text) not in known:
            yield path, text


def texts_of(value: object, path: Path = (), inside: bool = False) -> Iterator[tuple[Path, str]]:
    """Every text that a translation words anew, with its path."""
    if isinstance(value, str):
        if inside:
            yield path, value
    elif isinstance(value, BaseModel):
        if inside and hasattr(value, "text"):
            yield path, value.text
            return
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name), (*path, name), inside or name in TEXTS)
    elif isinstance(value, Mapping):
        for name, below in value.items():
            yield from texts_of(below, (*path, name), inside)
    elif isinstance(value, tuple):
        for n, below in enumerate(value):
            yield from texts_of(below, (*path, n), inside)


def hash_of(text: str) -> str:
    """A short hash of a text; blanks and line ends don't matter."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _first_mistakes(found: Iterable[Difference]) -> list[Difference]:
    """Without what differs only because a name that is missing or too much is used there."""
    every = list(found)
    names = {one.expected for one in every if one.code == "pair-missing"}
    names |= {one.got for one in every if one.code == "pair-extra"}
    return [one for one in every if one.code != "pair-differs" or not _values(one.expected) ^ _values(one.got) <= names]


def _values(said: object) -> set[object]:
    return set(said) if isinstance(said, tuple) else {said}


def _shown(found: Difference) -> Path:
    """What the caret points at: the key of what is too much, or of what lacks something."""
    return (*found.path, KEY) if found.code != "pair-differs" and isinstance(found.path[-1], str) else found.path


def _named(followed: Mapping[str, object], follower: Mapping[str, object], path: Path) -> Iterator[Difference]:
    for name, value in followed.items():
        if name in follower:
            yield from differences(value, follower[name], (*path, name))
        else:
            yield Difference(path, "pair-missing", name, Term("nothing"))
    for name in follower:
        if name not in followed:
            yield Difference((*path, name), "pair-extra", Term("nothing"), name)


def _ids(followed: tuple[BaseModel, ...], follower: tuple[BaseModel, ...], path: Path) -> Iterator[Difference]:
    """Promises: it does not matter in which order they stand."""
    names, places = [_id(one) for one in followed], {_id(one): n for n, one in enumerate(follower)}
    yield from (Difference(path, "pair-missing", name, Term("nothing")) for name in names if name not in places)
    for name, n in places.items():
        if name not in names:
            yield Difference((*path, n), "pair-extra", Term("nothing"), name)


def _listed(followed: tuple[BaseModel, ...], follower: tuple[BaseModel, ...], path: Path) -> Iterator[Difference]:
    for n, (one, other) in enumerate(zip(followed, follower, strict=False)):
        yield from differences(one, other, (*path, n))
    if len(followed) != len(follower):
        yield Difference(path, "pair-differs", len(followed), len(follower))


def _are_records(value: object) -> TypeGuard[tuple[BaseModel, ...]]:
    return isinstance(value, tuple) and all(isinstance(one, BaseModel) for one in value)


def _have_ids(value: Iterable[BaseModel]) -> bool:
    return all(hasattr(one, "id") for one in value)


def _id(promise: BaseModel) -> str:
    return str(getattr(promise, "id"))  # noqa: B009 - only promises have one


def _plain(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value


def _said(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(str, value)) or Term("nothing")
    if value is None:
        return Term("nothing")
    return str(value).lower() if isinstance(value, bool) else str(value)
