"""Where a session stands: nothing but what its events say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce

from simulator.model.event import Began, Ended, Event, Moved, Recorded, Replied, Reviewed, Scored, Spoke
from simulator.model.scenario import Outcome
from simulator.model.score import ReplyScore


@dataclass(frozen=True, slots=True)
class State:
    """Where a session stands.

    Attributes:
        beat: the beat being played; once it has ended, the ending's name.
        mood: the customer's anger, 0 to 100.
        turn: how many replies were given.
        visits: beat to how many times it was reached, this time included.
        spoken: the ids of the lines said, such as `beats.opening.says[1]`, in order.
        told: the facts told so far, in order.
        restated: the facts that the trainee has given back so far, in order.
        promised: what the trainee has promised and not taken back, in order.
        replies: the replies, oldest first.
        scores: their scores; one fewer than the replies while one is being scored.
        moods: the opening mood, then the mood after each reply.
        ending: the ending reached, or None.
        outcome: its outcome, or None.
        lines: what the customer said last; empty while a reply waits for its answer.
        recorded: the complaint record handed in after the end, with its score, or None.
        answers: how the trainee judged themselves after the end: question to level.
    """

    beat: str = ""
    mood: int = 0
    turn: int = 0
    visits: dict[str, int] = field(default_factory=dict)
    spoken: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    restated: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    scores: tuple[ReplyScore, ...] = ()
    moods: tuple[int, ...] = ()
    ending: str | None = None
    outcome: Outcome | None = None
    lines: tuple[str, ...] = ()
    recorded: Recorded | None = None
    answers: dict[str, int] = field(default_factory=dict)

    @property
    def ended(self) -> bool:
        """Whether it has come to an ending."""
        return self.ending is not None


def apply(state: State, event: Event) -> State:
    """The state after one event."""
    match event:
        case Began(beat=beat, mood=mood):
            return State(beat=beat, mood=mood, visits={beat: 1}, moods=(mood,))
        case Spoke(text=text, line=line, tells=tells):
            return replace(
                state, lines=(*state.lines, text), spoken=(*state.spoken, line), told=_with(state.told, tells)
            )
        case Replied(turn=turn, text=text):
            return replace(state, turn=turn, replies=(*state.replies, text), lines=())
        case Scored(score=score):
            done = score.observed
            kept = tuple(p for p in state.promised if p not in done.refused)
            return replace(
                state,
                scores=(*state.scores, score),
                restated=_with(state.restated, done.restated),
                promised=_with(kept, done.promised),
            )
        case Moved(mood=mood, to=to):
            visits = {**state.visits, to: state.visits.get(to, 0) + 1}
            return replace(state, beat=to, mood=mood, visits=visits, moods=(*state.moods, mood))
        case Ended(ending=ending, outcome=outcome):
            return replace(state, ending=ending, outcome=outcome)
        case Recorded():
            return replace(state, recorded=event)
        case Reviewed(answers=answers):
            return replace(state, answers=answers)


def replay(events: Iterable[Event]) -> State:
    """The state that a session's events lead to."""
    return reduce(apply, events, State())


def _with(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *more)))
