"""What the catalogue keeps of each kind of mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Kind = Literal["scenario", "rubric", "vocabulary"]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Entry:
    """One kind of mistake. Each pair is (English, Simplified Chinese).

    Attributes:
        severity: an `error` keeps the file from being used or surely is not meant; a `warning` may be meant.
        what: what is wrong, with places for the names.
        mend: how to mend it.
        why: why it matters, for `explain` and the documentation.
        bad: an example that has this mistake and no other; «» stand around what the caret points at. Of a file only
            what matters is written: the rest is the smallest sound file of its kind.
        good: the same, mended.
        kind: what kind of file the examples are.
    """

    severity: Severity
    what: Pair
    mend: Pair
    why: Pair = ("", "")
    bad: str = ""
    good: str = ""
    kind: Kind = "scenario"
