"""Wordings that people credited and no cue caught, drawn from replies that people judged.

For each criterion or flag there are replies that people gave more for than the rubric did (missed), and replies that
earned nothing by either (bare). Wordings of the missed ones are weighed against the bare ones; what the customer said
before is nobody's own wording. A wording is a run of words, or two with a gap between them, as a cue is written.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.scoring.cue_index import CueIndex
from simulator.scoring.cues import GAP
from simulator.scoring.text import Reading, Stretch, between, is_han, read

#: The least and the greatest number of words of a run (in Chinese: characters).
RUNS = {"en": (2, 5), "zh": (2, 7)}
#: How many words each side of a gap has.
SIDES = {"en": 1, "zh": 2}
#: How surprising it must be that a wording is so much more frequent in missed replies (log-likelihood; 6.6 comes about
#: by chance once in a hundred).
ENOUGH = 6.6
#: A wording is no more than a piece of a longer one that this share of its replies has.
NEARLY = 0.75
#: So many replies are kept with a wording, to be looked at.
SAMPLES = 3

#: Words that say nothing by themselves, apart or one after another.
_EMPTY = {
    "en": frozenset(
        """
        a an the and or but so as of to in on at for from by with that this these those it is are was were be been am do
        does did have has had will would can could shall should may might must not no i we you he she they me us him her
        them my our your his its their what which who how when where there here if then than just very too also about
        up out all any some one s t
        """.split()
    ),
    "zh": frozenset(
        "的了着过吗呢吧啊呀哦嘛是在有和与就都也还又我你他她它们这那个一不没会要能可以给把被对到去来说们个次很太更最之其让跟上下里"
    ),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A reply that people judged.

    Attributes:
        reply: the reply.
        lang: `en` or `zh`.
        case: the case it belongs to: what is said in one case only may be the case's and no wording for others.
        given: what the customer said and told, in one text.
        people: criterion to the level that people gave, flag to 1 or 0; what nobody judged is missing.
        engine: the same by the rubric.
        spans: criterion or flag to the half-open raw spans that cues and detectors caught.
    """

    reply: str
    lang: str
    case: str
    given: str
    people: Mapping[str, int]
    engine: Mapping[str, int]
    spans: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def missed(self, name: str) -> bool:
        """Whether people gave more than the rubric."""
        return self.people.get(name, 0) > self.engine.get(name, 0)

    def bare(self, name: str) -> bool:
        """Whether people gave nothing."""
        return self.people.get(name) == 0


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that may become a cue.

    Attributes:
        name: the criterion or flag.
        lang: `en` or `zh`.
        cue: as a cue is written.
        missed: in how many missed replies it is.
        of_missed: how many of them there are.
        bare: in how many bare replies it is.
        of_bare: how many of them there are.
        weight: how surprising that is (log-likelihood; the greater the more telling).
        replies: the missed replies that have it.
    """

    name: str
    lang: str
    cue: str
    missed: int
    of_missed: int
    bare: int
    of_bare: int
    weight: float
    replies: tuple[str, ...]


def harvest(marked: Iterable[Marked], least: int = 2, most: int = 10) -> list[Wording]:
    """The wordings worth a look, by criterion and language, the most telling first.

    Args:
        marked: replies that people judged.
        least: in so many missed replies a wording must be, and where there are several cases in two of them.
        most: how many are wanted for each criterion and language.
    """
    every = [_Read(one, read(one.reply, one.lang), _said(one)) for one in marked]
    names = dict.fromkeys(name for one in every for name in one.marked.people)
    return [
        wording
        for name in names
        for lang in ("en", "zh")
        for wording in _chosen(name, lang, [one for one in every if one.marked.lang == lang], least, most)
    ]


def around(cue: str, reply: str, lang: str) -> str:
    """The sentence of a reply in which a cue is found; the whole reply where it is not."""
    reading = read(reply, lang)
    hits = CueIndex({"": [cue]}, lang).find(reading)
    if not hits:
        return reply
    sentence = reading.sentences[reading.tokens[hits[""][0].start].sentence]
    start, end = reading.raw_span(sentence.start, sentence.end)
    return reply[start:end]


class Elsewhere:
    """What else the wordings would match: shown all replies there are, one by one.

    Attributes:
        counts: for each wording, how many replies have it.
        replies: for each wording, the first of those that are not its own.
    """

    def __init__(self, wordings: Iterable[Wording]) -> None:
        every = list(wordings)
        self.counts, self.replies = [0] * len(every), [list[str]() for _ in every]
        self._own = [set(wording.replies) for wording in every]
        self._indexes = {
            lang: CueIndex({str(n): [w.cue] for n, w in enumerate(every) if w.lang == lang}, lang)
            for lang in ("en", "zh")
        }

    def see(self, reply: str, lang: str) -> None:
        """Counts one reply."""
        for n in sorted(map(int, self._indexes[lang].find(read(reply, lang)))):
            self.counts[n] += 1
            if len(self.replies[n]) < SAMPLES and reply not in self._own[n]:
                self.replies[n].append(reply)


class _Read(NamedTuple):
    """A marked reply that was read, and the customer's words before it, between blanks."""

    marked: Marked
    reading: Reading
    said: str


def _said(one: Marked) -> str:
    return f" {' '.join(read(one.given, one.lang).words)} "


