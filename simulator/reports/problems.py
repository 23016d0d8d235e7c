"""Problems in scenarios and rubrics, as text with the line they are in, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from simulator.messages import text
from simulator.reports.inert import cells, cut, on_one_line

if TYPE_CHECKING:
    from simulator.language.problems import Problem

#: A longer line is cut on both sides of the place.
WIDTH = 100
_BEFORE = 60


def problem_lines(problem: Problem, lang: str) -> Iterator[str]:
    """A problem for people: place, code and what it is; the line with the place underlined; notes; how to mend it.

    The first line has the same form in every language: `path:line:column: severity code: what`.
    """
    place = f"{on_one_line(problem.path)}:{problem.line}:{problem.column}"
    yield f"{place}: {problem.severity} {problem.code}: {on_one_line(problem.message(lang))}"
    number = str(problem.line)
    margin = " " * len(number) + " | "
    if problem.snippet:
        before, covered, after = _window(problem)
        yield f"{number} | {before}{covered}{after}"
        meant = "  " + on_one_line(_did_you_mean(problem, lang)) if problem.meant else ""
        yield f"{margin}{' ' * cells(before)}{'^' * max(1, cells(covered))}{meant}"
    for note in problem.notes:
        yield margin + on_one_line(note.say(lang))
    yield margin + on_one_line(problem.mend(lang))


def problem_record(problem: Problem, lang: str) -> dict[str, Any]:
    """A problem for other programs: `{path, line, column, severity, code, message}`."""
    meant = f"; {_did_you_mean(problem, lang)}" if problem.meant else ""
    return {
        "path": problem.path, "line": problem.line, "column": problem.column, "severity": problem.severity,
        "code": problem.code, "message": problem.message(lang) + meant,
    }  # fmt: skip


def _did_you_mean(problem: Problem, lang: str) -> str:
    assert problem.meant
    if problem.meant.line is None:
        return text("check.did_you_mean", lang, name=problem.meant.name)
    return text("check.did_you_mean_line", lang, name=problem.meant.name, line=problem.meant.line)


def _window(problem: Problem) -> tuple[str, str, str]:
    """The line before the place, what the place covers, and the line after it, cut to a width that can be read."""
    start = problem.column - 1
    end = start + problem.width
    # A line may be as long as the file; only what may be shown is looked at.
    before = _shown(problem.snippet[max(0, start - WIDTH) : start])
    covered = _shown(problem.snippet[start : min(end, start + WIDTH)])
    after = _shown(problem.snippet[end : end + WIDTH])
    if cells(before) + cells(covered) + cells(after) > WIDTH or start > WIDTH:
        before = cut(before[::-1], _BEFORE)[::-1]
        covered = cut(covered, WIDTH - cells(before))
        after = cut(after, WIDTH - cells(before) - cells(covered))
    return before, covered, after


def _shown(piece: str) -> str:
    return on_one_line(piece.replace("\t", " "))
