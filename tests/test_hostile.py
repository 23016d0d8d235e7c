"""Hostile text through every way in: told or taken, inert where it is shown, in bounded time, and never a traceback."""

from __future__ import annotations

import csv
import gc
import io
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.language.smallest import SCENARIO
from simulator.model.event import Replied
from simulator.play.reply import typed
from simulator.store.store import Store
from tests.cli.small import RUBRIC, small_rubric
from tests.runner.classroom import written

#: What a terminal, a console library, a browser, a spreadsheet or a reader might obey, in one text.
SOUP = "".join(
    [
        "\x1b[2J\x1b]0;title\x07\x1b]8;;http://x.invalid\x07\x9b31m", "[bold red]x[/] [@click=app.quit]leave[/]",
        "<script>alert(1)</script><img src=x onerror=alert(1)>", '=HYPERLINK("http://x.invalid")', "@SUM(1)|'/c'!A0",
        "\u202eright to left\u202c\u2066", "a\u200bb\ufeff\u2060", "\x00\x07\x0b\x7f\x85\u2028", "e" + "\u0301" * 99,
        "👨\u200d👩\u200d👧 👍🏽 𠮷 ﷽", "$x {x} {0} %s %n \\[ ${jndi:ldap://x}", "../../etc/passwd", "'; DROP TABLE a",
    ]
)  # fmt: skip

#: The same without what no argument of a process may hold.
SAID = SOUP.replace("\x00", "")
#: Names that a roster takes: no control characters, but what else a face might obey.
NAME, GROUP = "[bold]Li[/] <script>alert(1)</script>", "<img src=x onerror=alert(1)>"
#: How a cell begins that a spreadsheet runs.
FORMULA = ("=", "@", "\t", "\r")
TABLES = ("moodle", "canvas", "nbgrader", "long")

#: Whole files that are meant to hurt whoever reads them.
FILES: dict[str, bytes] = {
    "soup": SOUP.encode(),
    "empty": b"",
    "lone surrogate": "\ud800 alone".encode("utf-8", "surrogatepass"),
    "no UTF-8": b"\xff\xfe\x00\xd8 \xc3(",
    "UTF-16": SOUP.encode("utf-16"),
    "NULs": b"\0" * 5000,
    "a flood of combining marks": ("e" + "\u0301" * 100_000).encode(),
    "one long line": b"sorry " * 60_000,
    "only opened": b"[" * 50_000,
    "objects without end": b'{"a":' * 50_000,
    "many lines": b"x\n" * 10_000,
    "quotes": b'"' * 9_999,
    "a bomb": b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
        b"%c: &%c [%s]\n" % (new, new, b", ".join([b"*%c" % (new - 1)] * 9)) for new in b"bcdefghi"
    ),
    "a tag": b"!!python/object/apply:os.system ['echo broken in']",
    "a number": b"9" * 6_000,
    "a huge exponent": b"1e999999999",
}  # fmt: skip

#: What a terminal obeys or hides; a line end and a tab are harmless.
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)

#: In a table or a page for another program only this: it must have back the marks that turn its script round.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

#: Seconds that any command may take for any of it, on a machine that is busy with other work.
PATIENCE = 10.0

CONTEXT = json.dumps([{"id": "a", "customer": "My soup is cold!"}])
REPLY = '{"id": "r", "context": "a", "reply": "Sorry."}'


