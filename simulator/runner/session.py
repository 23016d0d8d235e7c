"""A session being played: play, scoring, log and clock together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from simulator.model.event import Event, Recorded, Replied, Reviewed
from simulator.model.intake import FilledRecord, RecordScore, read_record
from simulator.model.rubric import RubricBundle
from simulator.model.scenario import Scenario
from simulator.model.score import ReplyScore
from simulator.play.conduct import exchanges, session_levels
from simulator.play.cycle import Progress, progress
from simulator.play.record import judge_record
from simulator.play.score import SessionScore, session_score
from simulator.play.state import State, apply, replay
from simulator.play.step import context_for, step
from simulator.reports.transcript import Transcript, transcript
from simulator.runner.whole import seconds_taken
from simulator.scoring.engine import Engine
from simulator.store.records import Review, StoredEvent
from simulator.store.store import Store

#: Seconds since 1970 (UTC).
Clock = Callable[[], float]
#: Seconds, or not known, or by the clock.
Took = float | None | Literal["measured"]


class Session:
    """One play-through, kept in the log as it goes. Made by `Runner`.

    Attributes:
        id: its id in the log.
        scenario: the case.
        state: where it stands.
        draft: what the trainee was typing when it was last saved; after the end, the record that was begun, as JSON.
    """

    def __init__(
        self, store: Store, clock: Clock, id_: str, scenario: Scenario, engine: Engine, events: tuple[StoredEvent, ...]
    ) -> None:
        self.id = id_
        self.scenario = scenario
        self.draft = store.draft(id_)
        self._store, self._clock, self._engine = store, clock, engine
        self._last = events[-1].seq
        # Killed between the reply and its answer, a session has a reply that nobody answered.
        self._unanswered = events[-1].event if isinstance(events[-1].event, Replied) else None
        self.state: State = replay(stored.event for stored in (events[:-1] if self._unanswered else events))
        self._since = clock()
        self._events: tuple[Event, ...] = tuple(stored.event for stored in events)
        self._seconds = seconds_taken(events)

    @property
    def bundle(self) -> RubricBundle:
        """The rubric it is judged by."""
        return self._engine.bundle

    @property
    def unanswered(self) -> str | None:
        """A reply that is in the log and waits for its answer; the next `send` gives that one its answer."""
        return self._unanswered.text if self._unanswered else None

    def send(self, text: str, took: Took = "measured") -> tuple[Event, ...]:
        """Replies to the customer. The reply is safe in the log before it is scored.

        Where an earlier reply is in the log but could not be answered (the disk was full), that one is answered
        instead, and `text` is not sent.

        Args:
            text: the reply.
            took: how long the trainee took for it, in seconds; None where that is not known.

        Returns:
            What happened, from the reply to the customer's answer or the end.

        Raises:
            StoreError: the log can't be written. Nothing has happened, or the reply waits for its answer.
            ValueError: the session has ended.
        """
        if self.state.ended:
            raise ValueError("the session has ended")
        if self._unanswered is None:
            now = self._clock()
            replied = Replied(turn=self.state.turn + 1, text=text)
            # A clock that was put back makes no negative times.
            seconds = max(0.0, now - self._since) if took == "measured" else took
            self._last = self._store.append(self.id, (replied,), after=self._last, at=now, seconds=seconds)
            self._unanswered = replied
            self._events = (*self._events, replied)
            self._seconds[replied.turn] = seconds
            self.draft = ""
        return self._answer(self._unanswered)

    def finish_turn(self) -> tuple[Event, ...]:
        """Answers a reply that was left without an answer; nothing where there is none."""
        return self._answer(self._unanswered) if self._unanswered else ()

    def coach(self, draft: str) -> ReplyScore:
        """What a draft would score now. Nothing is kept. May be called from another thread.

        Raises:
            ValueError: the session has ended.
        """
        return self._engine.score(draft, context_for(self.scenario, self.state))

    def save_draft(self, text: str) -> None:
        """Keeps what the trainee is typing, so that a crash does not lose it."""
        self._store.save_draft(self.id, text, self._clock())
        self.draft = text

    def score(self) -> SessionScore:
        """The score so far."""
        return self._score(self.state, self._events)

    def steps(self) -> Progress:
        """How far it is along the service cycle."""
        return progress(self.scenario, self._events)

    def due(self) -> tuple[str, ...]:
        """The criteria that the reply now due has a chance to show.

        Raises:
            ValueError: the session has ended.
        """
        return self._engine.due(context_for(self.scenario, self.state))

    def review(self, went_well: str, next_time: str) -> None:
        """Keeps the trainee's own look back."""
        self._store.add_review(self.id, Review(self._clock(), went_well, next_time))

    @property
    def wants_record(self) -> bool:
        """Whether it has ended in a case of which a complaint record can be written."""
        return self.state.ended and self.scenario.intake is not None

    @property
    def begun_record(self) -> FilledRecord | None:
        """The complaint record that was begun and not handed in, or None."""
        return read_record(self.draft) if self.state.ended else None

    def save_record(self, record: FilledRecord) -> None:
        """Keeps a record that is being filled in, so that a crash does not lose it."""
        self.save_draft(record.model_dump_json(exclude_defaults=True))

    def record(self, record: FilledRecord) -> RecordScore:
        """Hands in the complaint record: it is judged and logged; a later one takes the place of an earlier.

        Raises:
            StoreError: the log can't be written; what was filled in is still kept where it was saved.
            ValueError: the session has not ended, or its case has no record.
        """
        if not self.wants_record:
            raise ValueError("there is no record to be written here")
        recorded = Recorded(record=record, score=judge_record(record, self.scenario, self.state.promised))
        self._last = self._store.append(self.id, (recorded,), after=self._last, at=self._clock())
        self.state = apply(self.state, recorded)
        self.save_draft("")
        return recorded.score

    def answer(self, question: str, level: int) -> None:
        """Logs how the trainee judges themselves by one of the rubric's questions, beside the answers so far.

        Raises:
            StoreError: the log can't be written.
            ValueError: the session has not ended.
        """
        if not self.state.ended:
            raise ValueError("the session has not ended")
        reviewed = Reviewed(answers={**self.state.answers, question: level})
        self._last = self._store.append(self.id, (reviewed,), after=self._last, at=self._clock())
        self.state = apply(self.state, reviewed)

    def transcript(self) -> Transcript:
        """Everything that was said, from the log."""
        return transcript(self._store, self._store.session(self.id))

    def _answer(self, replied: Replied) -> tuple[Event, ...]:
        score = self._engine.score(replied.text, context_for(self.scenario, self.state))
        state, events = step(self.scenario, self.state, replied.text, score)
        played = (*self._events, *events[1:])
        result = self._score(state, played) if state.ended else None
        now = self._clock()
        self._last = self._store.append(self.id, events[1:], after=self._last, at=now, result=result)
        self.state, self._events, self._unanswered, self._since = state, played, None, now
        return events

    def _score(self, state: State, played: tuple[Event, ...]) -> SessionScore:
        rubric = self.bundle.rubric
        return session_score(state.scores, rubric, session_levels(rubric, exchanges(played, self._seconds)))
