"""Quantities in one language: see `quantities`."""

from __future__ import annotations

from simulator.scoring.quantities import Quantity
from simulator.scoring.text import Reading


def find(reading: Reading) -> tuple[Quantity, ...]:
    """All quantities of a reading, in order, none inside another."""
    out: list[Quantity] = []
    for index, token in enumerate(reading.tokens):
        if token.text[0].isdigit() and token.text[0].isascii() and ":" not in token.text:
            out.append(Quantity("number", float(token.text), index, index + 1))
    return tuple(out)
