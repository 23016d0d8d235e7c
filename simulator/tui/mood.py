"""The customer's mood in words and little pictures, without any widget."""

from __future__ import annotations

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"

#: From which mood on the word fits, angriest first; the words are `tui.mood.<name>`.
_NAMES = ((90, "boiling"), (75, "furious"), (55, "angry"), (35, "annoyed"), (15, "wary"), (0, "calm"))


def mood_name(mood: int) -> str:
    """The last part of the catalogue key for a mood of 0 (calm) to 100 (boiling)."""
    return next(name for least, name in _NAMES if mood >= least or least == 0)


def mood_tone(mood: int) -> str:
    """The theme colour that goes with a mood."""
    return "error" if mood >= 75 else "warning" if mood >= 35 else "success"


def sparkline(moods: Sequence[int], width: int) -> str:
    """The last `width` moods as bars of eight heights."""
    return "".join(_BARS[min(7, max(0, mood) * 8 // 101)] for mood in moods[-width:])


def meter(mood: int, width: int) -> tuple[str, str]:
    """A bar of `width` cells: the filled part and the rest."""
    filled = min(width, max(0, round(mood * width / 100)))
    return "━" * filled, "─" * (width - filled)


def plot(moods: Sequence[int], width: int, height: int) -> list[str]:
    """The moods over the turns as lines of text, highest first, with a scale of 0 to 100 at the left.

    Args:
        moods: the mood before the first reply and after each.
        width: cells of a line, at least 12.
        height: lines, at least 3, plus one for the turn numbers.
    """
    room = max(4, width - 5)
    step = max(1, min(6, room // max(1, len(moods))))
    kept = list(moods)[-(room // step) :]
    first = len(moods) - len(kept)
    lines = []
    for row in range(height, 0, -1):
        bars = "".join(_bar(mood, row, height) * max(1, step - 1) + " " * (step > 1) for mood in kept)
        mark = {height: "100", (height + 1) // 2: " 50", 1: "  0"}.get(row, "   ")
        lines.append(f"{mark} ┤{bars}".rstrip())
    numbers = ""
    for index in range(len(kept)):
        label = str(first + index)
        if len(numbers) <= index * step:
            numbers += " " * (index * step - len(numbers)) + label + " "
    lines.append("     " + numbers.rstrip())
    return lines


def _bar(mood: int, row: int, height: int) -> str:
    eighths = round(mood * height * 8 / 100) - (row - 1) * 8
    if eighths <= 0:
        return "▁" if row == 1 else " "
    return _BARS[min(8, eighths) - 1]
