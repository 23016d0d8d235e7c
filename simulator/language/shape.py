"""Tree -> record: the declaration decides what each text means, and its complaints are put in the author's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as AbstractMapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from simulator.language.declared import Found, Step, follow, is_record, keys_of
from simulator.language.nearest import meant, nearest
from simulator.language.nodes import Listing, Mapping, Node, Path, Scalar, data
from simulator.language.problems import Meant, Term
from simulator.language.reading import MAX_PROBLEMS, Document
from simulator.model.base import Bilingual, Bounds, Record
from simulator.model.scenario import When

R = TypeVar("R", bound=Record)

#: Each round takes out what is wrong; more rounds than a record has levels are never needed.
_ROUNDS = 12

_NEEDED = {
    "string_type": "text", "tuple_type": "list", "list_type": "list", "dict_type": "mapping", "model_type": "mapping",
    "int_type": "number", "int_parsing": "number", "int_parsing_size": "number", "int_from_float": "number",
    "float_type": "decimal", "float_parsing": "decimal", "bool_type": "truth", "bool_parsing": "truth",
}  # fmt: skip
#: Quotation marks of word processors and of input methods.
_CURLY = "“”„‘’「『＂"
_QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True)
class Shaped(Generic[R]):
    """A record made from a tree.

    Attributes:
        record: the record; where something was left out, good for finding further mistakes only.
        root: the tree that it was made of, so that a path into the record leads to its place.
        left_out: the paths of what did not fit the declaration.
    """

    record: R
    root: Mapping
    left_out: tuple[Path, ...] = ()


def shape(document: Document, model: type[R], stand_in: Mapping) -> Shaped[R] | None:
    """Makes a record of a document and reports what does not fit the declaration.

    Args:
        document: what was read; its tree is left as it is.
        model: the declaration.
        stand_in: a sound tree, from which comes what must be there and is not.

    Returns:
        None where nothing could be made.
    """
    if not isinstance(document.root, Mapping):
        if document.root is not None:
            document.report("wrong-type", document.root, needed=Term("mapping"), given=_given(document.root))
        return None
    root: Mapping = document.root
    left_out: list[Path] = []
    for _ in range(_ROUNDS):
        try:
            return Shaped(model.model_validate(data(root)), root, tuple(left_out))
        except ValidationError as failed:
            errors = _each_once(failed.errors(include_url=False, include_input=False))
        if root is document.root:
            _report(document, root, model, errors[:MAX_PROBLEMS])
            root = deepcopy(root)
        if len(errors) > MAX_PROBLEMS:
            return None
        left_out += _take_out(root, model, [error["loc"] for error in errors], stand_in)
    return None


def _each_once(errors: list[Any]) -> list[Any]:
    """Without the complaint that a list is too short because what is in it is wrong."""
    places = [error["loc"] for error in errors]
    return [
        error
        for error in errors
        if error["type"] != "too_short"
        or not any(len(place) > len(error["loc"]) and place[: len(error["loc"])] == error["loc"] for place in places)
    ]


def _report(document: Document, root: Mapping, model: type[R], errors: Iterable[Any]) -> None:
    """One message for each mistake: a misspelt key is not also a missing one."""
    placed = [(follow(root, model, error["loc"]), error) for error in errors]
    unknown: dict[int, list[str]] = {}
    for found, error in placed:
        if error["type"] == "extra_forbidden":
            unknown.setdefault(id(found.steps[-1].inside), []).append(str(error["loc"][-1]))
    reported: set[tuple[int, int, str]] = set()
    for found, error in placed:
        missing = str(error["loc"][-1]) if error["type"] == "missing" else ""
        if missing and any(nearest(word, [missing]) for word in unknown.get(id(found.node), ())):
            continue
        named = found.steps and isinstance(found.steps[-1].part, str)  # and no item of a list
        place = found.key if found.key and named and (missing or error["type"] == "extra_forbidden") else found.node
        if error["type"] == "extra_forbidden" and (cut := _cut_short(found)):
            _, place = cut
        spot = (place.start, place.end, missing)
        if spot in reported:
            continue
        reported.add(spot)
        code, meant, values = _explained(found, error)
        document.report(code, place, meant, **values)


def _explained(found: Found, error: AbstractMapping[str, Any]) -> tuple[str, Meant | None, dict[str, object]]:
    """The code, what was meant and what fills the message, for one of pydantic's errors."""
    kind, context = error["type"], error.get("ctx", {})
    here = found.node
    word = here.text if isinstance(here, Scalar) else ""
    if kind == "missing":
        return "missing-key", None, {"key": str(found.missing)}
    if kind == "extra_forbidden" and (cut := _cut_short(found)):
        code, text = cut
        return code, None, {"quote": text.text[0]} if code == "curly-quotes" else {"key": str(error["loc"][-1])}
    if kind == "extra_forbidden":
        key, known = str(error["loc"][-1]), tuple(keys_of(found.steps[-1].declared))
        return "unknown-key", meant(key, known), {"key": key, "known": known}
    if isinstance(here, Scalar) and here.empty:
        return "empty-value", None, {"key": found.key.text if found.key else ""}
    if _unknown_condition(found):
        key = str(found.steps[-1].part)
        return "unknown-condition", meant(key, keys_of(When)), {"name": key, "known": tuple(keys_of(When))}
    if kind == "literal_error":
        known = tuple(_QUOTED.findall(context["expected"]))
        return "unknown-value", meant(word, known), {"value": word, "known": known}
    if kind == "string_pattern_mismatch":
        return "bad-name", None, {"name": word}
    if kind == "string_too_short":
        return "empty-value", None, {"key": found.key.text if found.key else ""}
    if kind == "string_too_long":
        return "text-too-long", None, {"length": len(word), "limit": context["max_length"]}
    if kind in _NEEDED:
        return "wrong-type", None, {"needed": Term(_NEEDED[kind]), "given": _given(here)}
    if kind in ("too_short", "too_long"):
        limit = context.get("min_length", context.get("max_length"))
        return ("too-few" if kind == "too_short" else "too-many-items"), None, {
            "limit": limit, "count": context["actual_length"]}  # fmt: skip
    limit = next((context[name] for name in ("ge", "gt", "le", "lt") if name in context), None)
    if limit is not None:
        sort = Term(next(name for name in ("ge", "gt", "le", "lt") if name in context))
        return "out-of-range", None, {"value": word, "sort": sort, "limit": limit}
    if kind == "value_error" and found.declared is Bilingual:
        return "one-language", None, {}
    if kind == "value_error" and found.declared is Bounds:
        return "bad-limits", None, {}
    return "wrong-value", None, {"value": word, "detail": str(context.get("error", error["msg"]))}


