"""The course on the home screen: where each scenario of the library has its place, and what to practise next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from simulator.course.practise import Practise, practise_next
from simulator.course.way import ChapterStands, current, way_through
from simulator.messages import text
from simulator.model.course import Course
from simulator.reports.reasons import in_words
from simulator.tui.home_rows import Chapter, Entry, Hint, Shelf

#: Language (`en`, `zh`) to the latest sessions' mean levels, newest first.
Levels = Mapping[str, Sequence[Mapping[str, float]]]


def with_course(shelf: Shelf, course: Course, levels: Levels, criteria: Mapping[str, str], ui: str) -> Shelf:
    """A shelf in the order of a course, with the way through it.

    Args:
        shelf: the library with the trainee's best scores.
        course: the course.
        levels: the latest sessions.
        criteria: criterion to what the screens call it.
        ui: the language of the screens.
    """
    entries: list[Entry] = []
    chapters: list[Chapter] = []
    hints: list[Hint] = []
    for lang in dict.fromkeys(entry.lang for entry in shelf.entries):
        mine = [entry for entry in shelf.entries if entry.lang == lang]
        best = {entry.id: entry.best for entry in mine if entry.best is not None}
        way = way_through(course, best, {entry.id for entry in mine})
        chapters += _chapters(course, way, lang, ui)
        entries += _placed(mine, way)
        suggestion = practise_next(course, way, levels.get(lang, ()))
        if suggestion:
            path = next(entry.path for entry in mine if entry.id == suggestion.scenario)
            hints.append(Hint(lang, path, reason(suggestion, criteria, ui)))
    return replace(shelf, entries=tuple(entries), chapters=tuple(chapters), hints=tuple(hints))


def reason(suggestion: Practise, criteria: Mapping[str, str], ui: str) -> str:
    """Why a scenario is suggested."""
    name = criteria.get(suggestion.criterion, suggestion.criterion)
    return text(f"tui.course.why.{suggestion.why}", ui, criterion=name, level=f"{suggestion.level:.1f}",
                sessions=suggestion.sessions)  # fmt: skip


def _placed(entries: Sequence[Entry], way: Iterable[ChapterStands]) -> list[Entry]:
    """The entries of one language with their places, in the order of the course; those outside it last."""
    titles = {entry.id: entry.title for entry in entries}
    placed: list[Entry] = []
    for chapter in way:
        for lesson in chapter.lessons:
            first = tuple(titles[one] for one in lesson.first if one in titles)
            opens = tuple(titles[one] for one in lesson.opens if one in titles)
            placed += (
                replace(entry, chapter=chapter.chapter, status=lesson.status, mark=lesson.mark, first=first,
                        opens=opens)
                for entry in entries
                if entry.id == lesson.scenario
            )  # fmt: skip
    within = {entry.path for entry in placed}
    return placed + [entry for entry in entries if entry.path not in within]


def _chapters(course: Course, way: Sequence[ChapterStands], lang: str, ui: str) -> list[Chapter]:
    here = current(way)
    numbers = {chapter.chapter: str(number) for number, chapter in enumerate(way, 1)}
    return [
        Chapter(
            c.chapter, lang, number, in_words(written.title, ui), in_words(written.aim, ui), c.status, c.done, c.needs,
            tuple(numbers[one] for one in c.first if one in numbers),
            tuple(numbers[one] for one in c.opens if one in numbers), c.chapter == here,
        )
        for number, c in enumerate(way, 1)
        for written in [course.chapters[c.chapter]]
    ]  # fmt: skip
