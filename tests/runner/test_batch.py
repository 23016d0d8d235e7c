"""Lines of replies: every good one is read, every bad one is told apart, none stops the others."""

from __future__ import annotations

import io
import json
import pickle
import tracemalloc
from collections.abc import Iterator
from typing import IO, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.messages.score import TEXTS
from simulator.model.score import Context, Item
from simulator.runner.batch import LONGEST, LineError, Request, guess_lang, raw_lines, read_request
from tests.texts import anything


def read_lines(stream: IO[bytes]) -> Iterator[tuple[int, Request | LineError]]:
    """The requests in a stream as they arrive; each is a line's number and the request or why there is none."""
    for number, line in raw_lines(stream):
        try:
            yield number, line if isinstance(line, LineError) else read_request(line)
        except LineError as bad:
            yield number, bad


def request(**fields: Any) -> Request:
    return read_request(json.dumps({"id": "a", "reply": "Sorry", **fields}).encode())


def problem(**fields: Any) -> str:
    with pytest.raises(LineError) as caught:
        request(**fields)
    assert caught.value.message("en") != caught.value.message("zh")
    return caught.value.message("en")


def test_a_line_brings_its_whole_context() -> None:
    asked = request(
        lang="en",
        customer="It leaks!",
        wants="a repair",
        facts=[{"id": "leak", "says": "It leaks", "also": ["water comes in"]}, "It is cold"],
        policy={"allowed": ["send a plumber", {"id": "fee", "says": "waive the fee"}], "not_allowed": ["a new flat"]},
        remark="not ours",
    )
    assert asked == Request(
        "a",
        "Sorry",
        Context(
            "en", "It leaks!", "a repair",
            facts=(Item("leak", "It leaks", ("water comes in",)), Item("1", "It is cold")),
            may=(Item("0", "send a plumber"), Item("fee", "waive the fee")),
            never=(Item("0", "a new flat"),),
        ),
    )  # fmt: skip


def test_what_is_null_is_as_if_it_were_not_there() -> None:
    bare = request(lang=None, customer=None, wants=None, facts=None, policy=None)
    assert bare == Request("a", "Sorry", Context("en"))
    assert request(policy={"allowed": None}, facts=[{"id": None, "says": "x", "also": None}]).context.facts == (
        Item("0", "x"),
    )


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"reply": 5}, "`reply`"),
        ({"reply": None}, "`reply`"),
        ({"id": None}, "`id`"),
        ({"id": True}, "`id`"),
        ({"id": [1]}, "`id`"),
        ({"customer": 0}, "`customer`"),
        ({"wants": ["x"]}, "`wants`"),
        ({"facts": "x"}, "`facts`"),
        ({"facts": {}}, "`facts`"),
        ({"facts": [5]}, "`facts[0]`"),
        ({"facts": ["x", {"id": "y"}]}, "`facts[1]`"),
        ({"facts": [{"says": 5}]}, "`facts[0].says`"),
        ({"facts": [{"says": "x", "id": 5}]}, "`facts[0].id`"),
        ({"facts": [{"says": "x", "also": "y"}]}, "`facts[0].also`"),
        ({"facts": [{"says": "x", "also": ["y", 5]}]}, "`facts[0].also[1]`"),
        ({"policy": []}, "`policy`"),
        ({"policy": {"allowed": "x"}}, "`policy.allowed`"),
        ({"policy": {"not_allowed": [None]}}, "`policy.not_allowed[0]`"),
        ({"lang": "fr"}, "`lang`"),
        ({"lang": 5}, "`lang`"),
    ],
)
def test_a_wrong_type_is_told_with_its_place(fields: dict[str, Any], named: str) -> None:
    assert named in problem(**fields)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (b'{"id": 1}', "score.missing"),
        (b'{"reply": ""}', "score.missing"),
        (b"[]", "score.not_an_object"),
        (b"5", "score.not_an_object"),
        (b"{", "score.not_json"),
        (b"hello", "score.not_json"),
        (b'{"id": NaN, "reply": ""}', "score.not_a_number"),
        (b'{"id": "\xff", "reply": ""}', "score.not_utf8"),
        (b"[" * 200_000, "score.too_deep"),
        (b'{"id": ' + b"9" * 5000 + b', "reply": ""}', "score.too_deep"),
    ],
)
def test_a_line_that_is_no_such_object_is_told(line: bytes, key: str) -> None:
    with pytest.raises(LineError) as caught:
        read_request(line)
    assert caught.value.key == key


