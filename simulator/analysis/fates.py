"""What it takes to come to each ending: how many turns, which score, which mood."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.analysis.explore import Explored, Node
from simulator.analysis.gains import Gain, wider
from simulator.play.moods import BOILING, CALM

#: Plays are followed for so many turns, and no longer than this much work takes: a fraction of a second.
TURNS, LIMIT = 30, 250_000

#: Where plays of one length stand: node, mood and how many replies were assessed.
Place = tuple[Node, int, int]
#: The least and the greatest sum of their scores.
Sums = tuple[float, float]
#: A move without the way it takes: moods, change, what it adds to the sums, where it leads.
Move = tuple[int, int, Gain, Node | str]


@dataclass
class Fate:
    """All the plays that come to one ending.

    Attributes:
        outcome: how it closes.
        moods: the moods it is reached in, as a set.
        turns: the least and the greatest number of replies; (0, 0) where no play followed ends here.
        score: the least and the greatest score of such a session, 0 to 100; None where nothing is assessed.
    """

    outcome: str
    moods: int = 0
    turns: tuple[int, int] = (0, 0)
    score: Gain = None


@dataclass(frozen=True)
class Fates:
    """What it takes to come to the endings.

    Attributes:
        endings: ending to its fate, in the order of the file.
        followed: the length of the longest plays that were followed, in turns.
        complete: whether every play was followed to its end; if not, longer plays may widen turns and scores.
    """

    endings: dict[str, Fate]
    followed: int
    complete: bool


def fates(found: Explored, turns: int = TURNS, limit: int = LIMIT) -> Fates:
    """Follows all plays turn by turn; those that stand alike go on together.

    Args:
        found: what can be reached.
        turns: the longest plays followed.
        limit: the moves looked at before longer plays are left out.
    """
    endings = found.scenario.endings
    out = {name: Fate(ending.outcome, found.endings.get(name, 0)) for name, ending in endings.items()}
    moves = {node: _moves(found, node) for node in found.edges}
    front: dict[Place, Sums] = {(found.start, found.scenario.customer.mood, 0): (0.0, 0.0)}
    turn = 0
    while front and turn < turns and limit > 0:
        turn += 1
        limit -= sum(len(moves.get(node, ())) for node, _, _ in front)
        front = _next(found, front, moves, turn, out)
    return Fates(out, turn, found.complete and not front)


def _moves(found: Explored, node: Node) -> list[Move]:
    """The moves from a node; ways that do the same are one."""
    merged: dict[tuple[int, int, Node | str], Gain] = {}
    for edge in found.edges[node]:
        key = (edge.moods, edge.by, edge.to)
        merged[key] = wider(merged[key], edge.gain) if key in merged else edge.gain
    return [(open_, by, gain, to) for (open_, by, to), gain in merged.items()]


def _next(
    found: Explored, front: dict[Place, Sums], moves: dict[Node, list[Move]], turn: int, out: dict[str, Fate]
) -> dict[Place, Sums]:
    over = found.scenario.boils_over
    at, boiled = (over.at, over.to) if over else (BOILING + 1, "")
    onward: dict[Place, Sums] = {}
    for (node, mood, count), (low, high) in front.items():
        for open_, by, gain, to in moves.get(node, ()):
            if not open_ >> mood & 1:
                continue
            now = max(CALM, min(BOILING, mood + by))
            new_low, new_high, assessed = low, high, count
            if gain is not None:
                new_low, new_high, assessed = low + gain[0], high + gain[1], count + 1
            if isinstance(to, str) or now >= at:
                _end(out[to if isinstance(to, str) else boiled], turn, new_low, new_high, assessed)
                continue
            place = (to, now, assessed)
            known = onward.get(place)
            if known is None:
                onward[place] = new_low, new_high
            elif new_low < known[0] or new_high > known[1]:
                onward[place] = min(known[0], new_low), max(known[1], new_high)
    return onward


def _end(fate: Fate, turn: int, low: float, high: float, assessed: int) -> None:
    fate.turns = (fate.turns[0] or turn, turn)
    if assessed:
        fate.score = wider(fate.score, (round(low / assessed, 1), round(high / assessed, 1)))
