"""What the home screen listed last, kept in the data folder: it is there at once while the library is being read."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path
from types import NoneType
from typing import Any, TypeVar

from simulator.tui.home_rows import Chapter, Entry, Hint, Ongoing, Shelf, about

FILE = "home.json"

E = TypeVar("E", Entry, Ongoing, Chapter, Hint)

#: What a field may hold where it is no text.
_TYPES: dict[str, tuple[type, ...]] = {
    "beats": (int,), "turns": (int,), "mood": (int, NoneType), "last": (int, float), "best": (int, float, NoneType),
    "traditional": (bool,), "record": (bool,), "mark": (int,), "number": (int,), "done": (int,), "needs": (int,),
    "here": (bool,), "said": (bool,),
}  # fmt: skip
#: What holds several texts, and the words that a standing may have.
_SEVERAL, _STANDINGS = ("first", "opens"), {"", "done", "open", "locked"}


def recall(folder: Path, trainee: str, lang: str) -> Shelf:
    """What was listed last for this trainee in this working folder and in this language of the screens.

    Returns:
        Nothing where it is not known or damaged.
    """
    try:
        kept = json.loads((folder / FILE).read_text("utf-8"))
        if kept["for"] != [trainee, str(Path.cwd()), lang]:
            return Shelf()
        entries = tuple(_made(Entry, value) for value in kept["entries"])
        ongoing = tuple(_made(Ongoing, value) for value in kept["ongoing"])
        chapters = tuple(_made(Chapter, value) for value in kept["chapters"])
        hints = tuple(_made(Hint, value) for value in kept["hints"])
        for entry in entries:
            about(entry, "en")
        if not {*(entry.status for entry in entries), *(chapter.status for chapter in chapters)} <= _STANDINGS:
            return Shelf()
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Shelf()
    return Shelf(entries, ongoing, 0, chapters, hints)


def remember(folder: Path, trainee: str, lang: str, shelf: Shelf) -> None:
    """Keeps what is listed; where the folder can't be written, the next start only takes a little longer."""
    kept = {
        "for": [trainee, str(Path.cwd()), lang],
        "entries": [asdict(entry) for entry in shelf.entries],
        "ongoing": [asdict(session) for session in shelf.ongoing],
        "chapters": [asdict(chapter) for chapter in shelf.chapters],
        "hints": [asdict(hint) for hint in shelf.hints],
    }
    with suppress(OSError):
        draft = folder / f"{FILE}.{os.getpid()}"
        draft.write_text(json.dumps(kept), "utf-8")
        draft.replace(folder / FILE)


def _made(kind: type[E], value: dict[str, Any]) -> E:
    for field in fields(kind):
        held = value[field.name]
        if field.name in _SEVERAL:
            if not isinstance(held, list) or not all(isinstance(one, str) for one in held):
                raise TypeError(field.name)
        elif not isinstance(held, _TYPES.get(field.name, (str,))):
            raise TypeError(field.name)
    return kind(**value | {name: tuple(value[name]) for name in _SEVERAL if name in value})
