"""Conditions as boxes: a box says for each side what it may be, and the boxes cut out of one never overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

#: One thing that conditions look at: its kind and which one, such as `("level", "apology")`.
Side = tuple[str, object]
#: Side to the set of values it may have, as bits; a side that is missing may have any.
Box = Mapping[Side, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a condition.

    Attributes:
        holds: the boxes in which it holds; they do not overlap.
        fails: those in which it does not.
    """

    holds: Sequence[Box]
    fails: Sequence[Box]


def within(side: Side, values: int, whole: int) -> Clause:
    """A side has one of these values."""
    values &= whole
    other = whole & ~values
    return Clause([{side: values}] if values else [], [{side: other}] if other else [])


def any_of(sides: Sequence[tuple[Side, int, int]]) -> Clause:
    """At least one of these sides has one of the values given with it.

    Args:
        sides: each side, the values wanted and the whole.
    """
    holds: list[Box] = []
    none: dict[Side, int] = {}
    for side, wanted, whole in sides:
        holds.append({**none, side: wanted})
        none[side] = whole & ~wanted
    return Clause(holds, [none])


def opposite(clause: Clause) -> Clause:
    """Holds where the clause fails."""
    return Clause(clause.fails, clause.holds)


def meet(one: Box, other: Box) -> Box | None:
    """What two boxes have in common; None where that is nothing."""
    met = dict(one)
    for side, values in other.items():
        values &= met.get(side, values)
        if not values:
            return None
        met[side] = values
    return met


def cut(boxes: Iterable[Box], clauses: Sequence[Clause]) -> tuple[list[Box], list[Box]]:
    """Cuts boxes in two: where all the clauses hold, and the rest."""
    inside, outside = list(boxes), []
    for clause in clauses:
        outside += _all_meet(inside, clause.fails)
        inside = _all_meet(inside, clause.holds)
    return inside, outside


def _all_meet(boxes: Iterable[Box], others: Sequence[Box]) -> list[Box]:
    return [met for box in boxes for other in others if (met := meet(box, other)) is not None]
