"""What the home screen lists, without any widget: the library and the sessions to go on with, filtered.

Light on purpose: what it showed last is there again before anything heavy is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rich.cells import cell_len

from simulator.messages import text
from simulator.tui.plain import shorten


@dataclass(frozen=True)
class Entry:
    """A scenario of the library.

    Attributes:
        id, lang, title, kind, difficulty, path, beats, traditional: as in the library.
        best: the trainee's best score of 0-100, or None.
        chapter: its chapter of the course, or "".
        status: in the course: `done`, `open`, `locked`, or "".
        mark: the score from which it is done.
        first: the titles of what must be done before it by name and is not.
        opens: the titles of what waits for it by name.
    """

    id: str
    lang: str
    title: str
    kind: str
    difficulty: str
    path: str
    beats: int
    traditional: bool = False
    best: float | None = None
    chapter: str = ""
    status: str = ""
    mark: int = 0
    first: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ongoing:
    """A session to go on with, or to look back on.

    Attributes:
        id, title, turns, mood: as in the log.
        last: when its last event was logged, or something was said about it, in seconds since 1970 (UTC).
        record: whether the conversation is over and its complaint record was begun.
        said: whether it is over and somebody else said something about it.
    """

    id: str
    title: str
    turns: int
    mood: int | None
    last: float
    record: bool = False
    said: bool = False


@dataclass(frozen=True)
class Chapter:
    """A chapter of the course, for those who practise in one language.

    Attributes:
        id: its name.
        lang: the language.
        number: from 1.
        title, aim: in the language of the screens.
        status: `done`, `open` or `locked`.
        done, needs: how many of its scenarios are done, and how many must be.
        first: the numbers of the chapters that must be done before it and are not.
        opens: the numbers of those that wait for it.
        here: whether the trainee is in it.
    """

    id: str
    lang: str
    number: int
    title: str
    aim: str
    status: str
    done: int
    needs: int
    first: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    here: bool = False


@dataclass(frozen=True)
class Hint:
    """What to practise next in one language.

    Attributes:
        lang: the language.
        path: the scenario's file.
        why: the reason, in the language of the screens.
    """

    lang: str
    path: str
    why: str


@dataclass(frozen=True)
class Shelf:
    """All that the home screen lists.

    Attributes:
        entries: the library; what stands in the course comes first, in its order.
        ongoing: the sessions to go on with, newest first.
        broken: how many files of the library can't be listed.
        chapters: the course's, for each language; none where there is no course.
        hints: what to practise next, at most one for each language.
    """

    entries: tuple[Entry, ...] = ()
    ongoing: tuple[Ongoing, ...] = ()
    broken: int = 0
    chapters: tuple[Chapter, ...] = ()
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True)
class Filter:
    """What the list is narrowed to; "" means all."""

    words: str = ""
    lang: str = ""
    kind: str = ""
    difficulty: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether something else than the language narrows it."""
        return bool(self.words or self.kind or self.difficulty)

    def next(self, field: str, values: Iterable[str]) -> Filter:
        """The filter with one field moved to its next value; after the last comes all."""
        ring = ["", *dict.fromkeys(values)]
        now = getattr(self, field)
        following = ring[(ring.index(now) + 1) % len(ring)] if now in ring else ""
        return replace(self, **{field: following})


def matching(items: Sequence[Entry], wanted: Filter, ui: str) -> list[Entry]:
    """The items that fit; every word typed must occur in the title, id, kind or difficulty."""
    found = []
    for item in items:
        asked = ((wanted.lang, item.lang), (wanted.kind, item.kind), (wanted.difficulty, item.difficulty))
        if any(value and value != has for value, has in asked):
            continue
        hay = " ".join((item.title, item.id, about(item, ui))).casefold()
        if all(word in hay for word in wanted.words.casefold().split()):
            found.append(item)
    return found


def about(item: Entry, ui: str) -> str:
    """The second line of an entry."""
    language = "traditional" if item.traditional else item.lang
    return text("tui.home.about", ui, kind=text(f"tui.kind.{item.kind}", ui),
                difficulty=text(f"tui.difficulty.{item.difficulty}", ui),
                language=text(f"tui.language.{language}", ui), beats=item.beats)  # fmt: skip


def score_of(best: float | None, ui: str) -> str:
    """The trainee's best score in words."""
    return text("tui.home.best", ui, score=f"{best:.0f}") if best is not None else text("tui.home.new", ui)


def resumable(row: Ongoing, ui: str, now: float) -> str:
    """The second line of an unfinished session: how far it is and from when."""
    if row.said:
        return text("tui.home.said", ui, when=when(row.last, ui, now))
    if row.record:
        return text("tui.home.record", ui, when=when(row.last, ui, now))
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
    room = max(4, width - cell_len(right) - 2)
    left = shorten(left, room)
    return left + " " * max(2, width - cell_len(left) - cell_len(right)) + right
