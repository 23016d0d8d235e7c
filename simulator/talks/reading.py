"""An export read row by row: CSV as spreadsheets write it, or JSON Lines; what can't be used is told by its number."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import IO, Any

from simulator.language.tables import SEPARATORS
from simulator.runner.batch import LineError, parsed
from simulator.talks.columns import Sides, placed
from simulator.talks.lines import Lines
from simulator.talks.records import Bad, Row

#: The first line of some exports, which tells the separator and nothing else.
_TELLS_SEPARATOR = re.compile(r'"?sep=(?P<sep>.)"?\s*', re.IGNORECASE)
#: How long what is no message may be: an id, a name, a topic.
LONGEST_NAME = 200


def messages(
    stream: IO[bytes], sides: Sides, given: Mapping[str, str], alone: Callable[[], object] = lambda: None
) -> Iterator[Row | Bad]:
    """The messages of an export, in its order. Empty ones and those of a system are passed over.

    Args:
        stream: the export; JSON Lines where it begins with a brace.
        sides: who is an agent.
        given: what a column holds -> its name, where the usual names don't tell.
        alone: called where no column tells the conversations apart, so that all is taken for one.

    Raises:
        LineError: it is no such export: a column is missing, or nobody can tell how it is encoded.
    """
    lines = Lines(stream)
    first, number = "", 0
    while not first.strip():
        number += 1
        lines.begin()
        try:
            first = next(lines)
        except StopIteration:
            return
    rows = _of_json if first.lstrip().startswith("{") else _of_table
    yield from rows(lines, first, number, _Reader(sides, given, alone))


class _Reader:
    """Makes messages of cells."""

    def __init__(self, sides: Sides, given: Mapping[str, str], alone: Callable[[], object]) -> None:
        self._sides, self._given, self._alone = sides, given, alone
        self._said_alone = False
        # Objects of one export mostly have the same keys.
        self.columns = lru_cache(maxsize=64)(self._columns)

    def _columns(self, header: tuple[str, ...]) -> dict[str, int]:
        columns = placed(header, self._given)
        if "conversation" not in columns and not self._said_alone:
            self._said_alone = True
            self._alone()
        return columns

    def message(self, row: int, cells: Sequence[str], columns: Mapping[str, int]) -> Row | None:
        """A row's message, or None where nobody says anything.

        Raises:
            LineError: it can't be used.
        """
        cell = {what: cells[at].strip() if at < len(cells) else "" for what, at in columns.items()}
        if not cell["text"]:
            return None
        for what in ("conversation", "speaker", "role", "time", "topic"):
            if len(cell.get(what, "")) > LONGEST_NAME:
                raise LineError("talks.long_cell", what=what, limit=LONGEST_NAME)
        speaker, role = cell.get("speaker", ""), cell.get("role", "")
        side = self._sides.of(speaker, role)
        if side is None:
            return None
        if not cell.get("conversation", "all"):
            raise LineError("talks.no_talk")
        return Row(row, cell.get("conversation", ""), speaker or role, side, cell.get("time", ""),
                   cell.get("topic", ""), cell["text"])  # fmt: skip


def _of_table(lines: Lines, first: str, number: int, reader: _Reader) -> Iterator[Row | Bad]:
    told = _TELLS_SEPARATOR.fullmatch(first)
    separator = told["sep"] if told else max(SEPARATORS, key=first.count)
    if told:
        number += 1
        first = next(lines, "")
    # The header may go on over several lines, where a name in quotes does.
    try:
        header = next(csv.reader(chain([first], lines), delimiter=separator), [])
    except csv.Error as error:
        raise LineError("talks.not_a_row") from error
    columns = reader.columns(tuple(header))
    table = csv.reader(lines, delimiter=separator)
    while True:
        number += 1
        lines.begin()
        try:
            cells = next(table)
            if any(cell.strip() for cell in cells[len(header) :]):
                raise LineError("talks.cells", limit=len(header))
            message = reader.message(number, cells, columns)
        except StopIteration:
            return
        except LineError as bad:
            yield Bad(number, bad.key, tuple(bad.values.items()))
        except csv.Error:
            yield Bad(number, "talks.not_a_row")
        else:
            if message:
                yield message


def _of_json(lines: Lines, first: str, first_number: int, reader: _Reader) -> Iterator[Row | Bad]:
    for number, line in _numbered(lines, first, first_number):
        try:
            if isinstance(line, LineError):
                raise line
            if message := _record(line, number, reader):
                yield message
        except LineError as bad:
            yield Bad(number, bad.key, tuple(bad.values.items()))


def _numbered(lines: Lines, line: str | LineError, number: int) -> Iterator[tuple[int, str | LineError]]:
    """A line and all that come after it, each with its number; for one that can't be taken, why."""
    while True:
        yield number, line
        number += 1
        lines.begin()
        try:
            line = next(lines)
        except StopIteration:
            return
        except LineError as bad:
            line = bad


def _record(line: str, number: int, reader: _Reader) -> Row | None:
    if not line.strip():
        return None
    value = parsed(line.encode())
    if not isinstance(value, dict):
        raise LineError("talks.not_an_object")
    return reader.message(number, [_cell(cell) for cell in value.values()], reader.columns(tuple(value)))


def _cell(value: Any) -> str:
    """What a field holds as text: "" for what is no text, number or truth."""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""
