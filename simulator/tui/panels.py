"""The small panels of the play screen as text: the head line, the mood, the coach."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content

from simulator.tui.coach import Row
from simulator.tui.legend import Legend
from simulator.tui.mood import meter, mood_name, mood_tone, sparkline
from simulator.tui.plain import shorten

Say = Callable[..., str]
Part = Content | str | tuple[str, str]


def head(title: str, who: str, moods: Sequence[int] | None, width: int, say: Say) -> Content:
    """One line: the title and the customer; at the right the mood in a word, a number, a bar and its history.

    Args:
        title: the scenario's title.
        who: the customer's name.
        moods: the moods so far, or None where a panel at the side shows them.
        width: cells of the line.
        say: a sentence of the screens' catalogue.
    """
    right: list[Part] = []
    room = width - 2
    if moods is not None:
        mood = moods[-1]
        tone = mood_tone(mood)
        filled, rest = meter(mood, 10)
        word = f"{say(f'mood.{mood_name(mood)}')} {mood:>3} "
        history = f" {sparkline(moods, 10)}"
        right = [(word, f"bold $text-{tone}"), (filled, f"${tone}"), (rest, "$rule"), (history, "$quiet")]
        room -= cell_len(word) + 10 + cell_len(history) + 2
    title = shorten(title, max(4, room))
    who = shorten(who, room - cell_len(title) - 3) if room - cell_len(title) > 8 else ""
    left: list[Part] = [" ", (title, "bold"), *([("  ", ""), (who, "$quiet")] if who else [])]
    gap = room - cell_len(title) - (cell_len(who) + 2 if who else 0)
    return Content.assemble(*left, " " * max(1, gap + 1), *right)


def mood_panel(moods: Sequence[int], width: int, say: Say) -> Content:
    """The mood at the side: word and number, a bar, the history with the moods it went through."""
    mood = moods[-1]
    tone = mood_tone(mood)
    filled, rest = meter(mood, width)
    change = mood - moods[-2] if len(moods) > 1 else 0
    word, step = f"{say(f'mood.{mood_name(mood)}')} {mood}", f"{change:+d} " if change else ""
    name = say("panel.mood")
    gap = " " * max(1, width - cell_len(name) - cell_len(step) - cell_len(word))
    return Content.assemble(
        (name, "bold $primary"), gap, (step, "$quiet"), (word, f"bold $text-{tone}"), "\n",
        (filled, f"${tone}"), (rest, "$rule"), "\n",
        (sparkline(moods, width), "$quiet"),
    )  # fmt: skip


def level_bar(level: int | None) -> str:
    """A level of 0-3 as three little bars; None, not assessed, as dashes."""
    return "---" if level is None else "▮" * level + "▯" * (3 - level)


def coach_strip(rows: Sequence[Row], legend: Legend, hint: str) -> Content:
    """For narrow screens: a line with the levels, then the hint."""
    parts: list[Part] = []
    for row in rows:
        colour = legend.colours[row.criterion] if row.level is not None else "$quiet"
        parts += [(row.name, colour), (f" {level_bar(row.level)}   ", colour)]
    return Content.assemble(*parts, "\n", ("> ", "bold $accent"), hint)


def coach_panel(rows: Sequence[Row], legend: Legend, hint: str, width: int, say: Say) -> Content:
    """For the side: each criterion with its sign and its level, then the hint."""
    parts: list[Part] = [(say("panel.coach"), "bold $primary"), "\n\n"]
    for row in rows:
        sign = legend.signs[row.criterion]
        pad = " " * max(1, width - cell_len(f"{sign} {row.name}") - 5)
        if row.level is None:
            parts.append((f"{sign} {row.name}{pad}{level_bar(None)}\n", "$quiet"))
            continue
        colour = legend.colours[row.criterion]
        parts += [(f"{sign} {row.name}", f"bold {colour}"), pad, (f"{level_bar(row.level)} {row.level}\n", colour)]
    return Content.assemble(*parts, "\n", ("> ", "bold $accent"), hint)
