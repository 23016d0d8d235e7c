"""Courses: text -> record, and whether there is a way through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from simulator.course.way import never_open
from simulator.language import smallest
from simulator.language.assessments import Known
from simulator.language.declared import follow
from simulator.language.nearest import meant
from simulator.language.nodes import Node
from simulator.language.nodes import Path as Place
from simulator.language.problems import Loaded, has_errors
from simulator.language.reading import Document, in_order, read_file
from simulator.language.scenarios import sound
from simulator.language.shape import Shaped, shape
from simulator.model.course import Course, Lesson
from simulator.model.rubric import Rubric


def load_course(path: Path) -> Loaded[Course]:
    """Reads a course. Which scenarios there are is for `check`; whoever plays has those that are there."""
    return course_in(read_file(path, str(path)))


def course_in(document: Document, known: Known | None = None, rubric: Rubric | None = None) -> Loaded[Course]:
    """The course in a document, and everything that is wrong with it.

    Args:
        document: its text.
        known: the scenarios that there are; None: that is not checked.
        rubric: whose criteria may be named; None: these are not checked.
    """
    shaped = shape(document, Course, sound(smallest.COURSE))
    if shaped is None:
        return Loaded(None, tuple(in_order(document.problems)))
    _Checking(document, shaped).all(known, rubric)
    problems = tuple(in_order(document.problems))
    return Loaded(None if has_errors(problems) else shaped.record, problems)


class _Checking:
    """What only the whole course shows."""

    def __init__(self, document: Document, shaped: Shaped[Course]) -> None:
        self._document, self._shaped, self._course = document, shaped, shaped.record
        self._report = document.report

    def all(self, known: Known | None, rubric: Rubric | None) -> None:
        """Everything."""
        named: dict[str, Node] = {}
        for place, lesson in self._lessons():
            node = self._node(*place)
            if lesson.scenario in named:
                line = self._document.source.line_of(named[lesson.scenario].start)
                self._report("scenario-repeated", node, name=lesson.scenario, line=line)
            elif named.setdefault(lesson.scenario, node) and known:
                self._known(node, lesson.scenario, known)
        for name, chapter in self._course.chapters.items():
            here = ("chapters", name)
            self._names((*here, "after"), chapter.after, "unknown-chapter", self._course.chapters)
            if rubric:
                self._names((*here, "practises"), chapter.practises, "unknown-criterion", rubric.criteria)
            if chapter.needs and chapter.needs > len(chapter.scenarios) and not self._shaped.left_out:
                self._report("needs-too-many", self._node(*here, "needs"), needs=chapter.needs,
                             count=len(chapter.scenarios))  # fmt: skip
        for place, lesson in self._lessons():
            self._names((*place[:-1], "after"), lesson.after, "unknown-lesson", named)
        if not self._document.problems:
            shut = set(never_open(self._course))
            first = next((found for found in self._lessons() if found[1].scenario in shut), None)
            if first:
                self._report("never-open", self._node(*first[0]), name=first[1].scenario)

    def _names(self, place: Place, names: Iterable[str], code: str, known: Iterable[str]) -> None:
        known = tuple(known)
        for n, name in enumerate(names):
            if name not in known:
                self._report(code, self._node(*place, n), meant(name, known), name=name, known=known)

    def _known(self, node: Node, name: str, known: Known) -> None:
        if name not in known.scenarios:
            self._report("unknown-scenario", node, meant(name, known.scenarios), name=name)
        elif len(written := tuple(known.scenarios[name])) == 1:
            self._report("lesson-language", node, name=name, lang=written[0])

    def _lessons(self) -> Iterator[tuple[Place, Lesson]]:
        for name, chapter in self._course.chapters.items():
            for n, lesson in enumerate(chapter.scenarios):
                yield ("chapters", name, "scenarios", n, "scenario"), lesson

    def _node(self, *place: str | int) -> Node:
        return follow(self._shaped.root, Course, place).node
