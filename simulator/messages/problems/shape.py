"""Mistakes against the declaration: keys, types, ranges."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "unknown-file": Entry(
        "error",
        (
            "this is no scenario, rubric or vocabulary: no `scenario:`, `rubric:` or `vocabulary:` is in it",
            "这不是场景、评分标准或词表：其中没有 `scenario:`、`rubric:` 或 `vocabulary:`",
        ),
        ("Begin the file with one of these keys and its id.", "请在文件开头写上其中一个键和编号。"),
    ),
    "unknown-key": Entry(
        "error",
        ("no key is called '{key}' here", "这里没有名为“{key}”的键"),
        ("The keys here are: {known}.", "这里可用的键：{known}。"),
    ),
    "missing-key": Entry(
        "error",
        ("'{key}' is missing", "缺少“{key}”"),
        ("Add `{key}:`.", "请加上 `{key}:`。"),
    ),
    "empty-value": Entry(
        "error",
        ("nothing is written for '{key}'", "“{key}”没有内容"),
        ("Write a value, or take the line out.", "请填写内容，或删去这一行。"),
    ),
    "wrong-type": Entry(
        "error",
        ("{needed} is needed here, and this is {given}", "这里需要的是{needed}，而写的是{given}"),
        ("Write {needed}.", "请写成{needed}。"),
    ),
    "unknown-value": Entry(
        "error",
        ("'{value}' is none of the values that can stand here", "“{value}”不是这里可用的值"),
        ("Write one of: {known}.", "请从中选一个：{known}。"),
    ),
    "unknown-condition": Entry(
        "error",
        ("no condition is called '{key}'", "没有名为“{key}”的条件"),
        ("Write a criterion or a key of conditions.", "请写某项标准的名称，或条件可用的键。"),
    ),
    "bad-name": Entry(
        "error",
        ("'{name}' can't be a name", "“{name}”不能用作名称"),
        (
            "A name begins with a letter (a-z, A-Z) and goes on with letters, digits, - and _; 64 signs at most.",
            "名称以英文字母开头，其后为字母、数字、- 和 _，最多 64 个字符。",
        ),
    ),
    "text-too-long": Entry(
        "error",
        ("the text has {length} characters; {limit} is the most", "文本有 {length} 个字符，上限是 {limit}"),
        ("Shorten it.", "请缩短。"),
    ),
    "too-few": Entry(
        "error",
        ("here are {count}, and at least {limit} are needed", "这里有 {count} 项，至少需要 {limit} 项"),
        ("Add what is missing.", "请补上缺少的。"),
    ),
    "too-many-items": Entry(
        "error",
        ("here are {count}, and {limit} is the most", "这里有 {count} 项，最多 {limit} 项"),
        ("Take out what is too much.", "请去掉多余的。"),
    ),
    "out-of-range": Entry(
        "error",
        ("{value} is out of range: it must be {sort} {limit}", "{value} 超出范围：{sort} {limit}"),
        ("Write a number {sort} {limit}.", "请写{sort} {limit} 的数。"),
    ),
    "bad-limits": Entry(
        "error",
        ("'{value}' is no range of whole numbers", "“{value}”不是整数范围"),
        (
            'Write a number for "at least", or ">= 2", "<= 1", "== 0", "1..2", the smaller number first.',
            '请写一个数表示“至少”，或写 ">= 2"、"<= 1"、"== 0"、"1..2"，小的数在前。',
        ),
    ),
    "one-language": Entry(
        "error",
        ("the text is blank in one of the two languages", "两种语言中有一种没有文字"),
        ("Write it in both, `en:` and `zh:`.", "`en:` 和 `zh:` 都要写。"),
    ),
    "wrong-value": Entry(
        "error",
        ("'{value}' can't stand here ({detail})", "“{value}”不能写在这里（{detail}）"),
        ("Look at the same place in a file that works.", "请对照一个正常文件的同一处。"),
    ),
}
