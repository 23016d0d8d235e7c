"""The house's grades, whatever language they are given in."""

from __future__ import annotations

#: The grades from the best to the worst, with the words that stand for them.
GRADES: dict[str, tuple[str, ...]] = {
    "excellent": ("excellent", "优", "優", "优秀", "優秀"),
    "good": ("good", "良", "良好"),
    "fair": ("fair", "中", "中等"),
    "poor": ("poor", "差", "较差", "較差"),
}
LETTERS = ("A", "B", "C", "D", "F")


def grade_id(words: str) -> str:
    """The grade that these words stand for; any other words are a grade of their own."""
    return next((grade for grade, called in GRADES.items() if words.casefold() in called), words)
