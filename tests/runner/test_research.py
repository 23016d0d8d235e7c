"""What leaves the log for research and learning record stores: by the rules, and without names where asked."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.library.library import Library
from simulator.marking.remarks import Comment, Dispute
from simulator.reports.inert import json_line
from simulator.reports.pseudonyms import Pseudonyms
from simulator.reports.xapi import HOME
from simulator.runner.research import Research, names
from simulator.runner.runner import Runner
from simulator.store.records import Review, about
from simulator.store.store import Store
from tests.runner.sat_class import sat
from tests.texts import anything

KEY = b"a secret of some length"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("class")
    sat(made)
    with Store.open(made / "log") as store:
        runner = Runner(Library(()).near(made / "monday.yaml"), store, clock=lambda: 3e9)
        session = runner.start(made / "scenarios" / "en" / "cold-pie.yaml", "en", "S1")
        session.send("I am Li Na, S1. So sorry about the cold soup, says Li Na.")
        dispute = Dispute(reason="I, Li Na, was sorry.")
        store.add_entry(session.id, "dispute", "Li Na", 3e9, dispute.model_dump())
        store.add_entry(about("trainee", "S1"), "comment", "Ms Ito", 3e9, Comment(text="Li Na listens.").model_dump())
        store.add_review(session.id, Review(3e9, "Li Na was sorry", "More of it"))
    return made


@pytest.fixture
def log(folder: Path) -> Iterator[Store]:
    with Store.open(folder / "log", read_only=True) as store:
        yield store


def everything(log: Store, pseudonyms: Pseudonyms | None = None) -> list[dict[str, Any]]:
    research = Research(log, pseudonyms)
    records = [record for row in log.sessions() for record in research.session(row)]
    return [json.loads(json_line(record)) for record in (*records, *research.rest())]


def test_everything_in_the_log_is_there(log: Store) -> None:
    records = everything(log)
    kinds = {record["type"] for record in records}
    assert kinds >= {"session", "spoke", "replied", "scored", "moved", "ended", "review", "mark", "entry", "assessment",
                     "sitting", "sitting_event"}  # fmt: skip
    assert sum(record["type"] == "entry" for record in records) == len([*log.entries()]) - len(
        [*log.entries(kind="review")]
    )
    assert {record["by_hand"] for record in records if record["type"] == "mark"} == {True, False}


def test_with_codes_no_name_is_left_and_the_same_person_has_the_same_code(log: Store) -> None:
    codes = Pseudonyms(KEY, names(log))
    records = everything(log, codes)
    whole = "\n".join(map(json_line, records))
    assert not re.search(r"Li Na|王芳|Tom\b|\bS[1-4]\b|Ms Ito|Mr Ott", whole)
    mine = codes.trainee("S1")
    assert {record["trainee"] for record in records if record["type"] == "session"} >= {mine}
    reply = next(record["text"] for record in records if record["type"] == "replied" and mine in record["text"])
    assert reply == f"I am {mine}, {mine}. So sorry about the cold soup, says {mine}."
    disputes = [record for record in records if record.get("kind") == "dispute"]
    assert [(one["author"], one["data"]["reason"]) for one in disputes] == [(mine, f"I, {mine}, was sorry.")]
    assert {record["author"][:2] for record in records if record.get("kind") == "override"} == {"R-"}
    assert next(record for record in records if record["type"] == "sitting")["name"] == mine


def test_another_key_gives_other_codes(log: Store) -> None:
    assert Pseudonyms(KEY, {}).trainee("S1") == Pseudonyms(KEY, {}).trainee("S1")
    assert Pseudonyms(KEY, {}).trainee("S1") != Pseudonyms(b"another secret, as long", {}).trainee("S1")


def test_evidence_stands_where_it_stood_in_the_reply_with_codes(log: Store) -> None:
    reply = ""
    found = 0
    for record in everything(log, Pseudonyms(KEY, names(log))):
        if record["type"] == "replied":
            reply = record["text"]
        if record["type"] == "scored":
            for one in record["score"]["evidence"]:
                found += 1
                assert reply[one["start"] : one["end"]] == one["quote"]
    assert found


@given(parts=st.lists(anything, max_size=4), name=st.sampled_from(["Li Na", "王芳", "x.*y", "Ann"]))
def test_whatever_is_said_the_own_name_goes_and_places_keep_their_order(parts: list[str], name: str) -> None:
    codes = Pseudonyms(KEY, {"S9": [name]})
    reply = f" {name} ".join(parts)
    assert f" {name} " not in codes.words(reply, "S9")
    evidence = [{"start": n, "end": min(len(reply), n + 3), "quote": ""} for n in range(0, len(reply), 3)]
    scored = codes.scored({"type": "scored", "score": {"evidence": evidence}}, reply, "S9")["score"]["evidence"]
    said = codes.words(reply, "S9")
    assert all(0 <= one["start"] <= one["end"] <= len(said) for one in scored)
    assert all(said[one["start"] : one["end"]] == one["quote"] for one in scored)


# The rules of the specification that these statements come under (xAPI 1.0.3, part two).

IRI = re.compile(r"[a-z][a-z0-9+.\-]*:\S+")
DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
TOP = {
    "id",
    "actor",
    "verb",
    "object",
    "result",
    "context",
    "timestamp",
    "stored",
    "authority",
    "version",
    "attachments",
}
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
CONTEXT = {"registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement",
           "extensions"}  # fmt: skip
LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def by_the_rules(statement: dict[str, Any]) -> None:
    """Fails where a store would refuse the statement."""
    assert set(statement) <= TOP
    assert {"actor", "verb", "object"} <= set(statement)
    assert str(uuid.UUID(statement["id"])) == statement["id"]
    assert uuid.UUID(statement["id"]).variant == uuid.RFC_4122
    no_nulls(statement)
    actor(statement["actor"])
    assert IRI.fullmatch(statement["verb"]["id"])
    language_map(statement["verb"]["display"])
    activity(statement["object"])
    at = statement["timestamp"]
    assert datetime.fromisoformat(at.replace("Z", "+00:00")).tzinfo is not None
    assert not re.search(r"-00(:?00)?$", at)
    result(statement["result"])
    context = statement["context"]
    assert set(context) <= CONTEXT
    assert str(uuid.UUID(context["registration"])) == context["registration"]
    assert LANG.fullmatch(context["language"])
    extensions(context.get("extensions", {}))
    for kind, activities in context.get("contextActivities", {}).items():
        assert kind in ("parent", "grouping", "category", "other")
        for one in activities:
            activity(one)


def no_nulls(value: Any, inside_extensions: bool = False) -> None:
    if isinstance(value, dict):
        for key, one in value.items():
            no_nulls(one, inside_extensions or key == "extensions")
    elif isinstance(value, list):
        for one in value:
            no_nulls(one, inside_extensions)
    else:
        assert inside_extensions or value is not None


def actor(one: dict[str, Any]) -> None:
    assert one.get("objectType", "Agent") in ("Agent", "Group")
    identified = {"mbox", "mbox_sha1sum", "openid", "account"} & set(one)
    assert len(identified) == 1
    if "mbox" in one:
        assert re.fullmatch(r"mailto:[^@\s]+@[^@\s]+", one["mbox"])
    if "account" in one:
        assert set(one["account"]) == {"homePage", "name"}
        assert IRI.fullmatch(one["account"]["homePage"])
        assert isinstance(one["account"]["name"], str)
        assert one["account"]["name"]


def language_map(one: dict[str, str]) -> None:
    assert all(LANG.fullmatch(tag) and isinstance(words, str) for tag, words in one.items())


def extensions(one: dict[str, Any]) -> None:
    assert all(IRI.fullmatch(key) for key in one)


def activity(one: dict[str, Any]) -> None:
    assert one.get("objectType", "Activity") == "Activity"
    assert IRI.fullmatch(one["id"])
    definition = one.get("definition", {})
    for key in ("name", "description"):
        language_map(definition.get(key, {}))
    if "type" in definition:
        assert IRI.fullmatch(definition["type"])
    if "interactionType" in definition:
        assert definition["interactionType"] in {
            "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert",
            "numeric", "other",
        }  # fmt: skip


def result(one: dict[str, Any]) -> None:
    assert set(one) <= RESULT
    assert all(isinstance(one[key], bool) for key in ("success", "completion") if key in one)
    assert isinstance(one.get("response", ""), str)
    if "duration" in one:
        assert DURATION.fullmatch(one["duration"])
    if "score" in one:
        score = one["score"]
        assert set(score) <= {"scaled", "raw", "min", "max"}
        assert -1 <= score["scaled"] <= 1
        assert score["min"] <= score["raw"] <= score["max"]
    extensions(one.get("extensions", {}))


def test_every_statement_keeps_the_rules_and_none_has_an_id_twice(log: Store) -> None:
    research = Research(log)
    made = [json.loads(json_line(one)) for row in log.sessions() for one in research.statements(row, HOME)]
    for statement in made:
        by_the_rules(statement)
    assert len({one["id"] for one in made}) == len(made)
    verbs = [one["verb"]["id"].rpartition("/")[2] for one in made]
    over = [row for row in log.sessions() if not row.unfinished]
    assert verbs.count("completed") == verbs.count("passed") + verbs.count("failed") == len(over)
    assert verbs.count("answered") == sum(row.turns for row in log.sessions())
    again = [one["id"] for row in log.sessions() for one in Research(log).statements(row, HOME)]
    assert again == [one["id"] for one in made]


def test_the_mark_of_a_statement_is_the_one_that_counts(log: Store) -> None:
    row = next(row for row in log.sessions(trainee="S3") if [*log.entries(row.id, kind="override")])
    last = [*Research(log).statements(row, "https://college.example")][-1]
    assert last["verb"]["id"].endswith("/failed")
    assert (last["result"]["score"]["raw"], last["result"]["success"]) == (50, False)
    assert last["result"]["extensions"] == {"https://college.example/extensions/score-by-engine": 0.0}
    assert last["actor"]["account"] == {"homePage": "https://college.example", "name": "S3"}


def test_statements_can_have_codes_too(log: Store) -> None:
    codes = Pseudonyms(KEY, names(log))
    whole = "".join(json_line(one) for row in log.sessions() for one in Research(log, codes).statements(row, HOME))
    assert not re.search(r"Li Na|\bS[1-4]\b", whole)
    assert codes.trainee("S1") in whole
