"""What a text written about a case holds of its facts or promises: by content in any wording, figures exactly.

A reply is judged by `account` and `commitments`, which ask how something is said to the customer; a note about the
call is only asked what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from simulator.scoring.facts import Points
from simulator.scoring.meaning import is_quantity, quantity_unit, units
from simulator.scoring.quantities import FAR, TODAY, Quantity, quantities
from simulator.scoring.text import Reading, read

#: So many clauses side by side may hold one point together.
TOGETHER = 3
#: From this share on a point is touched: another figure in it is then a wrong one.
TOUCHED = 0.4
#: The share that the words alone must have, where the figure is another one.
NAMED = 0.3
#: Days told from today: they fit any point.
RELATIVE = range(TODAY - FAR, TODAY + FAR + 1)
HOURS = 24
BEFORE_HOURS = frozenset("at by before between around about until till from to".split())


@dataclass(frozen=True, slots=True)
class Held:
    """How much of a point a text holds.

    Attributes:
        share: 0 to 1.
        start, end: half-open raw span of the clauses that hold it.
        units: what they are about.
        wrong: the figure in them that is another one than the point's, as written; or "".
    """

    share: float
    start: int
    end: int
    units: frozenset[str] = frozenset()
    wrong: str = ""


def held(text: str, points: Points, lang: str) -> dict[int, Held]:
    """Point to how much of it a text holds; points not touched on are left out.

    Args:
        text: any text.
        points: facts or promises, made ready by `facts.prepare`.
        lang: `en` or `zh`.
    """
    reading = read(text, lang)
    found = _with_hours(reading, quantities(reading))
    by_clause: list[set[str]] = [set() for _ in reading.clauses]
    for index, unit in units(reading, found):
        by_clause[reading.tokens[index].clause].add(unit)
    said: set[str] = set().union(*by_clause)
    best: dict[int, Held] = {}
    for first, last in _windows(reading):
        window: set[str] = set().union(*by_clause[first:last])
        cover = points.cover(window)
        start, end = reading.clauses[first].start, reading.clauses[last - 1].end
        for point, share in cover.items():
            known = best.get(point)
            if known is None or share > known.share:
                others = {unit for other in cover if other != point and cover[other] >= TOUCHED
                          for unit in points.about[other]}  # fmt: skip
                inside = [q for q in found if start <= q.start < end]
                wrong = _wrong(inside, points.about[point], said, others) if _named(points, point, window) else None
                quote = reading.raw[slice(*reading.raw_span(wrong.start, wrong.end))] if wrong else ""
                best[point] = Held(share, *reading.raw_span(start, end), frozenset(window), quote)
    return best


def _with_hours(reading: Reading, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, with the bare numbers that a note means as hours read so: "today 1-3", "ring by 5"."""
    ends, starts = {q.end for q in found if _bare(q)}, {q.start for q in found if _bare(q)}
    return [
        replace(q, kind="clock", value=60 * q.value)
        if _bare(q)
        and (q.start in ends or q.end in starts or (q.start and reading.tokens[q.start - 1].text in BEFORE_HOURS))
        else q
        for q in found
    ]


def _bare(q: Quantity) -> bool:
    return q.kind == "number" and not q.unit and q.value in range(1, HOURS + 1)


def _windows(reading: Reading) -> Iterator[tuple[int, int]]:
    """Half-open ranges of clauses side by side, in the same sentence or the next, the short ones first."""
    count = len(reading.clauses)
    for size in range(1, TOGETHER + 1):
        for first in range(count - size + 1):
            if reading.clauses[first + size - 1].sentence <= reading.clauses[first].sentence + 1:
                yield first, first + size


def _named(points: Points, point: int, window: Set[str]) -> bool:
    """Whether the words, figures aside, speak of the point."""
    words = {unit for unit in window if not is_quantity(unit)}
    return points.cover(words).get(point, 0.0) >= NAMED


def _wrong(inside: list[Quantity], own: Set[str], said: Set[str], others: Set[str]) -> Quantity | None:
    """The first figure that stands where the point has another one of the same kind, which is said nowhere."""
    for q in inside:
        unit = quantity_unit(q)
        mine = {u for u in own if is_quantity(u) and u[0] == unit[0]}
        relative = q.kind == "day" and int(q.value) in RELATIVE
        if mine and not mine & said and unit not in others and not relative:
            return q
    return None
