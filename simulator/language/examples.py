"""The catalogue's examples as whole files, as `explain` shows them and the tests check them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.language import smallest
from simulator.messages.problems import Entry

_KEY = re.compile(r"^[A-Za-z_]\w*(?=:)", re.MULTILINE)
_SMALLEST = {
    "scenario": smallest.SCENARIO,
    "rubric": smallest.RUBRIC,
    "vocabulary": smallest.VOCABULARY,
    "assessment": smallest.ASSESSMENT,
    "roster": "",
    "course": smallest.COURSE,
    "check": smallest.SEVERITIES,
}


@dataclass(frozen=True)
class Example:
    """An example of a mistake.

    Attributes:
        text: a whole file.
        start, end: what the caret points at, in characters.
    """

    text: str
    start: int
    end: int


def plain(example: str) -> str:
    """An example without the marks of its place."""
    return example.replace("«", "").replace("»", "")


def bad_example(entry: Entry) -> Example:
    """The bad example of an entry."""
    start = entry.bad.index("«")
    end = entry.bad.index("»") - 1
    text = plain(entry.bad)
    return Example(text if entry.whole else completed(text, entry.kind), start, end)


def completed(example: str, kind: str) -> str:
    """An example with all that it leaves out, taken from the smallest sound file of its kind."""
    written = set(_KEY.findall(example))
    blocks = re.split(r"(?m)^(?=[A-Za-z_]\w*:)", _SMALLEST[kind])
    return example + "".join(block for block in blocks if block and block.partition(":")[0] not in written)
