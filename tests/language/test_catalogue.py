"""The catalogue of problems: every code is told, shown by its example, and mended by its other example."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from simulator.language import smallest
from simulator.language.examples import bad_example, completed
from simulator.language.problems import Problem
from simulator.messages.problems import CATALOGUE, TEXTS
from tests.language.ask import checked, core

SHOWN = sorted(code for code, entry in CATALOGUE.items() if entry.bad)


def problems(folder: Path, code: str, text: str) -> list[Problem]:
    """What is wrong with an example; an assessment has its roster beside it, and a roster its assessment. Notes are
    asked for where the example is one, and then no other note counts."""
    entry = CATALOGUE[code]
    file, roster = folder / "example.yaml", folder / "roster.csv"
    roster.write_text(text if entry.kind == "roster" else smallest.ROSTER, "utf-8")
    file.write_text(smallest.ASSESSMENT if entry.kind == "roster" else text, "utf-8")
    noted = entry.severity == "note"
    found = checked(file, core(), linting=noted)
    return [problem for problem in found if problem.severity != "note" or problem.code == code]


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_has_just_this_mistake_at_its_place(code: str, tmp_path: Path) -> None:
    example = bad_example(CATALOGUE[code])
    found = problems(tmp_path, code, example.text)
    assert [problem.code for problem in found] == [code], [str(problem) for problem in found]
    before = example.text[: example.start]
    assert (found[0].line, found[0].column) == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    assert found[0].width == max(1, example.end - example.start)


@pytest.mark.parametrize("code", [code for code in SHOWN if CATALOGUE[code].good])
def test_nothing_is_wrong_with_the_good_example(code: str, tmp_path: Path) -> None:
    entry = CATALOGUE[code]
    found = problems(tmp_path, code, completed(entry.good, entry.kind))
    assert [str(problem) for problem in found] == []


def test_both_languages_say_the_same_things() -> None:
    for key, (english, chinese) in TEXTS.items():
        assert english, key
        assert chinese, key
        assert {name for _, name, _, _ in Formatter().parse(english) if name} == {
            name for _, name, _, _ in Formatter().parse(chinese) if name
        }, key
