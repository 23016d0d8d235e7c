"""Did you mean: the known name that is most like an unknown one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from simulator.language.problems import Meant

#: From this likeness (1 is equal) a name is offered.
_ENOUGH = 0.6
_LONGEST = 64


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like a word, or None where none is like it. Case, blanks, `-` and `_` are all one."""
    known = {_plain(name): name for name in names}
    best = process.extractOne(
        _plain(word[:_LONGEST]), list(known), scorer=OSA.normalized_similarity, score_cutoff=_ENOUGH
    )
    return known[best[0]] if best else None


def meant(word: str, names: Iterable[str]) -> Meant | None:
    """The same as what an author probably meant."""
    near = nearest(word, names)
    return Meant(near) if near else None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
