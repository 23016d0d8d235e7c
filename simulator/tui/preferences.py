"""What the trainee chose: name, theme, coach, speed of the customer's lines. One small file in the data folder."""

from __future__ import annotations

import getpass
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

FILE = "preferences.json"
NAME_LIMIT = 60


@dataclass
class Preferences:
    """Attributes:
    name: the trainee's name or seat; "" until it was asked for.
    light: the light theme.
    coach: whether the coach is shown while typing.
    spoken: whether the customer's lines appear word by word.
    rubric: the rubric that new sessions are judged by; "" for the usual one.
    """

    name: str = ""
    light: bool = False
    coach: bool = True
    spoken: bool = True
    rubric: str = ""

    @classmethod
    def read(cls, folder: Path) -> Preferences:
        """The preferences kept in a folder; a missing or damaged file gives the defaults."""
        try:
            kept = json.loads((folder / FILE).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return cls()
        known = cls()
        for field in fields(cls):
            value = kept.get(field.name) if isinstance(kept, dict) else None
            if type(value) is type(getattr(known, field.name)):
                setattr(known, field.name, value)
        known.name = clean_name(known.name)
        return known

    def write(self, folder: Path) -> None:
        """Keeps the preferences; where the folder can't be written they last for this run only."""
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            draft = folder / f"{FILE}.{os.getpid()}"
            draft.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), "utf-8")
            draft.replace(folder / FILE)


def clean_name(name: str) -> str:
    """A name on one line, printable, not too long."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:NAME_LIMIT]


def likely_name() -> str:
    """The name to offer: the environment's `SIMULATOR_TRAINEE`, else the user's on this machine, else ""."""
    with suppress(Exception):  # getpass raises different errors on different systems
        return clean_name(os.environ.get("SIMULATOR_TRAINEE") or getpass.getuser())
    return ""
