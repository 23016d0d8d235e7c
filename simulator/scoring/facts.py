"""Facts and promises as they are compared with a reply: by content, quantities exactly, never by echo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from simulator.model.score import Context, Item
from simulator.scoring.meaning import is_quantity, units
from simulator.scoring.quantities import quantities
from simulator.scoring.text import Reading, read

#: The share of a wording's weight that counts as all of it: nobody repeats every word.
ENOUGH = 0.75
#: What a quantity weighs against a word: it says most of what a fact says.
QUANTITY_WEIGHT = 1.4
#: A clause of the customer's message with fewer units than this says nothing of its own, where facts are drawn from it.
LEAST = {"en": 3, "zh": 5}


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a point, and the weight of units that counts as all of it."""

    point: int
    enough: float


_NOTHING: Mapping[int, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Facts or promises, ready to be compared.

    Attributes:
        ids: the id of each point.
        wordings: all wordings of all points.
        index: unit to the wordings that have it, each with the unit's weight in it.
        about: point to all units of all its wordings.
        units: all units of all wordings.
    """

    ids: tuple[str, ...]
    wordings: tuple[Wording, ...]
    index: dict[str, tuple[tuple[int, float], ...]]
    about: tuple[frozenset[str], ...]
    units: frozenset[str]

    def cover(self, window: Set[str]) -> Mapping[int, float]:
        """Point to the share of it, 0 to 1, that a set of units gives back; points not touched are left out."""
        if self.units.isdisjoint(window):
            return _NOTHING
        return _cover(self, self.units & window)


@lru_cache(maxsize=4096)  # several detectors ask about the same clause, and a draft grows only at its end
def _cover(points: Points, shared: frozenset[str]) -> Mapping[int, float]:
    got: dict[int, float] = {}
    # In a fixed order: sums of fractions depend on it, and the order of a set changes from run to run.
    for unit in sorted(shared):
        for number, weight in points.index[unit]:
            got[number] = got.get(number, 0.0) + weight
    best: dict[int, float] = {}
    for number, weight in got.items():
        wording = points.wordings[number]
        share = min(1.0, weight / wording.enough)
        if share > best.get(wording.point, 0.0):
            best[wording.point] = share
    return best


@dataclass(frozen=True, eq=False)
class PreparedContext:
    """A context read once and used for every reply and every keystroke.

    Attributes:
        given: the context as it was given.
        customer: the customer's message, read.
        facts: what the customer told; drawn from the message where no facts are given.
        may, never: what policy allows and what it forbids.
        wants: the wish, as a single point.
        matter: all units of the customer's message, the facts and the wish.
        policy: all units of what is allowed.
        forbidden: point of `never` to the units that nothing allowed has.
        known: all quantity units of the context.
        words: all words of the context.
    """

    given: Context
    customer: Reading
    facts: Points
    may: Points
    never: Points
    wants: Points
    matter: frozenset[str]
    policy: frozenset[str]
    forbidden: tuple[frozenset[str], ...]
    known: frozenset[str]
    words: frozenset[str]


def prepare(context: Context) -> PreparedContext:
    """Reads a context."""
    lang = context.lang
    customer = read(context.customer, lang)
    facts = _points(context.facts or _drawn(customer, lang), lang)
    may, never = _points(context.may, lang), _points(context.never, lang)
    wants = _points((Item("wants", context.wants),) if context.wants else (), lang)
    matter = {unit for _, unit in units(customer, quantities(customer))} | set(facts.index) | set(wants.index)
    policy = set(may.index)
    return PreparedContext(
        given=context,
        customer=customer,
        facts=facts,
        may=may,
        never=never,
        wants=wants,
        matter=frozenset(matter),
        policy=frozenset(policy),
        forbidden=tuple(frozenset(about - policy) for about in never.about),
        known=frozenset(u for u in matter | policy | set(never.index) if is_quantity(u)),
        words=frozenset(customer.words).union(*(read(text, lang).words for text in _texts(context))),
    )


def _texts(context: Context) -> tuple[str, ...]:
    items = (*context.facts, *context.may, *context.never)
    return (context.wants, *(text for item in items for text in (item.says, *item.also)))


def _points(items: Sequence[Item], lang: str) -> Points:
    read_items = [(n, _units(text, lang)) for n, item in enumerate(items) for text in (item.says, *item.also)]
    # A unit that many points share tells little about any of them.
    shared = Counter(unit for n in range(len(items)) for unit in set().union(*(u for m, u in read_items if m == n)))
    wordings: list[Wording] = []
    index: dict[str, list[tuple[int, float]]] = {}
    about: list[set[str]] = [set() for _ in items]
    for number, found in read_items:
        weights = {u: (QUANTITY_WEIGHT if is_quantity(u) else 1.0) / shared[u] for u in sorted(found)}
        for unit, weight in weights.items():
            index.setdefault(unit, []).append((len(wordings), weight))
        if weights:
            wordings.append(Wording(number, sum(weights.values()) * ENOUGH))
        about[number] |= found
    return Points(
        tuple(i.id for i in items),
        tuple(wordings),
        {unit: tuple(places) for unit, places in index.items()},
        tuple(frozenset(found) for found in about),
        frozenset(index),
    )


@lru_cache(maxsize=8192)  # a fact stays the same from turn to turn, while what was told with it grows
def _units(text: str, lang: str) -> frozenset[str]:
    reading = read(text, lang)
    return frozenset(unit for _, unit in units(reading, quantities(reading)))


def _drawn(customer: Reading, lang: str) -> tuple[Item, ...]:
    """The customer's message as facts: clause by clause, short ones together with the next."""
    found = quantities(customer)
    by_clause: Counter[int] = Counter(customer.tokens[i].clause for i, _ in units(customer, found))
    facts: list[Item] = []
    start = None
    for number, clause in enumerate(customer.clauses):
        start = clause.start if start is None else start
        inside = [c for c in range(number + 1) if customer.clauses[c].start >= start]
        if sum(by_clause[c] for c in inside) >= LEAST[lang]:
            low, high = customer.raw_span(start, clause.end)
            facts.append(Item(f"said-{len(facts) + 1}", customer.raw[low:high]))
            start = None
    return tuple(facts)
