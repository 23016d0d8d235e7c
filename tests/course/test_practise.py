"""What to practise next: what one is weakest in, as far as it is open."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.course.practise import Practise, practise_next, weakest
from simulator.course.way import way_through
from simulator.model.course import Course
from tests.course.test_way import chapter, course

COURSE = course(
    ears=chapter("soup", "sofa", practises="listening", needs=1),
    mouth=chapter("bill", "chairs", practises=["apology", "listening"], after="ears", needs=1),
    feet=chapter("gate", practises="expectation", after="mouth"),
)


def suggested(best: Mapping[str, float], *sessions: dict[str, float], of: Course = COURSE) -> Practise | None:
    return practise_next(of, way_through(of, best), sessions)


def test_whoever_played_nothing_begins_at_the_beginning() -> None:
    assert suggested({}) == Practise("soup", "begin")


def test_the_weakest_criterion_leads_to_the_first_open_scenario_that_practises_it() -> None:
    assert suggested({"soup": 90}, {"listening": 2.0, "apology": 1.0}, {"listening": 1.0, "apology": 1.5}) == Practise(
        "bill", "weakest", "apology", 1.25, 2
    )


def test_where_all_that_practises_it_is_done_the_lowest_score_is_played_again() -> None:
    best = {"soup": 90, "bill": 75, "chairs": 64, "sofa": 61}
    assert suggested(best, {"apology": 1.0}) == Practise("chairs", "again", "apology", 1.0, 1)


def test_what_only_locked_chapters_practise_waits_and_the_course_goes_on() -> None:
    assert suggested({}, {"expectation": 0.5}) == Practise("soup", "next")


def test_nothing_is_weak_once_all_is_good_and_a_chapter_that_is_done_need_not_be_finished_first() -> None:
    assert suggested({"soup": 90}, {"listening": 2.9, "apology": 2.5}) == Practise("bill", "next")
    assert suggested({"soup": 90, "bill": 90, "gate": 90}, {"listening": 3.0}) == Practise("sofa", "next")


def test_after_the_end_the_lowest_score_is_polished() -> None:
    best = {"soup": 90, "sofa": 88, "bill": 91, "chairs": 92, "gate": 93}
    assert suggested(best, {"listening": 3.0}) == Practise("sofa", "polish")


def test_only_the_sessions_in_which_a_criterion_was_assessed_count_for_it() -> None:
    assert weakest([{"apology": 3.0, "listening": 2.0}, {"listening": 1.0}, {}]) == ("listening", 1.5, 2)
    assert weakest([{}]) is None
    assert weakest([]) is None


def test_equals_go_by_their_order() -> None:
    assert weakest([{"listening": 1.0, "apology": 1.0}]) == ("listening", 1.0, 1)
