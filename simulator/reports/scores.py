"""Scores of replies outside any scenario: one line per reply, as JSON Lines or as a table for spreadsheets.

JSON Lines: `{id, levels, flags, score, evidence: [{criterion, start, end, quote, cue, reason, counted}]}`, or
`{line, error}` for a line of the input that could not be read.

CSV (UTF-8 with a byte order mark): `id`, `level_<criterion>` for each criterion of the rubric, `flags`, `score`,
`evidence` (what counted), and `line` and `error` where the input could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, Protocol

from simulator.model.score import Evidence, ReplyScore
from simulator.reports.inert import BOM, csv_row, json_line

_EVIDENCE = tuple(field.name for field in fields(Evidence))


def score_record(score: ReplyScore) -> dict[str, Any]:
    """A score for JSON."""
    evidence = [{name: getattr(e, name) for name in _EVIDENCE} for e in score.evidence]
    return {"levels": score.levels, "flags": score.flags, "score": score.score, "evidence": evidence}


def score_columns(criteria: Iterable[str]) -> list[str]:
    """What the columns of a score are called."""
    return [*(f"level_{name}" for name in criteria), "flags", "score", "evidence"]


def score_cells(score: ReplyScore, criteria: Iterable[str]) -> list[object]:
    """The cells of a score, as they stand under `score_columns`."""
    levels = [score.levels.get(criterion) for criterion in criteria]
    evidence = "\n".join(f"{e.criterion}: {e.quote}" for e in score.evidence if e.counted)
    return [*levels, " ".join(score.flags), score.score, evidence]


class Writer(Protocol):
    """How the scores are written; each method gives text with its line end."""

    def head(self) -> str:
        """What comes before the first line."""

    def score(self, name: str | int, score: ReplyScore) -> str:
        """The line of a reply."""

    def error(self, line: int, message: str) -> str:
        """The line for an input line (numbered from 1) that could not be read."""


class JsonLines:
    """As JSON Lines."""

    def head(self) -> str:
        return ""

    def score(self, name: str | int, score: ReplyScore) -> str:
        return json_line({"id": name, **score_record(score)}) + "\n"

    def error(self, line: int, message: str) -> str:
        return json_line({"line": line, "error": message}) + "\n"


class Table:
    """As CSV."""

    def __init__(self, criteria: Sequence[str]) -> None:
        self.criteria = criteria

    def head(self) -> str:
        return BOM + csv_row(["id", *score_columns(self.criteria), "line", "error"])

    def score(self, name: str | int, score: ReplyScore) -> str:
        return csv_row([name, *score_cells(score, self.criteria), None, None])

    def error(self, line: int, message: str) -> str:
        return csv_row([None] * (len(self.criteria) + 4) + [line, message])
