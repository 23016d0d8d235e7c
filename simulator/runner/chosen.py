"""The sessions that somebody means: all, those of an assessment, those of a group."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.store.records import SessionRow
from simulator.store.store import Store


def chosen(store: Store, assessment: str | None = None, group: str | None = None) -> Iterator[SessionRow]:
    """Sessions, read piece by piece.

    Args:
        store: the session log.
        assessment: only those of an assessment's sittings, by its id.
        group: only those of the sittings of a group.
    """
    if assessment is None and group is None:
        yield from store.sessions()
        return
    digests = [one.digest for one in store.assessments() if assessment in (None, one.id)]
    for digest in digests:
        for sitting in store.sittings(assessment=digest):
            if group in (None, sitting.meta.group):
                steps = store.sitting_events(sitting.id)
                for session in dict.fromkeys(step.session for step in steps if step.session):
                    yield store.session(session)
