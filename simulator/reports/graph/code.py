"""A scenario as Mermaid or DOT, for programs that draw."""

from __future__ import annotations

import json
from collections.abc import Iterator

from simulator.analysis.overview import Overview, WayView
from simulator.reports.graph.words import Words
from simulator.reports.rehearsal import title

#: Between two places so many ways are shown; of more, how many there are.
SHOWN = 3
#: The longest condition on an arrow.
LONGEST = 36

#: Outcome to the colours of an ending: fill and line.
COLOURS = {
    "resolved": ("#d9f2dd", "#2b7a3d"),
    "compromise": ("#fdf1cd", "#9a7400"),
    "lost": ("#e6e6ea", "#5c5c66"),
    "escalated": ("#fbdcdc", "#b02a2a"),
}
HOPELESS = "#b02a2a"
#: No beat can be called so.
ANYWHERE = '"anywhere!"'


def mermaid(view: Overview, lang: str) -> Iterator[str]:
    """The lines of a Mermaid flowchart."""
    words = Words(view, lang)
    # Numbers, because not every name can be one of Mermaid's.
    ids = {name: f"n{n}" for n, name in enumerate((*(beat.name for beat in view.beats), *view.endings))}
    yield "---"
    yield f"title: {json.dumps(title(view.scenario), ensure_ascii=False)}"
    yield "---"
    yield from (f"%% {remark}" for remark in words.remarks())
    yield "flowchart TD"
    for beat in view.beats:
        about = "<br/>".join(filter(None, [f"<b>{beat.name}</b>", words.beat(beat), words.hopeless(beat)]))
        yield f'  {ids[beat.name]}["{about}"]'
    for name, fate in view.endings.items():
        about = "<br/>".join([f"<b>{name}</b>", words.outcome(fate), *words.fate(fate)])
        yield f'  {ids[name]}(["{about}"])'
    for origin, to, ways in _arrows(view):
        arrow = "-.->" if all(not way.open for way in ways) else "-->"
        label = "<br/>".join(_label(ways, words)).replace("|", "#124;")
        yield f'  {ids[origin]} {arrow}|"{label}"| {ids[to]}'
    if view.anywhere or view.scenario.boils_over:
        yield f'  anywhere{{{{"{words.say("anywhere")}"}}}}'
        for to, ways in _by_target(view.anywhere):
            label = "<br/>".join(_label(ways, words)).replace("|", "#124;")
            yield f'  anywhere -->|"{label}"| {ids[to]}'
        if over := view.scenario.boils_over:
            yield f'  anywhere -->|"{words.say("boils_over", at=over.at)}"| {ids[over.to]}'
    for outcome, (fill, line) in COLOURS.items():
        yield f"  classDef {outcome} fill:{fill},stroke:{line}"
        if names := [ids[name] for name, fate in view.endings.items() if fate.outcome == outcome]:
            yield f"  class {','.join(names)} {outcome}"
    if lost := [ids[beat.name] for beat in view.beats if beat.hopeless]:
        yield f"  classDef hopeless stroke:{HOPELESS},stroke-dasharray:4"
        yield f"  class {','.join(lost)} hopeless"


def dot(view: Overview, lang: str) -> Iterator[str]:
    """The lines of a DOT digraph."""
    words = Words(view, lang)
    yield "digraph scenario {"
    yield f"  label={_quoted(title(view.scenario))}; labelloc=t; rankdir=TB; fontname=Helvetica;"
    yield from (f"  // {remark}" for remark in words.remarks())
    yield "  node [shape=box, style=rounded, fontname=Helvetica]; edge [fontname=Helvetica, fontsize=10];"
    for beat in view.beats:
        about = "\n".join(filter(None, [beat.name, words.beat(beat), words.hopeless(beat)]))
        look = f', color="{HOPELESS}"' if beat.hopeless else ""
        yield f"  {_quoted(beat.name)} [label={_quoted(about)}{look}];"
    for name, fate in view.endings.items():
        fill, line = COLOURS[fate.outcome]
        about = "\n".join([name, words.outcome(fate), *words.fate(fate)])
        look = f'shape=ellipse, style=filled, fillcolor="{fill}", color="{line}"'
        yield f"  {_quoted(name)} [label={_quoted(about)}, {look}];"
    for origin, to, ways in _arrows(view):
        style = ", style=dashed" if all(not way.open for way in ways) else ""
        label = _quoted("\n".join(_label(ways, words)))
        yield f"  {_quoted(origin)} -> {_quoted(to)} [label={label}{style}];"
    if view.anywhere or view.scenario.boils_over:
        yield f"  {ANYWHERE} [label={_quoted(words.say('anywhere'))}, shape=hexagon];"
        for to, ways in _by_target(view.anywhere):
            label = _quoted("\n".join(_label(ways, words)))
            yield f"  {ANYWHERE} -> {_quoted(to)} [label={label}];"
        if over := view.scenario.boils_over:
            label = _quoted(words.say("boils_over", at=over.at))
            yield f"  {ANYWHERE} -> {_quoted(over.to)} [label={label}];"
    yield "}"


def _arrows(view: Overview) -> Iterator[tuple[str, str, list[WayView]]]:
    """The ways of each beat, those that lead to the same place together."""
    for beat in view.beats:
        for to, ways in _by_target(beat.ways):
            yield beat.name, to, ways


def _by_target(ways: tuple[WayView, ...]) -> list[tuple[str, list[WayView]]]:
    targets: dict[str, list[WayView]] = {}
    for way in ways:
        targets.setdefault(way.way.to, []).append(way)
    return list(targets.items())


def _label(ways: list[WayView], words: Words) -> Iterator[str]:
    for way in ways[:SHOWN]:
        condition = words.condition(way.way.when)
        short = condition if len(condition) <= LONGEST else condition[: LONGEST - 1] + "…"
        marks = words.marks(way)
        yield f"{short} {words.mood(way)}" + (" ✓" if way.taken else "") + (f" ({marks})" if marks else "")
    if len(ways) > SHOWN:
        yield f"+{len(ways) - SHOWN}"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
