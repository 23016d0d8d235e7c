"""A rubric that is based on another: what the two are together."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from simulator.language.declared import KEY, follow
from simulator.language.nearest import meant
from simulator.language.nodes import Path
from simulator.language.problems import Term
from simulator.language.reading import Document
from simulator.language.shape import Shaped
from simulator.model.base import Lang, Record
from simulator.model.rubric import Criterion, CueGroup, Fit, FlagRule, Rubric, RubricBundle, SessionCriterion, Weights

V = TypeVar("V")
#: The sections of which `takes` chooses; the others are taken whole.
CHOSEN = ("criteria", "session", "flags", "questions")


@dataclass(frozen=True)
class _Name:
    """A name of the other rubric that is used, where, and what it may be."""

    path: Path
    name: str
    known: tuple[str, ...]


def check_based(document: Document, shaped: Shaped[Rubric], base: Rubric | None) -> None:
    """Reports names that the other rubric does not have, weights that it can't take, and a rubric without criteria."""
    own = shaped.record
    for use in _names(own, base):
        if use.name not in use.known and not document.full:
            node = follow(shaped.root, Rubric, use.path).node
            document.report("unknown-taken", node, meant(use.name, use.known), name=use.name, known=use.known)
    for name, weight in own.weigh.items():
        if weight == 0 and base and name in base.criteria:
            node = follow(shaped.root, Rubric, ("weigh", name)).node
            document.report("out-of-range", node, value="0", sort=Term("gt"), limit=0)
    spoilt = any(path[:1] == ("criteria",) for path in shaped.left_out)
    if not spoilt and not (merged(own, base) if base else own).criteria:
        document.report("missing-key", shaped.root, key="criteria")


def merged(own: Rubric, base: Rubric) -> Rubric:
    """What is judged by a rubric that is based on another."""
    whole: dict[str, dict[str, Any]] = {"cues": _cues(own.cues, base.cues)}
    for kind, ones in ((kind, getattr(base, kind)) for kind in Rubric.model_fields if kind not in ("cues", "weigh")):
        if isinstance(ones, dict):
            taken = {name: one for name, one in ones.items() if kind not in CHOSEN or _takes(own, name)}
            weighed = {name: _weighed(one, own.weigh.get(name)) for name, one in taken.items()}
            whole[kind] = {**weighed, **getattr(own, kind)}
    return own.model_copy(update=whole)


def together(own: RubricBundle, base: RubricBundle) -> RubricBundle:
    """A rubric with all that it takes from the other, and what the play goes by.

    Args:
        own: the rubric by itself.
        base: the other one.
    """
    rubric = merged(own.rubric, base.rubric)
    vocabularies = (*base.vocabularies, *(v for v in own.vocabularies if v not in base.vocabularies))
    written = {*own.rubric.criteria, *own.rubric.flags}
    taken = {*rubric.criteria, *rubric.flags} - written
    fitted = _together(_chosen(base.weights, lambda name: name in taken), own.weights)
    wordings = {**base.wordings, **own.wordings}
    root = base.plays or base
    played = root.rubric.model_copy(
        update={
            "criteria": {**root.rubric.criteria, **_less(rubric.criteria, root.rubric.criteria)},
            "flags": {**root.rubric.flags, **_less(rubric.flags, root.rubric.flags)},
            "cues": rubric.cues,
        }
    )
    known = {*root.rubric.criteria, *root.rubric.flags}
    plays = RubricBundle(
        rubric=played,
        vocabularies=vocabularies,
        weights=_together(root.weights, _chosen(fitted, lambda name: name not in known)),
        wordings=wordings,
        digest=f"{own.digest} played",
    )
    named = base.named or frozenset(base.rubric.criteria)
    return replace(
        own, rubric=rubric, vocabularies=vocabularies, weights=fitted, wordings=wordings, plays=plays, named=named
    )


def _names(own: Rubric, base: Rubric | None) -> Iterator[_Name]:
    """Every use of a name of the other rubric."""
    weighable = (*base.criteria, *base.session, *base.flags) if base else ()
    known = (*weighable, *base.questions) if base else ()
    for n, name in enumerate(own.takes or ()):
        yield _Name(("takes", n), name, known)
    for name in own.weigh:
        yield _Name(("weigh", name, KEY), name, weighable)
    criteria = tuple(base.criteria) if base else tuple(own.criteria)
    for name, criterion in own.criteria.items():
        for n, other in enumerate(criterion.like):
            yield _Name(("criteria", name, "like", n), other, criteria)


def _takes(own: Rubric, name: str) -> bool:
    return own.takes is None or name in own.takes


def _weighed(one: Record, weight: float | None) -> Record:
    if weight is None or not isinstance(one, Criterion | SessionCriterion | FlagRule):
        return one
    return one.model_copy(update={"cost": round(weight)} if isinstance(one, FlagRule) else {"weight": weight})


def _cues(own: Mapping[str, CueGroup], base: Mapping[str, CueGroup]) -> dict[str, CueGroup]:
    """The cue groups of both; one of the same name adds to the other's."""
    both = dict(base)
    for name, group in own.items():
        before = base.get(name)
        both[name] = group if before is None else before.model_copy(
            update={
                "en": (*before.en, *group.en),
                "zh": (*before.zh, *group.zh),
                **{key: getattr(group, key) for key in group.model_fields_set - {"en", "zh"}},
            }
        )  # fmt: skip
    return both


def _less(whole: Mapping[str, V], known: Container[str]) -> dict[str, V]:
    return {name: one for name, one in whole.items() if name not in known}


def _chosen(weights: Weights | None, wanted: Callable[[str], bool]) -> Weights | None:
    """The weights of some criteria and flags only."""

    def some(fits: Mapping[Lang, Mapping[str, Fit]]) -> dict[Lang, dict[str, Fit]]:
        return {lang: {name: fit for name, fit in known.items() if wanted(name)} for lang, known in fits.items()}

    return weights and weights.model_copy(update={"fits": some(weights.fits), "flags": some(weights.flags)})


def _together(first: Weights | None, second: Weights | None) -> Weights | None:
    """The weights of both; the second's are the ones that hold where both have some."""
    if first is None or second is None:
        return first or second

    def both(kind: str) -> dict[Lang, dict[str, Fit]]:
        one, other = getattr(first, kind), getattr(second, kind)
        return {lang: {**one.get(lang, {}), **other.get(lang, {})} for lang in {**one, **other}}

    return first.model_copy(update={"fits": both("fits"), "flags": both("flags")})
