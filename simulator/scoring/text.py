"""Raw reply -> tokens, clauses and sentences, each knowing its place in the raw text.

Matching works on normalised tokens; evidence must quote the raw reply exactly. So normalising is done here, one
character at a time, with an index map back, and never by a processor that loses offsets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from simulator.scoring import english

#: Characters that one reply is read to; what lies beyond is not scored (the screen's own limit is far lower).
READ_LIMIT = 20_000

_PUNCTUATION = {
    "‘": "'", "’": "'", "‛": "'", "＇": "'", "`": "'", "´": "'", "ʼ": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "「": '"', "」": '"', "『": '"', "』": '"', "＂": '"',
    "–": "—", "―": "—", "─": "—", "−": "-", "‐": "-", "‑": "-",
    "、": "、", "。": "。", "．": ".", "…": "…", "⋯": "…", "～": "~", "〜": "~", "·": " ",
}  # fmt: skip
_YOU = {"您": "你", "妳": "你", "祢": "你", "恁": "你"}


@cache
def _simplifier() -> object:
    from opencc import OpenCC

    return OpenCC("t2s")


def _simplified_char(char: str) -> str:
    out = str(_simplifier().convert(char))  # type: ignore[attr-defined]
    return out if len(out) == 1 else char


def between(lang: str) -> str:
    """What stands between two tokens of a language."""
    return " " if lang == "en" else ""


_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_CHARACTER = re.compile(f"[{_HAN}]")


def is_han(char: str) -> bool:
    """Whether a text begins with a Chinese character."""
    return _HAN_CHARACTER.match(char) is not None


def count_han(text: str) -> int:
    """How many Chinese characters there are in a text."""
    return len(_HAN_CHARACTER.findall(text))


def _fold(char: str) -> str:
    """One raw character in its normal form: "" for what cannot be seen, several characters for a ligature."""
    if char in "\n\r\t\v\f\u2028\u2029\x85":
        return "\n" if char != "\t" else " "
    category = unicodedata.category(char)
    if category in ("Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me"):
        return ""
    if char in _PUNCTUATION:
        return _PUNCTUATION[char]
    plain = unicodedata.normalize("NFKC", char)
    if plain != char:
        plain = "".join(_PUNCTUATION.get(c, c) for c in plain)
    folded = plain.lower()
    if len(folded) == 1 and is_han(folded):
        folded = _simplified_char(folded)
        return _YOU.get(folded, folded)
    return "".join(c for c in folded if unicodedata.category(c) not in ("Mn", "Me", "Cf"))


class WorkedOut(dict[str, str]):
    """A table of what is made of texts, each worked out once while it is in use.

    Args:
        work_out: what makes an entry.
        most: entries before all are forgotten.
    """

    def __init__(self, work_out: Callable[[str], str], most: int) -> None:
        super().__init__()
        self._work_out, self._most = work_out, most

    def __missing__(self, text: str) -> str:
        if len(self) >= self._most:
            self.clear()
        found = self[text] = self._work_out(text)
        return found


#: Characters in their normal form.
_folds = WorkedOut(_fold, most=50_000)


def normalise(raw: str) -> tuple[str, Sequence[int]]:
    """The normal form of a text and, for each of its characters, the index of the raw character it came from.

    NFKC, lower case, Traditional to Simplified, 您 to 你, one form of quotes and dashes; what cannot be seen (format
    and control characters, stray marks) is dropped.

    Args:
        raw: any text; read up to `READ_LIMIT` characters.
    """
    pieces = [*map(_folds.__getitem__, raw[:READ_LIMIT])]
    text = "".join(pieces)
    if len(text) == len(pieces) and all(pieces):
        return text, range(len(text))
    return text, [index for index, piece in enumerate(pieces) for _ in piece]


class Token(NamedTuple):
    """A word, a number, or a single Chinese character, in normal form.

    Attributes:
        text: the normal form that cues are matched against.
        start, end: half-open span in the raw text.
        clause, sentence: their indexes in the reading.
        quoted: whether it stands inside quotation marks.
    """

    text: str
    start: int
    end: int
    clause: int
    sentence: int
    quoted: bool = False


#: A token from its fields, in a fifth of the time of a call: every word that is written becomes one.
_token = partial(tuple.__new__, Token)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A clause or a sentence: a half-open range of tokens and the mark that closes it.

    Attributes:
        start, end: half-open range of token indexes.
        close: the closing punctuation in normal form (`?`, `!`, `.`, `,`, `;`, `:`, `…`, `—`, or "" for none).
        sentence: the index of the sentence it belongs to.
    """

    start: int
    end: int
    close: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text cut into tokens, clauses and sentences.

    Attributes:
        raw: the text.
        lang: `en` or `zh`.
        words: the tokens' normal forms.
        quotes: whether any token is quoted.
    """

    raw: str
    lang: str
    tokens: tuple[Token, ...]
    clauses: tuple[Stretch, ...]
    sentences: tuple[Stretch, ...]
    words: tuple[str, ...]
    quotes: bool

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw half-open span of the tokens from `start` up to `end`."""
        if start >= end or start >= len(self.tokens):
            place = self.tokens[start].start if start < len(self.tokens) else len(self.raw)
            return place, place
        return self.tokens[start].start, self.tokens[end - 1].end

    def asks(self, clause: int) -> bool:
        """Whether a clause closes with a question mark."""
        return self.clauses[clause].close == "?"


