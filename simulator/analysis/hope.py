"""Looking back from the endings: from where can a good one still be reached, from where any at all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from simulator.analysis import moods
from simulator.analysis.explore import Edge, Explored, Node

GOOD = ("resolved", "compromise")


@dataclass(frozen=True, slots=True)
class Loss:
    """A way after which the play goes on and yet no good ending can be reached.

    Attributes:
        place: the way, such as `beats.opening.ways[2]`.
        beat: the beat it leads from, where there was still hope.
        to: the beat it leads to.
        visit: which visit to that beat it is, from 1, where its conditions count visits; else 0.
        moods: the moods there without hope.
        always: whether no mood at all would help there.
    """

    place: str
    beat: str
    to: str
    visit: int
    moods: int
    always: bool


def chances(found: Explored, endings: Collection[str]) -> dict[Node, int]:
    """Node to the moods from which one of these endings can be reached, whether it is reached in them or not."""
    origins: dict[Node, list[Node]] = {}
    for node, edges in found.edges.items():
        for edge in edges:
            if isinstance(edge.to, Node):
                origins.setdefault(edge.to, []).append(node)
    chance: dict[Node, int] = dict.fromkeys(found.edges, 0)
    waiting = set(found.edges)
    while waiting:
        node = waiting.pop()
        known = chance[node]
        for edge in found.edges[node]:
            known |= _before(found, edge, endings, chance)
        if known != chance[node]:
            chance[node] = known
            waiting.update(origins.get(node, ()))
    return chance


def _before(found: Explored, edge: Edge, endings: Collection[str], chance: dict[Node, int]) -> int:
    """The moods from which an edge leads to one of the endings or to a chance of one."""
    over = found.scenario.boils_over
    if isinstance(edge.to, str):
        wanted = moods.ALL if edge.to in endings else 0
    else:
        wanted = chance.get(edge.to, moods.ALL)  # what was not looked at may hold anything
        if over:
            hot = moods.hot(over.at)
            wanted = wanted & ~hot | (hot if over.to in endings else 0)
    return moods.before(wanted, edge.by) & edge.moods if wanted else 0


def losses(found: Explored, good: dict[Node, int]) -> list[Loss]:
    """Where hope is lost though the play goes on, by way and beat led to.

    Args:
        found: what can be reached.
        good: from where a good ending can be.
    """
    lost: dict[tuple[str, str, str, int], tuple[int, bool]] = {}
    for node, edges in found.edges.items():
        for edge in edges:
            for to, now in found.landings(edge, good[node] & found.states[node]):
                if isinstance(to, Node) and (gone := now & ~good.get(to, moods.ALL)):
                    key = (edge.place, node.beat, to.beat, dict(to.visits).get(to.beat, 0))
                    known, always = lost.get(key, (0, True))
                    lost[key] = known | gone, always and not good[to]
    return [Loss(*key, gone, always) for key, (gone, always) in lost.items()]
