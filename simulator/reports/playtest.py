"""Many rehearsals of one scenario as a table: where they ended, with which scores, and where none came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from simulator.messages import text
from simulator.model.scenario import Scenario
from simulator.play.rehearse import Rehearsal
from simulator.reports.inert import pad
from simulator.reports.rehearsal import title


@dataclass(frozen=True)
class Tally:
    """Some plays that ended alike.

    Attributes:
        ending: the ending, or None.
        outcome: its outcome, or `unfinished`.
        plays: how many.
        score, turns, mood: least, mean and greatest; the score is None where nothing was assessed.
    """

    ending: str | None
    outcome: str
    plays: int
    score: tuple[float, float, float] | None
    turns: tuple[float, float, float]
    mood: tuple[float, float, float]


def tallies(plays: Sequence[Rehearsal], case: Scenario) -> list[Tally]:
    """The plays by their endings, in the order of the file, unfinished ones last."""
    out = []
    for ending in (*case.endings, None):
        alike = [played for played in plays if played.state.ending == ending]
        if alike:
            scores = [played.score.score for played in alike if played.score.score is not None]
            out.append(Tally(
                ending=ending,
                outcome=alike[0].outcome,
                plays=len(alike),
                score=_spread(scores) if scores else None,
                turns=_spread([len(played.turns) for played in alike]),
                mood=_spread([played.state.mood for played in alike]),
            ))  # fmt: skip
    return out


def never_visited(plays: Sequence[Rehearsal], case: Scenario) -> tuple[list[str], list[str]]:
    """The beats and the endings to which no play came, in the order of the file."""
    visited = {name for played in plays for name in played.state.visits}
    return [name for name in case.beats if name not in visited], [name for name in case.endings if name not in visited]


def playtest_record(plays: Sequence[Rehearsal], case: Scenario, trainee: str, seed: int) -> dict[str, Any]:
    """Many rehearsals for other programs."""
    turns = Counter(turn.beat for played in plays for turn in played.turns)
    beats, endings = never_visited(plays, case)
    return {
        "scenario": case.scenario,
        "lang": case.lang,
        "trainee": trainee,
        "seed": seed,
        "runs": len(plays),
        "endings": [
            {
                "ending": tally.ending, "outcome": tally.outcome, "plays": tally.plays, "score": _named(tally.score),
                "turns": _named(tally.turns), "mood": _named(tally.mood),
            }
            for tally in tallies(plays, case)
        ],
        "turns_by_beat": {name: turns[name] for name in case.beats},
        "beats_never_visited": beats,
        "endings_never_reached": endings,
    }  # fmt: skip


def playtest_lines(plays: Sequence[Rehearsal], case: Scenario, trainee: str, seed: int, lang: str) -> Iterator[str]:
    """Many rehearsals as a table."""

    def say(key: str, **values: object) -> str:
        return text(f"rehearse.{key}", lang, **values)

    yield title(case)
    yield say("plays", runs=len(plays), trainee=say(f"trainee.{trainee}"), seed=seed)
    yield ""
    columns = ("ending", "outcome", "plays", "score", "turns", "mood")
    yield _row([say(f"column.{name}") for name in columns])
    for tally in tallies(plays, case):
        outcome = text(f"reports.outcome.{tally.outcome}", lang) if tally.ending else say("unfinished_play")
        spreads = [_shown(spread) for spread in (tally.score, tally.turns, tally.mood)]
        yield _row([tally.ending or "-", outcome, str(tally.plays), *spreads])
    yield ""
    for key, names in zip(("never.beats", "never.endings"), never_visited(plays, case), strict=True):
        yield say(key, names=", ".join(names) or say("never.none"))


_WIDTHS = (20, 14, 6, 16, 14, 14)


def _row(cells_: Iterable[str]) -> str:
    return "".join(pad(cell, width) for cell, width in zip(cells_, _WIDTHS, strict=True)).rstrip()


def _shown(spread: tuple[float, float, float] | None) -> str:
    if spread is None:
        return "-"
    least, mean, greatest = spread
    return f"{mean:.0f}" if least == greatest else f"{mean:.0f} ({least:.0f}-{greatest:.0f})"


def _spread(values: Sequence[float]) -> tuple[float, float, float]:
    return min(values), round(fmean(values), 1), max(values)


def _named(spread: tuple[float, float, float] | None) -> dict[str, float] | None:
    return None if spread is None else dict(zip(("least", "mean", "greatest"), spread, strict=True))
