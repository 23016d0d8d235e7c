"""How grave each kind of problem is taken in a folder: the nearest `check.yaml` above a file decides.

check:
  pair-stale: error
  no-last-way: off
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from simulator.language import smallest
from simulator.language.declared import KEY, follow
from simulator.language.nearest import meant
from simulator.language.problems import Problem, has_errors
from simulator.language.reading import Document, in_order, read_file, shown
from simulator.language.scenarios import sound
from simulator.language.shape import shape
from simulator.messages.problems import CATALOGUE, FIXED
from simulator.model.checking import Severities, Taken

FILE = "check.yaml"


def severities_in(document: Document) -> dict[str, Taken]:
    """What a `check.yaml` says, code to severity; what is wrong with it is reported, and does not hold."""
    shaped = shape(document, Severities, sound(smallest.SEVERITIES))
    if shaped is None:
        return {}
    kept: dict[str, Taken] = {}
    for code, severity in shaped.record.check.items():
        node = follow(shaped.root, Severities, ("check", code, KEY)).node
        if code not in CATALOGUE:
            document.report("unknown-code", node, meant(code, CATALOGUE), name=code)
        elif code in FIXED and severity != "error":
            document.report("severity-fixed", node, name=code)
        else:
            kept[code] = severity
    return kept


class Folders:
    """The severities in each folder, read as they are asked for."""

    def __init__(self) -> None:
        self._nearest: dict[Path, Path | None] = {}
        self._read: dict[Path, tuple[dict[str, Taken], tuple[Problem, ...]]] = {}

    def severity(self, code: str, path: Path) -> Taken:
        """What a code is taken for in a file: `error`, `warning`, `note` or `off`."""
        file = self._above(path.resolve().parent)
        kept = self._of(file)[0] if file else {}
        return kept.get(code, CATALOGUE[code].severity)

    def taken(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Problems as their folders take them, without those that are off; before them what is wrong with a
        `check.yaml` that holds there."""
        every = list(problems)
        for folder in dict.fromkeys(Path(problem.path).resolve().parent for problem in every):
            if file := self._above(folder):
                yield from self._of(file)[1]
        for problem in every:
            severity = self.severity(problem.code, Path(problem.path))
            if severity != "off":
                yield problem if severity == problem.severity else replace(problem, taken=severity)

    def _above(self, folder: Path) -> Path | None:
        if folder not in self._nearest:
            here = folder / FILE
            self._nearest[folder] = (
                here if here.is_file() else None if folder.parent == folder else self._above(folder.parent)
            )
        return self._nearest[folder]

    def _of(self, file: Path) -> tuple[dict[str, Taken], tuple[Problem, ...]]:
        if file not in self._read:
            document = read_file(file, shown(file))
            kept = severities_in(document)
            self._read[file] = kept, tuple(in_order(document.problems)) if has_errors(document.problems) else ()
        return self._read[file]
