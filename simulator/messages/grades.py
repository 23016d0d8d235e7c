"""What `simulator grades` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.assessment": (
        "ASSESSMENT is a file or an id of the log; without it, the scenarios that were practised.",
        "ASSESSMENT 是考核文件或记录中的考核编号；不写则导出平时演练的场景。",
    ),
    "help.format": (
        "moodle: grade import; canvas: gradebook; canvas-rubric: the rubric itself; canvas-criteria: each "
        "criterion's points for Canvas's rubric; nbgrader: as its export; "
        "long: a row per criterion and rater; xlsx: a workbook.",
        "moodle：成绩导入；canvas：成绩册；canvas-rubric：评分标准本身；canvas-criteria："
        "各项标准在 Canvas 评分标准中的得分；nbgrader：同其导出；"
        "long：每项标准、每位评分者一行；xlsx：工作簿。",
    ),
    "help.counts": (
        "Which attempt counts: best, last or first; by default what the assessment says, for practice the best.",
        "计哪一次的成绩：best 最好、last 最后、first 第一次；默认按考核规定，平时演练取最好。",
    ),
    "help.group": ("Only this group.", "只导出这个组。"),
    "help.rubric": (
        "For canvas-rubric and canvas-criteria: another rubric than the assessment's, by its id or path.",
        "用于 canvas-rubric 和 canvas-criteria：不用考核的评分标准而用这一份，写编号或路径。",
    ),
    "help.students": (
        "For canvas-criteria: the gradebook that Canvas exports, for the numbers that it knows people by.",
        "用于 canvas-criteria：从 Canvas 导出的成绩册，用来查各人在 Canvas 中的编号。",
    ),
    "help.output": ("Write to a file instead of the screen.", "写入文件，不输出到屏幕。"),
    "no_assessment": (
        "Neither a file nor the log has an assessment called {assessment}. The log has: {known}.",
        "文件和记录中都没有名为 {assessment} 的考核。记录中有：{known}。",
    ),
    "none": ("none", "无"),
    "no_group": ("Nobody is in the group {group}. Groups: {known}.", "组 {group} 中没有人。现有的组：{known}。"),
    "nobody": ("There are no marks yet.", "还没有成绩。"),
    "needs_file": (
        "A workbook can't be shown on a screen: add --output FILE.xlsx.",
        "工作簿无法显示在屏幕上：请加 --output FILE.xlsx。",
    ),
    "needs_students": (
        "Canvas goes by numbers of its own here: export its gradebook (Grades, Export) and add --students FILE.csv.",
        "这里 Canvas 只认自己的编号：请导出 Canvas 的成绩册（Grades，Export），并加 --students FILE.csv。",
    ),
    "needs_assessment": (
        "A rubric in Canvas belongs to one assignment: say which assessment.",
        "Canvas 的评分标准属于一项作业：请写明是哪次考核。",
    ),
    "no_students": ("{path} can't be read: {reason}.", "无法读取 {path}：{reason}。"),
    "bad_students": (
        "{path} is no gradebook that Canvas exported: it needs the columns ID and SIS User ID or SIS Login ID.",
        "{path} 不是从 Canvas 导出的成绩册：需要 ID 列以及 SIS User ID 或 SIS Login ID 列。",
    ),
    "not_in_canvas": ("Not in Canvas's gradebook, and left out: {ids}.", "不在 Canvas 的成绩册中，未导出：{ids}。"),
    "mean_replies": (
        "Mean level {level} of 3, in {replies} replies.",
        "平均 {level} 级（最高 3 级），共 {replies} 条回复。",
    ),
    "mean_session": ("Mean level {level} of 3.", "平均 {level} 级（最高 3 级）。"),
    "needs_openpyxl": (
        "Workbooks need openpyxl: pip install 'angry-customer-simulator[xlsx]'.",
        "工作簿需要 openpyxl：pip install 'angry-customer-simulator[xlsx]'。",
    ),
    "told": (
        "People: {people}. With a mark: {marked}. Changed by hand: {by_hand}. To be looked at again: {look_again}.",
        "人数：{people}。有成绩：{marked}。人工改过：{by_hand}。需要复核：{look_again}。",
    ),
    "going": (
        "Sittings that are not over and not counted: {going}. "
        "`simulator assess FILE --settle` ends those whose time is up.",
        "尚未结束、未计入的考核：{going}。`simulator assess FILE --settle` 会结束其中时间已到的。",
    ),
    "level": ("Level {level}", "{level} 级"),
    "over_replies": ("Judged in every reply that gives a chance for it.", "在每条有机会体现的回复中评定。"),
    "over_session": ("Judged over the whole session.", "按整次演练评定。"),
    "strengths": ("Strengths: {words}", "优点：{words}"),
    "weaknesses": ("Weaknesses: {words}", "不足：{words}"),
    "sheet.marks": ("Marks", "成绩"),
    "sheet.criteria": ("Criteria", "各项标准"),
    "column.assessment": ("Assessment", "考核"),
    "column.id": ("ID", "编号"),
    "column.name": ("Name", "姓名"),
    "column.group": ("Group", "组"),
    "column.score": ("Score", "得分"),
    "column.passed": ("Passed", "通过"),
    "column.automatic": ("Score by the engine", "引擎评分"),
    "column.attempt": ("Attempt that counts", "计入的次数"),
    "column.attempts": ("Attempts", "参加次数"),
    "column.ended": ("Ended (UTC)", "结束时间（UTC）"),
    "column.look_again": ("To be looked at again", "需要复核"),
    "column.grade": ("Grade", "等第"),
    "column.feedback": ("Feedback", "评语"),
}  # fmt: skip
