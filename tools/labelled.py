"""Labelled sets of replies: how they are read, and how far an engine agrees with their raters.

A folder holds, for any names of sets, SET_LANG_contexts.json, SET_LANG_replies.jsonl and SET_LANG_labels.jsonl, as
corpus/README.md describes them. Only what the simulator itself needs is used here.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.language import Loaded
from simulator.measures.agreement import kappa
from simulator.model.rubric import Criterion, Fit, Rubric, RubricBundle
from simulator.model.score import Context, Item
from simulator.scoring.engine import Engine
from simulator.scoring.judge import judge, raised
from simulator.scoring.likeness import pieces, wordings_of
from simulator.scoring.look import Look


@dataclass(frozen=True)
class Sample:
    """One labelled reply: its features, the raters' median levels, the flags that most of them saw, what it counts,
    and all its wordings."""

    set: str
    lang: str
    features: dict[str, float]
    levels: dict[str, int]
    flags: tuple[str, ...] = ()
    weight: float = 1.0
    wordings: frozenset[str] = frozenset()


def arguments(doc: str | None) -> argparse.ArgumentParser:
    """What every tool for labelled sets is asked: their folders, and the rubric."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--rubric", type=Path, default=Path("rubrics/core.yaml"))
    return parser


def sound(loaded: Loaded[RubricBundle]) -> RubricBundle:
    """A rubric that was read.

    Raises:
        SystemExit: it has problems; they are printed.
    """
    if loaded.value is None:
        raise SystemExit("\n".join(map(str, loaded.problems)))
    return loaded.value


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


#: The sets that whoever wrote cues and rules has read.
READ = frozenset({"dev", "devb", "devc", "xa", "xb", "xc", "xd", "xe"})
#: Criterion to level, and the flags.
Rated = tuple[dict[str, int], tuple[str, ...]]


def agreed(raters: Sequence[Mapping[str, Any]], rubric: Rubric) -> Rated:
    """The raters' median (the lower one of two) for each criterion, and the flags that most of them saw."""
    levels = {c: statistics.median_low([r[c] for r in raters]) for c in rubric.criteria if c in raters[0]}
    return levels, tuple(f for f in rubric.flags if 2 * sum(f in r["flags"] for r in raters) > len(raters))


def context(row: dict[str, Any]) -> Context:
    """A corpus context as the engine takes it."""
    policy = row.get("policy", {})
    return Context(
        lang=row["lang"],
        customer=row.get("customer", ""),
        wants=row.get("wants", ""),
        facts=_items(row.get("facts", []), "fact"),
        may=_items(policy.get("allowed", []), "may"),
        never=_items(policy.get("not_allowed", []), "never"),
    )


def _items(rows: list[Any], kind: str) -> tuple[Item, ...]:
    """Facts or policy lines of a context, as written in the corpus."""
    dicts = [{"says": row} if isinstance(row, str) else row for row in rows]
    return tuple(
        Item(d.get("id", f"{kind}-{i}"), d["says"], tuple(d.get("also", ()))) for i, d in enumerate(dicts, start=1)
    )


def examined(folders: Iterable[Path], engine: Engine, facts: bool = True) -> Iterator[tuple[str, Look, Rated]]:
    """Set, look, and what was agreed on, of all labelled replies of some folders.

    Args:
        folders: folders of sets.
        engine: what examines them.
        facts: False: against the customer's message alone.
    """
    for contexts_file in sorted(path for folder in folders for path in folder.glob("*_contexts.json")):
        name = contexts_file.name.removesuffix("_contexts.json")
        contexts = {c["id"]: context(c) for c in json.loads(contexts_file.read_text("utf-8"))}
        labels = {row["id"]: row["raters"] for row in lines(contexts_file.with_name(f"{name}_labels.jsonl"))}
        for row in lines(contexts_file.with_name(f"{name}_replies.jsonl")):
            given = contexts[row["context"]]
            if not facts:
                given = Context(lang=given.lang, customer=given.customer)
            yield name, engine.look(row["reply"], given), agreed(labels[row["id"]], engine.rubric)


def samples(folders: Iterable[Path], engine: Engine, weight: float = 1.0, facts: bool = True) -> list[Sample]:
    """All labelled replies of some folders, examined; without `facts`, against the customer's message alone."""
    return [
        Sample(name, look.lang, look.features, *rated, weight, wordings_in(look))
        for name, look, rated in examined(folders, engine, facts)
    ]


def code_of(name: str) -> str:
    """The name of a set without the language."""
    return name.rpartition("_")[0]


def wordings_in(look: Look) -> frozenset[str]:
    """All wordings of a reply, known or not."""
    written, _ = pieces(look.reading)
    return frozenset(wordings_of(written, look.lang))


def qwk(a: Sequence[int], b: Sequence[int]) -> float:
    """Quadratic-weighted kappa of two lists of levels; 1 where both are the same one throughout, nan where empty."""
    value = kappa(a, b, weighted=True)
    if value is None:
        return 1.0 if a else math.nan
    return value


def levels_of(name: str, criterion: Criterion, fitted: Fit | None, rows: list[Sample]) -> tuple[list[int], list[int]]:
    """The engine's levels and the raters' on those of some replies where the criterion is rated."""
    rated = [s for s in rows if name in s.levels]
    return [judge(criterion, s.features, fitted).level for s in rated], [s.levels[name] for s in rated]


def flag_figures(rubric: Rubric, fits: Mapping[str, Fit], rows: list[Sample]) -> str:
    """Precision, recall and F1 over all flags, and how many were raised wrongly: where none is due, only that tells."""
    pairs = [
        (raised(flag, s.features, fits.get(name)), name in s.flags) for s in rows for name, flag in rubric.flags.items()
    ]
    hit = sum(said and there for said, there in pairs)
    said, there = sum(s for s, _ in pairs), sum(t for _, t in pairs)
    p, r = hit / said if said else 0.0, hit / there if there else 0.0
    f1 = 2 * hit / (said + there) if said + there else 0.0
    return f"precision {p:.2f}  recall {r:.2f}  f1 {f1:.2f}  wrong {said - hit} in {len(rows)}"
