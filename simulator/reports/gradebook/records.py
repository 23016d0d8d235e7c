"""Who has which mark: what every gradebook is written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

#: What a value is of: a level of a reply, a level of the whole session, a flag, the session's score.
Kind = Literal["level", "session_level", "flag", "score"]


@dataclass(frozen=True)
class Person:
    """Who is marked.

    Attributes:
        id: what marks are kept under, such as a student number; any text, as are the others.
        name, group: or "".
    """

    id: str
    name: str = ""
    group: str = ""


@dataclass(frozen=True)
class Column:
    """What is marked: an assessment, or a scenario that was practised.

    Attributes:
        id: its id.
        title: what people call it.
        due: until when, in seconds since 1970 (UTC), or None.
    """

    id: str
    title: str
    due: float | None = None


@dataclass(frozen=True)
class Mark:
    """What a person has in a column: the attempt that counts.

    Attributes:
        score: 0-100 as it counts; None where nothing was assessed.
        passed: whether it is passed.
        automatic: the score by the engine alone.
        at: when it ended, in seconds since 1970 (UTC).
        attempt: which one counts, from 1.
        attempts: of how many that are over.
        look_again: whether a person's word was said on a score that the engine no longer gives.
        grade: the overall grade that a person gave, or "".
        feedback: what people wrote about it, or "".
        sessions: those it rests on, by id; None for a scenario of the assessment that was not begun.
    """

    score: float | None
    passed: bool
    automatic: float | None
    at: float
    attempt: int = 1
    attempts: int = 1
    look_again: bool = False
    grade: str = ""
    feedback: str = ""
    sessions: tuple[str | None, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Whether a person's word made it another score."""
        return self.score != self.automatic


@dataclass(frozen=True)
class Row:
    """A person with all their marks.

    Attributes:
        person: who.
        marks: column id to mark; a column that is missing was not sat.
    """

    person: Person
    marks: Mapping[str, Mark] = field(default_factory=dict)


@dataclass(frozen=True)
class Gradebook:
    """All marks.

    Attributes:
        columns: what is marked.
        rows: who is marked, in the roster's order where there is one.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Mean:
    """How a person did in one criterion, over all that a mark rests on.

    Attributes:
        level: the mean level, 0 to 3, as it counts.
        replies: in how many replies it was assessed; None for a criterion of the whole session.
    """

    level: float
    replies: int | None


@dataclass(frozen=True)
class Rating:
    """One value by one rater.

    Attributes:
        assessment: the assessment's id; "" for practice.
        attempt: which sitting, from 1.
        person: whose reply it is about.
        session, scenario, lang: which session.
        turn: which reply, from 1; None: the whole session.
        kind: what kind of value.
        criterion: the criterion or flag; "" for a score.
        rater: the engine with its version, or who said it.
        human: whether a person said it.
        value: a level of 0 to 3, 0 or 1 for a flag, 0-100 for a score; None where the engine had nothing to assess.
        highest: the highest value that there is.
        counts: whether the mark rests on it.
        at: when, in seconds since 1970 (UTC).
        reason: why, in the rater's words, or for which calibration it was said blind; "" from the engine.
    """

    assessment: str
    attempt: int
    person: Person
    session: str
    scenario: str
    lang: str
    turn: int | None
    kind: Kind
    criterion: str
    rater: str
    human: bool
    value: float | None
    highest: int
    counts: bool
    at: float
    reason: str = ""
