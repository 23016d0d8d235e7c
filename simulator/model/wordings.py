"""What single wordings speak for, learned from rated replies: a table that people can read, sort and change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

#: The first two columns; the others are criteria and flags.
WORDING, RARITY = "wording", "rarity"
#: The row that stands for what every reply has: what a reply gets in which nothing is known.
ANY = "(any)"
#: Numbers in the table are thousandths.
UNIT = 1000
#: Bits of a column where the numbers of a row are packed into one: room for the squared rarities of 60,000 wordings.
COLUMN = 48
_HALF, _MASK = 1 << COLUMN - 1, (1 << COLUMN) - 1


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
        rows: one to three words (in Chinese, characters) in normal form, `_` for any word -> its row as it is written;
            of thousands a reply needs a hundred, so only those are read.
    """

    made_by: str
    judged: tuple[str, ...]
    base: tuple[int, ...]
    common: int
    rows: Mapping[str, str]

    def summed(self, wordings: Iterable[str]) -> tuple[int, ...]:
        """The sum of the squared rarities of some known wordings, and of what they add for each of `judged`."""
        total = sum(map(self._packed.__getitem__, wordings))
        return tuple(_column(total, at) for at in range(len(self.judged) + 1))

    def part(self, wording: str, name: str) -> int:
        """What a known wording adds for one of `judged`, in thousandths."""
        return _numbers(self.rows[wording])[self.judged.index(name) + 1]

    @cached_property
    def _packed(self) -> _Packed:
        return _Packed(self.rows)


class _Packed(dict[str, int]):
    """Wording to the numbers of its row, the rarity squared, side by side in one: rows then add up all at once."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, wording: str) -> int:
        rarity, *parts = _numbers(self._rows[wording])
        packed = self[wording] = sum(number << COLUMN * at for at, number in enumerate((rarity**2, *parts)))
        return packed


def parse_wordings(text: str) -> Wordings:
    """Reads a table: a line `# command`, a header, the row `(any)`, and a row for each wording, cells apart by tabs.

    Raises:
        WordingsError: a line that is not as it should be.
    """
    made_by, header, *lines = [*text.split("\n"), "", ""]
    if not made_by.startswith("# "):
        raise WordingsError(1)
    names = header.split("\t")
    if names[:2] != [WORDING, RARITY]:
        raise WordingsError(2)
    rows: dict[str, str] = {}
    sound = re.compile(rf"-?\d+(?:\t-?\d+){{{len(names) - 2}}}", re.ASCII).fullmatch
    for number, line in enumerate(lines, start=3):
        wording, _, cells = line.partition("\t")
        if line and not sound(cells):
            raise WordingsError(number)
        rows[wording] = cells
    rows.pop("", None)
    if ANY not in rows:
        raise WordingsError(3)
    common, *base = _numbers(rows.pop(ANY))
    return Wordings(made_by[2:], tuple(names[2:]), tuple(base), common, rows)


@lru_cache(maxsize=50_000)
def _numbers(cells: str) -> tuple[int, ...]:
    return tuple(map(int, cells.split("\t")))


def _column(packed: int, at: int) -> int:
    """The number in a column; what lies below it rounds away, what lies above is cut off."""
    from_here = (packed + (_HALF << COLUMN * at >> COLUMN)) >> COLUMN * at
    return ((from_here + _HALF) & _MASK) - _HALF


def write_wordings(wordings: Wordings) -> str:
    """The table of some wordings, as `parse_wordings` reads it."""
    head = [f"# {wordings.made_by}", "\t".join((WORDING, RARITY, *wordings.judged))]
    any_reply = row_of((wordings.common, *wordings.base))
    rows = [f"{wording}\t{cells}" for wording, cells in [(ANY, any_reply), *sorted(wordings.rows.items())]]
    return "\n".join([*head, *rows, ""])


def row_of(numbers: Iterable[int]) -> str:
    """Numbers as a row holds them."""
    return "\t".join(map(str, numbers))
