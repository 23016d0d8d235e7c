"""`simulator calibrate`: replies rated blind in spreadsheets, and how far people and the engine agree."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import group
from simulator.marking.rating import Calibration
from simulator.runner.calibrating import Calibrating
from simulator.runner.marks import Marks
from simulator.store.store import Store
from tests.runner.sat_class import sat

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def class_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("class")
    sat(folder)
    return folder


@pytest.fixture
def folder(class_: Path, tmp_path: Path) -> Path:
    (tmp_path / "log").mkdir()
    for file in (class_ / "log").iterdir():
        (tmp_path / "log" / file.name).write_bytes(file.read_bytes())
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def called(*words: str) -> Result:
        return CliRunner().invoke(group, ["--data-dir", str(folder / "log"), "--lang", "en", "calibrate", *words])

    return called


def started(run: Run, name: str = "may", *more: str) -> None:
    done = run("start", name, "--rater", "Ann", "--rater", "李", "--sample", "8", "--by", "Ms Ito", *more)
    assert done.exit_code == 0, done.output


def rows(run: Run, rater: str) -> list[dict[str, str]]:
    done = run("sheet", "--rater", rater)
    assert done.exit_code == 0, done.output
    return [*csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff")))]


def rated(run: Run, folder: Path, rater: str, level: Callable[[dict[str, str]], str], delimiter: str = ",") -> Result:
    """Fills a rater's sheet in as a spreadsheet would save it, and takes it."""
    kept = [row for row in rows(run, rater) if not row["id"].startswith("#")]
    for row in kept:
        row |= {name: level(row) for name in ("listening", "apology") if row[name] != "/"}
        row["flags"] = "Blame" if "fault" in row["reply"] else ""
    out = io.StringIO()
    writer = csv.DictWriter(out, [*kept[0]], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(kept)
    (folder / "sheet.csv").write_bytes(out.getvalue().encode("utf-8" if delimiter == "," else "utf-16"))
    return run("take", str(folder / "sheet.csv"), "--rater", rater)


def test_a_sample_is_drawn_evenly_and_the_same_from_the_same_seed(run: Run, folder: Path) -> None:
    started(run)
    started(run, "june")
    started(run, "july", "--seed", "2")
    with Store.open(folder / "log", read_only=True) as store:
        may, june, july = Calibrating(store, lambda: 0.0).sets()
        turns = {unit.unit: Marks(store).of(unit.session).by_engine[unit.turn - 1] for unit in may.units}
    assert may.units == june.units != july.units
    assert len({round(sum(one.levels.values()) / len(one.levels)) for one in turns.values()}) >= 2
    assert "There is a set may" in run("start", "may", "--rater", "Ann").stderr
    assert run("start", "x", "--rater", "engine").exit_code == 1
    assert run("start", "x", "--rater", "Ann", "--group", "Z").exit_code == 1


def test_a_sheet_shows_the_reply_in_its_context_and_nothing_of_what_anybody_gave(run: Run) -> None:
    started(run)
    ann, li = rows(run, "Ann"), rows(run, "李")
    units = [row["id"] for row in ann if not row["id"].startswith("#")]
    assert sorted(units) == sorted(row["id"] for row in li if not row["id"].startswith("#"))
    assert units != [row["id"] for row in li if not row["id"].startswith("#")]
    first = ann[0]
    assert first["customer"]
    assert first["reply"]
    assert {first["listening"], first["apology"], first["flags"]} <= {"", "/"}
    assert any("# apology 3" in row["id"] for row in ann)
    assert run("sheet", "--rater", "Bob").exit_code == 1


def test_ratings_come_back_from_any_spreadsheet_and_nothing_is_lost_or_taken_twice(run: Run, folder: Path) -> None:
    started(run)
    done = rated(run, folder, "Ann", lambda row: "2" if "sorry" in row["reply"] else "")
    assert done.exit_code == 0, done.output
    again = rated(run, folder, "Ann", lambda row: "" if "sorry" in row["reply"] else "1.0", ";")
    assert "8 of 8 are rated" in again.stderr, again.output
    # What was left blank the second time stays as it was.
    kept = [row for row in rows(run, "Ann") if not row["id"].startswith("#")]
    # Which replies are drawn hangs on the ids of their sessions, which are random.
    assert {row["apology"] for row in kept if "sorry" in row["reply"]} - {"/"} == {"2"}
    assert "0 ratings taken" in rated(run, folder, "Ann", lambda row: "").stderr
    assert "Ann 8, 李 0" in run("list").stdout


def test_a_row_that_says_nothing_sensible_is_told_and_all_others_are_taken(run: Run, folder: Path) -> None:
    started(run)
    first = rows(run, "Ann")[0]["id"]
    done = rated(run, folder, "Ann", lambda row: "7" if row["id"] == first else "0")
    assert done.exit_code == 1
    assert "row 2: " in done.stderr
    assert "must be 0, 1, 2 or 3, not 7." in done.stderr
    assert "7 ratings taken" in done.stderr
    (folder / "none.csv").write_text("a,b\n1,2\n", "utf-8")
    assert "first row must have" in run("take", str(folder / "none.csv"), "--rater", "Ann").stderr
    assert run("take", str(folder / "nowhere.csv"), "--rater", "Ann").exit_code == 2
    (folder / "odd.csv").write_text(f"id,apology,flags\nx:1,2,\n{first},2,balme\n", "utf-8")
    odd = run("take", str(folder / "odd.csv"), "--rater", "Ann").stderr
    assert "No reply of this set has the id x:1." in odd
    assert "(blame?)" in odd


@pytest.mark.parametrize("flags", ["Blame; 责怪客户", "blame Blame", "blame、blame"])
def test_flags_of_one_word_may_stand_side_by_side(run: Run, folder: Path, flags: str) -> None:
    started(run)
    first = rows(run, "Ann")[0]["id"]
    (folder / "flags.csv").write_text(f"id,apology,flags\n{first},/,{flags}\n", "utf-8")
    taken = run("take", str(folder / "flags.csv"), "--rater", "Ann")
    assert taken.exit_code == 0, taken.output
    assert next(row["flags"] for row in rows(run, "Ann") if row["id"] == first) == "blame"


def test_the_report_waits_for_all_and_changes_no_mark(run: Run, folder: Path) -> None:
    started(run)

    def marks() -> dict[str, object]:
        with Store.open(folder / "log", read_only=True) as store:
            return {row.id: Marks(store).of(row.id) for row in store.sessions()}

    before = marks()
    rated(run, folder, "Ann", lambda row: "3" if "sorry" in row["reply"] or "对不起" in row["reply"] else "0")
    waits = run("report")
    assert waits.exit_code == 1
    assert "Still to rate: 李 8 of 8" in waits.stderr
    assert "Engine against people" in run("report", "--early").stdout
    rated(run, folder, "李", lambda row: "2" if "sorry" in row["reply"] or "对不起" in row["reply"] else "0")
    told = run("report")
    assert told.exit_code == 0, told.output
    assert "Ann - 李" in told.stdout
    assert "engine - all (median)" in told.stdout
    record = json.loads(run("report", "--json").stdout)
    apology = next(one for one in record["agreement"] if one["name"] == "apology")
    (pair,) = apology["pairs"]
    assert (pair["count"], pair["higher"]) == (8, 0)
    assert pair["lower"] > 0
    assert apology["alpha"]["low"] <= apology["alpha"]["value"] <= apology["alpha"]["high"]
    assert all(one["people"] for one in record["disagreements"])
    assert marks() == before


def test_people_and_engine_are_compared_by_the_rubric_that_was_rated_by(run: Run, folder: Path, class_: Path) -> None:
    started(run)
    rubric = (class_ / "rubrics" / "core.yaml").read_text("utf-8").replace("apology", "regret")
    (folder / "other.yaml").write_text(rubric.replace("rubric: core", "rubric: other"), "utf-8")
    for rater in ("Ann", "李"):
        rated(run, folder, rater, lambda row: "1")
    before = run("report", "--json").stdout
    kept = CliRunner().invoke(group, ["--data-dir", str(folder / "log"), "rescore", "--rubric",
                                      str(folder / "other.yaml"), "--keep", "--jobs", "1"])  # fmt: skip
    assert kept.exit_code == 0, kept.output
    assert run("report", "--json").stdout == before
    assert "regret" not in rows(run, "Ann")[0]


def test_what_was_rated_feeds_the_harvest(run: Run, folder: Path) -> None:
    started(run)
    assert run("labels", str(folder / "set")).exit_code == 1
    rated(run, folder, "Ann", lambda row: "3")
    assert run("labels", str(folder / "set")).exit_code == 0
    files = [str(folder / "set" / name) for name in ("contexts.json", "replies.jsonl", "labels.jsonl")]
    done = CliRunner().invoke(group, ["--lang", "en", "harvest", "--labels", *files])
    assert done.exit_code == 0, done.output
    assert "Replies judged by people: 8" in done.stderr


def test_without_a_set_it_says_how_to_begin_one(run: Run, folder: Path) -> None:
    assert "calibrate start" in run("report").stderr
    started(run)
    assert "There are: may" in run("report", "april").stderr
    empty = CliRunner().invoke(group, ["--data-dir", str(folder / "none"), "--lang", "en", "calibrate", "start", "x",
                                       "--rater", "Ann"])  # fmt: skip
    assert "Nothing was played yet" in empty.stderr


def test_a_session_that_was_erased_is_no_longer_asked_for(run: Run, folder: Path) -> None:
    started(run)
    CliRunner().invoke(group, ["--data-dir", str(folder / "log"), "log", "erase", "S1", "--yes"])
    with Store.open(folder / "log") as store:
        calibrating = Calibrating(store, lambda: 0.0)
        made: Calibration = calibrating.named(None)
        left = calibrating.to_rate(made, "Ann")
        assert 0 < len(left) < len(made.units)
        assert len(calibrating.rated(made)) == len(left)
