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

from labelled import Sample, flag_figures, levels_of, qwk, samples

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
    engine = Engine(loaded.value)
    rows = samples(args.corpus, engine)
    print(f"{'set':<9} {'  '.join(f'{c[:5]:<5}' for c in engine.rubric.criteria)}")
    for name in sorted({s.set for s in rows}):
        print(figures(name, [s for s in rows if s.set == name], engine))
    return 0


if __name__ == "__main__":
    sys.exit(main())
