"""What goes into the session log and comes out of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from simulator.model.event import Event

#: What an instructor or a trainee adds about a session, a trainee, a group or an assessment.
EntryKind = Literal[
    "override", "comment", "grade", "dispute", "answer", "rescored", "rubric", "rating", "calibration", "review"
]
#: The kinds that change a session's mark: of a session without any, its row tells it.
CHANGING: tuple[EntryKind, ...] = ("override", "rescored")
#: What people say about a session that its trainee is to see; all but the dispute comes from others.
FROM_OTHERS: tuple[EntryKind, ...] = (*CHANGING, "comment", "grade", "answer")
SAID: tuple[EntryKind, ...] = (*FROM_OTHERS, "dispute")
#: The kinds that a trainee adds; everything else is for instructors to say.
TRAINEES_KINDS: frozenset[EntryKind] = frozenset({"dispute", "review"})
#: A step of a sitting.
SittingKind = Literal["begun", "resumed", "opened", "answered", "time_out", "closed", "finished"]


@dataclass(frozen=True, kw_only=True)
class SessionMeta:
    """All that is known about a session when it begins.

    Attributes:
        trainee: the trainee's name or seat; any text.
        scenario: the scenario's id.
        lang: the scenario's language, `en` or `zh`.
        title: the scenario's title.
        scenario_path: where the scenario was read from, for messages.
        scenario_text: the scenario file as it was read.
        rubric: the rubric's id.
        rubric_digest: the rubric bundle's digest.
        rubric_texts: (file name, text) of the rubric and all it uses, as in `RubricBundle.texts`.
        engine: the version of the program that scores.
        started: when, in seconds since 1970 (UTC).
    """

    trainee: str
    scenario: str
    lang: str
    title: str
    scenario_path: str
    scenario_text: str
    rubric: str
    rubric_digest: str
    rubric_texts: tuple[tuple[str, str], ...] = ()
    engine: str
    started: float


@dataclass(frozen=True)
class StoredEvent:
    """An event in its place in the log.

    Attributes:
        seq: its number in the session, from 1 without gaps.
        at: when it was logged, in seconds since 1970 (UTC).
        seconds: on a reply, how long the trainee took for it; None elsewhere and where it is not known.
        event: what happened.
    """

    seq: int
    at: float
    seconds: float | None
    event: Event


@dataclass(frozen=True)
class TextRef:
    """A text that a session or an assessment rests on; `Store.content` gives the text itself.

    Attributes:
        role: `scenario` or `rubric`; in an assessment also `assessment`, its file.
        name: the file's name or path.
        digest: the SHA-256 of its UTF-8, in hexadecimal.
    """

    role: str
    name: str
    digest: str


@dataclass(frozen=True)
class Review:
    """The trainee's own look back."""

    at: float
    went_well: str
    next_time: str


@dataclass(frozen=True)
class Standing:
    """Where a session stands: all that a desk asks for often, kept up to date with every turn.

    Attributes:
        seq: the number of its last event; 0 before the first.
        head: the hash of its last event, or of the session itself before the first.
        last: when its last event was logged, in seconds since 1970 (UTC), never before it began.
        beat: the beat or ending last reached; "" before the first event.
        mood: the mood there, or None.
        turns: how many replies were given.
        reply_score: the score (0-100) of the last reply that was scored; None where nothing was assessed in it.
        flags: each flag raised so far to the turn it was last raised in.
        criteria: every criterion that a reply was judged on, first seen first.
        ending, outcome: how it ended; None while it is unfinished.
        score: the session's score of 0-100; None where none was logged or nothing was assessed.
        passed: whether it was passed; None where no result was logged.
    """

    seq: int
    head: str
    last: float
    beat: str = ""
    mood: int | None = None
    turns: int = 0
    reply_score: float | None = None
    flags: tuple[tuple[str, int], ...] = ()
    criteria: tuple[str, ...] = ()
    ending: str | None = None
    outcome: str | None = None
    score: float | None = None
    passed: bool | None = None


