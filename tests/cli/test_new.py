"""`simulator new`: what it writes is sound, plays, and takes no other file's place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from simulator.language.check import Checker
from simulator.library.library import Library
from simulator.library.starter import starter
from simulator.model.scenario import Difficulty, Kind, Style
from simulator.play.script import is_traditional
from simulator.scoring.engine import Engine
from tests.cli.run import simulator

LANGS = ("en", "zh", "zh-Hant")
STRONG = {
    "en": ("I'm so sorry that the fridge never came, Mr Harris. It was due on Monday.",
           "You took a day off work and waited in for nothing. We will deliver the fridge today between 2 and 4."),
    "zh": ("何先生，真对不起，冰箱没有按时给您送到。", "您请了一天假在家白等了。今天下午两点到四点把冰箱送到您家。"),
}  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> Engine:
    bundle = Library().rubric("core").value
    assert bundle
    return Engine(bundle)


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_of_new_scenario_is_sound(tmp_path: Path, engine: Engine, lang: str) -> None:
    kinds = get_args(Kind)
    for number, style in enumerate((*get_args(Style), *get_args(Style), *get_args(Style))):
        difficulty = get_args(Difficulty)[number // 3]
        file = tmp_path / f"{number}.yaml"
        file.write_text(starter("mine", lang, kinds[number], style, difficulty), "utf-8")
        assert [str(problem) for problem in Checker(engine).check(file)] == []
        scenario = Library(()).scenario(file, lang).value
        assert scenario
        said = (scenario.scenario, scenario.kind, scenario.customer.style, scenario.difficulty)
        assert said == ("mine", kinds[number], style, difficulty)
        assert is_traditional(file.read_text("utf-8")) == (lang == "zh-Hant")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_new_scenario_plays_to_a_good_end(tmp_path: Path, lang: str) -> None:
    made = simulator("--lang", lang, "new", "mine", cwd=tmp_path)
    assert (made.code, made.out) == (0, f"scenarios/{lang}/mine.yaml\n")
    assert f"simulator play scenarios/{lang}/mine.yaml --watch" in made.err
    played = simulator("rehearse", "mine", "--lang", lang, "--replies", "-", "--json", cwd=tmp_path,
                       given="\n".join(STRONG[lang]))  # fmt: skip
    assert json.loads(played.out)["ending"] == "settled"


def test_both_languages_of_a_new_scenario_are_one_case(tmp_path: Path) -> None:
    for lang in ("en", "zh"):
        assert simulator("new", "mine", "--lang", lang, "--style", "soft", cwd=tmp_path).code == 0
    done = simulator("--lang", "en", "check", "scenarios", cwd=tmp_path)
    assert (done.code, done.out) == (0, "")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "scenarios" / "en" / "mine.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text("my work", "utf-8")
    for more in ((), ("--output", str(mine))):
        done = simulator("--lang", "en", "new", "mine", *more, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert "already there" in done.err
    assert mine.read_text("utf-8") == "my work"


def test_the_file_can_be_named_and_what_cannot_be_is_said(tmp_path: Path) -> None:
    done = simulator("--lang", "zh", "new", "mine", "--output", "deep/er/case.yaml", cwd=tmp_path)
    assert done.out == "deep/er/case.yaml\n"
    assert "# 客户开口之前" in (tmp_path / "deep/er/case.yaml").read_text("utf-8")
    for args in (("9lives",), ("../up",), ("a\x1b[2J",), ("mine", "--output", "deep/er/case.yaml/x.yaml"),
                 ("mine", "--kind", "dela")):  # fmt: skip
        done = simulator("--lang", "en", "new", *args, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert "Traceback" not in done.err
        assert "\x1b" not in done.err
