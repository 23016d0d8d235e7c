"""Plays a scenario without a screen and without the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from simulator.model.rubric import RubricBundle
from simulator.model.scenario import Quality, Scenario
from simulator.model.score import ReplyScore
from simulator.play.score import SessionScore, session_score
from simulator.play.state import State
from simulator.play.step import begin, context_for, step
from simulator.scoring.engine import Engine

UNFINISHED = "unfinished"

#: Exemplars that lead nowhere are given up after so many turns for each beat of the scenario.
ROUNDS = 4


@dataclass(frozen=True)
class RehearsedTurn:
    """A turn of a rehearsal.

    Attributes:
        beat: the beat it was played at.
        customer: what the customer said, line by line.
        before: the mood before the reply.
        reply: the reply.
        score: its score.
        mood: the mood after it.
    """

    beat: str
    customer: tuple[str, ...]
    before: int
    reply: str
    score: ReplyScore
    mood: int


@dataclass(frozen=True)
class Rehearsal:
    """What came of a rehearsal.

    Attributes:
        scenario: the scenario's id.
        lang: its language.
        turns: the turns in order.
        last_words: what the customer said after the last reply.
        ending: the ending reached, or None.
        outcome: its outcome, or `unfinished`.
        score: the session's score.
        unused: how many replies were left over.
    """

    scenario: str
    lang: str
    turns: tuple[RehearsedTurn, ...]
    last_words: tuple[str, ...]
    ending: str | None
    outcome: str
    score: SessionScore
    unused: int = 0


def rehearse(scenario: Scenario, bundle: RubricBundle, replies: Iterable[str]) -> Rehearsal:
    """Plays with these replies until they run out or the play ends; the rest is counted."""
    waiting = list(replies)[::-1]
    played = _play(scenario, bundle, lambda _: waiting.pop() if waiting else None)
    return replace(played, unused=len(waiting))


def rehearse_exemplars(scenario: Scenario, bundle: RubricBundle, quality: Quality) -> Rehearsal:
    """Plays with each beat's exemplars of a quality, in turn where there are several, until one is lacking."""

    def exemplar(state: State) -> str | None:
        fitting = [e.reply for e in scenario.beats[state.beat].exemplars if e.quality == quality]
        if not fitting or state.turn >= ROUNDS * len(scenario.beats):
            return None
        return fitting[(state.visits[state.beat] - 1) % len(fitting)]

    return _play(scenario, bundle, exemplar)


def _play(scenario: Scenario, bundle: RubricBundle, next_reply: Callable[[State], str | None]) -> Rehearsal:
    engine = Engine(bundle)
    state, _ = begin(scenario)
    turns: list[RehearsedTurn] = []
    while not state.ended and (reply := next_reply(state)) is not None:
        score = engine.score(reply, context_for(scenario, state))
        beat, customer, before = state.beat, state.lines, state.mood
        state, _ = step(scenario, state, reply, score)
        turns.append(RehearsedTurn(beat, customer, before, reply, score, state.mood))
    return Rehearsal(
        scenario=scenario.scenario,
        lang=scenario.lang,
        turns=tuple(turns),
        last_words=state.lines,
        ending=state.ending,
        outcome=state.outcome or UNFINISHED,
        score=session_score(state.scores, bundle.rubric),
    )
