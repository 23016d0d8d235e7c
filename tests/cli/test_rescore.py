"""`simulator rescore`: what another rubric makes of a class, before anything is kept, and after."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import group
from simulator.runner.gradebook import Gathering
from simulator.runner.marks import Marks
from simulator.store.store import Store
from tests.runner.sat_class import sat

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class that has sat, and beside it a rubric that asks more of an apology."""
    sat(tmp_path)
    rubric = (tmp_path / "rubrics" / "core.yaml").read_text("utf-8")
    stern = rubric.replace("rubric: core", "rubric: stern").replace(
        "level: 3, when: {sorry: 1", "level: 1, when: {sorry: 1"
    )
    assert stern != rubric
    (tmp_path / "rubrics" / "stern.yaml").write_text(stern, "utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def called(*words: str) -> Result:
        return CliRunner().invoke(group, ["--data-dir", str(folder / "log"), "--lang", "en", "rescore", *words])

    return called


def entries(folder: Path) -> list[str]:
    with Store.open(folder / "log", read_only=True) as store:
        return [entry.kind for entry in store.entries()]


def test_by_the_same_rubric_nobody_moves_and_nothing_is_kept_twice(run: Run, folder: Path) -> None:
    before = entries(folder)
    done = run("--jobs", "1", "--keep")
    assert done.exit_code == 0, done.output
    assert "8 sessions scored anew, 0 with" in done.stdout
    assert "Kept: 0." in done.stderr
    assert entries(folder) == before


def test_who_moved_on_what_by_which_rule_is_told_before_anything_is_kept(run: Run, folder: Path) -> None:
    before = entries(folder)
    done = run("--rubric", str(folder / "rubrics" / "stern.yaml"), "--diff", "--jobs", "1")
    assert done.exit_code == 0, done.output
    assert "S2  cold-tea" in done.stdout
    assert "failed now" in done.stdout
    assert "turn 1  Apology 3 → 1  (rules[0])" in done.stdout
    assert "│ 汤都凉了，实在对不起。" in done.stdout
    assert "Apology: 8 down" in done.stdout
    assert "8  Apology: rules[0] → rules[0]" in done.stdout
    assert "Nothing was kept" in done.stderr
    assert entries(folder) == before


def test_what_is_kept_is_the_engines_mark_and_a_persons_word_stays_and_is_to_be_looked_at(
    run: Run, folder: Path
) -> None:
    rubric = str(folder / "rubrics" / "stern.yaml")
    with Store.open(folder / "log", read_only=True) as store:
        played = {row.id: Marks(store).of(row.id) for row in store.sessions()}
        before = {row.person.id: row.marks for row in Gathering(store, "en").assessed("monday").rows}
    kept = run("--rubric", rubric, "--keep", "--jobs", "1", "--by", "Ms Ito")
    assert "Kept: 8." in kept.stderr
    assert "1 sessions were changed by hand" in kept.stdout
    again = run("--rubric", rubric, "--keep", "--jobs", "1")
    assert "Kept: 0." in again.stderr
    with Store.open(folder / "log") as store:
        marks = Marks(store)
        for row in store.sessions():
            mark, old = marks.of(row.id), played[row.id]
            assert marks.rubric(row.id).rubric == "stern"
            assert [[*one.levels] for one in mark.by_engine] == [[*one.levels] for one in old.by_engine]
            assert [one.override for one in mark.overrides] == [one.override for one in old.overrides]
            assert marks.score(row) == (mark.session.score, mark.session.passed)
        now = {row.person.id: row.marks for row in Gathering(store, "en").assessed("monday").rows}
    assert (now["S2"]["monday"].score or 0) < (before["S2"]["monday"].score or 0)
    assert now["S2"]["monday"].look_again
    # The score that a person gave stands.
    assert now["S3"]["monday"].score == before["S3"]["monday"].score
    back = run("--keep", "--jobs", "1")
    assert "Kept: 8." in back.stderr
    with Store.open(folder / "log") as store:
        assert {row.id: Marks(store).of(row.id).automatic for row in store.sessions()} == {
            session: mark.automatic for session, mark in played.items()
        }


def test_several_cores_give_the_same_lines_and_one_group_is_enough(run: Run, folder: Path) -> None:
    rubric = str(folder / "rubrics" / "stern.yaml")
    one = run("--rubric", rubric, "--json", "--jobs", "1")
    two = run("--rubric", rubric, "--json", "--jobs", "2")
    assert one.stdout == two.stdout
    records = [json.loads(line) for line in one.stdout.splitlines()]
    assert {record["trainee"] for record in records} == {"S1", "S2", "S3"}
    only = run("--rubric", rubric, "--json", "--group", "B")
    assert {json.loads(line)["trainee"] for line in only.stdout.splitlines()} == {"S3"}
    assert run("--group", "Z").exit_code == 1
    assert run("--rubric", "nowhere").exit_code == 2
