"""Evidence laid over a reply: which words earned what, with a sign for each criterion that needs no colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.model.score import Evidence


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same evidence.

    Attributes:
        start, end: half-open span in code points of the raw text.
        names: the criteria or flags that it bears on, first the one that has the least of the text; empty: none.
    """

    start: int
    end: int
    names: tuple[str, ...]


def signs(names: Mapping[str, str]) -> dict[str, str]:
    """A short sign for each criterion: the first letter of its name on the screen that no other one has.

    Args:
        names: criterion to the name that screens show.
    """
    taken: dict[str, str] = {}
    for key, name in names.items():
        letters = [*(c.upper() if len(c.upper()) == 1 else c for c in name if c.isalnum()), *"123456789"]
        taken[key] = next((c for c in letters if c not in taken.values()), "+")
    return taken


def pieces(text: str, evidence: Iterable[Evidence], order: Sequence[str]) -> list[Piece]:
    """Cuts a text where evidence that counted begins and ends; spans outside the text are cut to it."""
    spans = [
        (max(0, e.start), min(len(text), e.end), order.index(e.criterion))
        for e in evidence
        if e.counted and e.criterion in order
    ]
    spans = [span for span in spans if span[0] < span[1]]
    edges = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    # Where everything earns the same criterion, the few words that earn another one are what is to be seen.
    share: Counter[int] = Counter()
    for start, end, i in spans:
        share[i] += end - start
    cut: list[Piece] = []
    for start, end in pairwise(edges):
        here = {i for s, e, i in spans if s <= start and end <= e}
        names = tuple(order[i] for i in sorted(here, key=lambda i: (share[i], i)))
        if cut and cut[-1].names == names:
            cut[-1] = Piece(cut[-1].start, end, names)
        else:
            cut.append(Piece(start, end, names))
    return cut
