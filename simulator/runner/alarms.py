"""What a session that is being played gives alarm about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from simulator.model.event import Began, Event, Moved, Scored
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.runner.errors import ContentError
from simulator.runner.marks import Marks
from simulator.runner.sitting import looked_at
from simulator.runner.stored import Stored
from simulator.runner.terms import TimeLeft
from simulator.runner.ticks import Tick
from simulator.runner.watch import Alarm
from simulator.store.records import SessionRow, SittingEvent
from simulator.store.store import Store


class CloseLook:
    """Reads sessions; what did not change since the last look is not read again.

    Args:
        store: the session log.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stored, self._marks = Stored(store), Marks(store)
        self._seen: dict[str, tuple[int, tuple[Alarm, ...]]] = {}

    def time_left(self, steps: Sequence[SittingEvent], now: Tick) -> TimeLeft:
        """What is left of a sitting, by its steps, at least the first."""
        return looked_at(steps, now)

    def alarms(self, row: SessionRow) -> tuple[Alarm, ...]:
        """What a session gives alarm about.

        Raises:
            StoreError: the log can't be read.
        """
        seq, alarms = self._seen.get(row.id, (-1, ()))
        if seq != row.standing.seq:
            try:
                rubric, scenario = self._marks.rubric(row.id), self._stored.scenario(row.id)
            except ContentError:
                # Played with a version whose texts this one can't read: the rest of the class goes on.
                return ()
            events = [stored.event for stored in self._store.events(row.id)]
            alarms = (*_critical(row, rubric), *_risky(events, scenario, rubric))
            self._seen[row.id] = (row.standing.seq, alarms)
        return alarms


def _critical(row: SessionRow, rubric: Rubric) -> Iterator[Alarm]:
    for flag, turn in row.standing.flags:
        if flag in rubric.flags and rubric.flags[flag].critical:
            yield Alarm("critical", flag, turn, called=rubric.flags[flag].name)


def _risky(events: Iterable[Event], scenario: Scenario, rubric: Rubric) -> Iterator[Alarm]:
    """The last turn in which a customer who threatens was answered below the pass mark or with a fault."""
    beat, found = scenario.start, list[Alarm]()
    for event in events:
        match event:
            case Began():
                beat = event.beat
            case Scored(score=score) if beat in scenario.beats and scenario.beats[beat].threatens:
                if score.flags or (score.score is not None and score.score < rubric.pass_mark):
                    found.append(Alarm("risk", scenario.beats[beat].threatens[-1], event.turn))
            case Moved():
                beat = event.to
            case _:
                pass
    yield from found[-1:]
