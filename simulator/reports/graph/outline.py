"""A scenario as an outline to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.analysis.overview import Overview, WayView
from simulator.reports.graph.words import Words
from simulator.reports.inert import cells, pad
from simulator.reports.rehearsal import title

#: The widest that a condition is shown.
CONDITION = 48


def outline(view: Overview, lang: str) -> Iterator[str]:
    """The lines of the outline."""
    words = Words(view, lang)
    case = view.scenario
    ways = [way for beat in view.beats for way in beat.ways]
    yield title(case)
    yield words.say("size", beats=len(view.beats), endings=len(view.endings))
    yield words.say("covered", taken=sum(way.taken > 0 for way in ways), ways=len(ways))
    yield from words.remarks()
    widest = max(cells(name) for name in (*case.beats, *case.endings))
    for beat in view.beats:
        yield ""
        about = [words.beat(beat), words.say("exemplars", exemplars=words.exemplars(beat)), words.hopeless(beat)]
        yield f"{beat.name}: {'; '.join(filter(None, about))}"
        yield from _ways(beat.ways, words, widest)
    if view.anywhere or case.boils_over:
        yield ""
        yield f"{words.say('anywhere')}:"
        yield from _ways(view.anywhere, words, widest)
        if case.boils_over:
            yield f"  → {pad(case.boils_over.to, widest)}       {words.say('boils_over', at=case.boils_over.at)}"
    yield ""
    yield f"{words.say('endings')}:"
    for name, fate in view.endings.items():
        yield f"  {pad(name, widest)}  {pad(words.outcome(fate), 11)} {'; '.join(words.fate(fate))}"


def _ways(ways: Iterable[WayView], words: Words, widest: int) -> Iterator[str]:
    for way in ways:
        taken = words.say("taken", count=way.taken) if way.taken else ""
        marks = words.marks(way)
        row = (
            f"  → {pad(way.way.to, widest)}  {words.mood(way):>3}  {pad(words.condition(way.way.when), CONDITION)}  "
            f"{pad(taken, 12)}{marks}"
        )
        yield row.rstrip()
