"""Scores a stream of replies, in this process or in others, always in the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from simulator.model.rubric import RubricBundle
from simulator.reports.scores import JsonLines, Table, Writer
from simulator.runner.batch import LineError, read_request
from simulator.runner.cores import Sharing
from simulator.scoring.engine import Engine

Format = Literal["jsonl", "csv"]
Line = tuple[int, bytes | LineError]


class Scorer:
    """Turns lines into answers.

    Args:
        bundle: the rubric.
        form: how answers are written.
        lang: the language of messages.
    """

    def __init__(self, bundle: RubricBundle, form: Format, lang: str) -> None:
        self._engine = Engine(bundle)
        self._lang = lang
        self.writer: Writer = Table(tuple(bundle.rubric.criteria)) if form == "csv" else JsonLines()

    def answer(self, line: Line) -> tuple[str, bool]:
        """The answer to a line, with its line end, and whether the line could be read."""
        number, content = line
        try:
            if isinstance(content, LineError):
                raise content
            request = read_request(content)
        except LineError as bad:
            return self.writer.error(number, bad.message(self._lang)), False
        return self.writer.score(request.id, self._engine.score(request.reply, request.context)), True


def elsewhere(
    bundle: RubricBundle, form: Format, lang: str, lines: Iterable[Line], share: Sharing
) -> Iterator[tuple[str, bool]]:
    """The answers of `Scorer` in the order of the lines, worked out in other processes.

    Args:
        bundle, form, lang: as for `Scorer`.
        lines: the lines.
        share: on the cores of this machine, or on others.
    """
    return share(_answers, lines, initializer=_ready, initargs=(bundle, form, lang))


_scorer: Scorer | None = None


def _ready(bundle: RubricBundle, form: Format, lang: str) -> None:
    global _scorer  # one for each worker process
    _scorer = Scorer(bundle, form, lang)


def _answers(batch: list[Line]) -> list[tuple[str, bool]]:
    assert _scorer is not None
    return [_scorer.answer(line) for line in batch]
