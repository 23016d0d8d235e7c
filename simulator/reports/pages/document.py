"""A report before it is drawn: headings, tables, charts and conversations. The text in it is as people wrote it; what
draws it makes it harmless."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from simulator.model.score import Evidence


@dataclass(frozen=True)
class Table:
    """Rows under a header; the first cell of a row names it.

    Attributes:
        caption: what it shows.
        header: the columns' names.
        rows: cells as text.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Point:
    """One value of a chart.

    Attributes:
        label: what it is of.
        value: how much.
        low, high: how far it spreads, or None.
        good: whether it passes, or None where that is no question.
    """

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    good: bool | None = None


@dataclass(frozen=True)
class Chart:
    """A picture of values; whoever can't see it reads the table that stands below it.

    Attributes:
        kind: `line`: values over time. `bars`: a bar for each, with its spread. `columns`: how many in each bin.
        title: what it shows.
        summary: what there is to be seen in it, in a sentence.
        points: the values.
        highest: the value at the end of the scale.
        mark: a value to be reached, or None.
    """

    kind: Literal["line", "bars", "columns"]
    title: str
    summary: str
    points: tuple[Point, ...]
    highest: float
    mark: float | None = None


@dataclass(frozen=True)
class Notes:
    """Points in a list."""

    items_: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A stretch of a reply.

    Attributes:
        text: as it was said.
        state: `plain`, `counted` as evidence, or `cancelled`.
        numbers: of the evidence that ends here.
    """

    text: str
    state: Literal["plain", "counted", "cancelled"] = "plain"
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Exchange:
    """A turn of a conversation.

    Attributes:
        lang: the language that is spoken in it, `en` or `zh`.
        title: which turn.
        customer: what the customer said.
        trainee: who replied and when.
        reply: the reply in pieces.
        evidence: what each number stands for, from 1.
        notes: what it earned, and what people said about it.
    """

    lang: str
    title: str
    customer: str
    trainee: str
    reply: tuple[Piece, ...]
    evidence: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


Block = str | Table | Chart | Notes | Exchange


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it."""

    title: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Document:
    """A report.

    Attributes:
        lang: the language of its words: `en`, `zh` or `zh-Hant`.
        title: its title.
        facts: (name, value) of what it is about.
        sections: its parts; one without blocks and sections is left out.
        foot: what it was made from.
    """

    lang: str
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    foot: str


def pieces(reply: str, evidence: Sequence[Evidence]) -> tuple[Piece, ...]:
    """A reply cut where evidence begins and ends; all pieces together are the reply."""
    spans = [(e.start, e.end, e.counted, n) for n, e in enumerate(evidence, 1) if e.start < e.end <= len(reply)]
    cuts = sorted({0, len(reply), *(start for start, *_ in spans), *(end for _, end, *_ in spans)})
    found = []
    for start, end in pairwise(cuts):
        over = [counted for from_, to, counted, _ in spans if from_ <= start and end <= to]
        numbers = tuple(n for _, to, _, n in spans if to == end)
        found.append(Piece(reply[start:end], "counted" if any(over) else "cancelled" if over else "plain", numbers))
    return tuple(found)


def filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Those sections that have something in them."""
    return tuple(section for section in sections if section.blocks or section.sections)
