"""Plays a scenario without a screen and without the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.model.scenario import Scenario
from simulator.model.score import ReplyScore
from simulator.play.conduct import exchanges, session_levels
from simulator.play.score import SessionScore, session_score
from simulator.play.state import State
from simulator.play.step import begin, context_for, step
from simulator.scoring.engine import Engine

UNFINISHED = "unfinished"

#: No conversation goes on for longer: every turn looks back at all before it.
MOST_TURNS = 1000


@dataclass(frozen=True)
class RehearsedTurn:
    """A turn of a rehearsal.

    Attributes:
        beat: the beat it was played at.
        customer: what the customer said, line by line.
        mood: the mood before the reply.
        reply: the reply.
        score: its score.
        mood_after: the mood after it.
    """

    beat: str
    customer: tuple[str, ...]
    mood: int
    reply: str
    score: ReplyScore
    mood_after: int


@dataclass(frozen=True)
class Rehearsal:
    """What came of a rehearsal.

    Attributes:
        scenario: the scenario's id.
        lang: its language.
        turns: the turns in order.
        state: where it came to; what the customer said after the last reply is in its `lines`.
        score: the session's score.
    """

    scenario: str
    lang: str
    turns: tuple[RehearsedTurn, ...]
    state: State
    score: SessionScore

    @property
    def outcome(self) -> str:
        """The ending's outcome, or `unfinished`."""
        return self.state.outcome or UNFINISHED


def rehearse(scenario: Scenario, engine: Engine, next_reply: Callable[[State], str | None]) -> Rehearsal:
    """Plays until it ends, there is no further reply, or it has gone on for `MOST_TURNS`.

    Args:
        scenario: the case.
        engine: scores the replies.
        next_reply: gives the reply in a state; None: there is none.
    """
    state, events = begin(scenario)
    turns: list[RehearsedTurn] = []
    while not state.ended and len(turns) < MOST_TURNS and (reply := next_reply(state)) is not None:
        score = engine.score(reply, context_for(scenario, state))
        beat, customer, before = state.beat, state.lines, state.mood
        state, happened = step(scenario, state, reply, score)
        events = (*events, *happened)
        turns.append(RehearsedTurn(beat, customer, before, reply, score, state.mood))
    return Rehearsal(
        scenario=scenario.scenario,
        lang=scenario.lang,
        turns=tuple(turns),
        state=state,
        score=session_score(state.scores, engine.rubric, session_levels(engine.rubric, exchanges(events))),
    )
