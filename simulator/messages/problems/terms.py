"""Words of the program's own that stand inside messages."""

from __future__ import annotations

from simulator.messages.problems.entry import Pair

TERMS: dict[str, Pair] = {
    "text": ("a text", "文本"),
    "list": ("a list", "列表"),
    "mapping": ("a `key: value` pair", "“键: 值”"),
    "number": ("a whole number", "整数"),
    "decimal": ("a number", "数字"),
    "truth": ("true or false", "true 或 false"),
    "ge": ("at least", "至少是"),
    "gt": ("more than", "大于"),
    "le": ("at most", "至多是"),
    "lt": ("less than", "小于"),
    "not-assessed": ("not assessed", "未评定"),
    "no-flag": ("no flag", "无"),
    "nothing": ("nothing", "无"),
    "lang-en": ("English", "英文"),
    "lang-zh": ("Chinese", "中文"),
    "plan-customer": ("customer's line", "客户的话"),
    "plan-beat": ("beat", "情节"),
    "plan-mood": ("mood", "怒气"),
    "plan-ending": ("ending", "结局"),
    "cue-too-long": ("it has too many pieces", "它的组成部分太多"),
    "cue-open": ("a bracket is opened and never closed", "有括号没有闭合"),
    "cue-closed": ("a bracket is closed that was never opened", "有多余的右括号"),
    "cue-empty": ("it is empty", "它是空的"),
    "cue-nothing": ("there is nothing in it to match", "其中没有可匹配的内容"),
    "cue-gap-edge": ("a gap needs words on both sides", "间隔的两边都要有词"),
    "cue-gap-wide": ("a gap is too wide", "间隔太宽"),
    "cue-sign": ("a sign in it means nothing here", "其中有一个没有意义的符号"),
    "cue-star": ("a word beginning needs at least three letters before the *", "* 之前至少要有三个字母"),
}
