"""`simulator score --transcript`: conversations from real work."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.run import simulator

HEAD = "Ticket ID,Sender,Role,Sent At,Message,Category\n"
CHAT = HEAD + (
    'A1,Mei,Agent,09:00,"Hello, this is Mei.",parcel\n'
    "A1,Ann,Customer,09:01,My parcel was due on Monday and nobody answers the phone.,parcel\n"
    'A1,Mei,Agent,09:02,"I\'m so sorry, Ann: due on Monday, still not there, and nobody picks up.",parcel\n'
    "A1,Ann,Customer,09:03,OK,parcel\n"
    "A1,Mei,Agent,09:04,Thank you.,parcel\n"
    "B2,Bob,Customer,10:01,You charged me twice for one order!,bill\n"
    "B2,=Tom,Agent,10:02,Calm down. That's not my department.,bill\n"
    "B2,Zed,,10:03,hm,bill\n"
)


def test_each_turn_of_an_agent_is_answered_and_the_summary_says_the_same(tmp_path: Path) -> None:
    file, written = tmp_path / "chat.csv", tmp_path / "turns.csv"
    file.write_text(CHAT, "utf-16")
    done = simulator("--lang", "en", "score", str(file), "--transcript")
    assert done.code == 1
    turns = [json.loads(line) for line in done.out.splitlines()]
    assert [(t["row"], t.get("agent"), t.get("topic")) for t in turns] == [
        (2, "Mei", "parcel"), (4, "Mei", "parcel"), (6, "Mei", "parcel"), (8, "=Tom", "bill"), (9, None, None),
    ]  # fmt: skip
    assert list(turns[1]) == ["conversation", "row", "agent", "time", "topic", "lang", "levels", "flags", "score",
                              "evidence"]  # fmt: skip
    assert (turns[0]["levels"], turns[2]["levels"]) == ({}, {})
    assert turns[1]["score"] > 40 > turns[3]["score"]
    assert set(turns[3]["flags"]) == {"argue", "pass_the_buck"}
    assert "hm" not in turns[4]["error"] + done.err

    summed = simulator("--lang", "en", "score", str(file), "--transcript", "--summary", "json", "--format", "csv",
                       "--output", str(written), "--jobs", "2")  # fmt: skip
    record = json.loads(summed.out)
    assert [(a["agent"], a["turns"], a["assessed"], a["score"]) for a in record["agents"]] == [
        ("=Tom", 1, 1, turns[3]["score"]), ("Mei", 3, 1, turns[1]["score"]),
    ]  # fmt: skip
    assert record["agents"][0]["worst"][0]["row"] == 8
    assert {"criterion": "argue", "quote": "Calm down", "counted": True} in record["agents"][0]["worst"][0]["evidence"]
    rows = list(csv.DictReader(io.StringIO(written.read_text("utf-8-sig"), newline="")))
    assert [(r["row"], r["agent"], r["score"]) for r in rows if not r["error"]] == [
        (str(t["row"]), t["agent"].replace("=Tom", "'=Tom"), "" if t["score"] is None else str(t["score"]))
        for t in turns if "error" not in t
    ]  # fmt: skip


@pytest.mark.parametrize(("lang", "heading"), [("en", "To be read first"), ("zh", "应先看的话轮")])
def test_the_summary_is_one_page_too(tmp_path: Path, lang: str, heading: str) -> None:
    file = tmp_path / "chat.csv"
    file.write_text(CHAT.replace("=Tom", "<b>Tom</b>"), "utf-8")
    done = simulator("--lang", lang, "score", str(file), "--transcript", "--summary", "html")
    assert done.code == 1
    assert done.out.startswith("<!DOCTYPE html>")
    assert f">{heading}</h2>" in done.out
    assert "&lt;b&gt;Tom" in done.out
    assert not [piece for piece in ("<b>", "<script", "http://", "https://") if piece in done.out]
    assert "Calm down" in done.out


def test_the_summary_in_words_obeys_nobody_and_tells_bad_rows_by_number(tmp_path: Path) -> None:
    file = tmp_path / "chat.csv"
    file.write_text(CHAT.replace("=Tom", "T\x1b[31mom").replace("Calm down", "Calm down\x1b]0;x\x07"), "utf-8")
    done = simulator("--lang", "zh", "score", str(file), "--transcript", "--summary", "text")
    assert done.code == 1
    assert "\x1b" not in done.out
    assert "第 9 行" in done.err
    assert "推诿" in done.out


@pytest.mark.parametrize(
    "args",
    [("--summary", "text"), ("--transcript", "--output", "x"), ("--transcript", "--columns", "what=x")],
)  # fmt: skip
def test_options_that_do_not_fit_are_a_mistake_of_usage(args: tuple[str, ...]) -> None:
    done = simulator("--lang", "en", "score", "-", *args, given=CHAT)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err


def test_the_transcript_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "chat.csv"
    file.write_text(CHAT, "utf-8")
    done = simulator("score", str(file), "--transcript", "--summary", "json", "--output", str(file))
    assert (done.code, file.read_text("utf-8")) == (2, CHAT)


def test_what_is_no_transcript_is_told_with_what_to_do() -> None:
    done = simulator("--lang", "en", "score", "-", "--transcript", given="a,b\n1,2\n")
    assert (done.code, done.out) == (1, "")
    assert "--columns text=NAME" in done.err
