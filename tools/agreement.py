"""How well the engine, as it stands, agrees with the raters of labelled sets.

usage: python tools/agreement.py CORPUS_DIR... [--rubric rubrics/core.yaml] [--people]

Prints for each set of the folders the quadratic-weighted kappa per criterion, the share of levels within one of the
raters' median, and precision, recall and F1 of the flags. With `--people`, for sets of several raters, the least kappa
and F1 of any two of them instead.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from labelled import Sample, arguments, flag_figures, levels_of, lines, qwk, samples, sound

from simulator.language import load_rubric
from simulator.scoring.engine import Engine


def figures(name: str, rows: list[Sample], engine: Engine) -> str:
    """One line for a set."""
    fits = engine.fits(rows[0].lang)
    pairs = [levels_of(c, criterion, fits.get(c), rows) for c, criterion in engine.rubric.criteria.items()]
    kappas = [qwk(said, rated) for said, rated in pairs]
    near = [abs(a - b) <= 1 for said, rated in pairs for a, b in zip(said, rated, strict=True)]
    cells = "  ".join(f"{k:.3f}" for k in kappas)
    levels = f"mean {statistics.mean(kappas):.3f}   near {statistics.mean(near):.3f}"
    return f"{name:<9} {cells}   {levels}   flags {flag_figures(engine.rubric, fits, rows)}"


def people(name: str, rows: list[list[Mapping[str, Any]]], criteria: Iterable[str]) -> str:
    """One line for a set: where two of its raters agree least; `rows` holds the ratings of each reply."""
    pairs = list(combinations(range(len(rows[0])), 2))
    kappas = [min(qwk(*([row[one][c] for row in rows] for one in pair)) for pair in pairs) for c in criteria]
    flags = []
    for pair in pairs:
        one, other = ([set(row[rater]["flags"]) for row in rows] for rater in pair)
        seen = sum(map(len, one)) + sum(map(len, other))
        flags.append(2 * sum(len(a & b) for a, b in zip(one, other, strict=True)) / seen if seen else 1.0)
    return f"{name:<9} {'  '.join(f'{k:.3f}' for k in kappas)}   {len(rows[0])} raters   flags f1 {min(flags):.2f}"


def main() -> int:
    """Prints the table."""
    parser = arguments(__doc__)
    parser.add_argument("--people", action="store_true", help="how far the raters agree with one another")
    args = parser.parse_args()
    engine = Engine(sound(load_rubric(args.rubric)))
    print(f"{'set':<9} {'  '.join(f'{c[:5]:<5}' for c in engine.rubric.criteria)}")
    if args.people:
        for file in sorted(path for folder in args.corpus for path in folder.glob("*_labels.jsonl")):
            rated = [row["raters"] for row in lines(file)]
            if min(map(len, rated)) > 1:
                print(people(file.name.removesuffix("_labels.jsonl"), rated, engine.rubric.criteria))
        return 0
    rows = samples(args.corpus, engine)
    for name in sorted({s.set for s in rows}):
        print(figures(name, [s for s in rows if s.set == name], engine))
    return 0


if __name__ == "__main__":
    sys.exit(main())
