"""The small panels of the play screen as text: the head line, the mood, the coach."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from simulator.tui.coach import Row
from simulator.tui.mood import meter, mood_name, mood_tone, sparkline
from simulator.tui.plain import shorten

Say = Callable[..., str]


def head(title: str, moods: Sequence[int], width: int, say: Say) -> Content:
    """One line: the title at the left; the mood in a word, a number, a bar and its history at the right."""
    mood = moods[-1]
    filled, rest = meter(mood, 10)
    name = say(f"mood.{mood_name(mood)}")
    line = sparkline(moods, 10)
    right = f" {name} {mood:>3} {filled}{rest} {line} "
    left = shorten(title, max(4, width - cell_len(right) - 1))
    gap = " " * max(1, width - cell_len(left) - cell_len(right) - 1)
    return Content.assemble(
        " ", (left, "bold"), gap,
        (f" {name} {mood:>3} ", f"bold $text-{mood_tone(mood)}"), (filled, f"${mood_tone(mood)}"),
        (rest, "$text-muted"), f" {line} ",
    )  # fmt: skip


def mood_panel(moods: Sequence[int], width: int, say: Say) -> Content:
    """The mood at the side: word and number, a bar, the history with the moods it went through."""
    mood = moods[-1]
    filled, rest = meter(mood, width)
    change = mood - moods[-2] if len(moods) > 1 else 0
    step = f"{change:+d}" if change else ""
    return Content.assemble(
        (say("panel.mood"), "bold $primary"), "  ",
        (f"{say(f'mood.{mood_name(mood)}')} {mood}", f"bold $text-{mood_tone(mood)}"), (f"  {step}", "$text-muted"), "\n",
        (filled, f"${mood_tone(mood)}"), (rest, "$text-muted"), "\n",
        sparkline(moods, width),
    )  # fmt: skip


def level_bar(level: int | None) -> str:
    """A level of 0-3 as three little bars; None, not assessed, as dashes."""
    return "---" if level is None else "▮" * level + "▯" * (3 - level)


def coach_strip(rows: Sequence[Row], colours: Mapping[str, str], hint: str, width: int) -> Content:
    """Two lines for narrow screens: the levels, and the hint."""
    parts: list[str | tuple[str, str]] = []
    for row in rows:
        parts += [(row.name, colours[row.criterion]), f" {level_bar(row.level)}  "]
    return Content.assemble(*parts, "\n", (shorten(hint, width), "italic"))


def coach_panel(rows: Sequence[Row], colours: Mapping[str, str], hint: str, width: int, say: Say) -> Content:
    """For the side: each criterion with its level and the words that earned it, then the hint."""
    parts: list[str | tuple[str, str]] = [(say("panel.coach"), "bold $primary"), "\n"]
    for row in rows:
        number = "-" if row.level is None else str(row.level)
        pad = " " * max(1, width - cell_len(row.name) - 6)
        parts += [(row.name, f"bold {colours[row.criterion]}"), f"{pad}{level_bar(row.level)} {number}\n"]
        under = row.earned or (say("coach.not_here") if row.level is None else "")
        parts += [("  " + shorten(under, width - 2), "$text-muted"), "\n"]
    return Content.assemble(*parts, "\n", (hint, "italic"))
