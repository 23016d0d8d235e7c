"""The cue lint: what an author of cues should look at again, at its place, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.language import smallest
from simulator.language.check import Checker
from simulator.language.examples import completed
from tests.language.ask import SHIPPED, core

LEVELS = "levels: {en: [None., Little., Some., Much.], zh: [没有。, 少。, 有。, 多。]}"
NAME = "name: {en: Name, zh: 名}"


def linted(folder: Path, cues: str, more: str = "", scenario: str = "", linting: bool = True) -> list[tuple[str, str]]:
    """The codes told of a rubric with these cues, each with what stands at its place."""
    rubric = folder / "rubrics" / "mine.yaml"
    rubric.parent.mkdir(exist_ok=True)
    criteria = f"criteria:\n  apology: {{{NAME}, {LEVELS}, rules: [{{level: 2, when: {{sorry: 1}}}}]}}\n{more}"
    rubric.write_text(completed(f"cues:\n{cues}{criteria}", "rubric"), "utf-8")
    if scenario:
        (folder / "scenarios").mkdir(exist_ok=True)
        (folder / "scenarios" / "case.yaml").write_text(scenario, "utf-8")
    found = Checker(None, linting=linting).check(rubric)
    lines = rubric.read_text("utf-8").splitlines()
    return [(p.code, lines[p.line - 1][p.column - 1 : p.column - 1 + p.width]) for p in found]


def of(code: str, found: list[tuple[str, str]]) -> list[str]:
    return [place for told, place in found if told == code]


def test_a_plain_rubric_is_told_nothing_unless_notes_are_asked_for(tmp_path: Path) -> None:
    assert linted(tmp_path, "  sorry: {en: [sorry], zh: [对不起]}\n", linting=False) == []


@pytest.mark.parametrize(
    ("cue", "told"),
    [("歉", True), ("(抱|)歉", True), ("(非常|)抱歉", False), ("抱歉", False), ("ok", False), ("<number>", False)],
)
def test_a_cue_that_can_be_one_chinese_character_is_told(tmp_path: Path, cue: str, told: bool) -> None:
    found = linted(tmp_path, f'  sorry: {{en: [sorry], zh: ["{cue}"]}}\n', linting=False)
    assert of("cue-one-character", found) == ([f'"{cue}"'] if told else [])


@pytest.mark.parametrize(
    ("cue", "told"), [("sorry", True), ("so (very|) sorry", True), ("apologise", False), ("sor* we", False)]
)
def test_a_cue_too_short_for_slips_is_noted(tmp_path: Path, cue: str, told: bool) -> None:
    found = linted(tmp_path, f'  sorry: {{en: ["{cue}"], zh: [对不起]}}\n')
    assert of("cue-too-short", found) == ([f'"{cue}"'] if told else [])


def test_a_cue_that_counts_in_its_own_negation_is_noted_once_for_a_group_and_language(tmp_path: Path) -> None:
    cues = "  sorry: {en: [apologise, forgive us, no excuse], zh: [抱歉, 对不起]}\n"
    assert of("cue-negated", linted(tmp_path, cues)) == ["apologise", "抱歉"]
    vetoed = cues.replace("}", ", vetoes: negated}")
    assert of("cue-negated", linted(tmp_path, vetoed)) == ["apologise", "抱歉"]  # there is no negation to be found
    negation = "  negation: {en: [not], zh: [不, 没有]}\n"
    assert of("cue-negated", linted(tmp_path, vetoed + negation)) == []


def test_a_negation_that_a_gap_lets_in_is_noted(tmp_path: Path) -> None:
    cues = "  negation: {en: [not], zh: [不]}\n  sorry: {en: [we ... apologise], zh: [我...抱歉], vetoes: [negated]}\n"
    assert of("cue-negated", linted(tmp_path, cues)) == ["we ... apologise", "我...抱歉"]


def test_an_echo_that_earns_something_is_noted_with_the_customers_line(tmp_path: Path) -> None:
    cues = "  sorry: {en: [where is], zh: [对不起]}\n"
    assert of("cue-echo", linted(tmp_path, cues, scenario=smallest.SCENARIO)) == ["where is"]
    problem = next(p for p in Checker(None, linting=True).check(tmp_path / "rubrics" / "mine.yaml")
                   if p.code == "cue-echo")  # fmt: skip
    assert "Where is my parcel?" in problem.message()
    assert "scenarios/case.yaml:13" in problem.message()


def test_an_echo_that_a_cap_keeps_from_earning_is_not_told(tmp_path: Path) -> None:
    capped = (
        f"  other: {{{NAME}, {LEVELS}, rules: [{{level: 1, when: {{thanks: 1}}}}], "
        "caps: [{level: 0, when: {copied: 40}}]}\n"
    )
    cues = "  sorry: {en: [apologise], zh: [对不起]}\n  thanks: {en: [where is my parcel], zh: [谢谢]}\n"
    long = smallest.SCENARIO.replace("my parcel?", "my parcel? I have waited nine days, and nobody rings me back.")
    assert of("cue-echo", linted(tmp_path, cues, capped, long)) == []
    uncapped = capped.partition(", caps")[0] + "}\n"
    assert of("cue-echo", linted(tmp_path, cues, uncapped, long)) == ["where is my parcel"]


def test_scenarios_given_beside_a_rubric_are_listened_to(tmp_path: Path) -> None:
    linted(tmp_path, "  sorry: {en: [where is], zh: [对不起]}\n")
    other = tmp_path / "elsewhere.yaml"
    other.write_text(smallest.SCENARIO, "utf-8")
    rubric = tmp_path / "rubrics" / "mine.yaml"
    codes = {p.code for p in Checker(None, linting=True, given=[other]).check(rubric)}
    assert "cue-echo" in codes
    assert "cue-echo" not in {p.code for p in Checker(None, linting=True).check(rubric)}


def test_one_cue_in_two_groups_is_told_only_where_they_count_for_different_things(tmp_path: Path) -> None:
    two = "  sorry: {en: [apologise], zh: [对不起]}\n  pity: {en: [apologise], zh: [遗憾]}\n"
    other = f"  other: {{{NAME}, {LEVELS}, rules: [{{level: 1, when: {{pity: 1}}}}]}}\n"
    assert of("cue-in-two", linted(tmp_path, two, other, linting=False)) == ["apologise"]
    same = other.replace("{pity: 1}", "{pity: 1, sorry: 1}")
    assert of("cue-in-two", linted(tmp_path, two, same, linting=False)) == []
    assert of("cue-in-two", linted(tmp_path, two, linting=False)) == []  # the other group counts for nothing


def test_a_group_in_one_language_is_told_where_the_rubric_speaks_both(tmp_path: Path) -> None:
    other = f"  other: {{{NAME}, {LEVELS}, rules: [{{level: 1, when: {{pity: 1}}}}]}}\n"
    both = "  sorry: {en: [apologise], zh: [对不起]}\n  pity: {zh: [遗憾]}\n"
    assert of("cue-no-twin", linted(tmp_path, both, other, linting=False)) == ["遗憾"]
    english = "  sorry: {en: [apologise]}\n  pity: {en: [what a pity]}\n"
    assert of("cue-no-twin", linted(tmp_path, english, other, linting=False)) == []


def test_cues_that_no_sample_reply_has_are_noted_once_for_a_group(tmp_path: Path) -> None:
    cues = "  sorry: {en: [apologise, regret, forgive us], zh: [对不起]}\n"
    case = smallest.SCENARIO.replace(
        "    ways:", "    exemplars: [{quality: strong, reply: We regret it., levels: {}}]\n    ways:", 1
    )
    assert of("cue-not-exercised", linted(tmp_path, cues, scenario=case)) == ["apologise", "对不起"]


def test_the_shipped_rubrics_have_no_warning_and_are_linted_quickly_enough() -> None:
    checker = Checker(core(), playing=False, find=lambda name: SHIPPED / "rubrics" / f"{name}.yaml")
    for path in sorted((SHIPPED / "rubrics").glob("*.yaml")):
        assert [str(problem) for problem in checker.check(path)] == []
