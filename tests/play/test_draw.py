"""Which scenarios a seat gets: the same for ever, evenly spread, and not the neighbour's."""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise

from hypothesis import given
from hypothesis import strategies as st

from simulator.model.assessment import Assessment, Draw
from simulator.model.base import Bilingual
from simulator.play.draw import draw, draws

TITLE = Bilingual(en="Monday", zh="周一")
seeds = st.integers(0, 999_999_999)


def assessment(fixed: int, count: int, pool: int, seed: int, order: str = "fixed") -> Assessment:
    drawn = Draw(count=count, pool=tuple(f"p{n}" for n in range(pool))) if count else None
    return Assessment.model_validate(
        {"assessment": "a", "title": TITLE, "roster": "a.csv", "seed": seed, "order": order, "draw": drawn,
         "scenarios": tuple(f"f{n}" for n in range(fixed))}
    )  # fmt: skip


@given(seeds, st.integers(1, 5), st.integers(0, 8), st.sampled_from(["fixed", "shuffled"]))
def test_neighbours_have_no_drawn_scenario_in_common_where_the_pool_allows_it(
    seed: int, count: int, more: int, order: str
) -> None:
    seats = islice(draws(assessment(1, count, 2 * count + more, seed, order)), 30)
    for one, next_one in pairwise(seats):
        assert {name for name in one if name in next_one} == {"f0"}
        assert len(set(one)) == len(one) == count + 1


@given(seeds, st.integers(2, 6))
def test_in_a_smaller_pool_neighbours_still_get_other_sets(seed: int, count: int) -> None:
    for one, next_one in pairwise(islice(draws(assessment(0, count, count + 1, seed)), 20)):
        assert set(one) != set(next_one)


@given(seeds, st.integers(2, 6))
def test_shuffled_neighbours_begin_with_different_scenarios_and_sit_the_same(seed: int, fixed: int) -> None:
    for one, next_one in pairwise(islice(draws(assessment(fixed, 0, 0, seed, "shuffled")), 20)):
        assert one[0] != next_one[0]
        assert set(one) == set(next_one)


@given(seeds, st.integers(1, 3), st.integers(6, 9))
def test_each_scenario_of_the_pool_is_drawn_about_as_often(seed: int, count: int, pool: int) -> None:
    uses = Counter(name for seat in islice(draws(assessment(0, count, pool, seed)), 60) for name in seat)
    assert len(uses) == pool
    assert max(uses.values()) - min(uses.values()) <= 2


@given(seeds, st.integers(0, 40))
def test_one_seat_alone_gets_what_it_gets_in_the_class(seed: int, seat: int) -> None:
    rules = assessment(1, 2, 5, seed, "shuffled")
    assert draw(rules, seat) == list(islice(draws(rules), 41))[seat]


def test_the_draw_never_changes() -> None:
    # Whoever sat it last year must get the same again: this may not change with a version.
    rules = assessment(0, 2, 5, 7)
    assert list(islice(draws(rules), 3)) == [("p0", "p1"), ("p2", "p4"), ("p3", "p0")]


def test_another_seed_gives_another_draw() -> None:
    several = {tuple(islice(draws(assessment(0, 2, 6, seed)), 10)) for seed in range(20)}
    assert len(several) == 20


def test_without_shuffling_what_everybody_sits_comes_first_as_written() -> None:
    assert [seat[:2] for seat in islice(draws(assessment(2, 1, 4, 3)), 5)] == [("f0", "f1")] * 5