@given(st.lists(st.binary(max_size=40)))
def test_any_bytes_give_one_answer_a_line_in_order(lines: list[bytes]) -> None:
    good = json.dumps({"id": 7, "reply": "x"}).encode()
    data = b"\n".join([*(line.replace(b"\n", b" ") for line in lines), good])
    answers = list(read_lines(io.BytesIO(data)))
    assert answers[-1][0] == len(lines) + 1
    assert isinstance(answers[-1][1], Request)
    assert [n for n, _ in answers[:-1]] == [n for n, line in enumerate(lines, 1) if line.replace(b"\n", b" ").strip()]


@given(reply=anything, name=anything)
def test_any_text_is_read_as_it_was_written(reply: str, name: str) -> None:
    asked = request(id=name, reply=reply)
    assert (asked.id, asked.reply) == (name, reply)


def test_blank_lines_are_passed_over_but_counted_and_a_byte_order_mark_is_no_harm() -> None:
    data = b'\xef\xbb\xbf{"id": 1, "reply": ""}\r\n\r\n  \n{"id": 2, "reply": ""}'
    assert [(n, r.id) for n, r in read_lines(io.BytesIO(data)) if isinstance(r, Request)] == [(1, 1), (4, 2)]


def test_a_line_that_is_too_long_costs_only_itself_and_little_memory() -> None:
    class Endless(io.RawIOBase):
        """A 60 MB line, then a good one, never held whole."""

        def __init__(self) -> None:
            self.left = 60_000_000
            self.rest = b'\n{"id": 2, "reply": "x"}\n'

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            piece = b"x" * min(len(buffer), self.left) or self.rest[: len(buffer)]
            if self.left:
                self.left -= len(piece)
            else:
                self.rest = self.rest[len(piece) :]
            buffer[: len(piece)] = piece
            return len(piece)

    tracemalloc.start()
    (_, long), (number, good) = read_lines(io.BufferedReader(Endless()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(long, LineError)
    assert long.key == "score.too_long"
    assert isinstance(good, Request)
    assert (number, good.id) == (2, 2)
    assert peak < 8 * LONGEST


def test_a_line_of_just_the_longest_length_is_read() -> None:
    frame = len(b'{"id": 1, "reply": ""}')
    line = json.dumps({"id": 1, "reply": "x" * (LONGEST - frame)}).encode()
    assert len(line) == LONGEST
    (first, second) = read_lines(io.BytesIO(line + b"\n" + line + b" \n"))
    assert isinstance(first[1], Request)
    assert isinstance(second[1], LineError)


@pytest.mark.parametrize(
    ("words", "lang"),
    [("I'm sorry", "en"), ("对不起", "zh"), ("对不起，order 88 的 refund 今天到账", "zh"), ("讓您久等了", "zh"),
     ("I told 小王 about it yesterday", "en"), ("12345 ?!", None), ("", None)],
)  # fmt: skip
def test_the_script_tells_the_language(words: str, lang: str | None) -> None:
    assert guess_lang(words) == lang


def test_where_the_reply_has_no_words_the_customer_tells_the_language() -> None:
    assert request(reply="...", customer="我等了三个星期").context.lang == "zh"
    assert request(reply="...", customer="").context.lang == "en"
    assert request(lang="zh-Hant").context.lang == "zh"


@pytest.mark.parametrize("key", TEXTS)
def test_every_message_is_there_in_both_languages_with_its_places_filled(key: str) -> None:
    values = dict.fromkeys(("path", "reason", "count", "limit", "byte", "column", "name", "field", "lang"), "x")
    error = LineError(f"score.{key}", **({} if key == "not_an_object" else values))
    assert ("{" in error.message("en")) == (key == "not_an_object")
    assert error.message("en") != error.message("zh")


def test_a_line_that_cannot_be_read_goes_to_another_process_as_it_is() -> None:
    error = pickle.loads(pickle.dumps(LineError("score.too_long", limit=LONGEST)))
    assert isinstance(error, LineError)
    assert (error.key, error.values) == ("score.too_long", {"limit": LONGEST})
