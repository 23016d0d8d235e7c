"""Text from people, made harmless for where it is going: terminals, JSON, spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate

#: Stands before a table, so that spreadsheets take it for UTF-8.
BOM = "\ufeff"

# What a terminal may obey, or what hides or turns round other text: control characters, invisible and bidirectional
# format characters, separators, lone surrogates, tags. The joiner of emoji (U+200D) does no harm and stays.
_UNSAFE = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSAFE_SHOWN = re.compile(f"(?![\n\t])[{_UNSAFE}]")
_UNSAFE_IN_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE_IN_JSON = re.compile(f"[{_UNSAFE}]")

# What a spreadsheet takes for a formula, full-width and small forms included, after any spaces and invisible
# characters; a leading tab or line end, which some skip; and all this after apostrophes, so that undoing is certain.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫−])")


def visible(text: str) -> str:
    r"""For a terminal: everything that it might obey is shown as an escape, such as `\x1b` or `\u202e`.

    Line ends and tabs stay.
    """
    return _UNSAFE_SHOWN.sub(lambda m: ascii(m[0])[1:-1], text)


def on_one_line(text: str) -> str:
    """As `visible`, line ends and tabs too: no text can pass for a line of the program's own."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def json_line(value: object) -> str:
    """JSON on one line, with other scripts readable and everything a terminal might obey escaped. No line end.

    Lone surrogates become escapes as well, so the line is always valid UTF-8.
    """
    return _UNSAFE_IN_JSON.sub(lambda m: json.dumps(m[0])[1:-1], json.dumps(value, ensure_ascii=False))


def csv_cell(value: object) -> object:
    """A cell that no spreadsheet runs: text that begins like a formula gets a leading apostrophe.

    To undo it, take one apostrophe off where `csv_cell(cell) != cell`. Numbers stay numbers, None is an empty cell,
    lone surrogates (which UTF-8 cannot hold) and control characters but tabs and line ends (which a terminal obeys, and
    no workbook holds) become escapes.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    whole = _UNSAFE_IN_CELL.sub(lambda m: ascii(m[0])[1:-1], value)
    return f"'{whole}" if _FORMULA.match(whole) else whole


def csv_row(values: Iterable[object]) -> str:
    """A row of a table, every cell made safe by `csv_cell`, with its line end (CRLF)."""
    return csv_line(map(csv_cell, values))


def csv_line(safe: Iterable[object]) -> str:
    """As `csv_row`, of cells that are safe as they are."""
    line = io.StringIO()
    csv.writer(line).writerow(safe)
    return line.getvalue()


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, width: int) -> str:
    """As much of the beginning as fits into `width` columns, with an ellipsis where something is left out."""
    if cells(text) <= width:
        return text
    widths = accumulate(map(cells, text))
    return text[: sum(so_far < width for so_far in widths)] + "…"


def pad(text: str, width: int) -> str:
    """The text on one line in exactly `width` columns, cut with an ellipsis where it is longer."""
    text = cut(on_one_line(text), width)
    return text + " " * (width - cells(text))
