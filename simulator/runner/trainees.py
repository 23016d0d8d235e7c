"""Trainees that answer from a scenario's exemplars, to try it out."""

from __future__ import annotations

from random import Random
from typing import Literal, get_args

from simulator.model.scenario import Exemplar, Quality, Scenario
from simulator.play.rehearse import Rehearsal, rehearse
from simulator.play.state import State
from simulator.scoring.engine import Engine

Trainee = Literal["strong", "middling", "poor", "random"]

#: How often a trainee who slips answers with each quality, in hundredths.
SLIPS: dict[Trainee, dict[Quality, int]] = {
    "strong": {"strong": 80, "middling": 20, "poor": 0},
    "middling": {"strong": 20, "middling": 60, "poor": 20},
    "poor": {"strong": 0, "middling": 20, "poor": 80},
    "random": dict.fromkeys(get_args(Quality), 1),
}

#: Replies that lead nowhere are given up after so many turns for each beat of the scenario.
ROUNDS = 4


class Bot:
    """One play-through by such a trainee.

    Args:
        scenario: the case.
        trainee: what kind.
        dice: for slips and choices; None, which a random trainee can't do without: never slips, and answers with the
            exemplars of its kind in their order.
    """

    def __init__(self, scenario: Scenario, trainee: Trainee, dice: Random | None) -> None:
        self._scenario, self._trainee, self._dice = scenario, trainee, dice

    def reply(self, state: State) -> str | None:
        """The reply in a state; None where there is no exemplar, or where it has gone on for too long."""
        here = self._scenario.beats[state.beat].exemplars
        if not here or state.turn >= ROUNDS * len(self._scenario.beats):
            return None
        wanted = self._quality()
        # Where none is written of the quality wanted, the next worse or better one stands in.
        near = min(abs(_rank(exemplar.quality) - _rank(wanted)) for exemplar in here)
        fitting = [exemplar for exemplar in here if abs(_rank(exemplar.quality) - _rank(wanted)) == near]
        return self._pick(fitting, state).reply

    def _quality(self) -> Quality:
        if self._dice:
            shares = SLIPS[self._trainee]
            return self._dice.choices(list(shares), list(shares.values()))[0]
        assert self._trainee != "random"
        return self._trainee

    def _pick(self, fitting: list[Exemplar], state: State) -> Exemplar:
        fresh = [exemplar for exemplar in fitting if exemplar.reply not in state.replies] or fitting
        return self._dice.choice(fresh) if self._dice else fresh[0]


def playtest(scenario: Scenario, engine: Engine, trainee: Trainee, seed: int, runs: int) -> list[Rehearsal]:
    """Plays several times. The first time a strong, middling or poor trainee never slips; later now and then.

    Args:
        scenario: the case.
        engine: scores the replies.
        trainee: what kind.
        seed: the same seed gives the same plays.
        runs: how many.
    """
    plays = []
    for run in range(runs):
        dice = Random(f"{seed} {run}") if run or trainee == "random" else None
        plays.append(rehearse(scenario, engine, Bot(scenario, trainee, dice).reply))
    return plays


def _rank(quality: Quality) -> int:
    return get_args(Quality).index(quality)
