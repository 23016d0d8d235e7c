"""Strategies for text as people, pasting and attackers make it."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = st.sampled_from(
    [
        "I'm so sorry", "you waited three weeks", "对不起", "讓您久等了", "“全险”", "£1,200.50", "八万八", "13:30",
        "\x1b[31m", "[bold]x[/bold]", "<b>hi</b>", "=1+1", "\u202eabc", "\u200b", "👍🏽", "\ud800", "\x00", "\r\n",
        "...", "?", "？", "。", " ", "\t", "don't", "DON'T", "ﬁ", "㎏", "ǅ", "İ", "ß", "𠮷", "e\u0301", "\"", "'", "—",
        "n't", "鬳's", "፮a", "٣",
    ]
)  # fmt: skip

#: Any text at all, lone surrogates among it, with a leaning to what has gone wrong before.
anything = st.one_of(
    st.text(max_size=80),
    st.text(st.characters(), max_size=60),  # with surrogates
    st.lists(_PIECES, max_size=20).map("".join),
)
langs = st.sampled_from(["en", "zh"])
