"""From text to tree: nothing is taken for something else, every node keeps its place, nothing hostile gets far."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language import load_scenario
from simulator.language.nodes import Listing, Mapping, Scalar
from simulator.language.reading import MAX_BYTES, MAX_PROBLEMS, read, read_file
from tests.language.ask import scenario


def told(content: bytes | str) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in read(content, "it.yaml").problems]


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "off", "1:30", "2024-01-01", "0x1F", "1_000", "~", "null", "1e3", "true"]
)
def test_a_text_stays_what_the_author_wrote(word: str) -> None:
    assert scenario(f"title: {word}\nbrief: {word}\n").title == word


def test_numbers_and_truths_are_read_where_they_are_meant() -> None:
    read_ = scenario("minutes: 12\nguided: yes\n")
    assert (read_.minutes, read_.guided) == (12, True)


def test_every_node_keeps_its_place_in_characters() -> None:
    text = '标题: 𠮷野家 # 注\nlist: [一, "二"]\n'
    root = read(text, "").root
    assert isinstance(root, Mapping)
    value, several = root.value("标题"), root.value("list")
    assert isinstance(value, Scalar)
    assert isinstance(several, Listing)
    assert text[value.start : value.end] == "𠮷野家"
    assert [text[item.start : item.end] for item in several.items] == ["一", '"二"']


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(end: str) -> None:
    assert told(end.join(["a: b", "c: 'x\u2028\x85 y'", "a: d"])) == [("duplicate-key", 3, 1)]


def test_a_byte_order_mark_is_passed_over() -> None:
    assert told(b"\xef\xbb\xbfa: b\na: c") == [("duplicate-key", 2, 1)]


def test_bytes_that_are_no_text_are_told_with_their_place() -> None:
    assert told("a: 中\nb: 文".encode() + b"\xff\xfe") == [("not-utf8", 2, 5)]
    assert told("a: b".encode("utf-16")) == [("not-utf8", 1, 1)]
    assert told("a: \ud800") == [("not-utf8", 1, 4)]


def test_each_invisible_character_is_told() -> None:
    assert told("a: \x1b[31m\nb: \x00") == [("control-character", 1, 4), ("control-character", 2, 4)]


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    assert [problem.code for problem in read_file(file, "large.yaml").problems] == ["too-large"]
    assert told("[a, " + "b, " * 100_001 + "]")[0][0] == "too-many"


@pytest.mark.parametrize("text", ["[" * 900, "a: {" * 400, "\n".join(" " * n + "a:" for n in range(900)), "? " * 900])
def test_depth_is_bounded(text: str) -> None:
    assert told(text)[0][0] == "too-deep"


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    layers = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 9))
    began = time.perf_counter()
    found = told("l0: &l0 [x]\n" + layers)
    assert time.perf_counter() - began < 2
    assert {code for code, _, _ in found} == {"anchor", "alias"}


def test_tags_run_nothing() -> None:
    assert told("a: !!python/object/apply:os.system [echo]\n") == [("tag", 1, 4)]


def test_one_message_for_a_merge_though_it_has_an_alias_too() -> None:
    assert [code for code, _, _ in told("a: {b: c}\nd:\n  <<: *a\n")] == ["merge-key"]


def test_a_file_of_rubbish_gives_a_bearable_number_of_messages() -> None:
    assert len(told("\x01" * 10_000)) == MAX_PROBLEMS
    assert len(told("a: *b\nc: *d\n".replace("a", "[*x, *y, *z]") * 400)) <= MAX_PROBLEMS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [b, c\nd: e\n", ("unclosed-bracket", 1, 4)),
        ("{", ("unclosed-bracket", 1, 1)),
        ("a: 'b\nc: d\n", ("unclosed-quote", 1, 4)),
        ("a: it: is\n", ("stray-colon", 1, 6)),
        ("a: b\n c: d\n", ("indentation", 2, 2)),
        ("title here\nb: c\n", ("missing-colon", 1, 1)),
        ("a: b\nc\n", ("missing-colon", 2, 1)),
        ("a: >= 2\n", ("quote-needed", 1, 4)),
        ("a: *sigh* no\n", ("quote-needed", 1, 4)),
        ("a: *he sighs* no\n", ("alias", 1, 4)),
        ("a: %b\n", ("quote-needed", 1, 4)),
        ("a: ? b\n", ("quote-needed", 1, 4)),
        ("a: 'it's'\n", ("text-after-quote", 1, 8)),
        ("a:\n  - b\n - c\n", ("indentation", 3, 2)),
        ("a: - b\n", ("list-here", 1, 4)),
        ("- a\n-\t- b\n", ("tab", 2, 2)),
        ('a: "\\xZZ"\n', ("bad-escape", 1, 7)),
        ("%YAML 3.0\n---\na: b\n", ("not-yaml", 1, 1)),
    ],
)
def test_what_the_parser_stumbles_over_is_put_in_the_authors_terms(text: str, expected: tuple[str, int, int]) -> None:
    assert told(text) == [expected]


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.yaml", Path("/dev/zero"), Path("a\0b")):
        (problem,) = read_file(path, "it.yaml").problems
        assert problem.code == "unreadable"


@given(st.one_of(st.binary(max_size=200), st.text(st.characters(), max_size=200)))
def test_anything_gives_a_tree_or_problems(content: bytes | str) -> None:
    document = read(content, "it.yaml")
    assert document.root is not None or document.problems
    assert load_scenario(content, "it.yaml").value is None
