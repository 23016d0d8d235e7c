"""What a rubric's rules speak of: features that exist, rules that can decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.language.conditions import features_cover
from simulator.language.declared import KEY, follow
from simulator.language.nearest import meant
from simulator.language.nodes import Path
from simulator.language.reading import Document
from simulator.language.shape import Shaped
from simulator.model.base import Lang
from simulator.model.rubric import Condition, Judged, Rubric, Weights
from simulator.model.scenario import When
from simulator.model.trees import features_of
from simulator.model.wordings import Wordings, WordingsError, parse_wordings
from simulator.play import conduct, moves
from simulator.play.ways import ANY
from simulator.scoring.cues import BUILT_IN
from simulator.scoring.features import FEATURES
from simulator.scoring.likeness import LIKE

#: What an advice's condition, and a fit, may speak of besides features.
LEVEL, RULE = "level", "rule"


def features_in(rubric: Rubric, groups: Iterable[str]) -> set[str]:
    """All that rules and fits may speak of.

    Args:
        rubric: the rubric, with what it takes from the one that it is based on.
        groups: the names of all cue groups.
    """
    likenesses = [LIKE + name for name in (*rubric.criteria, *rubric.flags)] if rubric.wordings else []
    return {*FEATURES, *groups, *likenesses}


def check_features(document: Document, shaped: Shaped[Rubric], known: set[str]) -> None:
    """Reports features that don't exist, and names that mean something else.

    Args:
        document: the rubric's text.
        shaped: the rubric.
        known: what there is.
    """
    rubric = shaped.record
    for path, condition in _conditions(rubric):
        here = set(conduct.FEATURES) if path[0] == "session" else known
        for name in condition:
            _check_feature(document, shaped, (*path, name, KEY), name, here | ({LEVEL} if "lifts" in path else set()))
    for move, written in rubric.moves.items():
        for n, condition in enumerate(written.when):
            for name in condition:
                _check_feature(document, shaped, ("moves", move, "when", n, name, KEY), name, known | {*moves.FEATURES})
        for n, name in enumerate(written.shows):
            _check_feature(document, shaped, ("moves", move, "shows", n), name, known | {*moves.FEATURES})
    for kind, judged in (("criteria", rubric.criteria), ("flags", rubric.flags)):
        for criterion, by in judged.items():
            for name in by.fitted:
                _check_feature(document, shaped, (kind, criterion, "fitted", name, KEY), name, known)
    taken: dict[str, Iterable[str]] = {"criteria": When.model_fields, "flags": (ANY,), "cues": (*FEATURES, *BUILT_IN)}
    for kind, reserved in taken.items():
        for name in getattr(rubric, kind):
            if name in reserved:
                document.report("reserved-name", follow(shaped.root, Rubric, (kind, name, KEY)).node, name=name)


def check_weights(document: Document, shaped: Shaped[Weights], rubric: Rubric, known: set[str]) -> None:
    """Reports fitted weights that speak of what the rubric no longer has; `known` is what there is."""
    weights = shaped.record
    for part, written, judged in (("fits", weights.fits, rubric.criteria), ("flags", weights.flags, rubric.flags)):
        for lang, fits in written.items():
            for name, fit in fits.items():
                lacking = tuple(
                    sorted({feature for tree in fit.parsed for feature in features_of(tree)} - known - {RULE})
                )
                if lacking or name not in judged:
                    node = follow(shaped.root, Weights, (part, lang, name, KEY)).node
                    document.report("stale-weights", node, name=name, lacking=lacking or (name,))


def read_wordings(document: Document, lang: Lang, rubric: Rubric) -> Wordings | None:
    """A table of wordings that was decoded; reports a line that is none, and columns that the rubric no longer has."""
    if document.problems:
        return None
    try:
        table = parse_wordings(document.source.text)
    except WordingsError as error:
        document.report("bad-wordings", document.source.line(error.line))
        return None
    if lacking := tuple(sorted({*table.judged} - {*rubric.criteria, *rubric.flags})):
        document.report("stale-weights", document.source.line(2), name=lang, lacking=lacking)
    return table


def check_rules(document: Document, shaped: Shaped[Rubric]) -> None:
    """Reports rules and advice that never decide, because one before them holds whenever they do."""
    for section, criterion, judged in _judged(shaped.record):
        for kind in ("rules", "lifts"):
            written = [part.when for part in getattr(judged, kind)]
            for n, when in enumerate(written):
                earlier = next((k for k in range(n) if features_cover(written[k], when)), None)
                if earlier is not None:
                    path: Path = (section, criterion, kind)
                    line = document.source.line_of(follow(shaped.root, Rubric, (*path, earlier)).node.start)
                    document.report("rule-never-used", follow(shaped.root, Rubric, (*path, n)).node, line=line)


def _judged(rubric: Rubric) -> Iterator[tuple[str, str, Judged]]:
    """Everything that is judged: the section it stands in, its name, and what is written of it."""
    yield from (("criteria", name, criterion) for name, criterion in rubric.criteria.items())
    yield from (("session", name, criterion) for name, criterion in rubric.session.items())


def _conditions(rubric: Rubric) -> Iterator[tuple[Path, Condition]]:
    for section, name, judged in _judged(rubric):
        for kind in ("rules", "caps", "lifts"):
            for n, part in enumerate(getattr(judged, kind)):
                yield (section, name, kind, n, "when"), part.when
    for name, criterion in rubric.session.items():
        yield ("session", name, "needs"), criterion.needs
    for name, flag in rubric.flags.items():
        for kind in ("when", "always"):
            for n, condition in enumerate(getattr(flag, kind)):
                yield ("flags", name, kind, n), condition


def _check_feature(document: Document, shaped: Shaped[Rubric], path: Path, name: str, known: set[str]) -> None:
    if name not in known and not document.full:
        node = follow(shaped.root, Rubric, path).node
        document.report("unknown-feature", node, meant(name, sorted(known)), name=name)
