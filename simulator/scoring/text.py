"""Raw reply -> tokens, clauses and sentences, each knowing its place in the raw text.

Matching works on normalised tokens; evidence must quote the raw reply exactly. So normalising is done here, one
character at a time, with an index map back, and never by a processor that loses offsets.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache

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


@cache
def _simplified_char(char: str) -> str:
    out = str(_simplifier().convert(char))  # type: ignore[attr-defined]
    return out if len(out) == 1 else char


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "㐀" <= char <= "鿿" or "豈" <= char <= "﫿" or "\U00020000" <= char <= "\U0003ffff"


@cache
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


def normalise(raw: str) -> tuple[str, list[int]]:
    """The normal form of a text and, for each of its characters, the index of the raw character it came from.

    NFKC, lower case, Traditional to Simplified, 您 to 你, one form of quotes and dashes; what cannot be seen (format
    and control characters, stray marks) is dropped.

    Args:
        raw: any text; read up to `READ_LIMIT` characters.
    """
    out: list[str] = []
    places: list[int] = []
    for index, char in enumerate(raw[:READ_LIMIT]):
        folded = char.lower() if char.isascii() and char.isprintable() else _fold(char)
        if char == "`":
            folded = "'"
        for one in folded:
            out.append(one)
            places.append(index)
    return "".join(out), places


@dataclass(frozen=True, slots=True)
class Token:
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
    """A text cut into tokens, clauses and sentences."""

    raw: str
    lang: str
    tokens: tuple[Token, ...]
    clauses: tuple[Stretch, ...]
    sentences: tuple[Stretch, ...]

    def words(self) -> list[str]:
        """The tokens' normal forms."""
        return [t.text for t in self.tokens]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw half-open span of the tokens from `start` up to `end`."""
        if start >= end or start >= len(self.tokens):
            place = self.tokens[start].start if start < len(self.tokens) else len(self.raw)
            return place, place
        return self.tokens[start].start, self.tokens[end - 1].end

    def asks(self, clause: int) -> bool:
        """Whether a clause closes with a question mark."""
        return self.clauses[clause].close == "?"


# A word may hold inner apostrophes and hyphens; a number inner commas, points and colons; marks stand alone.
_PIECE = re.compile(
    r"""(?P<number>\d+(?:,\d{3})*(?:[.:]\d+)?)
      | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
      | (?P<line>\n+)
      | (?P<ellipsis>\.{2,}|…+|。{2,})
      | (?P<mark>[.!?,;:。！？，；：—~"'()（）、/\-&%£$€¥#+*\[\]{}【】<>《》|=@])
      | (?P<space>[ ]+)
      | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
#: What a person would not see: a marked-up element, whatever comes after a long run of blanks.
_HIDDEN = re.compile(r"<(\w+)[^<>]*>.*?</\1\s*>|\[\w+ on \w+[^\]]*\].*?\[/[^\]]*\]|\s{60,}.*", re.DOTALL)
_SENTENCE_ENDS = frozenset(".!?。…\n")
_CLAUSE_ENDS = frozenset(",;:，；：—~")
_MARKS = {"，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "。": "."}


def read(raw: str, lang: str) -> Reading:
    """Reads a text: tokens, clauses, sentences.

    Args:
        raw: any text.
        lang: `en` or `zh`: how words are cut and clauses divided.
    """

    text, places = normalise(raw)
    text = _HIDDEN.sub(lambda m: "\n" * len(m[0]), text)
    builder = _Builder(raw, lang)
    quote_open, last = False, ""
    for match in _PIECE.finditer(text):
        kind, piece = match.lastgroup, match[0]
        start, stop = match.start(), match.end()
        span = (places[start], places[stop - 1] + 1)
        if kind == "number":
            builder.add(piece.replace(",", ""), *span, quote_open)
        elif kind == "word":
            for word, low, high in _words(piece, start):
                if lang == "en" and not is_han(word[0]):
                    for part, a, b in english.split_word(word, low, high):
                        builder.add(part, places[a], places[b - 1] + 1, quote_open)
                else:
                    builder.add(word, places[low], places[high - 1] + 1, quote_open)
        elif kind == "line":
            builder.close("\n", sentence=True)
        elif kind == "ellipsis":
            builder.close("…", sentence=True)
        elif kind == "mark":
            if piece == '"':
                quote_open = not quote_open
                builder.quote_turned(quote_open)
            elif piece in "%£$€¥&@#":
                builder.add(piece, *span, quote_open)
            elif piece in "—(（)）[]【】{}|~" or (piece == "-" and text[start - 1 : start] == " "):
                builder.close("—", sentence=False)
            elif piece == "/" or piece in "、*'<>《》=+-":
                pass
            else:
                mark = _MARKS.get(piece, piece)
                builder.close(mark, sentence=mark in _SENTENCE_ENDS)
        elif kind == "space":
            # In Chinese chat a blank between Chinese characters does the work of a comma.
            if lang == "zh" and last and is_han(last) and text[stop : stop + 1] and is_han(text[stop]):
                builder.close(",", sentence=False)
        elif unicodedata.category(piece) == "So":  # an emoji closes what it follows
            builder.close("~", sentence=False)
        last = piece[-1]
    return builder.done()


def _words(piece: str, start: int) -> list[tuple[str, int, int]]:
    """A run of letters as words: Chinese characters one by one, other scripts together."""
    out: list[tuple[str, int, int]] = []
    begin = 0
    for index, char in enumerate(piece):
        if is_han(char):
            if begin < index:
                out.append((piece[begin:index], start + begin, start + index))
            out.append((char, start + index, start + index + 1))
            begin = index + 1
    if begin < len(piece):
        out.append((piece[begin:], start + begin, start + len(piece)))
    return out


class _Builder:
    """Collects tokens and closes clauses and sentences as marks come by."""

    def __init__(self, raw: str, lang: str) -> None:
        self.raw, self.lang = raw, lang
        self.tokens: list[Token] = []
        self.clauses: list[Stretch] = []
        self.sentences: list[Stretch] = []
        self.clause_start = self.sentence_start = 0
        self.quote_from: int | None = None

    def add(self, word: str, start: int, end: int, quoted: bool) -> None:
        if self.lang == "en" and self._turns(word):
            self.close("", sentence=False)
        self.tokens.append(Token(word, start, end, len(self.clauses), len(self.sentences), quoted))

    def _turns(self, word: str) -> bool:
        """Whether a conjunction opens a new clause here without a mark."""

        if len(self.tokens) - self.clause_start < 2:
            return False
        if word in english.TURNS:
            return True
        last = self.tokens[-1]
        if word in english.SUBJECTS and last.text in english.JOINS and len(self.tokens) - self.clause_start >= 3:
            # "... and I": the joining word goes with the new clause.
            self.tokens.pop()
            self.close("", sentence=False)
            self.tokens.append(
                Token(last.text, last.start, last.end, len(self.clauses), len(self.sentences), last.quoted)
            )
        return False

    def quote_turned(self, opened: bool) -> None:
        self.quote_from = len(self.tokens) if opened else None

    def close(self, mark: str, sentence: bool) -> None:
        if len(self.tokens) > self.clause_start:
            self.clauses.append(Stretch(self.clause_start, len(self.tokens), mark, len(self.sentences)))
            self.clause_start = len(self.tokens)
        elif self.clauses and mark == "?" and self.clauses[-1].sentence >= len(self.sentences) - 1:
            # "really...?" and "!?": the question mark wins.
            self.clauses[-1] = _closed(self.clauses[-1], mark)
            if len(self.tokens) == self.sentence_start and self.sentences:
                self.sentences[-1] = _closed(self.sentences[-1], mark)
        if sentence and len(self.tokens) > self.sentence_start:
            close = self.clauses[-1].close if self.clauses else mark
            self.sentences.append(Stretch(self.sentence_start, len(self.tokens), close, len(self.sentences)))
            self.sentence_start = len(self.tokens)

    def done(self) -> Reading:
        if self.quote_from is not None:
            # A quotation mark that never closes (inches, a slip) quotes nothing.
            for index in range(self.quote_from, len(self.tokens)):
                self.tokens[index] = replace(self.tokens[index], quoted=False)
        self.close("", sentence=True)
        return Reading(self.raw, self.lang, tuple(self.tokens), tuple(self.clauses), tuple(self.sentences))


def _closed(stretch: Stretch, mark: str) -> Stretch:
    return Stretch(stretch.start, stretch.end, mark, stretch.sentence)
