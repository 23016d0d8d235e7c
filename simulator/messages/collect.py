"""What `simulator collect` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.json": ("What was not taken in as JSON, one object a line.", "以 JSON 输出未收入的内容，每行一个对象。"),
    "help.trusted": (
        "Take in what instructors said too (marks changed by hand, comments, grades, answers): only from a log that no "
        "trainee could write.",
        "连同教师的批注（人工改分、评语、评级、答复）一并收入：只用于学员无法改写的记录。",
    ),
    "instructors": (
        "{path}: {count} entries that only an instructor may add were left. --trusted takes them in too.",
        "{path}：有 {count} 条只有教师才能添加的批注未收入。加上 --trusted 可一并收入。",
    ),
    "progress": ("Collecting {path}", "正在汇集 {path}"),
    "nothing": ("No session log in {path}.", "{path} 中没有演练记录。"),
    "own": ("{path} is the log that is collected into.", "{path} 就是汇集到的那份记录。"),
    "stream.session": ("session {id}", "演练 {id}"),
    "stream.sitting": ("sitting {id}", "考核 {id}"),
    "stream.entries": ("entry about {id}", "关于 {id} 的批注"),
    "not_taken": ("{path}: {what}: {why}", "{path}：{what}：{why}"),
    "why.conflict": (
        "another one with this id is here, and stays: they differ from number {seq} on",
        "这里已有同一编号的另一份，保持不动：从第 {seq} 条起不同",
    ),
    "why.conflict_root": (
        "another one with this id is here, and stays: they began otherwise",
        "这里已有同一编号的另一份，保持不动：两者开头就不同",
    ),
    "why.damaged": ("damaged at number {seq}", "第 {seq} 条已损坏"),
    "why.damaged_root": ("damaged", "已损坏"),
    "why.erased": ("was erased here, and does not come back", "已在这里抹除，不再收回"),
    "why.lacking": ("rests on something that is missing", "所依据的内容缺失"),
    "not_whole": (
        "{path}: the file is damaged, or was copied while it was being written. What is sound was taken in; "
        "copy it again and collect it once more.",
        "{path}：文件已损坏，或在写入途中被复制。完好的部分已经收入；请重新复制后再汇集一次。",
    ),
    "broke_off": ("{path}: could not be read to its end: {reason}", "{path}：未能读到末尾：{reason}"),
    "twice": (
        "{assessment}, seat {seat}: attempt {attempt} was sat {times} times, on machines that did not know of each "
        "other. All are kept, and the mark is made of all of them: look which should count.",
        "{assessment}，座位 {seat}：第 {attempt} 次在互不知情的机器上考了 {times} 回。"
        "全部保留，都计入成绩：请查看该算哪一回。",
    ),
    "done": (
        "{path}: {new} sessions new, {longer} gone on with, {same} here already, {conflict} in conflict, "
        "{damaged} damaged; {sittings} sittings and {entries} entries new.",
        "{path}：{new} 次演练新收入，{longer} 次有后续，{same} 次已有，{conflict} 次冲突，{damaged} 次损坏；"
        "新收入 {sittings} 场考核、{entries} 条批注。",
    ),
}
