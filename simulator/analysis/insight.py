"""A class looked at whole: where it fails, what tells the good from the weak, how it gets on. Pure, and in the memory
of what there is to tell, however many sessions there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from simulator.measures.agreement import Interval, bootstrap
from simulator.measures.items import cronbach, difficulty, discrimination
from simulator.measures.running import Correlation, Mean, Seconds
from simulator.measures.service import Rate, Service
from simulator.play.conduct import SLOW

#: A level below this one is a miss.
GOOD = 2
#: The highest level.
MOST = 3
#: So many samples are kept of a miss; they are drawn evenly from all its replies, and always the same ones.
SAMPLES = 3
#: A mood below this one, at the end, is a satisfied customer ("wary" or calmer).
CALM = 35
#: What at least this share of the trainees has is an item that reliability is worked out from.
SHARED = 0.8
#: How often the interval of a reliability is drawn.
RESAMPLES = 300
#: A week in seconds; the first Monday after the beginning of 1970 (UTC).
WEEK, MONDAY = 7 * 86_400, 4 * 86_400


@dataclass(frozen=True, slots=True)
class Step:
    """One reply of a session.

    Attributes:
        beat: where it was said.
        to: the beat or ending it led to; "" where the log breaks off.
        levels: criterion to level, as they count.
        lifts: criterion to the place of the rubric's advice that would lift it, or None.
        flags: the flags that count.
        reply: what was said.
        seconds: how long it took, or None.
    """

    beat: str
    to: str
    levels: Mapping[str, int]
    lifts: Mapping[str, int | None]
    flags: Sequence[str]
    reply: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """One session.

    Attributes:
        session: its id.
        trainee: whose.
        scenario: the scenario's id.
        rubric: the digest of the rubric that its levels are by.
        started: when, in seconds since 1970 (UTC).
        score: 0 to 100, as it counts; None where it has none.
        passed: whether it counts as passed.
        outcome: how it ended, or None.
        mood: the customer's anger at the end, 0 to 100, or None.
        steps: its replies in order.
    """

    session: str
    trainee: str
    scenario: str
    rubric: str
    started: float
    score: float | None
    passed: bool
    outcome: str | None
    mood: int | None
    steps: Sequence[Step]


@dataclass
class Miss:
    """Replies that missed a criterion in the same way.

    Attributes:
        count: how many.
        where: (scenario, beat) to how many of them.
        samples: (order, reply) of some.
    """

    count: int = 0
    where: Counter[tuple[str, str]] = field(default_factory=Counter)
    samples: list[tuple[bytes, str]] = field(default_factory=list)

    def add(self, scenario: str, beat: str, order: bytes, reply: str) -> None:
        self.count += 1
        self.where[scenario, beat] += 1
        full = len(self.samples) == SAMPLES
        if reply.strip() and (not full or order < self.samples[-1][0]) and all(reply != one for _, one in self.samples):
            self.samples = sorted([*self.samples, (order, reply)])[:SAMPLES]


@dataclass
class Item:
    """A criterion, at one beat or over all.

    Attributes:
        levels: level to how many replies had it.
        with_rest: its mean in a session against the mean of all else in that session.
    """

    levels: Counter[int] = field(default_factory=Counter)
    with_rest: Correlation = field(default_factory=Correlation)

    @property
    def count(self) -> int:
        """How many replies were judged on it."""
        return self.levels.total()

    @property
    def difficulty(self) -> float | None:
        """The share of the highest level that was missed on average: 0 nobody missed any, 1 all missed all."""
        return difficulty(self.levels, MOST)

    @property
    def missed(self) -> int:
        """How many replies were below `GOOD`."""
        return sum(n for level, n in self.levels.items() if level < GOOD)


@dataclass
class Beat:
    """A beat of a scenario.

    Attributes:
        visits: how many replies were given there.
        items: criterion to how it went there.
        ways: where it led to how often; the beat itself: the customer stayed.
        seconds: how long the replies took.
        flags: flag to how often it was raised there.
    """

    visits: int = 0
    items: dict[str, Item] = field(default_factory=dict)
    ways: Counter[str] = field(default_factory=Counter)
    seconds: Seconds = field(default_factory=Seconds)
    flags: Counter[str] = field(default_factory=Counter)

    @property
    def usual(self) -> tuple[str, float]:
        """Where it leads most often, and with what share of the replies."""
        ((to, count),) = self.ways.most_common(1) or [("", 0)]
        return to, count / max(1, self.ways.total())


@dataclass
class Week:
    """A week.

    Attributes:
        sessions, passed: how many were begun in it, and passed.
        scores: their scores.
        criteria: criterion to the levels of its replies.
    """

    sessions: int = 0
    passed: int = 0
    scores: Mean = field(default_factory=Mean)
    criteria: dict[str, Mean] = field(default_factory=dict)


@dataclass(frozen=True)
class Reliability:
    """How far the items of a class measure one thing.

    Attributes:
        items: what they are, by id.
        trainees: how many trainees have all of them.
        alpha: Cronbach's alpha with its interval (drawn over the trainees).
    """

    items: tuple[str, ...]
    trainees: int
    alpha: Interval


class Insight:
    """What can be told of a class; `add` each session, then ask.

    Attributes:
        sessions, unfinished: how many, and how many of them came to no ending.
        criteria: criterion to how it went over all.
        beats: (scenario, beat) to how it went there.
        misses: (criterion, rubric's digest, place of its advice) to the replies that missed it so.
        weeks: number of the week, from the first Monday after the beginning of 1970 (UTC), to how it went.
        outcomes: outcome to how many.
    """

    def __init__(self) -> None:
        self.sessions = self.unfinished = 0
        self.criteria: dict[str, Item] = {}
        self.beats: dict[tuple[str, str], Beat] = {}
        self.misses: dict[tuple[str, str, int | None], Miss] = {}
        self.weeks: dict[int, Week] = {}
        self.outcomes: Counter[str] = Counter()
        self._calm, self._moods, self._timed, self._on_time = 0, Mean(), 0, 0
        #: Trainee to criterion to levels, and to scenario to scores.
        self._levels: dict[str, dict[str, Mean]] = {}
        self._scores: dict[str, dict[str, Mean]] = {}

    def add(self, contact: Contact) -> None:
        """Takes a session in."""
        self.sessions += 1
        self._end(contact)
        week = self.weeks.setdefault(int((contact.started - MONDAY) // WEEK), Week())
        week.sessions += 1
        week.passed += contact.passed
        own = self._levels.setdefault(contact.trainee, {})
        if contact.score is not None:
            week.scores.add(contact.score)
            self._scores.setdefault(contact.trainee, {}).setdefault(contact.scenario, Mean()).add(contact.score)
        at: dict[tuple[str, str], Mean] = {}
        for number, step in enumerate(contact.steps):
            beat = self.beats.setdefault((contact.scenario, step.beat), Beat())
            self._step(beat, step)
            for name, level in step.levels.items():
                self.criteria.setdefault(name, Item()).levels[level] += 1
                beat.items.setdefault(name, Item()).levels[level] += 1
                week.criteria.setdefault(name, Mean()).add(level)
                own.setdefault(name, Mean()).add(level)
                at.setdefault((step.beat, name), Mean()).add(level)
                if level < GOOD:
                    order = blake2b(f"{contact.session} {number} {name}".encode(), digest_size=8).digest()
                    miss = self.misses.setdefault((name, contact.rubric, step.lifts.get(name)), Miss())
                    miss.add(contact.scenario, step.beat, order, step.reply)
        self._against_rest(contact.scenario, at)

    def discrimination(self, criterion: str) -> float | None:
        """How far trainees who do well in all other criteria do well in this one, -1 to 1; None where that can't be
        said."""
        item, rest = [], []
        for levels in self._levels.values():
            others = [mean.total / mean.count for name, mean in levels.items() if name != criterion]
            if criterion in levels and others:
                item.append(levels[criterion].total / levels[criterion].count)
                rest.append(sum(others) / len(others))
        return discrimination(item, rest)

    @property
    def trainees(self) -> int:
        """How many trainees there are."""
        return len(self._levels)

    def reliability(self, of: str = "criteria", seed: str = "") -> Reliability:
        """How far the criteria (or the scenarios) measure one thing.

        Args:
            of: `criteria`: each trainee's mean level in each. `scenarios`: each trainee's mean score in each.
            seed: any text; the same one gives the same interval.
        """
        marks = self._levels if of == "criteria" else self._scores
        had = Counter(name for own in marks.values() for name in own)
        items = tuple(sorted(name for name, count in had.items() if count >= SHARED * len(marks)))
        rows = [
            tuple(own[name].total / own[name].count for name in items)
            for own in marks.values()
            if all(name in own for name in items)
        ]
        return Reliability(items, len(rows), bootstrap(rows, cronbach, seed, RESAMPLES) if items else Interval(None))

    @property
    def service(self) -> Service:
        """What a service desk would be measured by."""
        ended = self.outcomes.total()
        return Service(
            resolved=Rate(self.outcomes["resolved"], ended),
            escalated=Rate(self.outcomes["escalated"], ended),
            satisfied=Rate(self._calm, self._moods.count),
            satisfaction=self._moods.value,
            on_time=Rate(self._on_time, self._timed),
        )

    def _end(self, contact: Contact) -> None:
        if contact.outcome is None:
            self.unfinished += 1
            return
        self.outcomes[contact.outcome] += 1
        if contact.mood is not None:
            self._calm += contact.mood < CALM
            self._moods.add(100 - contact.mood)

    def _step(self, beat: Beat, step: Step) -> None:
        beat.visits += 1
        beat.flags.update(step.flags)
        if step.to:
            beat.ways[step.to] += 1
        if step.seconds is not None:
            beat.seconds.add(step.seconds)
            self._timed += 1
            self._on_time += step.seconds <= SLOW

    def _against_rest(self, scenario: str, at: Mapping[tuple[str, str], Mean]) -> None:
        count, total = sum(mean.count for mean in at.values()), sum(mean.total for mean in at.values())
        for (beat, name), mean in at.items():
            if rest := count - mean.count:
                item = self.beats[scenario, beat].items[name]
                item.with_rest.add(mean.total / mean.count, (total - mean.total) / rest)
