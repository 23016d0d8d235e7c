"""`simulator report` and `simulator grades` as people call them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import group
from simulator.library.library import Library
from simulator.runner.runner import Runner
from simulator.store.store import Store
from tests.cli.run import simulator
from tests.runner.classroom import WELL, written

HOSTILE = ("../../x", "S1", "s1", "=cmd", "王芳", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file = written(tmp_path)
    with Store.open(tmp_path / "log") as store:
        runner = Runner(Library(()).near(file), store)
        for name in HOSTILE:
            session = runner.start(tmp_path / "scenarios" / "en" / "cold-soup.yaml", "en", name)
            for reply in WELL["en"]:
                session.send(reply)
    return tmp_path


def test_each_trainee_has_a_file_of_its_own_in_the_folder_whatever_they_are_called(folder: Path) -> None:
    done = simulator("--data-dir", "log", "report", "each", "out/reports", cwd=folder)
    assert (done.code, done.out, done.err) == (0, "", f"Reports written to out/reports: {len(HOSTILE)}.\n")
    files = sorted(path.name for path in (folder / "out" / "reports").iterdir())
    assert len({name.casefold() for name in files}) == len(HOSTILE)
    assert all(name.startswith("report-") and name.endswith(".html") for name in files)


def called(folder: Path, *args: str) -> Result:
    """The program in this process: starting takes the longest."""
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        here.setenv("LC_ALL", "C.UTF-8")
        return CliRunner().invoke(group, ["--data-dir", "log", *args])


def test_what_is_not_there_is_told_with_what_is(folder: Path) -> None:
    unknown = called(folder, "report", "trainee", "nobody")
    assert (unknown.exit_code, unknown.stdout, "nobody" in unknown.stderr) == (1, "", True)
    empty = called(folder, "--lang", "zh", "report", "class", "--group", "Z")
    assert (empty.exit_code, empty.stderr) == (1, "组 Z 中没有人。现有的组：无。\n")
    assessment = called(folder, "grades", "tuesday")
    assert (assessment.exit_code, "tuesday" in assessment.stderr) == (1, True)
    page = called(folder, "log", "export", "--format", "csv", "--pseudonyms", "key")
    assert (page.exit_code, (folder / "key").exists()) == (2, False)
    (folder / "short").write_text("abc\n", "ascii")
    short = called(folder, "log", "export", "--pseudonyms", "short")
    assert (short.exit_code, short.stdout) == (1, "")
