"""Text -> tree, safely: bounded in size, depth and count; no tags, anchors, aliases, merges, duplicate keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from simulator.language.nodes import Entry, Listing, Mapping, Node, Scalar, Source
from simulator.language.problems import Problem
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

    def report(self, code: str, node: Node, **more: object) -> None:
        """Adds a problem with a node."""
        self.problems.append(self.source.problem(code, node.start, node.end, **more))  # type: ignore[arg-type]


def read(content: bytes | str, name: str) -> Document:
    """Reads a text.

    Args:
        content: the file; bytes are UTF-8.
        name: what messages call it.
    """
    size = len(content) if isinstance(content, bytes) else len(content.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        return _refused(Source(name, ""), "too-large", 0, size=size, limit=MAX_BYTES)
    if isinstance(content, bytes):
        try:
            content = content.decode("utf-8")
        except UnicodeDecodeError as error:
            before = content[: error.start].decode("utf-8")
            return _refused(Source(name, before), "not-utf8", len(before), byte=f"{content[error.start]:02x}")
    source = Source(name, content.removeprefix("\ufeff"))
    document = Document(source)
    for found in _FORBIDDEN.finditer(source.text):
        number = f"U+{ord(found[0]):04X}"
        document.problems.append(source.problem("control-character", found.start(), found.end(), character=number))
        if len(document.problems) == MAX_PROBLEMS:
            break
    if not document.problems:
        _Composer(document).compose()
    return document


def _refused(source: Source, code: str, at: int, **values: object) -> Document:
    return Document(source, None, [source.problem(code, at, at + 1, None, **values)])


class _Stop(Exception):
    """There is no point in reading on."""


class _Composer:
    """Builds the tree from the parser's events, so that its limits hold before anything is built."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._count = 0

    def compose(self) -> None:
        document, end = self._document, len(self._document.source.text)
        events = self._events()
        try:
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    if document.root is not None:
                        self._problem("several-documents", event)
                        raise _Stop
                    document.root = self._node(next(events), events, 1)
        except _Stop:
            document.root = None
        except yaml.MarkedYAMLError as error:
            document.root = None
            document.problems.append(explain(document.source, error))
        else:
            if document.root is None or (isinstance(document.root, Scalar) and document.root.empty):
                document.root = None
                document.problems.append(document.source.problem("empty-file", end, end))

    def _events(self) -> Iterator[yaml.Event]:
        for event in yaml.parse(self._document.source.text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.NodeEvent):
                self._count += 1
                if self._count > MAX_NODES:
                    self._problem("too-many", event, limit=MAX_NODES)
                    raise _Stop
            yield event

    def _problem(self, code: str, event: yaml.Event, end: int | None = None, **values: object) -> None:
        start = event.start_mark.index
        stop = event.end_mark.index if end is None else end
        self._document.problems.append(self._document.source.problem(code, start, stop, None, **values))
        if len(self._document.problems) >= MAX_PROBLEMS:
            raise _Stop

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        if depth > MAX_DEPTH:
            self._problem("too-deep", event, limit=MAX_DEPTH)
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._problem("alias", event, name=event.anchor)
            return Scalar(start, end, f"*{event.anchor}", True)
        if event.anchor is not None:
            self._problem("anchor", event, start + 1 + len(event.anchor), name=event.anchor)
        elif event.tag is not None:
            self._problem("tag", event, start + 1, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            # The parser's plain scalars may end behind blanks and comments.
            return Scalar(start, end, event.value, event.style is None or event.style == "")
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self._node(inner, events, depth + 1))
            return Listing(start, inner.end_mark.index, items)
        mapping = Mapping(start, end)
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            self._entry(mapping, inner, events, depth)
        mapping.end = inner.end_mark.index
        return mapping

    def _entry(self, mapping: Mapping, first: yaml.Event, events: Iterator[yaml.Event], depth: int) -> None:
        before = len(self._document.problems)
        key = self._node(first, events, depth + 1)
        value_event = next(events)
        if not isinstance(key, Scalar):
            del self._document.problems[before:]
            self._problem("key-not-text", first)
            before = len(self._document.problems)
        elif key.plain and key.text == "<<":
            self._problem("merge-key", first)
            before = len(self._document.problems)
            self._node(value_event, events, depth + 1)
            del self._document.problems[before:]
            return
        value = self._node(value_event, events, depth + 1)
        if not isinstance(key, Scalar):
            return
        known = mapping.entries.get(key.text)
        if known:
            line = self._document.source.line_of(known.key.start)
            self._problem("duplicate-key", first, key=key.text, line=line)
        else:
            mapping.entries[key.text] = Entry(key, value)
