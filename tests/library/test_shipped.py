"""The shipped scenarios, one pass over each: nothing wrong, nothing stale, and everything in it is met by somebody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from simulator.language.check import Checker, scenario_files
from simulator.language.pairs import pair_of
from simulator.language.plans import follow_plan, plans_beside, read_plan
from simulator.model.scenario import Scenario
from simulator.play.rehearse import Rehearsal, rehearse
from simulator.runner.trainees import Bot, Trainee
from tests.language.ask import SHIPPED, core, read_scenario

#: A trainee at random gets so many plays to come to what is left.
PLAYS = 20


@pytest.mark.parametrize(
    "path", list(scenario_files(SHIPPED / "scenarios")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_it_is_sound_up_to_date_and_met_whole(path: Path) -> None:
    assert [str(problem) for problem in Checker(core(), playing=False).check(path)] == []
    pair = pair_of(path)
    assert (path.parent.name == "zh") == (pair is not None)
    assert pair is None or pair.marked, "simulator pair --mark scenarios/zh"
    scenario = read_scenario(path)
    outcomes: dict[str, str] = {}
    left = {*scenario.beats, *scenario.endings}
    for name, play in plays(scenario, path):
        outcomes[name] = play.outcome
        left -= set(play.state.visits)
        if not left and not name.endswith(".plan"):
            break
    assert left == set(), "python tools/write_plans.py"
    assert outcomes[f"{path.stem}.plan"] == "resolved"
    assert outcomes["poor"] in ("lost", "escalated")


def plays(scenario: Scenario, path: Path) -> Iterator[tuple[str, Rehearsal]]:
    """The plans, which must hold; the trainees that never slip; then, as long as anybody asks, one at random."""
    for beside in plans_beside(path):
        plan = read_plan(beside)
        play = follow_plan(plan, scenario, core())
        assert [str(problem) for problem in plan.document.problems] == [], "python tools/write_plans.py"
        yield beside.name, play
    at_random: list[Trainee] = ["random"] * PLAYS
    kinds: list[Trainee] = ["poor", "middling", *at_random]
    for run, kind in enumerate(kinds, -2):
        dice = Random(f"0 {run}") if kind == "random" else None
        yield kind, rehearse(scenario, core(), Bot(scenario, kind, dice).reply)
