"""Marks out of the log, and each gradebook read back as the program at the other end reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.language.assessments import load_assessment
from simulator.library.library import Library
from simulator.marking.rating import Rating as Blind
from simulator.model.assessment import AssessmentBundle
from simulator.reports.gradebook.book import write_book
from simulator.reports.gradebook.records import Column, Gradebook, Mark, Person, Rating, Row
from simulator.reports.gradebook.rubric import canvas_assessments, canvas_rubric
from simulator.reports.gradebook.tables import LONG, NBGRADER, canvas, long, moodle, nbgrader
from simulator.reports.inert import BOM, csv_cell
from simulator.runner.canvas import canvas_numbers
from simulator.runner.errors import valid
from simulator.runner.gradebook import Gathering
from simulator.runner.runner import Runner
from simulator.store.store import Store
from tests.runner.classroom import WELL, WORLD
from tests.runner.sat_class import sat
from tests.texts import anything

FEEDBACK = "Strengths: Calm.\nWeaknesses: Slow.\n+ Well done"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("class")
    sat(made)
    return made


@pytest.fixture
def log(folder: Path) -> Iterator[Store]:
    with Store.open(folder / "log", read_only=True) as store:
        yield store


def bundle(folder: Path) -> AssessmentBundle:
    return valid(load_assessment(folder / "monday.yaml", Library(()).near(folder / "monday.yaml").known()))


def table(lines: Iterable[str]) -> list[list[str]]:
    return [*csv.reader(io.StringIO("".join(lines).removeprefix(BOM), newline=""))]


def meant(cell: str) -> str:
    """What stood in a cell before it was made safe."""
    return cell[1:] if cell.startswith("'") and csv_cell(cell[1:]) == cell else cell


def test_the_attempt_that_counts_is_the_one_that_the_assessment_says(log: Store, folder: Path) -> None:
    last = Gathering(log, "en").assessed("monday", bundle(folder))
    assert [row.person.id for row in last.rows] == ["S1", "S2", "S3", "S4"]
    assert last.columns[0].title == "Monday"
    marks = [row.marks.get("monday") for row in last.rows]
    assert marks[3] is None
    first = Gathering(log, "en").assessed("monday", bundle(folder), "first").rows[0].marks["monday"]
    assert marks[0] is not None
    assert (first.attempt, marks[0].attempt, marks[0].attempts) == (1, 2, 2)
    assert (first.passed, marks[0].passed) == (True, False)
    assert (first.score or 0) > (marks[0].score or 0)


def test_a_persons_word_counts_and_the_engines_stays_beside_it(log: Store) -> None:
    rows = {row.person.id: row.marks["monday"] for row in Gathering(log, "en").assessed("monday").rows}
    assert set(rows) == {"S1", "S2", "S3"}
    lowered, raised, untouched = rows["S2"], rows["S3"], rows["S1"]
    assert (lowered.score or 0) < (lowered.automatic or 0)
    # One of two scenarios was given 50; the critical flag in both still fails the sitting.
    assert (raised.score, raised.automatic, raised.passed) == (25.0, 0.0, False)
    assert untouched.score == untouched.automatic
    assert [mark.by_hand for mark in (lowered, raised, untouched)] == [True, True, False]
    assert (lowered.grade, lowered.feedback) == ("good", FEEDBACK)


def test_the_log_alone_knows_the_rules_but_not_who_did_not_come(log: Store) -> None:
    book = Gathering(log, "zh").assessed("monday")
    assert book.columns[0].title == "周一"
    assert book.rows[0].marks["monday"].attempt == 2
    assert [row.person.id for row in Gathering(log, "en", "B").assessed("monday").rows] == ["S3"]
    assert Gathering(log, "en").groups() == ["A", "B"]


def test_moodle_reads_back_every_mark_by_id_number(log: Store, folder: Path) -> None:
    book = Gathering(log, "en").assessed("monday", bundle(folder))
    header, *rows = table(moodle(book))
    assert header == ["First name", "Last name", "ID number", "Email address", "Monday", "Monday (Feedback)"]
    assert {row[2]: row[4] for row in rows} == {"S1": "0.0", "S2": str(book.rows[1].marks["monday"].score),
                                                "S3": "25.0", "S4": "-"}  # fmt: skip
    assert [row[0] for row in rows] == ["Li Na", "王芳", "Tom", "陳怡君"]
    assert rows[1][5] == f"good\n{FEEDBACK}"


def test_canvas_finds_its_five_columns_and_the_points(log: Store, folder: Path) -> None:
    header, points, *rows = table(canvas(Gathering(log, "en").assessed("monday", bundle(folder))))
    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Monday"]
    assert (points[0], points[5]) == ("    Points Possible", "100")
    assert [(row[2], row[4]) for row in rows] == [("S1", "A"), ("S2", "A"), ("S3", "B"), ("S4", "B")]
    assert [row[5] for row in rows][::3] == ["0.0", ""]
    # What has no score leaves Canvas's own as it is.
    assert all(len(row) == len(header) for row in rows)


def test_nbgrader_has_the_columns_of_its_own_export(log: Store, folder: Path) -> None:
    lines = [*nbgrader(Gathering(log, "en").assessed("monday", bundle(folder)))]
    rows = [*csv.DictReader(io.StringIO("".join(lines), newline=""))]
    assert tuple(rows[0]) == NBGRADER
    assert [(row["student_id"], float(row["score"])) for row in rows][2:] == [("S3", 25.0), ("S4", 0.0)]
    assert {row["max_score"] for row in rows} == {"100.0"}
    assert rows[0]["timestamp"] == "2027-01-15 08:10:00"
    assert rows[3]["timestamp"] == ""


def test_long_has_a_row_for_each_criterion_and_rater(log: Store) -> None:
    ratings = [*Gathering(log, "en").ratings("monday")]
    header, *rows = table(long(ratings))
    assert tuple(header) == LONG
    assert len(rows) == len(ratings)
    by_hand = [one for one in ratings if one.human]
    assert [(one.person.id, one.kind, one.criterion, one.value, one.counts, one.rater) for one in by_hand] == [
        ("S2", "level", "apology", 1, True, "Ms Ito"), ("S3", "score", "", 50.0, True, "Mr Ott"),
    ]  # fmt: skip
    engines = [one for one in ratings if not one.human and one.session == by_hand[0].session and one.turn == 1]
    assert {one.criterion: (one.value, one.counts) for one in engines} == {
        "apology": (3, False),
        "listening": (2, True),
    }
    assert {one.attempt for one in ratings if one.person.id == "S1"} == {1, 2}


def test_what_was_rated_blind_stands_in_the_long_table_and_no_mark_rests_on_it(tmp_path: Path) -> None:
    sat(tmp_path)
    with Store.open(tmp_path / "log") as store:
        before = Gathering(store, "en").assessed("monday")
        session = next(store.sessions(trainee="S2")).id
        for level in (0, 1):
            said = Blind(calibration="march", turn=1, levels={"apology": level}, flags=("blame",))
            store.add_entry(session, "rating", "Ms Ito", 2e9, said.model_dump())
        blind = [one for one in Gathering(store, "en").ratings("monday") if one.reason == "march"]
        assert [(one.kind, one.criterion, one.value, one.rater, one.human, one.counts) for one in blind] == [
            ("level", "apology", 1, "Ms Ito", True, False), ("flag", "blame", 1, "Ms Ito", True, False),
        ]  # fmt: skip
        assert Gathering(store, "en").assessed("monday") == before


def test_practice_has_a_column_for_each_scenario_and_leaves_out_what_was_sat(tmp_path: Path) -> None:
    sat(tmp_path)
    with Store.open(tmp_path / "log") as store:
        runner = Runner(
            Library(()).near(tmp_path / "monday.yaml"), store, clock=map(float, count(3_000_000_000)).__next__
        )
        for replies in (WELL["en"], ("That is your fault.",)):
            session = runner.start(tmp_path / "scenarios" / "en" / "cold-pie.yaml", "en", "S1")
            for reply in replies:
                session.send(reply)
        gathering = Gathering(store, "en")
        (row,) = gathering.practised("best").rows
        assert (row.person.id, [*row.marks]) == ("S1", ["cold-pie"])
        best, last = row.marks["cold-pie"], gathering.practised("last").rows[0].marks["cold-pie"]
        assert (best.attempt, best.attempts, last.attempt) == (1, 2, 2)
        assert (best.passed, last.passed) == (True, False)
        assert {one.scenario for one in gathering.ratings()} == {"cold-pie"}


def test_canvas_takes_in_the_rubric_with_a_hundred_points() -> None:
    rubric = valid(Library(()).rubric(WORLD / "rubrics" / "core.yaml")).rubric
    header, *rows = table(canvas_rubric(rubric, "en"))
    assert header[:7] == ["Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range",
                          "Rating Name", "Rating Description", "Rating Points"]  # fmt: skip
    assert header[4:] == ["Rating Name", "Rating Description", "Rating Points"] * 4
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("A small rubric", "Listening", "false"), ("A small rubric", "Apology", "false")
    ]  # fmt: skip
    assert [row[4:7] for row in rows] == [["Level 3", "A feeling and room.", "50.0"],
                                          ["Level 3", "Clear and particular.", "50.0"]]  # fmt: skip
    assert [float(row[n]) for row in rows for n in (6, 9, 12, 15)] == [50.0, 33.33, 16.67, 0.0] * 2


@pytest.mark.parametrize(
    ("title", "column"), [("Exam (2)", "Exam [2]"), ("Exam(2)", "Exam(2)"), ("Exam (2 a)", "Exam (2 a)")]
)
def test_canvas_does_not_take_a_number_in_a_title_for_that_of_an_assignment(title: str, column: str) -> None:
    assert table(canvas(Gradebook((Column("x", title),), ())))[0][5:] == [column]


def as_canvas_reads(lines: Iterable[str], criteria: list[str]) -> dict[str, dict[str, dict[str, str]]]:
    """Canvas's number to criterion to what stands there: a column is a criterion's by all before its last dash."""
    header, *rows = table(lines)
    read: dict[str, dict[str, dict[str, str]]] = {}
    for row in rows:
        person = read.setdefault(row[header.index("Student Id")], {})
        for title, cell in zip(header, row, strict=True):
            name, dash, part = title.rpartition(" - ")
            if dash and name in criteria:
                person.setdefault(name, {})[part] = cell
    return read


def test_canvas_takes_in_the_points_of_each_criterion_by_its_own_numbers(log: Store, folder: Path) -> None:
    rubric = valid(Library(()).rubric(WORLD / "rubrics" / "core.yaml")).rubric
    criteria = [row[1] for row in table(canvas_rubric(rubric, "en"))[1:]]
    gathering = Gathering(log, "en")
    rows = gathering.assessed("monday", bundle(folder)).rows
    marked = [(f"50{row.person.id[1]}", row.person, gathering.means(m)) for row in rows for m in row.marks.values()]
    lines = [*canvas_assessments(rubric, marked, "en")]
    assert not lines[0].startswith(BOM)
    read = as_canvas_reads(lines, criteria)
    assert [*read] == ["501", "502", "503"]
    by_hand = read["502"]["Apology"]
    # One of four replies has the level that a person gave it, 1, in place of the engine's 3.
    assert by_hand == {"Rating": "Level 3", "Points": "41.67", "Comments": "Mean level 2.5 of 3, in 4 replies."}
    assert read["503"]["Listening"] == {
        "Rating": "Level 0",
        "Points": "0.0",
        "Comments": "Mean level 0.0 of 3, in 2 replies.",
    }


def test_a_scenario_that_was_not_begun_is_worth_nothing_in_any_criterion(log: Store) -> None:
    gathering = Gathering(log, "en")
    mark = gathering.assessed("monday").rows[1].marks["monday"]
    whole, half = gathering.means(mark), gathering.means(replace(mark, sessions=(mark.sessions[0], None)))
    assert half["listening"].level * 2 == whole["listening"].level


def test_canvas_own_numbers_are_found_by_the_ids_that_the_college_gave() -> None:
    export = (
        "Student,ID,SIS User ID,SIS Login ID,Section,Essay (12)\r\n    Points Possible,,,,,10\r\n"
        '"Na, Li",501,S1,lina,A,5\r\n王芳,502,,ｓ2,A,\r\nTom,x,S3,,B,\r\n"Student, Test",504,,S1,A,\r\n'
    )
    assert canvas_numbers(export.encode("utf-8-sig"), "export.csv") == {"s1": "501", "lina": "501", "s2": "502"}
    assert canvas_numbers(b"name,points\nLi Na,5\n", "other.csv") is None
    assert canvas_numbers(b"", "empty.csv") is None


def test_a_workbook_read_back_has_the_marks_and_no_formula(log: Store, folder: Path) -> None:
    gathering = Gathering(log, "en")
    file = io.BytesIO()
    write_book(gathering.assessed("monday", bundle(folder)), gathering.ratings("monday"), "en", file)
    marks, criteria = openpyxl.load_workbook(file).worksheets
    assert (marks.title, criteria.title) == ("Marks", "Criteria")
    rows = [*marks.iter_rows(values_only=True)]
    assert rows[0][:5] == ("Assessment", "ID", "Name", "Group", "Score")
    assert [row[1:5] for row in rows[1:]][1:3] == [
        ("S2", "王芳", "A", rows[2][4]), ("S3", "Tom", "B", 25)
    ]  # fmt: skip
    assert rows[4][4] is None
    assert [cell.data_type for row in marks.iter_rows() for cell in row if cell.value == "王芳"] == ["s"]
    assert tuple(cell.value for cell in criteria[1]) == LONG
    assert criteria.max_row == 1 + len([*gathering.ratings("monday")])


MARKS = st.builds(Mark, st.none() | st.floats(0, 100), st.booleans(), st.none(), st.floats(-1e20, 1e20),
                  feedback=anything)  # fmt: skip


@settings(max_examples=40)
@given(person=st.builds(Person, anything, anything, anything), title=anything, mark=MARKS)
def test_whatever_people_are_called_nothing_runs_and_everything_comes_back(
    person: Person, title: str, mark: Mark
) -> None:
    book = Gradebook((Column("x", title),), (Row(person, {"x": mark}),))
    rating = Rating("x", 1, person, "s", "x", "en", 1, "level", "apology", title, True, 2, 3, True, 0.0, mark.feedback)
    for lines in (moodle(book), canvas(book), nbgrader(book), long([rating])):
        rows: list[Any] = table(lines)
        assert len({len(row) for row in rows}) == 1
        for cell in (cell for row in rows for cell in row):
            assert cell == "-" or cell.replace(".", "").replace("e", "").isdigit() or csv_cell(meant(cell)) == cell
        # What no table can hold is written as an escape.
        assert meant(str(csv_cell(person.id))) in map(meant, rows[-1])
    file = io.BytesIO()
    write_book(book, [rating], "en", file)
    assert all(
        cell.data_type != "f" for sheet in openpyxl.load_workbook(file) for row in sheet.iter_rows() for cell in row
    )
