"""Chat exports: whatever wrote them, every message is read, and what can't be used is told by its row alone."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.messages import text
from simulator.runner.batch import LONGEST, LineError
from simulator.talks.columns import COLUMNS, Sides
from simulator.talks.reading import messages
from simulator.talks.records import Bad, Row
from tests.texts import anything

HEAD = ("conversation", "speaker", "role", "time", "topic", "text")


def read(
    content: bytes | str, agents: Iterable[str] = (), columns: Mapping[str, str] | None = None,
    alone: Callable[[], object] = lambda: None,
) -> list[Row | Bad]:  # fmt: skip
    stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
    return list(messages(stream, Sides(agents), columns or {}, alone))


def table(*rows: Iterable[str], head: Iterable[str] = HEAD, **form: Any) -> str:
    out = io.StringIO()
    csv.writer(out, **form).writerows([head, *rows])
    return out.getvalue()


def told(rows: Iterable[Row | Bad]) -> list[tuple[int, str]]:
    """Each row's number with its text, or with why it can't be used."""
    return [(row.row, row.key if isinstance(row, Bad) else row.text) for row in rows]


CHAT = table(
    ["7", "Ann", "Customer", "09:00", "parcel", "Where is it?"],
    ["7", "Mei", "Agent", "09:01", "parcel", "I'm sorry,\nI will look."],
)


def test_a_message_has_its_conversation_speaker_side_time_topic_and_text() -> None:
    assert read(CHAT) == [
        Row(2, "7", "Ann", "customer", "09:00", "parcel", "Where is it?"),
        Row(3, "7", "Mei", "agent", "09:01", "parcel", "I'm sorry,\nI will look."),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_whatever_a_chinese_spreadsheet_saves_is_read(encoding: str, delimiter: str) -> None:
    written = table(
        ["一", "客户", "我的包裹呢？等了三天了。"], ["一", "客服小王", "非常抱歉，\n让您久等。"],
        head=["会话", "发言人", "内容"], delimiter=delimiter,
    )  # fmt: skip
    assert [(r.talk, r.speaker, r.side, r.text) for r in read(written.encode(encoding)) if isinstance(r, Row)] == [
        ("一", "客户", "customer", "我的包裹呢？等了三天了。"), ("一", "客服小王", "agent", "非常抱歉，\n让您久等。"),
    ]  # fmt: skip


def test_a_western_spreadsheet_is_not_taken_for_a_chinese_one() -> None:
    written = table(["1", "Agent", "Désolé, Zoë: the café's “open” sign — déjà vu."], head=["chat", "from", "message"])
    assert told(read(written.encode("cp1252"))) == [(2, "Désolé, Zoë: the café's “open” sign — déjà vu.")]


@pytest.mark.parametrize("head", ["sep=;\r\n", '"sep=;"\n'])
def test_a_first_line_that_tells_the_separator_is_no_header(head: str) -> None:
    assert told(read(head + "conversation;speaker;text\r\n1;agent;a, b\r\n")) == [(3, "a, b")]


def test_line_ends_of_an_old_machine_part_rows() -> None:
    assert told(read(CHAT.replace("\r\n", "\r")))[0] == (2, "Where is it?")


def test_json_lines_are_read_by_the_same_names() -> None:
    lines = [
        {"ticket": 12, "author": "Ann", "role": "end-user", "created_at": 5, "body": "Where?", "more": [1]}, {},
        {"body": "Soon.", "author": "Mei", "ticket": 12, "role": "agent", "tags": None},
    ]  # fmt: skip
    rows = read("\n".join(map(json.dumps, lines)) + "\n\n[]\n{")
    assert rows[0] == Row(1, "12", "Ann", "customer", "5", "", "Where?")
    assert rows[2] == Row(3, "12", "Mei", "agent", "", "", "Soon.")
    assert told(rows)[1::2] == [(2, "talks.needs_column"), (5, "talks.not_an_object")]
    assert told(rows)[-1] == (6, "score.not_json")


@pytest.mark.parametrize("what", [what for what in COLUMNS if what != "text"])
def test_every_name_of_a_column_is_known_in_any_case_and_width(what: str) -> None:
    for name in COLUMNS[what]:
        head = [
            name.upper().replace(" ", "_"),
            "ｔｅｘｔ",
            *(["agent name"] if what in ("speaker", "role") else ["role"]),
        ]
        rows = read(table(["agent", "x", "agent"], head=head))
        assert told(rows) == [(2, "x")], name


def test_columns_that_have_other_names_can_be_told() -> None:
    written = table(["1", "agent", "hello", "b"], head=["Nr", "Wer", "Was, genau", "text"])
    given = {"conversation": "nr", "speaker": "WER", "text": "Was, genau"}
    assert read(written, columns=given) == [Row(2, "1", "agent", "agent", "", "", "hello")]
    with pytest.raises(LineError, match="no_column"):
        read(written, columns={**given, "time": "Wann"})


@pytest.mark.parametrize("head", [["a", "b"], ["speaker", "chat"], ["text", "chat"]])
def test_a_table_without_a_needed_column_is_refused(head: list[str]) -> None:
    with pytest.raises(LineError, match="needs_column"):
        read(table(["x", "y"], head=head))


def test_a_file_without_a_column_for_conversations_is_one_and_that_is_said_once() -> None:
    said: list[int] = []
    rows = read(table(["agent", "a"], ["customer", "b"], head=["role", "text"]), alone=lambda: said.append(1))
    assert ([r.talk for r in rows if isinstance(r, Row)], said) == (["", ""], [1])


@pytest.mark.parametrize(
    ("speaker", "role", "side"),
    [
        ("Ann", "customer", "customer"), ("Ann", "End User", "customer"), ("Customer Service", "", "agent"),
        ("Agent_3", "", "agent"), ("客服001", "", "agent"), ("客户", "", "customer"), ("客户经理 李", "", "agent"),
        ("張先生", "客戶", "customer"), ("Mei", "AGENT", "agent"), ("customer", "agent", "agent"), ("Bot", "", None),
        ("系统", "", None), ("x", "internal-note", None),
    ],
)  # fmt: skip
def test_roles_tell_the_sides(speaker: str, role: str, side: str | None) -> None:
    assert Sides().of(speaker, role) == side


@pytest.mark.parametrize("speaker", ["", "Ann", "Agentha", "Users"])
def test_who_is_neither_is_not_guessed(speaker: str) -> None:
    with pytest.raises(LineError, match="no_side"):
        Sides().of(speaker, "")


def test_named_agents_are_agents_and_everybody_else_a_customer_but_no_machine() -> None:
    sides = Sides(["Mei Li", "王芳"])
    assert [sides.of(s, "") for s in ("mei  li", "王芳", "Ann", "Agent", "system")] == [
        "agent", "agent", "customer", "customer", None,
    ]  # fmt: skip


def test_bad_rows_are_told_by_their_numbers_and_the_rest_is_read() -> None:
    good = "1,agent,fine\r\n"
    rows = read(
        "conversation,role,text\r\n" + good + "1,agent,one, two\r\n\r\n" + "1,nobody,x\r\n" + ",agent,x\r\n"
        + f"1,agent,{'x' * 200_000}\r\n" + f"{'9' * 300},agent,x\r\n" + good + "1,agent\r\n" + good
    )  # fmt: skip
    assert told(rows) == [
        (2, "fine"), (3, "talks.cells"), (5, "talks.no_side"), (6, "talks.no_talk"), (7, "talks.not_a_row"),
        (8, "talks.long_cell"), (9, "fine"), (11, "fine"),
    ]  # fmt: skip


def test_bytes_that_are_no_text_and_endless_lines_cost_only_their_own_row() -> None:
    good = "1,agent,très bien\n".encode()
    rows = read(b"chat,role,text\n" + good + b"1,agent,\xff\xff\n" + b"x" * (2 * LONGEST) + b"\n" + good)
    assert told(rows) == [(2, "très bien"), (3, "talks.not_text"), (4, "score.too_long"), (5, "très bien")]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest() -> None:
    rows = read('chat,role,text\n1,agent,"open\n' + "1,agent,fine\n" * 30_000)
    assert ("talks.not_a_row" in dict(told(rows)).values(), told(rows)[-1][1]) == (True, "fine")


def test_one_row_can_not_be_made_endless() -> None:
    rows = read(b"chat,role,text\n1,agent" + b',"\n"' * 300_000)
    assert told(rows)[0] == (2, "score.too_long")


def test_no_reason_repeats_what_somebody_wrote() -> None:
    secret = "Hunter-2"
    rows = read(
        f"conversation,speaker,text\n1,{secret},{secret}\n1,agent,{secret},{secret}\n,agent,{secret}\n"
        f"{secret * 40},agent,{secret}\n"
    )
    assert len(rows) == 4
    for row in rows:
        assert isinstance(row, Bad)
        for lang in ("en", "zh", "zh-Hant"):
            assert secret not in text(row.key, lang, **dict(row.values))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(anything, anything, anything), max_size=5))
def test_any_cells_are_read_or_told(rows: list[tuple[str, str, str]]) -> None:
    written = table(*rows, head=["conversation", "speaker", "text"]).encode("utf-8", "surrogatepass")
    for row in read(written, agents=["Ann"]):
        assert isinstance(row, Row | Bad)
        assert row.row >= 2


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_told(content: bytes) -> None:
    for written in (b"conversation,role,text\n" + content, content):
        with suppress(LineError):
            read(written)
