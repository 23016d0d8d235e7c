"""A class looked at whole."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from simulator.analysis.insight import MONDAY, SAMPLES, WEEK, Contact, Insight, Step


def step(beat: str, to: str = "", *, seconds: float | None = 20, reply: str = "Well.", **levels: int) -> Step:
    return Step(beat, to, levels, dict.fromkeys(levels, 0), (), reply, seconds)


def contact(
    trainee: str, *steps: Step, scenario: str = "soup", score: float | None = 50.0, outcome: str | None = "resolved",
    mood: int = 20, week: int = 0,
) -> Contact:  # fmt: skip
    return Contact(
        f"{trainee} {week} {scenario}", trainee, scenario, "d1", MONDAY + week * WEEK + 5.0, score,
        (score or 0) >= 60, outcome, mood, steps,
    )  # fmt: skip


def looked(contacts: Sequence[Contact]) -> Insight:
    insight = Insight()
    for one in contacts:
        insight.add(one)
    return insight


def test_difficulty_is_the_share_of_the_highest_level_that_was_missed() -> None:
    insight = looked([contact("a", step("opening", apology=3, listening=0)), contact("b", step("opening", apology=0))])
    assert insight.criteria["apology"].difficulty == 0.5
    assert insight.beats["soup", "opening"].items["listening"].difficulty == 1
    assert insight.criteria["apology"].missed == 1


def test_what_the_good_do_well_and_the_weak_do_badly_tells_them_apart() -> None:
    def sat(trainee: str, ability: int) -> Contact:
        return contact(trainee, step("opening", apology=ability, listening=ability, odd=3 - ability))

    insight = looked([sat("a", 0), sat("b", 1), sat("c", 3), sat("d", 2)])
    assert insight.discrimination("odd") == pytest.approx(-1)
    assert (insight.discrimination("apology") or 0) > (insight.discrimination("odd") or 0)
    assert looked([sat("a", 1), sat("b", 1)]).discrimination("apology") is None


def test_a_beat_tells_its_usual_way_its_time_and_who_stays() -> None:
    insight = looked([
        contact("a", step("opening", "opening"), step("opening", "story", seconds=40), step("story", "end")),
        contact("b", step("opening", "story", seconds=None)),
    ])  # fmt: skip
    beat = insight.beats["soup", "opening"]
    way, share = beat.usual
    assert (way, round(share, 3)) == ("story", 0.667)
    assert (beat.seconds.quantile(0.5), beat.seconds.quantile(0.9)) == (20, 40)


def test_misses_are_told_with_samples_that_do_not_hang_on_the_order() -> None:
    contacts = [contact(f"t{n}", step("opening", apology=1, reply=f"Reply {n % 7}.")) for n in range(30)]
    one, other = looked(contacts), looked(contacts[::-1])
    (miss,) = one.misses.values()
    assert miss.count == 30
    assert len({reply for _, reply in miss.samples}) == SAMPLES
    assert miss.samples == next(iter(other.misses.values())).samples
    assert miss.where == {("soup", "opening"): 30}


def test_reliability_is_over_what_all_have() -> None:
    rows = [(0, 0, 1), (1, 1, 1), (2, 1, 2), (3, 3, 3), (2, 2, 1)]
    contacts = [contact(f"t{n}", step("x", a=a, b=b, c=c)) for n, (a, b, c) in enumerate(rows)]
    contacts[0] = contact("t0", step("x", a=0, b=0, c=1, rare=3))
    found = looked(contacts).reliability()
    assert found.items == ("a", "b", "c")
    assert found.trainees == 5
    assert found.alpha.value is not None
    assert found == looked(contacts).reliability()


def test_service_indicators_count_what_ended() -> None:
    insight = looked([
        contact("a", step("x", seconds=91)), contact("b", step("x", seconds=90), outcome="escalated", mood=90),
        contact("c", step("x", seconds=None), outcome=None),
    ])  # fmt: skip
    service = insight.service
    assert (service.resolved.count, service.resolved.of) == (1, 2)
    assert service.escalated.per_million == 500_000
    assert service.satisfaction == 45
    assert (service.on_time.count, service.on_time.of) == (1, 2)
    assert insight.unfinished == 1


def test_progress_is_told_week_by_week() -> None:
    insight = looked([contact("a", score=40, week=0), contact("a", score=80, week=2), contact("b", score=60, week=2)])
    assert {week: (one.sessions, one.scores.value) for week, one in insight.weeks.items()} == {0: (1, 40), 2: (2, 70)}


def test_of_nobody_nothing_is_told() -> None:
    insight = Insight()
    assert insight.reliability().alpha.value is None
    assert insight.service.resolved.share is None
    assert insight.discrimination("apology") is None
