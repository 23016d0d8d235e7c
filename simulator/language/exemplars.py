"""Exemplars as tests: each must earn what its author says."""

from __future__ import annotations

from simulator.language.declared import follow
from simulator.language.nodes import Path
from simulator.language.problems import Term
from simulator.language.reading import Document
from simulator.language.shape import Shaped
from simulator.model.event import Moved
from simulator.model.scenario import Exemplar, Scenario
from simulator.play.arrive import arrive
from simulator.play.step import context_for, step
from simulator.scoring.engine import Engine


def check_exemplars(document: Document, shaped: Shaped[Scenario], engine: Engine) -> None:
    """Plays every exemplar in the state it is given and reports what came out otherwise than it says.

    Args:
        document: the scenario's text.
        shaped: the scenario, without errors.
        engine: scores by the rubric.
    """
    for name, beat in shaped.record.beats.items():
        for n, exemplar in enumerate(beat.exemplars):
            _check(document, shaped, engine, ("beats", name, "exemplars", n), exemplar)


def _check(document: Document, shaped: Shaped[Scenario], engine: Engine, path: Path, exemplar: Exemplar) -> None:
    scenario = shaped.record
    state = arrive(scenario, str(path[1]), exemplar.given)
    score = engine.score(exemplar.reply, context_for(scenario, state))
    before = len(document.problems)

    def report(code: str, *below: str, **values: object) -> None:
        document.report(code, follow(shaped.root, Scenario, (*path, *below)).node, **values)

    for criterion, expected in exemplar.levels.items():
        got = score.levels.get(criterion)
        if got != expected:
            rule = score.judgements[criterion].rule if criterion in score.judgements else Term("not-assessed")
            report("exemplar-level", "levels", criterion, criterion=criterion, expected=expected, got=got, rule=rule)
    if set(score.flags) != set(exemplar.flags):
        expected_flags, got_flags = exemplar.flags or Term("no-flag"), score.flags or Term("no-flag")
        report("exemplar-flags", "flags", expected=expected_flags, got=got_flags)
    if exemplar.to and len(document.problems) == before:
        _, events = step(scenario, state, exemplar.reply, score)
        moved = next(event for event in events if isinstance(event, Moved))
        if moved.to != exemplar.to:
            report("exemplar-way", "to", expected=exemplar.to, got=moved.to, way=moved.way)
