"""The numbers that Canvas knows its users by, out of a gradebook that it exported."""

from __future__ import annotations

from simulator.language.roster import folded
from simulator.language.tables import decode_table, rows

#: Canvas's own number, and what the roster's id may be there, the surest first.
_NUMBER, _KNOWN_BY = "id", ("sis user id", "sis login id", "integration id")


def canvas_numbers(content: bytes, name: str) -> dict[str, str] | None:
    """Id of a person, as `folded`, to Canvas's number; None where it is no such gradebook.

    Args:
        content: the file.
        name: what messages call it.
    """
    document = decode_table(content, name)
    table = [] if document.problems else [*rows(document.source)]
    header = [folded(cell.text) for cell in table[0]] if table else []
    known_by = [column for column in _KNOWN_BY if column in header]
    if _NUMBER not in header or not known_by:
        return None
    numbers: dict[str, str] = {}
    for column in known_by:
        for row in table[1:]:
            cells = dict(zip(header, (cell.text for cell in row), strict=False))
            number, id_ = cells.get(_NUMBER, ""), folded(cells.get(column, ""))
            # The row with the points possible has no number.
            if id_ and number.isascii() and number.isdigit():
                numbers.setdefault(id_, number)
    return numbers
