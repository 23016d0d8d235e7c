"""Words of the program's own that stand inside messages."""

from __future__ import annotations

from simulator.messages.problems.entry import Pair

TERMS: dict[str, Pair] = {
    "text": ("a text", "文本"),
    "list": ("a list", "列表"),
    "mapping": ("keys with values", "“键: 值”"),
    "number": ("a whole number", "整数"),
    "decimal": ("a number", "数字"),
    "truth": ("true or false", "true 或 false"),
    "ge": ("at least", "至少是"),
    "gt": ("more than", "大于"),
    "le": ("at most", "至多是"),
    "lt": ("less than", "小于"),
}
