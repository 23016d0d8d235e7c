"""How far each scenario goes together with its twin in the other language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.language.pairs import check_pair, pair_of
from simulator.language.problems import has_errors
from simulator.language.reading import read_file
from simulator.language.scenarios import check_scenario


@dataclass(frozen=True)
class Paired:
    """One pair.

    Attributes:
        scenario: the scenario's id, or the file's name where it can't be read.
        path: the file that follows, or the one without a twin.
        follows: the file that it follows, or None.
        readable: whether both can be read.
        marked: whether the follower says when it was last brought up to the other.
        differs: how much is not the same.
        stale: how many texts have changed since.
    """

    scenario: str
    path: str
    follows: str | None
    readable: bool = True
    marked: bool = False
    differs: int = 0
    stale: int = 0

    @property
    def sound(self) -> bool:
        """Whether both are there, alike and up to date."""
        return self.follows is not None and self.readable and not self.differs and not self.stale


def paired(path: Path) -> Paired:
    """How far a file goes together with the one that it follows."""
    document, pair = read_file(path, str(path)), pair_of(path)
    shaped = check_scenario(document, None)
    if shaped is None or has_errors(document.problems):
        return Paired(path.stem, str(path), str(pair.followed) if pair else None, readable=False)
    name = shaped.record.scenario
    if pair is None:
        return Paired(name, str(path), None)
    document.problems.clear()
    check_pair(document, shaped, pair)
    stale = sum(problem.code == "pair-stale" for problem in document.problems)
    return Paired(
        scenario=name,
        path=str(path),
        follows=str(pair.followed),
        readable=pair.source[1] is not None,
        marked=pair.marked is not None,
        differs=len(document.problems) - stale,
        stale=stale,
    )
