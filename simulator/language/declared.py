"""Follows a path into a declaration and into the author's tree at once."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from simulator.language.nodes import Listing, Mapping, Node, Path, Scalar

#: In pydantic's `loc`, stands for the key itself.
KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Step:
    """One step down.

    Attributes:
        inside: the node stepped out of.
        declared: its type; for a criterion written straight into a condition, that of the condition.
        part: the key or index.
    """

    inside: Mapping | Listing
    declared: Any
    part: str | int


@dataclass(frozen=True, slots=True)
class Found:
    """Where a path leads.

    Attributes:
        node: the node, or the nearest one above where the author wrote none.
        key: the key that it stands under, or None.
        declared: its type.
        steps: the way there.
        missing: the first part of the path that is not written, or None.
    """

    node: Node
    key: Scalar | None
    declared: Any
    steps: tuple[Step, ...]
    missing: str | int | None = None


def follow(root: Node, declared: Any, path: Path) -> Found:
    """Where a path leads, in the text and in the declaration.

    Steps that the author may leave out are passed over: `levels` in a condition, the list around a single item, the
    `text` of a plain line.
    """
    node, key, declared = root, None, plain_type(declared)
    owner: Any = None  # the type of the mapping whose key was left out
    steps: list[Step] = []
    for part in path:
        below = inner(declared, part)
        if part == KEY:
            return Found(key or node, key, str, tuple(steps))
        if isinstance(node, Mapping) and str(part) in node.entries:
            steps.append(Step(node, owner or declared, str(part)))
            entry = node.entries[str(part)]
            node, key = entry.value, entry.key
        elif isinstance(node, Listing) and isinstance(part, int) and part < len(node.items):
            steps.append(Step(node, declared, part))
            node = node.items[part]
        elif part == "levels" and isinstance(node, Mapping):
            owner, declared = declared, below
            continue
        elif not (isinstance(node, Scalar) or isinstance(part, int)):
            return Found(node, key, declared, tuple(steps), part)
        owner, declared = None, below
    return Found(node, key, declared, tuple(steps))


def plain_type(declared: Any) -> Any:
    """A type without `Annotated` and without `| None`."""
    while True:
        if get_origin(declared) is Annotated:
            declared = get_args(declared)[0]
        elif get_origin(declared) in (Union, types.UnionType):
            (declared, *_) = [a for a in get_args(declared) if a is not type(None)]
        else:
            return declared


def inner(declared: Any, part: str | int) -> Any:
    """The type of what stands under a key or index; None where nothing is declared there."""
    if is_record(declared):
        field = declared.model_fields.get(str(part))
        return plain_type(field.annotation) if field else None
    args = get_args(declared)
    if get_origin(declared) is dict:
        return plain_type(args[1])
    return plain_type(args[0]) if get_origin(declared) is tuple and args else None


def is_record(declared: Any) -> bool:
    """Whether a type is one of the declaration's records."""
    return isinstance(declared, type) and issubclass(declared, BaseModel)


def keys_of(declared: Any) -> Iterator[str]:
    """The keys that a record takes."""
    if is_record(declared):
        yield from declared.model_fields
