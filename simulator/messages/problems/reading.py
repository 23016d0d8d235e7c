"""Mistakes in the text itself, before it has any meaning."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

_COPIES = (
    "What is written is what is meant: nothing is copied from elsewhere by a mark.",
    "写的是什么就是什么：不用标记从别处复制内容。",
)
_BOUNDS = (
    "No scenario needs so much, and a limit keeps a slip from filling the memory.",
    "没有场景需要这么多；设上限可以防止失误占满内存。",
)

ENTRIES: dict[str, Entry] = {
    "unreadable": Entry(
        what=("the file can't be read: {reason}", "无法读取文件：{reason}"),
        mend=("Check the name, and that you may read the file.", "请检查文件名，以及你是否有权读取。"),
        why=("What can't be read can't be checked or played.", "读不到的文件无法检查，也无法演练。"),
    ),
    "not-utf8": Entry(
        what=("this is not UTF-8 text (byte {byte})", "这里不是 UTF-8 文本（字节 {byte}）"),
        mend=("Save the file as UTF-8.", "请将文件另存为 UTF-8。"),
        why=(
            "All files are UTF-8, so that English and Chinese are read alike everywhere.",
            "所有文件都用 UTF-8，这样中英文在哪里读出来都一样。",
        ),
    ),
    "control-character": Entry(
        what=("the invisible character {character} can't stand in a file", "文件中不能有不可见字符 {character}"),
        mend=("Delete it; it usually came in by copying.", "请删除它；多半是复制粘贴时带进来的。"),
        why=(
            "Invisible characters can do harm on a terminal and hide what a text really says.",
            "不可见字符会扰乱终端，也会掩盖文本的真实内容。",
        ),
    ),
    "too-large": Entry(
        what=("the file is longer than {limit} bytes", "文件超过了 {limit} 字节"),
        mend=("Split it into several files.", "请拆成几个文件。"),
        why=_BOUNDS,
    ),
    "too-many": Entry(
        what=("the file holds more than {limit} values", "文件中的值超过了 {limit} 个"),
        mend=("Split it into several files.", "请拆成几个文件。"),
        why=_BOUNDS,
    ),
    "too-deep": Entry(
        what=("things are nested more than {limit} deep here", "这里的嵌套超过了 {limit} 层"),
        mend=("Look for stray brackets or indentation.", "请检查多余的括号或缩进。"),
        why=_BOUNDS,
        bad="title: [[[[[[[[[[[[[[[[[[[[[[[«[»An example]]]]]]]]]]]]]]]]]]]]]]]]\n",
        good="title: An example\n",
    ),
    "empty-file": Entry(
        what=("there is nothing in the file", "文件是空的"),
        mend=("Write a scenario, a rubric or a vocabulary in it.", "请在其中写场景、评分标准或词表。"),
        why=(
            "Each file holds one scenario, rubric or vocabulary.",
            "一个文件放一个场景、评分标准或词表。",
        ),
        bad="«#» to be written\n",
        whole=True,
    ),
    "several-documents": Entry(
        what=("a second document begins here", "从这里开始了第二个文档"),
        mend=("Take out the line `---`, or make two files of it.", "请去掉 `---` 这一行，或者分成两个文件。"),
        why=(
            "Each file holds one scenario, rubric or vocabulary.",
            "一个文件放一个场景、评分标准或词表。",
        ),
        bad="title: An example\n«---»\nminutes: 5\n",
        good="title: An example\nminutes: 5\n",
    ),
    "tab": Entry(
        what=("a tab can't stand here", "这里不能用制表符"),
        mend=("Use blanks.", "请改用空格。"),
        why=(
            "Each editor shows a tab as wide as it likes, so YAML takes only blanks to indent with.",
            "制表符在各编辑器中宽窄不一，所以 YAML 的缩进只认空格。",
        ),
        bad="customer:\n«\t»name: Mr Bell\n  style: cooperative\n  wants: the parcel\n",
        good="customer:\n  name: Mr Bell\n  style: cooperative\n  wants: the parcel\n",
    ),
    "indentation": Entry(
        what=("this does not line up with what stands above it", "这里与上面的内容没有对齐"),
        mend=(
            "Give it as many blanks at the start as the keys or dashes that it belongs with.",
            "行首的空格数要与同级的键或短横线一致。",
        ),
        why=(
            "What belongs together begins in the same column; that is how YAML knows what belongs to what.",
            "YAML 靠缩进判断从属关系，同级的内容要从同一列开始。",
        ),
        bad="customer:\n    name: Mr Bell\n  «style: cooperative»\n    wants: the parcel\n",
        good="customer:\n    name: Mr Bell\n    style: cooperative\n    wants: the parcel\n",
    ),
    "list-here": Entry(
        what=("a list with dashes can't begin in the line of its key", "带短横线的列表不能写在键的同一行"),
        mend=(
            "Begin it in a new line, or put quotation marks around a text that begins with a dash.",
            "请另起一行；如果是以短横线开头的文本，请加引号。",
        ),
        why=(
            "Each item of such a list stands in a line of its own.",
            "这种列表的每一项各占一行。",
        ),
        bad="title: «-» An example\n",
        good='title: "- An example"\n',
    ),
    "unclosed-quote": Entry(
        what=("this quotation mark {quote} is never closed", "这个引号 {quote} 没有闭合"),
        mend=("Close it with the same mark at the end of the text.", "请在文本末尾加上同样的引号。"),
        why=(
            "Up to the closing mark everything belongs to the text, the lines below too.",
            "在闭合的引号之前，后面各行都会被当成这段文本。",
        ),
        bad='title: «"»An example\n',
        good='title: "An example"\n',
    ),
    "text-after-quote": Entry(
        what=("the text goes on after its closing quotation mark", "引号闭合之后还有文字"),
        mend=(
            "Put the whole text in quotation marks; inside double ones write \\\" for a mark, inside single ones ''.",
            "请把整段文本放进引号；双引号内的引号写成 \\\"，单引号内的写成 ''。",
        ),
        why=(
            "A text that begins with a quotation mark ends with the next one.",
            "以引号开头的文本，到下一个引号就结束了。",
        ),
        bad='title: "Example" «of a title»\n',
        good="title: '\"Example\" of a title'\n",
    ),
    "bad-escape": Entry(
        what=("a backslash with this sign means nothing", "反斜杠加这个字符没有意义"),
        mend=(
            "Write \\\\ for a backslash, or use single quotation marks, in which it is an ordinary sign.",
            "反斜杠请写成 \\\\，或改用单引号，单引号内它只是普通字符。",
        ),
        why=(
            "In double quotation marks a backslash begins a special sign, such as \\n for a line end.",
            "双引号内，反斜杠引出特殊字符，如 \\n 表示换行。",
        ),
        bad='title: "An «\\q»example"\n',
        good="title: 'An \\qexample'\n",
    ),
    "quote-needed": Entry(
        what=(
            "a text that begins with {character} must stand in quotation marks",
            "以 {character} 开头的文本要放在引号里",
        ),
        mend=("Put quotation marks around the text.", "请给这段文本加上引号。"),
        why=(
            "Some signs have a meaning of their own in YAML when they stand first.",
            "有些符号放在开头时，在 YAML 中另有含义。",
        ),
        bad="title: «@»work\n",
        good='title: "@work"\n',
    ),
    "unclosed-bracket": Entry(
        what=(
            "this {bracket} is not closed, or a comma is missing: it goes wrong in line {line}",
            "这个 {bracket} 没有闭合，或者缺了逗号：在第 {line} 行出错",
        ),
        mend=("Close it, and put a comma between its parts.", "请闭合它，各项之间用逗号隔开。"),
        why=(
            "Up to the closing bracket everything belongs to the list, the lines below too.",
            "在闭合的括号之前，后面各行都会被当成列表的一部分。",
        ),
        bad="customer: «{»name: Mr Bell, style: cooperative, wants: the parcel\n",
        good="customer: {name: Mr Bell, style: cooperative, wants: the parcel}\n",
    ),
    "stray-bracket": Entry(
        what=("{character} can't stand here", "{character} 不能放在这里"),
        mend=("Take it out, or put quotation marks around the text.", "请去掉它，或给整段文本加上引号。"),
        why=("A bracket that closes needs one that opened.", "有闭合的括号，就要有打开它的括号。"),
        bad="title: «}»\n",
        good='title: "}"\n',
    ),
    "missing-colon": Entry(
        what=("a key with a colon was expected here", "这里应当是带冒号的键"),
        mend=(
            "Write `key: value` with a blank behind the colon; indent a line that goes on with the text above.",
            "请写成 `键: 值`，英文冒号后加空格；若是接着上文的一行，请缩进。",
        ),
        why=(
            "A line is a key with its value, an item of a list, or goes on with the text above.",
            "每一行要么是键和值，要么是列表的一项，要么接着上面的文本。",
        ),
        bad="«minutes 5»\n",
        good="minutes: 5\n",
    ),
    "wide-colon": Entry(
        what=("this colon is a full-width one", "这是全角冒号"),
        mend=("Write `:` with a blank behind it.", "请用英文冒号 `:`，后面加空格。"),
        why=(
            "Behind a key stands `:`; input methods for Chinese write another sign that looks like it.",
            "键后面要用英文冒号；中文输入法打出的是另一个相似的符号。",
        ),
        bad="minutes«：»5\n",
        good="minutes: 5\n",
    ),
    "stray-colon": Entry(
        what=("a colon can't stand here", "冒号不能放在这里"),
        mend=(
            "Put quotation marks around a text that has a colon in it; line up keys that belong together.",
            "文本中有冒号时请加引号；并列的键请对齐。",
        ),
        why=(
            "A colon with a blank behind it makes a key of what stands before it.",
            "英文冒号后面加空格，会把前面的内容变成键。",
        ),
        bad="title: An example«:» the parcel\n",
        good='title: "An example: the parcel"\n',
    ),
    "not-yaml": Entry(
        what=("this can't be read as YAML ({detail})", "无法按 YAML 读取（{detail}）"),
        mend=("Compare it with a file that works.", "请与一个正常的文件对照。"),
        why=("Scenarios and rubrics are written in YAML.", "场景和评分标准用 YAML 书写。"),
    ),
    "anchor": Entry(
        what=("the anchor &{name} is not allowed", "不允许使用锚点 &{name}"),
        mend=(
            "Write things out where they are needed; a text that begins with & needs quotation marks.",
            "请在需要的地方写全；以 & 开头的文本要加引号。",
        ),
        why=_COPIES,
        bad="title: «&t» An example\n",
        good="title: An example\n",
    ),
    "alias": Entry(
        what=("the alias *{name} is not allowed", "不允许使用别名 *{name}"),
        mend=("Write it out; a text that begins with * needs quotation marks.", "请写全；以 * 开头的文本要加引号。"),
        why=_COPIES,
        bad="title: «*sigh»\n",
        good='title: "*sigh"\n',
    ),
    "tag": Entry(
        what=("the tag {tag} is not allowed", "不允许使用标签 {tag}"),
        mend=("Take it out; a text that begins with ! needs quotation marks.", "请去掉它；以 ! 开头的文本要加引号。"),
        why=(
            "The declaration says what each value is; a tag could make a program of it.",
            "每个值是什么由声明决定；标签可能让它变成程序。",
        ),
        bad="title: «!important» An example\n",
        good='title: "!important An example"\n',
    ),
    "merge-key": Entry(
        what=("merging with << is not allowed", "不允许用 << 合并"),
        mend=("Write the keys out.", "请把各个键写全。"),
        why=_COPIES,
        bad="customer:\n  «<<»: {name: Mr Bell}\n  name: Mr Bell\n  style: cooperative\n  wants: the parcel\n",
        good="customer:\n  name: Mr Bell\n  style: cooperative\n  wants: the parcel\n",
    ),
    "key-not-text": Entry(
        what=("a key must be a text", "键必须是文本"),
        mend=("Put quotation marks around it, or take the brackets away.", "请给它加引号，或去掉括号。"),
        why=("A key is a name; a list or further keys can't be one.", "键就是名称，列表或下一层的键不能用作名称。"),
        bad="«[»minutes]: 5\n",
        good="minutes: 5\n",
    ),
    "duplicate-key": Entry(
        what=("'{key}' is written twice; the first is in line {line}", "“{key}”写了两次，第一次在第 {line} 行"),
        mend=("Put both together, or rename one.", "请合并，或给其中一个改名。"),
        why=(
            "Of two values under one key, one would be lost without a word.",
            "同一个键写两个值，其中一个会悄悄丢失。",
        ),
        bad="title: An example\n«title»: Another title\n",
        good="title: An example\n",
    ),
}
