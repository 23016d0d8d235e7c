"""One scenario in two languages: what is missing, what differs, what has become stale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.language import smallest
from simulator.language.check import Checker
from simulator.language.pairing import Paired, paired
from tests.cli.run import Done, simulator

MORE = """\
wants: the parcel
policy:
  may: [{id: ring, says: ring you today}, {id: send, says: send it again}]
facts:
  late: {says: it is nine days late}
"""
EXEMPLARS = """\
    exemplars:
      - {quality: strong, reply: I am sorry that it is nine days late., levels: {apology: 3}}
endings:"""
ENGLISH = (
    smallest.SCENARIO.replace("wants: the parcel\n", MORE)
    .replace("    assess: [apology]\n", "    tells: [late]\n    assess: [apology]\n")
    .replace("endings:", EXEMPLARS)
)
CHINESE = (
    ENGLISH.replace("lang: en", "lang: zh")
    .replace("An example", "一个例子")
    .replace("Where is my parcel?", "我的包裹呢？")
    .replace("I am sorry that it is nine days late.", "包裹晚了九天才到，真的非常抱歉。")
    .replace("it is nine days late", "晚了九天")
    .replace("{id: ring, says: ring you today}, {id: send, says: send it again}",
             "{id: send, says: 再寄一件}, {id: ring, says: 今天给您打电话}")
)  # fmt: skip
FIRST_WAY = "- when: {apology: 2}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for lang, text in (("en", ENGLISH), ("zh", CHINESE)):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "parcel.yaml").write_text(text, "utf-8")
    return tmp_path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def pair(folder: Path, *more: str, lang: str = "en") -> Done:
    return simulator("--lang", lang, "pair", str(folder), *more)


def row(folder: Path) -> Paired:
    """How the Chinese file goes together with the English one."""
    return paired(folder / "zh" / "parcel.yaml")


def told(folder: Path, *files: str) -> list[str]:
    """What a check tells of the pair."""
    checker = Checker(None)
    found = [problem for file in files or ("zh",) for problem in checker.check(folder / file / "parcel.yaml")]
    return [f"{problem.code}: {problem.message()}" for problem in found if problem.code.startswith("pair-")]


def test_wordings_and_the_order_of_promises_may_differ(folder: Path) -> None:
    assert told(folder) == []
    done = pair(folder)
    assert done.code == 0
    assert done.out.splitlines()[1].split() == ["example", "en", "→", "zh", "0", "0", "alike;", "not", "marked", "yet"]
    assert "尚未标记" in pair(folder, lang="zh").out


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{id: send,", "{id: sent,", ["send stands in", "sent is not in"]),
        ("  left:\n", "  gone:\n", ["left stands in", "gone is not in"]),
        ("to: calmed", "mood: -5\n        to: calmed", ["beats.opening.ways[0].mood is -5 here and nothing in"]),
        (FIRST_WAY, "- when: {apology: 1}", ["beats.opening.ways[0].when.levels.apology is >= 1 here and >= 2"]),
        (FIRST_WAY, f"- {{when: {{flags: any}}, to: left}}\n      {FIRST_WAY}", ["ways is 3 here and 2"]),
        ("outcome: lost", "outcome: escalated", ["endings.left.outcome is escalated here and lost in"]),
        ("{apology: 3}", "{apology: 2}", ["beats.opening.exemplars[0].levels.apology is 2 here, and its twin"]),
    ],
)
def test_what_is_not_the_same_is_told_at_its_place(folder: Path, old: str, new: str, expected: list[str]) -> None:
    change(folder / "zh" / "parcel.yaml", old, new)
    if old == "  left:\n":
        change(folder / "zh" / "parcel.yaml", "to: left", "to: gone")
    found = told(folder)
    assert all(any(part in line for line in found) for part in expected)
    assert row(folder).differs == len(found)
    assert not row(folder).sound


def test_a_name_that_differs_is_one_mistake_wherever_it_is_used(folder: Path) -> None:
    file = folder / "zh" / "parcel.yaml"
    file.write_text(file.read_text("utf-8").replace("late:", "slow:").replace("[late]", "[slow]"), "utf-8")
    assert len(told(folder)) == 2


def test_a_pair_is_told_once_with_the_file_that_follows(folder: Path) -> None:
    change(folder / "zh" / "parcel.yaml", "outcome: lost", "outcome: escalated")
    assert told(folder, "en") == []
    assert len(told(folder, "en", "zh")) == 1


def test_a_text_that_changed_since_the_mark_is_stale_and_one_that_moved_is_not(folder: Path) -> None:
    marked = simulator("pair", "--mark", str(folder / "zh" / "parcel.yaml"))
    assert (marked.code, marked.out) == (0, "")
    english = str(folder / "en" / "parcel.yaml")
    (known,) = json.loads(pair(folder, "--format", "json").out)
    assert known == {
        "scenario": "example",
        "path": str(folder / "zh" / "parcel.yaml"),
        "follows": english,
        "readable": True,
        "marked": True,
        "differs": 0,
        "stale": 0,
    }
    file = folder / "en" / "parcel.yaml"
    change(file, "says: Where is my parcel?", "says: [Well?, Where is my parcel?]")
    change(file, "debrief: You said sorry.", "debrief: You said that you were sorry.")
    found = told(folder)
    assert [line.partition(":")[0] for line in found] == ["pair-stale", "pair-stale"]
    line = next(n for n, words in enumerate(file.read_text("utf-8").splitlines(), 1) if "Well?" in words)
    assert f"en/parcel.yaml:{line}, which has changed since: Well?" in found[0]
    assert "You said that you were sorry." in found[1]
    assert row(folder).stale == 2
    assert simulator("pair", "--mark", str(folder / "zh")).code == 0
    assert told(folder) == []


def test_either_language_may_follow_the_other(folder: Path) -> None:
    assert simulator("pair", "--mark", str(folder / "en" / "parcel.yaml")).code == 0
    change(folder / "zh" / "parcel.yaml", "我的包裹呢？", "我的包裹到底在哪？")
    assert told(folder) == []
    assert ["我的包裹到底在哪？" in line for line in told(folder, "en")] == [True]


def test_what_has_no_twin_is_shown_as_alone(folder: Path) -> None:
    (folder / "zh" / "parcel.yaml").unlink()
    done = pair(folder)
    assert done.code == 1
    assert "the other language is missing" in done.out
    alone = simulator("--lang", "zh", "pair", "--mark", str(folder / "en" / "parcel.yaml"))
    assert alone.code == 1
    assert "没有对应文件" in alone.err


@pytest.mark.parametrize("mark", ["", "[]", '{"texts": 5}', '{"texts": {"a": {}}}', "\x00", "[" * 100_000])
def test_a_mark_that_cannot_be_read_marks_nothing(folder: Path, mark: str) -> None:
    (folder / "zh" / "parcel.from.json").write_text(mark, "utf-8")
    assert row(folder).stale > 0


def test_a_twin_with_errors_is_told_by_its_own_check_alone(folder: Path) -> None:
    change(folder / "en" / "parcel.yaml", "kind: delay", "kind: dely")
    assert told(folder) == []
    assert row(folder).readable is False
    assert simulator("pair", "--mark", str(folder / "zh" / "parcel.yaml")).code == 1


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert simulator("pair", cwd=tmp_path).code == 2
    done = pair(tmp_path / "none")
    assert done.code == 2
    assert "none" in done.err
