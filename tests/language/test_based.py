"""A rubric that is based on another: what it takes, what counts, and what the customer goes by."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.language import load_rubric, load_rubric_texts
from simulator.language.check import Checker
from simulator.model.rubric import RubricBundle
from simulator.model.score import Context, ReplyScore
from simulator.scoring.engine import Engine

_LEVELS = """\
    levels:
      en: [None., A little., Clear., In full.]
      zh: [没有。, 一点。, 明确。, 充分。]
"""
BASE = f"""\
rubric: base
title: {{en: The base, zh: 基础}}
cues:
  sorry: {{en: [sorry], zh: [对不起]}}
  fault: {{en: [your fault], zh: [你的错]}}
criteria:
  listening:
    name: {{en: Listening, zh: 倾听}}
{_LEVELS}    rules: [{{level: 1}}]
  apology:
    name: {{en: Apology, zh: 道歉}}
{_LEVELS}    rules: [{{level: 2, when: {{sorry: 1}}}}]
session:
  calm:
    name: {{en: Calm, zh: 平静}}
{_LEVELS}    rules: [{{level: 3, when: {{flags: "<= 0"}}}}]
flags:
  blame: {{name: {{en: Blame, zh: 责怪}}, about: {{en: x, zh: x}}, when: [{{fault: 1}}]}}
"""
MINE = f"""\
rubric: mine
title: {{en: Mine, zh: 我的}}
based_on: base
cues:
  thanks: {{en: [thank you], zh: [谢谢]}}
criteria:
  courtesy:
    name: {{en: Courtesy, zh: 礼貌}}
{_LEVELS}    rules: [{{level: 3, when: {{thanks: 1, sorry: 1}}}}, {{level: 2, when: {{thanks: 1}}}}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "base.yaml").write_text(BASE, "utf-8")
    return tmp_path


def mine(folder: Path, more: str = "", text: str = MINE) -> RubricBundle:
    file = folder / "mine.yaml"
    file.write_text(text + more, "utf-8")
    loaded = load_rubric(file)
    assert loaded.value, [str(problem) for problem in loaded.problems]
    return loaded.value


def codes(folder: Path, more: str, text: str = MINE) -> list[str]:
    (folder / "mine.yaml").write_text(text + more, "utf-8")
    return [problem.code for problem in Checker(None).check(folder / "mine.yaml")]


def scored(bundle: RubricBundle, reply: str, *assess: str, step: int | None = None) -> ReplyScore:
    return Engine(bundle).score(reply, Context("en", assess=assess, step=step))


def test_it_judges_what_it_takes_and_what_it_brings(folder: Path) -> None:
    bundle = mine(folder)
    assert [*bundle.rubric.criteria] == ["listening", "apology", "courtesy"]
    assert [*bundle.rubric.session] == ["calm"]
    assert scored(bundle, "Thank you. Sorry.", "apology").levels == {"apology": 2, "courtesy": 3}


def test_it_may_take_only_some(folder: Path) -> None:
    bundle = mine(folder, "takes: [calm, apology]\n")
    assert ([*bundle.rubric.criteria], [*bundle.rubric.flags]) == (["apology", "courtesy"], [])
    assert mine(folder, "takes: []\n").rubric.session == {}


def test_the_customer_goes_by_the_other_rubric_whatever_counts_here(folder: Path) -> None:
    score = scored(mine(folder, "takes: []\n"), "Sorry, your fault.", "apology", "listening")
    assert (score.levels, score.flags) == ({"courtesy": 0}, ())
    assert score.heard == {"listening": 1, "apology": 2, "courtesy": 0}
    assert score.faults == ("blame",)
    plain = load_rubric(folder / "base.yaml").value
    assert plain
    alone = scored(plain, "Sorry, your fault.", "apology", "listening")
    assert (alone.heard, alone.faults) == (alone.levels, alone.flags)


def test_what_is_written_anew_counts_here_and_changes_nothing_for_the_customer(folder: Path) -> None:
    stricter = MINE.replace("courtesy:", "apology:")
    score = scored(mine(folder, text=stricter), "Sorry.", "apology")
    assert (score.levels, score.heard) == ({"apology": 0}, {"apology": 2})


def test_it_may_weigh_what_it_takes(folder: Path) -> None:
    bundle = mine(folder, "weigh: {apology: 3, calm: 2, blame: 55}\n")
    assert bundle.rubric.criteria["apology"].weight == 3
    assert bundle.rubric.session["calm"].weight == 2
    assert bundle.rubric.flags["blame"].cost == 55


