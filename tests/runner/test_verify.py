"""Verifying plays each session again: what its chain cannot show, the replies do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from simulator.library.library import Library
from simulator.model.intake import FilledRecord
from simulator.runner.rescore import Anew, Keeping, Rescoring
from simulator.runner.runner import Runner
from simulator.runner.verify import Verifier, on_cores
from simulator.store import chain
from simulator.store.store import Store

KIND = "I'm so sorry about the leak, Mrs Wen. Please tell me what happened."


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A log with a session played to its end, and others: broken off, branched, tried, recorded. The first one's id."""
    folder = tmp_path_factory.mktemp("played")
    with Store.open(folder) as store:
        runner = Runner(Library(), store)
        session = runner.start("leaking-flat", "en", "Li Na")
        while not session.state.ended:
            session.send(KIND)
        runner.start("leaking-flat", "zh", "李娜").send("抱歉。")
        runner.branch(session.id, 2).send("No.")
        runner.start("leaking-flat", "en", "Li Na", beat="opening", mood=20)
        recorded = runner.start("clinic-desk", "en", "Li Na")
        while not recorded.state.ended:
            recorded.send("")
        recorded.record(FilledRecord(name="Mr Somebody", content="He waited."))
        recorded.answer("apology", 1)
        recorded.record(FilledRecord(name="Mr Somebody", content="He waited two hours."))
    return folder, session.id


@pytest.fixture
def store(played: tuple[Path, str], tmp_path: Path) -> Iterator[Store]:
    with Store.open(shutil.copytree(played[0], tmp_path / "log")) as opened:
        yield opened


@pytest.fixture
def session(played: tuple[Path, str]) -> str:
    return played[1]


def found(store: Store, session: str) -> list[tuple[str, int | None]]:
    """(code, number) of all findings, which must be about the session."""
    findings = [*Verifier(store).findings()]
    assert {finding.id for finding in findings} <= {session}
    return [(finding.code, finding.seq) for finding in findings]


def number(store: Store, session: str, kind: str) -> int:
    """The number of an event of the second turn."""
    return next(s.seq for s in store.events(session) if s.event.type == kind and getattr(s.event, "turn", 0) == 2)


def forge(store: Store, session: str, change: Callable[[dict[str, Any]], object], engine: str | None = None) -> None:
    """Rewrites a session as someone would who owns the log and knows how the chain is made."""
    raw = store.raw_session(session)
    assert raw is not None
    row = [*raw.row[:8], engine or raw.row[8], *raw.row[9:]]

    def work() -> None:
        with store._db.removing():
            head = chain.session_root(row, raw.texts)
            store._db.run("UPDATE sessions SET engine = ?, root = ? WHERE id = ?", row[8], head, session)
            for seq, at, seconds, kind, data, _ in raw.events:
                event = json.loads(data)
                change(event)
                head = chain.event_hash(head, session, seq, at, seconds, kind, json.dumps(event))
                update = "UPDATE events SET data = ?, hash = ? WHERE session = ? AND seq = ?"
                store._db.run(update, json.dumps(event), head, session, seq)
            store._db.run("UPDATE standings SET head = ? WHERE session = ?", head, session)

    store._db.write(work)


def flatter(event: dict[str, Any]) -> None:
    if event["type"] == "scored" and event["turn"] == 2:
        event["score"]["levels"] = dict.fromkeys(event["score"]["levels"], 3)


def calm(event: dict[str, Any]) -> None:
    if event["type"] == "moved" and event["turn"] == 2:
        event["mood"] -= 1


def nothing(event: dict[str, Any]) -> None:
    pass


def test_all_ways_of_beginning_and_breaking_off_verify(store: Store) -> None:
    verifier = Verifier(store)
    went_on: list[int] = []
    assert [*verifier.findings(went_on.append)] == []
    assert (verifier.tally.sessions, verifier.tally.replayed, len(went_on)) == (5, 5, 5)


def test_a_flattered_score_is_found_even_where_its_chain_was_made_again(store: Store, session: str) -> None:
    forge(store, session, flatter)
    assert found(store, session) == [("differs_score", number(store, session, "scored")), ("differs_result", None)]


def test_a_customer_made_calmer_is_found(store: Store, session: str) -> None:
    forge(store, session, calm)
    assert ("differs_play", number(store, session, "moved")) in found(store, session)