def _cut_short(found: Found) -> tuple[str, Scalar] | None:
    """Why a piece of text became an unknown key, and the text that it was cut from; None where it is just a key."""
    inside = found.steps[-1].inside if found.steps else None
    if found.key is None or not isinstance(inside, Mapping):
        return None
    before = [entry for entry in inside.entries.values() if entry.key.start < found.key.start]
    texts = [node for entry in before if isinstance(node := entry.value, Scalar) and node.plain and node.text]
    for node in texts:
        if node.text[0] in _CURLY:
            return "curly-quotes", node
    # Without even a colon behind it.
    bare = isinstance(found.node, Scalar) and found.node.empty and found.node.start == found.key.end
    return ("comma-in-text", texts[-1]) if bare and texts else None


def _unknown_condition(found: Found) -> bool:
    """Whether a wrong range stands under a misspelt key of a condition, and not under a criterion."""
    step = found.steps[-1] if found.steps else None
    return (
        step is not None
        and step.declared is When
        and step.part not in When.model_fields
        and (not isinstance(found.node, Scalar) or nearest(str(step.part), When.model_fields) is not None)
    )


def _given(node: Node) -> Term:
    return Term({Scalar: "text", Listing: "list", Mapping: "mapping"}[type(node)])


def _take_out(root: Mapping, model: type[Record], locs: Iterable[Path], stand_in: Mapping) -> list[Path]:
    """Takes out the smallest pieces that may be missing; where none may, what stands in for it is put there."""
    pieces: set[Path] = set()
    lacking: list[Path] = []
    for loc in locs:
        piece = _smallest_piece(follow(root, model, loc).steps)
        if piece:
            pieces.add(piece)
        else:
            lacking.append(loc)
    # From the end, so that the items of a list that are still to be taken out keep their places.
    for piece in sorted(pieces, key=lambda path: [f"{p:09}" if isinstance(p, int) else p for p in path], reverse=True):
        inside = follow(root, model, piece).steps[-1].inside
        if isinstance(inside, Listing):
            inside.items.pop(int(piece[-1]))
        else:
            inside.entries.pop(str(piece[-1]))
    for loc in lacking:
        _put_in(root, stand_in, loc)
    return [*pieces, *lacking]


def _smallest_piece(steps: Sequence[Step]) -> Path | None:
    for n in range(len(steps), 0, -1):
        step = steps[n - 1]
        field = step.declared.model_fields.get(step.part) if is_record(step.declared) else None
        if field is None or not field.is_required():
            return tuple(step.part for step in steps[:n])
    return None


def _put_in(to: Mapping, stand_in: Mapping, loc: Path) -> None:
    """Puts what stands at a path in a sound tree at the same path of another."""
    for part in map(str, loc):
        below = to.value(part)
        sound = stand_in.value(part)
        if not isinstance(below, Mapping) or not isinstance(sound, Mapping) or part == loc[-1]:
            if part in stand_in.entries:
                to.entries[part] = deepcopy(stand_in.entries[part])
            return
        to, stand_in = below, sound