@pytest.mark.parametrize(
    ("where", "assess", "step", "judged"),
    [
        ("", ["apology"], None, True),
        ("    like: apology\n", ["apology"], None, True),
        ("    like: apology\n", ["listening"], None, False),
        ("    like: [apology, listening]\n", ["listening"], None, True),
        ("    step: 2\n", ["apology"], 2, True),
        ("    step: 2\n", ["apology"], 3, False),
        ("    step: 2\n", ["apology"], None, False),
        ("    step: 2\n    like: apology\n", ["apology"], None, True),
        ("    step: 2\n    like: apology\n", ["apology"], 3, False),
    ],
)
def test_where_a_criterion_is_assessed(
    folder: Path, where: str, assess: list[str], step: int | None, judged: bool
) -> None:
    bundle = mine(folder, text=MINE.replace("    name: {en: Courtesy", f"{where}    name: {{en: Courtesy"))
    assert ("courtesy" in scored(bundle, "Thank you.", *assess, step=step).levels) is judged


def test_from_the_texts_that_were_kept_it_is_the_same_again(folder: Path) -> None:
    bundle = mine(folder)
    assert [name for name, _ in bundle.texts] == ["mine.yaml", "base::"]
    assert load_rubric_texts(bundle.texts).value == bundle
    (folder / "base.yaml").write_text(BASE + "# changed\n", "utf-8")
    assert load_rubric_texts(bundle.texts).value == bundle
    assert mine(folder).digest != bundle.digest


def test_the_other_one_may_be_based_on_a_third(folder: Path) -> None:
    mine(folder)
    (folder / "last.yaml").write_text("rubric: last\ntitle: {en: x, zh: x}\nbased_on: mine.yaml\n", "utf-8")
    bundle = load_rubric(folder / "last.yaml").value
    assert bundle
    assert [*bundle.rubric.criteria] == ["listening", "apology", "courtesy"]
    assert bundle.named == {"listening", "apology"}


def test_it_is_found_elsewhere_where_it_is_not_beside(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.yaml").write_text(MINE, "utf-8")
    assert load_rubric(other / "mine.yaml").value is None
    found = load_rubric(other / "mine.yaml", find=lambda name: folder / f"{name}.yaml")
    assert found.value
    assert [*found.value.rubric.criteria] == ["listening", "apology", "courtesy"]


def test_mistakes_are_told_where_they_are(folder: Path) -> None:
    assert codes(folder, "takes: [aplogy]\n") == ["unknown-taken"]
    assert codes(folder, "weigh: {aplogy: 1}\n") == ["unknown-taken"]
    assert codes(folder, "weigh: {apology: 0}\n") == ["out-of-range"]
    assert codes(folder, "", MINE.replace("on: base", "on: bsae").replace("sorry: 1", "regret: 1")) == ["missing-file"]
    assert codes(folder, "", MINE.replace("based_on: base", "based_on: mine.yaml")) == ["circular-base"]
    assert codes(folder, "", "rubric: mine\ntitle: {en: x, zh: x}\nbased_on: base\ntakes: [blame]\n") == ["missing-key"]
    (folder / "base.yaml").write_text(BASE.replace("{sorry: 1}", "{sory: 1}"), "utf-8")
    assert codes(folder, "") == ["unknown-feature"]


def test_examples_of_a_session_are_tried(folder: Path) -> None:
    session = """\
session:
  calm:
    name: {en: Calm, zh: 平静}
    levels:
      en: [None., A little., Clear., In full.]
      zh: [没有。, 一点。, 明确。, 充分。]
    rules: [{level: 3, when: {flags: "<= 0"}}, {level: 1, when: {flags: 1}}]
    examples:
      - {level: 3, turns: [{customer: Well., reply: Sorry.}]}
      - {level: LEVEL, turns: [{customer: Well., reply: Your fault.}]}
"""
    assert codes(folder, session.replace("LEVEL", "1")) == []
    assert codes(folder, session.replace("LEVEL", "3")) == ["example-level"]


def test_adding_cues_to_a_group_leaves_its_vetoes(folder: Path) -> None:
    vetoed = BASE.replace("{en: [sorry], zh: [对不起]}", "{en: [sorry], zh: [对不起], vetoes: [question]}")
    (folder / "base.yaml").write_text(vetoed, "utf-8")
    more = MINE.replace("cues:\n", "cues:\n  sorry: {en: [apologies], zh: [抱歉]}\n")
    engine = Engine(mine(folder, text=more))
    assert engine.look("Sorry? My apologies.", Context("en")).features["sorry"] == 1
