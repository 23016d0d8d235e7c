"""What single wordings speak for, learned from rated replies: a table that people can read, sort and change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: The first two columns; the others are criteria and flags.
WORDING, RARITY = "wording", "rarity"
#: The row that stands for what every reply has: what a reply gets in which nothing is known.
ANY = "(any)"
#: Numbers in the table are thousandths.
UNIT = 1000


class WordingsError(ValueError):
    """A line of a table of wordings that is none.

    Attributes:
        line: its number, from 1.
    """

    def __init__(self, line: int) -> None:
        """Takes the line's number."""
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class Wordings:
    """How much each wording of one language speaks for a level or a flag.

    A reply is like those that people gave a level or flag by `base` plus what its wordings add, divided by the root of
    the sum of their squared rarities and `common` squared: in a long reply each counts for less, and a short one in
    which little is known is not taken for the little that is.

    Attributes:
        made_by: the command that makes the table.
        judged: criteria and flags.
        base: for each of them what a reply gets in which nothing is known, in thousandths: of a level, or of certainty.
        common: how much there is in every reply, as a rarity, in thousandths.
        parts: one to three words (in Chinese, characters) in normal form -> its rarity, and what it adds for each of
            `judged`, all in thousandths.
    """

    made_by: str
    judged: tuple[str, ...]
    base: tuple[int, ...]
    common: int
    parts: Mapping[str, tuple[int, ...]]


def parse_wordings(text: str) -> Wordings:
    """Reads a table: a line `# command`, a header, the row `(any)`, and a row for each wording, cells apart by tabs.

    Raises:
        WordingsError: a line that is not as it should be.
    """
    lines = text.split("\n")
    wide = len(lines[1].split("\t")) if len(lines) > 1 else 0
    rows: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lines[2:], start=3):
        if line:
            wording, _, numbers = line.partition("\t")
            try:
                rows[wording] = tuple(map(int, numbers.split("\t")))
            except ValueError:
                raise WordingsError(number) from None
            if len(rows[wording]) != wide - 1:
                raise WordingsError(number)
    header = tuple(lines[1].split("\t")) if wide else ()
    if not lines[0].startswith("# "):
        raise WordingsError(1)
    if header[:2] != (WORDING, RARITY):
        raise WordingsError(2)
    if ANY not in rows:
        raise WordingsError(3)
    common, *base = rows.pop(ANY)
    return Wordings(lines[0][2:], header[2:], tuple(base), common, rows)


def write_wordings(wordings: Wordings) -> str:
    """The table of some wordings, as `parse_wordings` reads it."""
    any_reply = _row(ANY, (wordings.common, *wordings.base))
    head = [f"# {wordings.made_by}", "\t".join((WORDING, RARITY, *wordings.judged)), any_reply]
    return "\n".join([*head, *(_row(wording, wordings.parts[wording]) for wording in sorted(wordings.parts)), ""])


def _row(wording: str, numbers: Iterable[int]) -> str:
    return "\t".join((wording, *map(str, numbers)))
