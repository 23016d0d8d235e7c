"""A trie of cues made deterministic as texts are read: a step costs one look into a table once it was taken before.

A state stands for all nodes of the trie in which the cues begun at one token may be. Nodes are kept in the order of
preference: where two cues of a group end at the same token, the one that comes first is the one that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from simulator.scoring.cue_trie import Node

#: Steps kept before all are forgotten: what people write needs a part of them, what attackers write gets no more.
MOST_STEPS = 100_000

#: Sentences whose hits are kept: a draft grows at its end, and what is before it stays.
MOST_SENTENCES = 2_000

#: What stands between two tokens, as bits: a clause opens, a clause has closed, and with a question mark.
OPENS, CLOSED, ASKED = 1, 2, 4
_STANDS = {"start": OPENS, "end": CLOSED, "asked": ASKED}

#: A node, how many tokens later it is reached, and whether also at each token before.
_Place = tuple[Node, int, bool]
#: Groups found at a token, and how many tokens each takes.
Spans = tuple[tuple[str, int], ...]
#: Where a hit begins, how many tokens it takes, and the group and cue of each that ends there.
End = tuple[int, int, tuple[tuple[str, str], ...]]
#: A token: its symbol, or that with what stands behind it and the groups found at it.
Key = str | tuple[str, int, Spans]


class State:
    """Where the cues begun at a token may be.

    Attributes:
        found: group to the cue of it that ends here.
        last: whether nothing can follow.
        moves: token to the state after it, as far as known.
    """

    __slots__ = ("found", "last", "moves", "places")

    def __init__(self, places: tuple[_Place, ...], found: tuple[tuple[str, str], ...]) -> None:
        self.places = places
        self.found = found
        self.last = not places
        self.moves: dict[Key, State] = {}


class Automaton:
    """All cues of some groups, as states.

    Args:
        root: the trie.
        beginnings: symbol to the beginnings of words that it has, among those that some cue asks for.

    Attributes:
        ends: the hits in a sentence, from its tokens and what stands before each; in the order of their starts, then
            of their ends.
        nowhere: the state that most tokens lead to at once: no cue begins so.
    """

    def __init__(self, root: Node, beginnings: Callable[[str], tuple[str, ...]]) -> None:
        self._root, self._beginnings = root, beginnings
        self.nowhere = State((), ())
        self.ends = lru_cache(maxsize=MOST_SENTENCES)(self._ends)
        self._forget()

    def _forget(self) -> None:
        self._steps = 0
        self._states: dict[tuple[object, ...], State] = {(): self.nowhere}
        self._reached: dict[tuple[tuple[_Place, ...], int], State] = {}
        self._first: dict[int, State] = {}

    def _ends(self, keys: tuple[Key, ...], marks: tuple[int, ...]) -> tuple[End, ...]:
        out: list[End] = []
        step, nowhere, limit = self.step, self.nowhere, len(keys)
        firsts = {mark: self.first(mark) for mark in set(marks)}
        for start, key in enumerate(keys):
            first = firsts[marks[start]]
            state = first.moves.get(key) or step(first, key)
            if state is nowhere:
                continue
            at = start + 1
            if state.found:
                out.append((start, 1, state.found))
            while at < limit and not state.last:
                key = keys[at]
                state = state.moves.get(key) or step(state, key)
                at += 1
                if state.found:
                    out.append((start, at - start, state.found))
        return tuple(out)

    def first(self, marks: int) -> State:
        """The state before a token, by what stands there."""
        if marks not in self._first:
            self._first[marks] = self._state(((self._root, 0, False),), marks)
        return self._first[marks]

    def step(self, state: State, key: Key) -> State:
        """The state after a token."""
        if (known := state.moves.get(key)) is not None:
            return known
        symbol, marks, spans = (key, 0, ()) if isinstance(key, str) else key
        reached = _after(state.places, symbol, self._beginnings(symbol), spans)
        if self._steps > MOST_STEPS:
            self._forget()
        self._steps += 1
        after = state.moves[key] = self._state(tuple(reached), marks)
        return after

    def _state(self, reached: tuple[_Place, ...], marks: int) -> State:
        """The state of some places and all that are reached from them without a token."""
        if (known := self._reached.get((reached, marks))) is None:
            known = self._reached[reached, marks] = self._closed(reached, marks)
        return known

    def _closed(self, reached: tuple[_Place, ...], marks: int) -> State:
        places: dict[_Place, None] = {}
        found: dict[str, str] = {}
        seen: set[Node] = set()
        stack = [*reached][::-1]
        while stack:
            node, wait, also_before = place = stack.pop()
            if wait:
                places[place] = None
                if also_before:
                    stack.append((node, 0, False))
                continue
            if node in seen:
                if node.words or node.prefixes or node.groups:
                    places[place] = None
                continue
            seen.add(node)
            for group, cue in node.found:
                found.setdefault(group, cue)
            stack.extend((after, 0, False) for after in node.onward)
            stack.extend((after, 0, False) for mark, after in node.marks.items() if _STANDS[mark] & marks)
            stack.append(place)  # comes up again, as seen, when its gaps are done: the widest is preferred
            stack.extend((after, wide, True) for wide, after in node.gaps.items())
        key = (*places, *found.items())
        return self._states.setdefault(key, State(tuple(places), tuple(found.items())))


def token_key(symbol: str, marks: int, spans: Spans) -> Key:
    """A token as the tables of states have it."""
    return (symbol, marks, spans) if marks or spans else symbol


def _after(places: Iterable[_Place], symbol: str, beginnings: tuple[str, ...], spans: Spans) -> dict[_Place, None]:
    """Where a token leads, in the order of preference: the longest group first, the exact word last."""
    out: dict[_Place, None] = {}
    for node, wait, also_before in places:
        if wait:
            out[node, wait - 1, also_before and wait > 1] = None
            continue
        for group, length in reversed(spans):
            if (after := node.groups.get(group)) is not None:
                out[after, length - 1, False] = None
        for beginning in reversed(beginnings):
            if (after := node.prefixes.get(beginning)) is not None:
                out[after, 0, False] = None
        if (after := node.words.get(symbol)) is not None:
            out[after, 0, False] = None
    return out
