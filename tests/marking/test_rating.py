"""How far raters and the engine agree, from what each says."""

from __future__ import annotations

from simulator.marking.rating import ENGINE, PEOPLE, Rated, Rating, Sampled, agreements, disagreements


def rated(engine: int, *levels: int | None, flags: tuple[tuple[str, ...], ...] = ()) -> Rated:
    said = {
        f"r{n}": Rating(calibration="c", turn=1, levels={"apology": level}, flags=flags[n] if flags else ())
        for n, level in enumerate(levels)
        if level is not None
    }
    return Rated(Sampled(session="s", turn=1, criteria=("apology",)), {"apology": engine}, (), said)


SET = [rated(0, 0, 0), rated(1, 1, 2), rated(2, 2, 2), rated(3, 3, 3), rated(0, 2, None)]


def test_a_pair_counts_what_both_rated() -> None:
    (apology,) = agreements(SET, ["r0", "r1"], ["apology"], ["blame"], "1")
    (pair,) = apology.pairs
    assert (pair.count, pair.percent, pair.higher, pair.lower) == (4, 0.75, 0.25, 0)
    assert apology.alpha.value is not None
    assert [one.b for one in apology.engine] == ["r0", "r1", PEOPLE]
    assert [one.count for one in apology.engine] == [5, 4, 5]
    assert all(one.a == ENGINE for one in apology.engine)


def test_a_flag_that_nobody_saw_is_not_told_of() -> None:
    seen = [rated(0, 0, 0, flags=(("blame",), ()))]
    assert [one.name for one in agreements(seen, ["r0", "r1"], ["apology"], ["blame", "rude"], "1")] == [
        "apology", "blame",
    ]  # fmt: skip


def test_of_two_people_the_lower_is_the_median_and_the_widest_apart_come_first() -> None:
    found = disagreements([rated(1, 1, 2), rated(0, 3, 3), rated(2, 2, 2), rated(1, None, None)])
    assert [(one.engine, one.apart) for one in found] == [(0, 3), (1, 1)]
    assert rated(1, 1, 2).given(PEOPLE, "apology", "level") == 1
