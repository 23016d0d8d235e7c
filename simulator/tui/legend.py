"""How criteria and flags are drawn: name, colour, and a sign that is readable without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from simulator.model.rubric import Rubric
from simulator.model.score import Evidence
from simulator.reports.reasons import names
from simulator.tui.marks import pieces, signs
from simulator.tui.plain import shown
from simulator.tui.themes import mark_colours


@dataclass(frozen=True)
class Legend:
    """Criterion or flag, in the rubric's order, to how it is drawn.

    Attributes:
        names: what the screen calls it.
        colours: the name of its colour's variable.
        signs: one character that no other one has.
    """

    names: dict[str, str]
    colours: dict[str, str]
    signs: dict[str, str]

    @classmethod
    def of(cls, rubric: Rubric, lang: str) -> Legend:
        """The legend of a rubric in the language of the screen."""
        called = names(rubric, lang)
        return cls(called, mark_colours(called), signs(called))


def marked(text: str, evidence: Sequence[Evidence], legend: Legend) -> Content:
    """A reply with what counted underlined in the criterion's colour and followed by its sign: `so sorry[A]`."""
    cut = pieces(text, evidence, tuple(legend.names))
    parts: list[str | tuple[str, str]] = []
    for piece, following in zip(cut, [*cut[1:], None], strict=False):
        words = shown(text[piece.start : piece.end])
        if not piece.names:
            parts.append(words)
            continue
        colour = legend.colours[piece.names[0]]
        parts.append((words, f"underline {colour}"))
        ending = [
            name for name in legend.names if name in piece.names and name not in (following.names if following else ())
        ]
        if ending:
            parts.append(("[", colour))
            parts += [(legend.signs[name], f"bold {legend.colours[name]}") for name in ending]
            parts.append(("]", colour))
    return Content.assemble(*parts)
