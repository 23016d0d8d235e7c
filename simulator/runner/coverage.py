"""Which ways the exemplars of a scenario take."""

from __future__ import annotations

from collections import Counter

from simulator.model.event import Moved
from simulator.model.scenario import Scenario
from simulator.play.arrive import arrive
from simulator.play.step import context_for, step
from simulator.scoring.engine import Engine


def ways_taken(scenario: Scenario, engine: Engine) -> Counter[str]:
    """Way to how many exemplars take it, each tried in the state it is given."""
    taken: Counter[str] = Counter()
    for name, beat in scenario.beats.items():
        for exemplar in beat.exemplars:
            state = arrive(scenario, name, exemplar.given)
            score = engine.score(exemplar.reply, context_for(scenario, state))
            _, events = step(scenario, state, exemplar.reply, score)
            taken.update(event.way for event in events if isinstance(event, Moved))
    return taken
