"""A session turn by turn, put together from its events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.model.event import Began, Moved, Recorded, Replied, Reviewed, Scored, Spoke
from simulator.model.intake import FilledRecord, read_record
from simulator.model.score import ReplyScore, SessionLevel
from simulator.store.records import Review, SessionRow, StoredEvent
from simulator.store.store import Store


@dataclass(frozen=True)
class Turn:
    """What the customer said, the reply to it, and what came of it.

    Attributes:
        number: from 1.
        beat: the beat it was played at.
        customer: the customer's words since the reply before.
        mood: the mood before the reply.
        reply: the reply.
        at: when it was logged, in seconds since 1970 (UTC).
        seconds: how long the trainee took, or None.
        score: its score; None where the log breaks off before.
        mood_after: the mood it led to, or None likewise.
    """

    number: int
    beat: str
    customer: tuple[str, ...]
    mood: int
    reply: str
    at: float
    seconds: float | None
    score: ReplyScore | None = None
    mood_after: int | None = None


@dataclass(frozen=True)
class Transcript:
    """A session as people read it.

    Attributes:
        row: the session.
        turns: its turns in order.
        last_words: what the customer said after the last reply.
        review: the trainee's own look back, or None.
        draft: what the trainee was typing when it broke off, or "".
        recorded: the complaint record handed in last, or None.
        begun: the complaint record that was begun and not handed in, or None.
        levels: what was judged over the whole session.
        answers: how the trainee judged themselves: question to level.
    """

    row: SessionRow
    turns: tuple[Turn, ...]
    last_words: tuple[str, ...] = ()
    review: Review | None = None
    draft: str = ""
    recorded: Recorded | None = None
    begun: FilledRecord | None = None
    levels: tuple[SessionLevel, ...] = ()
    answers: Mapping[str, int] = field(default_factory=dict)


@dataclass
class _Reading:
    beat: str = ""
    mood: int = 0
    said: list[str] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)


def transcript(store: Store, row: SessionRow) -> Transcript:
    """Reads a session from the log.

    Raises:
        StoreError: it cannot be read.
    """
    events = store.events(row.id)
    turns, last_words = turns_of(events)
    recorded = next((stored.event for stored in reversed(events) if isinstance(stored.event, Recorded)), None)
    answers = next((stored.event.answers for stored in reversed(events) if isinstance(stored.event, Reviewed)), {})
    draft = store.draft(row.id)
    # After the end there is no reply to be typed: what is kept then is the record that was begun.
    begun = read_record(draft) if row.outcome else None
    levels = store.session_levels(row.id)
    return Transcript(
        row, turns, last_words, store.review(row.id), "" if begun else draft, recorded, begun, levels, answers
    )


def turns_of(events: tuple[StoredEvent, ...]) -> tuple[tuple[Turn, ...], tuple[str, ...]]:
    """The turns, and what the customer said after the last reply."""
    now = _Reading()
    for stored in events:
        match stored.event:
            case Began(beat=beat, mood=mood):
                now.beat, now.mood = beat, mood
            case Spoke(text=words):
                now.said.append(words)
            case Replied(turn=number, text=reply):
                said = tuple(now.said)
                now.turns.append(Turn(number, now.beat, said, now.mood, reply, stored.at, stored.seconds))
                now.said.clear()
            case Scored(score=score) if now.turns:
                now.turns[-1] = replace(now.turns[-1], score=score)
            case Moved(to=to, mood=mood):
                now.beat, now.mood = to, mood
                if now.turns:
                    now.turns[-1] = replace(now.turns[-1], mood_after=mood)
            case _:
                pass
    return tuple(now.turns), tuple(now.said)
