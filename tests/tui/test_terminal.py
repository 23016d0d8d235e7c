"""What terminals get wrong is mended. The mends touch private names of the pinned Textual: these tests guard them."""

from __future__ import annotations

import os
from itertools import pairwise

import pytest
import rich._wrap
import textual._wrap
from hypothesis import given
from rich.cells import cell_len
from textual import events
from textual._xterm_parser import XTermParser

from simulator.tui.terminal import CHUNK, WORD, patch_textual, prepare_environment
from tests.texts import anything


def keys(raw: str) -> list[str]:
    """The keys that the parser makes of what a terminal sends."""
    parser = XTermParser()
    # The empty read says that nothing more of a sequence is coming.
    return [event.key for piece in (raw, "") for event in parser.feed(piece) if isinstance(event, events.Key)]


def test_the_patched_names_are_still_there_and_patched() -> None:
    assert textual._wrap.re_chunk is CHUNK
    assert rich._wrap.re_word is WORD
    assert XTermParser._mended is True  # type: ignore[attr-defined]
    before = XTermParser._parse_extended_key
    patch_textual()
    assert XTermParser._parse_extended_key is before


@pytest.mark.parametrize("raw", ["\x1b[97;1:3u", "\x1b[97:65;2;65u", "\x1b[99999999999;1u", "\x1b[55296;1u"])
def test_a_malformed_key_is_ignored(raw: str) -> None:
    assert keys(raw) == []


def test_keys_after_a_malformed_one_arrive() -> None:
    assert keys("\x1b[97;1:3u" + "b")[-1] == "b"


@pytest.mark.parametrize(
    ("raw", "key"),
    [("\r", "enter"), ("\n", "ctrl+j"), ("\x1b\r", "alt+enter"), ("\x1b[13;2u", "shift+enter"),
     ("\x1b[27;2;13~", "shift+\r"), ("你", "你")],
)  # fmt: skip
def test_enter_in_all_its_forms(raw: str, key: str) -> None:
    assert keys(raw) == [key]


def test_an_input_method_that_commits_several_characters_gives_them_all() -> None:
    assert keys("你们好") == ["你", "们", "好"]


def test_chinese_may_break_after_each_character_but_no_line_begins_with_a_comma() -> None:
    pieces = [match.group() for match in CHUNK.finditer("客户 Zhang：你们（公司）说好的，“全险”")]
    assert pieces == ["客", "户 ", "Zhang：", "你", "们", "（公", "司）", "说", "好", "的，", "“全", "险”"]


@given(anything)
def test_wrapping_loses_nothing(text: str) -> None:
    line = text.replace("\n", " ").replace("\r", " ")
    assert "".join(match.group() for match in CHUNK.finditer(line)) == line


@given(anything)
def test_words_for_everything_else_lose_nothing_but_spaces(text: str) -> None:
    line = " ".join(text.split())
    offsets = [0, *rich._wrap.divide_line(line, 12), len(line)]
    parts = [line[start:end] for start, end in pairwise(offsets)]
    assert "".join(parts) == line
    assert all(cell_len(part.rstrip()) <= 12 for part in parts if part.isprintable() and part.isascii())


def test_iterm_is_asked_not_to_use_the_protocol_that_loses_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEXTUAL_DISABLE_KITTY_KEY", raising=False)
    monkeypatch.setenv("TERM_PROGRAM", "ghostty")
    prepare_environment()
    assert "TEXTUAL_DISABLE_KITTY_KEY" not in os.environ
    monkeypatch.setenv("TERM_PROGRAM", "iTerm.app")
    prepare_environment()
    assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
    monkeypatch.delenv("TEXTUAL_DISABLE_KITTY_KEY")
