"""What the home screen listed last, kept in the data folder: it is there at once while the library is being read."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path
from types import NoneType
from typing import Any, TypeVar

from simulator.tui.home_rows import Entry, Ongoing, Shelf, about

FILE = "home.json"

E = TypeVar("E", Entry, Ongoing)

#: What a field may hold where it is no text.
_TYPES: dict[str, tuple[type, ...]] = {
    "beats": (int,), "turns": (int,), "mood": (int, NoneType), "last": (int, float), "best": (int, float, NoneType),
    "traditional": (bool,), "record": (bool,),
}  # fmt: skip


def recall(folder: Path, trainee: str) -> Shelf:
    """What was listed last for this trainee in this working folder; nothing where it is not known or damaged."""
    try:
        kept = json.loads((folder / FILE).read_text("utf-8"))
        if kept["for"] != [trainee, str(Path.cwd())]:
            return Shelf()
        entries = tuple(_made(Entry, value) for value in kept["entries"])
        ongoing = tuple(_made(Ongoing, value) for value in kept["ongoing"])
        for entry in entries:
            about(entry, "en")
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Shelf()
    return Shelf(entries, ongoing)


def remember(folder: Path, trainee: str, shelf: Shelf) -> None:
    """Keeps what is listed; where the folder can't be written, the next start only takes a little longer."""
    kept = {
        "for": [trainee, str(Path.cwd())],
        "entries": [asdict(entry) for entry in shelf.entries],
        "ongoing": [asdict(session) for session in shelf.ongoing],
    }
    with suppress(OSError):
        draft = folder / f"{FILE}.{os.getpid()}"
        draft.write_text(json.dumps(kept), "utf-8")
        draft.replace(folder / FILE)


def _made(kind: type[E], value: dict[str, Any]) -> E:
    for field in fields(kind):
        if not isinstance(value[field.name], _TYPES.get(field.name, (str,))):
            raise TypeError(field.name)
    return kind(**value)
