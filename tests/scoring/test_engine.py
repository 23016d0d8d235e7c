"""The engine with a small rubric of an instructor's own: no Python needed for a new criterion."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given

from simulator.model.rubric import Rubric, RubricBundle, Vocabulary
from simulator.model.score import Context, Evidence
from simulator.scoring.engine import Engine
from tests.texts import anything, langs

LEVELS = {"en": ["none", "token", "sound", "strong"], "zh": ["无", "流于形式", "到位", "出色"]}


def engine(**changes: Any) -> Engine:
    rubric = {
        "rubric": "thanking",
        "title": {"en": "Thanking", "zh": "致谢"},
        "cues": {
            "thanks": {"en": ["thank you", "grateful"], "zh": ["谢谢", "感谢"], "vetoes": ["quoted", "negated"]},
            "names_it": {"en": ["for (telling|writing)"], "zh": ["告诉我们"]},
            "sneer": {"en": ["whatever"], "zh": ["随便你"]},
        },
        "criteria": {
            "thanking": {
                "name": {"en": "Thanks", "zh": "感谢"},
                "levels": LEVELS,
                "rules": [{"level": 3, "when": {"thanks": 1, "names_it": 1}}, {"level": 1, "when": {"thanks": 1}}],
            }
        },
        "flags": {
            "sneering": {
                "name": {"en": "S", "zh": "嘲"},
                "about": {"en": "S", "zh": "嘲"},
                "cost": 50,
                "when": [{"sneer": 1}],
            }
        },
        **changes,
    }
    common = [
        Vocabulary.model_validate({"vocabulary": "c", "lang": "en", "groups": {"negation": ["not", "no"]}}),
        Vocabulary.model_validate({"vocabulary": "c", "lang": "zh", "groups": {"negation": ["不", "没"]}}),
    ]
    return Engine(RubricBundle(Rubric.model_validate(rubric), tuple(common)))


THANKING = engine()


def evidence(reply: str, lang: str) -> list[Evidence]:
    return list(THANKING.score(reply, Context(lang)).evidence)


@pytest.mark.parametrize(
    ("lang", "reply", "level"),
    [
        ("en", "Thank you for telling us.", 3),
        ("en", "I'm grateful.", 1),
        ("en", "I am not grateful.", 0),
        ("zh", "謝謝您告訴我們。", 3),
        ("zh", "感谢。", 1),
        ("zh", "不感谢。", 0),
        ("en", 'He said "thank you for telling me".', 0),
    ],
)
def test_a_criterion_of_the_instructors_own_is_scored(lang: str, reply: str, level: int) -> None:
    assert THANKING.score(reply, Context(lang)).levels == {"thanking": level}


def test_each_point_quotes_the_raw_reply_and_names_the_cue() -> None:
    reply = "Well — THANK you, for telling us!"
    first = evidence(reply, "en")[0]
    assert reply[first.start : first.end] == first.quote == "THANK you"
    assert first.cue == "thanks: thank you"
    assert first.counted


def test_a_vetoed_cue_is_shown_with_its_veto_and_does_not_count() -> None:
    found = evidence("I am not grateful.", "en")
    assert [(e.quote, e.counted, e.reason) for e in found] == [("grateful", False, "veto.negated")]


def test_a_flag_costs_points_and_shows_its_evidence() -> None:
    kind, sneering = "Thank you for writing.", "Thank you for writing. Whatever."
    assert THANKING.score(kind, Context("en")).score == 100.0
    scored = THANKING.score(sneering, Context("en"))
    assert (scored.score, scored.flags) == (50.0, ("sneering",))
    assert ("sneering", "Whatever") in {(e.criterion, e.quote) for e in scored.evidence}


def test_what_is_not_assessed_has_no_level_and_no_score() -> None:
    scored = THANKING.score("Thank you.", Context("en", assess=()))
    assert (scored.levels, scored.score) == ({}, None)


@pytest.mark.parametrize(
    ("reply", "earlier", "repeated"),
    [
        ("I'm so sorry about your parcel.", ["I am so sorry about your parcel!"], True),
        ("I'm so sorry about your parcel.", ["We will call you back by noon."], False),
        ("Okay.", ["Okay."], False),
    ],
    ids=["nearly the same again", "another reply", "too short to be a script"],
)
def test_saying_the_same_again_is_noticed(reply: str, earlier: list[str], repeated: bool) -> None:
    assert THANKING.score(reply, Context("en", earlier=tuple(earlier))).observed.repeated is repeated


@pytest.mark.parametrize(
    ("reply", "silent"), [("", True), (" \n ", True), ("ok", True), ("我理解", False), ("I hear you", False)]
)
def test_silence_is_an_empty_or_one_word_reply(reply: str, silent: bool) -> None:
    assert THANKING.score(reply, Context("zh")).observed.silent is silent


@given(anything, anything, langs)
@example("£0", "#", "zh")  # a mark alone is no number
def test_any_text_scores_without_error_the_same_each_time_and_quotes_exactly(
    reply: str, customer: str, lang: str
) -> None:
    context = Context(lang, customer=customer)
    first, second = THANKING.score(reply, context), THANKING.score(reply, context)
    assert first == second
    assert all(reply[e.start : e.end] == e.quote for e in first.evidence)
    assert first.score is not None
    assert 0 <= first.score <= 100
