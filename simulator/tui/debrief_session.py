"""What the debrief says of the session as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.model.score import SessionLevel
from simulator.reports.conduct import explain_session
from simulator.tui.panels import level_bar
from simulator.tui.plain import shown


def session_content(levels: Sequence[SessionLevel], rubric: Rubric, lang: str) -> Content:
    """Each thing judged over the whole session: its level, what it means, what happened where, what would lift it."""
    told = explain_session(levels, rubric, lang)
    lines: list[Content] = []
    for one in told:
        colour = "$text-success" if one.level == 3 else "$text-warning" if one.level else "$text-error"
        weight = f"  {text('conduct.counts', lang, weight=f'{one.weight:g}')}" if one.weight else ""
        lines.append(Content.assemble(
            (level_bar(one.level), colour), (f" {shown(one.name)} {one.level}", f"bold {colour}"), (weight, "$accent"),
            "  ", (shown(one.means), "$quiet"),
        ))  # fmt: skip
        lines += [Content.assemble(("  - ", "$quiet"), what) for what in one.found]
        if one.lift:
            lines.append(Content.assemble(("  > ", "bold $accent"), shown(one.lift)))
    if told and not any(one.weight for one in told):
        lines.append(Content.styled(text("conduct.shown_only", lang), "$quiet"))
    return Content("\n").join(lines)
