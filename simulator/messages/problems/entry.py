"""What the catalogue keeps of each kind of mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
Kind = Literal["scenario", "rubric", "vocabulary", "assessment", "roster", "course", "check"]
Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One kind of mistake. Each pair is (English, Simplified Chinese).

    Attributes:
        severity: an `error` keeps the file from being used or surely is not meant; a `warning` may be meant;
            a `note` is told only where it is asked for.
        what: what is wrong, with places for the names.
        mend: how to mend it.
        why: why it matters, for `explain` and the documentation.
        bad: an example that has this mistake and no other; «» stand around what the caret points at. Only what
            matters is written: the rest is the smallest sound file of its kind. "" where no short text shows it.
        good: the same, mended; nothing is wrong with it.
        kind: what kind of file the examples are; a roster is read with the smallest assessment.
        whole: the bad example is the whole file.
    """

    severity: Severity = "error"
    what: Pair
    mend: Pair
    why: Pair
    bad: str = ""
    good: str = ""
    kind: Kind = "scenario"
    whole: bool = False
