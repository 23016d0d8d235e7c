"""A YAML text as a tree in which every node keeps its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from simulator.language.problems import Meant, Problem

#: Where a node lies: keys and indices from the root, as pydantic's `loc`.
Path = tuple[str | int, ...]

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(slots=True)
class Node:
    """A piece of the text, as a half-open span of characters."""

    start: int
    end: int


@dataclass(slots=True)
class Scalar(Node):
    """A text. `plain`: it stands without quotes."""

    text: str = ""
    plain: bool = False

    @property
    def empty(self) -> bool:
        """Whether the author wrote nothing at all."""
        return self.plain and not self.text


@dataclass(slots=True)
class Listing(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(slots=True)
class Mapping(Node):
    """Keys with values, in the order of the text. `twice`: a key stood in it again and was left out."""

    entries: dict[str, Entry] = field(default_factory=dict)
    twice: bool = False

    def value(self, key: str) -> Node | None:
        """The value of a key, or None."""
        entry = self.entries.get(key)
        return entry.value if entry else None

    def written(self, key: str) -> str:
        """The text of a key's value, or "" where it has none."""
        value = self.value(key)
        return value.text if isinstance(value, Scalar) else ""


@dataclass(frozen=True)
class Source:
    """A text and the name it goes by in messages."""

    name: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in _LINE_END.finditer(self.text))]

    def line_of(self, index: int) -> int:
        """The line of a character, from 1."""
        return bisect_right(self._starts, index)

    def line(self, number: int) -> Node:
        """A line, from 1."""
        start = self._starts[number - 1]
        return Node(start, start + len(self._line(number)))

    def problem(self, code: str, start: int, end: int, meant: Meant | None = None, /, **values: object) -> Problem:
        """A problem with a span of this text; what it covers beyond its first line is left out."""
        start = max(0, min(start, len(self.text)))
        number = self.line_of(start)
        begin, line = self._starts[number - 1], self._line(number)
        width = max(1, min(end, begin + len(line)) - start)
        return Problem(code, self.name, number, start - begin + 1, width, line, values, meant)

    @cache  # noqa: B019 - many problems in one long line share one text
    def _line(self, number: int) -> str:
        """A line, from 1, without its end."""
        ends = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : ends].rstrip("\r\n")


def data(node: Node) -> object:
    """The tree as plain values: every scalar a text, None where nothing was written. Types are for the declaration."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Listing):
        return [data(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {key: data(entry.value) for key, entry in node.entries.items()}


def entries(node: Node | None) -> Iterator[tuple[str, Node]]:
    """The keys and values of a mapping; nothing where it is none."""
    if isinstance(node, Mapping):
        yield from ((key, entry.value) for key, entry in node.entries.items())


def items(node: Node | None) -> Iterator[Scalar]:
    """The texts of a list, or the one text that stands without a list around it."""
    yield from (item for item in (node.items if isinstance(node, Listing) else (node,)) if isinstance(item, Scalar))
