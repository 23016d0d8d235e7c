"""What leaves the log is what is in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import TypeAdapter

from simulator.model.event import Event
from simulator.reports.export import csv_header, csv_rows, session_records
from simulator.reports.inert import json_line
from simulator.reports.plain import plain
from simulator.reports.transcript import Turn, transcript, turns_of
from simulator.store.records import Review
from simulator.store.store import Store
from tests.store.sample import NOON, add_session, ending, meta, opening, score, turn
from tests.texts import anything

EVENT: TypeAdapter[Event] = TypeAdapter(Event)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as opened:
        yield opened


def session_lines(store: Store, session: str) -> list[str]:
    """A session as the export writes it."""
    return [json_line(record) for record in session_records(store, store.session(session))]


def table(store: Store, *sessions: str) -> list[dict[str, str]]:
    criteria = store.criteria()
    rows = [line for s in sessions for line in csv_rows(store, store.session(s), criteria)]
    return list(csv.DictReader(io.StringIO(csv_header(criteria) + "".join(rows), newline="")))


def test_a_turn_holds_what_was_said_and_what_came_of_it(store: Store) -> None:
    session = add_session(store, "I am sorry.", "Tomorrow.", ended=True)
    turns, last_words = turns_of(store.events(session))
    assert turns == (
        Turn(1, "opening", ("Where is the manager?",), 70, "I am sorry.", NOON + 30, 12.5, score("I am sorry."), 55),
        Turn(2, "story", ("Well?",), 55, "Tomorrow.", NOON + 60, 12.5, score("Tomorrow."), 55),
    )
    assert last_words == ("Well?", "Thank you.")


def test_a_reply_that_was_saved_but_never_scored_is_shown_all_the_same(store: Store) -> None:
    session = store.create(meta(), opening())
    store.append(session, turn(1, "lost?")[:1], after=2, at=NOON + 5)
    (only,), _ = turns_of(store.events(session))
    assert (only.reply, only.score, only.mood_after) == ("lost?", None, None)
    assert table(store, session)[0]["reply"] == "lost?"
    assert "lost?" in plain(transcript(store, store.session(session)), "en")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(reply=anything, trainee=anything)
def test_json_lines_hold_every_event_whole(store: Store, reply: str, trainee: str) -> None:
    session = add_session(store, reply, trainee=trainee)
    store.add_review(session, Review(NOON, reply, trainee))
    head, *events, review = (json.loads(line.encode("utf-8")) for line in session_lines(store, session))
    assert (head["type"], head["session"], head["trainee"]) == ("session", session, trainee)
    assert (review["type"], review["went_well"], review["next_time"]) == ("review", reply, trainee)
    place = ("session", "seq", "at", "seconds")
    assert [EVENT.validate_python({k: v for k, v in e.items() if k not in place}) for e in events] == [
        e.event for e in store.events(session)
    ]
    assert [e["seq"] for e in events] == [1, 2, 3, 4, 5, 6]
    assert [e.get("seconds") for e in events] == [None, None, 12.5, None, None, None]


def test_times_are_in_utc_to_the_millisecond(store: Store) -> None:
    session = store.create(meta(started=0.25), opening())
    assert json.loads(session_lines(store, session)[0])["started"] == "1970-01-01T00:00:00.250Z"


def test_the_table_has_a_row_per_turn_and_a_column_per_criterion(store: Store) -> None:
    one = add_session(store, "sorry", "tomorrow", ended=True)
    two = store.create(meta(lang="zh", started=NOON + 9), opening("经理呢？"))
    store.append(two, turn(1, "好", scored=score("好", levels={"expectation": 0}, flags=())), after=2, at=NOON + 10)
    rows = table(store, one, two)
    assert [(r["session"], r["turn"], r["beat"], r["reply"]) for r in rows] == [
        (one, "1", "opening", "sorry"), (one, "2", "story", "tomorrow"), (two, "1", "opening", "好"),
    ]  # fmt: skip
    assert [(r["level_listening"], r["level_apology"], r["level_expectation"]) for r in rows] == [
        ("1", "2", ""), ("1", "2", ""), ("", "", "0"),
    ]  # fmt: skip
    assert [(r["flags"], r["outcome"], r["mood"], r["mood_after"], r["seconds"]) for r in rows] == [
        ("blame", "resolved", "70", "55", "12.5"), ("blame", "resolved", "55", "55", "12.5"), ("", "", "70", "55", ""),
    ]  # fmt: skip


def test_no_cell_of_the_table_runs_as_a_formula(store: Store) -> None:
    attack = '=HYPERLINK("http://x","y")'
    session = store.create(meta(trainee="+1", title="@x"), opening("－1"))
    store.append(session, turn(1, attack), after=2, at=NOON)
    (row,) = table(store, session)
    assert row["reply"] == "'" + attack
    assert (row["trainee"], row["title"], row["customer"]) == ("'+1", "'@x", "'－1")


@pytest.mark.parametrize("lang", ["en", "zh", "zh-Hant"])
def test_the_transcript_tells_levels_evidence_mood_and_time(store: Store, lang: str) -> None:
    session = add_session(store, "I am sorry.", ended=True)
    store.add_review(session, Review(NOON, "I kept calm.", "Ask first."))
    shown = plain(transcript(store, store.session(session)), lang, {"apology": "Saying sorry"})
    said = ("Where is the manager?", "I am sorry.", "Thank you.", "I kept calm.", "Ask first.")
    earned = ("Saying sorry 2", "listening 1", "blame", "“I am sorry.”", "sorry: sorry", "40.0", "70 → 55", "12.5")
    for part in ("Li Na", *said, *earned):
        assert part in shown


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=anything)
def test_no_text_can_pass_for_a_line_of_the_transcript(store: Store, words: str) -> None:
    about: dict[str, Any] = {"trainee": words, "title": words}
    session = store.create(meta(**about), opening(words))
    store.append(session, (*turn(1, words), *ending()), after=2, at=NOON, seconds=1.0)
    store.save_draft(session, words, NOON)
    shown = plain(transcript(store, store.session(session)), "en")
    plainly = plain(transcript(store, store.session(add_session(store, "x", ended=True))), "en")
    quoted = [line for line in shown.split("\n") if line.startswith("  │ ")]
    ours = [line for line in shown.split("\n") if not line.startswith("  │ ")]
    per_text = words.count("\n") + 1
    assert len(quoted) == per_text * (3 if words else 2) + 2
    # One heading and one blank line more for the draft.
    assert len(ours) == len([x for x in plainly.split("\n") if not x.startswith("  │ ")]) + (2 if words else 0)
    assert "\x1b" not in shown
