"""A rubric as Canvas takes it in: a row per criterion, its four levels as ratings, the best first.

The points of all criteria together are 100; a criterion's share is its weight. Session criteria that count stand after
those of the replies. No byte order mark: Canvas looks for a column that is called `Rubric Name` to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.messages import text
from simulator.model.rubric import Criterion, Rubric, SessionCriterion
from simulator.reports.gradebook.tables import POINTS
from simulator.reports.inert import csv_row
from simulator.reports.reasons import in_words, level_text

HEADER = ("Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range")
RATING = ("Rating Name", "Rating Description", "Rating Points")
#: The levels, the best first.
LEVELS = (3, 2, 1, 0)


def canvas_rubric(rubric: Rubric, lang: str) -> Iterator[str]:
    """The rows of a rubric import, line ends included.

    Args:
        rubric: the rubric.
        lang: the language of its words.
    """
    yield csv_row([*HEADER, *RATING * len(LEVELS)])
    judged: list[Criterion | SessionCriterion] = [*rubric.criteria.values(), *rubric.session.values()]
    counted = [criterion for criterion in judged if criterion.weight]
    together = sum(criterion.weight for criterion in counted)
    for criterion in counted:
        points = POINTS * criterion.weight / together
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
