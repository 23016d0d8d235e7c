"""Playing without a screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.language import smallest
from tests.cli.run import Done, simulator

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FLAT = str(SCENARIOS / "en" / "leaking-flat.yaml")


def rehearse(*options: str, replies: bytes | str = b"", **more: Any) -> Done:
    return simulator("rehearse", FLAT, "--replies", "-", *options, given=replies, **more)


def record(done: Done) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(done.out)
    return value


def test_it_prints_every_turn_as_json() -> None:
    reply = "I'm so sorry that the water came in, Mrs Wen."
    done = rehearse("--json", replies=f"{reply}\n\n")
    played = record(done)
    assert done.code == 0
    assert set(played) == {"scenario", "lang", "turns", "ending", "outcome", "score", "session_levels"}
    assert (played["scenario"], played["lang"]) == ("leaking-flat", "en")
    first, second = played["turns"]
    assert set(first) == {"beat", "customer", "reply", "levels", "flags", "mood", "evidence"}
    assert (first["reply"], second["reply"]) == (reply, "")
    assert set(first["levels"]) == {"listening", "apology"}
    assert first["customer"] != second["customer"]
    for turn in played["turns"]:
        for evidence in turn["evidence"]:
            assert set(evidence) == {"criterion", "start", "end", "quote", "cue", "reason", "counted"}
            assert turn["reply"][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_when_the_replies_run_out_it_is_unfinished() -> None:
    for replies in ("", "Hello?\n", "Hello?"):
        done = rehearse("--json", replies=replies)
        played = record(done)
        assert (done.code, played["ending"], played["outcome"]) == (0, None, "unfinished")
        assert len(played["turns"]) == bool(replies)


def test_replies_left_over_are_an_error_only_when_strict() -> None:
    silence = "\n" * 30
    loose, strict = rehearse("--json", replies=silence), rehearse("--json", "--strict", replies=silence)
    assert (loose.code, strict.code) == (0, 1)
    assert loose.out == strict.out
    assert record(loose)["ending"]
    assert loose.err


def test_a_reply_ends_only_where_its_line_ends() -> None:
    done = rehearse("--json", replies="one\u2028still one\x0b\x85\\n\r\ntwo")
    assert [turn["reply"] for turn in record(done)["turns"]] == ["one\u2028still one\x0b\x85\\n", "two"]


def test_a_byte_order_mark_is_no_part_of_the_reply() -> None:
    assert record(rehearse("--json", replies=b"\xef\xbb\xbfHello"))["turns"][0]["reply"] == "Hello"


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    done = rehearse(replies=b"fine\n\xff\xfe\n")
    assert (done.code, done.out) == (1, "")
    assert "line 2" in done.err
    assert "Traceback" not in done.err


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = simulator("rehearse", FLAT, "--replies", str(tmp_path / "none.txt"))
    assert (done.code, done.out) == (2, "")
    assert "none.txt" in done.err


@pytest.mark.parametrize("options", [(), ("--replies", "-", "--trainee", "strong"), ("--replies", "-", "--plan", "p")])
def test_the_replies_come_from_one_place(options: tuple[str, ...]) -> None:
    done = simulator("rehearse", FLAT, *options)
    assert done.code == 2
    assert "--trainee" in done.err


def test_what_is_typed_does_nothing_to_the_terminal() -> None:
    for options in ((), ("--json",)):
        done = rehearse(*options, replies="\x1b]0;evil\x07 \x9b31m sorry \u202egnorw\n")
        assert done.code == 0
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.out)


def test_the_report_reads_as_a_conversation_in_either_language() -> None:
    english = rehearse(replies="I'm sorry.\n")
    chinese = rehearse("--lang", "zh", replies="I'm sorry.\n")
    assert "Customer:" in english.out
    assert "│ I'm sorry." in english.out
    assert "Unfinished" in english.out
    assert "客户：" in chinese.out
    assert "未完成" in chinese.out


def test_a_scenario_is_found_by_id_in_the_language_asked_for() -> None:
    done = simulator("rehearse", "leaking-flat", "--lang", "zh", "--json", "--replies", "-")
    assert record(done)["lang"] == "zh"


def test_a_broken_scenario_is_told_like_check_does(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(Path(FLAT).read_text("utf-8").replace("to: storm", "to: strom"), encoding="utf-8")
    done = simulator("rehearse", str(broken), "--replies", "-", given=b"Hello")
    checked = simulator("check", str(broken))
    assert (done.code, done.out) == (1, "")
    assert "strom" in done.err
    assert next(line for line in done.err.splitlines() if "strom" in line) in checked.out


@pytest.mark.parametrize("trainee", ["strong", "middling", "poor", "random"])
def test_a_trainee_answers_with_the_exemplars(trainee: str) -> None:
    done = simulator("rehearse", FLAT, "--trainee", trainee, "--json")
    assert done.code == 0
    assert record(done)["turns"]


def test_many_plays_give_a_table_and_the_same_seed_the_same_one() -> None:
    table = ("rehearse", FLAT, "--trainee", "random", "--runs", "4", "--seed")
    one, same, other = (simulator(*table, seed) for seed in ("1", "1", "2"))
    assert (one.code, one.err) == (0, "")
    assert one.out == same.out
    assert one.out != other.out
    assert "ENDING" in one.out
    assert "Beats never visited:" in one.out


def test_many_plays_as_json() -> None:
    done = simulator("rehearse", FLAT, "--trainee", "poor", "--runs", "3", "--json")
    played = record(done)
    assert (played["trainee"], played["seed"], played["runs"]) == ("poor", 0, 3)
    assert sum(row["plays"] for row in played["endings"]) == 3
    assert {row["outcome"] for row in played["endings"]} <= {"lost", "escalated"}
    for row in played["endings"]:
        assert row["turns"]["least"] <= row["turns"]["mean"] <= row["turns"]["greatest"]
    assert set(played["beats_never_visited"]) == {name for name, count in played["turns_by_beat"].items() if not count}


def test_runs_are_for_trainees() -> None:
    assert rehearse("--runs", "3").code == 2


def test_a_play_without_exemplars_stays_unfinished(tmp_path: Path) -> None:
    file = tmp_path / "bare.yaml"
    file.write_text(smallest.SCENARIO, "utf-8")
    done = simulator("rehearse", str(file), "--trainee", "strong", "--runs", "2", "--json")
    assert [row["ending"] for row in record(done)["endings"]] == [None]
