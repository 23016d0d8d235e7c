"""`simulator mark` and `simulator dispute`: what the desk does, as commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import group
from simulator.store.store import Store
from tests.runner.classroom import WELL, Now, opened, written

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def called(*words: str) -> Result:
        return CliRunner().invoke(group, ["--data-dir", str(tmp_path / "data"), "--lang", "en", *words])

    return called


@pytest.fixture
def played(tmp_path: Path) -> str:
    """A session of one good reply that is not over."""
    with Store.open(tmp_path / "data") as store:
        sitting = (room := opened(written(tmp_path / "class"), store, Now())).sit(room.seat("S1"))
        session = sitting.begin_next()
        assert session
        sitting.send(WELL["en"][0])
        return session.id


def test_a_mark_changed_disputed_answered_and_taken_back(run: Run, played: str) -> None:
    changed = run("mark", "override", played[:8], "--turn", "1", "--level", "apology=0", "--level", "listening=1",
                  "--reason", "Not \x1b[2Jmeant", "--by", "Ms Wang")  # fmt: skip
    assert changed.exit_code == 0, changed.output
    apology = changed.stdout.split("Kept as ")[1][:8]
    assert f"{played[:8]}: the engine gave no score" in changed.stdout
    disputed = run("dispute", played[:8], "I did mean it.", "--turn", "1", "--about", "apology").stdout
    waiting = run("mark", "list").stdout
    assert "Disputes that wait for an answer: 1" in waiting
    assert "Dispute, turn 1, Apology" in waiting
    id_ = disputed.split(" as ")[1][:8]
    assert run("mark", "answer", id_, "You did.", "--upheld", "--by", "Ms Wang").exit_code == 0
    assert "Nothing waits" in run("mark", "list").stderr
    back = run("mark", "override", played, "--take-back", apology, "--reason", "The trainee was right.")
    assert back.exit_code == 0, back.output
    told = run("mark", "list", played[:6]).stdout
    assert "turn 1: Apology" in told
    assert "→ 0  (Ms Wang" in told
    assert "Not \\x1b[2Jmeant" in told
    assert "\x1b" not in told
    assert f"taken back: {apology}" in told
    assert "Answer: upheld" in run("dispute", played).stdout
    records = [json.loads(line) for line in run("mark", "list", played, "--json").stdout.splitlines()]
    assert [one["kind"] for one in records] == ["override", "override", "dispute", "answer", "override"]


def test_trainees_and_groups_have_comments_and_grades(run: Run, played: str) -> None:
    assert run("mark", "grade", "trainee:Li Na", "优", "--strengths", "Calm.", "--by", "Ms Wang").exit_code == 0
    assert run("mark", "comment", "group:A", "Listen longer.", "--by", "Ms Wang").exit_code == 0
    told = run("mark", "list", "trainee:S1").stdout
    assert "Grade: excellent" in told
    assert "Strong: Calm." in told
    assert "Listen longer." in run("mark", "list", "group:A").stdout
    assert "Nobody said anything" in run("mark", "list", "group:B").stderr


def test_a_name_that_nobody_has_is_told_and_one_that_several_have_is_not_guessed_at(
    run: Run, played: str, tmp_path: Path
) -> None:
    nobody = run("mark", "grade", "trainee:S99", "good")
    assert nobody.exit_code == 0
    assert "Nobody in the log is called S99 so far." in nobody.stderr
    assert "a group Z so far. Groups: A." in run("mark", "comment", "group:Z", "x").stderr
    with Store.open(tmp_path / "data") as store:
        namesake = written(tmp_path / "other", "", "id,name,group,language\nS7,Li Na,B,en\n")
        (room := opened(namesake, store, Now())).sit(room.seat("S7"))
    several = run("mark", "grade", "trainee:Li Na", "good")
    assert several.exit_code == 1
    assert "Several seats have the name Li Na: S1, S7." in several.stderr
    assert "Nobody said anything" in run("mark", "list", "trainee:S7").stderr


def test_an_answer_says_which_disputes_there_are_where_it_is_not_clear(run: Run, played: str) -> None:
    ids = [run("dispute", played, why).stdout.split(" as ")[1][:8] for why in ("I did not.", "Nor did I.")]
    unclear = run("mark", "answer", played, "x", "--upheld")
    assert unclear.exit_code == 1
    assert all(id_ in unclear.stderr for id_ in ids)
    for id_ in ids:
        assert run("mark", "answer", id_, "Right.", "--upheld").exit_code == 0
    over = run("mark", "answer", played, "x", "--upheld")
    assert over.exit_code == 1
    assert "waits for an answer" in over.stderr


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("override", "SESSION", "--reason", "x"), 2, "Say what to change"),
        (("override", "SESSION", "--flag", "blame", "--reason", "x"), 2, "--turn"),
        (("override", "SESSION", "--turn", "1", "--level", "apology", "--reason", "x"), 2, "CRITERION=LEVEL"),
        (("override", "SESSION", "--turn", "1", "--level", "apology=9", "--reason", "x"), 1, "0, 1, 2 or 3"),
        (("override", "SESSION", "--turn", "1", "--level", "apology=1", "--reason", " "), 1, "Say why"),
        (("override", "SESSION", "--turn", "1", "--level", "apolgy=1", "--reason", "x"), 1, "Did you mean apology?"),
        (("override", "SESSION", "--score", "50", "--reason", "x"), 1, "is not over"),
        (("override", "ffffffff", "--score", "50", "--reason", "x"), 1, "No session"),
        (("override", "SESSION", "--turn", "1", "--level", "apology=1"), 2, "--reason"),
        (("comment", "SESSION", "x", "--turn", "7"), 1, "has 1"),
        (("answer", "ffff", "x", "--upheld"), 1, "No session"),
        (("answer", "SESSION", "x", "--upheld"), 1, "Nobody disputed"),
        (("override", "SESSION", "--take-back", "last", "--reason", "x"), 1, "No change"),
        (("comment", "S1/nowhere", "x"), 1, "S1 has no session of nowhere"),
    ],
)
def test_what_is_not_kept_says_why(run: Run, played: str, words: tuple[str, ...], code: int, told: str) -> None:
    done = run("mark", *(played if word == "SESSION" else word for word in words))
    assert done.exit_code == code, done.output
    assert told in done.stderr + str(done.exception)
    assert "Nothing waits" in run("mark", "list").stderr


def test_a_session_is_named_by_trainee_and_scenario_too(run: Run, played: str) -> None:
    changed = run("mark", "override", "S1/cold-soup", "--turn", "1", "--flag", "Blame", "--reason", "Heard it.")
    assert changed.exit_code == 0, changed.output
    assert run("dispute", "S1/cold-soup", "I did not.").exit_code == 0
    assert run("mark", "answer", "S1/cold-soup", "Right.", "--upheld").exit_code == 0
    back = run("mark", "override", "S1/cold-soup", "--take-back", "last", "--reason", "Misheard.")
    assert back.exit_code == 0, back.output


def test_an_empty_log_has_nothing_that_waits(run: Run) -> None:
    assert "Nothing waits" in run("mark", "list").stderr
