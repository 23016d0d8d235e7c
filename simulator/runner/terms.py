"""Under what a sitting began."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from simulator.model.assessment import Assessment, Seat


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
