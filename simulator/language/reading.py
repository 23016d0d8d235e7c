"""Text -> tree, safely: bounded in size, depth and count; no tags, anchors, aliases, merges, duplicate keys."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from simulator.language.nodes import Entry, Listing, Mapping, Node, Scalar, Source
from simulator.language.problems import Meant, Note, Problem
from simulator.language.syntax import explain

MAX_BYTES = 2_000_000
MAX_DEPTH = 24
MAX_NODES = 100_000
#: Of these a message says the first, so that a file of rubbish gives no million messages.
MAX_PROBLEMS = 200

# What YAML does not allow in a text.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass
class Document:
    """A text that was read.

    Attributes:
        source: the text.
        root: its tree; None where it could not be read at all.
        problems: what is wrong with it so far.
    """

    source: Source
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether so much is wrong that more would help nobody."""
        return len(self.problems) >= MAX_PROBLEMS

    @property
    def lost(self) -> str | None:
        """Why the file can't be read at all; None where it can."""
        return next((str(found.values["reason"]) for found in self.problems if found.code == "unreadable"), None)

    def report(self, code: str, node: Node, meant: Meant | None = None, /, **values: object) -> None:
        """Adds a problem with a node, unless there are too many already.

        Args:
            code: a key of the catalogue.
            node: where.
            meant: what was probably meant.
            values: what fills the places of the message.
        """
        if not self.full:
            self.problems.append(self.source.problem(code, node.start, node.end, meant, **values))

    def note(self, *notes: Note) -> None:
        """Adds to the last problem what more there is to know of it."""
        self.problems[-1] = replace(self.problems[-1], notes=notes)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems of one file in the order of their places."""
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def decode(content: bytes | str, name: str) -> Document:
    """A text without its tree.

    Args:
        content: the file; bytes are UTF-8.
        name: what messages call it.
    """
    encoded = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    if len(encoded) > MAX_BYTES:
        return _refused(Source(name, ""), "too-large", 0, limit=MAX_BYTES)
    try:
        text = encoded.decode("utf-8")
    except UnicodeDecodeError as error:
        before = encoded[: error.start].decode("utf-8")
        return _refused(Source(name, before), "not-utf8", len(before), byte=f"{encoded[error.start]:02x}")
    return Document(Source(name, text.removeprefix("\ufeff")))


def read(content: bytes | str, name: str) -> Document:
    """Reads YAML; the arguments are those of `decode`."""
    document = decode(content, name)
    source = document.source
    for found in _FORBIDDEN.finditer("" if document.problems else source.text):
        number = f"U+{ord(found[0]):04X}"
        document.problems.append(source.problem("control-character", found.start(), found.end(), character=number))
        if document.full:
            break
    if not document.problems:
        _Composer(document).compose()
    return document


def read_file(path: Path, name: str, reader: Callable[[bytes, str], Document] = read) -> Document:
    """Reads a file; where it can't be read, that is the problem."""
    try:
        # Reading from a pipe or device might never end.
        if path.exists() and not path.is_file():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        return unreadable(name, getattr(error, "strerror", None) or str(error))
    return reader(content, name)


def shown(path: Path) -> str:
    """What messages call a file that nobody named: its path from here where it lies below, else the whole one."""
    near = os.path.relpath(path)
    return str(path.absolute()) if near.startswith(os.pardir) else near


def unreadable(name: str, reason: str) -> Document:
    """A file that can't be read, and why."""
    return _refused(Source(name, ""), "unreadable", 0, reason=reason)


def _refused(source: Source, code: str, at: int, **values: object) -> Document:
    return Document(source, None, [source.problem(code, at, at + 1, None, **values)])


class _StopError(Exception):
    """There is no point in reading on."""


class _Composer:
    """Builds the tree from the parser's events, so that its limits hold before anything is built."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._events = self._counted(yaml.parse(document.source.text, Loader=yaml.CSafeLoader))

    def compose(self) -> None:
        document = self._document
        try:
            for event in self._events:
                if isinstance(event, yaml.DocumentStartEvent):
                    if document.root is not None:
                        self._problem("several-documents", *_span(event))
                        raise _StopError
                    document.root = self._node(next(self._events), 1)
        except _StopError:
            document.root = None
        except yaml.MarkedYAMLError as error:
            document.root = None
            told = explain(document.source, error)
            # After `*he sighs* no`, what follows the alias is no second mistake.
            if told.line not in {problem.line for problem in document.problems}:
                document.problems.append(told)
        else:
            if document.root is None or (isinstance(document.root, Scalar) and document.root.empty):
                document.root = None
                if not document.problems:
                    self._problem("empty-file", 0, 1)

    def _counted(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        count = 0
        for event in events:
            count += isinstance(event, yaml.NodeEvent)
            if count > MAX_NODES:
                self._problem("too-many", *_span(event), limit=MAX_NODES)
                raise _StopError
            yield event

    def _problem(self, code: str, start: int, end: int, **values: object) -> None:
        self._document.problems.append(self._document.source.problem(code, start, end, None, **values))
        if self._document.full:
            raise _StopError

    def _node(self, event: yaml.Event, depth: int) -> Node:
        start, end = _span(event)
        if depth > MAX_DEPTH:
            self._problem("too-deep", start, end, limit=MAX_DEPTH)
            raise _StopError
        if isinstance(event, yaml.AliasEvent):
            self._problem("alias", start, end, name=event.anchor)
            return Scalar(start, end, f"*{event.anchor}", True)
        self._check_marks(event, start)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(start, end, event.value, event.style is None or event.style == "")
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
                items.append(self._node(inner, depth + 1))
            return Listing(start, _span(inner)[1], items)
        mapping = Mapping(start, end)
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent):
            self._entry(mapping, inner, depth)
        mapping.end = _span(inner)[1]
        return mapping

    def _check_marks(self, event: yaml.Event, start: int) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            self._problem("anchor", start, start + 1 + len(anchor), name=anchor)
        elif tag is not None:
            self._problem("tag", start, start + len(tag), tag=tag)

    def _entry(self, mapping: Mapping, first: yaml.Event, depth: int) -> None:
        problems, (start, end) = self._document.problems, _span(first)
        before = len(problems)
        key = self._node(first, depth + 1)
        if not isinstance(key, Scalar):
            # What is wrong inside such a key is one mistake with it.
            del problems[before:]
            self._problem("key-not-text", start, end)
        merges = isinstance(key, Scalar) and key.plain and key.text == "<<"
        if merges:
            self._problem("merge-key", start, end)
        before = len(problems)
        value = self._node(next(self._events), depth + 1)
        if merges:
            del problems[before:]
        elif isinstance(key, Scalar) and key.text in mapping.entries:
            line = self._document.source.line_of(mapping.entries[key.text].key.start)
            self._problem("duplicate-key", start, end, key=key.text, line=line)
            mapping.twice = True
        elif isinstance(key, Scalar):
            mapping.entries[key.text] = Entry(key, value)


def _span(event: yaml.Event) -> tuple[int, int]:
    """Where an event stands, in characters."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index
