"""Which scenarios a seat gets, and in which order. The same seed gives the same ones everywhere and for ever."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import count, islice

from simulator.model.assessment import Assessment


def draw(assessment: Assessment, seat: int) -> tuple[str, ...]:
    """The scenarios of one seat, in the order in which it sits them.

    Args:
        assessment: the rules; at least as many stand in the pool as are drawn.
        seat: its place in the roster, from 0.
    """
    return next(islice(draws(assessment), seat, None))


def draws(assessment: Assessment) -> Iterator[tuple[str, ...]]:
    """The scenarios of each seat after the other, without end; a seat more at the end changes none before.

    A seat gets what its neighbour has not, as far as the pool goes, and of that what was drawn least so far.
    """
    drawn: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    uses: Counter[str] = Counter()
    for seat in count():
        if assessment.draw:
            lots = {name: _lot(f"{assessment.seed} draw {seat}", name) for name in assessment.draw.pool}
            left = {name: (name in drawn, uses[name], lot) for name, lot in lots.items()}
            drawn = tuple(sorted(left, key=left.__getitem__)[: assessment.draw.count])
            uses.update(drawn)
        before, order = order, (*assessment.scenarios, *drawn)
        if assessment.order == "shuffled":
            order = tuple(sorted(order, key=partial(_lot, f"{assessment.seed} order {seat}")))
            if order[:1] == before[:1]:
                order = (*order[1:], *order[:1])
        yield order


def _lot(what: str, name: str) -> bytes:
    """A lot that nobody guesses; Python's own dice may fall otherwise in another version."""
    return hashlib.sha256(f"{what} {name}".encode()).digest()
