"""Fits the weights file of a rubric from labelled replies.

usage: python tools/fit_weights.py CORPUS_DIR [--rubric rubrics/core.yaml] [--penalty 10] [--check-only]

CORPUS_DIR holds SET_LANG_contexts.json, SET_LANG_replies.jsonl and SET_LANG_labels.jsonl, for any names of sets. For
each language and each criterion that lists `fitted` features, a cumulative logit with sign constraints is fitted over
them and the rules' level. First it is fitted with each set left out in turn and measured on that set, so that what the
weights are worth on another writer's replies is seen; then on all sets, and written beside the rubric.

Needs numpy and scipy (the `fit` extra); the simulator itself does not.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from simulator.language import load_rubric
from simulator.model.rubric import Criterion, Fit, RubricBundle, Term, Weights
from simulator.model.score import Context, Item
from simulator.scoring.engine import Engine
from simulator.scoring.judge import judge, rule_level

Array = np.ndarray[Any, np.dtype[np.float64]]
COMMAND = "python tools/fit_weights.py CORPUS_DIR"


@dataclass(frozen=True)
class Sample:
    """One labelled reply: where it is from, its features, and the raters' median level per criterion."""

    set: str
    lang: str
    features: dict[str, float]
    levels: dict[str, int]


def items(rows: list[Any], kind: str) -> tuple[Item, ...]:
    """Facts or policy lines of a context, as written in the corpus."""
    dicts = [{"says": row} if isinstance(row, str) else row for row in rows]
    return tuple(
        Item(d.get("id", f"{kind}-{i}"), d["says"], tuple(d.get("also", ()))) for i, d in enumerate(dicts, start=1)
    )


def context(row: dict[str, Any]) -> Context:
    """A corpus context as the engine takes it."""
    policy = row.get("policy", {})
    return Context(
        lang=row["lang"],
        customer=row.get("customer", ""),
        wants=row.get("wants", ""),
        facts=items(row.get("facts", []), "fact"),
        may=items(policy.get("allowed", []), "may"),
        never=items(policy.get("not_allowed", []), "never"),
    )


def samples(corpus: Path, engine: Engine) -> list[Sample]:
    """All labelled replies of a folder, examined."""
    out: list[Sample] = []
    for contexts_file in sorted(corpus.glob("*_contexts.json")):
        name = contexts_file.name.removesuffix("_contexts.json")
        contexts = {c["id"]: context(c) for c in json.loads(contexts_file.read_text("utf-8"))}
        labels = {row["id"]: row["raters"] for row in lines(corpus / f"{name}_labels.jsonl")}
        for row in lines(corpus / f"{name}_replies.jsonl"):
            given = contexts[row["context"]]
            raters = labels[row["id"]]
            levels = {
                c: statistics.median_low([r[c] for r in raters]) for c in engine.rubric.criteria if c in raters[0]
            }
            out.append(Sample(name, given.lang, engine.look(row["reply"], given).features, levels))
    return out


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def fit(name: str, criterion: Criterion, rows: list[Sample], penalty: float) -> Fit:
    """A sign-constrained cumulative logit with an L2 penalty on the weights."""
    signs = {"rule": "+", **criterion.fitted}
    names = list(signs)
    values = np.array(
        [[{**s.features, "rule": rule_level(criterion, s.features)[0]}.get(n, 0.0) for n in names] for s in rows]
    )
    mean, spread = values.mean(0), np.where(values.std(0) > 1e-9, values.std(0), 1.0)
    x = (values - mean) / spread
    y = np.array([s.levels[name] for s in rows])
    bounds: list[tuple[float | None, float | None]] = [(0, None) if signs[n] == "+" else (None, 0) for n in names]
    start = np.concatenate([np.where([signs[n] == "+" for n in names], 0.1, -0.1), [-1.0, 0.5, 0.5]])

    def loss(p: Array) -> float:
        weights, cuts = p[:-3], np.cumsum(np.concatenate([[p[-3]], np.exp(p[-2:])]))
        z = x @ weights
        above = [np.ones_like(z), *(1 / (1 + np.exp(-(z - c))) for c in cuts), np.zeros_like(z)]
        chance = np.stack([above[k] - above[k + 1] for k in range(4)], 1)[np.arange(len(y)), y]
        return float(-np.log(np.clip(chance, 1e-9, None)).sum() + penalty / 2 * (weights**2).sum())

    best = minimize(loss, start, method="L-BFGS-B", bounds=[*bounds, (None, None), (None, None), (None, None)])
    cuts = np.cumsum(np.concatenate([[best.x[-3]], np.exp(best.x[-2:])]))
    terms = {
        n: Term(mean=round(float(m), 5), spread=round(float(s), 5), weight=round(float(w), 5))
        for n, m, s, w in zip(names, mean, spread, best.x, strict=False)
        if abs(w) > 1e-4
    }
    a, b, c = (round(float(v), 5) for v in cuts)
    return Fit(terms=terms, cuts=(a, b, c))


def qwk(a: list[int], b: list[int]) -> float:
    """Quadratic-weighted kappa of two lists of levels 0 to 3 (Cohen 1968)."""
    x, y = np.array(a), np.array(b)
    expected = float(((x[:, None] - y[None, :]) ** 2).mean())
    return 1.0 if expected == 0 else 1 - float(((x - y) ** 2).mean()) / expected


def measured(name: str, criterion: Criterion, fitted: Fit | None, rows: list[Sample]) -> float:
    """The kappa of one criterion on some replies."""
    return qwk([judge(criterion, s.features, fitted).level for s in rows], [s.levels[name] for s in rows])


def main() -> int:
    """Measures with each set left out, fits on all, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rubric", type=Path, default=Path("rubrics/core.yaml"))
    parser.add_argument("--penalty", type=float, default=10.0)
    parser.add_argument("--check-only", action="store_true", help="measure, write nothing")
    args = parser.parse_args()
    loaded = load_rubric(args.rubric)
    if loaded.value is None:
        print(*loaded.problems, sep="\n", file=sys.stderr)
        return 1
    bundle: RubricBundle = loaded.value
    everything = samples(args.corpus, Engine(bundle))
    fits: dict[str, dict[str, Fit]] = {}
    for lang in ("en", "zh"):
        rows = [s for s in everything if s.lang == lang]
        for name, criterion in bundle.rubric.criteria.items():
            sets = sorted({s.set for s in rows})
            for left_out in sets:
                test = [s for s in rows if s.set == left_out]
                train = [s for s in rows if s.set != left_out]
                rules = measured(name, criterion, None, test)
                kappa = f"rules {rules:.3f}"
                if criterion.fitted and train:
                    fitted = measured(name, criterion, fit(name, criterion, train, args.penalty), test)
                    kappa += f"  weights fitted on the other sets {fitted:.3f}"
                print(f"{name:<12} {left_out:<10} {kappa}")
            if criterion.fitted:
                fits.setdefault(lang, {})[name] = fit(name, criterion, rows, args.penalty)
    if not args.check_only and bundle.rubric.weights:
        target = args.rubric.parent / bundle.rubric.weights
        weights = Weights.model_validate({"made_by": COMMAND, "fits": fits})
        target.write_text(weights.model_dump_json(indent=1) + "\n", "utf-8")
        print(f"written: {target}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
