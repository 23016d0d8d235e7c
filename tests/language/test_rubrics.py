"""Rubrics with their files: read whole, checked whole, the same again from the texts that were kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.language import load_rubric, load_rubric_texts, smallest
from simulator.language.check import Checker
from simulator.language.examples import completed
from simulator.messages.problems.terms import TERMS
from simulator.scoring.engine import Engine
from tests.language.ask import SHIPPED, core

VOCABULARY = "vocabulary: more\nlang: en\ngroups:\n  regret: [regret, very <sorry>]\n"


@pytest.fixture
def rubric(tmp_path: Path) -> Path:
    (tmp_path / "cues").mkdir()
    (tmp_path / "cues" / "more.en.yaml").write_text(VOCABULARY, "utf-8")
    file = tmp_path / "mine.yaml"
    file.write_text(smallest.RUBRIC + "uses: [cues/more.en.yaml]\n", "utf-8")
    return file


def told(rubric: Path, change: tuple[str, str], file: str = "mine.yaml") -> list[tuple[str, str, int]]:
    """What is wrong with the rubric after a change in one of its files."""
    path = rubric.parent / file
    before = path.read_text("utf-8")
    assert change[0] in before
    path.write_text(before.replace(*change), "utf-8")
    return [(Path(p.path).name, p.code, p.line) for p in Checker(None).check(rubric)]


def test_a_rubric_comes_with_all_its_files(rubric: Path) -> None:
    loaded = load_rubric(rubric)
    assert loaded.problems == ()
    assert loaded.value is not None
    assert [name for name, _ in loaded.value.texts] == ["mine.yaml", "cues/more.en.yaml"]
    assert loaded.value.vocabularies[0].groups == {"regret": ("regret", "very <sorry>")}


def test_from_the_texts_that_were_kept_it_is_the_same_again(rubric: Path) -> None:
    first = load_rubric(rubric).value
    assert first is not None
    again = load_rubric_texts(first.texts).value
    assert again == first
    shipped = core().bundle
    assert load_rubric_texts(shipped.texts).value == shipped


def test_any_change_in_any_file_changes_the_digest(rubric: Path) -> None:
    digests = set()
    for file in (rubric, rubric.parent / "cues" / "more.en.yaml"):
        file.write_text(file.read_text("utf-8") + "# a remark\n", "utf-8")
        bundle = load_rubric(rubric).value
        assert bundle is not None
        digests.add(bundle.digest)
    assert len(digests) == 2


def test_a_text_that_was_not_kept_is_told(rubric: Path) -> None:
    bundle = load_rubric(rubric).value
    assert bundle is not None
    loaded = load_rubric_texts(bundle.texts[:1])
    assert (loaded.value, [problem.code for problem in loaded.problems]) == (None, ["missing-file"])
    assert load_rubric_texts([]).value is None


def test_mistakes_are_told_in_the_file_they_are_in(rubric: Path) -> None:
    assert told(rubric, ("{sorry: 1}", "{sory: 1}")) == [("mine.yaml", "unknown-feature", 14)]
    assert told(rubric, ("{sory: 1}", "{regret: 1}")) == []
    assert told(rubric, ("<sorry>", "<sory>"), "cues/more.en.yaml") == [("more.en.yaml", "unknown-group", 4)]
    assert told(rubric, ("very <sory>", "(very"), "cues/more.en.yaml") == [("more.en.yaml", "bad-cue", 4)]


def test_a_group_refers_to_groups_of_its_own_language_only(rubric: Path) -> None:
    assert told(rubric, ("lang: en", "lang: zh"), "cues/more.en.yaml") == []
    more = rubric.parent / "cues" / "other.yaml"
    more.write_text("vocabulary: other\nlang: en\ngroups:\n  other: [<regret>]\n", "utf-8")
    assert told(rubric, ("cues/more.en.yaml", "cues/more.en.yaml, cues/other.yaml")) == [
        ("other.yaml", "unknown-group", 4)
    ]


def test_groups_in_a_circle_are_told_once(rubric: Path) -> None:
    found = told(rubric, ("en: [sorry]", "en: [sorry, <regret> it]"))
    assert [code for _, code, _ in found] == ["circular-groups"]


def test_a_file_that_is_not_there_is_told_where_it_is_named(rubric: Path) -> None:
    assert told(rubric, ("cues/more.en.yaml", "cues/mor.en.yaml")) == [("mine.yaml", "missing-file", 15)]
    assert told(rubric, ("cues/mor.en.yaml", "cues")) == [("mine.yaml", "missing-file", 15)]


def test_a_vocabulary_used_by_several_rubrics_is_complained_of_once(rubric: Path) -> None:
    told(rubric, ("regret,", '"(regret",'), "cues/more.en.yaml")
    (rubric.parent / "other.yaml").write_text(rubric.read_text("utf-8"), "utf-8")
    checker = Checker(None)
    files = [rubric, rubric.parent / "other.yaml", rubric.parent / "cues" / "more.en.yaml"]
    assert [len(checker.check(file)) for file in files] == [1, 0, 0]


def test_weights_that_are_older_than_the_rubric_are_told_and_do_not_keep_it_from_being_used(rubric: Path) -> None:
    weights = rubric.parent / "weights.json"
    weights.write_text('{"made_by": "a test", "fits": {"en": {"patience": {"base": 1, "trees": []}}}}', "utf-8")
    assert told(rubric, ("uses:", "weights: weights.json\nuses:")) == [("weights.json", "stale-weights", 1)]
    change = ('"patience": {"base": 1, "trees": []', '"apology": {"base": 1, "trees": ["sory > 1 ? 1 : 0"]')
    weights.write_text(weights.read_text("utf-8").replace(*change), "utf-8")
    loaded = load_rubric(rubric)
    assert loaded.value is not None
    assert [(problem.code, problem.values["lacking"]) for problem in loaded.problems] == [("stale-weights", ("sory",))]


def test_a_line_that_is_none_in_a_table_of_wordings_is_told_where_it_stands(rubric: Path) -> None:
    table = rubric.parent / "en.tsv"
    table.write_text("# a test\nwording\trarity\tapology\n(any)\t0\t900\nso sorry\t1000\tmuch\n", "utf-8")
    assert told(rubric, ("uses:", "wordings: {en: en.tsv}\nuses:")) == [("en.tsv", "bad-wordings", 4)]
    table.write_text(table.read_text("utf-8").replace("much", "700"), "utf-8")
    assert told(rubric, ("{sorry: 1}", "{like_apology: 100}")) == []
    assert told(rubric, ("like_apology", "like_apologies")) == [("mine.yaml", "unknown-feature", 14)]
    assert told(rubric, ("\tapology", "\tpatience"), "en.tsv") == [
        ("mine.yaml", "unknown-feature", 14), ("en.tsv", "stale-weights", 2)
    ]  # fmt: skip
    table.unlink()
    assert [code for _, code, _ in told(rubric, ("like_apologies", "like_apology"))] == ["missing-file"]


@pytest.mark.parametrize(
    "change",
    [
        ("  apology:", "  mood:"),  # a key of conditions
        ("  sorry:\n", "  words:\n"),  # a built-in feature
        ("  sorry:\n", "  number:\n"),  # a built-in group
    ],
)
def test_names_that_mean_something_else_are_told(rubric: Path, change: tuple[str, str]) -> None:
    assert "reserved-name" in [code for _, code, _ in told(rubric, change)]


def test_advice_that_is_never_given_is_told(rubric: Path) -> None:
    lifts = "    lifts:\n      - {say: {en: a, zh: b}}\n      - {when: {level: 1}, say: {en: a, zh: b}}\n"
    assert told(rubric, ("uses:", f"{lifts}uses:")) == [("mine.yaml", "rule-never-used", 17)]


def test_the_matchers_reasons_are_all_told_in_both_languages(tmp_path: Path) -> None:
    source = (SHIPPED / "simulator" / "scoring" / "cues.py").read_text("utf-8")
    raised = len(re.findall(r"raise CueError\(f?\"(?!no group|these groups|in the group)", source))
    bad = ["a " * 1900, "(a", "a)", "", "^$", "... a", "a ...99 b", "a <b", "ab*"]
    cues = "".join(f'    - "{cue}"\n' for cue in bad)
    file = tmp_path / "cues.yaml"
    file.write_text(f"vocabulary: x\nlang: en\ngroups:\n  bad:\n{cues}", "utf-8")
    found = [p for p in Checker(None).check(file) if p.code == "bad-cue"]
    reasons = {problem.message() for problem in found}
    assert all(any(english in message for english, _ in TERMS.values()) for message in reasons)
    assert len(reasons) + 1 >= raised  # an empty cue is told before the matcher sees it


def test_a_scenario_is_judged_by_the_rubric_that_is_named(rubric: Path) -> None:
    bundle = load_rubric(rubric).value
    assert bundle is not None
    engine = Engine(bundle)
    file = rubric.parent / "scenario.yaml"
    file.write_text(completed("", "scenario"), "utf-8")
    assert Checker(engine).check(file) == []
    file.write_text(completed("", "scenario").replace("[apology]", "[apology, listening]"), "utf-8")
    assert [problem.code for problem in Checker(engine).check(file)] == ["unknown-criterion"]
