"""Cues: the notation in which authors write wordings.

The notation (docs/cues.md explains it to authors):

    we let you down        words one after another (in Chinese: characters)
    (so|very|really|) sorry    one of several; an empty one makes it optional
    sorry ... wait         a gap of up to 4 words (6 Chinese characters) inside one sentence
    sorry ...9 wait        a gap of up to 9
    frustrat*              any word that begins so
    <feeling>              anything that the group `feeling` matches; also <number>, <time>, <money>
    ^okay                  only at the start of a clause
    that is it$            only at the end of a clause
    is that right?         only at the end of a clause that closes with a question mark
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import islice
from typing import Any, NamedTuple

from simulator.scoring.english import opened
from simulator.scoring.text import count_han, normalise, read

#: Groups that the quantity reader fills in; cues may refer to them.
BUILT_IN = ("number", "time", "money")
GAP = {"en": 4, "zh": 6}
#: Words, brackets, bars and blanks of one cue.
MAX_PIECES = 1000
MAX_GAP = 20
#: How much of a cue evidence shows.
LABEL = 60

_PIECES = re.compile(r"\s+|\.\.\.(\d*)|<([A-Za-z][\w-]*)>|([()|^$?])|([^\s()|^$?<>]+?)(?=\.\.\.|[\s()|^$?<>]|$)|(.)")


class CueError(ValueError):
    """A cue that is not written in the notation; the text says what is wrong."""


# An element of a cue: ("word", text) ("prefix", text) ("group", name) ("gap", n) ("start",) ("end",) ("asked",), or
# ("any", sequences): one of several.
Element = tuple[str, Any]
Sequence = tuple[Element, ...]

MARKS = ("start", "end", "asked")


@lru_cache(maxsize=20_000)
def parse_cue(cue: str, lang: str) -> Sequence:
    """A cue as the sequence of elements that it stands for.

    Raises:
        CueError: unbalanced brackets, a gap at either end, nothing to match, or too long.
    """
    pieces = list(islice(_PIECES.finditer(cue), MAX_PIECES + 1))
    if len(pieces) > MAX_PIECES:
        raise CueError(f"it has more than {MAX_PIECES} pieces: split it")
    at = 0

    def alternatives() -> list[Sequence]:
        nonlocal at
        options: list[Sequence] = []
        current: Sequence = ()
        while at < len(pieces):
            piece = pieces[at][0]
            if piece == ")":
                break
            at += 1
            if piece == "|":
                options.append(current)
                current = ()
            elif piece == "(":
                inner = alternatives()
                if at >= len(pieces):
                    raise CueError("a bracket is opened and never closed")
                at += 1
                current += inner[0] if len(inner) == 1 else (("any", tuple(dict.fromkeys(inner))),)
            else:
                current += _elements(pieces[at - 1], lang)
        return [*options, current]

    options = alternatives()
    if at < len(pieces):
        raise CueError("a bracket is closed that was never opened")
    sequence = options[0] if len(options) == 1 else (("any", tuple(dict.fromkeys(options))),)
    if not sequence:
        raise CueError("it is empty")
    if _may_lack_words(sequence):
        raise CueError("there is nothing to match in it")
    if "gap" in _edge(sequence) | _edge(_reversed(sequence)):
        raise CueError("a gap needs words on both sides")
    return sequence


def _may_lack_words(sequence: Sequence) -> bool:
    """Whether it can be read without a single word."""
    return all(
        kind in ("gap", *MARKS) or (kind == "any" and any(_may_lack_words(option) for option in value))
        for kind, value in sequence
    )


def _edge(sequence: Sequence) -> set[str]:
    """The kinds of elements that may come first, marks aside."""
    kinds: set[str] = set()
    for kind, value in sequence:
        if kind in MARKS:
            continue
        if kind != "any":
            return kinds | {kind}
        for option in value:
            kinds |= _edge(option)
        if not any(_may_lack_words(option) for option in value):
            return kinds
    return kinds


def _reversed(sequence: Sequence) -> Sequence:
    return tuple(
        (kind, tuple(_reversed(option) for option in value)) if kind == "any" else (kind, value)
        for kind, value in reversed(sequence)
    )


def groups_in(sequence: Sequence) -> set[str]:
    """The groups that it refers to."""
    found = {value for kind, value in sequence if kind == "group"}
    return found.union(*(groups_in(option) for kind, value in sequence if kind == "any" for option in value))


def _elements(match: re.Match[str], lang: str) -> Sequence:
    piece = match[0]
    if piece.isspace():
        return ()
    if piece.startswith("..."):
        n = int(match[1] or GAP[lang])
        if n > MAX_GAP:
            raise CueError(f"a gap of {n} is too wide: {MAX_GAP} at most")
        return (("gap", n),)
    if match[2]:
        return (("group", match[2]),)
    if piece == "^":
        return (("start", ""),)
    if piece == "$":
        return (("end", ""),)
    if piece == "?":
        return (("asked", ""),)
    if match[5]:
        raise CueError(f"{piece!r} means nothing here")
    if piece.endswith("*"):
        stem = piece[:-1].lower()
        if len(stem) < 3 or not stem.isalpha():
            raise CueError("a word beginning needs at least three letters before the *")
        return (("prefix", stem),)
    return _words(piece, lang)


@lru_cache(maxsize=20_000)
def _words(piece: str, lang: str) -> Sequence:
    # The same few thousand words make up all cues, nearly all of them plain: that is what keeps a rubric quick to load.
    plain, _ = normalise(piece)
    if lang == "en" and plain.isascii() and plain.isalpha():
        words: Iterable[str] = opened(plain)
    elif lang == "zh" and count_han(plain) == len(plain):
        words = plain
    else:
        words = read(piece, lang).words
    return tuple([("word", word) for word in words])


class Hit(NamedTuple):
    """One cue found: its group, its place in tokens (half-open), and the cue as the author wrote it."""

    group: str
    start: int
    end: int
    cue: str

    @property
    def label(self) -> str:
        """The group and the cue, cut where the cue is long."""
        cue = self.cue if len(self.cue) <= LABEL else f"{self.cue[: LABEL - 1]}…"
        return f"{self.group}: {cue}"


#: A hit from its fields, in a fifth of the time of a call.
new_hit = partial(tuple.__new__, Hit)
