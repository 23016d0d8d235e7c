"""The score of a whole session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.model.rubric import Rubric
from simulator.model.score import ReplyScore, SessionLevel


@dataclass(frozen=True, slots=True)
class SessionScore:
    """The score of a session.

    Attributes:
        score: 0-100, one decimal: the mean of the replies' scores, together with what counts of the whole session;
            None where no reply was assessed.
        by_criterion: criterion to its mean level, 0 to 3, over the replies it was assessed in, in the rubric's order.
        failed_by: the critical flags raised, in the rubric's order; any of them fails the session.
        passed: whether the score reaches the rubric's pass mark and no critical flag was raised.
        session: what was judged over the whole session, in the rubric's order.
    """

    score: float | None
    by_criterion: dict[str, float]
    failed_by: tuple[str, ...]
    passed: bool
    session: tuple[SessionLevel, ...] = ()


def session_score(scores: Sequence[ReplyScore], rubric: Rubric, whole: tuple[SessionLevel, ...] = ()) -> SessionScore:
    """The score of a session.

    Args:
        scores: those of its replies.
        rubric: the rubric.
        whole: what was judged over the whole session.
    """
    score = _together(_mean([s.score for s in scores if s.score is not None], 1), rubric, whole)
    means = {name: _mean([s.levels[name] for s in scores if name in s.levels], 2) for name in rubric.criteria}
    raised = {flag for s in scores for flag in s.flags}
    failed_by = tuple(name for name, flag in rubric.flags.items() if flag.critical and name in raised)
    return SessionScore(
        score=score,
        by_criterion={name: mean for name, mean in means.items() if mean is not None},
        failed_by=failed_by,
        passed=score is not None and score >= rubric.pass_mark and not failed_by,
        session=whole,
    )


def _together(replies: float | None, rubric: Rubric, whole: tuple[SessionLevel, ...]) -> float | None:
    """The replies' mean, which weighs as much as all criteria, with the session criteria that count."""
    weights = {one.criterion: rubric.session[one.criterion].weight for one in whole}
    if replies is None or not sum(weights.values()):
        return replies
    share = sum(criterion.weight for criterion in rubric.criteria.values())
    earned = sum(weights[one.criterion] * one.level / 3 * 100 for one in whole)
    return round((replies * share + earned) / (share + sum(weights.values())), 1)


def _mean(values: Sequence[float], digits: int) -> float | None:
    return round(sum(values) / len(values), digits) if values else None
