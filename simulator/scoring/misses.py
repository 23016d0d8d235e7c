"""What was missing: the rule that came nearest to holding, and the cues that all but matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.model.base import Bounds
from simulator.model.rubric import Condition
from simulator.scoring.cues import Element, Sequence, parse_cue
from simulator.scoring.look import Look
from simulator.scoring.quantities import spans

#: A cue of fewer words says nothing when one of them is missing (in Chinese: characters).
LEAST = {"en": 3, "zh": 4}


@dataclass(frozen=True, slots=True)
class Short:
    """A feature outside the range that it should lie in.

    Attributes:
        feature: its name.
        value: what it was.
        wanted: the range.
    """

    feature: str
    value: float
    wanted: Bounds


@dataclass(frozen=True, slots=True)
class Miss:
    """A condition that did not hold.

    Attributes:
        place: where it is written, such as `rules[0]`.
        shorts: what kept it from holding.
    """

    place: str
    shorts: tuple[Short, ...]


@dataclass(frozen=True, slots=True)
class NearCue:
    """A cue that matches but for one word.

    Attributes:
        group: its group.
        cue: as the author wrote it.
        start, end: the half-open range of tokens that it nearly matches.
    """

    group: str
    cue: str
    start: int
    end: int


def nearest_miss(conditions: Iterable[tuple[str, Condition]], features: Mapping[str, float]) -> Miss | None:
    """Of conditions that do not hold, the one with the fewest and smallest shortfalls.

    Args:
        conditions: each with its place.
        features: feature name to value; one that is missing is 0.
    """
    misses = [Miss(place, tuple(_shorts(condition, features))) for place, condition in conditions]
    return min((miss for miss in misses if miss.shorts), key=_distance, default=None)


def near_cues(look: Look, groups: Mapping[str, Iterable[str]], most: int = 2) -> list[NearCue]:
    """The cues that all but match, the longest first; of each group the best.

    Args:
        look: a reply that was examined.
        groups: group name to cues, in the reply's language.
        most: how many are wanted.
    """
    aligned = _Aligned(look)
    best: dict[str, NearCue] = {}
    for group, cues in groups.items():
        for cue in cues:
            sequence = parse_cue(cue, look.lang)
            if _size(sequence) < LEAST[look.lang] or aligned.lacking(sequence) > 1:
                continue
            for start, end in aligned.near(sequence):
                if any(start < hit.end and hit.start < end for hit in look.hits.get(group, ())):
                    continue  # the group was found here: nothing was missed
                known = best.get(group)
                if known is None or end - start > known.end - known.start:
                    best[group] = NearCue(group, cue, start, end)
    return sorted(best.values(), key=lambda near: (near.start - near.end, near.start))[:most]


def _shorts(condition: Condition, features: Mapping[str, float]) -> Iterator[Short]:
    for name, wanted in condition.items():
        value = features.get(name, 0)
        if not wanted.holds(value):
            yield Short(name, value, wanted)


def _distance(miss: Miss) -> tuple[int, float]:
    return len(miss.shorts), sum(_gap(short) for short in miss.shorts)


def _gap(short: Short) -> float:
    """How far outside its range a value is, against the size of the bound."""
    low, high = short.wanted.low, short.wanted.high
    bound = low if low is not None and short.value < low else high
    assert bound is not None
    return abs(short.value - bound) / max(1, abs(bound))


def _size(sequence: Sequence) -> int:
    """The least number of words that it matches."""
    return sum(
        min(map(_size, value)) if kind == "any" else kind in ("word", "prefix", "group") for kind, value in sequence
    )


class _Aligned:
    """Lays cues along a reply, with one word amiss: another in its place, one too many or one left out."""

    def __init__(self, look: Look) -> None:
        self._words = [token.text for token in look.reading.tokens]
        self._known = set(self._words)
        self._sentence = [token.sentence for token in look.reading.tokens]
        self._steps: dict[tuple[int, int, int], set[tuple[int, int]]] = {}
        self._ends: dict[str, dict[int, set[int]]] = {}
        found = {group: [(hit.start, hit.end) for hit in hits] for group, hits in look.hits.items()}
        for group, pairs in (*found.items(), *spans(look.quantities).items()):
            for start, end in pairs:
                self._ends.setdefault(group, {}).setdefault(start, set()).add(end)

    def lacking(self, sequence: Sequence) -> int:
        """The least number of its words that are nowhere in the reply."""
        return sum(self._lacks(*element) for element in sequence)

    def near(self, sequence: Sequence) -> Iterator[tuple[int, int]]:
        """Where it begins to match and goes on with just one word amiss."""
        self._steps.clear()
        for start in range(len(self._words)):
            begun = {stand for stand in self._step(sequence[0], start, 0) if not stand[1]}
            ends = [at for at, amiss in self._walk(sequence[1:], begun) if amiss and at > start + 1]
            if ends and self._sentence[start] == self._sentence[max(ends) - 1]:
                yield start, max(ends)

    def _lacks(self, kind: str, value: object) -> int:
        if kind == "any":
            return min(map(self.lacking, value))  # type: ignore[call-overload, no-any-return]
        if kind == "word":
            return value not in self._known
        if kind == "prefix":
            return not any(word.startswith(str(value)) for word in self._known)
        return kind == "group" and value not in self._ends

    def _walk(self, sequence: Sequence, stands: set[tuple[int, int]]) -> set[tuple[int, int]]:
        """Where one can stand after a sequence, each place with how many words were amiss, 0 or 1."""
        for element in sequence:
            stands = {after for stand in stands for after in self._step(element, *stand)}
            if not stands:
                break
        return stands

    def _step(self, element: Element, at: int, amiss: int) -> set[tuple[int, int]]:
        key = (id(element), at, amiss)  # one cue at a time, so that an element is known by its identity
        if key not in self._steps:
            self._steps[key] = self._find_steps(*element, at, amiss)
        return self._steps[key]

    def _find_steps(self, kind: str, value: Any, at: int, amiss: int) -> set[tuple[int, int]]:
        if kind == "any":
            return {after for option in value for after in self._walk(option, {(at, amiss)})}
        if kind == "gap":
            return {(at + n, amiss) for n in range(value + 1) if at + n <= len(self._words)}
        if kind not in ("word", "prefix", "group"):
            return {(at, amiss)}  # a mark: where it stands is another matter than its words
        after = {(end, amiss) for end in self._match(kind, value, at)}
        if not amiss:
            after |= {(at, 1), *((end, 1) for end in self._match(kind, value, at + 1))}
            after |= {(at + 1, 1)} if at < len(self._words) else set()
        return after

    def _match(self, kind: str, value: str, at: int) -> set[int]:
        if kind == "group":
            return self._ends.get(value, {}).get(at, set())
        word = self._words[at] if at < len(self._words) else ""
        return {at + 1} if word and (word == value if kind == "word" else word.startswith(value)) else set()
