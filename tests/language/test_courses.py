"""Courses: names that are not there, and ways that lead nowhere, are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from simulator.language.assessments import Known
from simulator.language.check import files
from simulator.language.courses import course_in
from simulator.language.examples import completed
from simulator.language.reading import read
from simulator.library.library import Library
from tests.language.ask import SHIPPED, core

HERE = Path(__file__)
KNOWN = Known({"leaking-flat": {"en": HERE, "zh": HERE}, "late-sofa": {"en": HERE}})


def found(text: str) -> Any:
    return course_in(read(completed(text, "course"), "it.yaml"), KNOWN, core().rubric)


def chapters(scenarios: str, more: str = "") -> str:
    return f"chapters:\n  one: {{title: {{en: A, zh: 甲}}, aim: {{en: B, zh: 乙}}, scenarios: {scenarios}{more}}}\n"


def test_a_lesson_may_be_written_as_its_id_alone_and_one_without_a_list() -> None:
    course = found(chapters("leaking-flat")).value
    assert [lesson.scenario for lesson in course.chapters["one"].scenarios] == ["leaking-flat"]
    assert course.mark("one", course.chapters["one"].scenarios[0]) == 60


def test_what_was_meant_is_told_for_every_kind_of_name_at_once() -> None:
    loaded = found(chapters("[leaking-flt, leaking-flat]", ", practises: [listning], after: oen"))
    assert {p.code: p.meant and p.meant.name for p in loaded.problems} == {
        "unknown-scenario": "leaking-flat",
        "unknown-criterion": "listening",
        "unknown-chapter": "one",
    }
    assert loaded.value is None


def test_a_scenario_stands_once_and_one_language_only_is_a_warning() -> None:
    loaded = found(chapters("[late-sofa, leaking-flat, leaking-flat]"))
    assert [(p.code, p.severity) for p in loaded.problems] == [
        ("lesson-language", "warning"),
        ("scenario-repeated", "error"),
    ]
    assert found(chapters("[late-sofa]")).value is not None


def test_one_mistake_gives_one_message() -> None:
    assert [p.code for p in found(chapters("[]")).problems] == ["too-few"]
    assert [p.code for p in found(chapters("[leaking-flat, {after: leaking-flat}]", ", needs: 2")).problems] == [
        "missing-key"
    ]


def test_the_shipped_course_leads_through_the_whole_library() -> None:
    loaded = Library((SHIPPED,)).course()
    assert loaded is not None
    assert loaded.value is not None
    taught = [lesson.scenario for chapter in loaded.value.chapters.values() for lesson in chapter.scenarios]
    for lang in ("en", "zh"):
        assert sorted(taught) == [path.stem for path in files(SHIPPED / "scenarios" / lang)]
    practised = {criterion for chapter in loaded.value.chapters.values() for criterion in chapter.practises}
    assert practised == set(core().rubric.criteria)
