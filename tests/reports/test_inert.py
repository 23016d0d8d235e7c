"""Hostile text arrives whole and does nothing."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.reports.inert import cells, csv_cell, json_line, on_one_line, pad, visible
from tests.texts import anything

BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def obeyed(text: str) -> list[str]:
    """The characters of a text that a terminal would obey, line ends and tabs aside."""
    return [c for c in text if c in BIDI or (unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in "\n\t")]


@given(anything)
def test_nothing_shown_is_obeyed_by_a_terminal(text: str) -> None:
    assert obeyed(visible(text)) == []
    assert obeyed(on_one_line(text)) == []
    assert "\n" not in on_one_line(text)
    visible(text).encode("utf-8")


def test_plain_words_are_shown_as_they_are() -> None:
    words = "I'm sorry — 对不起！👍🏽 👩‍👩‍👧 é ½\n\tnext line"
    assert visible(words) == words


def test_escapes_are_shown_as_written_in_python() -> None:
    assert visible("\x1b[31mred\x9b\u202e\r\ud800") == r"\x1b[31mred\x9b\u202e\r\ud800"


@given(anything)
def test_json_gives_back_the_text_and_holds_nothing_a_terminal_obeys(text: str) -> None:
    line = json_line({"reply": text})
    assert json.loads(line.encode("utf-8")) == {"reply": text}
    assert obeyed(line) == []
    assert "\n" not in line


def test_json_keeps_chinese_readable() -> None:
    assert json_line(["对不起", "\u202e", "\U000e0041"]) == r'["对不起", "\u202e", "\udb40\udc41"]'


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x", " =1", "\u00a0=1",
     "\u200b=1", "\ufeff=1", "'=1", "''=1", "-", "\tx"],
)  # fmt: skip
def test_a_formula_gets_an_apostrophe(formula: str) -> None:
    assert csv_cell(formula) == "'" + formula


@pytest.mark.parametrize("words", ["I'm sorry", "'tis so", "对不起", "1-2", "a=b", "", " hello", "(=1)"])
def test_words_that_are_no_formula_stay_as_they_are(words: str) -> None:
    assert csv_cell(words) == words


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    assert [csv_cell(-1), csv_cell(2.5), csv_cell(None)] == [-1, 2.5, ""]


def test_what_a_terminal_obeys_is_no_part_of_a_cell_either() -> None:
    assert csv_cell("\x1b[2J\x9b31m\0\ud800") == r"\x1b[2J\x9b31m\x00\ud800"
    assert csv_cell("two\r\nlines\t.") == "two\r\nlines\t."


def _held(text: str) -> bool:
    return not any(unicodedata.category(c) in ("Cs", "Cc") and c not in "\t\r\n" for c in text)


@given(st.lists(anything.filter(_held), min_size=2))
def test_reading_the_table_back_and_undoing_the_apostrophe_gives_the_text(texts: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow([csv_cell(t) for t in texts])
    file.seek(0)
    (row,) = csv.reader(file)
    assert [cell[1:] if csv_cell(cell) != cell else cell for cell in row] == texts


@given(anything, st.integers(1, 30))
def test_a_padded_text_takes_exactly_its_columns(text: str, width: int) -> None:
    assert cells(pad(text, width)) == width


def test_a_chinese_character_takes_two_columns() -> None:
    assert cells("王a") == 3
    assert pad("王小明", 5) == "王小…"
    assert pad("王小明", 4) == "王… "
