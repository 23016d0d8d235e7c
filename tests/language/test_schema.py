"""The schemas for editors: the same as the declaration, and the shipped files fit them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from simulator.language.check import files
from simulator.language.schema import MODELS, json_schema
from tests.language.ask import SHIPPED

FILES = {
    "scenario": SHIPPED / "scenarios" / "scenario.schema.json",
    "rubric": SHIPPED / "rubrics" / "rubric.schema.json",
    "vocabulary": SHIPPED / "rubrics" / "vocabulary.schema.json",
    "assessment": SHIPPED / "assessments" / "assessment.schema.json",
    "course": SHIPPED / "courses" / "course.schema.json",
    "check": SHIPPED / "rubrics" / "check.schema.json",
}
CONTENT = [path for folder in ("scenarios", "rubrics", "assessments", "courses") for path in files(SHIPPED / folder)]


class AsEditors(yaml.SafeLoader):
    """Reads as editors do, by the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012


AsEditors.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
AsEditors.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
AsEditors.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]*$"), list("-+0123456789"))
AsEditors.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(null|)$"), ["n", ""])


@pytest.mark.parametrize("kind", MODELS)
def test_file_and_declaration_say_the_same(kind: str) -> None:
    assert json.loads(FILES[kind].read_text("utf-8")) == json_schema(kind), "python tools/write_generated.py"
    jsonschema.Draft202012Validator.check_schema(json_schema(kind))


def as_json(value: Any) -> Any:
    """The keys as texts, which editors take them for."""
    if isinstance(value, dict):
        return {key if isinstance(key, str) else json.dumps(key): as_json(inner) for key, inner in value.items()}
    return [as_json(inner) for inner in value] if isinstance(value, list) else value


def schema_of(path: Path) -> Path:
    """The schema that a file's modeline names."""
    first = path.read_text("utf-8").partition("\n")[0]
    modeline = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert modeline, f"{path} has no modeline"
    return (path.parent / modeline[1]).resolve()


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: str(path.relative_to(SHIPPED)))
def test_an_editor_finds_nothing_wrong_with_the_shipped_files(path: Path) -> None:
    schema = schema_of(path)
    assert schema in FILES.values()
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text("utf-8")))
    value = as_json(yaml.load(path.read_text("utf-8"), AsEditors))
    assert [error.message for error in validator.iter_errors(value)] == []


def test_an_editor_sees_mistakes_and_completes_names() -> None:
    validator = jsonschema.Draft202012Validator(json_schema("scenario"))
    path = SHIPPED / "scenarios" / "en" / "leaking-flat.yaml"
    scenario = yaml.load(path.read_text("utf-8"), AsEditors)
    scenario["kind"] = "dely"
    scenario["beats"]["opening"]["ways"][0]["too"] = "storm"
    assert len(list(validator.iter_errors(scenario))) == 2
    assert json_schema("scenario")["properties"]["beats"]["description"] == "The beats, each under its name."
    assert "null" not in json.dumps(json_schema("scenario"))