def test_a_result_that_the_replies_do_not_make_is_found(store: Store, session: str) -> None:
    def work() -> None:
        with store._db.removing():
            better = (
                "UPDATE results SET score = 99, data = replace(data, '\"score\": ', '\"score\": 9') WHERE session = ?"
            )
            store._db.run(better, session)
            store._db.run("UPDATE standings SET score = 99 WHERE session = ?", session)

    store._db.write(work)
    assert found(store, session) == [("differs_result", None)]


def test_a_rewritten_session_does_not_fit_the_receipt_that_was_given_for_it(store: Store, session: str) -> None:
    head = store.session(session).standing.head
    lines = ["Li Na handed this in:", f"  {session.upper()}  {head[:16]}", json.dumps({"id": session, "head": head})]
    assert [*Verifier(store).receipts(lines)] == []
    unknown = f"{'0' * 32} {head}"
    assert [f.code for f in Verifier(store).receipts([unknown])] == ["receipt_unknown"]
    forge(store, session, calm)
    verifier = Verifier(store)
    assert [f.code for f in verifier.receipts(lines)] == ["receipt", "receipt"]
    assert (verifier.tally.receipts, verifier.tally.findings) == (2, 2)


def test_scores_of_another_version_are_counted_and_not_compared(store: Store, session: str) -> None:
    forge(store, session, flatter, engine="0.0.1")
    verifier = Verifier(store)
    assert [*verifier.findings()] == []
    assert (verifier.tally.other_engine, verifier.tally.replayed) == ({"0.0.1": 1}, 4)


def rescored(store: Store, session: str, **changed: object) -> None:
    """Keeps what a session gets anew by its own rubric, or something else that is said to be that."""
    anew = Rescoring(store, None).of(session)
    assert isinstance(anew, Anew)
    kept = replace(anew, rescored=anew.rescored.model_copy(update=changed), known=False)
    Keeping(store, "Ms Ito").keep(kept, None, 2e9)


def test_marks_kept_from_scoring_anew_are_worked_out_again(store: Store, session: str) -> None:
    for id_ in store.ids("sessions"):
        rescored(store, id_)
    verifier = Verifier(store)
    assert [*verifier.findings()] == []
    assert (verifier.tally.rescored, verifier.tally.other_rescored) == (5, 0)


@pytest.mark.parametrize("better", [{"score": 99.0}, {"passed": True}, {"scores": ()}])
def test_a_mark_kept_that_the_replies_do_not_get_is_found(store: Store, session: str, better: dict[str, Any]) -> None:
    rescored(store, session)
    rescored(store, session, **better)
    assert found(store, session) == [("differs_rescored", 2)]


def test_a_level_flattered_in_what_was_kept_is_found(store: Store, session: str) -> None:
    anew = Rescoring(store, None).of(session)
    assert isinstance(anew, Anew)
    first, *others = anew.rescored.scores
    rescored(store, session, scores=(replace(first, levels=dict.fromkeys(first.levels, 3)), *others))
    assert found(store, session) == [("differs_rescored", 1)]


def test_a_mark_kept_before_the_session_went_on_is_right_about_what_was_said_till_then(store: Store) -> None:
    runner = Runner(Library(), store)
    session = runner.start("leaking-flat", "en", "Li Na")
    session.send(KIND)
    rescored(store, session.id)
    session.send("No.")
    verifier = Verifier(store)
    assert [*verifier.findings()] == []
    assert verifier.tally.rescored == 1


def test_marks_kept_by_another_version_are_counted_and_not_compared(store: Store, session: str) -> None:
    rescored(store, session, engine="0.0.1", score=99.0)
    verifier = Verifier(store)
    assert [*verifier.findings()] == []
    assert (verifier.tally.rescored, verifier.tally.other_rescored) == (0, 1)


def test_on_several_cores_the_same_is_found_in_the_same_order(tmp_path: Path, played: tuple[Path, str]) -> None:
    log = shutil.copytree(played[0], tmp_path / "log")
    with Store.open(log) as store:
        forge(store, played[1], flatter)
        sessions = [*store.ids("sessions")]
        other = next(session for session in sessions if session != played[1])

        def work() -> None:
            with store._db.removing():
                store._db.run("UPDATE events SET data = 'no JSON' WHERE session = ? AND seq = 1", other)

        store._db.write(work)
        alone = Verifier(store)
        wanted = [*alone.findings()]
    assert {finding.code for finding in wanted} == {"differs_score", "differs_result", "altered"}
    checked = on_cores(partial(Store.look, log), sessions, 2)
    with Store.open(log, read_only=True) as store:
        shared = Verifier(store)
        assert [*map(str, shared.findings(checked=checked))] == [*map(str, wanted)]
        assert shared.tally == alone.tally
