"""What `simulator log` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.list": ("List the sessions, newest first.", "列出演练，最近的在前。"),
    "help.show": (
        "Show a session as a transcript with levels, evidence, mood and times. SESSION is its id or how the id begins.",
        "按对话显示一次演练，附等级、依据、怒气和时间。SESSION 是编号或编号的开头几位。",
    ),
    "help.plan": (
        "Write a session as a plan that `simulator rehearse --plan` plays again.",
        "把一次演练写成计划，可用 `simulator rehearse --plan` 重演。",
    ),
    "help.export": ("Write sessions out as data or text.", "把演练导出为数据或文本。"),
    "help.json": ("As JSON.", "以 JSON 输出。"),
    "help.format": (
        "jsonl: every event; csv: a row per turn, for spreadsheets; text: transcripts.",
        "jsonl：逐个事件；csv：每轮一行，供电子表格用；text：对话全文。",
    ),
    "help.session": ("Only this session.", "只导出这一次演练。"),
    "help.output": ("Write to a file instead of the screen.", "写入文件，不输出到屏幕。"),
    "empty": ("No sessions yet.", "还没有演练记录。"),
    "column.session": ("SESSION", "编号"),
    "column.started": ("STARTED", "开始时间"),
    "column.trainee": ("TRAINEE", "学员"),
    "column.scenario": ("SCENARIO", "场景"),
    "column.lang": ("LANG", "语言"),
    "column.turns": ("TURNS", "轮数"),
    "column.state": ("STATE", "状态"),
    "column.score": ("SCORE", "得分"),
    "at": ("at {beat}", "停在 {beat}"),
    "unknown": ("No session's id begins with {session}.", "没有编号以 {session} 开头的演练。"),
    "did_you_mean": ("Did you mean {sessions}?", "是不是 {sessions}？"),
    "see_list": ("`simulator log list` shows them all.", "用 `simulator log list` 查看全部。"),
    "ambiguous": (
        "Several sessions begin with {session}: {sessions}. Give more of the id.",
        "有多次演练的编号以 {session} 开头：{sessions}。请多写几位。",
    ),
    "cannot_write": ("{path} can't be written: {reason}.", "无法写入 {path}：{reason}。"),
}
