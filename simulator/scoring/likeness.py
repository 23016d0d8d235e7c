"""How like the wording of a reply is to that of replies which people gave a level or flag: what no list of cues has."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import add

from simulator.model.wordings import UNIT, Wordings
from simulator.scoring.look import Look
from simulator.scoring.text import Reading, between

#: What stands before a criterion's or flag's name in the name of the feature.
LIKE = "like_"
#: Words, or Chinese characters, in one wording at the most.
LONGEST = 3
#: From this likeness on, in hundredths, the wordings that make it up are shown, the weightiest so many.
SUSPECT, SHOWN = 20, 5
#: A quotation, whatever was said in it: what others said is not how the agent speaks.
QUOTATION = '"'
APOSTROPHES = "'’"
_SENTENCE_MARKS = "\n~—"


def pieces(reading: Reading) -> tuple[list[str], list[int]]:
    """Words, numbers as 0, quotations as one, and the marks that close clauses.

    Returns:
        The pieces; and the token at which each begins, and after the last the end.
    """
    words = ["0" if word[0].isdigit() else word for word in reading.words]
    continued: set[int] = set()
    if reading.quotes:
        words = [QUOTATION if token.quoted else word for token, word in zip(reading.tokens, words, strict=True)]
        continued = _continued(reading)
    out: list[str] = []
    at: list[int] = []
    for clause in reading.clauses:
        if continued:
            inside = [n for n in range(clause.start, clause.end) if n not in continued]
            out += [words[n] for n in inside]
            at += inside
        else:
            out += words[clause.start : clause.end]
            at += range(clause.start, clause.end)
        if clause.close:
            out.append("." if clause.close in _SENTENCE_MARKS else clause.close)
            at.append(clause.end)
    return out, [*at, len(words)]


def _continued(reading: Reading) -> set[int]:
    """The tokens that go on with a quotation, no mark between."""
    tokens, clauses = reading.tokens, reading.clauses
    return {
        n
        for n, (before, token) in enumerate(pairwise(tokens), start=1)
        if token.quoted and before.quoted and (token.clause == before.clause or not clauses[before.clause].close)
    }


def wordings_of(written: Sequence[str], lang: str) -> Iterator[str]:
    """All wordings of one piece, then of two, and so on up to `LONGEST`; what stands twice comes twice."""
    return chain.from_iterable(_runs(written, lang))


def _runs(written: Sequence[str], lang: str) -> Iterator[list[str]]:
    """All runs of one piece in order, then all of two, and so on."""
    gap = between(lang)
    after = [gap + piece for piece in written]
    runs = [*written]
    yield runs
    for start in range(1, LONGEST):
        runs = [*map(add, runs, after[start:])]
        yield runs


def likenesses(found: Iterable[str], wordings: Wordings) -> dict[str, float]:
    """`like_` and the name for each criterion and flag of the table, for the wordings of a reply that stand in it.

    Whole numbers, in hundredths: 150 is half-way between level 1 and level 2, 60 a flag that six of ten would have.
    """
    rarities, *sums = wordings.summed(found)
    size = math.sqrt(wordings.common**2 + rarities) / UNIT or 1.0
    return {
        LIKE + name: round((base + total / size) / UNIT * 100)
        for name, base, total in zip(wordings.judged, wordings.base, sums, strict=True)
    }


def detect(look: Look, wordings: Wordings) -> None:
    """Fills in the likenesses."""
    written, _ = pieces(look.reading)
    known = {*filter(wordings.rows.__contains__, wordings_of(written, look.lang))}
    look.features |= likenesses(known, wordings)


def explain(look: Look, wordings: Wordings, flags: Iterable[str]) -> None:
    """Finds the wordings that speak for each of some flags, where the reply is like those that have it."""
    suspected = [name for name in flags if look.features.get(LIKE + name, 0) >= SUSPECT]
    if not suspected:
        return
    written, at = pieces(look.reading)
    places = {one: place for one, place in _places(written, look.lang).items() if one in wordings.rows}
    for name in suspected:
        # A word alone says little to a reader: it is shown where there is nothing longer.
        parts = [(b - a == 1, -wordings.part(one, name), a, b) for one, (a, b) in places.items()]
        weighty = sorted(one for one in parts if one[1] < 0)[:SHOWN]
        for start, end in _joined((start, end) for _, _, start, end in weighty):
            tokens = _whole(look, at[start]), at[end]
            wording = between(look.lang).join(look.words(*tokens))
            look.find(LIKE + name, *tokens, f"{LIKE}{name}: {wording}", "like")


def _places(written: Sequence[str], lang: str) -> dict[str, tuple[int, int]]:
    """Each wording with the half-open range of pieces where it stands last."""
    return {
        run: (start, start + length)
        for length, runs in enumerate(_runs(written, lang), start=1)
        for start, run in enumerate(runs)
    }


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that overlap or touch, as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def _whole(look: Look, start: int) -> int:
    """The token that a word begins with: "'s" is the end of one."""
    token = look.reading.tokens[start] if start < len(look.reading.tokens) else None
    return start - 1 if token and start and look.reading.raw[token.start] in APOSTROPHES else start
