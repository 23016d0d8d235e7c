"""Features -> levels and flags: the rubric's rules, the fitted weights, the caps, and what would lift the level."""

from __future__ import annotations

import math
from collections.abc import Collection, Container, Iterable, Mapping

from simulator.model.rubric import Condition, Criterion, Fit, FlagRule, Judged, Rubric
from simulator.model.score import Judgement
from simulator.model.trees import Leaf

Features = Mapping[str, float]

#: How many of the weightiest features an explanation names.
DRIVERS = 6
#: What fitted weights must give for a flag to be raised.
RAISED = 0.5


def holds(condition: Condition, features: Features) -> bool:
    """Whether every feature named lies in its range; a feature that was not found is 0."""
    for name, bounds in condition.items():  # noqa: SIM110 - half the time of all(), and asked hundreds of times a reply
        if not bounds.holds(features.get(name, 0)):
            return False
    return True


def due(
    criteria: Mapping[str, Criterion], named: Container[str], assess: Collection[str] | None, step: int | None
) -> tuple[str, ...]:
    """The criteria that a beat gives a chance to show, in their order.

    Args:
        criteria: all criteria.
        named: those that beats may name; any other is assessed everywhere, unless it says itself where.
        assess: what the beat names; None: all criteria.
        step: the step of the service cycle that the beat stands for, 1 to 9, or None.
    """
    return tuple(name for name, criterion in criteria.items() if _is_due(name, criterion, named, assess, step))


def _is_due(
    name: str, criterion: Criterion, named: Container[str], assess: Collection[str] | None, step: int | None
) -> bool:
    if assess is None:
        return True
    if criterion.step is not None and step is not None:
        return criterion.step == step
    if criterion.like:
        return any(other in assess for other in criterion.like)
    return name in assess if name in named else criterion.step is None


def rule_level(criterion: Judged, features: Features) -> tuple[int, str]:
    """The level by the rules alone, and the rule that gave it (`rules[2]`, or `none` at level 0)."""
    for index, rule in enumerate(criterion.rules):
        if holds(rule.when, features):
            return rule.level, f"rules[{index}]"
    return 0, "none"


def judge(criterion: Judged, features: Features, fit: Fit | None = None) -> Judgement:
    """A criterion's level and how it came about."""
    by_rules, rule = rule_level(criterion, features)
    level, leaves = _fitted(fit, features, by_rules)
    drivers: tuple[tuple[str, float], ...] = ()
    if level != by_rules:
        rule, drivers = "weights", _drivers(leaves)
    if (cap := _capped_by(criterion, features, level)) is not None:
        level, rule = criterion.caps[cap].level, f"caps[{cap}]"
    return Judgement(level, rule, _lift(criterion, features, level), drivers, by_rules)


def level_of(criterion: Judged, features: Features, fit: Fit | None = None) -> int:
    """A criterion's level: by the rules, then by the fitted weights where there are any, then by the caps."""
    level, _ = _fitted(fit, features, rule_level(criterion, features)[0])
    cap = _capped_by(criterion, features, level)
    return level if cap is None else criterion.caps[cap].level


def _fitted(fit: Fit | None, features: Features, level: int) -> tuple[int, tuple[Leaf, ...]]:
    """The level by the fitted weights, and the leaves that gave it; that of the rules where there are no weights."""
    if fit is None:
        return level, ()
    leaves = fit.leaves(features.get, level)
    return max(0, min(3, math.floor(fit.total(leaves) + 0.5))), leaves


def _capped_by(criterion: Judged, features: Features, level: int) -> int | None:
    """The cap that lowers a level: the lowest of those that hold, the first of these."""
    held = [n for n, cap in enumerate(criterion.caps) if level > cap.level and holds(cap.when, features)]
    return min(held, key=lambda n: criterion.caps[n].level, default=None)


def raised(flag: FlagRule, features: Features, fit: Fit | None = None) -> bool:
    """Whether a flag is raised: by its conditions, or by the fitted weights that take them into account."""
    certain = any(holds(condition, features) for condition in flag.always)
    by_rules = certain or any(holds(condition, features) for condition in flag.when)
    if fit is None or certain:
        return by_rules
    return fit.total(fit.leaves(features.get, by_rules)) > RAISED


def points(rubric: Rubric, levels: Mapping[str, int], flags: Iterable[str]) -> float | None:
    """The score of a reply, 0-100 with one decimal; None where nothing was assessed.

    It never falls when a level rises, and never rises when a flag is added.
    """
    if not levels:
        return None
    weights = {name: rubric.criteria[name].weight for name in levels}
    earned = sum(weights[n] * level / 3 for n, level in levels.items()) / sum(weights.values()) * 100
    return round(max(0.0, earned - sum(rubric.flags[f].cost for f in flags)), 1)


def _drivers(leaves: Iterable[Leaf]) -> tuple[tuple[str, float], ...]:
    """The features' signed parts in what the trees give, the weightiest first."""
    parts: dict[str, float] = {}
    for leaf in leaves:
        for name, part in leaf.parts:
            parts[name] = parts.get(name, 0.0) + part
    ranked = sorted([(-abs(part), name) for name, part in parts.items()])
    return tuple((name, round(parts[name], 3)) for _, name in ranked[:DRIVERS])


def _lift(criterion: Judged, features: Features, level: int) -> int | None:
    if level >= 3:
        return None
    known = {**features, "level": level}
    return next((i for i, lift in enumerate(criterion.lifts) if holds(lift.when, known)), None)
