"""What an author should know of all the paths through a scenario, at the places where it is written."""

from __future__ import annotations

from simulator.analysis.finding import Path
from simulator.analysis.findings import findings
from simulator.language.declared import KEY, follow
from simulator.language.nodes import Node
from simulator.language.problems import has_errors
from simulator.language.reading import Document
from simulator.language.shape import Shaped
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario


def check_paths(document: Document, shaped: Shaped[Scenario], rubric: Rubric) -> None:
    """Looks at a scenario whole and reports what was not told yet. Does nothing where there are errors.

    Args:
        document: its text, with the problems found so far.
        shaped: the scenario.
        rubric: the one it is judged by.
    """
    # What is wrong already would only look wrong once more, in other words.
    if has_errors(document.problems):
        return
    for finding in findings(shaped.record, rubric):
        node = _node(shaped, finding.path)
        # A way that can't be taken for a reason that was told is no second mistake.
        if finding.code != "way-never-open" or not _told_of(document, node):
            document.report(finding.code, node, **finding.values)


def _told_of(document: Document, node: Node) -> bool:
    """Whether something that lies in a node was told."""
    start, end = (document.source.problem("", at, at) for at in (node.start, node.end))
    places = ((problem.line, problem.column) for problem in document.problems)
    return any((start.line, start.column) <= place < (end.line, end.column) for place in places)


def _node(shaped: Shaped[Scenario], path: Path) -> Node:
    """The node of a path; of a beat and of the top level it is the key, which says where it is in one line."""
    at = (*path, KEY) if len(path) <= 2 and path[0] != "anywhere" else path
    return follow(shaped.root, Scenario, at).node
