"""How far the two languages of the scenarios go together, as a table and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from simulator.language.pairing import Paired
from simulator.messages import text
from simulator.reports.inert import pad


def paired_record(row: Paired) -> dict[str, Any]:
    """One pair for other programs."""
    return {
        "scenario": row.scenario, "path": row.path, "follows": row.follows, "readable": row.readable,
        "marked": row.marked, "differs": row.differs, "stale": row.stale,
    }  # fmt: skip


def paired_lines(rows: Sequence[Paired], lang: str) -> Iterator[str]:
    """All pairs as a table."""

    def say(key: str, **values: object) -> str:
        return text(f"pair.{key}", lang, **values)

    columns = ("scenario", "languages", "differs", "stale", "state")
    yield _row([say(f"column.{name}") for name in columns])
    for row in rows:
        state = (
            "alone" if row.follows is None
            else "unreadable" if not row.readable
            else "sound" if row.sound and row.marked
            else "unmarked" if row.sound
            else "see_check"
        )  # fmt: skip
        languages = _language(row.path) if row.follows is None else f"{_language(row.follows)} → {_language(row.path)}"
        yield _row([row.scenario, languages, str(row.differs), str(row.stale), say(f"state.{state}")])


def _language(path: str) -> str:
    return Path(path).absolute().parent.name


def _row(values: Sequence[str]) -> str:
    return "".join([*map(pad, values[:-1], (24, 12, 9, 7)), values[-1]]).rstrip()
