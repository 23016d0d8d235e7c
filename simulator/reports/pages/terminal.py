"""A document as text for a terminal: the same parts in the same order, charts as rows of blocks."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.messages import text
from simulator.reports.inert import cells, on_one_line, pad
from simulator.reports.pages.document import Chart, Document, Exchange, Notes, Section, Table
from simulator.reports.plain import quoted

#: Columns: a cell of a table at the most, the name of a bar, the longest bar.
CELL, NAME, BAR = 32, 26, 40


def lines(document: Document) -> Iterator[str]:
    """The report, line by line; whatever a terminal might obey is shown as an escape."""
    title = on_one_line(document.title)
    yield title
    yield "=" * cells(title)
    width = max((cells(name) for name, _ in document.facts), default=0)
    for name, value in document.facts:
        yield f"{pad(name, width)}  {on_one_line(value)}"
    for section in document.sections:
        yield from _section(section, document.lang, 1)
    yield ""
    yield on_one_line(document.foot)


def _section(section: Section, lang: str, depth: int) -> Iterator[str]:
    title = on_one_line(section.title)
    yield ""
    yield title
    yield ("-" if depth == 1 else "·") * cells(title)
    for n, block in enumerate(section.blocks):
        if n and not isinstance(block, str):
            yield ""
        match block:
            case Table():
                yield from _table(block)
            case Chart():
                yield from _chart(block)
            case Notes():
                yield from (f"- {on_one_line(item)}" for item in block.items_)
            case Exchange():
                yield from _exchange(block, lang)
            case _:
                yield on_one_line(block)
    for inner in section.sections:
        yield from _section(inner, lang, depth + 1)


def _table(table: Table) -> Iterator[str]:
    rows = [tuple(map(on_one_line, row)) for row in (table.header, *table.rows)]
    last = len(table.header) - 1
    widths = [min(CELL, max(cells(row[n]) for row in rows)) for n in range(last + 1)]
    for row in rows:
        # What stands last may be as long as it is.
        yield "  ".join([*(pad(row[n], widths[n]) for n in range(last)), row[last]]).rstrip()


def _chart(chart: Chart) -> Iterator[str]:
    yield on_one_line(chart.summary)
    for point in chart.points:
        length = round(BAR * point.value / (chart.highest or 1))
        yield f"{pad(point.label, NAME)} {'█' * length}{'░' * (BAR - length)} {round(point.value, 2):g}"


def _exchange(exchange: Exchange, lang: str) -> Iterator[str]:
    yield on_one_line(exchange.title)
    if exchange.customer:
        yield text("reports.customer", lang)
        yield from quoted(exchange.customer)
    yield on_one_line(exchange.trainee)
    marked = []
    for piece in exchange.reply:
        numbers = "".join(f"[{n}]" for n in piece.numbers)
        opening, closing = {"plain": ("", ""), "counted": ("«", "»"), "cancelled": ("‹", "›")}[piece.state]
        marked.append(f"{opening}{piece.text}{closing}{numbers}")
    yield from quoted("".join(marked))
    yield from (f"    [{n}] {on_one_line(one)}" for n, one in enumerate(exchange.evidence, 1))
    yield from (f"  {on_one_line(note)}" for note in exchange.notes)
