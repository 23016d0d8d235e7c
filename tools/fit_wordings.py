"""Fits tables of wordings from labelled replies: what single wordings speak for, by ridge regression.

A reply is the set of its wordings, each weighted by how rare it is (inverse document frequency), all together of length
one. `fit_weights.py` takes what comes of it as one feature among others, so that a rule that sees a fault and a wording
that sounds like one can outvote each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from labelled import Sample
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import Ridge

from simulator.model.wordings import UNIT, Wordings, row_of
from simulator.scoring.likeness import likenesses

#: The ridge: how much is asked of the replies before a wording is believed.
RIDGE = 0.6
#: What every reply has, as a rarity: two or three wordings alone say less than they seem to.
COMMON = 15.0
#: A wording must stand in so many replies; of those that do, so many are kept, the weightiest.
LEAST, MOST = 2, 24_000
#: What the highest level counts for beside a flag, where the weightiest wordings are chosen.
TOP_LEVEL = 3
#: How many parts the sets are divided into, where each part is judged by a table that has not seen it.
PARTS = 5


def fit_wordings(rows: Sequence[Sample], criteria: Sequence[str], flags: Sequence[str], made_by: str) -> Wordings:
    """A table for one language.

    Args:
        rows: replies of this language.
        criteria: those whose levels are wanted; a reply that is not rated by all of them says nothing of any.
        flags: those wanted.
        made_by: the command, for the table.
    """
    seen = Counter(wording for row in rows for wording in row.wordings)
    names = sorted(wording for wording, times in seen.items() if times >= LEAST)
    rated = np.array([all(name in row.levels for name in criteria) for row in rows])
    levels = np.array([[row.levels.get(name, 0) for name in criteria] for row in rows], float)
    raised = np.array([[name in row.flags for name in flags] for row in rows], float)

    def fitted(names: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        rarity = np.array([np.log((1 + len(rows)) / (1 + seen[name])) + 1 for name in names])
        x = _matrix(rows, names, rarity)
        (mean, worth), (share, certainty) = _ridge(x[rated], levels[rated]), _ridge(x, raised)
        return rarity, np.hstack([mean, share]), np.hstack([worth, certainty])

    rarity, base, worth = fitted(names)
    if len(names) > MOST:
        weighty = np.abs(worth / ([TOP_LEVEL] * len(criteria) + [1] * len(flags))).max(1)
        best = np.argsort(-weighty * np.sqrt([seen[name] for name in names]), kind="stable")[:MOST]
        names = [names[n] for n in sorted(best)]
        rarity, base, worth = fitted(names)
    table = np.rint(np.hstack([rarity[:, None], worth * rarity[:, None]]) * UNIT).astype(int)
    return Wordings(
        made_by,
        (*criteria, *flags),
        tuple(int(part) for part in np.rint(base * UNIT)),
        round(COMMON * UNIT),
        {name: row_of(map(int, row)) for name, row in zip(names, table, strict=True) if row[1:].any()},
    )


def judged_unseen(rows: Sequence[Sample], criteria: Sequence[str], flags: Sequence[str]) -> list[Sample]:
    """The same replies, each with its likenesses by a table that was fitted without its set."""
    out = []
    for part in parted({row.set for row in rows}):
        table = fit_wordings([row for row in rows if row.set not in part], criteria, flags, "")
        out += [with_likenesses(row, table) for row in rows if row.set in part]
    return out


def parted(sets: set[str]) -> list[frozenset[str]]:
    """Some sets in `PARTS` parts."""
    ordered = sorted(sets)
    return [frozenset(ordered[n::PARTS]) for n in range(min(PARTS, len(ordered)))]


def with_likenesses(row: Sample, table: Wordings) -> Sample:
    """A reply with its likenesses by a table."""
    found = row.wordings & table.rows.keys()
    return replace(row, features={**row.features, **likenesses(found, table)})


def _matrix(rows: Sequence[Sample], names: Sequence[str], rarity: np.ndarray) -> csr_matrix:
    at = {name: n for n, name in enumerate(names)}
    pairs = [(n, at[wording]) for n, row in enumerate(rows) for wording in sorted(row.wordings & at.keys())]
    i, j = zip(*pairs, strict=True)
    x = csr_matrix((rarity[list(j)], (i, j)), shape=(len(rows), len(names)))
    length = np.sqrt(np.asarray(x.multiply(x).sum(1)).ravel() + COMMON**2)
    return (diags(1 / length) @ x).tocsr()


def _ridge(x: csr_matrix, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Means, and weights for what is above them."""
    mean = y.mean(0)
    model = Ridge(alpha=RIDGE, fit_intercept=False, solver="sparse_cg", tol=1e-6, max_iter=5000)
    return mean, model.fit(x, y - mean).coef_.T
