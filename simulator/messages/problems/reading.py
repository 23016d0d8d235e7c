"""Mistakes in the text itself, before it has any meaning."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "unreadable": Entry(
        "error",
        ("the file can't be read: {reason}", "无法读取文件：{reason}"),
        ("Check the name and that you may read it.", "请检查文件名，以及你是否有权读取。"),
    ),
    "not-utf8": Entry(
        "error",
        ("this is not UTF-8 text (byte {byte})", "这里不是 UTF-8 文本（字节 {byte}）"),
        ("Save the file as UTF-8.", "请将文件另存为 UTF-8。"),
    ),
    "control-character": Entry(
        "error",
        ("the invisible character {character} can't stand in a file", "文件中不能有不可见字符 {character}"),
        ("Delete it; it usually came in by copying.", "请删除它；多半是复制粘贴时带进来的。"),
    ),
    "too-large": Entry(
        "error",
        ("the file has {size} bytes; {limit} is the most", "文件有 {size} 字节，上限是 {limit}"),
        ("Split it into several files.", "请拆成几个文件。"),
    ),
    "too-deep": Entry(
        "error",
        ("things are nested more than {limit} deep here", "这里的嵌套超过了 {limit} 层"),
        (
            "Nothing needs such depth: look for stray brackets or indentation.",
            "没有内容需要这么深：请检查多余的括号或缩进。",
        ),
    ),
    "too-many": Entry(
        "error",
        ("the file holds more than {limit} values", "文件中的值超过了 {limit} 个"),
        ("Split it into several files.", "请拆成几个文件。"),
    ),
    "empty-file": Entry(
        "error",
        ("there is nothing in the file", "文件是空的"),
        ("Write a scenario, a rubric or a vocabulary in it.", "请在其中写场景、评分标准或词表。"),
    ),
    "several-documents": Entry(
        "error",
        ("a second document begins here", "从这里开始了第二个文档"),
        ("Take out the line `---`, or make two files of it.", "请去掉 `---` 这一行，或者分成两个文件。"),
    ),
    "tab": Entry(
        "error",
        ("a line can't be indented with a tab", "缩进不能用制表符"),
        ("Use blanks.", "请改用空格。"),
    ),
    "indentation": Entry(
        "error",
        ("this does not line up with what stands above it", "这里与上面的内容没有对齐"),
        (
            "Give it as many blanks at the start as the keys or dashes that it belongs with.",
            "行首的空格数要与同级的键或短横线一致。",
        ),
    ),
    "unclosed-quote": Entry(
        "error",
        ("this quotation mark {quote} is never closed", "这个引号 {quote} 没有闭合"),
        ("Close it with the same mark at the end of the text.", "请在文本末尾加上同样的引号。"),
    ),
    "text-after-quote": Entry(
        "error",
        ("the text goes on after its closing quotation mark", "引号闭合之后还有文字"),
        (
            "Put the whole text in quotation marks; inside double ones write \\\" for a mark, inside single ones ''.",
            "请把整段文本放进引号；双引号内的引号写成 \\\"，单引号内的写成 ''。",
        ),
    ),
    "bad-escape": Entry(
        "error",
        ("a backslash with this sign means nothing", "反斜杠加这个字符没有意义"),
        (
            "Write \\\\ for a backslash, or use single quotation marks, in which it is an ordinary sign.",
            "反斜杠请写成 \\\\，或改用单引号，单引号内它只是普通字符。",
        ),
    ),
    "quote-needed": Entry(
        "error",
        (
            "a text that begins with {character} must stand in quotation marks",
            "以 {character} 开头的文本必须放在引号里",
        ),
        ("Put quotation marks around the text.", "请给这段文本加上引号。"),
    ),
    "unclosed-bracket": Entry(
        "error",
        (
            "this {bracket} is not closed, or a comma is missing: it goes wrong in line {line}",
            "这个 {bracket} 没有闭合，或者缺了逗号：在第 {line} 行出错",
        ),
        ("Close it, and put a comma between its parts.", "请闭合它，各项之间用逗号隔开。"),
    ),
    "stray-bracket": Entry(
        "error",
        ("{character} can't stand here", "{character} 不能放在这里"),
        ("Take it out, or put quotation marks around the text.", "请去掉它，或给整段文本加上引号。"),
    ),
    "missing-colon": Entry(
        "error",
        ("a key with a colon was expected here", "这里应当是带冒号的键"),
        (
            "Write `key: value` with a blank behind the colon; indent a line that goes on with the text above.",
            "请写成 `键: 值`，英文冒号后加空格；若是接着上文的一行，请缩进。",
        ),
    ),
    "stray-colon": Entry(
        "error",
        ("a colon can't stand here", "冒号不能放在这里"),
        (
            "Put quotation marks around a text that has a colon in it; in a list of keys, line them up.",
            "文本中有冒号时请加引号；若是并列的键，请对齐。",
        ),
    ),
    "not-yaml": Entry(
        "error",
        ("this can't be read as YAML ({detail})", "无法按 YAML 读取（{detail}）"),
        ("Compare it with a file that works.", "请与一个正常的文件对照。"),
    ),
    "anchor": Entry(
        "error",
        ("the anchor &{name} is not allowed", "不允许使用锚点 &{name}"),
        (
            "Write it out where it is needed; a text that begins with & needs quotation marks.",
            "请在需要的地方写全；以 & 开头的文本要加引号。",
        ),
    ),
    "alias": Entry(
        "error",
        ("the alias *{name} is not allowed", "不允许使用别名 *{name}"),
        (
            "Write it out; a text that begins with * needs quotation marks.",
            "请写全；以 * 开头的文本要加引号。",
        ),
    ),
    "tag": Entry(
        "error",
        ("the tag {tag} is not allowed", "不允许使用标签 {tag}"),
        ("Take it out; a text that begins with ! needs quotation marks.", "请去掉它；以 ! 开头的文本要加引号。"),
    ),
    "merge-key": Entry(
        "error",
        ("merging with << is not allowed", "不允许用 << 合并"),
        ("Write the keys out.", "请把各个键写全。"),
    ),
    "key-not-text": Entry(
        "error",
        ("a key must be a text", "键必须是文本"),
        ("Put quotation marks around it, or take the brackets away.", "请给它加引号，或去掉括号。"),
    ),
    "duplicate-key": Entry(
        "error",
        ("'{key}' is written twice; the first is in line {line}", "“{key}”写了两次，第一次在第 {line} 行"),
        ("Put both together, or rename one.", "请合并，或给其中一个改名。"),
    ),
}
