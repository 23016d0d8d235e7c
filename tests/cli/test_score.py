"""`simulator score`: what other tools rely on."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.run import Done, simulator
from tests.texts import anything

CRITERIA = ["listening", "apology", "restatement", "expectation"]

LEAK: dict[str, Any] = {
    "lang": "en",
    "customer": "Water is coming through my ceiling! I rang you on Monday and nobody came.",
    "wants": "the leak stopped today",
    "facts": [{"id": "leak", "says": "water is coming through my ceiling", "also": ["the leak", "dripping"]},
              {"id": "rang", "says": "I rang you on Monday", "also": ["called on Monday"]}],
    "policy": {"allowed": ["send a plumber today before 18:00"], "not_allowed": [{"says": "waive the rent"}]},
}  # fmt: skip
STRONG = (
    "I'm so sorry that nobody came after you rang us on Monday. Water coming through your ceiling must be frightening, "
    "and no wonder you're angry. So you called on Monday, nobody turned up, and it's still dripping: have I got that "
    "right? I'm sending a plumber today before 18:00 and I'll ring you myself as soon as he is on his way."
)
POOR = "Calm down. That is not my department."


def lines(*records: Any) -> str:
    return "".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in records)


def score(given: bytes | str, *args: str, lang: str = "en") -> Done:
    return simulator("--lang", lang, "score", "-", *args, given=given)


def answers(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.out.split("\n")[:-1]]


def test_each_reply_is_answered_in_order_in_the_agreed_shape() -> None:
    done = score(lines({"id": "b", "reply": STRONG, **LEAK}, {"id": 7, "reply": POOR, **LEAK}))
    assert (done.code, done.err) == (0, "")
    strong, poor = answers(done)
    assert list(strong) == ["id", "levels", "flags", "score", "evidence"]
    assert (strong["id"], poor["id"]) == ("b", 7)
    assert list(strong["levels"]) == CRITERIA
    assert strong["score"] > 60 > 30 > poor["score"]
    assert strong["evidence"]
    for piece in strong["evidence"]:
        assert list(piece) == ["criterion", "start", "end", "quote", "cue", "reason", "counted"]
        assert STRONG[piece["start"] : piece["end"]] == piece["quote"]


def test_lines_that_cannot_be_read_are_answered_in_their_place_and_the_others_are_scored() -> None:
    bad = ["{", '{"id": 1, "reply": 5}', '{"id": 2, "reply": "x", "facts": "x"}', '"x"', '{"reply": "x"}']
    good = [{"id": n, "reply": POOR} for n in range(len(bad))]
    done = score(lines(*(line for pair in zip(good, bad, strict=True) for line in pair)))
    assert done.code == 1
    told = answers(done)
    assert [a.get("id") for a in told[::2]] == [0, 1, 2, 3, 4]
    assert [(list(a), a["line"]) for a in told[1::2]] == [(["line", "error"], n) for n in (2, 4, 6, 8, 10)]
    assert "5" in done.err
    assert "Traceback" not in done.err


def test_a_huge_line_and_bytes_that_are_no_text_cost_only_their_own_line() -> None:
    good = lines({"id": 1, "reply": POOR}).encode()
    done = score(good + b'{"id": 2, "reply": "' + b"x" * 10_000_000 + b'"}\n' + b"\xff\xfe\n" + good)
    assert done.code == 1
    assert [next(iter(a)) for a in answers(done)] == ["id", "line", "line", "id"]


def test_what_is_wrong_is_said_in_the_users_language() -> None:
    (answer,) = answers(score(lines({"id": 1, "reply": 5}), lang="zh"))
    assert answer["error"] == "`reply` 必须是文本。"


def test_without_lang_the_script_decides() -> None:
    english, chinese = answers(score(lines({"id": 1, "reply": "I am very sorry."}, {"id": 2, "reply": "非常抱歉。"})))
    assert english["levels"]["apology"] >= 1
    assert chinese["levels"]["apology"] >= 1


def test_a_file_is_read_like_stdin(tmp_path: Path) -> None:
    file = tmp_path / "replies.jsonl"
    file.write_text(lines({"id": 1, "reply": STRONG, **LEAK}), "utf-8")
    assert simulator("score", str(file)).out == score(file.read_bytes()).out
    missing = simulator("score", str(tmp_path / "none.jsonl"))
    assert (missing.code, missing.out) == (2, "")
    assert "none.jsonl" in missing.err
    assert simulator("score", str(tmp_path)).code == 2


def test_the_table_has_the_same_scores_and_runs_nothing() -> None:
    given = lines({"id": "=1+1", "reply": STRONG, **LEAK}, "{", {"id": 2, "reply": "=SUM(1) " + POOR})
    done = score(given, "--format", "csv")
    assert done.code == 1
    assert done.out.startswith("\ufeffid,level_listening,")
    rows = list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"), newline="")))
    plain = answers(score(given))
    assert [rows[0][f"level_{c}"] for c in CRITERIA] == [str(plain[0]["levels"][c]) for c in CRITERIA]
    assert [r["id"] for r in rows] == ["'=1+1", "", "2"]
    assert (rows[1]["line"], rows[1]["error"]) == ("2", plain[1]["error"])
    assert rows[2]["score"] == str(plain[2]["score"])


@settings(max_examples=3, deadline=None)
@given(st.lists(anything, min_size=10, max_size=40))
def test_any_text_is_scored_and_quoted_exactly(replies: list[str]) -> None:
    done = score(lines(*({"id": n, "reply": r, "customer": r, "facts": [r]} for n, r in enumerate(replies))))
    assert done.code == 0
    told = answers(done)
    assert [a["id"] for a in told] == list(range(len(replies)))
    for reply, answer in zip(replies, told, strict=True):
        assert all(reply[e["start"] : e["end"]] == e["quote"] for e in answer["evidence"])


def test_whoever_feeds_a_pipe_gets_each_answer_before_sending_the_next() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "simulator", "score", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None
    assert child.stdout is not None
    for n in range(3):
        child.stdin.write(lines({"id": n, "reply": POOR}).encode())
        child.stdin.flush()
        assert json.loads(child.stdout.readline())["id"] == n
    child.stdin.close()
    assert child.stdout.read() == b""
    child.stdout.close()
    assert child.wait(30) == 0


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text(lines(*({"id": n, "reply": STRONG} for n in range(300))), "utf-8")
    line = f"{sys.executable} -m simulator score {file} | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60)
    assert (done.stdout.splitlines()[-1], done.stderr) == ("0", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_under_the_output_is_said() -> None:
    command = [sys.executable, "-m", "simulator", "--lang", "en", "score", "-"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, input=b'{"id": 1, "reply": "x"}', stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "The disk that the output goes to is full; what was written is not complete.\n"


def test_a_long_file_is_scored_in_the_memory_of_a_short_one(tmp_path: Path) -> None:
    def peak(replies: int) -> int:
        file = tmp_path / f"{replies}.jsonl"
        # Each with much that is not the reply, so that keeping the lines would show.
        ballast = "x" * 60_000
        file.write_text(lines(*({"id": n, "reply": "No.", "remark": ballast} for n in range(replies))), "utf-8")
        child = subprocess.Popen([sys.executable, "-m", "simulator", "score", str(file)], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode == 0
        return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    assert peak(400) - peak(20) < 8_000_000  # the file itself has 24 MB


def test_several_cores_give_the_same_answers_in_the_same_order(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text(lines(*({"id": n, "reply": (STRONG, POOR)[n % 2], **LEAK} for n in range(400)), "{"), "utf-8")
    one, many = simulator("score", str(file)), simulator("score", str(file), "--jobs", "2")
    assert many == one
    assert many.code == 1
    assert len(answers(many)) == 401


def test_the_answers_do_not_hang_on_the_order_of_a_set() -> None:
    """Two cues of one group find the same words here; which one is told must not change from run to run."""
    given = lines(*({"id": n, "lang": "zh", "reply": f"我请{who}今天下午给您回电话。"} for n, who in enumerate(
        ["王主任", "李师傅", "张经理", "陈老师", "周姐", "吴工"])))  # fmt: skip
    told = {simulator("score", "-", given=given, PYTHONHASHSEED=str(seed)).out for seed in (1, 2)}
    assert len(told) == 1
    assert "王主任" in told.pop()
