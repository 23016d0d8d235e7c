"""Marks out of the log: for an assessment or for practice, with the attempt that counts and a person's word in place of
the engine's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import ValidationError

from simulator.marking.official import Official
from simulator.marking.rating import Rating as Blind
from simulator.marking.remarks import FlagOverride, LevelOverride, Override, ScoreOverride, Withdrawal
from simulator.messages import text
from simulator.model.assessment import Assessment, AssessmentBundle, Counts
from simulator.model.receipt import Receipt, counted, is_passed, whole_score
from simulator.model.rubric import Rubric
from simulator.reports.gradebook.records import Column, Gradebook, Kind, Mark, Mean, Person, Rating, Row
from simulator.reports.remarks import grade_words
from simulator.runner.marks import Marks
from simulator.runner.receipts import receipt_of
from simulator.runner.terms import Terms
from simulator.store.records import CHANGING, Entry, SessionRow, Sitting, SittingMeta, about
from simulator.store.store import Store


@dataclass(frozen=True)
class Sat:
    """A sitting that is over, as it counts.

    Attributes:
        person: who sat.
        receipt: the sitting, with the scores that count in place of the engine's.
        automatic: its score by the engine alone.
        look_again: whether some override was made on a score that the engine no longer gives.
    """

    person: Person
    receipt: Receipt
    automatic: float
    look_again: bool


class Gathering:
    """Reads marks from the log.

    Args:
        store: the session log.
        lang: the language of titles and of the words of grades.
        group: only who is in this group; None: all.
    """

    def __init__(self, store: Store, lang: str, group: str | None = None) -> None:
        self._store, self._lang, self._group = store, lang, group
        self._marks = Marks(store)
        self._changed = store.spoken_of(*CHANGING)
        self._rated = store.spoken_of("rating")
        self._said: dict[str, list[Entry]] = {}
        for entry in sorted([*store.entries(kind="grade"), *store.entries(kind="comment")], key=lambda e: e.at):
            self._said.setdefault(entry.subject, []).append(entry)
        #: Sittings that are not over.
        self.going = 0
        #: The score from which the assessment that was asked for last is passed.
        self.pass_mark: int | None = None

    def changed(self, session: str) -> bool:
        """Whether a person or a rescore changed a session, so that its row does not tell its mark."""
        return session in self._changed

    # An assessment

    def assessed(self, id_: str, bundle: AssessmentBundle | None = None, counts: Counts | None = None) -> Gradebook:
        """The marks of an assessment.

        Args:
            id_: its id.
            bundle: its file, where there is one: its rules hold, and who is in its roster and did not sit is there too.
            counts: which attempt counts, in place of what the assessment says.

        Raises:
            ContentError, StoreError: something can't be read.
        """
        people: dict[str, list[Sat]] = {}
        who: dict[str, Person] = {}
        if bundle:
            who = {seat.id: Person(seat.id, seat.name, seat.group) for seat in bundle.seats}
        for sat in self.sittings(id_):
            who.setdefault(sat.person.id, sat.person)
            people.setdefault(sat.person.id, []).append(sat)
        rules = bundle.assessment if bundle else self._rules(id_)
        title = rules.title.get(self._lang) if rules else id_
        column = Column(id_, title, bundle.closes if bundle else None)
        which = counts or (rules.counts if rules else "best")
        rows = []
        for person in who.values():
            if self._group in (None, person.group):
                mark = self._mark(person, people.get(person.id, []), which)
                rows.append(Row(person, {id_: mark} if mark else {}))
        return Gradebook((column,), tuple(rows))

    def sittings(self, id_: str) -> Iterator[Sat]:
        """The sittings of an assessment that are over, as they count, in the order they began; all attempts."""
        self.going = 0
        for row in self._sittings(id_):
            if not row.finished:
                self.going += 1
                continue
            person = sitter(row.meta)
            if self._group in (None, person.group):
                receipt = receipt_of(self._store, row)
                self.pass_mark = receipt.pass_mark
                yield self._sat(person, receipt)

    def groups(self, id_: str | None = None) -> list[str]:
        """The groups that sat, of an assessment or of all."""
        rows = self._sittings(id_) if id_ else self._store.sittings()
        return sorted({row.meta.group for row in rows} - {""})

    def _sat(self, person: Person, receipt: Receipt) -> Sat:
        parts, look_again, whole = [], False, list(receipt.parts)
        for place, part in enumerate(receipt.parts):
            if part.session in self._changed:
                mark = self._marks.of(part.session)
                whole[place] = replace(part, score=mark.automatic.score)
                part = replace(part, score=mark.session.score, failed_by=mark.session.failed_by)
                look_again |= mark.look_again
            parts.append(part)
        if tuple(parts) == receipt.parts:
            return Sat(person, receipt, whole_score(whole), look_again)
        passed = is_passed(parts, receipt.pass_mark)
        counts = replace(receipt, parts=tuple(parts), score=whole_score(parts), passed=passed)
        return Sat(person, counts, whole_score(whole), look_again)

    def _mark(self, person: Person, sat: Sequence[Sat], counts: Counts) -> Mark | None:
        in_order = sorted(sat, key=lambda one: one.receipt.attempt)
        chosen = counted([one.receipt for one in in_order], counts)
        if chosen is None:
            return None
        one = next(one for one in in_order if one.receipt is chosen)
        subjects = [about("trainee", person.id), *(part.session for part in chosen.parts if part.session)]
        grade, feedback = self._words(subjects)
        return Mark(
            chosen.score, chosen.passed, one.automatic, chosen.ended, chosen.attempt, len(sat), one.look_again,
            grade, feedback, tuple(part.session for part in chosen.parts),
        )  # fmt: skip

    def _sittings(self, id_: str) -> Iterator[Sitting]:
        for known in self._store.assessments():
            if known.id == id_:
                yield from self._store.sittings(assessment=known.digest)

    def _rules(self, id_: str) -> Assessment | None:
        """The rules under which it was sat last."""
        last = None
        for row in self._sittings(id_):
            last = row
        events = self._store.sitting_events(last.id) if last else ()
        return Terms.of(events[0].data["terms"]).rules if events and events[0].kind == "begun" else None

    # Practice

    def practised(self, counts: Counts = "best") -> Gradebook:
        """The marks of all sessions that belong to no sitting, a column for each scenario.

        Sessions that are not over don't count, nor do branches: they were played knowing what the debrief said.
        """
        columns: dict[str, Column] = {}
        kept: dict[str, dict[str, list[tuple[SessionRow, Mark]]]] = {}
        for row in self.sessions():
            columns.setdefault(row.scenario, Column(row.scenario, row.title))
            kept.setdefault(row.trainee, {}).setdefault(row.scenario, []).append((row, self._session_mark(row)))
        titles = [column.title for column in columns.values()]
        rows = []
        for trainee, scenarios in sorted(kept.items()):
            marks = {name: self._chosen(trainee, plays, counts) for name, plays in scenarios.items()}
            rows.append(Row(Person(trainee), marks))
        return Gradebook(
            tuple(
                replace(one, title=f"{one.title} [{one.id}]") if titles.count(one.title) > 1 else one
                for one in columns.values()
            ),
            tuple(rows),
        )

    def sessions(self) -> Iterator[SessionRow]:
        """The finished sessions of practice, in the order they began."""
        sat = self._store.sat()
        for row in self._store.sessions():
            if not row.unfinished and row.branch_of is None and row.id not in sat:
                yield row

    def _session_mark(self, row: SessionRow) -> Mark:
        if row.id not in self._changed:
            return Mark(row.score, bool(row.passed), row.score, row.last)
        mark = self._marks.of(row.id)
        return Mark(mark.session.score, mark.session.passed, mark.automatic.score, row.last, look_again=mark.look_again)

    def _chosen(self, trainee: str, plays: list[tuple[SessionRow, Mark]], counts: Counts) -> Mark:
        place = {"first": 0, "last": len(plays) - 1}.get(counts)
        if place is None:
            place = max(range(len(plays)), key=lambda n: (plays[n][1].passed, plays[n][1].score or 0.0))
        row, mark = plays[place]
        grade, feedback = self._words([row.id])
        return replace(mark, attempt=place + 1, attempts=len(plays), grade=grade, feedback=feedback)

    # Criteria

    def means(self, mark: Mark) -> dict[str, Mean]:
        """Criterion to how a person did in it, over the sessions that a mark rests on, each weighing the same.

        As in the score, a scenario that was not begun is worth nothing; one without an assessed reply likewise.

        Raises:
            ContentError, StoreError: something can't be read.
        """
        levels: dict[str, list[float]] = {}
        replies: Counter[str] = Counter()
        missed = 0
        for session in mark.sessions:
            official = self._marks.of(session) if session else None
            if official is None or official.session.score is None:
                missed += 1
                continue
            for name, level in official.session.by_criterion.items():
                levels.setdefault(name, []).append(level)
                replies[name] += sum(name in reply.levels for reply in official.replies)
            for whole in official.session.session:
                levels.setdefault(whole.criterion, []).append(whole.level)
        return {name: Mean(sum(each) / (len(each) + missed), replies.get(name)) for name, each in levels.items()}

    # Raters

    def ratings(self, id_: str | None = None) -> Iterator[Rating]:
        """Every level, flag and score by every rater, session by session: of an assessment, or of practice.

        Raises:
            ContentError, StoreError: something can't be read.
        """
        if id_ is None:
            for row in self.sessions():
                yield from self._of_session(Person(row.trainee), row, "", 1)
            return
        for sat in self.sittings(id_):
            for part in sat.receipt.parts:
                if part.session:
                    row = self._store.session(part.session)
                    yield from self._of_session(sat.person, row, id_, sat.receipt.attempt)

    def _of_session(self, person: Person, row: SessionRow, assessment: str, attempt: int) -> Iterator[Rating]:
        mark = self._marks.of(row.id)
        stands = {one.entry: one.override for one in mark.overrides}
        replaced = {_about(override) for override in stands.values()}
        base = Rating(
            assessment, attempt, person, row.id, row.scenario, row.lang, None, "score", "", f"engine {row.engine}",
            False, None, 100, True, row.last,
        )  # fmt: skip
        for one in _by_engine(base, mark, self._marks.rubric(row.id)):
            yield replace(one, counts=(one.kind, one.turn, one.criterion) not in replaced)
        if row.id in self._rated:
            yield from self._blind(base)
        if row.id not in self._changed:
            return
        entries = {entry.id: entry for entry in self._store.entries(row.id, kind="override")}
        for id_, override in self._marks.overrides(row.id):
            if isinstance(override, Withdrawal):
                continue
            kind, turn, criterion = _about(override)
            value, highest = _value(override)
            yield replace(
                base, turn=turn, kind=kind, criterion=criterion, rater=entries[id_].author, human=True, value=value,
                highest=highest, counts=id_ in stands, at=entries[id_].at, reason=override.reason,
            )  # fmt: skip

    def _blind(self, base: Rating) -> Iterator[Rating]:
        """What raters said blind, for a calibration; no mark rests on it."""
        last: dict[tuple[str, str, int], tuple[Entry, Blind]] = {}
        for entry in self._store.entries(base.session, kind="rating"):
            try:
                said = Blind.model_validate(entry.data)
            except ValidationError:
                continue
            last[entry.author, said.calibration, said.turn] = entry, said
        for entry, said in last.values():
            mine = replace(base, turn=said.turn, rater=entry.author, human=True, counts=False, at=entry.at)
            for name, level in said.levels.items():
                yield replace(mine, kind="level", criterion=name, value=level, highest=3, reason=said.calibration)
            for flag in said.flags:
                yield replace(mine, kind="flag", criterion=flag, value=1, highest=1, reason=said.calibration)

    # Words

    def _words(self, subjects: Sequence[str]) -> tuple[str, str]:
        """The grade given last, and all that was written."""
        grade, written = "", list[str]()
        for subject in subjects:
            for entry in self._said.get(subject, []):
                data = entry.data
                if entry.kind == "grade":
                    grade = str(data.get("grade", ""))
                    for part in ("strengths", "weaknesses"):
                        if data.get(part):
                            written.append(text(f"grades.{part}", self._lang, words=data[part]))
                elif data.get("turn") is None and data.get("text"):
                    written.append(str(data["text"]))
        return grade_words(grade, self._lang), "\n".join(written)


def sitter(meta: SittingMeta) -> Person:
    """Who sits."""
    return Person(meta.seat, meta.name, meta.group)


def closed(store: Store, seat: str | None = None) -> set[str]:
    """The sessions of sittings that are over, of one seat or of all: they count, ended or not."""
    return {
        part.session
        for row in store.sittings(seat=seat)
        if row.finished
        for part in receipt_of(store, row).parts
        if part.session
    }


def _by_engine(base: Rating, mark: Official, rubric: Rubric) -> Iterator[Rating]:
    for turn, score in enumerate(mark.by_engine, 1):
        for name, level in score.levels.items():
            yield replace(base, turn=turn, kind="level", criterion=name, value=level, highest=3)
        for flag in rubric.flags:
            if flag in score.flags:
                yield replace(base, turn=turn, kind="flag", criterion=flag, value=1, highest=1)
    for whole in mark.automatic.session:
        yield replace(base, kind="session_level", criterion=whole.criterion, value=whole.level, highest=3)
    yield replace(base, value=mark.automatic.score)


def _about(override: Override) -> tuple[Kind, int | None, str]:
    match override:
        case LevelOverride():
            return ("session_level" if override.turn is None else "level", override.turn, override.criterion)
        case FlagOverride():
            return ("flag", override.turn, override.flag)
        case _:
            return ("score", None, "")


def _value(override: LevelOverride | FlagOverride | ScoreOverride) -> tuple[float, int]:
    match override:
        case LevelOverride():
            return override.level, 3
        case FlagOverride():
            return int(override.raised), 1
        case ScoreOverride():
            return override.score, 100
