"""One matcher for thousands of cues.

All cues of a language go into one trie over normalised tokens, so that the time to read a reply hardly grows with the
number of cues. Groups that refer to other groups are matched after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from simulator.scoring.cues import BUILT_IN, MARKS, CueError, Element, Hit, Sequence, groups_in, parse_cue
from simulator.scoring.text import Reading

#: Shorter English words are matched exactly: at six letters one slip is still unlikely to make another word.
FUZZY_LETTERS = 6

#: Kind of element to the table of a node that holds it.
_TABLES = {"word": "words", "prefix": "prefixes", "group": "groups", "gap": "gaps"}

#: What a node has none of; never written to.
_NONE: dict[Any, _Node] = {}


class _Node:
    """A place in the trie. There are tens of thousands, most with a single way on: each holds only what it needs."""

    __slots__ = ("found", "gaps", "groups", "last", "marks", "meetings", "onward", "prefixes", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node] = _NONE
        self.prefixes: dict[str, _Node] = _NONE
        self.groups: dict[str, _Node] = _NONE
        self.gaps: dict[int, _Node] = _NONE
        self.marks: dict[str, _Node] = _NONE
        self.meetings: dict[tuple[Sequence, ...], _Node] = _NONE
        self.onward: tuple[_Node, ...] = ()
        self.found: tuple[tuple[str, str], ...] = ()
        self.last = True

    def next(self, element: Element) -> _Node:
        """The node after an element, made where there is none."""
        kind, value = element
        self.last = False
        table = _TABLES.get(kind, "marks")
        known: dict[Any, _Node] = getattr(self, table)
        if known is _NONE:
            known = {}
            setattr(self, table, known)
        key = value if table != "marks" else kind
        if (after := known.get(key)) is None:
            after = known[key] = _Node()
        return after

    def grow(self, sequence: Sequence) -> _Node:
        """The node to which a sequence leads from here."""
        node = self
        for element in sequence:
            if element[0] != "any":
                node = node.next(element)
                continue
            node = node.meet(element[1])
        return node

    def meet(self, options: tuple[Sequence, ...]) -> _Node:
        """The node in which some options meet again: a cue takes as much room as it is long, and cues share it."""
        if self.meetings is _NONE:
            self.meetings = {}
        meeting = self.meetings.get(options)
        if meeting is None:
            meeting = self.meetings[options] = _Node()
            for option in options:
                end = self.grow(option)
                end.onward += (meeting,)
                end.last = False
        return meeting


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
            group: set().union(*(groups_in(sequence) for _, sequence in rows)) - set(BUILT_IN)
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
                        root.grow(whole).found += ((group, cue),)
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
        spans: list[dict[str, set[int]]] = [{} for _ in words]
        for group, pairs in (built_in or {}).items():
            for start, end in pairs:
                spans[start].setdefault(group, set()).add(end)
        best: dict[tuple[str, int], Hit] = {}
        openings = frozenset(clause.start for clause in reading.clauses)
        walk = _Walk(reading, words, [self._begins(w) for w in words], spans, openings)
        for root in self._layers:
            layer_hits = walk.hits(root)
            for hit in layer_hits:
                if hit.group in self._referred:
                    spans[hit.start].setdefault(hit.group, set()).add(hit.end)
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
    first = next((i for i, (kind, _) in enumerate(sequence) if kind not in MARKS), len(sequence))
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
    """Walks one reading along the tries.

    Attributes:
        reading: the text.
        words: its words, slips mended.
        begins: word to the beginnings of it that some cue asks for.
        spans: token to group to where the group's hits that start there end.
        openings: the tokens that open a clause.
    """

    reading: Reading
    words: list[str]
    begins: list[tuple[str, ...]]
    spans: list[dict[str, set[int]]]
    openings: frozenset[int]

    def may_go(self, node: _Node, at: int) -> bool:
        """Whether anything can follow from a node at a token: most tokens lead nowhere, and this is quickly seen."""
        return (
            self.words[at] in node.words
            or bool(node.onward or node.found or node.gaps)
            or (bool(node.marks) and (at in self.openings or node.marks.keys() != {"start"}))
            or (bool(node.prefixes) and any(p in node.prefixes for p in self.begins[at]))
            or (bool(node.groups) and not node.groups.keys().isdisjoint(self.spans[at]))
        )

    def hits(self, root: _Node) -> list[Hit]:
        """Everything that begins at any token."""
        words, begins, spans, may_go = self.words, self.begins, self.spans, self.may_go
        tokens, sentences = self.reading.tokens, self.reading.sentences
        out: list[Hit] = []
        for start in range(len(words)):
            if not may_go(root, start):
                continue
            limit = sentences[tokens[start].sentence].end
            stack: list[tuple[_Node, int]] = [(root, start)]
            met: set[tuple[int, int]] = set()
            while stack:
                node, at = stack.pop()
                if node.found:
                    out.extend(Hit(group, start, at, cue) for group, cue in node.found)
                if node.last:
                    continue
                for after in node.onward:
                    if (id(after), at) not in met:
                        met.add((id(after), at))
                        stack.append((after, at))
                if node.marks:
                    stack.extend((after, at) for mark, after in node.marks.items() if self._stands(mark, at))
                if at >= limit:
                    continue
                if (after_word := node.words.get(words[at])) is not None:
                    stack.append((after_word, at + 1))
                if node.prefixes:
                    stack.extend((node.prefixes[p], at + 1) for p in begins[at] if p in node.prefixes)
                if node.groups and (here := spans[at]):
                    for name, ends in here.items():
                        if (after_group := node.groups.get(name)) is not None:
                            stack.extend((after_group, end) for end in ends if end <= limit)
                if node.gaps:
                    for n, after in node.gaps.items():
                        stack.extend((after, k) for k in range(at, min(at + n, limit - 1) + 1) if may_go(after, k))
        return out

    def _stands(self, mark: str, at: int) -> bool:
        if mark == "start":
            return at in self.openings
        tokens, clauses = self.reading.tokens, self.reading.clauses
        last = clauses[tokens[at - 1].clause] if at else None
        if last is None or last.end != at:
            return False
        return mark == "end" or last.close == "?"
