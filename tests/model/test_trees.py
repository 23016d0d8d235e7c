"""Trees written as text: asked one by one, and all at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.trees import Tree, compiled, features_of, parse_tree

NAMES = st.sampled_from(["tied", "room", "like_rude", "if", "v1", "get", "total", "on-hold"])
NUMBERS = st.integers(-3000, 3000).map(lambda n: f"{n / 1000:.3f}")


def asked(tree: Tree, features: dict[str, float]) -> float:
    """The slow and obvious way."""
    if isinstance(tree, float):
        return tree
    name, threshold, above, below = tree
    return asked(above if features.get(name, 0.0) > threshold else below, features)


def question(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("({} > {} ? {} : {})".format, NAMES, NUMBERS, parts, parts)


@given(
    st.lists(st.recursive(NUMBERS, question, max_leaves=6), max_size=5),
    st.dictionaries(NAMES, st.floats(-3, 3)),
)
def test_all_at_once_they_give_what_they_give_one_by_one(texts: list[str], features: dict[str, float]) -> None:
    trees = [parse_tree(text) for text in texts]
    leaves = compiled(trees)(features.get, 0)
    assert [leaf.value for leaf in leaves] == [asked(tree, features) for tree in trees]


def test_each_answer_has_its_part_in_what_a_tree_gives() -> None:
    (leaf,) = compiled([parse_tree("tied > 0.5 ? (room > 1 ? 1.2 : 0.6) : 0.3")])({"tied": 1.0, "room": 1.0}.get, 0)
    # Of all leaves the mean is 0.7, of those above 0.9.
    assert dict(leaf.parts) == pytest.approx({"tied": 0.2, "room": -0.3})


def test_what_the_rules_gave_is_no_feature_of_the_reply() -> None:
    leaves = compiled([parse_tree("rule > 1.5 ? 1 : 0")])
    assert [leaves({"rule": 9.0}.get, level)[0].value for level in (1, 2)] == [0.0, 1.0]


def test_of_what_is_written_only_names_and_numbers_go_in() -> None:
    leaves = compiled([("'); import os; ('", 0.5, 1.0, 2.0)])
    assert leaves({"'); import os; ('": 1.0}.get, 0)[0].value == 1.0


def test_it_is_known_what_a_tree_asks_about() -> None:
    assert features_of(parse_tree("tied > 0.5 ? (room > 1 ? 1 : 0) : 0.2")) == {"tied", "room"}
