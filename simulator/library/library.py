"""Finds scenarios, rubrics and assessments: by path, or by id in the folder one works in, the user's, the packaged."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from platformdirs import user_data_dir

import simulator
from simulator.language import Loaded
from simulator.language.assessments import Known, load_assessment
from simulator.language.check import ENDINGS, scenario_files
from simulator.language.courses import load_course
from simulator.language.nearest import nearest
from simulator.language.nodes import Mapping, Node
from simulator.language.reading import read_file
from simulator.language.scenarios import scenario_in
from simulator.library.errors import NotFoundError
from simulator.library.ready import ready_rubric
from simulator.model.assessment import AssessmentBundle
from simulator.model.base import Lang
from simulator.model.course import Course
from simulator.model.rubric import RubricBundle
from simulator.model.scenario import Difficulty, Kind, Scenario
from simulator.play.script import is_traditional

__all__ = ["Item", "Library", "NotFoundError"]

SCENARIOS, RUBRICS, ASSESSMENTS, COURSES = "scenarios", "rubrics", "assessments", "courses"

_PACKAGE = Path(simulator.__file__).parent
#: The wheel carries the data inside the package; in a checkout it stands beside it.
PACKAGED = _PACKAGE / "packaged" if (_PACKAGE / "packaged").is_dir() else _PACKAGE.parent

_VALUES = {"lang": get_args(Lang), "kind": get_args(Kind), "difficulty": get_args(Difficulty)}


@dataclass(frozen=True)
class Item:
    """A scenario as lists show it.

    Attributes:
        id: the same in every language.
        lang: `en` or `zh`.
        title, kind, difficulty: as written.
        path: its file.
        beats, endings: how many it has.
        traditional: whether its Chinese is Traditional.
    """

    id: str
    lang: str
    title: str
    kind: str
    difficulty: str
    path: str
    beats: int
    endings: int
    traditional: bool = False


@dataclass(frozen=True)
class RubricItem:
    """A rubric as lists show it.

    Attributes:
        id: its id.
        title, about: as written, English first; "" where nothing is.
    """

    id: str
    title: tuple[str, str]
    about: tuple[str, str]


class Library:
    """All scenarios and rubrics within reach: in each folder, those in `scenarios/` and `rubrics/`.

    Args:
        folders: the folders, the nearest first; by default the one that one works in, the user's data folder, and what
            came with the program.
    """

    def __init__(self, folders: tuple[Path, ...] | None = None) -> None:
        user = Path(user_data_dir("angry-customer-simulator", appauthor=False))
        self._folders = (Path(), user, PACKAGED) if folders is None else folders
        self._seen: dict[Path, tuple[tuple[int, int], Item | None]] = {}

    def near(self, file: Path) -> Library:
        """One that looks first beside a file: in its folder, and where that is for its kind only, beside that."""
        folder = file.parent
        beside = (folder, folder.parent) if folder.resolve().name in (ASSESSMENTS, COURSES) else (folder,)
        near = Library((*beside, *self._folders))
        near._seen = self._seen
        return near

    def items(self) -> list[Item]:
        """All scenarios that can be read; of those with the same id, language and script the nearest."""
        known: dict[tuple[str, str, bool], Item] = {}
        for _, item in self._looked():
            if item:
                known.setdefault((item.id, item.lang, item.traditional), item)
        return list(known.values())

    def broken(self) -> list[str]:
        """The files among the scenarios that can't be listed: `check` tells why."""
        return [str(path) for path, item in self._looked() if item is None]

    def find(self, scenario: str | Path, lang: str) -> Path:
        """The file of a scenario.

        Args:
            scenario: an id or a path.
            lang: the language wanted where there are several: `en`, `zh` or `zh-Hant`.

        Raises:
            NotFoundError: there is none.
        """
        if _is_path(scenario):
            return _existing(Path(scenario), "library.no_scenario")
        items = self.items()
        found = [item for item in items if item.id == scenario]
        if not found:
            raise NotFoundError("library.no_scenario", str(scenario), nearest(str(scenario), {i.id for i in items}))
        base, traditional = ("zh", lang == "zh-Hant") if lang.startswith("zh") else ("en", False)
        return Path(max(found, key=lambda item: (item.lang == base, item.traditional == traditional)).path)

    def scenario(self, scenario: str | Path, lang: str) -> Loaded[Scenario]:
        """Reads a scenario by its id or path.

        Raises:
            NotFoundError: there is none.
        """
        path = self.find(scenario, lang)
        return scenario_in(read_file(path, str(path)))

    def rubric(self, rubric: str | Path) -> Loaded[RubricBundle]:
        """Reads a rubric by its id or path. The file of a rubric is called like its id.

        Raises:
            NotFoundError: there is none.
        """
        return ready_rubric(self._file(rubric, RUBRICS, "library.no_rubric"), self.rubric_file)

    def rubrics(self) -> list[RubricItem]:
        """All rubrics that have a title, the nearest of each id, in the order of their ids."""
        found = []
        for name, path in sorted(self._named(RUBRICS).items()):
            root = read_file(path, str(path)).root
            if isinstance(root, Mapping) and "rubric" in root.entries:
                title, about = (_in_both(root.value(key)) for key in ("title", "about"))
                found.append(RubricItem(name, title, about))
        return found

    def rubric_file(self, rubric: str) -> Path | None:
        """The file of a rubric by its id, or None where there is none."""
        return self._named(RUBRICS).get(rubric)

    def assessment(self, assessment: str | Path) -> Path:
        """The file of an assessment, by its path or by the file's name without the ending.

        Raises:
            NotFoundError: there is none.
        """
        return self._file(assessment, ASSESSMENTS, "library.no_assessment")

    def load_assessment(self, path: Path) -> Loaded[AssessmentBundle]:
        """Reads an assessment with its roster."""
        return load_assessment(path, self.near(path).known())

    def course(self, course: str = "core") -> Loaded[Course] | None:
        """Reads a course by its id, which its file is called like; None where there is none."""
        path = self._named(COURSES).get(course)
        return load_course(path) if path else None

    def known(self) -> Known:
        """What an assessment or a course may name."""
        scenarios: dict[str, dict[str, Path]] = {}
        for item in self.items():
            scenarios.setdefault(item.id, {}).setdefault(item.lang, Path(item.path))
        return Known(scenarios, frozenset(self._named(RUBRICS)))

    def _file(self, name: str | Path, kind: str, missing: str) -> Path:
        if _is_path(name):
            return _existing(Path(name), missing)
        named = self._named(kind)
        if name not in named:
            raise NotFoundError(missing, str(name), nearest(str(name), named))
        return named[str(name)]

    def _named(self, kind: str) -> dict[str, Path]:
        """Files by their names without the ending, the nearest of each."""
        named: dict[str, Path] = {}
        for folder in self._folders:
            for ending in ENDINGS:
                for path in sorted((folder / kind).glob(f"*{ending}")):
                    named.setdefault(path.stem, path)
        return named

    def _looked(self) -> Iterator[tuple[Path, Item | None]]:
        """Every scenario file with its entry; a file is read again only when it has changed."""
        before: set[Path] = set()
        for folder in self._folders:
            top = folder / SCENARIOS
            for path in scenario_files(top) if top.is_dir() else ():
                real = Path(os.path.realpath(path))
                if real in before:
                    continue
                before.add(real)
                try:
                    stat = path.stat()
                except OSError:
                    continue
                stamp = (stat.st_mtime_ns, stat.st_size)
                if path not in self._seen or self._seen[path][0] != stamp:
                    self._seen[path] = (stamp, _item(path))
                yield path, self._seen[path][1]


