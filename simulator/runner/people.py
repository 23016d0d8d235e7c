"""Who is meant by an id or a name."""

from __future__ import annotations

from simulator.reports.gradebook.records import Person
from simulator.runner.gradebook import sitter
from simulator.store.store import Store


class UnknownTrainee(Exception):  # noqa: N818
    """Nobody, or more than one, is called so.

    Attributes:
        ids: those who are.
    """

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__(ids)
        self.ids = ids


def person_called(store: Store, name: str) -> Person:
    """Who is called so in the log.

    Args:
        store: the session log.
        name: the id, or the name in the roster.

    Raises:
        UnknownTrainee: there is none, or there are several.
        StoreError: the log can't be read.
    """
    last = None
    for sitting in store.sittings(seat=name):
        last = sitting.meta
    if last:
        return sitter(last)
    if next(store.sessions(trainee=name), None):
        return Person(name)
    found = {
        sitting.meta.seat: sitter(sitting.meta) for sitting in store.sittings() if name and sitting.meta.name == name
    }
    if len(found) != 1:
        raise UnknownTrainee(tuple(sorted(found)))
    return next(iter(found.values()))
