"""A class as it sits: who is where, and who needs somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from simulator.runner.ticks import Ticks, tick
from simulator.store.records import Seat, SessionRow, Sitting, SittingEvent
from simulator.store.store import Store

if TYPE_CHECKING:
    from simulator.model.assessment import Seat as RosterSeat
    from simulator.model.base import Bilingual
    from simulator.runner.alarms import CloseLook
    from simulator.runner.terms import TimeLeft

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
        sitting: its sitting, while that is not over; None in practice.
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
    sitting: Sitting | None = None

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
        self._steps: dict[str, tuple[int, tuple[SittingEvent, ...]]] = {}

    def assessments(self) -> dict[str, str]:
        """The assessments of the log, id to title, the one added last first."""
        found = sorted(self._store.assessments(), key=lambda one: one.added)
        return dict(reversed({one.id: one.title for one in found}.items()))

    @cached_property
    def _close(self) -> CloseLook:
        # What reads rubrics and scenarios takes longer to load than a whole class to be listed.
        from simulator.runner.alarms import CloseLook

        return CloseLook(self._store)

    def look(self, assessment: str | None, *, closely: bool = True) -> tuple[Watched, ...]:
        """Who is where, those first who need somebody.

        Args:
            assessment: an assessment's id; None: whoever practised in the last hours.
            closely: with the time left, and what replies and clocks give alarm about.

        Raises:
            StoreError: the log can't be read.
        """
        typing = self._store.typing(self._ticks().wall - GONE)
        seen = list(self._practising(typing) if assessment is None else self._sitting(assessment, typing))
        if closely:
            seen = [self._looked_at(one) for one in seen]
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
                yield replace(self._judged(who, sitting.last, typing), sitting=sitting)
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
        """Whether it is at work, and for how long nothing was done."""
        row = who.row
        last = max(since, row.last, typing.get(row.id, 0.0)) if row else since
        idle = max(0.0, self._ticks().wall - last)
        if idle >= GONE:
            return replace(who, state="gone", idle=idle)
        state: State = "at_work" if row and row.unfinished else "between"
        alarms = (Alarm("stuck", seconds=idle),) if idle >= self._stuck else ()
        return replace(who, state=state, idle=idle, alarms=alarms)

    def _looked_at(self, who: Watched) -> Watched:
        """With what the session gives alarm about, the time left, and whether the clock was put back."""
        if who.state not in ("at_work", "between"):
            return who
        alarms = [*who.alarms, *(self._close.alarms(who.row) if who.row else ())]
        place, left = None, None
        if who.sitting and (steps := self._steps_of(who.sitting)):
            back = max((float(step.data.get("set_back", 0)) for step in steps if step.kind == "resumed"), default=0.0)
            alarms += [Alarm("clock", seconds=back)] if back else []
            place = sum(step.kind == "opened" for step in steps) or None
            left = self._close.time_left(steps, self._ticks())
        alarms.sort(key=lambda alarm: _GRAVEST.index(alarm.kind))
        return replace(who, place=place, left=left, alarms=tuple(alarms))

    def _steps_of(self, sitting: Sitting) -> tuple[SittingEvent, ...]:
        seq, steps = self._steps.get(sitting.id, (0, ()))
        if seq != sitting.seq:
            steps = self._store.sitting_events(sitting.id)
            self._steps[sitting.id] = (sitting.seq, steps)
        return steps
