"""What cancels a cue: negation, condition, quotation, question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.model.rubric import Veto
from simulator.scoring.cues import Hit
from simulator.scoring.text import Reading

#: Cue groups that hold the words of negation and condition.
NEGATION, CONDITION = "negation", "condition"
#: How many tokens before a cue a negation reaches, inside its clause.
REACH = {"en": 4, "zh": 4}


def veto_of(hit: Hit, vetoes: Iterable[Veto], reading: Reading, hits: Mapping[str, list[Hit]]) -> Veto | None:
    """The first of the vetoes that cancels a hit, or None.

    Args:
        hit: the cue found.
        vetoes: what may cancel it.
        reading: the reply.
        hits: all hits, among them those of the groups `negation` and `condition`.
    """
    for veto in vetoes:
        if veto == "quoted" and all(t.quoted for t in reading.tokens[hit.start : hit.end]):
            return veto
        clause = reading.clauses[reading.tokens[hit.start].clause]
        if veto == "negated" and any(
            max(clause.start, hit.start - REACH[reading.lang]) <= n.start and n.end <= hit.start
            for n in hits.get(NEGATION, ())
        ):
            return veto
        if veto == "conditional" and any(clause.start <= c.start < hit.start for c in hits.get(CONDITION, ())):
            return veto
        if veto == "question" and clause.close == "?":
            return veto
    return None