# A word may hold inner apostrophes; a number inner commas, points and colons; marks stand alone.
_PIECE = rf"""
        (?P<word>[^\W\d_{_HAN}]+(?:'[^\W\d_{_HAN}]+)*)
      | (?P<han>[{_HAN}]+)
      | (?P<number>\d+(?:,\d{{3}})*(?:[.:]\d+)?)
      | (?P<line>\n+)
      | (?P<ellipsis>\.{{2,}}|…+|。{{2,}})
      | (?P<mark>[.!?,;:。！？，；：—~"'()（）、/\-&%£$€¥\#+*\[\]{{}}【】<>《》|=@])
      | (?P<other>[^ ])
    """
_PIECES = {
    "en": re.compile(_PIECE, re.VERBOSE),
    # In Chinese chat a blank between Chinese characters does the work of a comma.
    "zh": re.compile(_PIECE + rf"| (?P<space>(?<=[{_HAN}])[ ]+(?=[{_HAN}]))", re.VERBOSE),
}
#: What a person would not see: a marked-up element, whatever comes after a long run of blanks.
_HIDDEN = re.compile(r"<(\w+)[^<>]*>.*?</\1\s*>|\[\w+ on \w+[^\]]*\].*?\[/[^\]]*\]|\s{60,}.*", re.DOTALL)
_PIVOTS = english.TURNS | english.SUBJECTS
_SENTENCE_ENDS = frozenset(".!?。…\n")
_MARKS = {"，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "。": "."}


def read(raw: str, lang: str) -> Reading:
    """Reads a text: tokens, clauses, sentences.

    Args:
        raw: any text.
        lang: `en` or `zh`: how words are cut and clauses divided.
    """

    text, places = normalise(raw)
    text = _HIDDEN.sub(lambda m: "\n" * len(m[0]), text)
    builder = _Builder(lang)
    for match in _PIECES[lang].finditer(text):
        kind, piece = match.lastgroup, match[0]
        start, stop = match.span()
        if kind == "word":
            words = english.opened(piece) if lang == "en" else (piece,)
            if len(words) == 1:
                builder.add(words[0], places[start], places[stop - 1] + 1)
                continue
            for word, low, high in english.placed(words, piece, start, stop):
                builder.add(word, places[low], places[high - 1] + 1)
        elif kind == "han":
            builder.add_each(piece, places[start:stop])
        elif kind == "number":
            builder.add(piece.replace(",", ""), places[start], places[stop - 1] + 1)
        elif kind == "line":
            builder.close("\n", sentence=True)
        elif kind == "ellipsis":
            builder.close("…", sentence=True)
        elif kind == "mark":
            if piece == '"':
                builder.turn_quote()
            elif piece in "%£$€¥&@#":
                builder.add(piece, places[start], places[start] + 1)
            elif piece in "—(（)）[]【】{}|~" or (piece == "-" and text[start - 1 : start] == " "):
                builder.close("—", sentence=False)
            elif piece == "/" or piece in "、*'<>《》=+-":
                pass
            else:
                mark = _MARKS.get(piece, piece)
                builder.close(mark, sentence=mark in _SENTENCE_ENDS)
        elif kind == "space":
            builder.close(",", sentence=False)
        elif unicodedata.category(piece) == "So":  # an emoji closes what it follows
            builder.close("~", sentence=False)
    return builder.done(raw)


class _Builder:
    """Collects words and closes clauses and sentences as marks come by."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.clauses: list[Stretch] = []
        self.sentences: list[Stretch] = []
        self.clause_start = self.sentence_start = 0
        self.quotes: list[int] = []

    def add(self, word: str, start: int, end: int) -> None:
        if word in _PIVOTS and self.lang == "en":
            self._turn_clause(word)
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def add_each(self, chars: str, places: Sequence[int]) -> None:
        self.words.extend(chars)
        self.starts.extend(places)
        self.ends.extend(place + 1 for place in places)

    def _turn_clause(self, word: str) -> None:
        """Closes the clause where a conjunction opens a new one without a mark."""
        here = len(self.words)
        if here - self.clause_start < 2:
            return
        if word in english.TURNS:
            self._close_clause(here, "")
        elif self.words[-1] in english.JOINS and here - self.clause_start >= 3:
            self._close_clause(here - 1, "")  # "... and I": the joining word goes with the new clause

    def turn_quote(self) -> None:
        """A quotation opens or closes."""
        self.quotes.append(len(self.words))

    def _close_clause(self, end: int, mark: str) -> None:
        self.clauses.append(Stretch(self.clause_start, end, mark, len(self.sentences)))
        self.clause_start = end

    def close(self, mark: str, sentence: bool) -> None:
        here = len(self.words)
        if here > self.clause_start:
            self._close_clause(here, mark)
        elif self.clauses and mark == "?" and self.clauses[-1].sentence >= len(self.sentences) - 1:
            # "really...?" and "!?": the question mark wins.
            self.clauses[-1] = _closed(self.clauses[-1], mark)
            if here == self.sentence_start and self.sentences:
                self.sentences[-1] = _closed(self.sentences[-1], mark)
        if sentence and here > self.sentence_start:
            close = self.clauses[-1].close if self.clauses else mark
            self.sentences.append(Stretch(self.sentence_start, here, close, len(self.sentences)))
            self.sentence_start = here

    def done(self, raw: str) -> Reading:
        self.close("", sentence=True)
        clauses = [n for n, clause in enumerate(self.clauses) for _ in range(clause.start, clause.end)]
        sentences = [n for n, sentence in enumerate(self.sentences) for _ in range(sentence.start, sentence.end)]
        quoted = [False] * len(self.words)
        # A quotation mark that never closes (inches, a slip) quotes nothing.
        for opened, closed in zip(self.quotes[::2], self.quotes[1::2], strict=False):
            quoted[opened:closed] = [True] * (closed - opened)
        tokens = tuple(map(_token, zip(self.words, self.starts, self.ends, clauses, sentences, quoted, strict=True)))
        return Reading(
            raw, self.lang, tokens, tuple(self.clauses), tuple(self.sentences), tuple(self.words), any(quoted)
        )


def _closed(stretch: Stretch, mark: str) -> Stretch:
    return Stretch(stretch.start, stretch.end, mark, stretch.sentence)
