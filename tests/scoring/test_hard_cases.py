"""Hard cases of both languages, written by the rating guide: what makes each hard is its name.

A case that the engine does not see yet is marked with `gap` and what it makes of it. Most gaps are one level wide, and
when the engine sees the case at last, the mark has to go (the strict `xfail` fails).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simulator.library.library import Library
from simulator.model.score import Context, Item, ReplyScore
from simulator.runner.errors import valid
from simulator.scoring.engine import Engine

HARD = Path(__file__).with_name("hard")
FILES = {lang: yaml.safe_load((HARD / f"{lang}.yaml").read_text("utf-8")) for lang in ("en", "zh")}
#: How many cases a language has at least, and the share of them that may be gaps.
LEAST, GAPS = 160, 0.25
#: The share of the cases whose gap may be wider than a level.
WIDE = 0.045

Case = dict[str, Any]


def cases(lang: str) -> list[Case]:
    """All hard cases of a language."""
    return [case for group in FILES[lang]["cases"].values() for case in group]


def params() -> Iterator[Any]:
    """The cases as parameters; those that are gaps are expected to fail."""
    for lang in FILES:
        for case in cases(lang):
            gap = case.get("gap")
            marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
            yield pytest.param(lang, case, id=f"{lang}: {case['name']}", marks=marks)


@cache
def engine() -> Engine:
    return Engine(valid(Library().rubric("core")))


def scored(lang: str, case: Case) -> ReplyScore:
    told = FILES[lang]["contexts"][case["in"]]
    policy = told["policy"]
    context = Context(
        lang=lang,
        customer=told["customer"],
        wants=told["wants"],
        facts=items(told["facts"], "fact"),
        may=items(policy["allowed"], "may"),
        never=items(policy["not_allowed"], "never"),
        earlier=tuple(case.get("earlier", ())),
    )
    return engine().score(case["reply"], context)


def items(rows: list[Case], kind: str) -> tuple[Item, ...]:
    return tuple(Item(f"{kind}-{n}", row["says"], tuple(row.get("also", ()))) for n, row in enumerate(rows))


def allowed(level: int | list[int]) -> list[int]:
    return level if isinstance(level, list) else [level]


@pytest.mark.parametrize(("lang", "case"), params())
def test_a_hard_case_is_rated_as_a_person_would(lang: str, case: Case) -> None:
    score = scored(lang, case)
    wrong = {name: (score.levels[name], want) for name, want in case.get("levels", {}).items()}
    assert {name: pair for name, pair in wrong.items() if pair[0] not in allowed(pair[1])} == {}
    assert set(case.get("flags", ())) - set(score.flags) == set()
    assert set(case.get("free_of", ())) & set(score.flags) == set()


@given(st.text(" \n.,!?…—~。，！？、\u200b\u3000"), st.sampled_from(["en", "zh"]))
def test_who_says_nothing_shows_nothing(reply: str, lang: str) -> None:
    told = FILES[lang]["contexts"]
    score = engine().score(reply, Context(lang=lang, customer=next(iter(told.values()))["customer"]))
    assert (set(score.levels.values()), score.flags, score.score) == ({0}, (), 0.0)


@pytest.mark.parametrize("lang", FILES)
def test_most_gaps_are_at_most_one_level_wide(lang: str) -> None:
    gaps = [case for case in cases(lang) if "gap" in case]
    wide = [case["name"] for case in gaps if _width(case, scored(lang, case)) > 1]
    assert len(wide) <= WIDE * len(cases(lang)), wide


def _width(case: Case, score: ReplyScore) -> int:
    levels = case.get("levels", {})
    return max((min(abs(score.levels[n] - w) for w in allowed(want)) for n, want in levels.items()), default=0)


@pytest.mark.parametrize("lang", FILES)
def test_there_are_many_cases_each_with_a_name_of_its_own_and_few_gaps(lang: str) -> None:
    names = [case["name"] for case in cases(lang)]
    assert len(names) >= LEAST
    assert sorted(names) == sorted(set(names))
    assert sum("gap" in case for case in cases(lang)) <= GAPS * len(names)
