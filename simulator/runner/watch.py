"""A class as it sits: who is where, and who needs somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from simulator.model.assessment import Seat as RosterSeat
from simulator.model.base import Bilingual
from simulator.model.event import Began, Event, Moved, Scored
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.runner.errors import ContentError
from simulator.runner.marks import Marks
from simulator.runner.sitting import looked_at
from simulator.runner.stored import Stored
from simulator.runner.terms import TimeLeft
from simulator.runner.ticks import Ticks, tick
from simulator.store.records import Seat, SessionRow, Sitting, SittingEvent
from simulator.store.store import Store

#: Whoever did nothing for so many seconds has gone, and raises no alarm; and so long is practice looked back upon.
GONE = 3 * 3600.0

AlarmKind = Literal["critical", "risk", "clock", "stuck"]
State = Literal["at_work", "between", "gone", "absent", "over"]
_GRAVEST: tuple[AlarmKind, ...] = ("critical", "risk", "clock", "stuck")
_FIRST: tuple[State, ...] = ("at_work", "between", "gone", "absent", "over")


@dataclass(frozen=True)
class Alarm:
    """Why somebody should look.

    Attributes:
        kind: `critical`: a critical flag was raised; `risk`: a customer who threatens was answered badly; `clock`: the
            clock of the seat's machine was put back; `stuck`: no key and no reply for long.
        name: the flag's id, or what the customer threatens with.
        turn: the turn, or None.
        seconds: how long, or by how much.
        called: what the rubric calls the flag.
    """

    kind: AlarmKind
    name: str = ""
    turn: int | None = None
    seconds: float = 0.0
    called: Bilingual | None = None


@dataclass(frozen=True)
class Watched:
    """A seat as it is now.

    Attributes:
        seat, name, group: who; any text.
        state: `at_work`; `between` scenarios; `gone`; `absent`: not begun; `over`.
        row: the session that it is in, or was in last; None before the first.
        place: which scenario of its sitting that is, from 1; None in practice.
        idle: the seconds since the last key or step.
        left: the time left; None where nothing is known of any.
        alarms: why somebody should look, the gravest first.
    """

    seat: str
    name: str
    group: str
    state: State
    row: SessionRow | None = None
    place: int | None = None
    idle: float = 0.0
    left: TimeLeft | None = None
    alarms: tuple[Alarm, ...] = ()

    @property
    def order(self) -> tuple[object, ...]:
        """Where it stands among the others: who needs somebody most, first."""
        grave = _GRAVEST.index(self.alarms[0].kind) if self.alarms else len(_GRAVEST)
        return (grave, -len(self.alarms), _FIRST.index(self.state), self.group, self.name, self.seat)


class Watch:
    """Looks on without touching anything. What does not change between two looks is read once.

    Args:
        store: the session log.
        ticks: now.
        stuck: seconds without a key or a step after which somebody is called stuck.
        roster: the seats of the class, where it is known, to tell who is absent.
    """

    def __init__(
        self, store: Store, ticks: Ticks = tick, stuck: float = 180.0, roster: Sequence[RosterSeat] = ()
    ) -> None:
        self._store, self._ticks, self._stuck, self._roster = store, ticks, stuck, roster
        self._stored, self._marks = Stored(store), Marks(store)
        self._steps: dict[str, tuple[int, tuple[SittingEvent, ...]]] = {}
        self._seen: dict[str, tuple[int, tuple[Alarm, ...]]] = {}

    def assessments(self) -> dict[str, str]:
        """The assessments of the log, id to title, the one added last first."""
        found = sorted(self._store.assessments(), key=lambda one: one.added)
        return dict(reversed({one.id: one.title for one in found}.items()))

    def look(self, assessment: str | None) -> tuple[Watched, ...]:
        """Who is where, those first who need somebody.

        Args:
            assessment: an assessment's id; None: whoever practised in the last hours.

        Raises:
            StoreError: the log can't be read.
        """
        typing = self._store.typing(self._ticks().wall - GONE)
        seen = self._practising(typing) if assessment is None else self._sitting(assessment, typing)
        return tuple(sorted(seen, key=lambda one: one.order))

    # Inside

    def _practising(self, typing: dict[str, float]) -> Iterator[Watched]:
        latest: dict[str, SessionRow] = {}
        for row in self._store.sessions(since=self._ticks().wall - GONE):
            if row.trainee not in latest or row.last >= latest[row.trainee].last:
                latest[row.trainee] = row
        for row in latest.values():
            who = Watched(row.trainee, row.trainee, "", "over", row)
            yield self._judged(who, row.last, typing) if row.unfinished else who

    def _sitting(self, assessment: str, typing: dict[str, float]) -> Iterator[Watched]:
        absent = {seat.id: Watched(seat.id, seat.name, seat.group, "absent") for seat in self._roster}
        for seat in self._latest(assessment):
            sitting = seat.sitting
            absent.pop(sitting.meta.seat, None)
            who = Watched(sitting.meta.seat, sitting.meta.name, sitting.meta.group, "at_work", seat.session)
            if sitting.finished:
                yield replace(who, state="over")
            else:
                yield self._timed(self._judged(who, sitting.last, typing), sitting)
        yield from absent.values()

    def _latest(self, assessment: str) -> Iterable[Seat]:
        """The latest attempt of each seat, also where the assessment's file was changed in between."""
        latest: dict[str, Seat] = {}
        for known in self._store.assessments():
            if known.id == assessment:
                for seat in self._store.seats(known.digest):
                    meta = seat.sitting.meta
                    before = latest.get(meta.seat)
                    if before is None or before.sitting.meta.attempt <= meta.attempt:
                        latest[meta.seat] = seat
        return latest.values()

    def _judged(self, who: Watched, since: float, typing: dict[str, float]) -> Watched:
        """Whether it is at work, and what the session gives alarm about."""
        row = who.row
        last = max(since, row.last, typing.get(row.id, 0.0)) if row else since
        idle = max(0.0, self._ticks().wall - last)
        if idle >= GONE:
            return replace(who, state="gone", idle=idle)
        alarms = list(self._alarms(row)) if row else []
        if idle >= self._stuck:
            alarms.append(Alarm("stuck", seconds=idle))
        state: State = "at_work" if row and row.unfinished else "between"
        return replace(who, state=state, idle=idle, alarms=tuple(alarms))

    def _timed(self, who: Watched, sitting: Sitting) -> Watched:
        """With the time left, and whether the clock was put back."""
        if who.state == "gone" or not (steps := self._steps_of(sitting)):
            return who
        back = max((float(step.data.get("set_back", 0)) for step in steps if step.kind == "resumed"), default=0.0)
        alarms = [*who.alarms, *([Alarm("clock", seconds=back)] if back else [])]
        return replace(
            who,
            place=sum(step.kind == "opened" for step in steps) or None,
            left=looked_at(steps, self._ticks()),
            alarms=tuple(sorted(alarms, key=lambda alarm: _GRAVEST.index(alarm.kind))),
        )

    def _steps_of(self, sitting: Sitting) -> tuple[SittingEvent, ...]:
        seq, steps = self._steps.get(sitting.id, (0, ()))
        if seq != sitting.seq:
            steps = self._store.sitting_events(sitting.id)
            self._steps[sitting.id] = (sitting.seq, steps)
        return steps

    def _alarms(self, row: SessionRow) -> tuple[Alarm, ...]:
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