def _is_path(name: str | Path) -> bool:
    return isinstance(name, Path) or name.endswith(ENDINGS) or "/" in name or os.sep in name


def _in_both(node: Node | None) -> tuple[str, str]:
    """A text as written in both languages."""
    return (node.written("en"), node.written("zh")) if isinstance(node, Mapping) else ("", "")


def _existing(path: Path, key: str) -> Path:
    try:
        if path.is_file() and os.access(path, os.R_OK):
            return path
        beside = [str(path.parent / other.name) for ending in ENDINGS for other in path.parent.glob(f"*{ending}")]
    except (OSError, ValueError):  # a name that no file can have
        beside = []
    raise NotFoundError(key, str(path), nearest(str(path), beside))


def _item(path: Path) -> Item | None:
    root = read_file(path, str(path)).root
    if not isinstance(root, Mapping):
        return None
    beats, endings = root.value("beats"), root.value("endings")
    written = {key: root.written(key) for key in ("scenario", "title", *_VALUES)}
    if not all(written.values()) or any(written[key] not in values for key, values in _VALUES.items()):
        return None
    if not isinstance(beats, Mapping) or not isinstance(endings, Mapping):
        return None
    return Item(
        id=written["scenario"],
        lang=written["lang"],
        title=written["title"],
        kind=written["kind"],
        difficulty=written["difficulty"],
        path=str(path),
        beats=len(beats.entries),
        endings=len(endings.entries),
        traditional=written["lang"] == "zh" and is_traditional(root.written("brief")),
    )
