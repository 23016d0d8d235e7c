"""Small decision trees written as text: `tied > 0.5 ? (room > 0.5 ? 0.21 : 0.05) : -0.11`.

A tree is a number, or a question about one feature and a tree for each answer. Trees of a few leaves, added up, are how
fitted weights take into account that two things count for more together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

#: A leaf's value; or feature, threshold, the tree above it, the tree at or below it.
Tree = float | tuple[str, float, "Tree", "Tree"]

#: What trees call the level, or whether the flag, that the rules gave.
RULE = "rule"
#: How a feature's value is asked for: `features.get`.
Get = Callable[[str, float], float]

_PIECES = re.compile(r"\s*(?:(?P<number>-?\d+(?:\.\d+)?)|(?P<name>[A-Za-z][\w-]*)|(?P<mark>[>?:()]))")
#: A tree is small; this keeps a hostile one from exhausting the stack.
DEEPEST = 12


@lru_cache(maxsize=20_000)
def parse_tree(text: str) -> Tree:
    """A tree from its text.

    Raises:
        ValueError: it is not written so.
    """
    pieces: list[tuple[str, str]] = []
    at = 0
    while at < len(text.rstrip()):
        match = _PIECES.match(text, at)
        if match is None:
            raise ValueError(f"it goes wrong at character {at + 1}")
        pieces.append((match.lastgroup or "", match[match.lastgroup or 0]))
        at = match.end()
    pieces.reverse()
    tree = _tree(pieces, 0)
    if pieces:
        raise ValueError(f"{pieces[-1][1]!r} is too much")
    return tree


def _tree(pieces: list[tuple[str, str]], depth: int) -> Tree:
    if depth > DEEPEST:
        raise ValueError("it is nested too deeply")
    kind, value = pieces.pop() if pieces else ("", "")
    if value == "(":
        tree = _tree(pieces, depth + 1)
        _expect(pieces, ")")
        return tree
    if kind == "number":
        return float(value)
    if kind != "name":
        raise ValueError("a number or a feature is missing")
    _expect(pieces, ">")
    threshold = _tree(pieces, depth + 1)
    if not isinstance(threshold, float):
        raise ValueError("a number is missing after >")
    _expect(pieces, "?")
    above = _tree(pieces, depth + 1)
    _expect(pieces, ":")
    below = _tree(pieces, depth + 1)
    return value, threshold, above, below


def _expect(pieces: list[tuple[str, str]], mark: str) -> None:
    if not pieces or pieces.pop()[1] != mark:
        raise ValueError(f"{mark!r} is missing")


def _mean(leaves: list[float]) -> float:
    return sum(leaves) / len(leaves)


def _leaves(tree: Tree) -> list[float]:
    return [tree] if isinstance(tree, float) else [*_leaves(tree[2]), *_leaves(tree[3])]


def features_of(tree: Tree) -> set[str]:
    """The features that a tree asks about."""
    return set() if isinstance(tree, float) else {tree[0]} | features_of(tree[2]) | features_of(tree[3])


class Leaf(NamedTuple):
    """Where the questions of a tree have led.

    Attributes:
        value: what the tree gives.
        parts: each feature that was asked about, and what its answer added to the mean of the leaves there were.
    """

    value: float
    parts: tuple[tuple[str, float], ...]


def compiled(trees: Sequence[Tree]) -> Callable[[Get, float], tuple[Leaf, ...]]:
    """The leaf of each tree: the same as asking them one by one, in a third of the time.

    A reply is asked a thousand questions, so they are made into one function of Python. Of the text that somebody wrote
    nothing goes into it but feature names, as quoted strings, and numbers.

    Args:
        trees: parsed trees.

    Returns:
        A function of `features.get` and of the value of `rule`, which is no feature of the reply but what was made of
        them before.
    """
    names = sorted(set().union(*map(features_of, trees)) - {RULE})
    at = {name: f"v{number}" for number, name in enumerate([*names, RULE])}
    space: dict[str, Any] = {"__builtins__": {}}
    found = "".join(f"{_source(tree, (), at, space)}, " for tree in trees)
    lines = [f"{at[name]} = get({name!r}, 0.0)" for name in names]
    body = "\n    ".join([*lines, f"return ({found})"])
    exec(f"def leaves_of(get, {at[RULE]}):\n    {body}", space)
    leaves_of: Callable[[Get, float], tuple[Leaf, ...]] = space["leaves_of"]
    return leaves_of


def _source(tree: Tree, parts: tuple[tuple[str, float], ...], at: Mapping[str, str], space: dict[str, Any]) -> str:
    """A tree as an expression; its leaves are put into `space`."""
    if isinstance(tree, float):
        leaf = f"leaf{len(space)}"
        space[leaf] = Leaf(tree, parts)
        return leaf
    name, threshold, above, below = tree
    mean = _mean(_leaves(tree))
    ways = (_source(way, (*parts, (name, _mean(_leaves(way)) - mean)), at, space) for way in (above, below))
    return f"({next(ways)} if {at[name]} > {threshold!r} else {next(ways)})"
