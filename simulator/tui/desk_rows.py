"""The lines of the desk's first screen: a seat on one, below it what gives alarm."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from simulator.messages import text
from simulator.tui.mood import mood_name, mood_tone
from simulator.tui.plain import shorten

if TYPE_CHECKING:
    from simulator.runner.watch import Alarm, Watched

Ask = Callable[..., str]

#: The narrowest the columns get, in cells.
_LEAST = {"seat": 9, "name": 13, "group": 8, "where": 14, "turn": 4, "mood": 11, "left": 7}
#: What the columns get of every ten cells there are beyond that.
_SHARES = {"seat": 1, "name": 2, "group": 1, "where": 6}
_TONES = {"critical": "error", "risk": "error", "clock": "warning", "stuck": "warning"}


def columns(width: int) -> dict[str, int]:
    """Column to its cells."""
    beyond = max(0, width - sum(_LEAST.values()) - len(_LEAST) - 1)
    return {name: least + beyond * _SHARES.get(name, 0) // 10 for name, least in _LEAST.items()}


def header(width: int, ask: Ask) -> Content:
    """The names of the columns."""
    line = " ".join(padded(ask(f"column.{name}"), cells) for name, cells in columns(width).items())
    return Content.styled(f"   {line}", "$quiet")


def row(one: Watched, width: int, ask: Ask, words: Callable[[str], str], lang: str) -> Content:
    """A seat on one line; below it what gives alarm, where anything does.

    Args:
        one: the seat.
        width: the cells of a line.
        ask: a sentence of the desk.
        words: a scenario's text made harmless.
        lang: the language of the screen.
    """
    grave = _TONES[one.alarms[0].kind] if one.alarms else ""
    tone = f"bold $text-{grave}" if grave else "$quiet" if one.state in ("gone", "absent", "over") else ""
    at_work = one.row if one.state == "at_work" else None
    mood = at_work.mood if at_work else None
    said = {
        "seat": one.seat, "name": one.name, "group": one.group, "where": _where(one, ask, words),
        "turn": f"{at_work.turns:>4}" if at_work else "",
        "mood": "" if mood is None else f"{mood:>3} {text(f'tui.mood.{mood_name(mood)}', lang)}",
        "left": _left(one),
    }  # fmt: skip
    tones = {"seat": "$quiet", "name": tone or "bold", "group": "$quiet",
             "mood": "" if mood is None else f"$text-{mood_tone(mood)}"}  # fmt: skip
    cells = columns(width)
    line = Content(" ").join(Content.styled(padded(said[name], cells[name]), tones.get(name, tone)) for name in cells)
    line = Content.assemble(("! " if one.alarms else "  ", tone), line)
    if not one.alarms:
        return line
    told = ask("alarm.and").join(alarm_words(alarm, ask, lang) for alarm in one.alarms)
    return Content.assemble(line, "\n", (f"    {shorten(told, width - 6)}", f"$text-{grave}"))


def alarm_words(alarm: Alarm, ask: Ask, lang: str) -> str:
    """Why somebody should look."""
    from simulator.reports.reasons import in_words

    name = alarm.name
    if alarm.kind == "risk":
        name = ask(f"menace.{alarm.name}")
    elif alarm.called:
        name = in_words(alarm.called, lang)
    return ask(f"alarm.{alarm.kind}", name=name, turn=alarm.turn, minutes=int(alarm.seconds // 60))


def _where(one: Watched, ask: Ask, words: Callable[[str], str]) -> str:
    if one.row is None or one.state not in ("at_work", "over"):
        return ask(f"state.{one.state}")
    title = words(one.row.title)
    where = title if one.place is None else ask("place", place=one.place, title=title)
    if one.state == "over":
        # A title alone would look as if somebody were at work there.
        return ask("over_in", over=ask("state.over"), title=title)
    return ask("at_beat", where=where, beat=one.row.beat)


def _left(one: Watched) -> str:
    if one.left is None:
        return ""
    from simulator.tui.clock_line import minutes

    known = [left for left in (one.left.reply, one.left.whole) if left is not None]
    return minutes(int(min(known))) if known else ""


def padded(words: str, width: int) -> str:
    """One line of just so many cells."""
    line = shorten(words, width)
    return line + " " * (width - cell_len(line))
