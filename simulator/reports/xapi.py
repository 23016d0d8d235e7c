"""Sessions as xAPI statements (1.0.3), one JSON object a line, for a learning record store.

`answered` for each reply (interaction type `long-fill-in`), `completed` for each session that came to its end, `passed`
or `failed` for each that counts; one that was closed with its sitting counts without being completed. Scores are those
that count; where a person changed one, the engine's stands beside it in an extension. An id is made from what the
statement says: the same export again gives the same ids, and a changed mark a new one.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from simulator.marking.official import Official
from simulator.reports.export import iso
from simulator.reports.inert import json_line
from simulator.reports.transcript import Turn
from simulator.store.records import SessionRow

#: Begins the ids of activities and extensions and is the home page of the accounts, unless an export says otherwise.
#: The name leads nowhere by RFC 2606; an own one keeps trainees of different houses apart.
HOME = "https://angry-customer-simulator.example"
_VERBS = "http://adlnet.gov/expapi/verbs"
_INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
_SIMULATION = "http://adlnet.gov/expapi/activities/simulation"
_ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"
_NAMESPACE = uuid.UUID("6d1f3c52-2c1e-5d0a-9f43-5a2f4b0c7e11")
_LANG = {"en": "en", "zh": "zh-Hans"}


def statements(
    row: SessionRow, turns: tuple[Turn, ...], mark: Official | None, trainee: str, home: str = HOME,
    assessment: tuple[str, str] | None = None,
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """The statements of a session.

    Args:
        row: the session.
        turns: what was said, and what the engine made of it.
        mark: its mark; None where it does not count.
        trainee: the account's name.
        home: an IRL without a slash at its end.
        assessment: (id, title) of the assessment that it belongs to.
    """
    place = f"{home}/scenarios/{_part(row.scenario)}/{row.lang}"
    scenario = {
        "objectType": "Activity",
        "id": place,
        "definition": {"type": _SIMULATION, "name": {_LANG.get(row.lang, row.lang): _plain(row.title)}},
    }
    groups = {}
    if assessment:
        name = {"en": _plain(assessment[1])}
        activity = {
            "id": f"{home}/assessments/{_part(assessment[0])}",
            "definition": {"type": _ASSESSMENT, "name": name},
        }
        groups["grouping"] = [activity]
    actor = {"objectType": "Agent", "account": {"homePage": home, "name": _plain(trainee) or "-"}}
    context: dict[str, Any] = {
        "registration": str(uuid.UUID(row.id)), "platform": f"angry-customer-simulator {row.engine}",
        "language": _LANG.get(row.lang, row.lang), "extensions": {f"{home}/extensions/rubric": row.rubric},
    }  # fmt: skip
    if groups:
        context["contextActivities"] = groups
    within = {**context, "contextActivities": {**groups, "parent": [scenario]}}
    for turn in turns:
        yield _with_id({
            "actor": actor, "verb": _verb("answered"), "object": _question(place, turn),
            "result": _answer(turn, mark, home), "context": within, "timestamp": iso(turn.at),
        })  # fmt: skip
    if mark is None:
        return
    result: dict[str, Any] = {"completion": not row.unfinished, "duration": _duration(row.last - row.started)}
    ended = {"actor": actor, "object": scenario, "context": context, "timestamp": iso(row.last)}
    done = {
        **result,
        "extensions": {f"{home}/extensions/ending": row.ending, f"{home}/extensions/outcome": row.outcome},
    }
    if not row.unfinished:
        yield _with_id({**ended, "verb": _verb("completed"), "result": done})
    if mark.session.score is None:
        return
    result |= {"success": mark.session.passed, "score": _score(mark.session.score)}
    if mark.session.score != mark.automatic.score:
        result["extensions"] = {f"{home}/extensions/score-by-engine": mark.automatic.score}
    yield _with_id({**ended, "verb": _verb("passed" if mark.session.passed else "failed"), "result": result})


def _question(scenario: str, turn: Turn) -> dict[str, Any]:
    # What the customer said is in the answer: an activity must be the same to everyone, and lines vary.
    definition = {"type": _INTERACTION, "interactionType": "long-fill-in", "name": {"en": _plain(turn.beat)}}
    return {"objectType": "Activity", "id": f"{scenario}/beats/{_part(turn.beat)}", "definition": definition}


def _answer(turn: Turn, mark: Official | None, home: str) -> dict[str, Any]:
    result: dict[str, Any] = {"response": _plain(turn.reply)}
    if turn.seconds is not None:
        result["duration"] = _duration(turn.seconds)
    extensions: dict[str, Any] = {
        f"{home}/extensions/turn": turn.number, f"{home}/extensions/mood": turn.mood,
        f"{home}/extensions/customer": _plain("\n".join(turn.customer)),
    }  # fmt: skip
    counted = mark.replies[turn.number - 1] if mark and turn.number <= len(mark.replies) else turn.score
    if counted:
        if counted.score is not None:
            result["score"] = _score(counted.score)
        extensions |= {f"{home}/extensions/levels": counted.levels, f"{home}/extensions/flags": list(counted.flags)}
    return {**result, "extensions": extensions}


def _score(score: float) -> dict[str, float]:
    return {"scaled": round(score / 100, 4), "raw": score, "min": 0, "max": 100}


def _verb(name: str) -> dict[str, Any]:
    return {"id": f"{_VERBS}/{name}", "display": {"en-US": name}}


def _duration(seconds: float) -> str:
    """As ISO 8601, to the hundredth of a second, as far as two durations are compared."""
    return f"PT{max(0.0, seconds):.2f}S"


def _part(words: str) -> str:
    """A part of an IRI."""
    return quote(_plain(words), safe="")


def _plain(words: str) -> str:
    """Text without the lone surrogates that no store can hold."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def _with_id(statement: dict[str, Any]) -> dict[str, Any]:
    return {"id": str(uuid.uuid5(_NAMESPACE, json_line(statement))), **statement}
