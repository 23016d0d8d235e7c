"""How often the engine puts the better of two turns first, over whole conversations with no facts given.

usage: python tools/talk_order.py [corpus/talk_en.jsonl ...]

Each file is a transcript as `simulator score --transcript` reads it, whose agents' rows also say `rated`: good,
middling or poor. Prints for each pair of ratings the share of pairs of turns in which the better one has the higher
score, one of equal scores counting half, and the mean score of each rating.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from simulator.library.library import Library
from simulator.runner.errors import valid
from simulator.talks.columns import Sides
from simulator.talks.reading import messages
from simulator.talks.scored import TurnScorer
from simulator.talks.turns import Turn, turns

RATINGS = ("poor", "middling", "good")
ROOT = Path(__file__).parents[1]


def scores(path: Path, scorer: TurnScorer) -> dict[str, list[float]]:
    """Rating to the scores of the turns that were so rated; those that were assessed in nothing are left out."""
    rated = [json.loads(line).get("rated") for line in path.read_text("utf-8").splitlines()]
    found = defaultdict[str, list[float]](list)
    with path.open("rb") as stream:
        for turn in turns(messages(stream, Sides(), {})):
            assert isinstance(turn, Turn)
            score = scorer.score(turn).score.score
            if score is not None:
                found[rated[turn.place.row - 1]].append(score)
    return found


def in_order(better: list[float], worse: list[float]) -> float:
    """The share of pairs in which the better one has the higher score; one of equal scores counts half."""
    return statistics.mean((b > w) + (b == w) / 2 for b in better for w in worse)


def main() -> None:
    """Prints a line for each file."""
    scorer = TurnScorer(valid(Library().rubric("core")))
    for path in map(Path, sys.argv[1:] or sorted(ROOT.glob("corpus/talk_*.jsonl"))):
        found = scores(path, scorer)
        pairs = (f"{b} over {a} {in_order(found[b], found[a]):.3f}" for a, b in combinations(RATINGS, 2))
        means = (f"{name} {statistics.mean(found[name]):.1f} ({len(found[name])})" for name in RATINGS)
        print(f"{path.stem}: {', '.join(pairs)}; means: {', '.join(means)}")


if __name__ == "__main__":
    main()
