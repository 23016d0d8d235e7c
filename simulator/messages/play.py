"""What `simulator play` says before the screen opens."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.watch": (
        "For authors: go on with the new version whenever the file is saved.",
        "供作者用：每次保存文件，都接着用新版本演练。",
    ),
    "help.rubric": ("Judge by this rubric: its id or its file.", "按这份评分标准评分：id 或文件。"),
    "help.from": ("For authors: begin at this beat.", "供作者用：从这个情节开始。"),
    "help.mood": ("For authors: begin in this mood, 0 to 100.", "供作者用：以这个怒气值开始，0 到 100。"),
}
