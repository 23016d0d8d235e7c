"""A sitting: one seat sits one assessment, scenario after scenario, while the time runs.

Every face goes the same way: `due` says what comes next; `begin_next` opens a scenario, `send` replies in it, and
`keep_time` is called about every second with what stands in the box, so that what is overdue is sent as it stands.
Nothing goes back. All is in the log before it counts, so that a sitting goes on after a crash, and the time with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from simulator.model.event import Event
from simulator.model.receipt import Ended, Part, Receipt, is_passed, whole_score
from simulator.runner.runner import Runner
from simulator.runner.session import Session, Took
from simulator.runner.terms import Terms, TimeLeft
from simulator.runner.ticks import Tick, Ticks, passed
from simulator.store.records import SittingEvent, SittingKind
from simulator.store.store import Store

#: A reply that comes so many seconds after its time was sent in time by a slow line.
GRACE = 5.0


def looked_at(events: Sequence[SittingEvent], now: Tick) -> TimeLeft:
    """The time left of a sitting that somebody else sits, without touching it.

    Args:
        events: its steps, at least the first.
        now: now.
    """
    last, asked = events[-1], None
    for event in events:
        if event.kind in ("opened", "answered"):
            asked = event.data["time"]["spent"]
        elif event.kind in ("closed", "finished"):
            asked = None
    spent = last.data["time"]["spent"] + passed(_tick(last), now)
    return Terms.of(events[0].data["terms"]).time_left(spent, asked)


def _tick(event: SittingEvent) -> Tick:
    """When a step was, by both clocks."""
    return Tick(event.at, event.data["time"]["steady"], event.data["time"]["boot"])


class Sitting:
    """A sitting, new or gone on with. Made by `Room`.

    Args:
        store: the log.
        runner: begins the sessions and goes on with them.
        ticks: now.
        id_: its id in the log.
        terms: under what it began.
        events: all its steps so far; none: it begins now.

    Attributes:
        id, terms: as above.
        session: the one that waits for a reply; None between scenarios and at the end.
        parts: the scenarios that are over, in order.
        receipt: once it is over.
    """

    def __init__(
        self, store: Store, runner: Runner, ticks: Ticks, id_: str, terms: Terms, events: Sequence[SittingEvent] = ()
    ) -> None:
        self._store, self._runner, self._ticks = store, runner, ticks
        self.id, self.terms = id_, terms
        self.session: Session | None = None
        self.parts: tuple[Part, ...] = ()
        self.receipt: Receipt | None = None
        self._seq = self._answered = 0
        self._spent = self._asked = self._closed = 0.0
        self._tick, self._here = ticks(), True
        self._open: str | None = None
        for event in events:
            self._learn(event, here=False)
        if not events:
            self._add("begun", terms=terms.data())
        elif self.receipt is None:
            # From here on it is this machine's clock that counts, be it set right or wrong.
            self._add("resumed", set_back=round(max(0.0, self._tick.wall - ticks().wall), 3))
        if self._open:
            self.session = self._runner.resume(self._open)
        self._follow()

    # What is due

    @property
    def due(self) -> Literal["begin", "reply", "nothing"]:
        """What comes next: a scenario to begin, a reply, or nothing more."""
        return "nothing" if self.receipt else "reply" if self.session else "begin"

    @property
    def place(self) -> int:
        """Which scenario is played or begun next, from 0; as many as there are once all are over."""
        return len(self.parts)

    def time_left(self) -> TimeLeft:
        """How long there is for the reply that is due and for the whole."""
        return self.terms.time_left(self._spent_at(self._ticks()), self._asked if self.session else None)

    @property
    def shows_parts(self) -> bool:
        """Whether a trainee sees the score of each scenario as soon as it is over."""
        return self.terms.rules.scores == "each"

    # What is done

    def begin_next(self) -> Session | None:
        """Opens the next scenario; None where the time is up and the sitting over.

        Raises:
            ContentError, StoreError: as `Runner.start`.
            ValueError: a scenario is open, or there is none left.
        """
        if self.due != "begin":
            raise ValueError("no scenario is to be begun")
        if self._up():
            self.keep_time()
            return None
        scenario, digest = self.terms.plan[self.place]
        data = self._store.content(digest).encode("utf-8", "surrogatepass")
        steps: list[SittingEvent] = []
        now = cache(self._ticks)

        def opened(session: str) -> None:
            # May be done again where the connection broke, and must then write the same.
            steps.append(self._step("opened", session, now(), place=self.place))

        # In one go: no session is ever left in the log without its sitting.
        session = self._runner.start_with(Path(scenario), data, self.terms.seat.id, also=opened)
        self._learn(steps[-1])
        self.session = session
        return session

    def send(self, text: str, took: Took = "measured") -> tuple[Event, ...]:
        """Replies to the customer. What comes too late is replaced by what was typed and kept while there was time.

        Args:
            text: the reply.
            took: as for `Session.send`.

        Raises:
            StoreError: as `Session.send`.
            ValueError: no reply is due.
        """
        if self.session is None:
            raise ValueError("no reply is due")
        if self._up():
            return self.keep_time(text if self._overdue() <= GRACE else self.session.draft)
        return self._reply(self.session, text, took)

    def close_scenario(self) -> None:
        """Closes the scenario that is due as it stands, begun or not: where the replies come from a file and end.

        Raises:
            ValueError: it is over.
        """
        if self.receipt:
            raise ValueError("the sitting is over")
        self._close(self.session)
        self._follow()

    def save_draft(self, text: str) -> None:
        """Keeps what is being typed: this is sent when the time is up and the program is dead."""
        if self.session:
            self.session.save_draft(text)

    def keep_time(self, draft: str | None = None) -> tuple[Event, ...]:
        """Does what is due when a time is up; nothing where none is.

        The reply's time: what is typed is sent as it stands, be it nothing. The time for the whole: what is typed is
        sent, if it is anything, and the sitting is over.

        Args:
            draft: what stands in the box; None: what was kept of it last.

        Returns:
            What happened in the conversation.
        """
        up, session = self._up(), self.session
        if up is None:
            return ()
        events: tuple[Event, ...] = ()
        if session:
            text = session.draft if draft is None else draft
            if up == "reply" or text.strip() or session.unanswered is not None:
                self._add("time_out", session.id, what=up)
                events = self._reply(session, text)
        if up != "reply" and self.receipt is None:
            self._finish(up)
        return events

    # Inside

    def _reply(self, session: Session, text: str, took: Took = "measured") -> tuple[Event, ...]:
        events = session.send(text, took)
        self._follow()
        return events

    def _follow(self) -> None:
        """Brings the steps up to what has happened in the session, also where a crash came between."""
        session = self.session
        if session and session.state.turn > self._answered:
            self._add("answered", session.id, turn=session.state.turn)
        if session and session.state.ended:
            self._close(session)
        if self.place == len(self.terms.plan) and self.receipt is None:
            self._finish("done")

    def _close(self, session: Session | None) -> None:
        part = Part(**self._named(self.place))
        if session:
            score, row = session.score(), self._store.session(session.id)
            part = replace(
                part,
                session=session.id,
                head=row.standing.head,
                turns=row.turns,
                ending=row.ending,
                outcome=row.outcome,
                score=score.score,
                failed_by=score.failed_by,
            )
        self._add("closed", part.session, part=part.data())
        self.session = None

    def _finish(self, by: Ended) -> None:
        if self.session:
            self._close(self.session)
        terms = self.terms
        parts = (*self.parts, *(Part(**self._named(n)) for n in range(self.place, len(terms.plan))))
        receipt = Receipt(
            sitting=self.id,
            assessment=terms.rules.assessment,
            digest=terms.digest,
            seat=terms.seat.id,
            name=terms.seat.name,
            group=terms.seat.group,
            lang=terms.seat.lang,
            attempt=terms.attempt,
            began=terms.began,
            ended=terms.began + (self._closed if by == "done" else self.terms.limits()[by]),
            by=by,
            engine=terms.engine,
            rubric=terms.rubric,
            rubric_digest=terms.rubric_digest,
            parts=parts,
            score=whole_score(parts),
            pass_mark=terms.pass_mark,
            passed=is_passed(parts, terms.pass_mark),
        )
        self._add("finished", receipt=receipt.data())

    def _named(self, place: int) -> dict[str, Any]:
        scenario, digest = self.terms.plan[place]
        return {"scenario": scenario, "lang": self.terms.seat.lang[:2], "digest": digest}

    # Time

    def _spent_at(self, now: Tick) -> float:
        """The seconds since it began."""
        return self._spent + passed(self._tick, now, same_process=self._here)

    def _up(self) -> Literal["reply"] | Ended | None:
        """Which time is up; the whole before the reply."""
        if self.receipt:
            return None
        left, limits = self.time_left(), self.terms.limits()
        if left.whole is not None and left.whole <= 0:
            return min(limits, key=lambda why: limits[why])
        return "reply" if left.reply is not None and left.reply <= 0 else None

    def _overdue(self) -> float:
        """For how many seconds a time has been up."""
        spent, limit = self._spent_at(self._ticks()), self.terms.rules.reply_seconds
        ends = [*self.terms.limits().values(), *([self._asked + limit] if limit else [])]
        return spent - min(ends)

    # The log

    def _add(self, kind: SittingKind, session: str | None = None, **data: Any) -> None:
        self._learn(self._step(kind, session, self._ticks(), **data))

    def _step(self, kind: SittingKind, session: str | None, now: Tick, **data: Any) -> SittingEvent:
        """Writes a step."""
        times = {"spent": round(self._spent_at(now), 3), "steady": round(now.steady, 3), "boot": now.boot}
        return self._store.add_sitting_event(
            self.id, kind, {**data, "time": times}, now.wall, after=self._seq, session=session
        )

    def _learn(self, event: SittingEvent, *, here: bool = True) -> None:
        """Takes in a step; `here`: written by this process."""
        times = event.data["time"]
        self._seq, self._spent, self._tick, self._here = event.seq, times["spent"], _tick(event), here
        match event.kind:
            case "opened" | "answered":
                self._open = event.session
                self._asked, self._answered = self._spent, event.data.get("turn", 0)
            case "closed":
                self._open, self._closed = None, self._spent
                self.parts = (*self.parts, Part.of(event.data["part"]))
            case "finished":
                self.receipt = Receipt.of(event.data["receipt"], event.hash)
            case _:
                pass
