"""`simulator check`, `list`, `schema` and `explain`: what authors and other tools rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.cli.check import command
from simulator.language import smallest
from simulator.language.check import Checker, files
from simulator.language.examples import bad_example
from simulator.messages.problems import CATALOGUE
from simulator.reports.problems import problem_lines, problem_record
from tests.cli.run import Done, simulator

ROOT = Path(__file__).parents[2]
BROKEN = smallest.SCENARIO.replace("to: left", "to: lefft").replace("apology: 2", "apolgy: 2")


def check(*args: str, lang: str = "en", **more: Any) -> Done:
    return simulator("--lang", lang, "check", *args, **more)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "broken.yaml"
    file.write_text(BROKEN, "utf-8")
    return file


def test_every_problem_is_told_with_place_mend_and_what_was_meant(broken: Path) -> None:
    done = check(str(broken))
    assert done.code == 1
    assert done.out.splitlines()[:4] == [
        f"{broken}:16:16: error unknown-condition: no criterion and no condition is called 'apolgy'",
        "16 |       - when: {apolgy: 2}",
        "   |                ^^^^^^  did you mean 'apology'?",
        next(line for line in done.out.splitlines() if line.startswith("   | What can stand")),
    ]
    assert f"{broken}:18:13: error unknown-beat: no beat or ending is called 'lefft'" in done.out
    assert "did you mean 'left' (line 23)?" in done.out
    assert done.err == "Files checked: 1. Errors: 2, warnings: 0. `simulator explain CODE` tells more.\n"


def test_for_other_programs_there_is_json(broken: Path) -> None:
    done = check(str(broken), "--format", "json")
    told = json.loads(done.out)
    assert done.code == 1
    assert [list(problem) for problem in told] == [["path", "line", "column", "severity", "code", "message"]] * 2
    assert [(p["path"], p["line"], p["column"], p["code"]) for p in told] == [
        (str(broken), 16, 16, "unknown-condition"),
        (str(broken), 18, 13, "unknown-beat"),
    ]


def test_the_words_are_in_the_readers_language_and_the_code_stays(broken: Path) -> None:
    done = check(str(broken), lang="zh")
    assert f"{broken}:18:13: error unknown-beat: 没有名为“lefft”的情节或结局" in done.out
    assert "已检查文件 1 个" in done.err


def test_what_is_sound_is_fine(tmp_path: Path) -> None:
    (tmp_path / "sound.yaml").write_text(smallest.SCENARIO, "utf-8")
    done = check(str(tmp_path / "sound.yaml"))
    assert (done.code, done.out, done.err) == (0, "", "Files checked: 1. No problems.\n")
    assert check(str(tmp_path), "--format", "json").out == "[]\n"


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(bad_example(CATALOGUE["no-last-way"]).text, "utf-8")
    done = check(str(tmp_path))
    assert done.code == 0
    assert "warning no-last-way" in done.out


def test_folders_are_walked_and_what_is_hidden_is_left_alone(broken: Path, tmp_path: Path) -> None:
    for name in ("sub/deep/a.yml", ".git/b.yaml", "sub/.c.yaml", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a: [", "utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in files(tmp_path)] == ["broken.yaml", "sub/deep/a.yml"]
    done = check(str(tmp_path), "--format", "json")
    assert {Path(problem["path"]).name for problem in json.loads(done.out)} == {"broken.yaml", "a.yml"}


def test_two_scenarios_with_one_id_are_told(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(smallest.SCENARIO, "utf-8")
    (problem,) = json.loads(check(str(tmp_path), "--format", "json").out)
    assert (Path(problem["path"]).name, problem["code"], problem["severity"]) == ("b.yaml", "scenario-twice", "warning")


def test_what_is_not_there_is_a_problem_and_an_empty_folder_is_said(tmp_path: Path) -> None:
    done = check(str(tmp_path / "none.yaml"))
    assert done.code == 1
    assert "error unreadable" in done.out
    empty = check(str(tmp_path))
    assert (empty.code, empty.out) == (0, "")
    assert "no YAML file" in empty.err


def test_a_rubric_can_be_named(tmp_path: Path) -> None:
    rubric = tmp_path / "mine.yaml"
    rubric.write_text(smallest.RUBRIC.replace("  apology:", "  regret:"), "utf-8")
    scenario = tmp_path / "scenario.yaml"
    scenario.write_text(smallest.SCENARIO.replace("apology", "regret"), "utf-8")
    assert check(str(scenario), "--rubric", str(rubric)).code == 0
    assert check(str(scenario)).code == 1
    missing = check(str(scenario), "--rubric", "coer")
    assert (missing.code, missing.out) == (2, "")
    assert "Did you mean core?" in missing.err


def test_a_rubric_with_errors_is_told_and_the_scenario_is_checked_as_far_as_it_goes(broken: Path) -> None:
    rubric = broken.parent / "rubric.yaml"
    rubric.write_text(smallest.RUBRIC.replace("{sorry: 1}", "{sory: 1}"), "utf-8")
    codes = [p["code"] for p in json.loads(check(str(broken), "--rubric", str(rubric), "--format", "json").out)]
    assert codes == ["unknown-feature", "unknown-beat"]


seeds = st.sampled_from(
    [smallest.SCENARIO, smallest.RUBRIC, smallest.VOCABULARY, BROKEN]
    + [bad_example(entry).text for entry in CATALOGUE.values() if entry.bad]
)
pieces = st.sampled_from(
    ["{", "}", "[", "]", ": ", "- ", "\n", "\n  ", "\"", "#", "&a ", "*a", "!t ", "<<: ", "\t", "|", ">", "%", "\x00",
     "\u2028", "\ud800", "𠮷", "1", ">= 2", "~", "? ", "---\n", "\r", "\ufeff", "{fact}", "<number>", "any", "9" * 30]
)  # fmt: skip
edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), pieces | st.just("")), max_size=5)


def edited(text: str, changes: list[tuple[float, int, str]]) -> bytes:
    for where, cut, piece in changes:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + cut :]
    return text.encode("utf-8", "surrogatepass")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.builds(edited, seeds, edits), st.binary(max_size=300)))
def test_any_bytes_give_problems_and_never_a_traceback(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "any.yaml"
    file.write_bytes(content)
    for problem in Checker(None).check(file):
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.width >= 1
        assert problem_record(problem, "en")["message"]
        for lang in ("en", "zh"):
            assert all("\x00" not in line for line in problem_lines(problem, lang))


def test_bytes_through_the_command_give_no_traceback_either(tmp_path: Path) -> None:
    for number, content in enumerate((b"\xff\xfe\x00", b"[" * 5000, b"a: \x1b]0;evil\x07", b"", b"- {a: *b}")):
        (tmp_path / f"{number}.yaml").write_bytes(content)
    done = check(str(tmp_path))
    assert done.code == 1
    assert "Traceback" not in done.err
    assert "\x1b" not in done.out + done.err
    assert command.name == "check"


def test_the_list_is_for_people_and_for_programs(tmp_path: Path) -> None:
    done = simulator("--lang", "en", "list", "--json", cwd=tmp_path)
    (flat,) = (item for item in json.loads(done.out) if (item["id"], item["lang"]) == ("leaking-flat", "zh"))
    assert list(flat) == ["id", "lang", "title", "kind", "difficulty", "path", "beats", "endings"]
    assert (flat["beats"], flat["endings"]) == (10, 4)
    assert Path(flat["path"]).is_file()
    assert "漏水的房子" in simulator("--lang", "zh", "list", cwd=tmp_path).out


def test_a_scenario_that_cannot_be_listed_is_named_beside_the_list(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "bad.yaml").write_text("scenario: [", "utf-8")
    done = simulator("--lang", "en", "list", "--json", cwd=tmp_path)
    assert done.code == 0
    assert json.loads(done.out)
    assert "bad.yaml is left out" in done.err


@pytest.mark.parametrize("kind", ["scenario", "rubric", "vocabulary"])
def test_the_schema_is_written_as_it_is_kept(kind: str) -> None:
    kept = ROOT / ("scenarios" if kind == "scenario" else "rubrics") / f"{kind}.schema.json"
    assert simulator("schema", kind).out == kept.read_text("utf-8")


def test_every_code_is_explained() -> None:
    listed = simulator("--lang", "en", "explain")
    assert [line.split()[1].rstrip(":") for line in listed.out.splitlines()] == list(CATALOGUE)
    told = simulator("--lang", "zh", "explain", "unknown-beat").out
    assert "错误写法" in told
    assert "«" not in told
    unknown = simulator("--lang", "en", "explain", "unknwn-beat")
    assert (unknown.code, unknown.out) == (2, "")
    assert "did you mean 'unknown-beat'?" in unknown.err


@pytest.mark.parametrize(("lang", "name"), [("en", "problems.md"), ("zh", "problems.zh.md")])
def test_the_page_of_problems_is_the_catalogue(lang: str, name: str) -> None:
    made = simulator("--lang", lang, "explain", "--all").out
    assert (ROOT / "docs" / name).read_text("utf-8") == made, "python tools/write_generated.py"


def test_what_is_not_there_is_told_by_every_command(tmp_path: Path) -> None:
    for args in (("rehearse", "leaking-flatt", "--replies", "-"), ("rehearse", "no/such.yaml", "--replies", "-"),
                 ("rehearse", "leaking-flat", "--replies", "-", "--rubric", "coer"),
                 ("score", "-", "--rubric", "coer")):  # fmt: skip
        done = simulator("--lang", "en", *args, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert "Traceback" not in done.err
    assert "Did you mean leaking-flat?" in simulator("--lang", "en", "rehearse", "leaking-flatt", "--replies", "-").err


def test_a_broken_rubric_is_told_like_check_does(tmp_path: Path) -> None:
    rubric = tmp_path / "mine.yaml"
    rubric.write_text(smallest.RUBRIC.replace("{sorry: 1}", "{sory: 1}"), "utf-8")
    done = simulator("--lang", "en", "score", "-", "--rubric", str(rubric))
    assert (done.code, done.out) == (1, "")
    assert done.err == check(str(rubric)).out


def test_replies_are_scored_by_the_rubric_that_is_named(tmp_path: Path) -> None:
    rubric = tmp_path / "mine.yaml"
    rubric.write_text(smallest.RUBRIC, "utf-8")
    done = simulator("score", "-", "--rubric", str(rubric), given='{"id": 1, "reply": "I am sorry."}')
    assert json.loads(done.out)["levels"] == {"apology": 2}
