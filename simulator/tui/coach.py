"""The coach's words while the trainee types: levels, what earned them, and the one next best step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.messages import text, to_traditional
from simulator.model.base import Bilingual
from simulator.model.rubric import Rubric
from simulator.model.score import ReplyScore
from simulator.tui.plain import shorten


def name_of(words: Bilingual, lang: str) -> str:
    """A text of the rubric in the language of the screen."""
    said = words.get(lang)
    return to_traditional(said) if lang == "zh-Hant" else said


@dataclass(frozen=True)
class Row:
    """One criterion's line: `level` is None where this moment gives no chance to show it."""

    criterion: str
    name: str
    level: int | None
    earned: str = ""


def names(rubric: Rubric, lang: str) -> dict[str, str]:
    """Criterion or flag to its name, in the rubric's order."""
    return {key: name_of(item.name, lang) for key, item in (*rubric.criteria.items(), *rubric.flags.items())}


def rows(rubric: Rubric, score: ReplyScore | None, assess: tuple[str, ...] | None, lang: str) -> list[Row]:
    """One row for each criterion; before anything is typed those assessed stand at level 0."""
    table = []
    for key, criterion in rubric.criteria.items():
        due = assess is None or key in assess
        level = (score.levels.get(key) if score else 0) if due else None
        quotes = [e.quote for e in score.evidence if e.criterion == key and e.counted] if score else []
        table.append(Row(key, name_of(criterion.name, lang), level, " · ".join(shorten(q, 30) for q in quotes[:3])))
    return table


def hint(rubric: Rubric, score: ReplyScore | None, lang: str, names: Mapping[str, str]) -> str:
    """The next best step: a fault first, else the advice for the criterion with most to gain."""
    if score is None or score.observed.silent:
        return text("coach.begin", lang)
    if score.flags:
        flag = rubric.flags.get(score.flags[0])
        return text("coach.fault", lang, name=names.get(score.flags[0], score.flags[0]),
                    about=name_of(flag.about, lang) if flag else "")  # fmt: skip
    best = max(
        (key for key in score.levels if advice(rubric, score, key, lang)),
        key=lambda key: (3 - score.levels[key]) * rubric.criteria[key].weight,
        default=None,
    )
    if best is None:
        return text("coach.full", lang)
    return text("coach.next", lang, name=names[best], advice=advice(rubric, score, best, lang))


def advice(rubric: Rubric, score: ReplyScore, criterion: str, lang: str) -> str:
    """What would lift a criterion's level, in the rubric's words; "" where nothing does."""
    judgement = score.judgements.get(criterion)
    if judgement is None or judgement.lift is None or criterion not in rubric.criteria:
        return ""
    lifts = rubric.criteria[criterion].lifts
    return name_of(lifts[judgement.lift].say, lang) if judgement.lift < len(lifts) else ""
