"""Fits the tables of wordings and the weights file of a rubric from labelled replies.

usage: python tools/fit_weights.py CORPUS_DIR... [--scenarios DIR] [--check-only] [--write-only]

Each CORPUS_DIR holds SET_LANG_contexts.json, SET_LANG_replies.jsonl and SET_LANG_labels.jsonl, for any names of sets.
For each language a table says what single wordings speak for (`fit_wordings.py`). Then, for each criterion and flag
that has `fitted` directions, small trees are fitted over the features and the rules' level. What the wordings say is
one of the features, by tables that have not seen the reply's set, or the trees would trust it too much. First a fifth
of the sets is left out in turn and measured, so that what all this is worth on other writers' replies is seen; then all
sets are taken, and the result is written beside the rubric.

Needs numpy, scipy and scikit-learn (the `fit` extra); the simulator itself does not.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from fit_wordings import fit_wordings, judged_unseen, parted, with_likenesses
from labelled import (
    READ,
    Sample,
    arguments,
    code_of,
    flag_figures,
    levels_of,
    qwk,
    samples,
    sound,
    wordings_in,
)
from sklearn.ensemble import HistGradientBoostingRegressor

from simulator.language import Loaded, load_rubric, load_scenario
from simulator.model.rubric import Criterion, Fit, FlagRule, Rubric, RubricBundle, Weights
from simulator.model.trees import RULE
from simulator.model.wordings import Wordings, write_wordings
from simulator.play.arrive import arrive
from simulator.play.step import context_for
from simulator.scoring.engine import Engine
from simulator.scoring.judge import raised, rule_level
from simulator.scoring.likeness import LIKE

COMMAND = "python tools/fit_weights.py CORPUS_DIR... --scenarios scenarios"

#: A third of the features at each split and a strong penalty: what one writer's replies share is learned less.
SETTINGS: dict[str, Any] = {"min_samples_leaf": 10, "l2_regularization": 5, "max_features": 0.3}
#: For levels, two fits that draw other features, averaged; for flags, which are rare, one of smaller trees.
LEVELS: dict[str, Any] = {"max_leaf_nodes": 9, "max_depth": 6, "max_iter": 35, "learning_rate": 0.2}
FLAGS: dict[str, Any] = {"max_leaf_nodes": 6, "max_iter": 60, "learning_rate": 0.15}
SEEDS = 2
#: The name of the set of exemplars, and what one counts for beside a labelled reply: an author promises its levels.
EXEMPLARS, EXEMPLAR = "exemplars", 3.0
#: What a reply of the sets of `READ` counts for: there cues and rules are right more often than on replies that nobody
#: has seen, and the trees are to learn how far to trust them.
WHERE_READ = 0.4
#: Sets of harmless turns, and what one of theirs counts for where flags are fitted: most of what trainees write is
#: harmless, and in the other sets nearly half is not.
HARMLESS, HARMLESS_TURN = frozenset({"xv", "xw", "vd", "vj", "vk", "vl", "vm", "vn"}), 2.0
#: What a reply counts for where all but the customer's message is hidden: levels have to hold there too.
MESSAGE_ALONE = 0.3
#: How far the expected levels are spread from their mean.
SPREAD = 1.12


def exemplars(folder: Path, engine: Engine) -> list[Sample]:
    """The exemplars of all scenarios below a folder, with the levels and flags that their authors ask for."""
    out: list[Sample] = []
    for path in sorted(folder.glob("*/*.yaml")):
        scenario = load_scenario(path.read_bytes(), path.name).value
        if scenario is None:
            continue
        for name, beat in scenario.beats.items():
            for exemplar in beat.exemplars:
                given = context_for(scenario, arrive(scenario, name, exemplar.given))
                look = engine.look(exemplar.reply, given)
                rated = exemplar.levels, exemplar.flags
                out.append(Sample(EXEMPLARS, scenario.lang, look.features, *rated, EXEMPLAR, wordings_in(look)))
    return out


def fit(criterion: Criterion, name: str, rows: list[Sample]) -> Fit:
    """Boosted small trees over all features and the rules' level, each feature of known direction kept to it.

    The levels that least squares expects lie closer together than those that raters give, so they are spread again.
    """
    rows = [s for s in rows if name in s.levels]
    by_rules = [float(rule_level(criterion, s.features)[0]) for s in rows]
    y = [float(s.levels[name]) for s in rows]
    return _boosted(criterion.fitted, by_rules, y, rows, SPREAD, SEEDS, LEVELS)


def fit_flag(flag: FlagRule, name: str, rows: list[Sample]) -> Fit:
    """The same for a flag: 1 where most raters saw it; raised from an even chance."""
    rows = [replace(s, weight=s.weight * HARMLESS_TURN) if code_of(s.set) in HARMLESS else s for s in rows]
    by_rules = [float(raised(flag, s.features)) for s in rows]
    y = [float(name in s.flags) for s in rows]
    return _boosted(flag.fitted, by_rules, y, rows, 1.0, 1, FLAGS)


def _boosted(
    directions: Mapping[str, str],
    by_rules: list[float],
    y: list[float],
    rows: list[Sample],
    spread: float,
    seeds: int,
    settings: Mapping[str, Any],
) -> Fit:
    names = [RULE, *sorted({n for s in rows for n in s.features})]
    signs = {RULE: "+", **directions}
    known = [{**s.features, RULE: rule} for s, rule in zip(rows, by_rules, strict=True)]
    x = np.array([[features.get(n, 0.0) for n in names] for features in known])
    directions_known = [{"+": 1, "-": -1}.get(signs.get(n, ""), 0) for n in names]
    weights = [s.weight * (WHERE_READ if code_of(s.set) in READ else 1) for s in rows]
    models = [
        HistGradientBoostingRegressor(monotonic_cst=directions_known, random_state=seed, **SETTINGS, **settings)
        .fit(x, np.array(y), sample_weight=weights)
        for seed in range(seeds)
    ]  # fmt: skip
    mean = statistics.mean(y)
    trees = [_as_text(stage[0].nodes, 0, names, spread / seeds) for model in models for stage in model._predictors]
    base = mean + spread * (float(np.ravel(models[0]._baseline_prediction)[0]) - mean)
    return Fit(base=round(base, 4), trees=tuple(t for t in trees if "?" in t))


def _as_text(nodes: Any, at: int, names: list[str], spread: float) -> str:
    node = nodes[at]
    if node["is_leaf"]:
        return f"{spread * float(node['value']):.3f}"
    below, above = (_as_text(nodes, int(node[side]), names, spread) for side in ("left", "right"))
    above, below = (f"({part})" if "?" in part else part for part in (above, below))
    threshold = float(node["num_threshold"])
    return f"{names[node['feature_idx']]} > {threshold:.2f} ? {above} : {below}"


def without_weights(path: Path) -> Loaded[RubricBundle]:
    """The rubric as if nothing had been fitted yet: the weights there are may name features that are gone."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(path.parent, Path(folder) / "rubrics"))
        rubric = yaml.safe_load(path.read_text("utf-8"))
        if "weights" in rubric:
            (copy / rubric["weights"]).write_text(json.dumps({"made_by": COMMAND, "fits": {}}), "utf-8")
        for name in rubric.get("wordings", {}).values():
            (copy / name).write_text(write_wordings(Wordings(COMMAND, (), (), 0, {})), "utf-8")
        return load_rubric(copy / path.name)


