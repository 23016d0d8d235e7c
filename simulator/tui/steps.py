"""The nine steps of the service cycle on the play screen: done, due, missed and ahead, and what the due one asks."""

from __future__ import annotations

from textual.content import Content

from simulator.messages import text
from simulator.play.cycle import STEPS, Progress

#: Sign and colour of a step that is done, due, missed, and still ahead; the signs are enough without colour.
DONE, DUE, MISSED, AHEAD = (
    ("+", "$text-success"), ("▸", "bold $accent"), ("x", "$text-error"), ("·", "$quiet"),
)  # fmt: skip


def step_strip(progress: Progress, lang: str) -> Content:
    """For narrow screens, two lines: the steps with the name of the due one, and what it asks."""
    parts: list[tuple[str, str]] = []
    for step in STEPS:
        sign, colour = _look(step, progress)
        name = f" {text(f'conduct.step.{step}', lang)}" if step == progress.due else ""
        parts.append((f"{sign}{step}{name}  ", colour))
    return Content.assemble(*parts, "\n", (_asks(progress, lang), "$quiet"))


def step_panel(progress: Progress, lang: str) -> Content:
    """For the side: a line for each step, then what the due one asks."""
    lines = [Content.styled(text("conduct.steps", lang), "bold $primary")]
    for step in STEPS:
        sign, colour = _look(step, progress)
        lines.append(Content.styled(f"{sign} {step} {text(f'conduct.step.{step}', lang)}", colour))
    lines.append(Content.styled(_asks(progress, lang), "$quiet"))
    return Content("\n").join(lines)


def step_report(progress: Progress, lang: str) -> Content:
    """After the end: the steps that were missed, each with what it asks."""
    if not progress.missed:
        return Content.styled(text("conduct.steps.all", lang), "$text-success")
    lines = [Content.styled(text("conduct.steps.missed", lang), "$text-error")]
    for step in progress.missed:
        name = f"{MISSED[0]} {step} {text(f'conduct.step.{step}', lang)}"
        lines.append(Content.assemble((name, MISSED[1]), "  ", (text(f"conduct.step.{step}.asks", lang), "$quiet")))
    return Content("\n").join(lines)


def _look(step: int, progress: Progress) -> tuple[str, str]:
    if step == progress.due:
        return DUE
    if step in progress.done:
        return DONE
    return MISSED if step in progress.missed else AHEAD


def _asks(progress: Progress, lang: str) -> str:
    return text(f"conduct.step.{progress.due}.asks", lang) if progress.due else ""
