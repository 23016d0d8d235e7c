"""Cues: the notation in which authors write wordings, and one matcher for thousands of them.

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

All cues of a language go into one trie over normalised tokens, so that the time to read a reply hardly grows with the
number of cues. Groups that refer to other groups are matched after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from simulator.scoring.text import Reading, is_han, read

#: Groups that the quantity reader fills in; cues may refer to them.
BUILT_IN = ("number", "time", "money")
GAP = {"en": 4, "zh": 6}
#: Words, brackets, bars and blanks of one cue.
MAX_PIECES = 1000
MAX_GAP = 20
#: Shorter English words are matched exactly: at six letters one slip is still unlikely to make another word.
FUZZY_LETTERS = 6

#: How much of a cue evidence shows.
LABEL = 60

_PIECES = re.compile(r"\s+|\.\.\.(\d*)|<([A-Za-z][\w-]*)>|([()|^$?])|([^\s()|^$?<>]+?)(?=\.\.\.|[\s()|^$?<>]|$)|(.)")


class CueError(ValueError):
    """A cue that is not written in the notation; the text says what is wrong."""


# An element of a cue: ("word", text) ("prefix", text) ("group", name) ("gap", n) ("start",) ("end",) ("asked",), or
# ("any", sequences): one of several.
Element = tuple[str, Any]
Sequence = tuple[Element, ...]

_MARKS = ("start", "end", "asked")


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
        kind in ("gap", *_MARKS) or (kind == "any" and any(_may_lack_words(option) for option in value))
        for kind, value in sequence
    )


def _edge(sequence: Sequence) -> set[str]:
    """The kinds of elements that may come first, marks aside."""
    kinds: set[str] = set()
    for kind, value in sequence:
        if kind in _MARKS:
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


def _groups_in(sequence: Sequence) -> set[str]:
    """The groups that it refers to."""
    found = {value for kind, value in sequence if kind == "group"}
    return found.union(*(_groups_in(option) for kind, value in sequence if kind == "any" for option in value))


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
    # The same few thousand words make up all cues: reading each once is what keeps a rubric quick to load.
    return tuple(("word", t.text) for t in read(piece, lang).tokens)


@dataclass(frozen=True, slots=True)
class Hit:
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


@dataclass(slots=True)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    groups: dict[str, _Node] = field(default_factory=dict)
    gaps: dict[int, _Node] = field(default_factory=dict)
    marks: dict[str, _Node] = field(default_factory=dict)
    onward: list[_Node] = field(default_factory=list)
    found: list[tuple[str, str]] = field(default_factory=list)

    def next(self, element: Element) -> _Node:
        kind, value = element
        if kind == "word":
            return self.words.setdefault(str(value), _Node())
        if kind == "prefix":
            return self.prefixes.setdefault(str(value), _Node())
        if kind == "group":
            return self.groups.setdefault(str(value), _Node())
        if kind == "gap":
            return self.gaps.setdefault(int(value), _Node())
        return self.marks.setdefault(kind, _Node())

    def grow(self, sequence: Sequence) -> _Node:
        """The node to which a sequence leads from here."""
        node = self
        for element in sequence:
            if element[0] != "any":
                node = node.next(element)
                continue
            # The options meet again in one node, so that a cue takes as much room as it is long.
            meeting = _Node()
            for option in element[1]:
                node.grow(option).onward.append(meeting)
            node = meeting
        return node


Spans = dict[int, set[int]]


class CueIndex:
    """All cues of one language, ready to be found in readings."""

    def __init__(self, groups: Mapping[str, Iterable[str]], lang: str) -> None:
        """Builds the tries.

        Args:
            groups: group name to cues.
            lang: `en` or `zh`.

        Raises:
            CueError: a cue is badly written, refers to a group that is not there, or groups refer in a circle.
        """
        self.lang = lang
        parsed = {group: [(cue, _parsed(group, cue, lang)) for cue in cues] for group, cues in groups.items()}
        refers = {
            group: set().union(*(_groups_in(sequence) for _, sequence in rows)) - set(BUILT_IN)
            for group, rows in parsed.items()
        }
        self._layers: list[_Node] = []
        self._referred = set().union(*refers.values()) if refers else set()
        self._words: set[str] = set()
        self._prefixes: set[str] = set()
        for layer in _layers(refers):
            root = _Node()
            for group in layer:
                for cue, sequence in parsed[group]:
                    for whole in _without_leading_options(sequence):
                        root.grow(whole).found.append((group, cue))
                    self._note_words(sequence)
            self._layers.append(root)
        self._sizes = sorted({len(p) for p in self._prefixes})
        self._long_words = sorted(w for w in self._words if len(w) >= FUZZY_LETTERS and w.isascii() and w.isalpha())
        self._begins = lru_cache(maxsize=20_000)(self._find_beginnings)
        self._mended = lru_cache(maxsize=20_000)(self._mend)

    def _note_words(self, sequence: Sequence) -> None:
        for kind, value in sequence:
            if kind == "word":
                self._words.add(value)
            elif kind == "prefix":
                self._prefixes.add(value)
            elif kind == "any":
                for option in value:
                    self._note_words(option)

    def _find_beginnings(self, word: str) -> tuple[str, ...]:
        return tuple(word[:n] for n in self._sizes if n <= len(word) and word[:n] in self._prefixes)

    def _mend(self, word: str) -> str:
        """The cue word that an unknown word is a slip of, or the word itself."""
        if len(word) < FUZZY_LETTERS or not word.isascii() or not word.isalpha() or word in self._words:
            return word
        if self._begins(word):
            return word
        for near, _, _ in process.extract(word, self._long_words, scorer=OSA.distance, score_cutoff=1, limit=5):
            if near[0] == word[0] and _is_slip(word, near):
                return near
        return word

    def find(self, reading: Reading, built_in: Mapping[str, Iterable[tuple[int, int]]] | None = None) -> list[Hit]:
        """Every hit in a reading, the longest per group and starting token, in the order of their starts.

        Args:
            reading: the text, read in this index's language.
            built_in: spans of the built-in groups, in tokens, half-open.
        """
        words = [self._mended(t.text) for t in reading.tokens]
        spans: dict[str, Spans] = {}
        for group, pairs in (built_in or {}).items():
            for start, end in pairs:
                spans.setdefault(group, {}).setdefault(start, set()).add(end)
        best: dict[tuple[str, int], Hit] = {}
        walk = _Walk(reading, words, [self._begins(w) for w in words], spans)
        for root in self._layers:
            layer_hits: list[Hit] = []
            for start in range(len(words)):
                for group, cue, end in walk.matches(root, start):
                    layer_hits.append(Hit(group, start, end, cue))
            for hit in layer_hits:
                if hit.group in self._referred:
                    spans.setdefault(hit.group, {}).setdefault(hit.start, set()).add(hit.end)
                known = best.get((hit.group, hit.start))
                if known is None or hit.end > known.end:
                    best[hit.group, hit.start] = hit
        return sorted(_outermost(best.values()), key=lambda h: (h.start, h.end, h.group))


def _parsed(group: str, cue: str, lang: str) -> Sequence:
    try:
        return parse_cue(cue, lang)
    except CueError as error:
        raise CueError(f"in the group {group}, {cue!r}: {error}") from error


def _without_leading_options(sequence: Sequence) -> list[Sequence]:
    """The sequences that each begin with one certain element: the root stays a plain table of first words."""
    first = next((i for i, (kind, _) in enumerate(sequence) if kind not in _MARKS), len(sequence))
    if first == len(sequence) or sequence[first][0] != "any":
        return [sequence]
    marks, options, rest = sequence[:first], sequence[first][1], sequence[first + 1 :]
    return [whole for option in options for whole in _without_leading_options(marks + option + rest)]


def _outermost(hits: Iterable[Hit]) -> list[Hit]:
    """Without the hits that lie inside an earlier hit of the same group."""
    out: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if hit.end > reach.get(hit.group, -1):
            out.append(hit)
            reach[hit.group] = hit.end
    return out


def _is_slip(word: str, near: str) -> bool:
    """Whether two long words one edit apart look like one word mistyped rather than two words."""
    if word.startswith(near) or near.startswith(word):
        return False  # an ending, not a slip: charge, charges
    if len(word) == len(near):
        swapped = sorted(word) == sorted(near)
        return swapped or (len(word) >= 8 and word[-2:] == near[-2:])
    return word[-1] == near[-1]


def _layers(refers: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups in the order in which they can be matched, those that refer to none first."""
    left = dict(refers)
    done: set[str] = set()
    layers: list[list[str]] = []
    while left:
        ready = [g for g, needs in left.items() if needs <= done]
        if not ready:
            missing = {n for needs in left.values() for n in needs} - set(refers)
            if missing:
                raise CueError(f"no group is called {sorted(missing)[0]!r}")
            raise CueError(f"these groups refer to each other in a circle: {', '.join(sorted(left))}")
        layers.append(ready)
        done.update(ready)
        for group in ready:
            del left[group]
    return layers


