"""A small scenario or assessment to begin with: complete, commented, sound; the author writes over it."""

from __future__ import annotations

import re
from pathlib import Path

import simulator
from simulator.messages import to_traditional

STARTERS = Path(simulator.__file__).parent / "starters"


def starter(id_: str, lang: str, kind: str, style: str, difficulty: str) -> str:
    """The text of a new scenario.

    Args:
        id_: its id, as the declaration wants it.
        lang: the language of its texts and comments: `en`, `zh` or `zh-Hant`.
        kind, style, difficulty: as in a scenario.
    """
    base = "zh" if lang.startswith("zh") else "en"
    text = (STARTERS / f"{base}.yaml").read_text("utf-8")
    for key, value in {"scenario": id_, "kind": kind, "style": style, "difficulty": difficulty}.items():
        text = _with(text, key, value)
    return to_traditional(text) if lang == "zh-Hant" else text


def assessment_starter(id_: str, lang: str, roster: str) -> tuple[str, str]:
    """The texts of a new assessment and of its roster.

    Args:
        id_: its id, as the declaration wants it.
        lang: the language of its remarks and of most of its seats: `en`, `zh` or `zh-Hant`.
        roster: the name of the roster's file, beside the assessment.
    """
    base = "zh" if lang.startswith("zh") else "en"
    text = (STARTERS / f"assessment.{base}.yaml").read_text("utf-8")
    seats = (STARTERS / f"roster.{base}.csv").read_text("utf-8")
    text = text.replace("assessment: starter", f"assessment: {id_}", 1)
    text = _with(_with(text, "roster", roster), "lang", lang)
    if lang == "zh-Hant":
        return to_traditional(text), to_traditional(seats).replace(",zh\n", ",zh-Hant\n")
    return text, seats


def _with(text: str, key: str, value: str) -> str:
    """The text with another value under a key; the remark behind it stays in its column where there is room."""

    def written(line: re.Match[str]) -> str:
        return f"{line[1]}{value}".ljust(len(line[0]) - 1) + " "

    return re.sub(rf"^( *{key}: )\S+ +(?=#)", written, text, count=1, flags=re.MULTILINE)
