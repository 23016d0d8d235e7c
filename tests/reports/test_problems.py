"""How a problem is drawn: the caret stands under what it means, and nothing gets at the terminal."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.language.nodes import Source
from simulator.language.problems import Meant, Problem
from simulator.reports.inert import cells
from simulator.reports.problems import WIDTH, problem_lines, problem_record
from tests.texts import anything


def drawn(text: str, part: str) -> list[str]:
    start = text.index(part)
    meant = Meant("closing", 22)
    problem = Source("it.yaml", text).problem("unknown-beat", start, start + len(part), meant, name=part, known=())
    return list(problem_lines(problem, "en"))


def test_it_reads_as_agreed() -> None:
    assert drawn("a:\n      to: closng\nb: c", "closng")[:3] == [
        "it.yaml:2:11: error unknown-beat: no beat or ending is called 'closng'",
        "2 |       to: closng",
        "  |           ^^^^^^  did you mean 'closing' (line 22)?",
    ]


def under(lines: list[str]) -> str:
    """What the caret stands under, by the columns of a terminal."""
    _, snippet, caret, *_ = lines
    start = cells(caret[: caret.index("^")])
    width = caret.count("^")
    out, at = "", 0
    for character in snippet:
        if start <= at < start + width:
            out += character
        at += cells(character)
    return out


def test_the_caret_stands_under_wide_characters_and_behind_tabs() -> None:
    assert under(drawn("标题: [完全不对, 另一个]", "完全不对")) == "完全不对"
    assert under(drawn("a:\t\tclosng", "closng")) == "closng"
    assert under(drawn("e\u0301: closng # 👍", "closng")) == "closng"


def test_a_long_line_is_cut_on_both_sides_of_the_place() -> None:
    for before in ("word " * 10_000, "很长" * 20_000):
        lines = drawn(f"{before}closng{before}", "closng")
        assert under(lines) == "closng"
        assert all(cells(line) <= WIDTH + 60 for line in lines)
        assert "…" in lines[1]


def test_the_first_line_has_the_same_form_in_every_language() -> None:
    problem = Source("it.yaml", "a: b").problem("duplicate-key", 3, 4, None, key="a", line=1)
    for lang in ("en", "zh", "zh-Hant"):
        assert next(problem_lines(problem, lang)).startswith("it.yaml:1:4: error duplicate-key: ")


def test_as_data_it_has_the_agreed_keys() -> None:
    problem = Problem("unknown-beat", "it.yaml", 2, 3, values={"name": "a", "known": ()}, meant=Meant("b"))
    assert problem_record(problem, "en") == {
        "path": "it.yaml", "line": 2, "column": 3, "severity": "error", "code": "unknown-beat",
        "message": "no beat or ending is called 'a'; did you mean 'b'?",
    }  # fmt: skip
    assert str(problem) == "it.yaml:2:3: error unknown-beat: no beat or ending is called 'a'"


@settings(deadline=None)
@given(anything, anything, anything, st.sampled_from(["en", "zh", "zh-Hant"]))
def test_no_text_gets_at_the_terminal(text: str, name: str, path: str, lang: str) -> None:
    problem = Source(path, text).problem("unknown-beat", 0, len(text), Meant(name), name=name, known=(name, text))
    for line in problem_lines(problem, lang):
        assert not {"\x1b", "\x00", "\n", "\r", "\u202e"} & set(line)
        line.encode("utf-8")
