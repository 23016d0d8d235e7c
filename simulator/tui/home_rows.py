"""What the home screen lists, without any widget: the library and the sessions to go on with, filtered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rich.cells import cell_len

from simulator.messages import text
from simulator.store.records import SessionRow


@dataclass(frozen=True)
class Item:
    """A scenario of the library as the list needs it.

    Attributes:
        id, lang, title, kind, difficulty, path, beats, endings: as in the library.
        best: the trainee's best score of 0-100, or None.
    """

    id: str
    lang: str
    title: str
    kind: str
    difficulty: str
    path: str
    beats: int
    endings: int
    best: float | None = None


@dataclass(frozen=True)
class Filter:
    """What the list is narrowed to; "" means all."""

    words: str = ""
    lang: str = ""
    kind: str = ""
    difficulty: str = ""

    def next(self, field: str, values: Iterable[str]) -> Filter:
        """The filter with one field moved to its next value; after the last comes all."""
        ring = ["", *dict.fromkeys(values)]
        now = getattr(self, field)
        following = ring[(ring.index(now) + 1) % len(ring)] if now in ring else ""
        return replace(self, **{field: following})


def matching(items: Sequence[Item], wanted: Filter, ui: str) -> list[Item]:
    """The items that fit; every word typed must occur in the title, id, kind or difficulty."""
    found = []
    for item in items:
        if any(value and getattr(item, field) != value
               for field, value in (("lang", wanted.lang), ("kind", wanted.kind), ("difficulty", wanted.difficulty))):  # fmt: skip
            continue
        hay = " ".join((item.title, item.id, about(item, ui))).casefold()
        if all(word in hay for word in wanted.words.casefold().split()):
            found.append(item)
    return found


def with_best(items: Iterable[Item], best: Mapping[tuple[str, str], float]) -> list[Item]:
    """The items with the trainee's best scores."""
    return [replace(item, best=best.get((item.id, item.lang))) for item in items]


def about(item: Item, ui: str) -> str:
    """The second line of an entry."""
    return text("tui.home.about", ui, kind=text(f"tui.kind.{item.kind}", ui),
                difficulty=text(f"tui.difficulty.{item.difficulty}", ui),
                language=text(f"tui.language.{item.lang}", ui), beats=item.beats)  # fmt: skip


def score_of(item: Item, ui: str) -> str:
    """The trainee's best score in words."""
    return text("tui.home.best", ui, score=f"{item.best:.0f}") if item.best is not None else text("tui.home.new", ui)


def resumable(row: SessionRow, ui: str, now: float) -> str:
    """The second line of an unfinished session: how far it is and from when."""
    return text("tui.home.unfinished", ui, turns=row.turns, mood=row.mood if row.mood is not None else "-",
                when=when(row.last, ui, now))  # fmt: skip


def when(at: float, ui: str, now: float) -> str:
    """How long ago: minutes, hours, else the date."""
    minutes = int(max(0.0, now - at) // 60)
    if minutes < 1:
        return text("tui.when.now", ui)
    if minutes < 60:
        return text("tui.when.minutes", ui, n=minutes)
    if minutes < 24 * 60:
        return text("tui.when.hours", ui, n=minutes // 60)
    return datetime.fromtimestamp(at).strftime("%Y-%m-%d")


def two_ends(left: str, right: str, width: int) -> str:
    """A line of `width` cells with one text at each end; the left one is cut where both don't fit."""
    from simulator.tui.plain import shorten

    room = max(4, width - cell_len(right) - 2)
    left = shorten(left, room)
    return left + " " * max(2, width - cell_len(left) - cell_len(right)) + right
