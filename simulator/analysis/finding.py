"""Something found in a scenario, at a place."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Keys and indices from the root of the scenario.
Path = tuple[str | int, ...]


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
