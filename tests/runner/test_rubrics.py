"""The shipped rubrics in a play: what counts differs, what the customer does never."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.library.library import Library
from simulator.model.rubric import RubricBundle
from simulator.play.rehearse import Rehearsal, rehearse
from simulator.runner.errors import valid
from simulator.runner.trainees import Bot, Trainee
from simulator.scoring.engine import Engine

LIBRARY = Library()
SHIPPED = ("core", "first-steps", "service-cycle", "rater", "assessment", "self-review")


@cache
def bundle(rubric: str) -> RubricBundle:
    return valid(LIBRARY.rubric(rubric))


@cache
def played(rubric: str, trainee: Trainee) -> Rehearsal:
    case = valid(LIBRARY.scenario("nine-steps", "en"))
    return rehearse(case, Engine(bundle(rubric)), Bot(case, trainee, None).reply)


def test_they_are_all_found_with_their_titles() -> None:
    listed = {rubric.id: rubric for rubric in LIBRARY.rubrics()}
    assert set(SHIPPED) <= set(listed)
    assert all(all(listed[rubric].title) and all(listed[rubric].about) for rubric in SHIPPED)


@pytest.mark.parametrize("rubric", ["first-steps", "service-cycle"])
@pytest.mark.parametrize("trainee", ["strong", "poor"])
def test_the_same_replies_lead_the_same_way_by_any_rubric(rubric: str, trainee: Trainee) -> None:
    usual, other = played("core", trainee), played(rubric, trainee)
    assert [(turn.beat, turn.customer, turn.mood_after) for turn in usual.turns] == [
        (turn.beat, turn.customer, turn.mood_after) for turn in other.turns
    ]
    assert usual.state.ending == other.state.ending
    assert usual.turns[0].score.levels != other.turns[0].score.levels


def test_each_step_of_the_service_cycle_is_judged_where_it_is_due() -> None:
    judged = [list(turn.score.levels) for turn in played("service-cycle", "strong").turns]
    assert judged == [[step] for step in bundle("service-cycle").rubric.criteria]


@pytest.mark.parametrize("rubric", ["core", "first-steps", "service-cycle"])
def test_a_strong_trainee_does_better_than_a_poor_one(rubric: str) -> None:
    strong, poor = (played(rubric, trainee).score.score for trainee in ("strong", "poor"))
    assert strong is not None
    assert poor is not None
    assert strong > poor + 40


def test_what_the_core_rubric_sees_in_the_whole_session_does_not_count() -> None:
    whole = played("core", "poor").score
    assert {one.criterion: one.level for one in whole.session}["feelings_first"] == 0
    scores = [turn.score.score for turn in played("core", "poor").turns if turn.score.score is not None]
    assert whole.score == round(sum(scores) / len(scores), 1)


def test_in_the_assessment_the_whole_session_counts() -> None:
    rubric = bundle("assessment").rubric
    assert sum(criterion.weight for criterion in rubric.session.values()) > 0
    assert rubric.session["response_time"].weight == 0
    assert rubric.pass_mark > bundle("core").rubric.pass_mark
    assert all(rubric.flags[name].cost > bundle("core").rubric.flags[name].cost for name in ("blame", "argue"))
    assert bundle("self-review").rubric.questions
