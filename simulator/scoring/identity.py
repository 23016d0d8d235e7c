"""Who somebody is and how to reach them: names with their titles and slips, numbers digit by digit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from simulator.scoring.text import is_han, normalise

#: Forms of address: they tell nobody apart.
_TITLES_EN = frozenset("mr mrs ms miss mx dr sir madam mister".split())
_TITLES_ZH = re.compile(
    "先生|女士|小姐|太太|师傅|老师|同学|老板|经理|大姐|大哥|大娘|大爷|奶奶|爷爷|阿姨|叔叔|伯伯|护士|医生|[姐哥叔伯工]$"
)
#: `rapidfuzz.fuzz.ratio` (0-100) from which two Latin names are one name with a slip in it.
SLIP = 80
#: A number of so many digits is one to be reached by.
DIGITS = 5

Share = tuple[float, str]


def name_share(text: str, accepted: Sequence[str], lang: str) -> Share:
    """How right a name is.

    Args:
        text: the name as written, perhaps with more around it.
        accepted: ways of writing it, any of which is right.
        lang: `en` or `zh`.

    Returns:
        1, a half or 0, and why it is not 1: `slip`, `part`, `other`.
    """
    (whole, *_), written = (_plain(text), *map(_plain, accepted)), [_plain(a) for a in accepted]
    if any(_inside(name, whole) for name in written if name):
        return 1.0, ""
    own, names = _bare(whole, lang), [_bare(name, lang) for name in written]
    if lang == "zh":
        if any(len(n) == len(own) >= 3 and sum(a != b for a, b in zip(n, own, strict=True)) == 1 for n in names):
            return 0.5, "slip"
        return (0.5, "part") if own and any(n.startswith(own) or n.endswith(own) for n in names) else (0.0, "other")
    said, parts = _capitals(text), {word for name in names for word in name.split()}
    family = {name.split()[-1] for name in names if name}
    if said and said <= parts:
        return (1.0, "") if said & family else (0.5, "part")
    near = max((fuzz.ratio(own, name) for name in names if name), default=0.0)
    return (0.5, "slip") if near >= SLIP else (0.0, "other")


def contact_share(text: str, accepted: Sequence[str]) -> Share:
    """How right an address or a number is, as `name_share`; why: `digits`, `part`, `other`."""
    whole, digits = _plain(text), _digits(text)
    for way in accepted:
        number = _digits(way).lstrip("0")
        # With or without blanks, dashes, the leading nought, the code of the country.
        if stands_in(way, text) or (len(number) >= DIGITS and number in digits):
            return 1.0, ""
    if any(len(_digits(way)) >= DIGITS for way in accepted):
        return (0.0, "digits") if len(digits) >= DIGITS else (0.0, "other")
    near = max((fuzz.token_set_ratio(whole, _plain(way)) for way in accepted), default=0.0)
    return (0.5, "part") if near >= SLIP else (0.0, "other")


def is_number(text: str) -> bool:
    """Whether a text holds a number to be reached by."""
    return len(_digits(text)) >= DIGITS


def stands_in(wording: str, text: str) -> bool:
    """Whether a wording stands in a text as it is, capitals, marks and scripts aside."""
    return _inside(_plain(wording), _plain(text))


def _plain(text: str) -> str:
    folded, _ = normalise(text)
    return " ".join(re.sub(r"[^\w\s]+", " ", folded).split())


def _inside(needle: str, hay: str) -> bool:
    """Whether it stands there as whole words; Chinese has no ends of words."""
    if not needle:
        return False
    return needle in hay if is_han(needle[-1]) else f" {needle} " in f" {hay} "


def _bare(name: str, lang: str) -> str:
    """A name in its plain form without the forms of address."""
    if lang == "zh" and any(is_han(c) for c in name):
        return _TITLES_ZH.sub("", name.replace(" ", ""))
    return " ".join(word for word in name.split() if word not in _TITLES_EN)


def _capitals(text: str) -> set[str]:
    """The words of a text that are written as names; all of them where none is."""
    words = re.findall(r"[^\W\d_]+", text)
    named = [word for word in words if word[0].isupper()] or words
    return {word for name in named for word in _plain(name).split()} - _TITLES_EN


def _digits(text: str) -> str:
    return re.sub(r"\D", "", normalise(text)[0])
