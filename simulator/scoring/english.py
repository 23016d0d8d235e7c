"""English words: contractions and chat spellings opened up, British and American spellings made one, stems."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from snowballstemmer import stemmer

from simulator.scoring import synonyms_en

#: Words that open a new clause wherever they stand.
TURNS = frozenset("but however although though whereas because unless".split())
#: Words that may join two clauses when a subject follows.
JOINS = frozenset("and so or then plus".split())
SUBJECTS = frozenset("i we you he she they it that this there".split())

# Spoken, chat and apostrophe-less spellings; what they stand for, as words.
_OPENED: dict[str, tuple[str, ...]] = {
    k: tuple(v.split())
    for k, v in {
        "u": "you", "ur": "your", "r": "are", "ya": "you", "yer": "your", "pls": "please", "plz": "please",
        "soz": "sorry", "sry": "sorry", "thx": "thanks", "ty": "thanks", "n": "and", "gonna": "going to",
        "wanna": "want to", "gotta": "have to", "lemme": "let me", "gimme": "give me", "dunno": "do not know",
        "kinda": "kind of", "cos": "because", "cuz": "because", "coz": "because", "tho": "though", "thru": "through",
        "im": "i am", "ive": "i have", "youre": "you are", "youve": "you have", "youll": "you will",
        "theyre": "they are", "weve": "we have", "thats": "that is", "whats": "what is", "hes": "he is",
        "dont": "do not", "doesnt": "does not", "didnt": "did not", "cant": "can not", "cannot": "can not",
        "wont": "will not", "isnt": "is not", "wasnt": "was not", "werent": "were not", "havent": "have not",
        "hasnt": "has not", "hadnt": "had not", "shouldnt": "should not", "couldnt": "could not",
        "wouldnt": "would not", "aint": "is not", "arent": "are not", "ok": "okay", "k": "okay", "tmrw": "tomorrow",
        "tmw": "tomorrow", "asap": "as soon as possible", "info": "information", "mins": "minutes", "hrs": "hours",
        "colour": "color", "w": "with", "2nite": "tonight", "2day": "today", "shan't": "shall not", "let's": "let us",
        "n't": "not", "won't": "will not", "can't": "can not", "ain't": "is not", "y'all": "you", "o'clock": "o'clock",
        "ma'am": "madam",
    }.items()
}  # fmt: skip
_HEADS_WITH_IS = frozenset("it that what he she there here who how where when this everything nothing".split())
_TAILS = {"ll": "will", "ve": "have", "d": "would", "m": "am", "re": "are"}
_IZE = re.compile(r"(?<=[a-z]{3})(i)z(e|es|ed|ing|er|ation|ations)$")


@lru_cache(maxsize=20_000)
def opened(word: str) -> tuple[str, ...]:
    """The words that a written word stands for; lower case."""
    if word in _OPENED:
        return _OPENED[word]
    head, mark, tail = word.partition("'")
    if mark:
        if word.endswith("n't"):
            return (word[:-3], "not")
        if tail in _TAILS:
            return (head, _TAILS[tail])
        if tail == "s":
            return (head, "is") if head in _HEADS_WITH_IS else (head,)
        return (head + tail,)
    return (_IZE.sub(r"\1s\2", word),)


def placed(parts: Sequence[str], word: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The words that a written word stands for, each with the span of the whole word where it can't be divided.

    Args:
        parts: the words, two or more.
        word: normal form, lower case.
        start, end: half-open span of the written word in the normal text.
    """
    cut = start + min(len(parts[0]), end - start - 1) if word.startswith(parts[0]) else start
    out = []
    for index, part in enumerate(parts):
        low = start if index == 0 else cut
        high = cut if index == 0 and cut > start else end
        out.append((part, low, high))
    return out


_STEMMER = stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its endings (Snowball)."""
    return str(_STEMMER.stemWord(word))


#: Words that carry no content for comparing meanings.
STOP = frozenset(
    """a an the and or but so if then than that this these those there here it its i me my mine we us our ours you your
    yours he him his she her hers they them their theirs who whom whose which what when where why how am is are was were
    be been being do does did doing done have has had having will would shall should can could may might must not no nor
    of to in on at by for with from up down out off over under again about into onto as until while after before because
    just only very too also even still now already ever never really quite rather so such much many more most some any
    all both each every other another same own all well oh okay yes no please thanks thank sorry get got gets getting
    go going goes went come came make made let say said says tell told know think see look like want need one two thing
    things something anything everything nothing someone anyone everyone mr mrs ms miss sir madam dear hi hello hey
    though although however since yet right sure lot bit way back""".split()
)


_IRREGULAR = {
    form: base
    for forms, base in (row.rsplit(">", 1) for row in re.findall(r"[a-z ]+>[a-z]+", synonyms_en.IRREGULAR))
    for form in forms.split()
}


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """The stem of a word's base form: `rang` and `ringing` are one."""
    return stem(_IRREGULAR.get(word, word))


def _classes() -> tuple[dict[str, str], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Root to concept, and the root that begins a phrase to such phrases, the longest first."""
    words: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in synonyms_en.CLASSES.replace("\n  ", " ").strip().splitlines():
        members = line.split()
        name = members[0]
        for member in members:
            roots = tuple(root(part) for part in member.split("_"))
            if len(roots) == 1:
                words.setdefault(roots[0], f"={name}")
            else:
                phrases.setdefault(roots[0], []).append((roots, f"={name}"))
    for rows in phrases.values():
        rows.sort(key=lambda row: -len(row[0]))
    return words, phrases


_CONCEPTS, _PHRASES = _classes()


def units(words: Sequence[str]) -> list[tuple[int, str]]:
    """What some tokens are about: the concepts of content words and set phrases, else their roots, each with its index.

    Args:
        words: tokens in normal form.
    """
    roots = [root(w) for w in words]
    out: list[tuple[int, str]] = []
    phrase_end = 0
    for at, here in enumerate(roots):
        if at < phrase_end:
            continue
        for phrase, concept in _PHRASES.get(here, ()):
            if tuple(roots[at : at + len(phrase)]) == phrase:
                out.append((at, concept))
                phrase_end = at + len(phrase)
                break
        else:
            if words[at] not in STOP and words[at][0].isalnum():
                out.append((at, _CONCEPTS.get(here, here)))
    return out
