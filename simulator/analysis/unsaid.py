"""Lines that no trainee can ever hear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.analysis import moods
from simulator.analysis.explore import Explored, Node
from simulator.analysis.finding import Finding, Path, place_of
from simulator.model.scenario import Line, Scenario, Trigger, Way
from simulator.play.lines import choices, pick
from simulator.play.reactions import APOLOGY
from simulator.play.roads import spread
from simulator.play.step import STAY


def unsaid(found: Explored) -> Iterator[Finding]:
    """The lines for moods that nobody is in when they are due, those that another line always comes before where only
    one is said, and the comebacks to what nobody can do."""
    scenario, again, after = found.scenario, _again(found), _after(found)
    for name, known in found.beats().items():
        yield from _of(("beats", name, "says"), scenario.beats[name].says, known, once=name not in again)
    for name, known in found.endings.items():
        yield from _of(("endings", name, "says"), scenario.endings[name].says, known, once=True)
    for path, way, once in _ways(scenario, again):
        known = after.get(place_of(path), 0)
        if known:
            yield from _of((*path, "react"), way.react, known, once)
    every = 0
    for known in after.values():
        every |= known
    for trigger, lines in scenario.reactions.items():
        if not _may_draw(trigger, found):
            yield Finding("comeback-never-drawn", ("reactions", trigger), {"trigger": trigger})
        elif every:
            yield from _of(("reactions", trigger), lines, every, once=False)


def _of(path: Path, lines: Sequence[Line], known: int, once: bool) -> Iterator[Finding]:
    """The lines at a place that are never said there, in these moods, and once or again and again."""
    said = choices("", lines)
    first = set()
    if once:
        low, high = moods.span(known)
        first = {one.id for mood in range(low, high + 1) if known >> mood & 1 and (one := pick([said], mood, ()))}
    for n, (line, choice) in enumerate(zip(lines, said, strict=True)):
        if not moods.numbers(line.mood, 0, 100) & known:
            low, high = moods.span(known)
            yield Finding("line-never-said", (*path, n), {"low": low, "high": high})
        elif once and choice.id not in first:
            yield Finding("line-passed-over", (*path, n))


def _again(found: Explored) -> set[str]:
    """The beats that can be played more than once."""
    along: dict[str, set[str]] = {}
    for node, edges in found.edges.items():
        for edge in edges:
            for to, _ in found.landings(edge, found.states[node]):
                if isinstance(to, Node):
                    along.setdefault(node.beat, set()).add(to.beat)
    return {beat for beat, to in along.items() if beat in spread(to, along)}


def _after(found: Explored) -> dict[str, int]:
    """Way to the moods after it."""
    after: dict[str, int] = {}
    for node, edges in found.edges.items():
        for edge in edges:
            now = moods.moved(found.states[node] & edge.moods, edge.by)
            after[edge.place] = after.get(edge.place, 0) | now
    return after


def _ways(scenario: Scenario, again: set[str]) -> Iterator[tuple[Path, Way, bool]]:
    """All ways with their paths, and whether they can be taken once only."""
    for n, way in enumerate(scenario.anywhere):
        yield ("anywhere", n), way, False
    for name, beat in scenario.beats.items():
        for n, way in enumerate(beat.ways):
            yield ("beats", name, "ways", n), way, name not in again


def _may_draw(trigger: Trigger, found: Explored) -> bool:
    """Whether a reply can do what a comeback is for, as far as the scenario decides it."""
    scenario = found.scenario
    match trigger:
        case "wrong_fact":
            return any(scenario.beats[name].tells for name in found.beats())
        case "forbidden_promise":
            return bool(scenario.policy.never)
        case "broken_promise":
            return bool(scenario.policy.may or scenario.policy.never)
        case "no_apology":
            return any(APOLOGY in scenario.beats[name].assess for name in _plain(found))
        case "empty_promise":
            return bool(_plain(found))
    return True


def _plain(found: Explored) -> set[str]:
    """The beats from which a way leads on that has no reaction of its own."""
    silent = {STAY} | {place_of(path) for path, way, _ in _ways(found.scenario, set()) if not way.react}
    return {
        node.beat
        for node, edges in found.edges.items()
        if any(edge.place in silent and found.states[node] & edge.moods for edge in edges)
    }
