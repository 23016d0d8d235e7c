"""The declaration as JSON Schema, for editors."""

from __future__ import annotations

from typing import Any

from simulator.model.assessment import Assessment
from simulator.model.base import Record
from simulator.model.checking import Severities
from simulator.model.course import Course
from simulator.model.rubric import Rubric, Vocabulary
from simulator.model.scenario import Scenario

#: What a schema can be had for.
MODELS: dict[str, type[Record]] = {
    "scenario": Scenario,
    "rubric": Rubric,
    "vocabulary": Vocabulary,
    "assessment": Assessment,
    "course": Course,
    "check": Severities,
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a kind of file.

    Args:
        kind: a key of `MODELS`.
    """
    schema: dict[str, Any] = _plainer(MODELS[kind].model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _plainer(schema: Any) -> Any:
    """Without what an editor would only clutter its help with: null, made-up titles, empty defaults."""
    if isinstance(schema, list):
        return [_plainer(part) for part in schema if part != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    # A title is a text; a property of that name is a schema.
    kept = {
        key: _plainer(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and value in (None, [], {}))
    }
    (*only, last) = kept.get("anyOf", [None])
    if last is not None and not only:
        del kept["anyOf"]
        kept = {**last, **kept}
    return kept
