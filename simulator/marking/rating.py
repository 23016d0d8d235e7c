"""What raters say blind about sampled replies, and how far they and the engine agree. It changes no mark."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from simulator.measures.agreement import Interval, Metric, Unit, alpha, bootstrap, kappa, percent

Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S")]
#: How often an interval is drawn.
RESAMPLES = 500
#: Who stands for the engine, and for the median of all people, in a pair.
ENGINE, PEOPLE = "engine", "people"


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sampled(_Form):
    """A reply to be rated."""

    session: str
    """Its session's id."""
    turn: Annotated[int, Field(ge=1)]
    """Its turn."""
    criteria: tuple[str, ...]
    """What it is to be rated on: what the engine had a chance to judge there."""

    @property
    def unit(self) -> str:
        """Its name in sheets and reports."""
        return f"{self.session}:{self.turn}"


class Calibration(_Form):
    """A set of replies that several people rate blind, as the log keeps it."""

    name: Name
    """What it is called."""
    rubric: str
    """The id of the rubric."""
    digest: str
    """Its digest; its texts are in the log under it, so that people and engine are compared by the same one whatever
    the sessions are scored by later."""
    seed: str
    """What the sample was drawn with."""
    raters: Annotated[tuple[Name, ...], Field(min_length=1, max_length=50)]
    """Who rates."""
    units: tuple[Sampled, ...]
    """The replies."""


class Rating(_Form):
    """What one rater says about one reply, as the log keeps it; a later one takes the place of an earlier."""

    calibration: str
    """The set's name."""
    turn: Annotated[int, Field(ge=1)]
    """The turn of the session that the entry is about."""
    levels: dict[str, Annotated[int, Field(ge=0, le=3)]] = Field(default_factory=dict)
    """Criterion to level; what is missing is still to be rated."""
    flags: tuple[str, ...] = ()
    """The flags that the rater sees."""


@dataclass(frozen=True)
class Filled:
    """One row of a sheet.

    Attributes:
        sampled: the reply.
        levels: criterion to level, only those filled in.
        flags: the flags; None where the sheet has no column for them.
    """

    sampled: Sampled
    levels: Mapping[str, int]
    flags: tuple[str, ...] | None


@dataclass(frozen=True)
class Rated:
    """A sampled reply with all that was said about it.

    Attributes:
        sampled: the reply.
        engine: the engine's levels by the set's rubric.
        engine_flags: its flags, likewise.
        ratings: rater to what they say, only those who have rated it on everything.
    """

    sampled: Sampled
    engine: Mapping[str, int]
    engine_flags: tuple[str, ...]
    ratings: Mapping[str, Rating]

    def given(self, rater: str, name: str, of: Literal["level", "flag"]) -> float | None:
        """The level, or 1 or 0 for a flag, that a rater (or `ENGINE`, or `PEOPLE`) gives; None where they give none."""
        if rater == PEOPLE:
            said = [value for one in self.ratings if (value := self.given(one, name, of)) is not None]
            return statistics.median_low(said) if said else None
        if of == "flag":
            flags = (
                self.engine_flags if rater == ENGINE else self.ratings[rater].flags if rater in self.ratings else None
            )
            return None if flags is None else float(name in flags)
        levels = self.engine if rater == ENGINE else self.ratings[rater].levels if rater in self.ratings else {}
        return levels.get(name)


@dataclass(frozen=True)
class Pair:
    """How far two raters agree on a criterion or flag.

    Attributes:
        a, b: who: raters, `ENGINE`, `PEOPLE`.
        count: replies that both rated.
        percent: the share on which they say the same, 0 to 1.
        kappa: Cohen's kappa.
        weighted: quadratic-weighted kappa with its interval; the same as `kappa` for a flag.
        higher: the share on which b is higher than a.
        lower: the share on which b is lower.
    """

    a: str
    b: str
    count: int
    percent: float | None
    kappa: float | None
    weighted: Interval
    higher: float
    lower: float


