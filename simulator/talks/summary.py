"""What the scores of many turns come to, for each agent and each topic, in memory that grows with these alone."""

from __future__ import annotations

import heapq
from collections import Counter, OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.talks.records import Bad, Scored
from simulator.talks.turns import OPEN

#: So many of the worst turns are named.
WORST = 3


@dataclass
class Tally:
    """What some turns come to.

    Attributes:
        talks: the conversations in which they are.
        turns: how many they are.
        assessed: on how many of them there was something to show.
        flags: flag to the turns that raised it.
    """

    talks: int = 0
    turns: int = 0
    assessed: int = 0
    flags: Counter[str] = field(default_factory=Counter)
    _levels: Counter[str] = field(default_factory=Counter)
    _best: Counter[str] = field(default_factory=Counter)
    _had: Counter[str] = field(default_factory=Counter)
    _score: float = 0.0
    _worst: list[tuple[float, int, int, Scored]] = field(default_factory=list)

    def add(self, scored: Scored) -> None:
        """Adds a turn."""
        self.turns += 1
        score = scored.score
        self.flags.update(score.flags)
        if score.score is not None:
            self.assessed += 1
            self._score += score.score
            self._levels.update(score.levels)
        if score.score is not None or score.flags:
            # The heap lets the best of the worst go first, the later of two that are alike.
            entry = (-(score.score or 0.0), len(score.flags), -scored.place.row, scored)
            (heapq.heappush if len(self._worst) < WORST else heapq.heappushpop)(self._worst, entry)

    def add_best(self, best: Counter[str]) -> None:
        """Adds a conversation: criterion to the best level that an agent reached in it."""
        self._best.update(best)
        self._had.update(best.keys())

    @property
    def score(self) -> float | None:
        """The mean score, 0-100, of the turns assessed."""
        return round(self._score / self.assessed, 1) if self.assessed else None

    def level(self, criterion: str) -> float | None:
        """The mean level of a criterion, 0-3, over the turns assessed."""
        return round(self._levels[criterion] / self.assessed, 2) if self.assessed else None

    def best(self, criterion: str) -> float | None:
        """The mean, over conversations, of the best level that an agent reached in each."""
        return round(self._best[criterion] / self._had[criterion], 2) if self._had[criterion] else None

    @property
    def worst(self) -> list[Scored]:
        """The turns with the lowest scores, the worst first."""
        return [entry[-1] for entry in sorted(self._worst, key=lambda entry: entry[:3], reverse=True)]


class Summary:
    """Takes in scored turns one by one.

    Attributes:
        criteria: the criteria of the rubric.
        bad: how many rows could not be used.
        all: what all turns come to.
        agents, topics: each by its name, in the order in which they came; "" is the topic of turns that have none.
    """

    def __init__(self, criteria: Sequence[str]) -> None:
        self.criteria = tuple(criteria)
        self.bad = 0
        self.all = Tally()
        self.agents: dict[str, Tally] = {}
        self.topics: dict[str, Tally] = {}
        self._open: OrderedDict[tuple[str, str], tuple[str, Counter[str]]] = OrderedDict()

    def add(self, scored: Scored | Bad) -> None:
        """Adds a turn, or a row that could not be used."""
        if isinstance(scored, Bad):
            self.bad += 1
            return
        place = scored.place
        for tally in self._tallies(place.agent, place.topic):
            tally.add(scored)
            tally.talks += place.opens
        if not scored.score.levels:
            return
        key = (place.talk, place.agent)
        _, best = self._open.pop(key, ("", Counter[str]()))
        self._open[key] = (
            place.topic,
            Counter({name: max(level, best[name]) for name, level in scored.score.levels.items()}),
        )
        if len(self._open) > OPEN:
            self._close(*self._open.popitem(last=False))

    def done(self) -> Summary:
        """Closes the conversations still open."""
        while self._open:
            self._close(*self._open.popitem(last=False))
        return self

    def _close(self, key: tuple[str, str], reached: tuple[str, Counter[str]]) -> None:
        topic, best = reached
        for tally in self._tallies(key[1], topic):
            tally.add_best(best)

    def _tallies(self, agent: str, topic: str) -> tuple[Tally, Tally, Tally]:
        return self.all, self.agents.setdefault(agent, Tally()), self.topics.setdefault(topic, Tally())
