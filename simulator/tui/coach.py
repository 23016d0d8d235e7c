"""The coach's words while the trainee types: levels, what earned them, and the one next best step."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.model.score import ReplyScore
from simulator.reports.reasons import in_words, lift

#: Rows that the coach's panel has room for.
MOST_ROWS = 5


@dataclass(frozen=True)
class Row:
    """One criterion's line: `level` is None where this moment gives no chance to show it."""

    criterion: str
    name: str
    level: int | None


def rows(rubric: Rubric, score: ReplyScore | None, due: Collection[str], lang: str) -> list[Row]:
    """One row for each criterion; before anything is typed those assessed stand at level 0."""
    table = []
    for key, criterion in rubric.criteria.items():
        level = (score.levels.get(key) if score else 0) if key in due else None
        table.append(Row(key, in_words(criterion.name, lang), level))
    # There is room for so many; of more, only those that matter now are shown.
    return table if len(table) <= MOST_ROWS else [row for row in table if row.level is not None][:MOST_ROWS]


def hint(rubric: Rubric, score: ReplyScore | None, lang: str, names: Mapping[str, str]) -> str:
    """The next best step: a fault first, else the advice for the criterion with most to gain."""
    if score is None or score.observed.silent:
        return text("tui.coach.begin", lang)
    if score.flags:
        flag = rubric.flags.get(score.flags[0])
        return text("tui.coach.fault", lang, name=names.get(score.flags[0], score.flags[0]),
                    about=in_words(flag.about, lang) if flag else "")  # fmt: skip
    best = max(
        (key for key in score.levels if advice(rubric, score, key, lang)),
        key=lambda key: (3 - score.levels[key]) * rubric.criteria[key].weight,
        default=None,
    )
    if best is None:
        return text("tui.coach.full", lang)
    return text("tui.coach.next", lang, name=names[best], advice=advice(rubric, score, best, lang))


def advice(rubric: Rubric, score: ReplyScore, criterion: str, lang: str) -> str:
    """What would lift a criterion's level, in the rubric's words; "" where nothing does."""
    judgement = score.judgements.get(criterion)
    known = rubric.criteria.get(criterion)
    return lift(known, judgement, lang) if known and judgement else ""
