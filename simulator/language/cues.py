"""Cues and their groups: the notation, and which groups they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from simulator.language.nearest import meant
from simulator.language.nodes import Node
from simulator.language.problems import Term
from simulator.language.reading import Document
from simulator.scoring.cues import BUILT_IN, CueError, parse_cue

K = TypeVar("K")

_REFERENCE = re.compile(r"<([A-Za-z][\w-]*)>")

#: A piece of what the matcher says -> the term for it, in both languages.
_REASONS = {
    "more than": "cue-too-long",
    "never closed": "cue-open",
    "never opened": "cue-closed",
    "is empty": "cue-empty",
    "nothing to match": "cue-nothing",
    "both sides": "cue-gap-edge",
    "too wide": "cue-gap-wide",
    "means nothing": "cue-sign",
    "three letters": "cue-star",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue where it is written.

    Attributes:
        group: its group.
        lang: `en` or `zh`.
        text: the cue.
        document, node: its place.
    """

    group: str
    lang: str
    text: str
    document: Document
    node: Node


def check_notation(cues: Iterable[Cue]) -> list[Cue]:
    """Reports the cues that can't be read; returns the others."""
    readable = []
    for cue in cues:
        try:
            parse_cue(cue.text, cue.lang)
        except CueError as error:
            cue.document.report("bad-cue", cue.node, cue=cue.text, reason=_reason(str(error)))
        else:
            readable.append(cue)
    return readable


def check_references(cues: Iterable[Cue], groups: Mapping[str, set[str]]) -> None:
    """Reports the cues that refer to a group that is not there, and groups that refer to each other in a circle.

    Args:
        cues: the cues that can be read.
        groups: language to the names of its groups.
    """
    refers: dict[tuple[str, str], dict[tuple[str, str], Cue]] = {}
    for cue in cues:
        for name in () if cue.document.full else referred(cue.text):
            if name in groups[cue.lang]:
                refers.setdefault((cue.lang, cue.group), {}).setdefault((cue.lang, name), cue)
            elif name not in BUILT_IN:
                known = (*sorted(groups[cue.lang]), *BUILT_IN)
                cue.document.report("unknown-group", cue.node, meant(name, known), name=name)
    for circle in _circles(refers):
        cue = refers[circle[0]][circle[1 % len(circle)]]
        cue.document.report("circular-groups", cue.node, groups=tuple(name for _, name in (*circle, circle[0])))


def referred(cue: str) -> Iterator[str]:
    """The groups that a cue refers to."""
    return (match[1] for match in _REFERENCE.finditer(cue))


def _circles(refers: Mapping[K, Iterable[K]]) -> Iterator[list[K]]:
    """One circle for each set of groups that refer to each other."""
    done: set[K] = set()
    for start in refers:
        road: dict[K, Iterator[K]] = {} if start in done else {start: iter(refers[start])}
        while road:
            name = next(reversed(road))
            done.add(name)
            to = next(road[name], None)
            if to is None:
                del road[name]
            elif to in road:
                yield list(road)[list(road).index(to) :]
            elif to not in done:
                road[to] = iter(refers.get(to, ()))


def _reason(said: str) -> Term | str:
    return next((Term(key) for piece, key in _REASONS.items() if piece in said), said)
