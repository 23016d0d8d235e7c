"""A table as spreadsheets save it: in whatever encoding, with whatever separator; every cell keeps its place."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from simulator.language.nodes import Scalar, Source
from simulator.language.reading import MAX_BYTES, Document

#: What begins a file -> how it is encoded, the longer marks first.
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SEPARATORS = ",;\t，"

# A cell in quotes, in which a doubled quote stands for one; or anything up to the next separator or line end.
_CELL = r'[ ]*"(?P<quoted>(?:[^"]|"")*+)"[ ]*(?=[{0}\r\n]|\Z)|(?P<plain>[^{0}\r\n]*)'
_END = re.compile(r"\r\n|\n|\r")


def decode_table(content: bytes, name: str) -> Document:
    """The text of a table: UTF-8 or UTF-16 by their marks, else UTF-8, else GB18030, as a Chinese Excel saves.

    Args:
        content: the file.
        name: what messages call it.
    """
    if len(content) > MAX_BYTES:
        return _refused(name, "too-large", limit=MAX_BYTES)
    marked = next((encoding for mark, encoding in MARKS.items() if content.startswith(mark)), None)
    for encoding in ("utf-8", _unmarked(content), "gb18030") if marked is None else (marked,):
        try:
            text = content.decode(encoding) if encoding else None
        except UnicodeDecodeError:
            continue
        if text is not None and "\x00" not in text:
            return Document(Source(name, text))
    return _refused(name, "roster-encoding")


def rows(source: Source) -> Iterator[list[Scalar]]:
    """The rows of a table that hold anything, cell by cell, without the blanks around each."""
    separator = _separator(source.text)
    cell = re.compile(_CELL.format(separator))
    at, row = 0, list[Scalar]()
    while at <= len(source.text):
        found = cell.match(source.text, at)
        assert found
        row.append(_scalar(found))
        at = found.end()
        if source.text.startswith(separator, at):
            at += 1
            continue
        if any(scalar.text for scalar in row):
            yield row
        row = []
        end = _END.match(source.text, at)
        if end is None:
            return
        at = end.end()


def _scalar(found: re.Match[str]) -> Scalar:
    part = "plain" if found["quoted"] is None else "quoted"
    start, end = found.span(part)
    words = found[part]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Scalar(start, min(end, start + len(words)), words.replace('""', '"') if part == "quoted" else words)


def _separator(text: str) -> str:
    """What parts the cells: of the usual signs the one that the first line has most of."""
    first = next((line for line in _END.split(text) if line.strip()), "")
    return max(SEPARATORS, key=first.count)


def _unmarked(content: bytes) -> str:
    """UTF-16 without its mark, where every other byte of the beginning is zero."""
    head = content[:64]
    zeros = head[1::2].count(0), head[0::2].count(0)
    if max(zeros) * 4 <= len(head):
        return ""
    return "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"


def _refused(name: str, code: str, **values: object) -> Document:
    source = Source(name, "")
    return Document(source, None, [source.problem(code, 0, 1, None, **values)])
