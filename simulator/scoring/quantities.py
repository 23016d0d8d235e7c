"""Numbers, money and times in a reading, with their values, so that they are compared exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.scoring.text import Reading

QuantityKind = Literal["number", "money", "duration", "clock", "day"]

#: The value of today as a day, beyond all dates. A day told from it, such as yesterday, lies less than `FAR` away; last
#: year lies beyond.
TODAY, FAR = 10_000, 100


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, sum, duration, clock time or day.

    Attributes:
        kind: number (plain or counted), money, duration, clock, or day (weekday, date, today, tomorrow).
        value: number: itself; money: in the currency's main unit; duration: in days; clock: minutes after midnight;
            day: 0-6 for Monday to Sunday, 100 x month + day for a date, `TODAY` + days for today, tomorrow, yesterday.
        start, end: half-open range of tokens, unit included.
        unit: the unit or counted thing as written, in normal form, or "".
    """

    kind: QuantityKind
    value: float
    start: int
    end: int
    unit: str = ""


def quantities(reading: Reading) -> tuple[Quantity, ...]:
    """All quantities of a reading, in order, none inside another."""
    from simulator.scoring import quantities_en, quantities_zh

    return quantities_zh.find(reading) if reading.lang == "zh" else quantities_en.find(reading)


def spans(found: tuple[Quantity, ...]) -> dict[str, list[tuple[int, int]]]:
    """The built-in cue groups `number`, `money` and `time`."""
    out: dict[str, list[tuple[int, int]]] = {"number": [], "money": [], "time": []}
    for q in found:
        group = {"number": "number", "money": "money"}.get(q.kind, "time")
        out[group].append((q.start, q.end))
    return out
