"""A rubric as Canvas takes it in, and how each person did by it.

The rubric: a row per criterion, its four levels as ratings, the best first. The points of all criteria together are
100; a criterion's share is its weight. Session criteria that count stand after those of the replies.

The assessments: a row per person, by Canvas's own number, with the rating, the points and a comment for each criterion,
in columns called `NAME - Rating`, `NAME - Points`, `NAME - Comments` after the rubric that was imported.

No byte order mark: Canvas looks for columns that are called `Rubric Name` and `Student Id` to the letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simulator.messages import text
from simulator.model.rubric import Criterion, Rubric, SessionCriterion
from simulator.reports.gradebook.records import Mean, Person
from simulator.reports.gradebook.tables import POINTS
from simulator.reports.inert import csv_row
from simulator.reports.reasons import in_words, level_text

HEADER = ("Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range")
RATING = ("Rating Name", "Rating Description", "Rating Points")
STUDENT = ("Student Id", "Student Name")
ASSESSED = ("Rating", "Points", "Comments")
#: The levels, the best first.
LEVELS = (3, 2, 1, 0)


def canvas_rubric(rubric: Rubric, lang: str) -> Iterator[str]:
    """The rows of a rubric import, line ends included.

    Args:
        rubric: the rubric.
        lang: the language of its words.
    """
    yield csv_row([*HEADER, *RATING * len(LEVELS)])
    for _, criterion, points in _counted(rubric):
        name = in_words(criterion.name, lang)
        whole = isinstance(criterion, SessionCriterion)
        ratings = [
            cell
            for level in LEVELS
            for cell in (
                text("grades.level", lang, level=level),
                level_text(criterion.levels, level, lang),
                round(points * level / 3, 2),
            )
        ]
        about = text("grades.over_session" if whole else "grades.over_replies", lang)
        yield csv_row([in_words(rubric.title, lang), name, about, "false", *ratings])


def canvas_assessments(
    rubric: Rubric, people: Iterable[tuple[str, Person, Mapping[str, Mean]]], lang: str
) -> Iterator[str]:
    """The rows of an import of rubric assessments, line ends included.

    Args:
        rubric: the rubric that Canvas has.
        people: (Canvas's number, who, criterion to how they did). What was not assessed stays empty.
        lang: the language of the words in which Canvas has the rubric.
    """
    names = [in_words(criterion.name, lang) for _, criterion, _ in _counted(rubric)]
    yield csv_row([*STUDENT, *(f"{name} - {part}" for name in names for part in ASSESSED)])
    for number, person, means in people:
        cells: list[object] = [number, person.name or person.id]
        for id_, _, points in _counted(rubric):
            mean = means.get(id_)
            if mean is None:
                cells += [None] * len(ASSESSED)
                continue
            told = "grades.mean_session" if mean.replies is None else "grades.mean_replies"
            nearest = text("grades.level", lang, level=int(mean.level + 0.5))
            comment = text(told, lang, level=f"{mean.level:.1f}", replies=mean.replies)
            cells += [nearest, round(points * mean.level / 3, 2), comment]
        yield csv_row(cells)


def _counted(rubric: Rubric) -> Iterator[tuple[str, Criterion | SessionCriterion, float]]:
    """(id, criterion, points at the most) of those that count."""
    judged: dict[str, Criterion | SessionCriterion] = {**rubric.criteria, **rubric.session}
    together = sum(criterion.weight for criterion in judged.values())
    for id_, criterion in judged.items():
        if criterion.weight:
            yield id_, criterion, POINTS * criterion.weight / together
