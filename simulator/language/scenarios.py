"""Scenarios: text -> record."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from simulator.language import smallest
from simulator.language.nodes import Mapping
from simulator.language.problems import Loaded, has_errors
from simulator.language.reading import Document, read
from simulator.language.shape import shape
from simulator.model.scenario import Scenario

T = TypeVar("T")


@cache
def sound(text: str) -> Mapping:
    """The tree of one of the smallest sound files."""
    root = read(text, "").root
    assert isinstance(root, Mapping)
    return root


def load_scenario(content: bytes | str, name: str) -> Loaded[Scenario]:
    """Reads a scenario.

    Args:
        content: the file.
        name: what problems call it.
    """
    document = read(content, name)
    shaped = shape(document, Scenario, sound(smallest.SCENARIO))
    return loaded(document, shaped.record if shaped else None)


def loaded(document: Document, value: T | None) -> Loaded[T]:
    """The value where there are no errors, with all problems in the order of their places."""
    problems = tuple(sorted(document.problems, key=lambda p: (p.line, p.column)))
    return Loaded(None if has_errors(problems) else value, problems)
