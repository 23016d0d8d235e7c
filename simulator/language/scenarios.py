"""Scenarios: text -> record, and whether it is sound."""

from __future__ import annotations

from functools import cache

from simulator.language import smallest
from simulator.language.names import check_names
from simulator.language.nodes import Mapping
from simulator.language.problems import Loaded, has_errors
from simulator.language.reading import Document, in_order, read
from simulator.language.shape import Shaped, shape
from simulator.language.soundness import check_soundness
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario


@cache
def sound(text: str) -> Mapping:
    """The tree of one of the smallest sound files."""
    root = read(text, "").root
    assert isinstance(root, Mapping)
    return root


def load_scenario(content: bytes | str, name: str) -> Loaded[Scenario]:
    """Reads a scenario to play it. What only `check` finds, such as beats never reached, does not keep it from that.

    Args:
        content: the file.
        name: what problems call it.
    """
    return scenario_in(read(content, name))


def scenario_in(document: Document) -> Loaded[Scenario]:
    """The scenario in a document, as `load_scenario` gives it."""
    shaped = _shaped(document)
    if shaped:
        check_names(document, shaped, None)
    problems = tuple(in_order(document.problems))
    return Loaded(shaped.record if shaped and not has_errors(problems) else None, problems)


def check_scenario(document: Document, rubric: Rubric | None) -> Shaped[Scenario] | None:
    """Reports everything that is wrong with a scenario, apart from its exemplars.

    Args:
        document: its text.
        rubric: the one that it is judged by; without it no criterion or flag is checked.

    Returns:
        The scenario where nothing is wrong that keeps it from being played.
    """
    shaped = _shaped(document)
    if shaped is None:
        return None
    mended = check_names(document, shaped, rubric)
    playable = not has_errors(document.problems)
    check_soundness(document, mended, rubric)
    return shaped if playable else None


def _shaped(document: Document) -> Shaped[Scenario] | None:
    shaped = shape(document, Scenario, sound(smallest.SCENARIO))
    # Where there are no beats at all, there is nothing further to find.
    return None if shaped and ("beats",) in shaped.left_out else shaped
