"""Trainees that answer from the exemplars."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from simulator.library.library import Library
from simulator.model.rubric import RubricBundle
from simulator.model.scenario import Quality, Scenario
from simulator.runner.errors import valid
from simulator.runner.trainees import Trainee, playtest
from simulator.scoring.engine import Engine
from tests.analysis.sample import RUBRIC
from tests.play.sample import case


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(RubricBundle(RUBRIC))


def round_trip(*exemplars: dict[str, str], ways: Any = ({"mood": 0, "to": "opening"},)) -> Scenario:
    """A case of one beat with these exemplars."""
    beat = {"says": "Well?", "assess": ["apology"], "ways": list(ways), "exemplars": list(exemplars)}
    return case(beats={"opening": beat})


ALL = [{"quality": quality, "reply": f"A {quality} reply."} for quality in get_args(Quality)]


def replies(scenario: Scenario, engine: Engine, trainee: Trainee, seed: int, runs: int) -> list[list[str]]:
    return [[turn.reply for turn in play.turns] for play in playtest(scenario, engine, trainee, seed, runs)]


@pytest.mark.parametrize("trainee", get_args(Quality))
def test_the_first_play_is_without_slips(engine: Engine, trainee: Quality) -> None:
    first, *_ = replies(round_trip(*ALL), engine, trainee, 0, 1)
    assert set(first) == {f"A {trainee} reply."}


def test_later_plays_slip_now_and_then_but_never_to_the_other_end(engine: Engine) -> None:
    _, *later = replies(round_trip(*ALL), engine, "strong", 0, 20)
    assert {reply for play in later for reply in play} == {"A strong reply.", "A middling reply."}


def test_the_random_trainee_uses_every_quality(engine: Engine) -> None:
    plays = replies(round_trip(*ALL), engine, "random", 0, 5)
    assert len({reply for play in plays for reply in play}) == 3


def test_the_same_seed_gives_the_same_plays_and_more_runs_only_add_to_them(engine: Engine) -> None:
    scenario = round_trip(*ALL)
    few, many = replies(scenario, engine, "random", 7, 3), replies(scenario, engine, "random", 7, 6)
    assert many[:3] == few
    assert replies(scenario, engine, "random", 8, 3) != few


def test_where_a_quality_is_not_written_the_nearest_stands_in(engine: Engine) -> None:
    scenario = round_trip(ALL[0], ALL[1])
    assert set(replies(scenario, engine, "poor", 0, 1)[0]) == {"A middling reply."}


def test_several_exemplars_of_a_quality_are_used_before_one_is_used_again(engine: Engine) -> None:
    two = [{"quality": "strong", "reply": reply} for reply in ("One thing.", "Another thing.")]
    assert replies(round_trip(*two), engine, "strong", 0, 1)[0][:3] == ["One thing.", "Another thing.", "One thing."]


def test_a_play_without_end_is_given_up(engine: Engine) -> None:
    (play,) = playtest(round_trip(*ALL), engine, "strong", 0, 1)
    assert play.outcome == "unfinished"
    assert len(play.turns) == 4


def test_strong_ends_better_than_poor_in_the_shipped_case() -> None:
    library = Library()
    path = Path(__file__).parents[2] / "scenarios" / "en" / "leaking-flat.yaml"
    scenario, engine = valid(library.scenario(path, "en")), Engine(valid(library.rubric("core")))
    (strong,), (poor,) = (playtest(scenario, engine, trainee, 0, 1) for trainee in ("strong", "poor"))
    assert strong.outcome == "resolved"
    assert poor.outcome in ("lost", "escalated")
    assert (strong.score.score or 0) > 80 > 20 > (poor.score.score or 0)
