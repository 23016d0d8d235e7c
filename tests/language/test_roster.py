"""Rosters: read as spreadsheets save them, and every mistake at its line and column."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.problems import Problem
from simulator.language.roster import LONGEST, MOST_SEATS, folded, read_roster
from simulator.language.tables import decode_table, rows
from simulator.model.assessment import Seat
from tests.texts import anything

CHINESE = "学号,姓名,班级,语言\r\n001,王芳,甲班,中文\r\n002,“小”李,甲班,英文\r\n"


def read(content: bytes | str, lang: str = "en") -> tuple[tuple[Seat, ...], list[Problem]]:
    document = decode_table(content if isinstance(content, bytes) else content.encode("utf-8"), "roster.csv")
    return read_roster(document, lang), document.problems


def told(content: bytes | str) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in read(content)[1]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_roster_is_read_in_every_form_in_which_spreadsheets_save_it(encoding: str, separator: str) -> None:
    seats, problems = read(CHINESE.replace(",", separator).encode(encoding))
    assert problems == []
    assert seats == (Seat("001", "王芳", "甲班", "zh"), Seat("002", "“小”李", "甲班", "en"))


def test_ids_stay_as_they_are_written_and_other_columns_are_left_alone() -> None:
    seats, problems = read("Mail, ID ,Name\na@b.c, 007 , Li Na \n\n,,\n-,8,\n", "zh-Hant")
    assert problems == []
    assert seats == (Seat("007", "Li Na", lang="zh-Hant"), Seat("8", "", lang="zh-Hant"))


def test_quotes_hold_commas_line_ends_and_quotes() -> None:
    seats, problems = read('id,name\r\n1,"Smith, ""Jo""\r\nJr"\r\n2,x')
    assert [problem.code for problem in problems] == ["control-character"]
    assert seats == (Seat("2", "x"),)
    assert read('id,name\n1," Smith, ""Jo"" "\n')[0] == (Seat("1", 'Smith, "Jo"'),)


def test_a_seat_code_takes_the_place_of_the_id() -> None:
    seats, problems = read("id,code\n1,amber\n2,\n")
    assert problems == []
    assert [seat.key for seat in seats] == ["amber", "2"]
    # Somebody else's id is no code: nobody could tell which seat was meant.
    assert told("id,code\n1,2\n2,\n") == [("roster-twice", 3, 1)]
    assert told("id,code\n1,amber\n2,AMBER\n") == [("roster-twice", 3, 3)]


def test_full_width_and_case_are_one() -> None:
    assert folded(" Ｓ０１ ") == folded("s01")
    assert told("id\nS01\nｓ０１\n") == [("roster-twice", 3, 1)]


def test_every_mistake_is_told_in_one_go_at_its_place() -> None:
    table = "id,name,language\nS01,=1+1,en\n,Tom,en\nS01,Bo,fr\n2.02601E+11,Jo,en\nS05,Li,Na,en\n"
    assert told(table) == [
        ("roster-formula", 2, 5),
        ("roster-no-id", 3, 2),
        ("roster-language", 4, 8),
        ("roster-number", 5, 1),
        ("roster-cells", 6, 11),
    ]
    assert read(table)[0] == ()


@pytest.mark.parametrize("value", ["=A1", "+1", "@x", "-2", "＝A1", "'=A1"])
def test_what_a_spreadsheet_would_run_is_told(value: str) -> None:
    assert told(f"id,name\n1,{value}\n") == [("roster-formula", 2, 3)]


def test_a_dash_that_stands_for_nothing_is_no_formula() -> None:
    assert told("id,group\n1,-\n") == []


def test_text_that_hides_or_steers_is_told() -> None:
    assert told("id,name\n1,a\u202eb\n") == [("control-character", 2, 3)]
    assert told("id,name\n1,\x1b[31m\n") == [("control-character", 2, 3)]
    assert told(f"id,name\n1,{'x' * (LONGEST + 1)}\n") == [("text-too-long", 2, 3)]


def test_what_is_no_table_at_all_is_told_once() -> None:
    assert [code for code, *_ in told(b"PK\x03\x04\x00\x00\xff\xfe" * 40)] == ["roster-encoding"]
    assert [code for code, *_ in told(b"\xff\xfe\x00")] == ["roster-encoding"]
    assert [code for code, *_ in told(b"")] == ["roster-no-ids"]
    assert [code for code, *_ in told("id\n")] == ["roster-empty"]


def test_a_roster_has_a_limit() -> None:
    seats, problems = read("id\n" + "".join(f"{n}\n" for n in range(MOST_SEATS + 300)))
    assert len(seats) == MOST_SEATS
    assert {problem.code for problem in problems} == {"too-many-items"}


@given(st.one_of(anything.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=60)))
def test_anything_at_all_is_read_or_told(content: bytes) -> None:
    document = decode_table(b"id,name\n" + content, "roster.csv")
    seats = read_roster(document, "en")
    assert seats or document.problems
    for problem in document.problems:
        assert problem.message("en")
        assert problem.mend("zh")


CELLS = st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5))
def test_every_cell_stands_where_it_says(table: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["id", "name"], *table])
    document = decode_table(written.getvalue().encode("utf-8"), "roster.csv")
    if document.problems:
        return
    kept = [[cell.strip() for cell in row] for row in table if any(cell.strip() for cell in row)]
    assert [[cell.text for cell in row] for row in rows(document.source)][1:] == kept
    for row in rows(document.source):
        for cell in row:
            assert document.source.text[cell.start : cell.end].replace('""', '"') == cell.text
