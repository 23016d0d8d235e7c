"""A course as the instructor writes it: scenarios in chapters, and what opens what."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from simulator.model.base import Bilingual, OneOrMore, Record
from simulator.model.scenario import Id

Mark = Annotated[int, Field(ge=0, le=100)]


class Lesson(Record):
    """A scenario in its place in a course; written as its id alone, or with what must be done before it."""

    scenario: Id
    """The scenario's id."""
    after: Annotated[tuple[Id, ...], OneOrMore] = ()
    """Scenarios of this course that must be done first."""
    done_at: Mark | None = None
    """The score from which it is done, where that is another one than the chapter's."""

    @model_validator(mode="before")
    @classmethod
    def _only_the_id(cls, value: Any) -> Any:
        return {"scenario": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


class Chapter(Record):
    """Some scenarios with one aim."""

    title: Bilingual
    """What the home screen calls it."""
    aim: Bilingual
    """What one can do after it, in a sentence."""
    practises: Annotated[tuple[str, ...], OneOrMore] = ()
    """The criteria that it practises most: a trainee who is weak in one of them is led here."""
    after: Annotated[tuple[Id, ...], OneOrMore] = ()
    """Chapters that must be done first."""
    needs: Annotated[int, Field(ge=1)] | None = None
    """How many of its scenarios must be done for it to be done; without it, all."""
    done_at: Mark | None = None
    """The score from which a scenario of it is done, where that is another one than the course's."""
    scenarios: Annotated[tuple[Lesson, ...], Field(min_length=1, max_length=100), OneOrMore]
    """Its scenarios, in the order in which they are best played."""


class Course(Record):
    """The way through a library: chapters, what each is for, and what opens what."""

    course: Id
    """The id. The home screen shows the course `core` that is nearest."""
    title: Bilingual
    """What the home screen calls it."""
    about: Bilingual | None = None
    """For the instructor: whom it is for and how it goes."""
    done_at: Mark = 60
    """The best score from which a scenario is done."""
    chapters: Annotated[dict[Id, Chapter], Field(min_length=1, max_length=50)]
    """The chapters in their order, each under its name."""

    def mark(self, chapter: str, lesson: Lesson) -> int:
        """The score from which a lesson of a chapter is done."""
        own = self.chapters[chapter].done_at
        return next(mark for mark in (lesson.done_at, own, self.done_at) if mark is not None)
