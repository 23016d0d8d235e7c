"""What a reply may hold, wherever it comes from."""

from __future__ import annotations

import re
import unicodedata

#: The longest reply, in characters: longer paragraphs make typing slow.
REPLY_LIMIT = 2000

NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
#: Marks that reorder a line, hide in it, or make terminals disagree about its width.
UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]")


def typed(text: str) -> str:
    """A reply as it is taken from a key, a paste or a file: newlines of one kind, and no control characters at all."""
    text = UNSEEN.sub("", NEWLINES.sub("\n", text).replace("\t", "    "))
    return "".join(
        "\ufffd" if "\ud800" <= c <= "\udfff" else c
        for c in text
        if c == "\n" or unicodedata.category(c) != "Cc"
    )  # fmt: skip
