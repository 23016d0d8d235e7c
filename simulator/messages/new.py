"""What `simulator new` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.assessment": ("An assessment with its roster instead of a scenario.", "新建考核和名单，而不是场景。"),
    "help.kind": ("What the complaint is about.", "投诉的是什么。"),
    "help.style": ("How the customer fights.", "客户怎么发火。"),
    "help.difficulty": ("How hard it is to be.", "难度。"),
    "help.lang": (
        "The language of its texts and comments: en, zh or zh-Hant. Without it, the screens'.",
        "文字和注释的语言：en、zh 或 zh-Hant。不写时用界面的语言。",
    ),
    "help.output": (
        "The file to write. Without it: scenarios/LANG/ID.yaml, or assessments/ID.yaml.",
        "要写的文件。不写时为 scenarios/语言/编号.yaml 或 assessments/编号.yaml。",
    ),
    "bad_id": (
        "{id} can't be an id: it takes a letter, then letters, digits, - and _, 64 at the most, such as late-fridge.",
        "{id} 不能作编号：以英文字母开头，后面是字母、数字、- 或 _，最多 64 个，例如 late-fridge。",
    ),
    "exists": (
        "{path} is already there and is left as it is. Take another id, or --output for another file.",
        "{path} 已经存在，没有改动。请换一个编号，或用 --output 指定别的文件。",
    ),
    "unwritable": ("{path} can't be written: {reason}.", "无法写入 {path}：{reason}。"),
    "next_assessment": (
        "An assessment that works, and its roster. Change both, then: simulator check {path}",
        "这是一份能直接使用的考核和名单。改好以后运行：simulator check {path}",
    ),
    "next": (
        "A small scenario that works. Write your own over it while it plays: simulator play {path} --watch",
        "这是一个能直接演练的小场景。一边演练一边改成您自己的：simulator play {path} --watch",
    ),
}
