"""A wording for a cue: the words that it would be found in, and its negation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from simulator.language.cues import Cue
from simulator.scoring.cues import Sequence as Elements
from simulator.scoring.cues import parse_cue
from simulator.scoring.text import between, read

#: What stands for the built-in groups.
_BUILT_IN = {
    "en": {"number": "3", "time": "tomorrow", "money": "$5"},
    "zh": {"number": "3", "time": "明天", "money": "5元"},
}
_NOT = {"en": ("not",), "zh": ("不", "没有")}
_NEGATIONS = {
    "en": frozenset("not no never nothing nobody none neither nor without hardly cannot".split()),
    "zh": frozenset("不没无非别未勿莫"),
}
#: References are followed so far.
_DEPTH = 8


def sample(cue: Cue, groups: Mapping[str, Sequence[str]]) -> str:
    """A wording in which a cue is found."""
    return between(cue.lang).join(_words(parse_cue(cue.text, cue.lang), cue.lang, groups, ""))


def negations(cue: Cue, groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Wordings that say the opposite: with a negation before the cue, and in its gap where it has one."""
    elements = parse_cue(cue.text, cue.lang)
    plain = _words(elements, cue.lang, groups, "")
    for word in _NOT[cue.lang]:
        yield between(cue.lang).join([word, *plain])
        inside = _words(elements, cue.lang, groups, word)
        if inside != plain:
            yield between(cue.lang).join(inside)


def negates(words: str, lang: str) -> bool:
    """Whether there is a negation in some words."""
    return any(token.text in _NEGATIONS[lang] for token in read(words, lang).tokens)


def shortest(elements: Elements) -> list[str]:
    """The words (in Chinese: characters) of the shortest reading; a reference counts as a word of any length."""
    out: list[str] = []
    for kind, value in elements:
        if kind == "any":
            least: list[str] = min((shortest(option) for option in value), key=len)
            out += least
        elif kind in ("word", "prefix", "group"):
            out.append(value)
    return out


def longest_word(elements: Elements) -> int:
    """The letters of the longest word; one that may go on (`frustrat*`) and a reference count as long."""
    lengths = [0]
    for kind, value in elements:
        if kind == "any":
            lengths += map(longest_word, value)
        elif kind == "word":
            lengths.append(len(value))
        elif kind in ("prefix", "group"):
            lengths.append(99)
    return max(lengths)


def _words(elements: Elements, lang: str, groups: Mapping[str, Sequence[str]], gap: str, depth: int = 0) -> list[str]:
    """The words of the first reading that has any; `gap` stands in each gap."""
    out: list[str] = []
    for kind, value in elements:
        if kind in ("word", "prefix"):
            out.append(value)
        elif kind == "gap" and gap:
            out.append(gap)
        elif kind == "any":
            readings = (_words(option, lang, groups, gap, depth) for option in value)
            out += next((reading for reading in readings if reading), [])
        elif kind == "group" and value in _BUILT_IN[lang]:
            out.append(_BUILT_IN[lang][value])
        elif kind == "group" and groups.get(value) and depth < _DEPTH:
            out += _words(parse_cue(groups[value][0], lang), lang, groups, gap, depth + 1)
    return out
