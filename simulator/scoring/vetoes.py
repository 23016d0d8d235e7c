"""What cancels a cue: negation, condition, quotation, question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from simulator.model.rubric import Veto
from simulator.scoring.cues import Hit
from simulator.scoring.text import Reading

#: What cancels a hit where its group says nothing else.
QUOTED: tuple[Veto, ...] = ("quoted",)
#: Cue groups that hold the words of negation and condition.
NEGATION, CONDITION = "negation", "condition"
#: How many tokens before a cue a negation reaches, inside its clause.
REACH = {"en": 4, "zh": 4}


class Cancelling:
    """What in a reply may cancel a hit.

    Args:
        reading: the reply.
        hits: all hits, among them those of the groups `negation` and `condition`.
    """

    def __init__(self, reading: Reading, hits: Mapping[str, list[Hit]]) -> None:
        self._reading = reading
        self._negations = _by_clause(hits.get(NEGATION, ()), reading)
        self._conditions = _by_clause(hits.get(CONDITION, ()), reading)

    def cancelled(self, hits: Iterable[Hit], vetoes: Sequence[Veto]) -> dict[Hit, Veto]:
        """Those of some hits that a veto cancels, each with the first that does."""
        if vetoes == QUOTED and not self._reading.quotes:
            return {}
        found = ((hit, self._veto_of(hit, vetoes)) for hit in hits)
        return {hit: veto for hit, veto in found if veto is not None}

    def _veto_of(self, hit: Hit, vetoes: Iterable[Veto]) -> Veto | None:
        reading = self._reading
        number = reading.tokens[hit.start].clause
        for veto in vetoes:
            if veto == "quoted":
                if reading.quotes and all(t.quoted for t in reading.tokens[hit.start : hit.end]):
                    return veto
            elif veto == "negated":
                nearest = hit.start - REACH[reading.lang]
                if any(nearest <= n.start and n.end <= hit.start for n in self._negations.get(number, ())):
                    return veto
            elif veto == "conditional":
                if any(c.start < hit.start for c in self._conditions.get(number, ())):
                    return veto
            elif reading.asks(number):
                return veto
        return None


def _by_clause(hits: Iterable[Hit], reading: Reading) -> dict[int, list[Hit]]:
    out: dict[int, list[Hit]] = {}
    for hit in hits:
        out.setdefault(reading.tokens[hit.start].clause, []).append(hit)
    return out
