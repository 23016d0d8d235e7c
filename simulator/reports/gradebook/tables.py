"""Gradebooks as CSV, with exactly the columns that the program at the other end looks for.

Moodle (grade import): a row per person, matched by `ID number`. Each column of marks is called as its grade item, or as
the one that Moodle is to make, with its feedback beside it. Who has no mark has `-`: Moodle would take an empty cell of
a new item for 0.

Canvas (gradebook): `Student`, `ID`, `SIS User ID`, `SIS Login ID`, `Section`, then a column per assignment, and a
second row with the points possible. `ID` is Canvas's own number and stays empty: Canvas then goes by `SIS User ID`.
A number in round brackets at a title's end is in square ones: Canvas would take it for the number of an assignment.

nbgrader (`nbgrader export`): a row per person and assignment; who did not sit has 0, as there.

Long: a row per criterion and rater (see `records.Rating`), for statistics.

Names are not taken apart, since nobody can tell a family name by its place: where there are two columns the whole name
stands in that of the first name. Moodle, Canvas and long begin with a byte order mark, for spreadsheets. A cell that a
spreadsheet would run as a formula begins with an apostrophe that is not part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from simulator.reports.export import iso
from simulator.reports.gradebook.records import Gradebook, Mark, Person, Rating
from simulator.reports.inert import BOM, csv_cell, csv_line, csv_row

#: The score of 0-100 is out of so many points.
POINTS = 100
#: What Moodle takes for no grade.
NO_GRADE = "-"
#: What Canvas takes for an assignment's number, at a title's end.
_NUMBER = re.compile(r"(?<=\s)\(([0-9]+)\)\Z")

NBGRADER = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score",
    "late_submission_penalty", "score", "max_score",
)  # fmt: skip
LONG = (
    "assessment", "attempt", "student_id", "name", "group", "session", "scenario", "lang", "turn", "kind", "criterion",
    "rater", "rater_is", "value", "max_value", "counts", "at", "reason",
)  # fmt: skip


def moodle(book: Gradebook) -> Iterator[str]:
    """The rows of a grade import, line ends included."""
    items = [cell for column in book.columns for cell in (column.title, f"{column.title} (Feedback)")]
    yield BOM + csv_row(["First name", "Last name", "ID number", "Email address", *items])
    for row in book.rows:
        cells = [csv_cell(value) for value in (_name(row.person), "", row.person.id, "")]
        for column in book.columns:
            mark = row.marks.get(column.id)
            cells += [NO_GRADE if mark is None or mark.score is None else mark.score, csv_cell(_feedback(mark))]
        yield csv_line(cells)


def canvas(book: Gradebook) -> Iterator[str]:
    """The rows of a gradebook, line ends included."""
    who = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    yield BOM + csv_row([*who, *(_NUMBER.sub(r"[\1]", column.title) for column in book.columns)])
    yield csv_row(["    Points Possible", *[None] * 4, *[POINTS] * len(book.columns)])
    for row in book.rows:
        scores = [_score(row.marks.get(column.id)) for column in book.columns]
        yield csv_row([_name(row.person), None, row.person.id, None, row.person.group, *scores])


def nbgrader(book: Gradebook) -> Iterator[str]:
    """The rows of an export, line ends included."""
    yield csv_row(NBGRADER)
    for column in book.columns:
        for row in book.rows:
            mark = row.marks.get(column.id)
            score = float(_score(mark) or 0)
            yield csv_row([
                column.id, _day(column.due), _day(mark.at if mark else None), row.person.id, None, row.person.name,
                None, score, 0.0, score, float(POINTS),
            ])  # fmt: skip


def long(ratings: Iterable[Rating]) -> Iterator[str]:
    """A row per criterion and rater, line ends included."""
    yield BOM + csv_row(LONG)
    for one in ratings:
        yield csv_row(long_cells(one))


def long_cells(one: Rating) -> list[object]:
    """The cells of a rating, as they stand under `LONG`."""
    return [
        one.assessment, one.attempt, one.person.id, one.person.name, one.person.group, one.session, one.scenario,
        one.lang, one.turn, one.kind, one.criterion, one.rater, "person" if one.human else "engine", one.value,
        one.highest, str(one.counts).lower(), iso(one.at), one.reason,
    ]  # fmt: skip


#: Those that are written from a gradebook alone.
TABLES: dict[str, Callable[[Gradebook], Iterator[str]]] = {"moodle": moodle, "canvas": canvas, "nbgrader": nbgrader}


def _name(person: Person) -> str:
    return person.name or person.id


def _score(mark: Mark | None) -> float | None:
    return mark.score if mark else None


def _feedback(mark: Mark | None) -> str:
    return "\n".join(part for part in (mark.grade, mark.feedback) if part) if mark else ""


def _day(at: float | None) -> str:
    """A time as nbgrader writes it: UTC, without saying so."""
    if at is None:
        return ""
    try:
        return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S")
    except (OverflowError, ValueError, OSError):
        return ""