@dataclass(frozen=True)
class Done:
    """What came of a command."""

    code: object
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs the console script in this process, as its process would."""
    threshold = gc.get_threshold()

    def called(*words: str) -> Done:
        out, err = io.BytesIO(), io.BytesIO()
        monkeypatch.setattr(sys, "argv", ["simulator", "--data-dir", str(tmp_path / "log"), "--lang", "en", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), "utf-8"))
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8"))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(err, "utf-8"))
        began = time.perf_counter()
        with pytest.raises(SystemExit) as left:
            main()
        took = time.perf_counter() - began
        sys.stdout.flush()
        sys.stderr.flush()
        done = Done(left.value.code or 0, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))
        monkeypatch.undo()
        assert took < PATIENCE
        return done

    yield called
    gc.set_threshold(*threshold)


def inert(done: Done, *codes: int, obeyed: re.Pattern[str] = OBEYED) -> Done:
    """What came of a command that has shown nothing that anything obeys."""
    assert done.code in codes, (done.code, done.err[-2000:])
    assert "Traceback" not in done.err
    # A table for spreadsheets begins with the mark by which they know UTF-8, and ends its lines as they do.
    for text in (done.out.removeprefix("\ufeff").replace("\r\n", "\n"), done.err):
        assert not (found := obeyed.search(text)), (found and found[0], text[:500])
    return done


# Whole files, through every way in by which a file comes


def beside(folder: Path, name: str, content: bytes) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return str(file)


def scenario(folder: Path, content: bytes) -> tuple[str, ...]:
    return "check", beside(folder, "soup.yaml", content)


def check_settings(folder: Path, content: bytes) -> tuple[str, ...]:
    beside(folder, "check.yaml", content)
    return "check", beside(folder, "soup.yaml", SCENARIO.encode())


def rubric(folder: Path, content: bytes) -> tuple[str, ...]:
    return "check", beside(folder, "rubrics/soup.yaml", content)


def vocabulary(folder: Path, content: bytes) -> tuple[str, ...]:
    beside(folder, "rubrics/cues/soup.en.yaml", content)
    return "check", beside(folder, "rubrics/small.yaml", RUBRIC.encode())


def assessment(folder: Path, content: bytes) -> tuple[str, ...]:
    return "check", beside(folder, "assessments/soup.yaml", content)


def course(folder: Path, content: bytes) -> tuple[str, ...]:
    return "check", beside(folder, "courses/soup.yaml", content)


def roster(folder: Path, content: bytes) -> tuple[str, ...]:
    file = written(folder / "class", scenarios="[cold-soup]")
    (folder / "class" / "roster.csv").write_bytes(content)
    return "check", str(file)


def answers(folder: Path, content: bytes) -> tuple[str, ...]:
    file = written(folder / "class", roster="id\nS1\n", scenarios="[cold-soup]")
    return "assess", str(file), "--jobs", "1", "--replies", beside(folder, "a.jsonl", content)


def replies(folder: Path, content: bytes) -> tuple[str, ...]:
    written(folder / "class")
    case = folder / "class" / "scenarios" / "en" / "cold-soup.yaml"
    return "rehearse", str(case), *small_rubric(folder), "--replies", beside(folder, "replies.txt", content)


def plan(folder: Path, content: bytes) -> tuple[str, ...]:
    written(folder / "class")
    case = folder / "class" / "scenarios" / "en" / "cold-soup.yaml"
    return "rehearse", str(case), *small_rubric(folder), "--plan", beside(folder, "soup.plan", content)


def scored(folder: Path, content: bytes) -> tuple[str, ...]:
    return "score", *small_rubric(folder), beside(folder, "lines.jsonl", content)


def transcript_table(folder: Path, content: bytes) -> tuple[str, ...]:
    return "score", "--transcript", *small_rubric(folder), beside(folder, "talks.csv", content)


def transcript_lines(folder: Path, content: bytes) -> tuple[str, ...]:
    return "score", "--transcript", *small_rubric(folder), beside(folder, "talks.jsonl", content)


def contexts(folder: Path, content: bytes) -> tuple[str, ...]:
    return labelled(folder, content, REPLY.encode(), b"")


def judged(folder: Path, content: bytes) -> tuple[str, ...]:
    return labelled(folder, CONTEXT.encode(), content, b"")


def labels(folder: Path, content: bytes) -> tuple[str, ...]:
    return labelled(folder, CONTEXT.encode(), REPLY.encode(), content)


def labelled(folder: Path, *contents: bytes) -> tuple[str, ...]:
    names = ("contexts.json", "replies.jsonl", "labels.jsonl")
    files = [beside(folder, name, content) for name, content in zip(names, contents, strict=True)]
    return "harvest", *small_rubric(folder), "--labels", *files


def receipts(folder: Path, content: bytes) -> tuple[str, ...]:
    return "verify", "--receipts", beside(folder, "receipts.txt", content)


def other_log(folder: Path, content: bytes) -> tuple[str, ...]:
    return "collect", beside(folder, "stick/sessions.db", content)


WAYS: tuple[Callable[[Path, bytes], tuple[str, ...]], ...] = (
    scenario, check_settings, rubric, vocabulary, assessment, course, roster, answers, replies, plan, scored,
    transcript_table, transcript_lines, contexts, judged, labels, receipts, other_log,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_whatever_a_file_holds_it_is_told_or_taken(
    way: Callable[..., tuple[str, ...]], run: Run, tmp_path: Path
) -> None:
    for name, content in FILES.items():
        folder = tmp_path / name.replace(" ", "-")
        folder.mkdir()
        inert(run(*way(folder, content)), 0, 1, 2, 3)


# Text in its place, where it is taken, kept and shown again


def test_what_is_said_is_kept_as_it_is_and_shown_as_harmless(run: Run, tmp_path: Path) -> None:
    """A class with hostile names says hostile things; every face that tells of it is asked."""
    file = written(tmp_path / "class", roster=f'id,name,group\nS1,"{NAME}",{GROUP}\n', scenarios="[cold-soup]")
    said = json.dumps({"seat": "S1", "scenario": "cold-soup", "replies": [SOUP, "\ud800", "=1+1", "x" * 1900]})
    answers = beside(tmp_path, "answers.jsonl", said.encode())
    (line,) = inert(run("assess", str(file), "--jobs", "1", "--replies", answers), 0).out.splitlines()
    session = json.loads(line)["parts"][0]["session"]
    inert(run("verify", "--receipts", beside(tmp_path, "receipts.txt", (line + SOUP).encode())), 0)
    for words in (
        ("override", session, "--turn", "1", "--level", "apology=1", "--reason", SAID, "--by", SAID),
        ("comment", session, SAID, "--by", SAID),
        ("grade", "trainee:S1", "good", "--strengths", SAID, "--by", SAID),
        ("comment", f"group:{GROUP}", SAID),
    ):
        inert(run("mark", *words), 0)
    inert(run("dispute", session, SAID), 0)
    for shown in (
        ("log", "list"), ("log", "show", session), ("log", "export"), ("log", "plan", session), ("mark", "list"),
        ("mark", "list", session), ("dispute", session), ("insight",), ("report", "class"), ("report", "trainee", "S1"),
    ):  # fmt: skip
        inert(run(*shown), 0)
    for asked in (("log", "export", "--format", "csv"), *(("grades", "monday", "--format", form) for form in TABLES)):
        table = inert(run(*asked), 0, obeyed=CONTROL).out
        assert not [cell for row in csv.reader(io.StringIO(table)) for cell in row if cell[:1] in FORMULA], asked
    for told in ("report class", "report trainee S1", "insight"):
        page = inert(run(*told.split(), "--format", "html"), 0, obeyed=CONTROL).out
        assert "alert(1)" in page or told == "insight"
        assert not re.search("<script>alert|<img src=x", page), told
    with Store.open(tmp_path / "log", read_only=True) as store:
        kept = [stored.event.text for stored in store.events(session) if isinstance(stored.event, Replied)]
    assert kept[0] == typed(SOUP)


@pytest.mark.parametrize(
    "words",
    [
        ("{}",), ("play", "{}"), ("check", "{}"), ("explain", "{}"), ("graph", "{}"), ("log", "show", "{}"),
        ("assess", "{}"), ("score", "{}"), ("score", "--rubric", "{}", "-"), ("collect", "{}"), ("verify", "{}"),
        ("mark", "list", "{}"), ("dispute", "{}"), ("grades", "{}"), ("report", "trainee", "{}"), ("new", "{}"),
        ("--store", "{}", "log", "list"), ("log", "erase", "{}"), ("rescore", "--rubric", "{}"), ("--{}",),
        ("rehearse", "{}", "--replies", "-"), ("insight", "--group", "{}"), ("calibrate", "report", "{}"),
        ("log", "list", "--{}"), ("grades", "--format", "{}"), ("--lang", "{}", "list", "--json"), ("list", "{}"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_whatever_is_typed_behind_a_command_is_told_as_harmless(run: Run, words: tuple[str, ...]) -> None:
    inert(run(*(word.replace("{}", SAID) for word in words)), 0, 1, 2, 3)