@dataclass(frozen=True)
class Agreement:
    """How far all agree on a criterion or flag.

    Attributes:
        name: the criterion or flag.
        of: which of the two.
        alpha: Krippendorff's alpha over all people (ordinal; nominal for a flag) with its interval.
        pairs: person against person.
        engine: the engine against each person, and against the median of all people.
    """

    name: str
    of: Literal["level", "flag"]
    alpha: Interval
    pairs: tuple[Pair, ...]
    engine: tuple[Pair, ...]


@dataclass(frozen=True)
class Disagreement:
    """A criterion of a reply on which the engine and people, or people among each other, differ.

    Attributes:
        rated: the reply.
        name: the criterion.
        engine: the engine's level, or None.
        people: rater to level.
        apart: how far the engine is from the median of all people, or people from each other, whichever is more.
    """

    rated: Rated
    name: str
    engine: int | None
    people: Mapping[str, int]
    apart: float


def agreements(
    rated: Sequence[Rated], raters: Sequence[str], criteria: Sequence[str], flags: Sequence[str], seed: str
) -> Iterator[Agreement]:
    """How far raters and the engine agree, criterion by criterion, then flag by flag where anybody saw one.

    Args:
        rated: the replies.
        raters: who rates.
        criteria, flags: by their ids.
        seed: any text; the same one gives the same intervals.
    """
    for name in criteria:
        yield _agreement(rated, raters, name, "level", seed)
    for name in flags:
        if any(one.given(rater, name, "flag") for one in rated for rater in (*raters, ENGINE)):
            yield _agreement(rated, raters, name, "flag", seed)


def disagreements(rated: Sequence[Rated]) -> list[Disagreement]:
    """Where the engine and people, or people among each other, differ; the widest apart first."""
    found = []
    for one in rated:
        for name in one.sampled.criteria:
            people = {rater: said.levels[name] for rater, said in one.ratings.items() if name in said.levels}
            median, engine = one.given(PEOPLE, name, "level"), one.engine.get(name)
            if median is None:
                continue
            from_engine = abs(engine - median) if engine is not None else 0.0
            apart = max(from_engine, float(max(people.values()) - min(people.values())))
            if apart:
                found.append(Disagreement(one, name, engine, people, apart))
    return sorted(found, key=lambda one: (-one.apart, one.rated.sampled.unit, one.name))


def _agreement(
    rated: Sequence[Rated], raters: Sequence[str], name: str, of: Literal["level", "flag"], seed: str
) -> Agreement:
    metric: Metric = "ordinal" if of == "level" else "nominal"
    units: list[Unit] = [[one.given(rater, name, of) for rater in raters] for one in rated]
    several = [unit for unit in units if sum(value is not None for value in unit) > 1]
    people = [(a, b) for n, a in enumerate(raters) for b in raters[n + 1 :]]
    against = [(ENGINE, rater) for rater in (*raters, *([PEOPLE] if len(raters) > 1 else []))]
    return Agreement(
        name, of, bootstrap(several, partial(alpha, metric=metric), f"{seed} {name}", RESAMPLES),
        tuple(_pair(rated, a, b, name, of, seed) for a, b in people),
        tuple(_pair(rated, a, b, name, of, seed) for a, b in against),
    )  # fmt: skip


def _pair(
    rated: Sequence[Rated], a: str, b: str, name: str, of: Literal["level", "flag"], seed: str
) -> Pair:  # fmt: skip
    both = [
        (x, y)
        for one in rated
        if (x := one.given(a, name, of)) is not None and (y := one.given(b, name, of)) is not None
    ]
    first, second = [x for x, _ in both], [y for _, y in both]
    weighted = bootstrap(both, _weighted, f"{seed} {name} {a} {b}", RESAMPLES)
    count = max(1, len(both))
    return Pair(
        a, b, len(both), percent(first, second), kappa(first, second), weighted,
        sum(y > x for x, y in both) / count, sum(y < x for x, y in both) / count,
    )  # fmt: skip


def _weighted(both: Sequence[tuple[float, float]]) -> float | None:
    return kappa([x for x, _ in both], [y for _, y in both], weighted=True)
