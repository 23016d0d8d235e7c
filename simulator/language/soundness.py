"""Whether a scenario can be played as it is written: ways never taken, beats never reached, loops without a way out."""

from __future__ import annotations

from simulator.language import conditions
from simulator.language.conditions import covers, empty, meet
from simulator.language.declared import KEY, follow
from simulator.language.names import uses
from simulator.language.nodes import Mapping, Node, Path
from simulator.language.reading import Document
from simulator.language.roads import first_lost, stuck
from simulator.language.shape import Shaped
from simulator.model.base import Bounds
from simulator.model.rubric import Rubric
from simulator.model.scenario import Line, Scenario, Way, When
from simulator.play.roads import backwards, roads, spread


def check_soundness(document: Document, shaped: Shaped[Scenario], rubric: Rubric | None) -> None:
    """Reports what can never happen in a scenario, and where it gets stuck.

    Args:
        document: the scenario's text.
        shaped: the scenario, with its names mended.
        rubric: the one it is judged by.
    """
    _Check(document, shaped, rubric).run()


class _Check:
    def __init__(self, document: Document, shaped: Shaped[Scenario], rubric: Rubric | None) -> None:
        self._document, self._shaped, self._scenario = document, shaped, shaped.record
        self._told = _told_by(self._scenario)
        self._assessed = {criterion for beat in self._scenario.beats.values() for criterion in beat.assess}
        self._criteria = self._assessed | set(rubric.criteria if rubric else ())
        self._all_ways = not any(map(_may_hold_a_way, shaped.left_out))
        # A condition that lost a part of itself holds more often than its author meant.
        self._blurred = {path[: path.index("when")] for path in shaped.left_out if "when" in path}

    def run(self) -> None:
        scenario = self._scenario
        everywhere = self._possible(
            [(("anywhere", n), way) for n, way in enumerate(scenario.anywhere)],
            tuple(self._assessed),
            set(scenario.facts),
        )
        self._shadows([], everywhere, ())
        for name, beat in scenario.beats.items():
            here: list[tuple[Path, Way]] = [(("beats", name, "ways", n), way) for n, way in enumerate(beat.ways)]
            possible = self._possible(here, beat.assess, self._told[name])
            self._shadows(everywhere, possible, beat.assess)
            always = any(covers(way.when, When(), scenario.policy, beat.assess) for _, way in (*everywhere, *here))
            if self._all_ways and not always:
                self._report("no-last-way", here[-1][0], name=name)
            self._lines(("beats", name, "says"), beat.says)
            for n, exemplar in enumerate(beat.exemplars):
                for criterion in exemplar.levels:
                    if criterion in self._criteria and criterion not in beat.assess:
                        at: Path = ("beats", name, "exemplars", n, "levels", criterion, KEY)
                        self._report("not-assessed", at, name=criterion, beat=name)
        beats = self._shaped.root.value("beats")
        if self._all_ways and isinstance(beats, Mapping) and not beats.twice:
            self._facts()
        if self._all_ways and self._places_are_known():
            self._reach()

    def _possible(
        self, here: list[tuple[Path, Way]], assessed: tuple[str, ...], told: set[str]
    ) -> list[tuple[Path, Way]]:
        """The ways whose condition can hold at all; of the others, why it can't is reported."""
        kept = []
        for path, way in here:
            before = len(self._document.problems)
            self._condition((*path, "when"), way.when, assessed, told)
            if len(self._document.problems) == before:
                kept.append((path, way))
            for n, line in enumerate(way.react):
                self._mood((*path, "react", n), line)
        return kept

    def _condition(self, path: Path, when: When, assessed: tuple[str, ...], told: set[str]) -> None:
        for criterion, bounds in when.levels.items():
            if empty(meet(bounds, conditions.LEVELS)):
                self._range((*path, "levels", criterion), bounds, conditions.LEVELS)
            elif criterion in self._criteria and criterion not in assessed:
                self._report("not-assessed", (*path, "levels", criterion, KEY), name=criterion, beat=_beat_of(path))
        for name, (written, whole) in conditions.ranges(when).items():
            whole = Bounds(low=0, high=len(told)) if name == "restated_count" else whole
            if empty(meet(written, whole)):
                self._range((*path, name), written, whole)
        if when.no_flags and when.flags:
            self._report("flags-and-none", (*path, "no_flags"))
        for name in ("restated", "misstated"):
            for n, fact in enumerate(getattr(when, name)):
                if fact in self._scenario.facts and fact not in told:
                    self._report("not-told-yet", (*path, name, n), name=fact, beat=_beat_of(path))

    def _shadows(self, before: list[tuple[Path, Way]], here: list[tuple[Path, Way]], assessed: tuple[str, ...]) -> None:
        always: set[Path] = set()
        for n, (path, way) in enumerate(here):
            for earlier, general in (*before, *here[:n]):
                if earlier in self._blurred:
                    continue
                if covers(general.when, way.when, self._scenario.policy, assessed):
                    # Behind a way without condition no other is taken: that is one mistake.
                    if earlier not in always:
                        line = self._document.source.line_of(self._node(earlier).start)
                        self._report("way-never-taken", path, line=line)
                    if general.when == When():
                        always.add(earlier)
                    break

    def _lines(self, path: Path, lines: tuple[Line, ...]) -> None:
        possible = []
        for n, line in enumerate(lines):
            if self._mood((*path, n), line):
                possible.append(line)
        moods = [line.mood for line in possible if line.mood]
        if len(moods) == len(lines):
            silent = next((m for m in range(101) if not any(bounds.holds(m) for bounds in moods)), None)
            if silent is not None:
                self._report("no-line-fits", (*path, KEY), mood=silent)

    def _mood(self, path: Path, line: Line) -> bool:
        if line.mood and empty(meet(line.mood, conditions.MOODS)):
            self._range((*path, "mood"), line.mood, conditions.MOODS)
            return False
        return True

    def _facts(self) -> None:
        told = {fact for beat in self._scenario.beats.values() for fact in beat.tells}
        for name in self._scenario.facts:
            if name not in told:
                self._report("fact-never-told", ("facts", name, KEY), name=name)

    def _places_are_known(self) -> bool:
        places = {*self._scenario.beats, *self._scenario.endings}
        return self._scenario.start in self._scenario.beats and all(
            use.name in places for use in uses(self._scenario) if "endings" in use.among
        )

    def _reach(self) -> None:
        scenario = self._scenario
        lost = first_lost(scenario)
        for name in lost:
            self._report("beat-never-reached", ("beats", name, KEY), name=name)
        reached = spread({scenario.start, *lost}, roads(scenario))
        for name in scenario.endings:
            if name not in reached:
                self._report("ending-never-reached", ("endings", name, KEY), name=name)
        for beats in stuck(scenario):
            self._report("no-way-out", ("beats", beats[0], KEY), name=beats[0], beats=tuple(beats))

    def _range(self, path: Path, written: Bounds, whole: Bounds) -> None:
        possible = f">= {whole.low}" if whole.high is None else f"{whole.low}..{whole.high}"
        self._report("never-holds", path, possible=possible)

    def _node(self, path: Path) -> Node:
        return follow(self._shaped.root, Scenario, path).node

    def _report(self, code: str, path: Path, **values: object) -> None:
        self._document.report(code, self._node(path), **values)


def _may_hold_a_way(path: Path) -> bool:
    """Whether a way may have been lost with what stands at a path."""
    match path:
        case ("beats",) | ("beats", _) | ("beats", _, "ways") | ("beats", _, "ways", _):
            return True
        case ("anywhere",) | ("anywhere", _) | ("boils_over",) | ("start",):
            return True
    return False


def _beat_of(path: Path) -> str:
    return str(path[1]) if path[0] == "beats" else str(path[0])


def _told_by(scenario: Scenario) -> dict[str, set[str]]:
    """Beat to the facts that may have been told when it is played."""
    back = backwards(roads(scenario))
    tells = {name: set(beat.tells) for name, beat in scenario.beats.items()}
    return {
        name: {fact for origin in spread({name}, back) for fact in tells.get(origin, ())} for name in scenario.beats
    }
