"""What `simulator check`, `list`, `schema` and `explain` say."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.format": ("text, or json for other programs.", "text，或供其他程序用的 json。"),
    "help.exemplars": (
        "Whether exemplars and the plans beside scenarios are played; that takes most of the time.",
        "是否试演示范回复和场景旁的计划；这最费时间。",
    ),
    "help.lint": (
        "Tell notes as well: cues worth another look, which may well be meant.",
        "连同提示（note）一起列出：值得再看一眼、但也可能是有意为之的线索。",
    ),
    "help.rubric": ("The rubric that scenarios are judged by.", "场景所用的评分标准。"),
    "did_you_mean": ("did you mean '{name}'?", "是不是“{name}”？"),
    "did_you_mean_line": ("did you mean '{name}' (line {line})?", "是不是“{name}”（第 {line} 行）？"),
    "fine": ("Files checked: {files}. No problems.", "已检查文件 {files} 个，没有问题。"),
    "found": (
        "Files checked: {files}. Errors: {errors}, warnings: {warnings}. `simulator explain CODE` tells more.",
        "已检查文件 {files} 个：错误 {errors}，警告 {warnings}。用 `simulator explain 代码` 查看说明。",
    ),
    "noted": (
        "Files checked: {files}. Errors: {errors}, warnings: {warnings}, notes: {notes}. "
        "`simulator explain CODE` tells more.",
        "已检查文件 {files} 个：错误 {errors}，警告 {warnings}，提示 {notes}。用 `simulator explain 代码` 查看说明。",
    ),
    "nothing": ("There is no YAML file in {path}.", "{path} 中没有 YAML 文件。"),
    "list.help.json": ("As JSON.", "以 JSON 输出。"),
    "list.broken": (
        "{path} is left out, because it can't be read as a scenario: `simulator check` tells why.",
        "{path} 无法作为场景读取，没有列出；用 `simulator check` 查看原因。",
    ),
    "list.empty": ("There are no scenarios.", "没有场景。"),
    "list.column.id": ("SCENARIO", "场景"),
    "list.column.lang": ("LANG", "语言"),
    "list.column.difficulty": ("DIFFICULTY", "难度"),
    "list.column.kind": ("KIND", "类型"),
    "list.column.title": ("TITLE", "标题"),
    "explain.help.all": ("All codes, as Markdown.", "全部代码，Markdown 格式。"),
    "explain.unknown": ("No problem has the code {code}.", "没有代码为 {code} 的问题。"),
    "explain.see": ("`simulator explain` lists them all.", "用 `simulator explain` 查看全部。"),
    "explain.mend": ("How to mend it:", "怎么改："),
    "explain.otherwise": (
        "To take it otherwise in a folder: `check: {{{code}: off}}` in its `check.yaml` (error, warning, note or off).",
        "要在某个文件夹里改变它的严重程度：在该文件夹的 `check.yaml` 中写 `check: {{{code}: off}}`"
        "（error、warning、note 或 off）。",
    ),
    "explain.fixed": (
        "It keeps a file from being used, so no folder's `check.yaml` can take {code} lighter.",
        "它会使文件无法使用，任何文件夹的 `check.yaml` 都不能放宽 {code}。",
    ),
    "explain.bad": ("This is wrong:", "错误写法："),
    "explain.good": ("This is right:", "正确写法："),
    "explain.title": ("Problems in scenarios and rubrics", "场景和评分标准中的问题"),
    "explain.about": (
        "What `simulator check` finds, by code. The examples show only what matters; the rest of the file is sound. "
        "An error keeps a file from being used, or surely is not meant; a warning may be meant; a note is told with "
        "`--lint` only. A folder's `check.yaml` can take a kind of problem otherwise (docs/soundness.md).",
        "`simulator check` 能查出的问题，按代码排列。示例只写要紧的部分，文件其余部分都是正确的。"
        "错误（error）表示文件不能用，或一定不是本意；警告（warning）表示也可能是有意为之；"
        "提示（note）只在加 `--lint` 时列出。"
        "文件夹里的 `check.yaml` 可以改变某类问题的严重程度（见 docs/soundness.md）。",
    ),
    "explain.made_by": (
        "Made by `simulator --lang en explain --all`; edit `simulator/messages/problems/` instead.",
        "由 `simulator --lang zh explain --all` 生成；要改请改 `simulator/messages/problems/`。",
    ),
}
