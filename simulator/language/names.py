"""Names in a scenario: each that is used must be written somewhere, and none twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as AbstractMapping
from copy import deepcopy
from dataclasses import dataclass

from simulator.language.declared import KEY, follow
from simulator.language.nearest import nearest
from simulator.language.nodes import Listing, Mapping, Node, Path, Scalar, data, items
from simulator.language.problems import Meant
from simulator.language.reading import Document
from simulator.language.shape import Shaped
from simulator.model.base import ID_PATTERN
from simulator.model.rubric import Rubric
from simulator.model.scenario import Line, Scenario, Way, When
from simulator.play.ways import ALLOWED, ANY, FORBIDDEN

_NAME = re.compile(ID_PATTERN)
_PLACEHOLDER = re.compile(r"\{\s*(\w*)\s*\}")
_FILLED = ("fact", "promise")


@dataclass(frozen=True, slots=True)
class Use:
    """A name that is used.

    Attributes:
        path: where.
        name: the name.
        code: the problem when there is no such thing.
        among: the kinds of things it may name.
    """

    path: Path
    name: str
    code: str
    among: tuple[str, ...]


class Names:
    """The names written in a scenario, by kind, with the place of each where it is in the text."""

    def __init__(self, root: Mapping, rubric: Rubric | None) -> None:
        written = {kind: _keys(root.value(kind)) for kind in ("beats", "endings", "facts")}
        #: What can't be a name was already told; whatever uses it is not a second mistake.
        self.spoilt = [name for keys in written.values() for name in keys if not _NAME.fullmatch(name)]
        self.known: dict[str, dict[str, Node | None]] = {
            kind: {name: node for name, node in keys.items() if _NAME.fullmatch(name)} for kind, keys in written.items()
        }
        self.promises = [id_ for kind in ("may", "never") for id_ in _ids(root.value("policy"), kind)]
        self.known["promises"] = {id_.text: id_ for id_ in reversed(self.promises)}
        self.known["criteria"] = dict.fromkeys(rubric.criteria if rubric else ())
        self.known["flags"] = dict.fromkeys(rubric.flags if rubric else ())
        self.known["conditions"] = dict.fromkeys(When.model_fields)
        self.known["any"] = {ANY: None}
        self.known["promise kinds"] = {ALLOWED: None, FORBIDDEN: None}

    def among(self, kinds: tuple[str, ...]) -> AbstractMapping[str, Node | None]:
        """The names of some kinds."""
        return {name: node for kind in kinds for name, node in self.known[kind].items()}


def check_names(document: Document, shaped: Shaped[Scenario], rubric: Rubric | None) -> Shaped[Scenario]:
    """Reports every name that is not written anywhere, or twice.

    Args:
        document: the scenario's text.
        shaped: the scenario.
        rubric: whose criteria and flags may be named; None: these are not checked.

    Returns:
        The scenario with each such name as it was probably meant, so that one mistake does not look like several.
    """
    assert isinstance(document.root, Mapping)
    names = Names(document.root, rubric)
    unchecked = {"criteria", "flags"} if rubric is None else set()
    if not isinstance(document.root.value("endings"), Mapping):
        unchecked.add("endings")  # that they are missing is said; each way to one would say it again
    # A name that was meant to stand where another stands twice is no second mistake.
    unchecked |= {kind for kind in ("beats", "endings", "facts")
                  if isinstance(written := document.root.value(kind), Mapping) and written.twice}  # fmt: skip
    mends: list[tuple[Path, str]] = []
    for use in uses(shaped.record):
        if document.full:
            return shaped
        known = names.among(use.among)
        if use.name in known or unchecked & set(use.among) or nearest(use.name, names.spoilt):
            continue
        found = follow(shaped.root, Scenario, use.path)
        if use.path == ("start",) and found.missing:
            document.report("no-start", document.root.entries["beats"].key, name=use.name)
            continue
        name = nearest(use.name, known)
        if name:
            mends.append((use.path, name))
        node = known[name] if name else None
        meant = Meant(name, document.source.line_of(node.start) if node else None) if name else None
        document.report(use.code, found.node, meant, name=use.name, known=tuple(known))
    _check_twice(document, names)
    _check_placeholders(document, shaped)
    return _mended(shaped, mends) if mends else shaped


def _mended(shaped: Shaped[Scenario], mends: list[tuple[Path, str]]) -> Shaped[Scenario]:
    root = deepcopy(shaped.root)
    for path, name in mends:
        found = follow(root, Scenario, path)
        if path[-1] == KEY:
            inside = found.steps[-1].inside
            assert isinstance(inside, Mapping)
            inside.entries.setdefault(name, inside.entries.pop(str(found.steps[-1].part)))
        elif isinstance(found.node, Scalar):
            found.node.text = name
    return Shaped(Scenario.model_validate(data(root)), root, shaped.left_out)


def ways(scenario: Scenario) -> Iterator[tuple[Path, Way]]:
    """All ways with their paths, in the order in which they are tried."""
    for n, way in enumerate(scenario.anywhere):
        yield ("anywhere", n), way
    for name, beat in scenario.beats.items():
        for n, way in enumerate(beat.ways):
            yield ("beats", name, "ways", n), way


def uses(scenario: Scenario) -> Iterator[Use]:
    """Every use of a name."""
    yield Use(("start",), scenario.start, "unknown-beat", ("beats",))
    if scenario.boils_over:
        yield Use(("boils_over", "to"), scenario.boils_over.to, "unknown-ending", ("endings",))
    if scenario.intake:
        yield from _several(("intake", "content"), scenario.intake.content, "unknown-fact", ("facts",))
        yield from _several(("intake", "promises"), scenario.intake.promises, "unknown-promise", ("promises",))
    for path, way in ways(scenario):
        yield Use((*path, "to"), way.to, "unknown-beat", ("beats", "endings"))
        yield from _in_condition((*path, "when"), way.when)
    for name, beat in scenario.beats.items():
        here: Path = ("beats", name)
        yield from _several((*here, "tells"), beat.tells, "unknown-fact", ("facts",))
        yield from _several((*here, "assess"), beat.assess, "unknown-criterion", ("criteria",))
        for n, exemplar in enumerate(beat.exemplars):
            at: Path = (*here, "exemplars", n)
            for criterion in exemplar.levels:
                yield Use((*at, "levels", criterion, KEY), criterion, "unknown-criterion", ("criteria",))
            yield from _several((*at, "flags"), exemplar.flags, "unknown-flag", ("flags",))
            if exemplar.to:
                yield Use((*at, "to"), exemplar.to, "unknown-beat", ("beats", "endings"))
            if exemplar.given:
                yield from _several(
                    (*at, "given", "promised"), exemplar.given.promised, "unknown-promise", ("promises",)
                )


def _in_condition(path: Path, when: When) -> Iterator[Use]:
    for criterion in when.levels:
        yield Use((*path, "levels", criterion, KEY), criterion, "unknown-condition", ("criteria", "conditions"))
    yield from _several((*path, "flags"), when.flags, "unknown-flag", ("flags", "any"))
    yield from _several((*path, "restated"), when.restated, "unknown-fact", ("facts",))
    yield from _several((*path, "misstated"), when.misstated, "unknown-fact", ("facts", "any"))
    yield from _several((*path, "promised"), when.promised, "unknown-promise", ("promises", "promise kinds"))


def _several(path: Path, names: tuple[str, ...], code: str, among: tuple[str, ...]) -> Iterator[Use]:
    for n, name in enumerate(names):
        yield Use((*path, n), name, code, among)


def _check_twice(document: Document, names: Names) -> None:
    def line(node: Node | None) -> int:
        return document.source.line_of(node.start) if node else 0

    for name, ending in names.known["endings"].items():
        if ending and name in names.known["beats"]:
            document.report("name-twice", ending, name=name, line=line(names.known["beats"][name]))
    for promise in names.promises:
        first = names.known["promises"][promise.text]
        if first is not promise:
            document.report("name-twice", promise, name=promise.text, line=line(first))
        elif promise.text in (ALLOWED, FORBIDDEN):
            document.report("reserved-name", promise, name=promise.text)
    fact = names.known["facts"].get(ANY)
    if fact:
        document.report("reserved-name", fact, name=ANY)


def _check_placeholders(document: Document, shaped: Shaped[Scenario]) -> None:
    """In lines, only reactions are filled in, and only with a fact or a promise."""
    scenario = shaped.record
    for path, line, filled in lines(scenario):
        for place in _PLACEHOLDER.finditer(line.text):
            if place[1] not in filled:
                name = nearest(place[1], filled)
                meant = Meant(f"{{{name}}}") if name else None
                node = follow(shaped.root, Scenario, (*path, "text")).node
                document.report("unknown-placeholder", node, meant, name=place[0])


def lines(scenario: Scenario) -> Iterator[tuple[Path, Line, tuple[str, ...]]]:
    """All lines, with the places in them that are filled in."""
    for trigger, lines in scenario.reactions.items():
        for n, line in enumerate(lines):
            yield ("reactions", trigger, n), line, _FILLED
    for path, way in ways(scenario):
        for n, line in enumerate(way.react):
            yield (*path, "react", n), line, _FILLED
    for kind, spoken in (("beats", scenario.beats), ("endings", scenario.endings)):
        for name, here in spoken.items():
            for n, line in enumerate(here.says):
                yield (kind, name, "says", n), line, ()


def _keys(node: Node | None) -> dict[str, Node | None]:
    return {name: entry.key for name, entry in node.entries.items()} if isinstance(node, Mapping) else {}


def _ids(policy: Node | None, kind: str) -> Iterator[Scalar]:
    promises = policy.value(kind) if isinstance(policy, Mapping) else None
    for promise in promises.items if isinstance(promises, Listing) else ():
        yield from items(promise.value("id")) if isinstance(promise, Mapping) else ()
