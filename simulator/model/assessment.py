"""An assessment as the instructor writes it: what a class sits, for how long, and what counts. With its roster."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from simulator.model.base import Bilingual, OneOrMore, Record
from simulator.model.scenario import Id, Text

SeatLang = Literal["en", "zh", "zh-Hant"]
Order = Literal["fixed", "shuffled"]
Counts = Literal["best", "last", "first"]
Shown = Literal["never", "each", "end", "closed"]

#: So many scenarios at the most make one assessment.
MOST = 20


class Draw(Record):
    """Scenarios drawn for each seat, so that neighbours get different ones."""

    count: Annotated[int, Field(ge=1, le=MOST)] = 1
    """How many each seat gets."""
    pool: Annotated[tuple[Id, ...], Field(min_length=1, max_length=100)]
    """The ids to draw from; with twice as many as are drawn, neighbours have none in common."""


class Assessment(Record):
    """A set of scenarios with rules, for a class."""

    assessment: Id
    """The id."""
    title: Bilingual
    """What the class sees."""
    instructions: Bilingual | None = None
    """What else to tell a trainee before it begins; the rules below are told anyway."""
    scenarios: Annotated[tuple[Id, ...], Field(max_length=MOST), OneOrMore] = ()
    """The ids of the scenarios that everybody sits."""
    draw: Draw | None = None
    """Scenarios drawn from a pool, after those that everybody sits."""
    order: Order = "fixed"
    """fixed: as written. shuffled: another order for each seat; neighbours begin with different scenarios."""
    seed: Annotated[int, Field(ge=0, le=999_999_999)] = 0
    """Another number gives another draw and order; the same number always gives the same ones."""
    rubric: Id = "core"
    """The id of the rubric that replies are judged by."""
    roster: Text
    """The class: a CSV file, by its path from this file."""
    lang: SeatLang = "en"
    """The language of seats for which the roster names none."""
    minutes: Annotated[int, Field(ge=1, le=1440)] | None = None
    """How long a sitting takes at the most; without it, as long as it is open."""
    reply_seconds: Annotated[int, Field(ge=5, le=3600)] | None = None
    """How long a reply takes at the most; then what is typed is sent as it stands."""
    attempts: Annotated[int, Field(ge=1, le=20)] = 1
    """How often a seat may sit it."""
    counts: Counts = "best"
    """Which attempt counts: best, last or first."""
    pass_mark: Annotated[int, Field(ge=0, le=100)] | None = None
    """The score from which it is passed; without it, the rubric's."""
    coach: bool = False
    """Whether the coach may be shown while typing."""
    scores: Shown = "end"
    """When a trainee sees scores: never, after each scenario, at the end, or once it is closed."""
    opens: Text | None = None
    """From when it can be sat: 2026-09-07 09:00."""
    closes: Text | None = None
    """Until when; whoever is still sitting is stopped."""
    time_zone: Text | None = None
    """Where these times hold: a name such as Asia/Shanghai or Europe/London, or UTC."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One line of the roster.

    Attributes:
        id: what marks are kept under, such as a student number.
        name, group: as in the roster, or "".
        lang: the language of screens and scenarios: `en`, `zh` or `zh-Hant`.
        code: what is typed to sit down instead of the id, or "".
    """

    id: str
    name: str = ""
    group: str = ""
    lang: str = "en"
    code: str = ""

    @property
    def key(self) -> str:
        """What is typed to sit down."""
        return self.code or self.id


@dataclass(frozen=True)
class AssessmentBundle:
    """An assessment with its roster.

    Attributes:
        assessment: as written.
        seats: the class; who stands next to each other sits next to each other.
        opens, closes: in seconds since 1970 (UTC), or None.
        text: the file as it was read, for the log.
        digest: SHA-256 of its UTF-8 bytes, in hexadecimal.
    """

    assessment: Assessment
    seats: tuple[Seat, ...] = ()
    opens: float | None = None
    closes: float | None = None
    text: str = field(default="", repr=False)
    digest: str = ""
