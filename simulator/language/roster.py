"""The roster: a table of seats, as a spreadsheet saves it."""

from __future__ import annotations

import re
import unicodedata

from simulator.language.nearest import meant
from simulator.language.nodes import Node, Scalar
from simulator.language.reading import Document
from simulator.language.tables import rows
from simulator.model.assessment import Seat

#: So many seats at the most, and so many characters in a cell.
MOST_SEATS, LONGEST = 5000, 100

#: Column -> what it may be called.
COLUMNS = {
    "id": ("id", "seat", "number", "学号", "工号", "编号", "座位号", "學號", "工號", "編號", "座位號"),
    "name": ("name", "姓名", "名字"),
    "group": ("group", "class", "组别", "小组", "班级", "組別", "小組", "班級"),
    "lang": ("language", "lang", "语言", "語言"),
    "code": ("code", "seat code", "座位码", "口令", "座位碼"),
}
LANGS = {
    "en": ("en", "english", "英文", "英语", "英語"),
    "zh": ("zh", "zh-cn", "zh-hans", "chinese", "中文", "简体", "简体中文"),
    "zh-Hant": ("zh-hant", "zh-tw", "zh-hk", "繁体", "繁體", "繁体中文", "繁體中文", "正體中文"),
}
_COLUMN = {called: column for column, names in COLUMNS.items() for called in names}
_LANG = {called: lang for lang, names in LANGS.items() for called in names}

#: What a spreadsheet would run.
_FORMULA = re.compile(r"'?[=+\-@＝＋－＠].")
#: What becomes of a long number in a spreadsheet: nobody can tell which it was.
_MANGLED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)


def folded(words: str) -> str:
    """As ids and codes are compared: full width and case are all one."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def read_roster(document: Document, lang: str) -> tuple[Seat, ...]:
    """The seats of a table that was decoded; what is wrong is reported.

    Args:
        document: the table.
        lang: the language of seats for which none is written.
    """
    if document.problems:
        return ()
    table = rows(document.source)
    header = next(table, [])
    columns = _columns(document, header)
    if columns is None:
        return ()
    reader = _Reader(document, columns, len(header), lang)
    seats = tuple(seat for row in table if not document.full and (seat := reader.seat(row)))
    if not seats and not document.problems:
        document.report("roster-empty", Node(len(document.source.text), len(document.source.text)))
    return seats


def _columns(document: Document, header: list[Scalar]) -> dict[int, str] | None:
    """Where each column stands; None where there is none for the id."""
    columns: dict[int, str] = {}
    for place, cell in enumerate(header):
        column = _COLUMN.get(folded(cell.text))
        if column in columns.values():
            document.report("roster-column-twice", cell, name=cell.text)
        elif column:
            columns[place] = column
    if "id" in columns.values():
        return columns
    near = ((cell, found) for cell in header if (found := meant(cell.text, COLUMNS["id"])))
    document.report("roster-no-ids", *next(near, (Node(0, 1), None)))
    return None


class _Reader:
    """Reads row after row; remembers what was taken already."""

    def __init__(self, document: Document, columns: dict[int, str], width: int, lang: str) -> None:
        self._document, self._columns, self._width, self._lang = document, columns, width, lang
        self._taken: dict[str, dict[str, int]] = {"id": {}, "key": {}}
        self._count = 0

    def seat(self, row: list[Scalar]) -> Seat | None:
        """A seat, or None where something is wrong with it."""
        self._count += 1
        if self._count > MOST_SEATS:
            self._document.report("too-many-items", row[0], count=self._count, limit=MOST_SEATS)
            return None
        before = len(self._document.problems)
        cells = {self._columns[place]: cell for place, cell in enumerate(row) if place in self._columns}
        for column, cell in cells.items():
            self._check(column, cell)
        surplus = next((cell for cell in row[self._width :] if cell.text), None)
        if surplus:
            self._document.report("roster-cells", surplus, limit=self._width)
        id_ = cells.get("id")
        if id_ is None or not id_.text:
            self._document.report("roster-no-id", next(cell for cell in row if cell.text))
        if len(self._document.problems) > before or id_ is None:
            return None
        text = {column: cell.text for column, cell in cells.items()}
        seat = Seat(text["id"], text.get("name", ""), text.get("group", ""), self._langs(cells.get("lang")),
                    text.get("code", ""))  # fmt: skip
        alone = self._take("id", seat.id, id_) and self._take("key", seat.key, cells["code"] if seat.code else id_)
        return seat if alone and len(self._document.problems) == before else None

    def _check(self, column: str, cell: Scalar) -> None:
        odd = next((c for c in cell.text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")), None)
        if cell.text.startswith('"'):
            self._document.report("roster-quote", cell)
        elif odd is not None:
            self._document.report("control-character", cell, character=f"U+{ord(odd):04X}")
        elif _FORMULA.match(cell.text):
            self._document.report("roster-formula", cell, value=cell.text)
        elif len(cell.text) > LONGEST:
            self._document.report("text-too-long", cell, length=len(cell.text), limit=LONGEST)
        elif column in ("id", "code") and _MANGLED.fullmatch(cell.text):
            self._document.report("roster-number", cell, value=cell.text)

    def _langs(self, cell: Scalar | None) -> str:
        if cell is None or not cell.text:
            return self._lang
        lang = _LANG.get(folded(cell.text))
        if lang is None:
            near = meant(folded(cell.text), _LANG)
            self._document.report("roster-language", cell, near, value=cell.text, known=tuple(LANGS))
        return lang or self._lang

    def _take(self, what: str, words: str, cell: Scalar) -> bool:
        """Whether nobody had it before."""
        line = self._document.source.line_of(cell.start)
        first = self._taken[what].setdefault(folded(words), line)
        if first != line:
            self._document.report("roster-twice", cell, value=words, line=first)
        return first == line
