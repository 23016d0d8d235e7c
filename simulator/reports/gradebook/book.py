"""Marks as an XLSX workbook: a sheet with the marks, and one with a row per criterion and rater.

Every text is a text cell, so that none is ever run as a formula, not even once it is edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from simulator.messages import text
from simulator.reports.gradebook.records import Gradebook, Mark, Rating
from simulator.reports.gradebook.tables import LONG, long_cells
from simulator.reports.inert import visible

#: So many rows, and characters in a cell, a spreadsheet can hold.
ROWS, LONGEST = 1_048_576, 32_767
_MARK = ("score", "passed", "automatic", "attempt", "attempts", "ended", "look_again", "grade", "feedback")


class _Sheet:
    """A sheet to which rows are added, and another one once it is full."""

    def __init__(self, book: Workbook, title: str, header: Sequence[str]) -> None:
        self._book, self._title, self._header = book, title, header
        self._number = 0
        self._begin()

    def _begin(self) -> None:
        self._number += 1
        name = self._title if self._number == 1 else f"{self._title} {self._number}"
        self._sheet = self._book.create_sheet(name)
        self._sheet.freeze_panes = "A2"
        self._sheet.append([self._cell(name, bold=True) for name in self._header])
        self._rows = 1

    def add(self, values: Iterable[object]) -> None:
        if self._rows == ROWS:
            self._begin()
        self._sheet.append([self._cell(value) for value in values])
        self._rows += 1

    def _cell(self, value: object, bold: bool = False) -> object:
        if not isinstance(value, str):
            return value
        cell = WriteOnlyCell(self._sheet, value=visible(value)[:LONGEST])
        cell.data_type = "s"
        cell.quotePrefix = True
        if bold:
            cell.font = Font(bold=True)
        return cell


def write_book(book: Gradebook, ratings: Iterable[Rating], lang: str, file: IO[bytes]) -> None:
    """Writes the workbook, row by row.

    Args:
        book: the marks.
        ratings: what they rest on.
        lang: the language of the headers and of the sheets' names.
        file: where to.
    """
    workbook = Workbook(write_only=True)

    def say(key: str) -> str:
        return text(f"grades.{key}", lang)

    header = [say("column.assessment"), say("column.id"), say("column.name"), say("column.group")]
    marks = _Sheet(workbook, say("sheet.marks"), header + [say(f"column.{name}") for name in _MARK])
    for column in book.columns:
        for row in book.rows:
            person = row.person
            marks.add([column.title, person.id, person.name, person.group, *_mark(row.marks.get(column.id))])
    # The columns of a table for statistics are called alike everywhere.
    criteria = _Sheet(workbook, say("sheet.criteria"), LONG)
    for rating in ratings:
        criteria.add(long_cells(rating))
    workbook.save(file)


def _mark(mark: Mark | None) -> list[object]:
    if mark is None:
        return [None] * len(_MARK)
    return [
        mark.score, mark.passed, mark.automatic, mark.attempt, mark.attempts, _time(mark.at), mark.look_again,
        mark.grade, mark.feedback,
    ]  # fmt: skip


def _time(at: float) -> datetime | None:
    """A time that a spreadsheet can reckon with: UTC, since it knows no zones."""
    try:
        return datetime.fromtimestamp(round(at), UTC).replace(tzinfo=None)
    except (OverflowError, ValueError, OSError):
        return None
