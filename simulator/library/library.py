"""Finds scenarios and rubrics: an explicit path, then ./scenarios, the user's folder, what came with the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_dir

import simulator
from simulator.language import Loaded, load_rubric, load_scenario
from simulator.language.nodes import Mapping
from simulator.language.reading import MAX_BYTES, read
from simulator.model.rubric import RubricBundle
from simulator.model.scenario import Scenario

_PACKAGE = Path(simulator.__file__).parent
#: The wheel carries the data inside the package; in a checkout it stands beside it.
_PACKAGED = _PACKAGE / "packaged" if (_PACKAGE / "packaged").is_dir() else _PACKAGE.parent
_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Item:
    """A scenario as lists show it."""

    id: str
    lang: str
    title: str
    kind: str
    difficulty: str
    path: str
    beats: int
    endings: int


class NotFoundError(Exception):
    """No scenario or rubric goes by this name."""


class Library:
    """All scenarios and rubrics within reach."""

    def __init__(self) -> None:
        user = Path(user_data_dir("angry-customer-simulator", appauthor=False))
        self._roots = (Path(), user, _PACKAGED)

    def find(self, scenario: str | Path, lang: str) -> Path:
        """The file of a scenario.

        Args:
            scenario: an id or a path.
            lang: the language wanted where there are several.

        Raises:
            NotFoundError: there is none.
        """
        if _is_path(scenario):
            return Path(scenario)
        found = [item for item in self.items() if item.id == str(scenario)]
        wanted = "zh" if lang.startswith("zh") else "en"
        best = next((item for item in found if item.lang == wanted), found[0] if found else None)
        if best is None:
            raise NotFoundError(scenario)
        return Path(best.path)

    def scenario(self, scenario: str | Path, lang: str) -> Loaded[Scenario]:
        """Reads a scenario by its id or path."""
        path = self.find(scenario, lang)
        return load_scenario(path.read_bytes(), str(path))

    def rubric(self, rubric: str | Path) -> Loaded[RubricBundle]:
        """Reads a rubric by its id or path.

        Raises:
            NotFoundError: there is none.
        """
        if _is_path(rubric):
            return load_rubric(Path(rubric))
        for root in self._roots:
            file = root / "rubrics" / f"{rubric}.yaml"
            if file.is_file():
                return load_rubric(file)
        raise NotFoundError(rubric)

    def items(self) -> list[Item]:
        """All scenarios, those of a nearer folder before those of the same id and language further off."""
        known: dict[tuple[str, str], Item] = {}
        for root in self._roots:
            for path in _files(root / "scenarios"):
                item = _item(path)
                if item:
                    known.setdefault((item.id, item.lang), item)
        return list(known.values())


def _is_path(name: str | Path) -> bool:
    return isinstance(name, Path) or name.endswith(_ENDINGS) or "/" in name or "\\" in name


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(p for p in folder.rglob("*") if p.suffix in _ENDINGS and p.is_file())


def _item(path: Path) -> Item | None:
    with path.open("rb") as file:
        root = read(file.read(MAX_BYTES + 1), str(path)).root
    if not isinstance(root, Mapping):
        return None
    beats, endings = root.value("beats"), root.value("endings")
    if not isinstance(beats, Mapping) or not isinstance(endings, Mapping):
        return None
    id_, lang, title, kind, difficulty = map(root.written, ("scenario", "lang", "title", "kind", "difficulty"))
    return Item(id_, lang, title, kind, difficulty, str(path), len(beats.entries), len(endings.entries))
