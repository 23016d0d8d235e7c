"""Moves, strategies, answers and wordings: each is found in several wordings of both languages, with its words."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from simulator.language import load_rubric
from simulator.model.moves import Called
from simulator.model.rubric import RubricBundle
from simulator.model.score import Context
from simulator.play.moves import FEATURES, Spotted, moves_of, spot
from simulator.play.step import begin, step
from simulator.scoring.engine import Engine
from tests.play.sample import beat, case, did

HERE = Path(__file__).parent
RUBRICS = HERE.parents[1] / "rubrics"
SAID: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "moves.yaml").read_text("utf-8"))


@cache
def bundle(name: str = "moves") -> RubricBundle:
    loaded = load_rubric(RUBRICS / f"{name}.yaml")
    assert loaded.value is not None, loaded.problems
    return loaded.value


@cache
def engine() -> Engine:
    return Engine(bundle())


def found(reply: str, lang: str, calls: tuple[str, ...] = (), style: str = "cooperative") -> dict[str, Spotted]:
    kinds = {f"{kind}_{call}": 1 for call in calls for kind in ("plays", "threatens")}
    moment = {**kinds, f"style_{style}": 1, "mood": 70, "angry": 1}
    look = engine().look(reply, Context(lang))
    return {s.move: s for s in spot(look, bundle().rubric.moves, moment, cast(tuple[Called, ...], calls))}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("move", SAID)
def test_a_move_is_found_where_it_is_made_and_not_where_it_only_looks_so(move: str, lang: str) -> None:
    said = SAID[move]
    calls, style = tuple(said.get("calls", ())), said.get("style", "cooperative")
    missed = [reply for reply in said[lang]["made"] if move not in found(reply, lang, calls, style)]
    taken = [reply for reply in said[lang]["near"] if move in found(reply, lang, calls, style)]
    assert (missed, taken) == ([], [])
    assert len(said[lang]["made"]) >= 3


def test_every_move_is_tried_and_every_card_and_threat_has_its_words() -> None:
    rubric = bundle().rubric
    assert set(SAID) == set(rubric.moves)
    answered = {call for move in rubric.moves.values() if move.good for call in move.answers}
    assert answered == set(rubric.calls)
    assert len(rubric.calls) == 11
    assert all(move.turn for move in rubric.moves.values() if move.kind == "wording" and not move.good)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_of_a_move_are_quoted_as_they_were_typed(lang: str) -> None:
    for said in SAID.values():
        for reply in said[lang]["made"]:
            for one in found(reply, lang, tuple(said.get("calls", ()))).values():
                assert one.quotes
                assert all(quote in reply for quote in one.quotes)


def test_an_answer_is_only_looked_for_where_its_card_is_played() -> None:
    reply = "You may talk to the paper, and I'll say the same to them."
    assert "press_met" in found(reply, "en", ("press",))
    assert "press_met" not in found(reply, "en", ("sympathy",))


def test_a_promise_kept_up_over_the_turns_is_a_broken_record() -> None:
    scenario = case(beats=beat({"to": "opening"}, plays=["threat"]))
    state, events = begin(scenario)
    happened = list(events)
    for reply in ("I'll bring you a new soup within five minutes.", "In five minutes you have a new soup from me."):
        state, more = step(scenario, state, reply, did(promised=("new_soup",)))
        happened += more
    turns = moves_of(scenario, happened, bundle().rubric.moves, engine().look)
    assert [s.move for s in turns[1].spotted if s.move == "broken_record"] == []
    assert [s.move for s in turns[2].spotted if s.move == "broken_record"] == ["broken_record"]
    assert turns[2].calls == ("threat",)


def test_the_vocabulary_of_moves_stays_apart_from_what_replies_are_judged_by() -> None:
    own = {name for vocabulary in bundle().vocabularies for name in vocabulary.groups}
    core = {name for vocabulary in bundle("core").vocabularies for name in vocabulary.groups}
    moves = {name for name in own - core if name[:2] in ("m_", "w_")}
    assert own - core == moves
    weights = bundle("core").weights
    assert weights is not None
    fits = [fit for fits in (*weights.fits.values(), *weights.flags.values()) for fit in fits.values()]
    assert not moves & {feature for fit in fits for feature in fit.features}
    assert not {*FEATURES} & own


def test_an_instructor_adds_a_move_as_the_page_shows(tmp_path: Path) -> None:
    page = (RUBRICS.parent / "docs" / "moves.md").read_text("utf-8")
    written = page.partition("```yaml\n")[2].partition("```")[0]
    shutil.copytree(RUBRICS, tmp_path / "rubrics")
    (tmp_path / "rubrics" / "moves.yaml").write_text(written, "utf-8")
    own = load_rubric(tmp_path / "rubrics" / "moves.yaml").value
    assert own is not None
    for reply, lang in (("Please take an umbrella.", "en"), ("您拿把伞。", "zh")):
        look = Engine(own).look(reply, Context(lang))
        assert [s.move for s in spot(look, own.rubric.moves, {})] == ["umbrella_lent"]
    kept = {name: (criterion.rules, criterion.weight) for name, criterion in own.rubric.criteria.items()}
    assert kept == {name: (c.rules, c.weight) for name, c in bundle("core").rubric.criteria.items()}


def test_a_condition_on_something_that_is_not_there_is_told_at_its_place(tmp_path: Path) -> None:
    shutil.copytree(RUBRICS, tmp_path / "rubrics")
    path = tmp_path / "rubrics" / "moves.yaml"
    text = path.read_text("utf-8").replace("when: {m_aim: 1,", "when: {m_aym: 1,")
    path.write_text(text, "utf-8")
    (problem,) = load_rubric(path).problems
    assert problem.code == "unknown-feature"
    assert text.splitlines()[problem.line - 1].strip().startswith("when: {m_aym")
