"""What `simulator rehearse` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.replies": (
        "A file with one reply per line, - for stdin; a blank line is silence.",
        "回复文件，每行一条；- 表示标准输入；空行表示沉默。",
    ),
    "help.quality": (
        "Reply with the scenario's own exemplars of this quality.",
        "用场景自带的这一档示范回复来演练。",
    ),
    "help.rubric": ("Judge by another rubric.", "改用另一份评分标准。"),
    "help.json": ("Print JSON.", "输出 JSON。"),
    "help.strict": ("Replies left over are an error.", "有多余的回复时视为错误。"),
    "one_source": (
        "Say where the replies come from: either --replies FILE (or -), or --quality.",
        "请指明回复从哪里来：--replies 文件（或 -），或者 --quality，二选一。",
    ),
    "cannot_read": ("The replies can't be read: {path} ({reason}).", "无法读取回复：{path}（{reason}）。"),
    "not_utf8": (
        "{path}, line {line}: this is not UTF-8 text. Save the file as UTF-8 and try again.",
        "{path} 第 {line} 行不是 UTF-8 文本。请将文件存为 UTF-8 后再试。",
    ),
    "left_over": (
        "The play ended before all replies were used; left over: {count}.",
        "回复还没用完，演练已经结束，剩余条数：{count}。",
    ),
    "unfinished": ("Unfinished: the replies ran out.", "未完成：回复已用完。"),
    "reply": ("Reply:", "回复："),
}
