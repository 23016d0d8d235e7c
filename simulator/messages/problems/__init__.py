"""The catalogue of mistakes in what authors write: the one source of messages, `explain` and the docs page."""

from __future__ import annotations

from simulator.messages.problems import (
    assessments,
    courses,
    exemplars,
    lint,
    names,
    pairs,
    paths,
    plans,
    reading,
    rosters,
    rubric,
    severities,
    shape,
    soundness,
)
from simulator.messages.problems.entry import Entry, Pair, Severity
from simulator.messages.problems.notes import NOTES
from simulator.messages.problems.terms import TERMS

__all__ = ["CATALOGUE", "FIXED", "TEXTS", "Entry", "Severity"]

#: Code to entry, in the order of the documentation.
CATALOGUE: dict[str, Entry] = {
    **reading.ENTRIES,
    **shape.ENTRIES,
    **names.ENTRIES,
    **soundness.ENTRIES,
    **paths.ENTRIES,
    **exemplars.ENTRIES,
    **plans.ENTRIES,
    **pairs.ENTRIES,
    **rubric.ENTRIES,
    **lint.ENTRIES,
    **assessments.ENTRIES,
    **rosters.ENTRIES,
    **courses.ENTRIES,
    **severities.ENTRIES,
}

#: What keeps a file from being used, so that no folder can take it lighter.
FIXED = frozenset(
    code
    for part in (reading, shape, names, rubric, assessments, rosters, courses)
    for code, entry in part.ENTRIES.items()
    if entry.severity == "error"
)

TEXTS: dict[str, Pair] = {
    **{f"{code}.{part}": getattr(entry, part) for code, entry in CATALOGUE.items() for part in ("what", "mend", "why")},
    **{f"term.{key}": pair for key, pair in TERMS.items()},
    **{f"note.{key}": pair for key, pair in NOTES.items()},
}
