"""One reply under examination: what the detectors read, and what they add for those after them and for the judge."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from simulator.model.score import Context, Observed
from simulator.scoring.cues import Hit
from simulator.scoring.facts import PreparedContext
from simulator.scoring.meaning import units
from simulator.scoring.quantities import Quantity
from simulator.scoring.text import Reading


class Finding(NamedTuple):
    """A stretch of the reply that speaks for (or was vetoed from) a feature.

    Attributes:
        feature: the feature it counts towards; the criteria whose rules use the feature show it as evidence.
        start, end: half-open range of tokens.
        cue: `group: wording`, `fact: id`, `promise: id`, or the detector's name.
        reason: a key of the message catalogue, area `why`, that says why it counts, or the veto.
        counted: False where a veto cancelled it.
    """

    feature: str
    start: int
    end: int
    cue: str
    reason: str = ""
    counted: bool = True


#: A hit by its start, then its end.
_place = attrgetter("start", "end")


@dataclass(slots=True)
class Look:
    """A reply being examined. Detectors run in order; each reads what is here and adds features and findings.

    Attributes:
        reading: the reply.
        given: what it is judged against.
        context: the same, prepared: read and compared once for all replies.
        quantities: numbers, money and times in the reply.
        hits: cue group to the hits that count, in order.
        features: feature name to value, a plain number (counts are whole).
        findings: what else was found where, and the hits that were vetoed.
        observed: what the play reacts to, filled in by the detectors.
        at: clause to cue group to the hits that begin in it and count.
        times: clause to the durations, clock times and days in it.
        sentences: sentence to its clauses.
        asking: the clauses that close with a question mark.
        places: what the reply is about, unit by unit, each with the index of its token (`meaning.units`).
        units: clause to what it is about, without what is quoted.
        promising: the clauses that say what will be done.
        recounted: the clauses that give the customer's account back.
        told: clause to the numbers of the facts that it gives back.
        known_where: cue groups to the clauses that `where` has found for them.
    """

    reading: Reading
    given: Context
    context: PreparedContext
    quantities: tuple[Quantity, ...]
    hits: dict[str, list[Hit]]
    features: dict[str, float] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    observed: Observed = field(default_factory=Observed)
    at: list[dict[str, list[Hit]]] = field(default_factory=list)
    times: list[list[Quantity]] = field(default_factory=list)
    sentences: list[range] = field(default_factory=list)
    asking: frozenset[int] = frozenset()
    places: list[tuple[int, str]] = field(default_factory=list)
    units: list[set[str]] = field(default_factory=list)
    promising: set[int] = field(default_factory=set)
    recounted: set[int] = field(default_factory=set)
    told: dict[int, set[int]] = field(default_factory=dict)
    known_where: dict[tuple[str, ...], frozenset[int]] = field(default_factory=dict)

    def count(self, group: str, hits: list[Hit]) -> None:
        """Takes in the hits of a cue group that count."""
        self.hits[group] = hits
        for hit in hits:
            self.at[self.clause_of(hit)].setdefault(group, []).append(hit)

    def speaking_for(self, features: Container[str]) -> Iterator[Finding]:
        """What speaks for, or was vetoed from, some features: hits of the cue groups so called, then other findings."""
        for group, hits in self.hits.items():
            if group in features:
                for hit in hits:
                    yield Finding(group, hit.start, hit.end, hit.label, group)
        for finding in self.findings:
            if finding.feature in features:
                yield finding

    @property
    def lang(self) -> str:
        """`en` or `zh`."""
        return self.reading.lang

    def of(self, *groups: str) -> list[Hit]:
        """The hits of some cue groups, in the order of their starts."""
        found = [self.hits[g] for g in groups if g in self.hits]
        if len(found) < 2:
            return [*found[0]] if found else []
        return sorted(chain.from_iterable(found), key=_place)

    def here(self, clause: int, *groups: str) -> list[Hit]:
        """The hits of some cue groups that begin in a clause; none where there is no such clause."""
        if not 0 <= clause < len(self.at):
            return []
        at = self.at[clause]
        if at.keys().isdisjoint(groups):
            return []
        return [h for g in groups if g in at for h in at[g]]

    def where(self, *groups: str) -> frozenset[int]:
        """The clauses in which hits of some cue groups begin; asked once all hits are counted."""
        if (known := self.known_where.get(groups)) is not None:
            return known
        tokens, hits = self.reading.tokens, self.hits
        found = frozenset([tokens[h.start].clause for g in groups if g in hits for h in hits[g]])
        self.known_where[groups] = found
        return found

    def times_in(self, clause: int) -> list[Quantity]:
        """The durations, clock times and days of a clause; none where there is no such clause."""
        return self.times[clause] if 0 <= clause < len(self.times) else []

    def within(self, start: int, end: int, *groups: str) -> list[Hit]:
        """The hits of some cue groups that lie wholly inside a range of tokens."""
        return [h for h in self.of(*groups) if start <= h.start and h.end <= end]

    def clause_of(self, hit: Hit | Finding | Quantity) -> int:
        """The index of the clause a hit starts in."""
        return self.reading.tokens[hit.start].clause

    def sentence_of(self, hit: Hit | Finding | Quantity) -> int:
        """The index of the sentence a hit starts in."""
        return self.reading.tokens[hit.start].sentence

    def clause_range(self, index: int) -> tuple[int, int]:
        """The half-open range of tokens of a clause; empty where there is no such clause."""
        clauses = self.reading.clauses
        return (clauses[index].start, clauses[index].end) if 0 <= index < len(clauses) else (0, 0)

    def sentence_range(self, index: int) -> tuple[int, int]:
        """The half-open range of tokens of a sentence; empty where there is no such sentence."""
        sentences = self.reading.sentences
        return (sentences[index].start, sentences[index].end) if 0 <= index < len(sentences) else (0, 0)

    def clauses_of_sentence(self, index: int) -> range:
        """The indexes of the clauses of a sentence; none where there is no such sentence."""
        return self.sentences[index] if 0 <= index < len(self.sentences) else range(0)

    def near_before(self, start: int, group: str) -> bool:
        """Whether a hit of a cue group ends right before a token, or one token earlier."""
        return any(start - 1 <= h.end <= start for h in self.hits.get(group, ()))

    def near_after(self, end: int, group: str) -> bool:
        """Whether a hit of a cue group begins right at a token, or one token later."""
        return any(end <= h.start <= end + 1 for h in self.hits.get(group, ()))

    def asks_sentence(self, index: int) -> bool:
        """Whether a sentence is a question."""
        sentences = self.reading.sentences
        return 0 <= index < len(sentences) and sentences[index].close == "?"

    def words(self, start: int, end: int) -> list[str]:
        """The normal forms of a range of tokens."""
        return [*self.reading.words[start:end]]

    def find(self, feature: str, start: int, end: int, cue: str, reason: str = "", counted: bool = True) -> None:
        """Adds a finding; an empty range is ignored."""
        if start < end:
            self.findings.append(Finding(feature, start, end, cue, reason, counted))

    def find_hits(self, feature: str, hits: list[Hit], reason: str = "", counted: bool = True) -> None:
        """Adds a finding for each hit."""
        for hit in hits:
            self.find(feature, hit.start, hit.end, hit.label, reason, counted)


def lay_out(reading: Reading, given: Context, context: PreparedContext, found: tuple[Quantity, ...]) -> Look:
    """A reply made ready for its hits to be counted and its features to be found."""
    look = Look(
        reading,
        given,
        context,
        found,
        hits={},
        at=[{} for _ in reading.clauses],
        times=[[] for _ in reading.clauses],
        asking=frozenset(filter(reading.asks, range(len(reading.clauses)))),
        places=units(reading, found),
        units=[set() for _ in reading.clauses],
    )
    for number, clause in enumerate(reading.clauses):
        if clause.sentence == len(look.sentences):
            look.sentences.append(range(number, number + 1))
        else:
            look.sentences[-1] = range(look.sentences[-1].start, number + 1)
    for quantity in found:
        if quantity.kind in ("duration", "clock", "day"):
            look.times[look.clause_of(quantity)].append(quantity)
    for index, unit in look.places:
        token = reading.tokens[index]
        if not token.quoted:
            look.units[token.clause].add(unit)
    return look
