"""The nine steps of the service cycle: which are done, due and missed. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.model.event import Began, Ended, Event, Moved, Scored
from simulator.model.scenario import Scenario

STEPS = tuple(range(1, 10))
#: The level that each criterion assessed at a step's beat must have for the step to be done.
DONE = 2


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a conversation is along the service cycle.

    Attributes:
        due: the step of the beat being played; None after the end, or where the beat stands for none.
        done: the steps that a reply has done, in their order.
        missed: the steps that were passed without being done.
    """

    due: int | None
    done: tuple[int, ...]
    missed: tuple[int, ...]


def progress(scenario: Scenario, events: Iterable[Event]) -> Progress:
    """How far a session of a guided scenario is.

    A step is done when a reply at its beat shows all that is assessed there clearly and raises no flag. It is missed
    when the conversation has gone past it, or has ended, without that.
    """
    beat, due, furthest = "", None, 0
    ended = False
    done: set[int] = set()
    for event in events:
        match event:
            case Began(beat=start):
                beat = start
            case Scored(score=score):
                here = scenario.beats.get(beat)
                shown = score.heard.values()
                if here and here.stage and shown and min(shown) >= DONE and not score.faults:
                    done.add(here.stage)
            case Moved(to=to):
                beat = to
            case Ended():
                ended = True
            case _:
                pass
        if beat in scenario.beats and (due := scenario.beats[beat].stage):
            furthest = max(furthest, due)
    passed = STEPS if ended else range(1, furthest)
    missed = tuple(step for step in passed if step not in done)
    return Progress(None if ended else due, tuple(sorted(done)), missed)
