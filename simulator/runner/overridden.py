"""Replies in the log that an instructor looked at, with what counts for them now and what the rubric gives."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.harvest import Marked
from simulator.model.event import Replied
from simulator.play.state import State, apply
from simulator.play.step import context_for
from simulator.runner.errors import ContentError
from simulator.runner.judged import marked_by
from simulator.runner.marks import Marks
from simulator.runner.stored import Stored
from simulator.scoring.engine import Engine
from simulator.store.store import Store


def overridden(store: Store, engine: Engine) -> Iterator[Marked | ContentError]:
    """The replies of every session in which an instructor changed something; of one that can't be read, why.

    Args:
        store: the session log.
        engine: scores the replies anew, so that what a cue catches by now is no longer missed.
    """
    marks, stored = Marks(store), Stored(store)
    for session in dict.fromkeys(entry.subject for entry in store.entries(kind="override")):
        try:
            scenario, official = stored.scenario(session), marks.of(session)
        except ContentError as error:
            yield error
            continue
        state = State()
        for event in (one.event for one in store.events(session)):
            if isinstance(event, Replied) and event.turn <= len(official.replies):
                context, counts = context_for(scenario, state), official.replies[event.turn - 1]
                people = {**counts.levels, **{name: int(name in counts.flags) for name in engine.rubric.flags}}
                score = engine.score(event.text, context)
                yield marked_by(event.text, context, scenario.scenario, people, score, engine)
            state = apply(state, event)


def replies(store: Store) -> Iterator[tuple[str, str]]:
    """Every reply in the log with its language."""
    for row in store.sessions():
        for stored in store.events(row.id):
            if isinstance(stored.event, Replied):
                yield stored.event.text, row.lang
