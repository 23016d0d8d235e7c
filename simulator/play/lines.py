"""Which of several lines the customer says: one that fits the mood and was not heard yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.model.scenario import Line


@dataclass(frozen=True, slots=True)
class Choice:
    """A line that may be said.

    Attributes:
        id: where it is written, such as `beats.opening.says[1]`.
        line: the line.
    """

    id: str
    line: Line

    def fits(self, mood: int) -> bool:
        """Whether it may be said in this mood."""
        return self.line.mood is None or self.line.mood.holds(mood)


def choices(place: str, lines: Iterable[Line]) -> tuple[Choice, ...]:
    """The lines written at a place, each with its id."""
    return tuple(Choice(f"{place}[{n}]", line) for n, line in enumerate(lines))


def pick(tiers: Sequence[Sequence[Choice]], mood: int, spoken: Sequence[str]) -> Choice | None:
    """The line to say.

    Lines that fit the mood come before those that don't; then lines not said yet before those said, the first tier
    before the next, lines written for just this mood before plain ones, and as they are written. Where all were said,
    it is the one longest ago.

    Args:
        tiers: the lines, the most fitting ones first.
        mood: the customer's mood, 0 to 100.
        spoken: the ids of the lines said so far, in order.

    Returns:
        None where there is no line at all.
    """
    last_said = {id_: place for place, id_ in enumerate(spoken)}

    def rank(placed: tuple[int, Choice]) -> tuple[bool, int, int, bool]:
        tier, choice = placed
        return not choice.fits(mood), last_said.get(choice.id, -1), tier, choice.line.mood is None

    every = [(tier, choice) for tier, choices_ in enumerate(tiers) for choice in choices_]
    return min(every, key=rank)[1] if every else None
