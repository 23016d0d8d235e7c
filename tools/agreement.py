"""How well the engine, as it stands, agrees with the raters of labelled sets.

usage: python tools/agreement.py CORPUS_DIR... [--rubric rubrics/core.yaml]

Prints for each set of the folders the quadratic-weighted kappa per criterion, the share of levels within one of the
raters' median, and precision, recall and F1 of the flags.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path

from fit_weights import Sample, qwk, samples

from simulator.language import load_rubric
from simulator.model.base import Lang
from simulator.model.rubric import RubricBundle
from simulator.scoring.engine import Engine
from simulator.scoring.judge import judge, raised


def figures(name: str, rows: list[Sample], bundle: RubricBundle) -> str:
    """One line for a set."""
    weights, lang = bundle.weights, rows[0].lang
    code: Lang = "zh" if lang == "zh" else "en"
    fits = {**weights.fits.get(code, {}), **weights.flags.get(code, {})} if weights else {}
    kappas, near = [], []
    for criterion, rule in bundle.rubric.criteria.items():
        said = [judge(rule, s.features, fits.get(criterion)).level for s in rows]
        kappas.append(qwk(said, [s.levels[criterion] for s in rows]))
        near += [abs(level - s.levels[criterion]) <= 1 for level, s in zip(said, rows, strict=True)]
    flags = [
        (raised(rule, s.features, fits.get(flag)), flag in s.flags)
        for s in rows
        for flag, rule in bundle.rubric.flags.items()
    ]
    hits, said_n, seen = sum(a and b for a, b in flags), sum(a for a, _ in flags), sum(b for _, b in flags)
    p, r = hits / said_n if said_n else 0.0, hits / seen if seen else 0.0
    f1 = 2 * hits / (said_n + seen) if said_n + seen else 0.0
    cells = "  ".join(f"{k:.3f}" for k in kappas)
    levels = f"mean {statistics.mean(kappas):.3f}   near {statistics.mean(near):.3f}"
    return f"{name:<9} {cells}   {levels}   flags {p:.2f} {r:.2f} {f1:.2f}"


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--rubric", type=Path, default=Path("rubrics/core.yaml"))
    args = parser.parse_args()
    loaded = load_rubric(args.rubric)
    if loaded.value is None:
        print(*loaded.problems, sep="\n", file=sys.stderr)
        return 1
    rows = samples(args.corpus, Engine(loaded.value))
    print(f"{'set':<9} {'  '.join(f'{c[:5]:<5}' for c in loaded.value.rubric.criteria)}")
    for name in sorted({s.set for s in rows}):
        print(figures(name, [s for s in rows if s.set == name], loaded.value))
    return 0


if __name__ == "__main__":
    sys.exit(main())
