"""Replies that people judged: from a labelled set, or from the log where an instructor looked on."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.analysis.harvest import Marked
from simulator.model.score import Context, ReplyScore
from simulator.runner.batch import LONGEST, LineError, Request, parsed, raw_lines, read_request
from simulator.scoring.engine import Engine
from simulator.scoring.likeness import LIKE

#: The largest file of contexts, in bytes.
MOST_BYTES = 100 * LONGEST


@dataclass(frozen=True)
class Labelled:
    """The three files of a labelled set, as corpus/README.md describes them.

    Attributes:
        contexts: a JSON list of the cases that replies belong to.
        replies, labels: JSON lines.
    """

    contexts: Path
    replies: Path
    labels: Path


@dataclass(frozen=True)
class Bad:
    """A line that can't be used.

    Attributes:
        file: where.
        line: its number, from 1; in the contexts the place in the list.
        error: why.
    """

    file: Path
    line: int
    error: LineError


def labelled(files: Labelled, engine: Engine) -> Iterator[Marked | Bad]:
    """The replies of a labelled set with what people and the rubric gave; of several raters the median.

    Raises:
        OSError: a file can't be read.
        LineError: the contexts are no JSON list.
    """
    cases: dict[Any, dict[str, Any]] = {}
    for number, row in enumerate(_list(files.contexts), 1):
        try:
            cases[_field(row, "id")] = row
        except LineError as error:
            yield Bad(files.contexts, number, error)
    labels: dict[Any, Mapping[str, int]] = {}
    for number, row in _rows(files.labels):
        try:
            labels[_field(_object(row), "id")] = _agreed(row, engine)
        except LineError as error:
            yield Bad(files.labels, number, error)
    for number, row in _rows(files.replies):
        try:
            id_, case = _field(_object(row), "id"), _field(row, "context")
            if case not in cases:
                raise LineError("harvest.no_context", name=str(case)[:40])
            request = read_request(json.dumps({**cases[case], "id": id_, "reply": row.get("reply")}).encode())
        except LineError as error:
            yield Bad(files.replies, number, error)
        else:
            if id_ in labels:
                yield _marked(request, str(case), labels[id_], engine)


def marked_by(
    reply: str, context: Context, case: str, people: Mapping[str, int], score: ReplyScore, engine: Engine
) -> Marked:
    """A reply with what people and the rubric gave."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for piece in score.evidence:
        # What only sounds like something is no cue yet: it may become one.
        if piece.counted and not piece.cue.startswith(LIKE):
            spans.setdefault(piece.criterion, []).append((piece.start, piece.end))
    told = (words for fact in context.facts for words in (fact.says, *fact.also))
    return Marked(
        reply=reply,
        lang="zh" if context.lang.startswith("zh") else "en",
        case=case,
        given="\n".join((context.customer, context.wants, *told)),
        people=people,
        engine={**score.levels, **{name: int(name in score.flags) for name in engine.rubric.flags}},
        spans={name: tuple(found) for name, found in spans.items()},
    )


def _marked(request: Request, case: str, people: Mapping[str, int], engine: Engine) -> Marked:
    score = engine.score(request.reply, request.context)
    return marked_by(request.reply, request.context, case, people, score, engine)


def _agreed(row: dict[str, Any], engine: Engine) -> dict[str, int]:
    """The raters' median of each criterion (of two the lower), and the flags that most of them saw."""
    raters = _field(row, "raters")
    if not isinstance(raters, list) or not raters or not all(isinstance(rater, dict) for rater in raters):
        raise LineError("score.needs_list", field="raters")
    people: dict[str, int] = {}
    for name in engine.rubric.criteria:
        levels = [rater[name] for rater in raters if name in rater]
        if not all(type(level) is int and 0 <= level <= 3 for level in levels):
            raise LineError("harvest.needs_level", field=name)
        if levels:
            people[name] = statistics.median_low(levels)
    flags = [rater.get("flags", []) for rater in raters]
    if not all(isinstance(raised, list) for raised in flags):
        raise LineError("score.needs_list", field="flags")
    for name in engine.rubric.flags:
        people[name] = int(2 * sum(name in raised for raised in flags) > len(raters))
    return people


def _rows(file: Path) -> Iterator[tuple[int, Any]]:
    """The values of a file of JSON lines with their numbers; in place of one that can't be read, why."""
    with file.open("rb") as stream:
        for number, line in raw_lines(stream):
            try:
                yield number, line if isinstance(line, LineError) else parsed(line)
            except LineError as error:
                yield number, error


def _list(file: Path) -> list[Any]:
    with file.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    try:
        rows = json.loads(content) if len(content) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        rows = None
    if not isinstance(rows, list):
        raise LineError("harvest.no_list", limit=MOST_BYTES)
    return rows


def _object(row: Any) -> dict[str, Any]:
    if isinstance(row, LineError):
        raise row
    if not isinstance(row, dict):
        raise LineError("harvest.not_an_object")
    return row


def _field(row: Any, name: str) -> Any:
    if name not in _object(row):
        raise LineError("score.missing", field=name)
    value = row[name]
    if name != "raters" and not isinstance(value, str | int):
        raise LineError("score.needs_id", field=name)
    return value
