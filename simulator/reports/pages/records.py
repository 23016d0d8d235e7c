"""What the reports of a trainee and of a class are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt

from simulator.marking.official import Official
from simulator.model.rubric import Rubric
from simulator.reports.gradebook.records import Person
from simulator.reports.transcript import Transcript
from simulator.store.records import Entry


@dataclass
class Tally:
    """Mean and spread of values that come one by one."""

    count: int = 0
    total: float = 0.0
    squares: float = 0.0
    low: int = 0

    def add(self, value: float) -> None:
        """One more value; below 1 it is low."""
        self.count += 1
        self.total += value
        self.squares += value * value
        self.low += value < 1

    @property
    def mean(self) -> float:
        return self.total / self.count if self.count else 0.0

    @property
    def spread(self) -> float:
        """The standard deviation of the values."""
        return sqrt(max(0.0, self.squares / self.count - self.mean**2)) if self.count else 0.0


@dataclass(frozen=True)
class Played:
    """One session of a trainee.

    Attributes:
        transcript: what happened.
        mark: its mark.
        rubric: what it was judged by.
        entries: what people said about it, oldest first.
        over: whether it counts: it ended, or was closed with its sitting.
    """

    transcript: Transcript
    mark: Official
    rubric: Rubric
    entries: tuple[Entry, ...] = ()
    over: bool = True


@dataclass(frozen=True)
class Advice:
    """What to practise next.

    Attributes:
        criterion: the weakest criterion, by name, or "".
        level: its mean level.
        say: what the rubric advises most often, the most frequent first.
        scenario: the title of the scenario to play, or "".
        why: why that one.
    """

    criterion: str = ""
    level: float = 0.0
    say: tuple[str, ...] = ()
    scenario: str = ""
    why: str = ""


@dataclass(frozen=True)
class TraineeRecord:
    """All about a trainee.

    Attributes:
        person: who.
        played: the sessions, oldest first.
        entries: what people said about the trainee, oldest first.
        advice: what to practise next.
    """

    person: Person
    played: tuple[Played, ...]
    entries: tuple[Entry, ...] = ()
    advice: Advice = Advice()


@dataclass
class Member:
    """How one of a class stands.

    Attributes:
        person: who.
        scores: of the sessions that are over, as they count.
        passed: how many of them are passed.
        sessions: how many are over; `unfinished`: how many are not.
        criteria: criterion to the mean levels of the sessions.
        flags: flag to the number of sessions in which it was raised.
        mark: the mark in the assessment, where the report is about one.
        mark_passed: whether it is passed.
    """

    person: Person
    scores: Tally = field(default_factory=Tally)
    passed: int = 0
    sessions: int = 0
    unfinished: int = 0
    criteria: dict[str, Tally] = field(default_factory=dict)
    flags: Counter[str] = field(default_factory=Counter)
    mark: float | None = None
    mark_passed: bool | None = None

    @property
    def score(self) -> float | None:
        """The mark, or else the mean of the sessions."""
        if self.mark is not None:
            return self.mark
        return self.scores.mean if self.scores.count else None

    @property
    def ok(self) -> bool:
        """Whether the assessment is passed, or else half of the sessions."""
        return self.passed * 2 >= self.sessions if self.mark_passed is None else self.mark_passed

    @property
    def weakest(self) -> str:
        """The criterion with the lowest mean, or ""."""
        means = {name: tally.mean for name, tally in self.criteria.items()}
        return min(means, key=lambda name: means[name], default="")


@dataclass
class Miss:
    """A criterion that replies at a beat missed.

    Attributes:
        assessed: in how many replies it was assessed.
        missed: in how many its level was 0 or 1.
        total: the sum of its levels.
        samples: some of the replies that missed it.
    """

    assessed: int = 0
    missed: int = 0
    total: int = 0
    samples: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ClassRecord:
    """All about a class.

    Attributes:
        title: what it is called; "" for all of the log.
        members: who is in it.
        criteria: criterion to its levels in all sessions.
        outcomes: how sessions ended.
        flags: flag to the number of sessions in which it was raised.
        misses: (scenario, beat, criterion) to how it was missed, in the sessions that were read.
        read, sessions: in how many of how many sessions single replies were looked at.
        absent: who is in the roster and has no mark.
        names: criterion or flag to its name.
        entries: what people said about the group.
        pass_mark: the score from which it is passed, where the report is about an assessment.
    """

    title: str
    members: tuple[Member, ...]
    criteria: Mapping[str, Tally]
    outcomes: Counter[str]
    flags: Counter[str]
    misses: Mapping[tuple[str, str, str], Miss]
    read: int
    sessions: int
    absent: tuple[Person, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    pass_mark: int | None = None
