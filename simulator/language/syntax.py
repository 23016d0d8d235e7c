"""What the YAML parser stumbled over, in the author's terms."""

from __future__ import annotations

import re

import yaml

from simulator.language.nodes import Source
from simulator.language.problems import Problem

_KEY = re.compile(r"\s*(?:- +)*([\w-]+)\s*")
_WIDE_COLON = re.compile(r"(?:- +)*[\w-]+ *(：)")
#: A line that is not blank and not a comment, from its first sign on.
_WRITTEN = re.compile(r"^[ ]*([^\s#].*)$", re.MULTILINE)
#: Characters that YAML keeps for itself at the start of a text.
_RESERVED = "@`%*&!>|"


def explain(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """The problem that stopped the parser."""
    text = source.text
    what, doing = error.problem or "", error.context or ""
    at = error.problem_mark.index if error.problem_mark else len(text)
    begun = error.context_mark.index if error.context_mark else at
    here = text[at : at + 1]
    if here == "\t":
        return source.problem("tab", at, at + 1)
    if "quoted scalar" in doing:
        if "escape" in what or "hexdecimal" in what:
            return source.problem("bad-escape", at, at + 2)
        return source.problem("unclosed-quote", begun, begun + 1, quote=text[begun : begun + 1])
    if text[begun : begun + 1] in _RESERVED and ("scanning" in doing or "found character" in what):
        return source.problem("quote-needed", begun, begun + 1, character=text[begun])
    if "flow" in doing:
        opened = max(text.rfind(bracket, 0, begun + 1) for bracket in "[{")
        return source.problem("unclosed-bracket", opened, opened + 1, bracket=text[opened], line=source.line_of(at))
    if here and here in "]},":
        return source.problem("stray-bracket", at, at + 1, character=here)
    if "could not find expected ':'" in what:
        return _no_colon(source, begun, _line_end(text, begun))
    if "mapping values are not allowed" in what:
        return _stray_colon(source, at)
    if "mapping keys are not allowed" in what:
        return source.problem("quote-needed", at, at + 1, character=here)
    if "sequence entries are not allowed" in what:
        return source.problem("list-here", at, at + 1)
    if "expected" in what:
        before = text[:at].rstrip(" ")
        if before[-1:] in ("'", '"'):
            return source.problem("text-after-quote", at, _line_end(text, at))
        return source.problem("indentation", at, _line_end(text, at))
    return source.problem("not-yaml", at, at + 1, None, detail=f"{doing}: {what}" if doing else what)


def _stray_colon(source: Source, at: int) -> Problem:
    """A colon where none may stand: it is inside a text, or something is wrong with the line above it."""
    text = source.text
    begin = text.rfind("\n", 0, at) + 1
    key = _KEY.fullmatch(text, begin, at)
    above = list(_WRITTEN.finditer(text, 0, begin))
    if key is None or not above:
        return source.problem("stray-colon", at, at + 1)
    if ":" not in above[-1][1]:
        return _no_colon(source, *above[-1].span(1))
    return source.problem("indentation", key.start(1), _line_end(text, at))


def _no_colon(source: Source, start: int, end: int) -> Problem:
    """A line that should have begun with a key and a colon; an input method may have written another colon."""
    wide = _WIDE_COLON.match(source.text, start, end)
    if wide:
        return source.problem("wide-colon", wide.start(1), wide.end(1))
    return source.problem("missing-colon", start, end)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
