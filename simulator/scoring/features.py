"""The detectors in the order in which they run, and the names of all the features they fill in."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from simulator.scoring import account, apologies, commitments, hearing, hostility, remarks, shape, tricks
from simulator.scoring.look import Look

#: Each module has `FEATURES` (name -> what it counts) and `detect(look)`. A later one may read what earlier ones found.
DETECTORS: tuple[ModuleType, ...] = (
    shape,
    tricks,
    commitments,
    account,
    apologies,
    hearing,
    remarks,
    hostility,
)

#: Built-in feature names and what they count; a cue group's name is a feature too: the number of its hits.
FEATURES: dict[str, str] = {name: about for module in DETECTORS for name, about in module.FEATURES.items()}


def detect(look: Look) -> None:
    """Runs every detector."""
    for module in DETECTORS:
        run: Callable[[Look], None] = module.detect
        run(look)
