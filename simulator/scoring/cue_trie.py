"""The trie that all cues of some groups grow into: what may come next, node by node."""

from __future__ import annotations

from typing import Any

from simulator.scoring.cues import Element, Sequence

#: Kind of element to the table of a node that holds it.
_TABLES = {"word": "words", "prefix": "prefixes", "group": "groups", "gap": "gaps"}

#: What a node has none of; never written to.
_NONE: dict[Any, Node] = {}


class Node:
    """A place in the trie. There are tens of thousands, most with a single way on: each holds only what it needs."""

    __slots__ = ("found", "gaps", "groups", "last", "marks", "meetings", "onward", "prefixes", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node] = _NONE
        self.prefixes: dict[str, Node] = _NONE
        self.groups: dict[str, Node] = _NONE
        self.gaps: dict[int, Node] = _NONE
        self.marks: dict[str, Node] = _NONE
        self.meetings: dict[tuple[Sequence, ...], Node] = _NONE
        self.onward: tuple[Node, ...] = ()
        self.found: tuple[tuple[str, str], ...] = ()
        self.last = True

    def next(self, element: Element) -> Node:
        """The node after an element, made where there is none."""
        kind, value = element
        self.last = False
        table = _TABLES.get(kind, "marks")
        known: dict[Any, Node] = getattr(self, table)
        if known is _NONE:
            known = {}
            setattr(self, table, known)
        key = value if table != "marks" else kind
        if (after := known.get(key)) is None:
            after = known[key] = Node()
        return after

    def grow(self, sequence: Sequence) -> Node:
        """The node to which a sequence leads from here."""
        node = self
        for element in sequence:
            if element[0] != "any":
                node = node.next(element)
                continue
            node = node.meet(element[1])
        return node

    def meet(self, options: tuple[Sequence, ...]) -> Node:
        """The node in which some options meet again: a cue takes as much room as it is long, and cues share it."""
        if self.meetings is _NONE:
            self.meetings = {}
        meeting = self.meetings.get(options)
        if meeting is None:
            meeting = self.meetings[options] = Node()
            for option in options:
                end = self.grow(option)
                end.onward += (meeting,)
                end.last = False
        return meeting
