"""Under what a sitting began."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from simulator.model.assessment import Assessment, Seat
from simulator.model.receipt import Ended


@dataclass(frozen=True)
class TimeLeft:
    """What is left, in seconds, 0 or more; None where there is no limit.

    Attributes:
        reply: for the reply that is due.
        whole: for the whole sitting.
    """

    reply: float | None
    whole: float | None


@dataclass(frozen=True)
class Terms:
    """Under what a sitting began; later changes of the assessment don't touch it.

    Attributes:
        rules: the assessment.
        digest: the digest under which the log has it.
        seat: who sits, and for which time (`attempt`).
        plan: the scenarios in their order, as (id, digest of the text).
        began, closes: in seconds since 1970 (UTC); it may never close.
        pass_mark: the score from which it is passed.
        engine, rubric, rubric_digest: what scores it.
    """

    rules: Assessment
    digest: str
    seat: Seat
    attempt: int
    plan: tuple[tuple[str, str], ...]
    began: float
    closes: float | None
    pass_mark: int
    engine: str
    rubric: str
    rubric_digest: str

    def limits(self) -> dict[Ended, float]:
        """Why it may end before all is done -> so many seconds after it began."""
        limits = dict[Ended, float]()
        if self.rules.minutes:
            limits["time"] = self.rules.minutes * 60.0
        if self.closes is not None:
            limits["closed"] = self.closes - self.began
        return limits

    def time_left(self, spent: float, asked: float | None) -> TimeLeft:
        """What is left.

        Args:
            spent: the seconds since it began.
            asked: how many had passed when the reply became due; None where none is.
        """
        reply, whole = self.rules.reply_seconds, min(self.limits().values(), default=None)
        return TimeLeft(
            None if asked is None or reply is None else max(0.0, asked + reply - spent),
            None if whole is None else max(0.0, whole - spent),
        )

    def data(self) -> dict[str, Any]:
        """Fit for JSON: what the log keeps."""
        kept = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**kept, "rules": self.rules.model_dump(mode="json"), "seat": asdict(self.seat)}

    @classmethod
    def of(cls, data: dict[str, Any]) -> Terms:
        """The terms that `data` was made of."""
        plan = tuple((scenario, digest) for scenario, digest in data["plan"])
        return cls(**{**data, "rules": Assessment.model_validate(data["rules"]), "seat": Seat(**data["seat"]),
                      "plan": plan})  # fmt: skip
