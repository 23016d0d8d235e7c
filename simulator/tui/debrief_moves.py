"""What the debrief says of the moves in a turn: each named, with its words and why, and how cards were answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from textual.content import Content

from simulator.messages import text
from simulator.model.moves import Move
from simulator.model.rubric import Rubric
from simulator.play.moves import TurnMoves
from simulator.reports.reasons import in_words
from simulator.tui.plain import shorten, shown

#: Cells of a quotation.
QUOTE = 40


def turn_moves(found: TurnMoves, rubric: Rubric, lang: str) -> Content:
    """How each card of the customer's was met, and the moves of the turn; empty where there is nothing to tell."""
    lines = [*_calls(found, rubric, lang)]
    for one in found.spotted:
        move = rubric.moves[one.move]
        sign, colour = _sign(move)
        quotes = " ".join(f"“{shorten(quote, QUOTE)}”" for quote in one.quotes)
        touches = text(f"moves.touches.{move.touches}", lang) if move.touches else ""
        why = (shown(in_words(move.about, lang)), "$quiet")
        lines.append(Content.assemble(
            (f"{sign} {shown(in_words(move.name, lang))}", f"bold {colour}"), (touches, "$quiet"), f"  {quotes}  ", why,
        ))  # fmt: skip
        if move.turn:
            better = text("moves.better", lang, turn=shown(in_words(move.turn, lang)))
            lines.append(Content.assemble(("  > ", "bold $accent"), better))
    return _under_heading(lines, lang)


def moves_made(turns: Iterable[TurnMoves], rubric: Rubric, lang: str) -> Content:
    """The strategies and the moves of the whole session, each with how often; empty where there were none."""
    times = Counter(one.move for turn in turns for one in turn.spotted)
    lines = []
    for name, move in rubric.moves.items():
        if times[name] and move.kind in ("strategy", "move"):
            sign, colour = _sign(move)
            told = text("moves.times", lang, name=shown(in_words(move.name, lang)), times=times[name])
            lines.append(Content.assemble((f"{sign} ", f"bold {colour}"), told))
    return _under_heading(lines, lang)


def _calls(found: TurnMoves, rubric: Rubric, lang: str) -> Iterator[Content]:
    for called in dict.fromkeys(found.calls):
        call = rubric.calls.get(called)
        if call is None:
            continue
        met = [rubric.moves[one.move] for one in found.spotted if called in rubric.moves[one.move].answers]
        card, does = shown(in_words(call.name, lang)), shown(in_words(call.does, lang))
        names = text("moves.and", lang).join(shown(in_words(move.name, lang)) for move in met)
        how = "unmet" if not met else "met" if any(move.good for move in met) else "missed"
        told = text(f"moves.{how}", lang, card=card, answers=names, does=does)
        yield Content.assemble(("# ", "bold $accent"), told)


def _sign(move: Move) -> tuple[str, str]:
    return ("+", "$text-success") if move.good else ("x", "$text-error")


def _under_heading(lines: list[Content], lang: str) -> Content:
    if not lines:
        return Content("")
    return Content("\n").join([Content(""), Content.styled(text("moves.heading", lang), "bold $primary"), *lines])
