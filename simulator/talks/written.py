"""Scored turns and their summary, as JSON or as a table for spreadsheets.

JSON Lines: `{conversation, row, agent, time, topic, lang, levels, flags, score, evidence: [{criterion, start, end,
quote, cue, reason, counted}]}`, offsets within the turn, whose messages are joined by line ends; `{row, error}` for a
row that could not be used. CSV has the same columns as `simulator score --format csv`, with the place in front.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simulator.messages import text
from simulator.reports.inert import BOM, csv_row, json_line
from simulator.reports.scores import score_cells, score_columns, score_record
from simulator.runner.scored import Format
from simulator.talks.records import Bad, Scored
from simulator.talks.summary import Summary, Tally

_PLACE = ("conversation", "row", "agent", "time", "topic", "lang")


class TurnWriter:
    """Writes turns, each with its line end.

    Args:
        form: jsonl or csv.
        criteria: the criteria of the rubric.
        lang: the language of messages.
    """

    def __init__(self, form: Format, criteria: Sequence[str], lang: str) -> None:
        self._table, self._criteria, self._lang = form == "csv", criteria, lang

    def head(self) -> str:
        """What comes before the first turn."""
        return BOM + csv_row([*_PLACE, *score_columns(self._criteria), "error"]) if self._table else ""

    def line(self, scored: Scored | Bad) -> str:
        """A turn, or a row that could not be used."""
        if isinstance(scored, Bad):
            error = text(scored.key, self._lang, **dict(scored.values))
            if self._table:
                return csv_row([None, scored.row, *[None] * (len(_PLACE) - 2 + len(self._criteria) + 3), error])
            return json_line({"row": scored.row, "error": error}) + "\n"
        place, score = scored.place, scored.score
        where = (place.talk, place.row, place.agent, place.time, place.topic or None, scored.lang)
        if not self._table:
            return json_line({**dict(zip(_PLACE, where, strict=True)), **score_record(score)}) + "\n"
        return csv_row([*where, *score_cells(score, self._criteria), None])


def summary_record(summary: Summary) -> dict[str, Any]:
    """A summary as JSON has it."""
    return {
        "bad_rows": summary.bad,
        "all": _tally(summary, summary.all),
        "agents": [{"agent": name, **_tally(summary, tally)} for name, tally in sorted(summary.agents.items())],
        "topics": [{"topic": name or None, **_tally(summary, tally)} for name, tally in sorted(summary.topics.items())],
    }


def _tally(summary: Summary, tally: Tally) -> dict[str, Any]:
    return {
        "conversations": tally.talks,
        "turns": tally.turns,
        "assessed": tally.assessed,
        "score": tally.score,
        "levels": {name: tally.level(name) for name in summary.criteria},
        "best": {name: tally.best(name) for name in summary.criteria},
        "flags": dict(sorted(tally.flags.items())),
        "worst": [_turn(scored) for scored in tally.worst],
    }


def _turn(scored: Scored) -> dict[str, Any]:
    place, score = scored.place, scored.score
    return {
        "conversation": place.talk,
        "row": place.row,
        "agent": place.agent,
        "score": score.score,
        "levels": score.levels,
        "flags": score.flags,
        "evidence": [{"criterion": e.criterion, "quote": e.quote, "counted": e.counted} for e in score.evidence],
    }
