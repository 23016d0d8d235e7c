"""Harvested wordings as YAML to paste into a rubric, and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from simulator.analysis.harvest import SAMPLES, Wording, around
from simulator.messages import text
from simulator.reports.inert import cut, on_one_line

#: So many columns of a reply are shown.
WIDTH = 96


def wording_record(wording: Wording, everywhere: int, elsewhere: Sequence[str]) -> dict[str, Any]:
    """One wording for other programs.

    Args:
        wording: the wording.
        everywhere: how many of all replies have it.
        elsewhere: some of those that people did not credit for it.
    """
    return {
        "criterion": wording.name, "lang": wording.lang, "cue": wording.cue,
        "missed": wording.missed, "of_missed": wording.of_missed, "bare": wording.bare, "of_bare": wording.of_bare,
        "all": everywhere, "weight": round(wording.weight, 2),
        "credited": list(wording.replies[:SAMPLES]), "elsewhere": list(elsewhere),
    }  # fmt: skip


def wording_lines(
    wordings: Sequence[tuple[Wording, int, Sequence[str]]], names: dict[str, str], lang: str
) -> Iterator[str]:
    """All wordings as YAML: groups of cues, with remarks that say where they were found.

    Args:
        wordings: each with how many of all replies have it, and some others that do; by criterion, then by language.
        names: criterion or flag to what people call it.
        lang: the language of the remarks.
    """

    def remark(key: str, **values: object) -> str:
        return "# " + cut(on_one_line(text(f"harvest.{key}", lang, **values)), WIDTH)

    yield "# " + text("harvest.head", lang)
    yield "cues:"
    for name, group in groupby(wordings, key=lambda one: one[0].name):
        yield f"  more_{name}:"
        for spoken, found in groupby(group, key=lambda one: one[0].lang):
            rows = list(found)
            first = rows[0][0]
            counts = {"of_missed": first.of_missed, "of_bare": first.of_bare}
            yield "    " + remark("of", name=names.get(name, name), **counts)
            yield f"    {spoken}:"
            for wording, everywhere, elsewhere in rows:
                counted = {"missed": wording.missed, "bare": wording.bare, "all": everywhere, **counts}
                yield "      " + remark("count", **counted)
                for key, replies in (("credited", wording.replies[:SAMPLES]), ("elsewhere", elsewhere)):
                    for reply in replies:
                        yield "      #  " + remark(key, reply=around(wording.cue, reply, spoken))[1:]
                yield f"      - {json.dumps(wording.cue, ensure_ascii=False)}"