@dataclass(frozen=True)
class Fitted:
    """What was fitted for one language."""

    wordings: Wordings
    criteria: dict[str, Fit]
    flags: dict[str, Fit]


def fit_all(rubric: Rubric, rows: list[Sample], hidden: list[Sample]) -> Fitted:
    """Wordings and weights for one language.

    Args:
        rubric: the rubric; what has `fitted` directions is fitted.
        rows: labelled replies.
        hidden: the same, without the facts.
    """
    criteria = {name: criterion for name, criterion in rubric.criteria.items() if criterion.fitted}
    flags = {name: flag for name, flag in rubric.flags.items() if flag.fitted}
    liked = [n for n in criteria if LIKE + n in criteria[n].fitted], [n for n in flags if LIKE + n in flags[n].fitted]
    known = judged_unseen(rows, *liked)
    by_reply = {(row.set, row.wordings): row.features for row in known}
    alone = [replace(row, features={**by_reply[row.set, row.wordings], **row.features}) for row in hidden]
    return Fitted(
        fit_wordings(rows, *liked, COMMAND),
        {name: fit(criterion, name, [*known, *alone]) for name, criterion in criteria.items()},
        {name: fit_flag(flag, name, known) for name, flag in flags.items()},
    )


def measure(rubric: Rubric, fitted: Fitted, rows: list[Sample]) -> None:
    """Prints how far what was fitted agrees with the raters of other sets, set by set."""
    for name in sorted({row.set for row in rows}):
        test = [with_likenesses(row, fitted.wordings) for row in rows if row.set == name]
        kappas = [qwk(*levels_of(c, rubric.criteria[c], fit, test)) for c, fit in fitted.criteria.items()]
        cells = "  ".join(f"{kappa:.3f}" for kappa in kappas)
        flags = flag_figures(rubric, fitted.flags, test)
        print(f"{name:<10} {cells}   mean {statistics.mean(kappas):.3f}   flags {flags}", flush=True)


def main() -> int:
    """Measures with a fifth of the sets left out in turn, fits on all, writes the files."""
    parser = arguments(__doc__)
    parser.add_argument("--scenarios", type=Path, help="a folder of scenarios whose exemplars are fitted too")
    parser.add_argument("--check-only", action="store_true", help="measure, write nothing")
    parser.add_argument("--write-only", action="store_true", help="write, measure nothing")
    args = parser.parse_args()
    bundle = sound(without_weights(args.rubric))
    engine = Engine(bundle)
    everything = samples(args.corpus, engine)
    alone = samples(args.corpus, engine, MESSAGE_ALONE, facts=False)
    if args.scenarios:
        everything += exemplars(args.scenarios, engine)
    fitted: dict[str, Fitted] = {}
    for lang in ("en", "zh"):
        rows, hidden = ([s for s in some if s.lang == lang] for some in (everything, alone))
        for part in [] if args.write_only else parted({s.set for s in rows}):
            seen = ([s for s in some if s.set not in part] for some in (rows, hidden))
            measure(bundle.rubric, fit_all(bundle.rubric, *seen), [s for s in rows if s.set in part])
        if not args.check_only:
            fitted[lang] = fit_all(bundle.rubric, rows, hidden)
    if fitted and bundle.rubric.weights:
        write(args.rubric.parent, bundle.rubric, fitted)
    return 0


def write(folder: Path, rubric: Rubric, fitted: Mapping[str, Fitted]) -> None:
    """Writes what was fitted beside the rubric."""
    fits, flags = ({lang: getattr(ones, kind) for lang, ones in fitted.items()} for kind in ("criteria", "flags"))
    weights = Weights.model_validate({"made_by": COMMAND, "fits": fits, "flags": flags})
    (folder / str(rubric.weights)).write_text(weights.model_dump_json(indent=1) + "\n", "utf-8")
    for lang, name in rubric.wordings.items():
        (folder / name).write_text(write_wordings(fitted[lang].wordings), "utf-8")
    print(f"written: {rubric.weights} {' '.join(rubric.wordings.values())}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
