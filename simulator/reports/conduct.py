"""What was judged over a whole session, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.model.score import Found, SessionLevel
from simulator.reports.inert import on_one_line
from simulator.reports.reasons import in_words, level_text, listed

#: Of the turns where something shows so many are told.
TURNS = 8


@dataclass(frozen=True)
class Explained:
    """One session criterion.

    Attributes:
        criterion: its id.
        name: what it is called.
        level: 0 to 3.
        means: what the level means.
        found: what happened, with the turns.
        lift: what would lift the level; "" where nothing is to be said.
        weight: its share in the score; 0: it is shown, not counted.
    """

    criterion: str
    name: str
    level: int
    means: str
    found: tuple[str, ...]
    lift: str
    weight: float


def explain_session(levels: Iterable[SessionLevel], rubric: Rubric, lang: str) -> tuple[Explained, ...]:
    """Every level over the whole session, in the rubric's order.

    Args:
        levels: the levels by this rubric.
        rubric: the rubric.
        lang: `en`, `zh` or `zh-Hant`.
    """
    return tuple(
        Explained(
            criterion=one.criterion,
            name=in_words(criterion.name, lang),
            level=one.level,
            means=level_text(criterion.levels, one.level, lang),
            found=tuple(in_turns(found, lang) for found in one.found),
            lift=in_words(criterion.lifts[one.lift].say, lang) if one.lift is not None else "",
            weight=criterion.weight,
        )
        for one in levels
        if (criterion := rubric.session.get(one.criterion))
    )


def in_turns(found: Found, lang: str) -> str:
    """What happened and where, in words."""
    what = text(f"conduct.{found.feature}", lang, n=found.value)
    if not found.turns:
        return what
    turns = listed(map(str, found.turns[:TURNS]), lang) + ("…" if len(found.turns) > TURNS else "")
    return text("conduct.turn" if len(found.turns) == 1 else "conduct.turns", lang, what=what, turns=turns)


def session_levels_record(levels: Iterable[SessionLevel]) -> dict[str, Any]:
    """For other programs: criterion to `{level, evidence: [{feature, value, turns}]}`."""
    return {
        one.criterion: {
            "level": one.level,
            "evidence": [{"feature": f.feature, "value": f.value, "turns": f.turns} for f in one.found],
        }
        for one in levels
    }


def session_level_lines(levels: Iterable[SessionLevel], lang: str, names: Mapping[str, str]) -> Iterator[str]:
    """For people, where the rubric's own words are not at hand.

    Args:
        levels: the levels.
        lang: the language of the report's own words.
        names: criterion to what to call it; one that is missing is called by its id.
    """
    for one in levels:
        found = "; ".join(in_turns(found, lang) for found in one.found)
        name = on_one_line(names.get(one.criterion, one.criterion))
        yield f"  {name} {one.level}" + (f": {found}" if found else "")