@dataclass(frozen=True)
class SessionRow:
    """A session as lists show it.

    Attributes:
        id: 32 hexadecimal digits.
        trainee, scenario, lang, title, rubric, rubric_digest, engine, started: as in `SessionMeta`.
        branch_of: the session this one branched off, or None.
        branch_turn: the turn from which it was played differently, or None.
        standing: where it stands; its fields can be asked of the row itself.
    """

    id: str
    trainee: str
    scenario: str
    lang: str
    title: str
    rubric: str
    rubric_digest: str
    engine: str
    started: float
    branch_of: str | None
    branch_turn: int | None
    standing: Standing

    @property
    def last(self) -> float:
        """When its last event was logged, in seconds since 1970 (UTC)."""
        return self.standing.last

    @property
    def beat(self) -> str:
        """The beat or ending last reached; "" before the first event."""
        return self.standing.beat

    @property
    def mood(self) -> int | None:
        """The mood there, or None."""
        return self.standing.mood

    @property
    def turns(self) -> int:
        """How many replies were given."""
        return self.standing.turns

    @property
    def ending(self) -> str | None:
        """The ending it came to; None while it is unfinished."""
        return self.standing.ending

    @property
    def outcome(self) -> str | None:
        """How it ended; None while it is unfinished."""
        return self.standing.outcome

    @property
    def score(self) -> float | None:
        """The session's score of 0-100; None where none was logged or nothing was assessed."""
        return self.standing.score

    @property
    def passed(self) -> bool | None:
        """Whether it was passed; None where no result was logged."""
        return self.standing.passed

    @property
    def unfinished(self) -> bool:
        """Whether it has no ending yet."""
        return self.standing.outcome is None


@dataclass(frozen=True)
class Assessment:
    """An assessment as it was when a class sat it.

    Attributes:
        digest: over its file and all that it rests on, in hexadecimal; its name in the log.
        id, title: as in its file.
        added: when it first came into the log, in seconds since 1970 (UTC).
    """

    digest: str
    id: str
    title: str
    added: float


@dataclass(frozen=True, kw_only=True)
class SittingMeta:
    """Who sits an assessment.

    Attributes:
        assessment: the assessment's digest.
        seat: the id in the roster, or the seat code; any text, as are `name` and `group`.
        name: the trainee's name.
        group: the trainee's group, or "".
        lang: the language of the sitting, `en` or `zh`.
        attempt: from 1.
        seed: what the draw of scenarios began with.
        started: when, in seconds since 1970 (UTC).
    """

    assessment: str
    seat: str
    name: str
    group: str = ""
    lang: str
    attempt: int
    seed: str
    started: float


@dataclass(frozen=True)
class Sitting:
    """A sitting as lists show it.

    Attributes:
        id: 32 hexadecimal digits.
        meta: who sits what.
        seq: the number of its last event; 0 before the first.
        head: the hash of its last event, or of the sitting itself before the first: what a receipt holds.
        last: when its last event was logged, in seconds since 1970 (UTC).
        kind: what its last event was; "" before the first.
        session: the session opened last, or None.
    """

    id: str
    meta: SittingMeta
    seq: int
    head: str
    last: float
    kind: str
    session: str | None

    @property
    def finished(self) -> bool:
        """Whether it was handed in."""
        return self.kind == "finished"


@dataclass(frozen=True)
class SittingEvent:
    """A step of a sitting.

    Attributes:
        seq: its number in the sitting, from 1 without gaps.
        at: when, in seconds since 1970 (UTC).
        kind: what happened, see `SittingKind`.
        session: the session it is about, or None.
        data: what else there is to it, fit for JSON.
        hash: its link in the sitting's chain.
    """

    seq: int
    at: float
    kind: str
    session: str | None
    data: dict[str, Any]
    hash: str


@dataclass(frozen=True)
class Entry:
    """What someone added about a session, a trainee, a group or an assessment, without changing it.

    Attributes:
        id: 32 hexadecimal digits, the same in every log that it is collected into.
        subject: a session's id, or what `about` makes.
        seq: its number among the subject's entries, from 1 without gaps.
        kind: see `EntryKind`.
        author: who; any text.
        at: when, in seconds since 1970 (UTC).
        data: what, fit for JSON.
        hash: its link in the chain of the subject's entries.
    """

    id: str
    subject: str
    seq: int
    kind: str
    author: str
    at: float
    data: dict[str, Any]
    hash: str


@dataclass(frozen=True)
class Seat:
    """A sitting together with the session that it is in, for a desk that looks on.

    Attributes:
        sitting: who sits, and the last step.
        session: the session opened last, with where it stands; None before the first.
    """

    sitting: Sitting
    session: SessionRow | None


def about(kind: Literal["trainee", "group", "assessment", "rubric", "calibration"], name: str) -> str:
    """The subject of entries that are about no single session."""
    return f"{kind} {json.dumps(name)}"
