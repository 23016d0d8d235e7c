"""Text from people made safe to draw: nothing in it can steer the terminal or upset the layout."""

from __future__ import annotations

import re

from simulator.play.reply import NEWLINES, REPLY_LIMIT, UNSEEN, typed

__all__ = ["REPLY_LIMIT", "shorten", "shown", "typed"]


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def shown(text: str) -> str:
    """The text as screens draw it: control characters as visible pictures, newlines kept, tabs as spaces."""
    text = NEWLINES.sub("\n", text).replace("\t", "    ")
    return _CONTROL.sub(_visible, UNSEEN.sub("", text))


def shorten(text: str, width: int) -> str:
    """One line of at most `width` cells, with an ellipsis where something was cut."""
    from rich.cells import cell_len, set_cell_size

    line = " ".join(shown(text).split())
    return line if cell_len(line) <= width else set_cell_size(line, max(0, width - 1)).rstrip() + "…"
