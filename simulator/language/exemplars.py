"""Exemplars as tests: each must earn what its author says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.language.declared import follow
from simulator.language.exemplar_notes import Reasons, fed_by, way_notes
from simulator.language.nodes import Path
from simulator.language.problems import Note, Term
from simulator.language.reading import Document
from simulator.language.shape import Shaped
from simulator.model.event import Moved
from simulator.model.scenario import Exemplar, Scenario
from simulator.model.score import ReplyScore
from simulator.play.arrive import arrive
from simulator.play.state import State
from simulator.play.step import context_for, step
from simulator.scoring.engine import Engine


@dataclass(frozen=True, slots=True)
class _Tried:
    """An exemplar that was played."""

    path: Path
    exemplar: Exemplar
    state: State
    score: ReplyScore


def check_exemplars(document: Document, shaped: Shaped[Scenario], engine: Engine) -> None:
    """Plays every exemplar in the state it is given and reports what came out otherwise than it says.

    Args:
        document: the scenario's text.
        shaped: the scenario, without errors.
        engine: scores by the rubric.
    """
    tried = [
        _try(shaped.record, engine, ("beats", name, "exemplars", n), exemplar)
        for name, beat in shaped.record.beats.items()
        for n, exemplar in enumerate(beat.exemplars)
    ]
    reasons = Reasons(engine, fed_by(one.score for one in tried))
    for one in tried:
        _compare(document, shaped, reasons, one)


def _try(scenario: Scenario, engine: Engine, path: Path, exemplar: Exemplar) -> _Tried:
    state = arrive(scenario, str(path[1]), exemplar.given)
    return _Tried(path, exemplar, state, engine.score(exemplar.reply, context_for(scenario, state)))


def _compare(document: Document, shaped: Shaped[Scenario], reasons: Reasons, one: _Tried) -> None:
    scenario, exemplar, state, score = shaped.record, one.exemplar, one.state, one.score
    context = context_for(scenario, state)
    right = True

    def report(notes: Iterable[Note], code: str, *below: str, **values: object) -> None:
        nonlocal right
        right = False
        if not document.full:
            document.report(code, follow(shaped.root, Scenario, (*one.path, *below)).node, **values)
            document.note(*notes)

    for criterion, expected in exemplar.levels.items():
        got = score.levels.get(criterion)
        if got != expected:
            rule = score.judgements[criterion].rule if criterion in score.judgements else Term("not-assessed")
            notes = reasons.level(exemplar.reply, context, score, criterion, expected)
            values = {"criterion": criterion, "expected": expected, "got": got, "rule": rule}
            report(notes, "exemplar-level", "levels", criterion, **values)
    if set(score.flags) != set(exemplar.flags):
        none = Term("no-flag")
        notes = reasons.flags(exemplar.reply, context, score, exemplar.flags)
        report(notes, "exemplar-flags", "flags", expected=exemplar.flags or none, got=score.flags or none)
    if exemplar.to and right:
        _, events = step(scenario, state, exemplar.reply, score)
        moved = next(event for event in events if isinstance(event, Moved))
        if moved.to != exemplar.to:
            notes = way_notes(scenario, state, score, moved, exemplar.to)
            report(notes, "exemplar-way", "to", expected=exemplar.to, got=moved.to, way=moved.way)
