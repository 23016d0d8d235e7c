"""Where a trainee stands in a course."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.model.course import Chapter, Course, Lesson

Status = Literal["done", "open", "locked"]


@dataclass(frozen=True, slots=True)
class LessonStands:
    """Where a trainee stands with one scenario.

    Attributes:
        scenario: its id.
        status: `done` whatever else; else `locked` where something must be done before, else `open`.
        best: the best score of 0-100, or None.
        mark: the score from which it is done.
        first: the scenarios that must be done first and are not.
        opens: the scenarios that wait for it by name.
    """

    scenario: str
    status: Status
    best: float | None
    mark: int
    first: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChapterStands:
    """Where a trainee stands in one chapter.

    Attributes:
        chapter: its name.
        status: as of a lesson; `done` once enough of its scenarios are.
        done: how many of its scenarios are done.
        needs: how many must be.
        lessons: its scenarios, as far as they are there.
        first: the chapters that must be done first and are not.
        opens: the chapters that wait for it.
    """

    chapter: str
    status: Status
    done: int
    needs: int
    lessons: tuple[LessonStands, ...]
    first: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


def way_through(
    course: Course, best: Mapping[str, float], there: Collection[str] | None = None
) -> tuple[ChapterStands, ...]:
    """Where a trainee stands in every chapter.

    Args:
        course: the course.
        best: scenario to the trainee's best score.
        there: the scenarios that can be played; the others are left out and nobody waits for them. None: all.

    Returns:
        The chapters in their order, without those of which nothing is there.
    """
    return _Way(course, best, there).chapters()


def current(way: Collection[ChapterStands]) -> str | None:
    """The chapter one is in: the first open one; None where all are done."""
    return next((chapter.chapter for chapter in way if chapter.status == "open"), None)


def never_open(course: Course) -> tuple[str, ...]:
    """The scenarios that stay locked whatever is played, because what they wait for waits for them."""
    best: dict[str, float] = {}
    while True:
        opened = {
            lesson.scenario
            for chapter in way_through(course, best)
            for lesson in chapter.lessons
            if lesson.status != "locked"
        }
        if opened == set(best):
            break
        best = dict.fromkeys(opened, 100.0)
    return tuple(
        lesson.scenario for chapter in course.chapters.values() for lesson in chapter.scenarios
        if lesson.scenario not in best
    )  # fmt: skip


class _Way:
    def __init__(self, course: Course, best: Mapping[str, float], there: Collection[str] | None) -> None:
        self._course, self._best = course, best
        self._lessons = {
            name: [lesson for lesson in chapter.scenarios if there is None or lesson.scenario in there]
            for name, chapter in course.chapters.items()
        }
        #: Scenario to whether it is done, of those that are there.
        self._done = {
            lesson.scenario: best.get(lesson.scenario, -1.0) >= course.mark(name, lesson)
            for name, lessons in self._lessons.items()
            for lesson in lessons
        }

    def chapters(self) -> tuple[ChapterStands, ...]:
        return tuple(self._chapter(name, self._course.chapters[name]) for name, own in self._lessons.items() if own)

    def _chapter(self, name: str, chapter: Chapter) -> ChapterStands:
        done, needs = self._count(name)
        first = tuple(before for before in chapter.after if not self._chapter_done(before))
        return ChapterStands(
            chapter=name,
            status=_status(done >= needs, bool(first)),
            done=done,
            needs=needs,
            lessons=tuple(self._lesson(name, lesson, bool(first)) for lesson in self._lessons[name]),
            first=first,
            opens=tuple(other for other, after in self._course.chapters.items() if name in after.after),
        )

    def _lesson(self, chapter: str, lesson: Lesson, locked: bool) -> LessonStands:
        first = tuple(before for before in lesson.after if not self._done.get(before, True))
        return LessonStands(
            scenario=lesson.scenario,
            status=_status(self._done[lesson.scenario], locked or bool(first)),
            best=self._best.get(lesson.scenario),
            mark=self._course.mark(chapter, lesson),
            first=first,
            opens=tuple(
                other.scenario for own in self._lessons.values() for other in own if lesson.scenario in other.after
            ),
        )

    def _count(self, name: str) -> tuple[int, int]:
        own = self._lessons[name]
        needs = self._course.chapters[name].needs or len(own)
        return sum(self._done[lesson.scenario] for lesson in own), min(needs, len(own))

    def _chapter_done(self, name: str) -> bool:
        if name not in self._lessons:
            return True
        done, needs = self._count(name)
        return done >= needs


def _status(done: bool, waits: bool) -> Status:
    return "done" if done else "locked" if waits else "open"
