"""What a trainee takes away from a sitting, and what a mark rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from simulator.model.assessment import Counts

#: Why a sitting ended: all was done, the time was up, or the assessment closed.
Ended = Literal["done", "time", "closed"]


@dataclass(frozen=True)
class Part:
    """One scenario of a sitting.

    Attributes:
        scenario, lang: which one.
        digest: SHA-256 of its file as it was sat, in hexadecimal.
        session: the session in the log; None where it was not begun.
        head: the hash of the session's last event.
        turns: how many replies were given.
        ending, outcome: how it ended, or None.
        score: 0-100; None where nothing was assessed.
        failed_by: the critical flags raised.
    """

    scenario: str
    lang: str
    digest: str
    session: str | None = None
    head: str = ""
    turns: int = 0
    ending: str | None = None
    outcome: str | None = None
    score: float | None = None
    failed_by: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """Fit for JSON: what the log keeps."""
        return asdict(self)

    @classmethod
    def of(cls, data: dict[str, Any]) -> Part:
        """The part that `data` was made of."""
        return cls(**{**data, "failed_by": tuple(data["failed_by"])})


@dataclass(frozen=True)
class Receipt:
    """A sitting that is over.

    Attributes:
        sitting: its id.
        assessment, digest: the assessment's id, and the digest under which the log has it with all it rests on.
        seat, name, group, lang, attempt: who sat it, and for which time.
        began, ended: in seconds since 1970 (UTC), the end reckoned from the beginning by the time that has passed.
        by: why it ended.
        engine: the version of the program that scored.
        rubric, rubric_digest: what it was judged by.
        parts: the scenarios in the order in which they were sat.
        score: 0-100, one decimal: the mean of the parts; a part that was not begun or not assessed counts 0.
        pass_mark: the score from which it is passed.
        passed: whether the score reaches it and no critical flag was raised.
        head: the hash of the sitting's last event in the log; "" until it is in the log.
    """

    sitting: str
    assessment: str
    digest: str
    seat: str
    name: str
    group: str
    lang: str
    attempt: int
    began: float
    ended: float
    by: Ended
    engine: str
    rubric: str
    rubric_digest: str
    parts: tuple[Part, ...]
    score: float
    pass_mark: int
    passed: bool
    head: str = ""

    def data(self) -> dict[str, Any]:
        """All but the head, fit for JSON: what the log keeps."""
        kept = asdict(self)
        del kept["head"]
        return kept

    @classmethod
    def of(cls, data: dict[str, Any], head: str) -> Receipt:
        """The receipt that `data` was made of."""
        return cls(**{**data, "parts": tuple(map(Part.of, data["parts"]))}, head=head)


def whole_score(parts: Sequence[Part]) -> float:
    """The score of a sitting: the mean of its parts, 0-100, one decimal."""
    return round(sum(part.score or 0.0 for part in parts) / len(parts), 1) if parts else 0.0


def is_passed(parts: Sequence[Part], pass_mark: int) -> bool:
    """Whether a sitting is passed: its score reaches the mark, and no critical flag was raised."""
    return whole_score(parts) >= pass_mark and not any(part.failed_by for part in parts)


def counted(attempts: Sequence[Receipt], counts: Counts) -> Receipt | None:
    """The attempt that counts, of those in the order in which they were sat; None where there is none.

    The best is the first of those passed, if any is, with the highest score.
    """
    if not attempts:
        return None
    if counts == "best":
        return max(attempts, key=lambda receipt: (receipt.passed, receipt.score))
    return attempts[0 if counts == "first" else -1]