def _chosen(name: str, lang: str, every: list[_Read], least: int, most: int) -> Iterator[Wording]:
    missed = [one for one in every if one.marked.missed(name)]
    bare = [one for one in every if one.marked.bare(name) and not one.marked.missed(name)]
    if len(missed) < least:
        return
    several = len({one.marked.case for one in missed}) > 1
    held = _longest({
        cue: numbers
        for cue, numbers in _having(missed, lang).items()
        if len(numbers) >= least and not (several and len({missed[n].marked.case for n in numbers}) < 2)
    })  # fmt: skip
    against = _counts(bare, held, lang)
    rated = [
        (_surprise(len(numbers), len(missed), against[cue], len(bare)), cue, numbers) for cue, numbers in held.items()
    ]
    rated = sorted((one for one in rated if one[0] >= ENOUGH), key=lambda one: (-one[0], one[1]))
    covered: Counter[int] = Counter()
    for weight, cue, numbers in rated:
        # What only says once more what two better ones said is not worth reading.
        if all(covered[n] >= 2 for n in numbers):
            continue
        covered.update(numbers)
        replies = tuple(missed[n].marked.reply for n in sorted(numbers))
        yield Wording(name, lang, cue, len(numbers), len(missed), against[cue], len(bare), weight, replies)
        most -= 1
        if not most:
            return


def _having(missed: list[_Read], lang: str) -> dict[str, set[int]]:
    """Wording to the numbers of the replies that have it in a clause that no evidence touches."""
    having: dict[str, set[int]] = {}
    for n, (marked, reading, said) in enumerate(missed):
        # A clause that shows something else already is that thing's wording.
        spans = [span for found in marked.spans.values() for span in found]
        for clause in reading.clauses:
            start, end = reading.raw_span(clause.start, clause.end)
            if any(low < end and start < high for low, high in spans):
                continue
            for cue in _wordings(reading, clause, lang, said):
                having.setdefault(cue, set()).add(n)
    return having


def _wordings(reading: Reading, clause: Stretch, lang: str, said: str) -> set[str]:
    """The runs of a clause, and the pairs with a gap, apart from what the customer said."""
    words = [token.text for token in reading.tokens[clause.start : clause.end]]
    fit = [_is_word(word, lang) for word in words]
    low, high = RUNS[lang]
    out: set[str] = set()

    def ends_well(start: int, end: int) -> bool:
        return all(fit[start:end]) and f" {' '.join(words[start:end])} " not in said

    for start in range(len(words)):
        for end in range(start + low, min(start + high, len(words)) + 1):
            if ends_well(start, end) and not _empty(words[start:end], lang):
                out.add(between(lang).join(words[start:end]))
    side = SIDES[lang]
    for start in range(len(words) - side):
        one = words[start : start + side]
        for after in range(start + side + 1, min(start + side + GAP[lang], len(words) - side) + 1):
            other = words[after : after + side]
            if _empty(one, lang) or _empty(other, lang):
                continue
            if ends_well(start, start + side) and ends_well(after, after + side):
                out.add(f"{between(lang).join(one)} ... {between(lang).join(other)}")
    return out


def _is_word(word: str, lang: str) -> bool:
    return all(map(is_han, word)) if lang == "zh" else word.isascii() and word.isalpha()


def _empty(words: list[str], lang: str) -> bool:
    """Whether there is too little in some words to mean anything: one full word, two full characters at least."""
    return sum(word not in _EMPTY[lang] for word in words) < SIDES[lang]


def _longest(held: Mapping[str, set[int]]) -> dict[str, set[int]]:
    """Without the pieces of longer wordings that nearly as many replies have; a run comes before a pair with a gap."""
    inside: dict[str, list[str]] = {}
    kept: dict[str, set[int]] = {}
    for cue in sorted(held, key=lambda cue: ("..." in cue, -len(cue), cue)):
        pieces = cue.split(" ... ")
        longer = (other for other in inside.get(pieces[0], ()) if all(piece in other for piece in pieces))
        if any(len(held[cue] & held[other]) >= NEARLY * len(held[cue]) for other in longer):
            continue
        kept[cue] = held[cue]
        for piece in _pieces(cue):
            inside.setdefault(piece, []).append(cue)
    return kept


def _pieces(cue: str) -> set[str]:
    """What may stand inside a run: its words one after another, or its characters."""
    parts = cue.split(" ") if " " in cue else list(cue)
    between = " " if " " in cue else ""
    return {between.join(parts[n:m]) for n in range(len(parts)) for m in range(n + 1, len(parts) + 1)}


def _counts(replies: Iterable[_Read], cues: Iterable[str], lang: str) -> dict[str, int]:
    """Cue to how many of the replies have it."""
    names = list(cues)
    index = CueIndex({str(n): [cue] for n, cue in enumerate(names)}, lang)
    counts = dict.fromkeys(names, 0)
    for one in replies:
        for n in map(int, index.find(one.reading)):
            counts[names[n]] += 1
    return counts


def _surprise(hits: int, of: int, others: int, of_others: int) -> float:
    """How little it looks like chance that something is more frequent among the first than among the second.

    Dunning's log-likelihood ratio of the two shares against their common one; 0 where it is not more frequent.
    """
    if hits * of_others <= others * of:
        return 0.0
    share = (hits + others) / (of + of_others)
    parts = ((hits, of * share), (others, of_others * share), (of - hits, of * (1 - share)),
             (of_others - others, of_others * (1 - share)))  # fmt: skip
    return 2 * sum(seen * math.log(seen / expected) for seen, expected in parts if seen)
