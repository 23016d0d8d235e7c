"""What a text is about, as a set of units that two wordings of the same thing share.

English units are word stems or the concept they belong to; Chinese ones are content characters and concepts. Numbers,
money, times and days are units of their own, so that they agree exactly or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from simulator.scoring import chinese, english
from simulator.scoring.quantities import Quantity
from simulator.scoring.text import Reading

HALF_A_DAY = 720


def units(reading: Reading, found: Sequence[Quantity]) -> list[tuple[int, str]]:
    """The units of a text, each with the index of the token it begins at, in order.

    Args:
        reading: the text.
        found: its quantities.
    """
    inside = {i for q in found for i in range(q.start, q.end)}
    words = chinese.units(reading.words) if reading.lang == "zh" else english.units(reading.words)
    return sorted([(i, unit) for i, unit in words if i not in inside] + [(q.start, quantity_unit(q)) for q in found])


def quantity_unit(quantity: Quantity) -> str:
    """A quantity as a unit: sums and counts agree by value, clock times also twelve hours apart."""
    value = quantity.value
    match quantity.kind:
        case "clock":
            return f"@{value % HALF_A_DAY:g}"
        case "duration":
            return f"~{round(value, 3):g}"
        case "day":
            return f"^{value:g}"
        case _:
            return f"#{value:g}"


def is_quantity(unit: str) -> bool:
    """Whether a unit stands for a quantity."""
    return unit[0] in "@~^#"
