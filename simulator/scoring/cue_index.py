"""One matcher for thousands of cues.

All cues of a language go into one trie over normalised tokens, walked as an automaton, so that the time to read a reply
hardly grows with the number of cues. Groups that refer to other groups are matched after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from simulator.scoring.automaton import ASKED, CLOSED, OPENS, Automaton, Key, token_key
from simulator.scoring.cue_trie import Node
from simulator.scoring.cues import BUILT_IN, MARKS, CueError, Hit, Sequence, groups_in, new_hit, parse_cue
from simulator.scoring.text import Reading, WorkedOut

#: Shorter English words are matched exactly: at six letters one slip is still unlikely to make another word.
FUZZY_LETTERS = 6


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
        refers = {group: set().union(*(groups_in(sequence) for _, sequence in rows)) for group, rows in parsed.items()}
        self._layers: list[Automaton] = []
        #: Group to the layers whose cues refer to it.
        self._referring: dict[str, list[int]] = {}
        self._begins = lru_cache(maxsize=20_000)(self._find_beginnings)
        self._words: set[str] = set()
        self._prefixes: set[str] = set()
        for layer in _layers({group: needed - set(BUILT_IN) for group, needed in refers.items()}):
            root = Node()
            for group in layer:
                for cue, sequence in parsed[group]:
                    for whole in _without_leading_options(sequence):
                        root.grow(whole).found += ((group, cue),)
                    self._note_words(sequence)
            for needed in set().union(*(refers[group] for group in layer)):
                self._referring.setdefault(needed, []).append(len(self._layers))
            self._layers.append(Automaton(root, self._begins))
        self._sizes = sorted({len(p) for p in self._prefixes})
        self._long_words: dict[str, list[str]] = {}
        for word in sorted(w for w in self._words if len(w) >= FUZZY_LETTERS and w.isascii() and w.isalpha()):
            self._long_words.setdefault(word[0], []).append(word)
        self._symbols = WorkedOut(self._find_symbol, most=20_000)

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
        same_first = self._long_words.get(word[0], ())
        for near, _, _ in process.extract(word, same_first, scorer=OSA.distance, score_cutoff=1, limit=5):
            if _is_slip(word, near):
                return near
        return word

    def _find_symbol(self, word: str) -> str:
        """What cues know of a word: the word itself, slips mended; or its longest beginning, as `wait*`; or ""."""
        mended = self._mend(word)
        if mended in self._words:
            return mended
        beginnings = self._begins(mended)
        return f"{beginnings[-1]}*" if beginnings else ""

    def find(
        self, reading: Reading, built_in: Mapping[str, Iterable[tuple[int, int]]] | None = None
    ) -> dict[str, list[Hit]]:
        """The hits in a reading by their groups, the longest for each starting token, in the order of their starts.

        Args:
            reading: the text, read in this index's language.
            built_in: spans of the built-in groups, in tokens, half-open.
        """
        symbols = [*map(self._symbols.__getitem__, reading.words)]
        marks = _marks(reading)
        keys: list[Key] = [
            token_key(symbol, mark, ()) if mark else symbol for symbol, mark in zip(symbols, marks[1:], strict=True)
        ]
        sentences = [(s.start, s.end, tuple(marks[s.start : s.end])) for s in reading.sentences]
        # For each layer: token to the groups that the layer's cues refer to and that were found there, shortest first.
        spans: list[dict[int, list[tuple[str, int]]]] = [{} for _ in self._layers]
        for group, pairs in (built_in or {}).items():
            for start, end in pairs:
                for layer in self._referring.get(group, ()):
                    spans[layer].setdefault(start, []).append((group, end - start))
        hits: dict[str, list[Hit]] = {}
        for automaton, refers in zip(self._layers, spans, strict=True):
            here = keys.copy()
            for at, groups in refers.items():
                here[at] = token_key(symbols[at], marks[at + 1], tuple(groups))
            for begin, stop, before in sentences:
                for at, length, found in automaton.ends(tuple(here[begin:stop]), before):
                    start = begin + at
                    end = start + length
                    for group, cue in found:
                        known = hits.get(group)
                        if known is None:
                            hits[group] = [new_hit((group, start, end, cue))]
                        elif end > known[-1].end:  # else it lies inside an earlier one of its group
                            if start == known[-1].start:
                                known.pop()
                            known.append(new_hit((group, start, end, cue)))
                        for layer in self._referring.get(group, ()):
                            spans[layer].setdefault(start, []).append((group, length))
        return hits


def _marks(reading: Reading) -> list[int]:
    """What stands before each token, and behind the last."""
    marks = [0] * (len(reading.tokens) + 1)
    for clause in reading.clauses:
        marks[clause.start] |= OPENS
        marks[clause.end] |= CLOSED | (ASKED if clause.close == "?" else 0)
    return marks


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
