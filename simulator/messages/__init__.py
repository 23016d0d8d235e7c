"""Every sentence the program says, in both languages, in one catalogue.

A key is `area.name`; the area is the module of this package that holds it: `tui.home.title` lies in `tui.py`.
Each entry is an (English, Simplified Chinese) pair; Traditional Chinese is made from the Simplified.
"""

from __future__ import annotations

import locale
import os
from functools import cache
from importlib import import_module
from typing import Any

UiLang = str  # "en", "zh" or "zh-Hant"


def ui_language(option: str | None = None) -> UiLang:
    """The language of the screens: the option where given, else what the locale says, else English.

    `zh`, `zh-CN`, `zh-Hans` give `zh`; `zh-Hant`, `zh-TW`, `zh-HK` give `zh-Hant`.
    """
    wanted = option or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    tag = (wanted or locale.getlocale()[0] or "en").replace("_", "-").casefold()
    if not tag.startswith(("zh", "chinese")):
        return "en"
    return "zh-Hant" if any(part in tag for part in ("hant", "-tw", "-hk", "-mo", "traditional")) else "zh"


@cache
def _table(area: str) -> dict[str, tuple[str, str]]:
    texts: dict[str, tuple[str, str]] = import_module(f"{__name__}.{area}").TEXTS
    return texts


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("s2twp")


@cache
def to_traditional(text: str) -> str:
    """Simplified Chinese in Traditional characters, with the wording of Taiwan."""
    return str(_converter().convert(text))


@cache
def _entry(key: str, lang: UiLang) -> str:
    area = key.partition(".")[0]
    english, chinese = _table(area)[key.partition(".")[2]]
    if not lang.startswith("zh"):
        return english
    return to_traditional(chinese) if lang == "zh-Hant" else chinese


def has_text(key: str) -> bool:
    """Whether the catalogue has a key."""
    area, _, name = key.partition(".")
    return name in _table(area)


def text(key: str, lang: UiLang, /, **values: object) -> str:
    """The sentence for a key, with `{name}` places filled in.

    Raises:
        KeyError: no such key.
    """
    sentence = _entry(key, lang)
    return sentence.format(**values) if values else sentence


class ToldError(Exception):
    """Something went wrong, and a person is told what.

    Attributes:
        key: the sentence in the message catalogue, such as `store.full`.
        values: what fills its places.
    """

    def __init__(self, key: str, **values: object) -> None:
        # No more than the key: an error with values among its arguments does not come back from another process.
        super().__init__(key)
        self.key, self.values = key, values

    def message(self, lang: UiLang) -> str:
        """The sentence in a language of the screens."""
        return text(self.key, lang, **self.values)
