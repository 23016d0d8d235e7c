"""A session judged as a whole, by what the log has of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simulator.model.event import Replied
from simulator.model.rubric import Rubric
from simulator.model.score import SessionLevel
from simulator.play.conduct import exchanges, session_levels
from simulator.store.records import StoredEvent


def seconds_taken(events: Iterable[StoredEvent]) -> dict[int, float | None]:
    """Turn to how many seconds its reply took; None where that is not known."""
    return {stored.event.turn: stored.seconds for stored in events if isinstance(stored.event, Replied)}


def judged_whole(events: Sequence[StoredEvent], rubric: Rubric) -> tuple[SessionLevel, ...]:
    """The levels of a rubric's session criteria."""
    return session_levels(rubric, exchanges([stored.event for stored in events], seconds_taken(events)))
