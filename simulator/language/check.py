"""Checks files and folders: everything that is wrong with what authors write in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from simulator.language import smallest
from simulator.language.assessments import Known, assessment_in
from simulator.language.courses import course_in
from simulator.language.exemplars import check_exemplars
from simulator.language.lint import CODES
from simulator.language.nearest import nearest
from simulator.language.nodes import Mapping
from simulator.language.pairs import check_pair, pair_of
from simulator.language.paths import check_paths
from simulator.language.plans import follow_plan, plans_beside, read_plan
from simulator.language.problems import Meant, Problem, has_errors
from simulator.language.reading import Document, in_order, read_file
from simulator.language.rubrics import Find, Readings, check_rubric, check_vocabulary
from simulator.language.scenarios import check_scenario, sound
from simulator.language.severities import FILE, Folders, severities_in
from simulator.language.shape import shape
from simulator.language.voices import Voices, voices_of
from simulator.model.rubric import Weights
from simulator.model.scenario import Scenario
from simulator.play.script import is_traditional
from simulator.scoring.engine import Engine

ENDINGS = (".yaml", ".yml")
#: The key that tells what a file is; an assessment names a rubric.
KINDS = ("assessment", "course", "scenario", "rubric", "vocabulary", "check")


def files(path: Path) -> Iterator[Path]:
    """A file, or all YAML files below a folder, in the order of their names; nothing hidden."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(names) if name.endswith(ENDINGS) and name[0] != ".")


def scenario_files(path: Path) -> Iterator[Path]:
    """The same without what says how a folder is checked."""
    return (file for file in files(path) if file.name != FILE)


class Checker:
    """Checks one file after the other.

    Args:
        engine: judges the scenarios; without it no criterion, flag or exemplar is checked.
        playing: whether exemplars and the plans beside a scenario are played; that takes most of the time.
        known: what the assessment or course in a file may name; without it no such name is checked.
        find: where a rubric may be that another one is based on, apart from the other's folder.
        linting: whether notes are wanted as well: what may well be meant, or takes time to find.
        given: files among which there may be scenarios that a rubric's cues are tried on, besides those next to it.
    """

    def __init__(
        self,
        engine: Engine | None,
        playing: bool = True,
        known: Callable[[Path], Known] | None = None,
        find: Find | None = None,
        linting: bool = False,
        given: Iterable[Path] = (),
    ) -> None:
        # A scenario is written for what the play goes by.
        self._engine = engine and engine.playing
        self._known, self._find, self._playing = known, find, playing
        self._linting, self._given = linting, tuple(given)
        self._folders = Folders()
        self._voices = cache(voices_of)
        self._bases: Readings = {}
        self._player = self._engine if playing else None
        self._told: set[tuple[str, int, int, str]] = set()
        self._scenarios: dict[tuple[str, str, bool], str] = {}

    def check(self, path: Path) -> list[Problem]:
        """Everything that is wrong with a file, apart from what was already told with another file."""
        return self.new(self._problems(read_file(path, str(path)), path))

    def new(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those that were not told yet, as their folders take them; a vocabulary's problems come up with each rubric
        that uses it."""
        untold = {
            self._place(problem): problem
            for problem in self._folders.taken(problems)
            if self._place(problem) not in self._told and (self._linting or problem.severity != "note")
        }
        self._told |= set(untold)
        return list(untold.values())

    def _problems(self, document: Document, path: Path) -> Iterable[Problem]:
        root = document.root
        kind = next((kind for kind in KINDS if isinstance(root, Mapping) and kind in root.entries), None)
        if kind == "rubric":
            wanted = self._wanted(path)
            around = partial(self._around, path)
            return check_rubric(document, path, self._find, self._playing, self._bases, wanted, around).problems
        if kind == "scenario":
            scenario = self._scenario(document, path)
            plans = self._plans(path, scenario) if scenario and not has_errors(document.problems) else ()
            return [*in_order(document.problems), *plans]
        if kind == "assessment":
            return assessment_in(document, path, self._known(path) if self._known else None).problems
        if kind == "course":
            rubric = self._engine.rubric if self._engine else None
            return course_in(document, self._known(path) if self._known else None, rubric).problems
        if kind == "vocabulary":
            check_vocabulary(document)
        elif kind == "check":
            severities_in(document)
        elif isinstance(root, Mapping) and "fits" in root.entries:
            shape(document, Weights, sound(smallest.WEIGHTS))
        elif root is not None:
            self._unknown(document)
        return in_order(document.problems)

    def _scenario(self, document: Document, path: Path) -> Scenario | None:
        shaped = check_scenario(document, self._engine.rubric if self._engine else None)
        if shaped is None:
            return None
        if self._engine:
            check_paths(document, shaped, self._engine.rubric)
        scenario: Scenario = shaped.record
        key = (scenario.scenario, scenario.lang, scenario.lang == "zh" and is_traditional(scenario.brief))
        first = self._scenarios.setdefault(key, document.source.name)
        if first != document.source.name:
            node = shaped.root.entries["scenario"].value
            document.report("scenario-twice", node, name=scenario.scenario, lang=scenario.lang, file=first)
        if self._player:
            check_exemplars(document, shaped, self._player)
        if pair := pair_of(path):
            check_pair(document, shaped, pair)
        return scenario

    def _plans(self, path: Path, scenario: Scenario) -> Iterator[Problem]:
        """What is wrong with the plans beside a scenario, and where they depart from it."""
        for beside in plans_beside(path) if self._player else ():
            plan = read_plan(beside)
            if self._player and not plan.document.problems:
                follow_plan(plan, scenario, self._player)
            yield from plan.document.problems

    def _wanted(self, path: Path) -> set[str]:
        """The codes of the lint that are told of a rubric: notes only where they are asked for."""
        return {code for code in CODES if self._linting or self._folders.severity(code, path) in ("error", "warning")}

    def _around(self, path: Path) -> Voices:
        """What is said in the scenarios that were given, in those beside a rubric, and in those of its library."""
        library = path.absolute().parent.parent / "scenarios"
        beside = [file for ending in ENDINGS for file in sorted(path.parent.glob(f"*{ending}"))]
        near = [*self._given, *beside, *(files(library) if library.is_dir() else ())]
        return sum(map(self._voices, {file.resolve(): file for file in near}.values()), Voices())

    def _unknown(self, document: Document) -> None:
        keys = document.root.entries if isinstance(document.root, Mapping) else {}
        near = next(((entry.key, kind) for key, entry in keys.items() if (kind := nearest(key, KINDS))), None)
        first = next((entry.key for entry in keys.values()), document.root)
        assert first is not None
        document.report("unknown-file", near[0] if near else first, Meant(near[1]) if near else None)

    @staticmethod
    def _place(problem: Problem) -> tuple[str, int, int, str]:
        return os.path.realpath(problem.path), problem.line, problem.column, problem.code
