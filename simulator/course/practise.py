"""What to practise next, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.course.way import ChapterStands, LessonStands
from simulator.model.course import Course

#: So many of the latest sessions tell what one is weak in.
LAST = 5
#: From this mean level on, nothing is called weak.
GOOD = 2.5

Why = Literal["begin", "weakest", "again", "next", "polish"]


@dataclass(frozen=True, slots=True)
class Practise:
    """A suggestion.

    Attributes:
        scenario: what to play.
        why: `begin`: nothing was played yet. `weakest`: it practises the criterion that is weakest. `again`: likewise,
            but all that does was done before, this one with the lowest score. `next`: it is the next of the course.
            `polish`: all is done, this one with the lowest score.
        criterion: the weakest criterion, for `weakest` and `again`.
        level: its mean level over the latest sessions, 0 to 3.
        sessions: over how many.
    """

    scenario: str
    why: Why
    criterion: str = ""
    level: float = 0.0
    sessions: int = 0


def weakest(sessions: Sequence[Mapping[str, float]]) -> tuple[str, float, int] | None:
    """The criterion with the lowest mean level, that level, and over how many sessions.

    Args:
        sessions: of each of the latest sessions, criterion to its mean level.

    Returns:
        The first of several that are as low as each other; None where nothing was assessed.
    """
    levels: dict[str, list[float]] = {}
    for session in sessions:
        for criterion, level in session.items():
            levels.setdefault(criterion, []).append(level)
    means = [(criterion, sum(of) / len(of), len(of)) for criterion, of in levels.items()]
    return min(means, key=lambda mean: mean[1], default=None)


def practise_next(
    course: Course, way: Sequence[ChapterStands], sessions: Sequence[Mapping[str, float]]
) -> Practise | None:
    """What to practise next: the first open scenario of a chapter that practises what one is weakest in.

    Args:
        course: the course.
        way: where the trainee stands in it.
        sessions: of each of the latest sessions, criterion to its mean level.

    Returns:
        None where there is nothing to play.
    """
    unlocked = [(chapter, lesson) for chapter in way for lesson in chapter.lessons if lesson.status != "locked"]
    if not unlocked:
        return None
    weak = weakest(sessions)
    if weak and weak[1] < GOOD:
        criterion, level, over = weak
        fitting = [lesson for chapter, lesson in unlocked if criterion in course.chapters[chapter.chapter].practises]
        if fitting:
            to_do = _first_open(fitting)
            why: Why = "weakest" if to_do else "again"
            return Practise((to_do or _lowest(fitting)).scenario, why, criterion, level, over)
    # A chapter may be done while some of it was not played: that is for later.
    unlocked.sort(key=lambda pair: pair[0].status == "done")
    lessons = [lesson for _, lesson in unlocked]
    to_do = _first_open(lessons)
    if to_do is None:
        return Practise(_lowest(lessons).scenario, "polish")
    return Practise(to_do.scenario, "next" if sessions else "begin")


def _first_open(lessons: Sequence[LessonStands]) -> LessonStands | None:
    return next((lesson for lesson in lessons if lesson.status == "open"), None)


def _lowest(lessons: Sequence[LessonStands]) -> LessonStands:
    return min(lessons, key=lambda lesson: lesson.best or 0.0)
