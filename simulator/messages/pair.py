"""What `simulator pair` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.mark": (
        "Say that this file, or every one in this folder, is up to its twin in the other language; from then on it "
        "follows that one.",
        "标记此文件（或此文件夹中的每个文件）已与另一语言的文件一致；从此以那个文件为准。",
    ),
    "nothing": ("There is nothing at {path}.", "{path} 不存在。"),
    "no_twin": (
        "{path} has no twin: the same file name in the folder of the other language (en, zh).",
        "{path} 没有对应文件：应在另一语言的文件夹（en、zh）里有同名文件。",
    ),
    "broken": ("{path} has errors: `simulator check` tells which.", "{path} 有错误，用 `simulator check` 查看。"),
    "marked": ("{path} is marked as up to {twin}.", "已标记 {path} 与 {twin} 一致。"),
    "column.scenario": ("SCENARIO", "场景"),
    "column.languages": ("LANGUAGES", "语言"),
    "column.differs": ("DIFFERS", "差异"),
    "column.stale": ("STALE", "过期"),
    "column.state": ("", ""),
    "state.alone": ("the other language is missing", "缺少另一语言"),
    "state.unreadable": ("has errors: see `simulator check`", "有错误，见 `simulator check`"),
    "state.sound": ("up to date", "一致"),
    "state.unmarked": ("alike; not marked yet", "结构一致，尚未标记"),
    "state.see_check": ("see `simulator check`", "见 `simulator check`"),
}
