"""Trees written as text: asked one by one, and all at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.model.trees import Tree, compiled, features_of, parse_tree

NAMES = st.sampled_from(["tied", "room", "like_rude", "if", "v1", "get", "total", "on-hold"])
NUMBERS = st.integers(-3000, 3000).map(lambda n: f"{n / 1000:.3f}")


def asked(tree: Tree, features: dict[str, float]) -> float:
    """The slow and obvious way."""
    if isinstance(tree, float):
        return tree
    name, threshold, above, below, *_ = tree
    return asked(above if features.get(name, 0.0) > threshold else below, features)


def question(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("({} > {} ? {} : {})".format, NAMES, NUMBERS, parts, parts)


@given(
    st.integers(-2, 3).map(float),
    st.lists(st.recursive(NUMBERS, question, max_leaves=6), max_size=5),
    st.dictionaries(NAMES, st.floats(-3, 3)),
)
def test_all_at_once_they_give_what_they_give_one_by_one(
    base: float, texts: list[str], features: dict[str, float]
) -> None:
    trees = [parse_tree(text) for text in texts]
    total = base
    for tree in trees:
        total += asked(tree, features)
    assert compiled(base, trees)(features.get) == total


def test_of_what_is_written_only_names_and_numbers_go_in() -> None:
    total = compiled(0.0, [("'); import os; ('", 0.5, 1.0, 2.0, 0.0, 0.0)])
    assert total({"'); import os; ('": 1.0}.get) == 1.0


def test_it_is_known_what_a_tree_asks_about() -> None:
    assert features_of(parse_tree("tied > 0.5 ? (room > 1 ? 1 : 0) : 0.2")) == {"tied", "room"}
