"""Something found in a scenario, at a place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: Keys and indices from the root of the scenario.
Path = tuple[str | int, ...]

_PART = re.compile(r"[^.\[\]]+|\[(\d+)\]")


@dataclass(frozen=True)
class Finding:
    """Something found.

    Attributes:
        code: what it is: a key of the catalogue of problems.
        path: where it is written.
        values: what fills the message.
    """

    code: str
    path: Path
    values: dict[str, object] = field(default_factory=dict)


def path_of(place: str) -> Path:
    """The path of a way by its name: `beats.opening.ways[2]` is ("beats", "opening", "ways", 2)."""
    return tuple(int(part[1]) if part[1] else part[0] for part in _PART.finditer(place))


def place_of(path: Path) -> str:
    """A path as messages write it, and as a way is named: `beats.opening.says[0]`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
