"""Text from people made safe to draw: nothing in it can steer the terminal or upset the layout."""

from __future__ import annotations

import re
import unicodedata

#: The longest reply, in characters: longer paragraphs make typing slow.
REPLY_LIMIT = 2000

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
#: Marks that reorder a line, hide in it, or make terminals disagree about its width.
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]")


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def shown(text: str) -> str:
    """The text as screens draw it: control characters as visible pictures, newlines kept, tabs as spaces."""
    text = _NEWLINES.sub("\n", text).replace("\t", "    ")
    return _CONTROL.sub(_visible, _UNSEEN.sub("", text))


def typed(text: str) -> str:
    """What the reply box takes from a key or a paste: newlines of one kind, and no control characters at all."""
    text = _UNSEEN.sub("", _NEWLINES.sub("\n", text).replace("\t", "    "))
    return "".join(
        "\ufffd" if "\ud800" <= c <= "\udfff" else c
        for c in text
        if c == "\n" or unicodedata.category(c) != "Cc"
    )  # fmt: skip


def shorten(text: str, width: int) -> str:
    """One line of at most `width` cells, with an ellipsis where something was cut."""
    from rich.cells import cell_len, set_cell_size

    line = " ".join(shown(text).split())
    return line if cell_len(line) <= width else set_cell_size(line, max(0, width - 1)).rstrip() + "…"
