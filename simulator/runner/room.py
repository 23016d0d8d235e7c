"""The room in which a class sits an assessment: who may sit down, and where each seat goes on."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from pathlib import Path

from simulator import __version__
from simulator.language import load_rubric_texts, load_scenario
from simulator.language.roster import folded
from simulator.library.library import Library
from simulator.messages import ToldError
from simulator.model.assessment import Assessment, AssessmentBundle, Seat
from simulator.model.event import Replied
from simulator.model.receipt import Receipt
from simulator.model.rubric import RubricBundle
from simulator.play.draw import draw
from simulator.runner.errors import valid
from simulator.runner.receipts import receipt_of
from simulator.runner.runner import Runner
from simulator.runner.sitting import GRACE, Sitting, looked_at
from simulator.runner.terms import Terms, TimeLeft
from simulator.runner.ticks import Tick, Ticks, tick
from simulator.store.records import Sitting as SittingRow
from simulator.store.records import SittingMeta
from simulator.store.store import Store


class SittingError(ToldError):
    """A seat may not sit down."""


class Room:
    """An assessment made ready for its class, and kept in the log with all it rests on.

    Args:
        path: the assessment's file.
        library: finds its scenarios and its rubric, beside the file first.
        store: the log.
        ticks: now.
        timed: whether it is open and closed by its rules and the time runs; not where replies come from a file.

    Attributes:
        bundle: the assessment with its roster.
        digest: the digest under which the log has it.

    Raises:
        ContentError: the assessment, its roster, a scenario or the rubric has errors.
        StoreError: the log can't be written.
    """

    def __init__(self, path: Path, library: Library, store: Store, ticks: Ticks = tick, *, timed: bool = True) -> None:
        self._timed = timed
        self._store, self._ticks, self._library = store, ticks, library.near(path)
        self.bundle: AssessmentBundle = valid(library.load_assessment(path))
        self._rubric: RubricBundle = valid(self._library.rubric(self.rules.rubric))
        self._runner = self._judging(self._rubric)
        self.digest = store.add_assessment(
            self.rules.assessment, self.rules.title.en, [*self._contents()], ticks().wall
        )
        self._texts = {ref.name: ref.digest for ref in store.assessment_texts(self.digest)}

    def on(self, store: Store) -> Room:
        """The same room in another log that has the assessment already, without reading anything again."""
        room = copy(self)
        room._store = store
        room._runner = room._judging(self._rubric)
        return room

    @property
    def rules(self) -> Assessment:
        """The assessment as written."""
        return self.bundle.assessment

    @property
    def pass_mark(self) -> int:
        """The score from which a sitting is passed."""
        return self._rubric.rubric.pass_mark if self.rules.pass_mark is None else self.rules.pass_mark

    def warm(self, lang: str) -> None:
        """Makes the rubric ready for a language, so that the first session in it begins at once."""
        self._runner.warm(lang)

    def seat(self, typed: str) -> Seat:
        """The seat of a code or an id, however it is typed.

        Raises:
            SittingError: there is none.
        """
        found = next((seat for seat in self.bundle.seats if folded(seat.key) == folded(typed)), None)
        if found is None:
            raise SittingError("assess.unknown_seat")
        return found

    def sit(self, seat: Seat) -> Sitting:
        """Begins a seat's sitting, or goes on with the one that is not over. What is overdue is done at once.

        Raises:
            SittingError: it is not open, or the attempts are used up.
            StoreError: the log can't be read or written.
            ContentError: this version can't read the texts that the sitting began with.
        """
        rows = self._rows(seat)
        going = next((row for row in rows if not row.finished), None)
        sitting = self._resumed(going, seat) if going else self._begun(seat, len(rows) + 1)
        sitting.keep_time()
        return sitting

    def going(self, seat: Seat) -> bool:
        """Whether a sitting of this seat is not over."""
        return any(not row.finished for row in self._rows(seat))

    def title(self, scenario: str, digest: str) -> str:
        """The title of a scenario of a plan."""
        return valid(load_scenario(self._store.content(digest), scenario)).title

    def may_begin(self, seat: Seat) -> None:
        """Whether a new sitting may begin now.

        Raises:
            SittingError: why not.
        """
        now, rules = self._ticks().wall, self.rules
        if self._timed and self.bundle.opens is not None and now < self.bundle.opens:
            raise SittingError("assess.not_open", opens=rules.opens, zone=rules.time_zone)
        if self._timed and self.bundle.closes is not None and now >= self.bundle.closes:
            raise SittingError("assess.closed", closes=rules.closes, zone=rules.time_zone)
        if len(self._rows(seat)) >= rules.attempts:
            raise SittingError("assess.used_up", attempts=rules.attempts)

    def receipts(self, seat: Seat) -> tuple[Receipt, ...]:
        """The sittings of a seat that are over, in the order in which they were sat."""
        return tuple(receipt_of(self._store, row) for row in self._rows(seat) if row.finished)

    def time_left(self, seat: Seat, ago: float = 0.0) -> TimeLeft | None:
        """What a seat has left in the sitting that is not over, for one who looks on; None where there is none.

        Args:
            seat: the seat.
            ago: what it had so many seconds ago.
        """
        going = next((row for row in self._rows(seat) if not row.finished), None)
        events = self._store.sitting_events(going.id) if going else ()
        now = self._ticks()
        return looked_at(events, Tick(now.wall - ago, now.steady - ago, now.boot)) if events else None

    def settle(self) -> tuple[Receipt, ...]:
        """Brings to their end the sittings whose time is up and to which nobody came back; the others go on untouched.

        Raises:
            StoreError: the log can't be read or written.
        """
        settled = []
        for seat in self.bundle.seats:
            # Whoever is there has ended it within moments.
            left = self.time_left(seat, ago=GRACE)
            if left and left.whole == 0 and (receipt := self.sit(seat).receipt):
                settled.append(receipt)
        return tuple(settled)

    def said(self, seat: Seat) -> dict[str, tuple[str, ...]]:
        """Scenario to the replies given in it, in the sitting of a seat that began last; none where it has not sat."""
        steps = (event for row in self._rows(seat)[-1:] for event in self._store.sitting_events(row.id))
        sessions = [event.session for event in steps if event.kind == "opened" and event.session]
        return {
            self._store.session(session).scenario: tuple(
                stored.event.text for stored in self._store.events(session) if isinstance(stored.event, Replied)
            )
            for session in sessions
        }

    def shows_scores(self) -> bool:
        """Whether a trainee sees the score of a sitting that is over."""
        match self.rules.scores:
            case "closed":
                return self.bundle.closes is not None and self._ticks().wall >= self.bundle.closes
            case shown:
                return shown != "never"

    # Inside

    def _begun(self, seat: Seat, attempt: int) -> Sitting:
        self.may_begin(seat)
        began = self._ticks().wall
        meta = SittingMeta(
            assessment=self.digest, seat=seat.id, name=seat.name, group=seat.group, lang=seat.lang, attempt=attempt,
            seed=str(self.rules.seed), started=began,
        )  # fmt: skip
        id_ = self._store.begin_sitting(meta)
        return Sitting(self._store, self._runner, self._ticks, id_, self._terms(seat, attempt, began))

    def _terms(self, seat: Seat, attempt: int, began: float) -> Terms:
        rules, rubric = self.rules, self._rubric.rubric
        if not self._timed:
            rules = rules.model_copy(update={"minutes": None, "reply_seconds": None})
        plan = draw(rules, self.bundle.seats.index(seat))
        return Terms(
            rules=rules,
            digest=self.digest,
            seat=seat,
            attempt=attempt,
            plan=tuple((scenario, self._texts[_file(scenario, seat.lang)]) for scenario in plan),
            began=began,
            closes=self.bundle.closes if self._timed else None,
            pass_mark=self.pass_mark,
            engine=__version__,
            rubric=rubric.rubric,
            rubric_digest=self._rubric.digest,
        )

    def _resumed(self, row: SittingRow, seat: Seat) -> Sitting:
        events = self._store.sitting_events(row.id)
        # Killed before the first step it has none: it begins now.
        terms = Terms.of(events[0].data["terms"]) if events else self._terms(seat, row.meta.attempt, self._ticks().wall)
        return Sitting(self._store, self._runner_of(terms), self._ticks, row.id, terms, events)

    def _runner_of(self, terms: Terms) -> Runner:
        """What scores a sitting: the rubric that it began with."""
        if terms.rubric_digest == self._rubric.digest:
            return self._runner
        refs = self._store.assessment_texts(terms.digest)
        texts = [(ref.name, self._store.content(ref.digest)) for ref in refs if ref.role == "rubric"]
        return self._judging(valid(load_rubric_texts(texts)))

    def _judging(self, rubric: RubricBundle) -> Runner:
        return Runner(self._library, self._store, rubric, lambda: self._ticks().wall)

    def _rows(self, seat: Seat) -> list[SittingRow]:
        """The sittings of a seat, also those from before the file was changed."""
        same = {known.digest for known in self._store.assessments() if known.id == self.rules.assessment}
        rows = [row for row in self._store.sittings(seat=seat.id) if row.meta.assessment in same]
        return sorted(rows, key=lambda row: row.meta.attempt)

    def _contents(self) -> Iterator[tuple[str, str, str]]:
        """All that it rests on, as the log wants it. The roster is not among it: it may grow, and holds names."""
        yield "assessment", f"{self.rules.assessment}.yaml", self.bundle.text
        pool = self.rules.draw.pool if self.rules.draw else ()
        for scenario in (*self.rules.scenarios, *pool):
            for lang in sorted({seat.lang for seat in self.bundle.seats}):
                path = self._library.find(scenario, lang)
                yield "scenario", _file(scenario, lang), path.read_bytes().decode("utf-8")
        yield from (("rubric", name, content) for name, content in self._rubric.texts)


def _file(scenario: str, lang: str) -> str:
    """What the log calls a scenario's file: the same on every machine."""
    return f"{scenario}.{lang}.yaml"
