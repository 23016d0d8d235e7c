"""Ratings out of a spreadsheet, in whatever encoding and with whatever separator it saved them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.language.nearest import nearest
from simulator.language.nodes import Scalar
from simulator.language.roster import folded
from simulator.language.tables import decode_table, rows
from simulator.marking.rating import Filled, Sampled
from simulator.model.rubric import Rubric
from simulator.reports.calibration import FLAGS, ID, NOT_RATED, REMARK
from simulator.runner.calibrating import CalibrationError

#: What parts the flags of a cell.
_BETWEEN = re.compile(r"[,;，；、\n]+")
_LEVEL = re.compile(r"([0-3])(?:[.,]0+)?")


@dataclass(frozen=True)
class BadRow:
    """A row that can't be taken.

    Attributes:
        row: its number in the spreadsheet, from 1.
        error: why.
    """

    row: int
    error: CalibrationError


def filled(content: bytes, name: str, units: Sequence[Sampled], rubric: Rubric) -> Iterator[Filled | BadRow]:
    """The rows of a sheet, those that explain something left out.

    Args:
        content: the file.
        name: what messages call it.
        units: the replies of the set.
        rubric: its rubric.

    Raises:
        CalibrationError: it is no such sheet.
    """
    document = decode_table(content, name)
    table = [] if document.problems else [*rows(document.source)]
    header = [folded(cell.text) for cell in table[0]] if table else []
    if ID not in header or not {*header} & {*rubric.criteria}:
        raise CalibrationError("no_columns", criteria=", ".join(rubric.criteria))
    known = {unit.unit: unit for unit in units}
    for number, row in enumerate(table[1:], 2):
        cells = dict(zip(header, row, strict=False))
        id_ = cells[ID].text if ID in cells else ""
        if not id_ or id_.startswith(REMARK):
            continue
        try:
            if id_ not in known:
                raise CalibrationError("no_unit", id=id_[:60])
            yield _row(known[id_], cells, rubric)
        except CalibrationError as error:
            yield BadRow(number, error)


def _row(unit: Sampled, cells: Mapping[str, Scalar], rubric: Rubric) -> Filled:
    levels = {}
    for name in unit.criteria:
        given = folded(cells[name].text) if name in cells else ""
        if not given or given == NOT_RATED:
            continue
        level = _LEVEL.fullmatch(given.removeprefix("'"))
        if level is None:
            raise CalibrationError("bad_level", criterion=name, given=given[:40])
        levels[name] = int(level[1])
    if FLAGS not in cells:
        return Filled(unit, levels, None)
    named = {folded(word): name for name, flag in rubric.flags.items() for word in (name, flag.name.en, flag.name.zh)}
    flags = []
    for word in _flags(cells[FLAGS].text, named):
        if word not in named:
            near = nearest(word, named)
            raise CalibrationError(
                "bad_flag", given=word[:40], meant=f" ({near}?)" if near else "", known=", ".join(rubric.flags)
            )
        flags.append(named[word])
    return Filled(unit, levels, tuple(name for name in rubric.flags if name in flags))


def _flags(cell: str, named: Mapping[str, str]) -> Iterator[str]:
    """The flags of a cell, parted by a sign or, where they are called by one word each, by spaces alone."""
    for part in filter(None, map(folded, _BETWEEN.split(cell))):
        words = part.split()
        yield from words if part not in named and {*words} <= {*named} else [part]