@dataclass(slots=True)
class _Walk:
    """Walks one reading along the tries."""

    reading: Reading
    words: list[str]
    begins: list[tuple[str, ...]]
    spans: dict[str, Spans]

    def matches(self, root: _Node, start: int) -> Iterable[tuple[str, str, int]]:
        tokens = self.reading.tokens
        sentence = tokens[start].sentence
        limit = self.reading.sentences[sentence].end
        stack: list[tuple[_Node, int]] = [(root, start)]
        met: set[tuple[int, int]] = set()
        while stack:
            node, at = stack.pop()
            for after in node.onward:
                if (id(after), at) not in met:
                    met.add((id(after), at))
                    stack.append((after, at))
            for group, cue in node.found:
                yield group, cue, at
            for mark, after in node.marks.items():
                if self._stands(mark, at):
                    stack.append((after, at))
            if at >= limit:
                continue
            if node.words:
                after_word = node.words.get(self.words[at])
                if after_word is not None:
                    stack.append((after_word, at + 1))
            if node.prefixes:
                for prefix in self.begins[at]:
                    after_prefix = node.prefixes.get(prefix)
                    if after_prefix is not None:
                        stack.append((after_prefix, at + 1))
            for group, after in node.groups.items():
                ends = self.spans.get(group)
                if ends and at in ends:
                    stack.extend((after, end) for end in ends[at] if end <= limit)
            for n, after in node.gaps.items():
                stack.extend((after, at + k) for k in range(min(n, limit - at) + 1))

    def _stands(self, mark: str, at: int) -> bool:
        tokens, clauses = self.reading.tokens, self.reading.clauses
        if mark == "start":
            return at < len(tokens) and clauses[tokens[at].clause].start == at
        last = clauses[tokens[at - 1].clause] if at else None
        if last is None or last.end != at:
            return False
        return mark == "end" or last.close == "?"


def clause_text(words: Iterable[str]) -> str:
    """Words joined for display: Chinese without blanks."""
    out = ""
    for word in words:
        out += word if not out or is_han(word[0]) or is_han(out[-1]) else f" {word}"
    return out
