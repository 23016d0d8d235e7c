"""Why a reply got its levels: the evidence, the rule that decided, what was vetoed, and what would lift it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.messages import has_text, text, to_traditional
from simulator.model.base import Bilingual
from simulator.model.rubric import Criterion, FlagRule, LevelTexts, Rubric, Rule
from simulator.model.score import Evidence, Judgement, ReplyScore
from simulator.model.trees import RULE
from simulator.scoring.likeness import LIKE

#: Parts of a level smaller than this are not worth a word.
LEAST_PART = 0.08


@dataclass(frozen=True)
class Point:
    """A stretch of the reply and why it counted or did not."""

    quote: str
    why: str
    counted: bool


@dataclass(frozen=True)
class Explanation:
    """One criterion's level.

    Attributes:
        criterion: its id.
        name: what it is called.
        level: 0 to 3.
        means: what the level means.
        because: the rule, weights or cap that decided, in words.
        points: the evidence, counted and vetoed, in the order of the reply.
        lift: what would lift the level; "" at level 3.
    """

    criterion: str
    name: str
    level: int
    means: str
    because: str
    points: tuple[Point, ...]
    lift: str


def in_words(words: Bilingual, lang: str) -> str:
    """A text of the rubric in a language of the screens."""
    said = words.get(lang)
    return to_traditional(said) if lang == "zh-Hant" else said


def listed(words: Iterable[str], lang: str) -> str:
    """Words one after the other, with the comma of the language."""
    return ("、" if lang.startswith("zh") else ", ").join(words)


def names(rubric: Rubric, lang: str) -> dict[str, str]:
    """Criterion or flag to its name, in the rubric's order."""
    judged: list[tuple[str, Criterion | FlagRule]] = [*rubric.criteria.items(), *rubric.flags.items()]
    return {key: in_words(item.name, lang) for key, item in judged}


def explain(score: ReplyScore, rubric: Rubric, lang: str) -> tuple[Explanation, ...]:
    """Every level of a reply, in the rubric's order.

    Args:
        score: the reply's score by this rubric.
        rubric: the rubric.
        lang: `en`, `zh` or `zh-Hant`.
    """
    return tuple(
        Explanation(
            criterion=name,
            name=in_words(criterion.name, lang),
            level=score.levels[name],
            means=level_text(criterion.levels, score.levels[name], lang),
            because=because(criterion, score.judgements[name], rubric, lang),
            points=tuple(
                Point(e.quote, reason(e, rubric, lang), e.counted) for e in score.evidence if e.criterion == name
            ),
            lift=lift(criterion, score.judgements[name], lang),
        )
        for name, criterion in rubric.criteria.items()
        if name in score.levels and name in score.judgements
    )  # fmt: skip


def reason(evidence: Evidence, rubric: Rubric, lang: str) -> str:
    """Why a stretch of the reply counted, or what cancelled it."""
    key = evidence.reason
    if key.startswith("veto."):
        return text(key, lang)
    if has_text(f"why.{key}"):
        return text(f"why.{key}", lang)
    group = rubric.cues.get(key)
    return in_words(group.why, lang) if group and group.why else text("why.wording", lang)


def because(criterion: Criterion, judgement: Judgement, rubric: Rubric, lang: str) -> str:
    """What decided the level, in words."""
    if judgement.rule == "weights":
        parts = [text("why.weights", lang, rules=judgement.by_rules, level=judgement.level)]
        for key, sign in (("why.for_it", 1), ("why.against_it", -1)):
            weighty = [n for n, part in judgement.drivers if part * sign >= LEAST_PART and n != RULE]
            names = list(dict.fromkeys(said for n in weighty if (said := _feature(n, rubric, lang))))
            if names:
                parts.append(text(key, lang, features=listed(names, lang)))
        return " ".join(parts) if lang == "en" else "".join(parts)
    rule = _rule(criterion, judgement.rule)
    if rule is not None and rule.why is not None:
        return in_words(rule.why, lang)
    return text("why.rule_none", lang) if rule is None else level_text(criterion.levels, judgement.level, lang)


def lift(criterion: Criterion, judgement: Judgement, lang: str) -> str:
    """What would lift the level, in the rubric's words; "" where nothing is to be said."""
    at = judgement.lift
    return in_words(criterion.lifts[at].say, lang) if at is not None and at < len(criterion.lifts) else ""


def _rule(criterion: Criterion, place: str) -> Rule | None:
    match = re.fullmatch(r"(rules|caps)\[(\d+)\]", place)
    if match is None:
        return None
    rules = criterion.rules if match[1] == "rules" else criterion.caps
    return rules[int(match[2])] if int(match[2]) < len(rules) else None


def level_text(levels: LevelTexts, level: int, lang: str) -> str:
    """What a level means, in a language of the screens."""
    said = (levels.zh if lang.startswith("zh") else levels.en)[level]
    return to_traditional(said) if lang == "zh-Hant" else said


def _feature(name: str, rubric: Rubric, lang: str) -> str | None:
    """What a feature is called; None for the many that only help others and that nobody could act on."""
    if name.startswith(LIKE) and (called := names(rubric, lang).get(name.removeprefix(LIKE))):
        return text("feature.like", lang, name=called)
    if has_text(f"feature.{name}"):
        return text(f"feature.{name}", lang)
    group = rubric.cues.get(name)
    return in_words(group.why, lang) if group and group.why else None
