"""Scores turns, in this process, on several cores or on a cluster, always in the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.model.rubric import RubricBundle
from simulator.runner.cores import Sharing
from simulator.scoring.engine import Engine
from simulator.talks.records import Bad, Scored, Turn


class TurnScorer:
    """Scores turns by a rubric."""

    def __init__(self, bundle: RubricBundle) -> None:
        self._engine = Engine(bundle)

    def scored(self, turn: Turn | Bad) -> Scored | Bad:
        """A turn's score; a row that could not be used stays what it is."""
        return turn if isinstance(turn, Bad) else self.score(turn)

    def score(self, turn: Turn) -> Scored:
        """A turn's score."""
        return Scored(turn.place, turn.context.lang, self._engine.score(turn.reply, turn.context))


def elsewhere(bundle: RubricBundle, turns: Iterable[Turn | Bad], share: Sharing) -> Iterator[Scored | Bad]:
    """As `TurnScorer`, in other processes, on this machine or on others."""
    return share(_scored, turns, initializer=_ready, initargs=(bundle,))


_scorer: TurnScorer | None = None


def _ready(bundle: RubricBundle) -> None:
    global _scorer  # one for each worker process
    _scorer = TurnScorer(bundle)


def _scored(batch: list[Turn | Bad]) -> list[Scored | Bad]:
    assert _scorer is not None
    return [_scorer.scored(turn) for turn in batch]
