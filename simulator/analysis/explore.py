"""All states that a scenario can get into, from the start on, whatever is replied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.analysis import moods
from simulator.analysis.budget import Budget, TooIntricateError
from simulator.analysis.gains import Gain, Gains
from simulator.analysis.options import Options, options_of, scope_of
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.play.roads import roads, spread

#: Steps after which the search is given up: well under a second of work.
LIMIT = 200_000


class Node(NamedTuple):
    """States that differ in nothing but the mood, as far as conditions can still tell.

    Attributes:
        beat: the beat being played.
        visits: beat to how many times it was reached, where a condition may still ask.
        replies: how many replies were given.
        told: the facts told that a condition may still ask for.
    """

    beat: str
    visits: tuple[tuple[str, int], ...] = ()
    replies: int = 0
    told: frozenset[str] = frozenset()


class Edge(NamedTuple):
    """A move from one node.

    Attributes:
        place: the way taken, such as `beats.opening.ways[2]`; `stay`.
        moods: the moods in which it is open.
        by: what it does to the mood.
        gain: the least and the greatest score of the replies that bring it about.
        to: the node it leads to, or the name of an ending.
    """

    place: str
    moods: int
    by: int
    gain: Gain
    to: Node | str


@dataclass
class Explored:
    """What was found.

    Attributes:
        scenario: the case.
        start: where it starts.
        states: node to the moods it is reached in.
        edges: node to its moves.
        endings: ending to the moods it is reached in.
        ways: way to the moods in which it is taken.
        complete: whether everything was looked at; if not, more may be reachable.
        exact: whether visits, replies and facts told were counted; if not, any number of them was taken for possible,
            so that less may be reachable, but nothing more.
    """

    scenario: Scenario
    start: Node
    states: dict[Node, int] = field(default_factory=dict)
    edges: dict[Node, tuple[Edge, ...]] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)
    ways: dict[str, int] = field(default_factory=dict)
    complete: bool = True
    exact: bool = True

    def landings(self, edge: Edge, before: int) -> Iterator[tuple[Node | str, int]]:
        """Where an edge leads from these moods, and the moods there."""
        now = moods.moved(before & edge.moods, edge.by)
        over = self.scenario.boils_over
        if over and not isinstance(edge.to, str):
            hot = now & moods.hot(over.at)
            if hot:
                yield over.to, hot
            now &= ~hot
        if now:
            yield edge.to, now

    def beats(self) -> dict[str, int]:
        """Beat to the moods it is reached in."""
        out: dict[str, int] = {}
        for node, known in self.states.items():
            out[node.beat] = out.get(node.beat, 0) | known
        return out


def explore(scenario: Scenario, rubric: Rubric, limit: int = LIMIT) -> Explored:
    """Follows every way from the start on; where that is too much, without counting what has happened before.

    Args:
        scenario: the case; every name in it is known.
        rubric: the one it is judged by.
        limit: steps after which the search is given up.
    """
    found = _explore(scenario, rubric, limit, exact=True)
    return found if found.complete else _explore(scenario, rubric, limit, exact=False)


def _explore(scenario: Scenario, rubric: Rubric, limit: int, exact: bool) -> Explored:
    found = Explored(scenario, Node(scenario.start), exact=exact)
    budget = Budget(limit)
    try:
        map_ = _Map(scenario, rubric, budget, exact)
        found.start = map_.arrive(Node(""), scenario.start)
        _spread(found, map_, budget)
    except TooIntricateError:
        found.complete = False
    return found


def _spread(found: Explored, map_: _Map, budget: Budget) -> None:
    waiting = {found.start: 1 << found.scenario.customer.mood}
    while waiting:
        node, new = waiting.popitem()
        known = found.states.get(node, 0)
        new &= ~known
        if not new:
            continue
        found.states[node] = known | new
        if node not in found.edges:
            found.edges[node] = tuple(map_.edges(node))
        budget.spend(len(found.edges[node]))
        for edge in found.edges[node]:
            if new & edge.moods:
                found.ways[edge.place] = found.ways.get(edge.place, 0) | new & edge.moods
            for to, now in found.landings(edge, new):
                if isinstance(to, str):
                    found.endings[to] = found.endings.get(to, 0) | now
                else:
                    waiting[to] = waiting.get(to, 0) | now


class _Map:
    """The ways of a scenario, and what of the past matters in each beat."""

    def __init__(self, scenario: Scenario, rubric: Rubric, budget: Budget, exact: bool) -> None:
        budget.spend(len(scenario.beats) ** 2)
        self._scenario, self._rubric, self._budget, self._exact = scenario, rubric, budget, exact
        self._gains = Gains(rubric, scenario.customer.style)
        self._options: dict[str, Options] = {}
        along = roads(scenario)
        self._scopes = scopes = {beat: scope_of(scenario, rubric, beat) for beat in scenario.beats}
        # Of the past only that is kept which a beat that may still be played can ask for.
        ahead: dict[str, list[str]] = {}
        for beat in scenario.beats:
            reached = spread({beat}, along) if exact else set()
            ahead[beat] = [name for name in scenario.beats if name in reached]
        self._visits = {
            b: {name: scopes[name].visits for name in to if scopes[name].visits > 1} for b, to in ahead.items()
        }
        self._replies = {b: max((scopes[name].replies for name in to), default=1) for b, to in ahead.items()}
        self._facts = {b: frozenset(f for name in to for f in scopes[name].asked) for b, to in ahead.items()}

    def arrive(self, node: Node, beat: str) -> Node:
        """The node after a reply that leads to a beat; what no condition can ask for any more is forgotten."""
        counted: Mapping[str, int] = self._visits[beat]
        self._budget.spend(len(counted))
        visits = dict(node.visits)
        visits[beat] = visits.get(beat, 0) + 1
        told = {*node.told, *self._scenario.beats[beat].tells}
        return Node(
            beat,
            tuple((name, min(visits[name], last)) for name, last in counted.items() if name in visits),
            min(node.replies + bool(node.beat), self._replies[beat] - 1),
            self._facts[beat].intersection(told),
        )

    def edges(self, node: Node) -> Iterable[Edge]:
        """The moves that are possible in a node, in at least one mood."""
        visit = dict(node.visits).get(node.beat, 1) - 1
        reply = min(node.replies, self._scopes[node.beat].replies - 1)
        arrived: dict[str, Node | str] = {}
        for option, gains in self._of(node.beat).items():
            counted = option.visits >> visit & 1 and option.replies >> reply & 1 and option.demand.met(node.told)
            if counted or not self._exact:
                to = option.to
                if to not in arrived:
                    arrived[to] = to if to in self._scenario.endings else self.arrive(node, to)
                for by, gain in gains.items():
                    yield Edge(option.place, option.moods, by, gain, arrived[to])

    def _of(self, beat: str) -> Options:
        if beat not in self._options:
            self._options[beat] = options_of(self._scenario, self._rubric, self._gains, beat, self._budget)
        return self._options[beat]
