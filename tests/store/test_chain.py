"""Whatever is altered, lost or put elsewhere in the log is found, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.play.score import SessionScore
from simulator.store import chain, sqlite_schema
from simulator.store.records import Review, SittingMeta, about
from simulator.store.store import FILE_NAME, Store
from tests.store.sample import NOON, add_session, ending, meta, opening, turn

Tamper = Callable[..., None]


def found(store: Store) -> list[tuple[str, str, int | None]]:
    """(id, code, number) of all findings."""
    findings = [*store.check_texts()]
    findings += [f for session in store.ids("sessions") for f in store.check_session(session)]
    findings += [f for sitting in store.ids("sittings") for f in store.check_sitting(sitting)]
    findings += [*store.check_entries()]
    return [(f.id, f.code, f.seq) for f in findings]


@pytest.fixture
def session(store: Store) -> str:
    """A session of three turns that has ended, among others, with entries about it."""
    add_session(store, "another")
    session = add_session(store, "one", "two", "three")
    store.append(session, ending(), after=14, at=NOON, result=SessionScore(50.0, {"apology": 2.0}, (), False))
    store.branch(session, 2, NOON)
    store.add_review(session, Review(NOON, "well", "better"))
    for number in range(3):
        store.add_entry(session, "comment", "Dr Wu", NOON, {"text": f"{number} 好"})
    store.add_entry(about("trainee", "Li Na"), "grade", "Dr Wu", NOON, {"grade": "优"})
    return session


@pytest.fixture
def sitting(store: Store, session: str) -> str:
    """A sitting with that session."""
    texts = [("assessment", "a.yaml", "assessment: a"), ("rubric", "r.yaml", "rubric: r\n")]
    digest = store.add_assessment("a", "A", texts, NOON)
    about_it = SittingMeta(assessment=digest, seat="1", name="Li Na", lang="en", attempt=1, seed="7", started=NOON)
    sitting = store.begin_sitting(about_it)
    after = store.add_sitting_event(sitting, "begun", {}, NOON, after=0).seq
    after = store.add_sitting_event(sitting, "opened", {"place": 1}, NOON, after=after, session=session).seq
    store.add_sitting_event(sitting, "finished", {}, NOON, after=after)
    return sitting


def test_a_log_that_nobody_touched_holds(store: Store, session: str, sitting: str) -> None:
    assert found(store) == []


@pytest.mark.parametrize(
    ("change", "code", "seq"),
    [
        ("UPDATE events SET data = replace(data, 'two', 'too') WHERE seq = 7 AND session = '{}'", "altered", 7),
        ("UPDATE events SET at = at - 1 WHERE seq = 7 AND session = '{}'", "altered", 7),
        ("UPDATE events SET seconds = 1 WHERE seq = 7 AND session = '{}'", "altered", 7),
        ("UPDATE events SET type = 'spoke' WHERE seq = 7 AND session = '{}'", "altered", 7),
        ("UPDATE events SET hash = '00' WHERE seq = 7 AND session = '{}'", "altered", 7),
        ("DELETE FROM events WHERE seq = 7 AND session = '{}'", "missing", 7),
        ("DELETE FROM events WHERE seq BETWEEN 7 AND 9 AND session = '{}'", "missing_many", 7),
        ("DELETE FROM events WHERE seq = 16 AND session = '{}'", "missing", 16),
        ("DELETE FROM events WHERE session = '{}'", "missing_many", 1),
        ("UPDATE sessions SET trainee = '\"Eve\"' WHERE id = '{}'", "root", None),
        ("UPDATE sessions SET started = started + 1 WHERE id = '{}'", "root", None),
        ("UPDATE sessions SET engine = '9' WHERE id = '{}'", "root", None),
        ("UPDATE sessions SET branch_turn = 1 WHERE id = '{}'", "root", None),
        ("DELETE FROM session_texts WHERE place = 2 AND session = '{}'", "root", None),
        ("UPDATE standings SET score = 100 WHERE session = '{}'", "summary", None),
        ("UPDATE standings SET mood = 0 WHERE session = '{}'", "summary", None),
        ("UPDATE results SET score = 100 WHERE session = '{}'", "summary", None),
        ("DELETE FROM results WHERE session = '{}'", "summary", None),
    ],
)
def test_what_was_done_to_a_session_is_named(
    store: Store, session: str, tamper: Tamper, change: str, code: str, seq: int | None
) -> None:
    tamper(change.format(session))
    assert found(store)[0] == (session, code, seq)
    assert {id_ for id_, *_ in found(store)} == {session}


def test_events_in_each_others_place_are_told_with_the_number_they_had(
    store: Store, session: str, tamper: Tamper
) -> None:
    swap = "UPDATE events SET seq = {} WHERE seq = {} AND session = '" + session + "'"
    tamper(swap.format(99, 7), swap.format(7, 11), swap.format(11, 99))
    assert {(session, "reordered", 7), (session, "reordered", 11)} <= {*found(store)}
    assert [f.values for f in store.check_session(session) if f.seq == 7] == [{"was": 11}]


def test_numbers_closed_up_over_a_gap_do_not_hide_it(store: Store, session: str, tamper: Tamper) -> None:
    closing = f"UPDATE events SET seq = seq - 1 WHERE session = '{session}' AND seq = {{}}"
    tamper(f"DELETE FROM events WHERE session = '{session}' AND seq = 7", *(closing.format(n) for n in range(8, 17)))
    assert {(id_, seq) for id_, _, seq in found(store)} >= {(session, 7), (session, 16)}


@pytest.mark.parametrize(
    ("change", "code", "seq"),
    [
        ("UPDATE entries SET data = '{{}}' WHERE seq = 2 AND subject = '{}'", "altered", 2),
        ("UPDATE entries SET author = '\"Eve\"' WHERE seq = 2 AND subject = '{}'", "altered", 2),
        ("DELETE FROM entries WHERE seq = 2 AND subject = '{}'", "missing", 2),
    ],
)
def test_what_was_done_to_an_entry_is_named(
    store: Store, session: str, tamper: Tamper, change: str, code: str, seq: int
) -> None:
    tamper(change.format(session))
    assert found(store) == [(session, code, seq)]


@pytest.mark.parametrize(
    ("change", "code", "seq"),
    [
        ("UPDATE sitting_events SET at = 0 WHERE seq = 2", "altered", 2),
        ("UPDATE sitting_events SET session = NULL WHERE seq = 2", "altered", 2),
        ("DELETE FROM sitting_events WHERE seq = 3", "missing", 3),
        ("UPDATE sittings SET attempt = 2", "root", None),
    ],
)
def test_what_was_done_to_a_sitting_is_named(
    store: Store, sitting: str, tamper: Tamper, change: str, code: str, seq: int | None
) -> None:
    tamper(change)
    assert found(store) == [(sitting, code, seq)]


def test_an_altered_text_and_an_assessment_that_rests_on_another_are_named(
    store: Store, sitting: str, tamper: Tamper
) -> None:
    (digest,) = {a.digest for a in store.assessments()}
    rubric = store.assessment_texts(digest)[1].digest
    other = store.texts(next(store.ids("sessions")))[0].digest
    tamper(f"UPDATE assessment_texts SET digest = '{other}' WHERE role = 'rubric'")
    assert found(store) == [(digest, "assessment", None)]
    tamper(f"UPDATE contents SET data = (SELECT data FROM contents WHERE digest = '{other}') WHERE digest = '{rubric}'")
    assert (rubric, "text", None) in found(store)


def test_both_homes_give_the_same_session_the_same_chain(store: Store) -> None:
    session = store.create(meta(trainee="李娜 \ud800\0"), opening())
    raw = store.raw_session(session)
    assert raw is not None
    texts = [(ref.role, ref.name, store.content(ref.digest)) for ref in store.texts(session)]
    assert [role for role, *_ in texts] == ["scenario", "rubric", "rubric"]
    row = (
        session, NOON, '"\\u674e\\u5a1c \\ud800\\u0000"', "leaking-flat", "en", '"The leaking flat"', "core",
        "ab" * 32, "0.1.0", None, None, 0,
    )  # fmt: skip
    assert raw.root == chain.session_root(row, raw.texts)
    assert store.session(session).standing.head == raw.events[-1][5]


def test_a_first_version_log_is_chained_when_it_is_brought_forward_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_version(tmp_path)
    for read_only in (True, False, True):
        with Store.open(tmp_path, read_only=read_only) as store:
            assert found(store) == []
            (row,) = store.sessions()
            assert (row.trainee, row.turns, row.mood, row.outcome, row.score) == ("Li Na", 1, 55, "resolved", 72.5)
            assert store.review(row.id) == Review(NOON, "b", "c")
            raw = store.raw_session(row.id)
            assert raw is not None
            assert raw.row[-1] == 1
    with Store.open(tmp_path) as store:
        store.append(row.id, turn(2, "on"), after=8, at=NOON)
        assert found(store) == []


def first_version(folder: Path) -> str:
    """Makes a log of the first version with one session. Returns the session's id."""
    db = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    for statement in sqlite_schema.MIGRATIONS[0]:
        assert isinstance(statement, str)
        db.execute(statement)
    db.execute("PRAGMA user_version = 1")
    with Store.open(folder / "new") as new:
        session = add_session(new, "one", ended=True)
        raw = new.raw_session(session)
        assert raw is not None
        contents = [(digest, new.raw_content(digest)) for digest in new.digests()]
    db.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", raw.row[:-1])
    db.executemany("INSERT INTO contents VALUES (?, ?)", contents)
    db.executemany("INSERT INTO session_texts VALUES (?, ?, ?, ?, ?)", [(session, *text) for text in raw.texts])
    db.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", [(session, *row[:-1]) for row in raw.events])
    db.execute("INSERT INTO results (session, at, score, passed, data) VALUES (?, ?, 72.5, 1, '{}')", (session, NOON))
    for words in ('"a"', '"b"'):
        db.execute("INSERT INTO reviews (session, at, went_well, next_time) VALUES (?, ?, ?, '\"c\"')",
                   (session, NOON, words))  # fmt: skip
    db.close()
    return session
