"""Gathers out of the log what the reports of trainees and classes are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from simulator.course.practise import LAST, practise_next, weakest
from simulator.course.way import way_through
from simulator.library.library import Library
from simulator.messages import text
from simulator.model.assessment import AssessmentBundle
from simulator.model.course import Course
from simulator.reports.gradebook.records import Gradebook, Person
from simulator.reports.pages.records import Advice, ClassRecord, Member, Miss, Played, Tally, TraineeRecord
from simulator.reports.pages.trainee import most_advised
from simulator.reports.reasons import in_words
from simulator.reports.remarks import all_names
from simulator.reports.transcript import transcript, turns_of
from simulator.runner.errors import ContentError, valid
from simulator.runner.gradebook import Gathering, closed, sitter
from simulator.runner.marks import Marks
from simulator.runner.people import UnknownTrainee, person_called
from simulator.store.errors import StoreError
from simulator.store.records import Entry, SessionRow, about
from simulator.store.store import Store

#: In so many sessions of a class, evenly spread, single replies are looked at; so many samples are kept of a miss.
READ, SAMPLES = 400, 3
#: A level up to this one is a miss.
MISS = 1
#: What entries are remarks that a report tells.
_TOLD = ("override", "comment", "grade", "dispute", "answer")


class Reporting:
    """Gathers records.

    Args:
        store: the session log.
        library: for the course and the titles of what to practise.
        lang: the language of names.

    Attributes:
        left_out: how many sessions could not be read.
    """

    def __init__(self, store: Store, library: Library, lang: str) -> None:
        self._store, self._library, self._lang = store, library, lang
        self._marks = Marks(store)
        self.left_out = 0

    # A trainee

    def trainee(self, name: str) -> TraineeRecord:
        """All about a trainee.

        Args:
            name: the id, or the name in the roster.

        Raises:
            UnknownTrainee: there is none, or there are several.
            StoreError: the log can't be read.
        """
        person = person_called(self._store, name)
        rows = [row for row in self._store.sessions(trainee=person.id) if row.branch_of is None]
        if not rows:
            raise UnknownTrainee(())
        handed_in = closed(self._store, person.id)
        played = tuple(one for row in rows if (one := self._played(row, row.id in handed_in)))
        entries = self._entries(about("trainee", person.id))
        record = TraineeRecord(person, played, entries)
        return TraineeRecord(person, played, entries, self._advice(record))

    def everyone(self, group: str | None = None, assessment: str | None = None) -> list[str]:
        """The ids of all trainees who have sessions; of a group, of an assessment."""
        if assessment is None:
            return list(dict.fromkeys(person.id for person, _ in self._everyone(group)))
        digests = {one.digest for one in self._store.assessments() if one.id == assessment}
        return list(dict.fromkeys(
            sitting.meta.seat
            for sitting in self._store.sittings()
            if sitting.meta.assessment in digests and group in (None, sitting.meta.group) and sitting.session
        ))  # fmt: skip

    def _played(self, row: SessionRow, handed_in: bool) -> Played | None:
        try:
            return Played(
                transcript(self._store, row), self._marks.of(row.id), self._marks.rubric(row.id),
                self._entries(row.id), handed_in or not row.unfinished,
            )  # fmt: skip
        except (ContentError, StoreError):
            # One bad session does not cost the others.
            self.left_out += 1
            return None

    def _entries(self, subject: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self._store.entries(subject) if entry.kind in _TOLD)

    def _advice(self, record: TraineeRecord) -> Advice:
        over = [played for played in record.played if played.over]
        if not over:
            return Advice()
        lang = over[-1].transcript.row.lang
        latest = [one.mark.session.by_criterion for one in reversed(over) if one.transcript.row.lang == lang][:LAST]
        weak = weakest(latest)
        names: dict[str, str] = {}
        rubrics = {}
        for played in record.played:
            names |= all_names(played.rubric, self._lang)
            rubrics[played.rubric.rubric] = played.rubric
        criterion, level = (weak[0], weak[1]) if weak else ("", 0.0)
        said = [
            in_words(rubrics[rubric].criteria[criterion].lifts[place].say, self._lang)
            for (rubric, place), _ in most_advised(record, criterion).most_common()
            if criterion in rubrics[rubric].criteria and place < len(rubrics[rubric].criteria[criterion].lifts)
        ]
        scenario, why = self._scenario(record.person.id, lang, latest, names)
        return Advice(names.get(criterion, criterion), level, tuple(dict.fromkeys(said)), scenario, why)

    def _scenario(
        self, trainee: str, lang: str, latest: list[dict[str, float]], names: dict[str, str]
    ) -> tuple[str, str]:
        """What the course suggests, as the home screen does, and why."""
        course = self._course()
        if course is None:
            return "", ""
        titles = {item.id: item.title for item in self._library.items() if item.lang == lang}
        best = {scenario: score for (scenario, of), score in self._marks.best(trainee).items() if of == lang}
        found = practise_next(course, way_through(course, best, set(titles)), latest)
        if found is None:
            return "", ""
        why = text(
            f"tui.course.why.{found.why}", self._lang, criterion=names.get(found.criterion, found.criterion),
            level=f"{found.level:.1f}", sessions=found.sessions,
        )  # fmt: skip
        return titles.get(found.scenario, found.scenario), why

    def _course(self) -> Course | None:
        loaded = self._library.course()
        try:
            return valid(loaded) if loaded else None
        except ContentError:
            # A report does without the course that an instructor is just writing.
            return None

    # A class

    def whole(
        self, group: str | None = None, assessment: str | None = None, bundle: AssessmentBundle | None = None
    ) -> ClassRecord:
        """All about a class.

        Args:
            group: only who is in this group.
            assessment: only this assessment (its id), by the attempts that count.
            bundle: the assessment's file, where there is one: then who did not come is told.

        Raises:
            ContentError, StoreError: something can't be read.
        """
        gathering = Gathering(self._store, self._lang, group)
        book = gathering.assessed(assessment, bundle) if assessment else None
        members: dict[str, Member] = {}
        tallies: dict[str, Tally] = {}
        outcomes: Counter[str] = Counter()
        flags: Counter[str] = Counter()
        ids: list[str] = []
        pass_mark = None
        rows = self._assessed(gathering, book, assessment) if book and assessment else self._everyone(group)
        handed_in = closed(self._store)
        for person, row in rows:
            member = members.setdefault(person.id, Member(person))
            if row.unfinished and row.id not in handed_in:
                member.unfinished += 1
                continue
            try:
                raised = self._count(gathering, member, row, tallies)
            except (ContentError, StoreError):
                # One bad session does not cost the others.
                self.left_out += 1
                continue
            ids.append(row.id)
            outcomes[row.outcome or ""] += 1
            flags.update(raised)
        title = group or ""
        absent: tuple[Person, ...] = ()
        if book and assessment:
            title = " ".join(part for part in (book.columns[0].title, group) if part)
            pass_mark = gathering.pass_mark
            for line in book.rows:
                if mark := line.marks.get(assessment):
                    member = members.setdefault(line.person.id, Member(line.person))
                    member.mark, member.mark_passed = mark.score, mark.passed
            absent = tuple(line.person for line in book.rows if not line.marks)
        misses, names, read = self._misses(ids)
        entries = self._entries(about("group", group)) if group else ()
        ordered = {name: tallies[name] for name in (*names, *tallies) if name in tallies}
        return ClassRecord(
            title, tuple(members.values()), ordered, outcomes, flags, misses, read, len(ids), absent, names, entries,
            pass_mark,
        )  # fmt: skip

    def _everyone(self, group: str | None) -> Iterator[tuple[Person, SessionRow]]:
        who = {sitting.meta.seat: sitter(sitting.meta) for sitting in self._store.sittings()}
        for row in self._store.sessions():
            person = who.get(row.trainee) or Person(row.trainee)
            if row.branch_of is None and group in (None, person.group):
                yield person, row

    def _assessed(self, gathering: Gathering, book: Gradebook, id_: str) -> Iterator[tuple[Person, SessionRow]]:
        counted = {line.person.id: line.marks[id_].attempt for line in book.rows if id_ in line.marks}
        for sat in gathering.sittings(id_):
            if counted.get(sat.person.id) == sat.receipt.attempt:
                for part in sat.receipt.parts:
                    if part.session:
                        yield sat.person, self._store.session(part.session)

    def _count(self, gathering: Gathering, member: Member, row: SessionRow, tallies: dict[str, Tally]) -> set[str]:
        """Takes a session in; returns the flags that were raised in it."""
        if row.unfinished or gathering.changed(row.id):
            mark = self._marks.of(row.id)
            score, passed, levels = mark.session.score, mark.session.passed, mark.session.by_criterion
            flags = {flag for reply in mark.replies for flag in reply.flags}
        else:
            score, passed, levels = row.score, bool(row.passed), self._store.mean_levels(row.id)
            flags = {name for name, _ in row.standing.flags}
        member.sessions += 1
        member.passed += passed
        if score is not None:
            member.scores.add(score)
        member.flags.update(flags)
        for name, level in levels.items():
            member.criteria.setdefault(name, Tally()).add(level)
            tallies.setdefault(name, Tally()).add(level)
        return flags

    def _misses(self, ids: list[str]) -> tuple[dict[tuple[str, str, str], Miss], dict[str, str], int]:
        """How replies missed their criteria, what these are called, and in how many sessions that was looked at."""
        misses: dict[tuple[str, str, str], Miss] = {}
        names: dict[str, str] = {}
        chosen = ids if len(ids) <= READ else [ids[n * len(ids) // READ] for n in range(READ)]
        read = 0
        for id_ in chosen:
            try:
                title, rubric, mark = self._store.session(id_).title, self._marks.rubric(id_), self._marks.of(id_)
                turns, _ = turns_of(self._store.events(id_))
            except (ContentError, StoreError):
                continue
            read += 1
            names |= all_names(rubric, self._lang)
            for turn, score in zip(turns, mark.replies, strict=False):
                for criterion, level in score.levels.items():
                    miss = misses.setdefault((title, turn.beat, criterion), Miss())
                    miss.assessed += 1
                    miss.total += level
                    if level <= MISS:
                        miss.missed += 1
                        if len(miss.samples) < SAMPLES and turn.reply.strip() and turn.reply not in miss.samples:
                            miss.samples.append(turn.reply)
        return misses, names, read
