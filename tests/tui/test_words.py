"""The catalogue of the screens: every sentence that is asked for exists, in both languages, and none is left over."""

from __future__ import annotations

import ast
import string
from pathlib import Path
from typing import get_args

import pytest

import simulator.tui
from simulator.course.practise import Why
from simulator.course.way import Status
from simulator.messages import text
from simulator.messages.tui import TEXTS
from simulator.model.base import Lang
from simulator.model.scenario import Difficulty, Kind, Outcome, Style
from simulator.tui.mood import mood_name

PACKAGE = Path(simulator.tui.__file__).parent
TREES = [ast.parse(path.read_text("utf-8")) for path in [*PACKAGE.glob("*.py"), PACKAGE.parent / "cli" / "play.py"]]

#: Keys of which a part is filled in while the program runs, and what may stand there.
FILLED = {
    "kind": get_args(Kind),
    "difficulty": get_args(Difficulty),
    "style": get_args(Style),
    "outcome": get_args(Outcome),
    "language": (*get_args(Lang), "traditional"),
    "mood": tuple({mood_name(mood) for mood in range(101)}),
    "home.field": ("lang", "kind", "difficulty"),
    "palette": ("theme", "spoken", "rubric", "name", "quit", "help", "coach"),
    "spoken": ("on", "off"),
    "course.chapter": get_args(Status),
    "course.why": get_args(Why),
    "course": tuple(f"{status}{best}" for status in get_args(Status) for best in ("", "_best")),
    "debrief": ("passed", "failed", "best", "worst", "went_well", "next_time"),
}
MADE = {f"{stem}.{part}" for stem, filled in FILLED.items() for part in filled}
MADE |= {f"palette.{part}.about" for part in FILLED["palette"]}


def constants(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def called(node: ast.AST) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def test_every_sentence_that_is_asked_for_exists() -> None:
    asked = set(MADE)
    for tree in TREES:
        asked |= {c.removeprefix("tui.") for c in constants(tree) if c.startswith("tui.") and not c.endswith(".")}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node.func) in ("say", "_heading") and node.args:
                first = node.args[0]
                parts = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                asked |= {str(part.value) for part in parts if isinstance(part, ast.Constant)}
    assert sorted(asked - set(TEXTS)) == []


def test_no_sentence_is_left_over() -> None:
    written = {c.removeprefix("tui.") for tree in TREES for c in constants(tree)} | MADE
    assert sorted(set(TEXTS) - written) == []


@pytest.mark.parametrize("lang", ["en", "zh", "zh-Hant"])
def test_every_sentence_is_there_in_every_language_with_the_same_places(lang: str) -> None:
    for key, (english, chinese) in TEXTS.items():
        places = [{name for _, name, _, _ in string.Formatter().parse(words) if name} for words in (english, chinese)]
        assert places[0] == places[1], key
        assert text(f"tui.{key}", lang, **dict.fromkeys(places[0], "x")).strip(), key
        assert not any("\u4e00" <= c <= "\u9fff" for c in english), key
