"""What goes into the session log and comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.model.event import Event


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
    """A text that a session was played with; `Store.content` gives the text itself."""

    role: Literal["scenario", "rubric"]
    name: str
    digest: str


@dataclass(frozen=True)
class Review:
    """The trainee's own look back."""

    at: float
    went_well: str
    next_time: str


@dataclass(frozen=True)
class SessionRow:
    """A session as lists show it.

    Attributes:
        id: 32 hexadecimal digits.
        trainee, scenario, lang, title, rubric, rubric_digest, engine, started: as in `SessionMeta`.
        last: when its last event was logged, in seconds since 1970 (UTC).
        beat: the beat or ending last reached; "" before the first event.
        mood: the mood there, or None.
        turns: how many replies were given.
        ending, outcome: how it ended; None while it is unfinished.
        score: the session's score of 0-100, None where none was logged or nothing was assessed.
        passed: whether it was passed; None where no result was logged.
        branch_of: the session this one branched off, or None.
        branch_turn: the turn from which it was played differently, or None.
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
    last: float
    beat: str
    mood: int | None
    turns: int
    ending: str | None
    outcome: str | None
    score: float | None
    passed: bool | None
    branch_of: str | None
    branch_turn: int | None

    @property
    def unfinished(self) -> bool:
        """Whether it has no ending yet."""
        return self.outcome is None
