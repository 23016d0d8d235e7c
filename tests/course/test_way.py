"""The way through a course: what is done opens what waits for it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from simulator.course.way import ChapterStands, current, never_open, way_through
from simulator.model.course import Course

NAME = {"en": "A name", "zh": "名称"}


def chapter(*scenarios: Any, **more: Any) -> dict[str, Any]:
    return {"title": NAME, "aim": NAME, "scenarios": scenarios, **more}


def course(**chapters: dict[str, Any]) -> Course:
    return Course.model_validate({"course": "c", "title": NAME, "done_at": 60, "chapters": chapters})


COURSE = course(
    ears=chapter("soup", "sofa", "bill", needs=2, practises="listening"),
    hands=chapter("parcel", {"scenario": "chairs", "after": "parcel"}, after="ears", done_at=70),
    last=chapter({"scenario": "gate", "after": ["soup", "chairs"], "done_at": 80}, after=["hands"]),
)


def statuses(way: tuple[ChapterStands, ...]) -> dict[str, str]:
    return {lesson.scenario: lesson.status for chapter in way for lesson in chapter.lessons}


def test_at_the_beginning_only_what_waits_for_nothing_is_open() -> None:
    way = way_through(COURSE, {})
    assert [(c.chapter, c.status, c.done, c.needs) for c in way] == [
        ("ears", "open", 0, 2), ("hands", "locked", 0, 2), ("last", "locked", 0, 1),
    ]  # fmt: skip
    assert current(way) == "ears"
    assert statuses(way) == {
        "soup": "open", "sofa": "open", "bill": "open", "parcel": "locked", "chairs": "locked", "gate": "locked",
    }  # fmt: skip


def test_a_score_below_the_mark_opens_nothing_and_enough_of_a_chapter_opens_the_next() -> None:
    assert current(way_through(COURSE, {"soup": 60, "sofa": 59.9})) == "ears"
    way = way_through(COURSE, {"soup": 60, "bill": 91.5})
    assert current(way) == "hands"
    assert way[0].status == "done"
    assert statuses(way)["sofa"] == "open"
    assert statuses(way)["parcel"] == "open"
    assert way[1].lessons[1].status == "locked"
    assert way[1].lessons[1].first == ("parcel",)


def test_what_must_come_first_and_what_it_opens_is_told() -> None:
    way = way_through(COURSE, {"soup": 100})
    assert (way[0].opens, way[1].first, way[1].opens) == (("hands",), ("ears",), ("last",))
    assert way[0].lessons[0].opens == ("gate",)
    assert way[2].lessons[0].first == ("chairs",)


def test_each_scenario_is_done_at_its_own_mark_else_its_chapters_else_the_courses() -> None:
    marks = {lesson.scenario: lesson.mark for chapter in way_through(COURSE, {}) for lesson in chapter.lessons}
    assert marks == {"soup": 60, "sofa": 60, "bill": 60, "parcel": 70, "chairs": 70, "gate": 80}


def test_what_was_played_before_its_turn_counts() -> None:
    way = way_through(COURSE, {"gate": 95})
    assert (way[2].status, way[2].lessons[0].status, way[2].lessons[0].best) == ("done", "done", 95)


def test_nobody_waits_for_what_is_not_there() -> None:
    way = way_through(COURSE, {}, there={"chairs", "gate"})
    assert [c.chapter for c in way] == ["hands", "last"]
    assert statuses(way) == {"chairs": "open", "gate": "locked"}
    assert statuses(way_through(COURSE, {"bill": 70}, there={"bill", "parcel"})) == {"bill": "done", "parcel": "open"}


def test_a_circle_is_found_with_all_that_hangs_on_it() -> None:
    assert never_open(COURSE) == ()
    ring = course(
        one=chapter("soup"),
        two=chapter("sofa", after="three"),
        three=chapter("bill", after="two"),
        four=chapter("gate", after="three"),
    )
    assert never_open(ring) == ("sofa", "bill", "gate")
    assert never_open(course(one=chapter("soup", {"scenario": "sofa", "after": "sofa"}))) == ("sofa",)
    # Two of three are enough, so the circle holds nobody up.
    assert never_open(course(one=chapter("soup", "bill", {"scenario": "sofa", "after": "gate"}, needs=2),
                             two=chapter("gate", after="one"))) == ()  # fmt: skip


@given(
    st.dictionaries(st.sampled_from(["soup", "sofa", "bill", "parcel", "chairs", "gate"]), st.floats(0, 100)),
    st.sampled_from(["soup", "sofa", "bill", "parcel", "chairs", "gate"]),
)
def test_a_better_score_never_locks_anything(best: dict[str, float], scenario: str) -> None:
    rank = {"locked": 0, "open": 1, "done": 2}
    before, after = statuses(way_through(COURSE, best)), statuses(way_through(COURSE, {**best, scenario: 100}))
    assert all(rank[after[name]] >= rank[status] for name, status in before.items())
