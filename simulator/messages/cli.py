"""What the commands say."""

TEXTS: dict[str, tuple[str, str]] = {
    "help": (
        "Practise answering angry customers. Without a command it opens the trainee's home screen.",
        "练习应对愤怒的客户。不带命令时打开学员主界面。",
    ),
    "help.play": ("Play one scenario.", "演练一个场景。"),
    "help.assess": ("Sit an assessment.", "参加考核。"),
    "help.serve": ("Serve an assessment to a class in the browser.", "让全班在浏览器里参加考核。"),
    "help.list": ("List the scenarios.", "列出场景。"),
    "help.new": ("Begin a scenario of your own.", "新建一个自己的场景。"),
    "help.rehearse": ("Play a scenario without a screen, one reply per line.", "不开界面演练，每行一条回复。"),
    "help.check": ("Check scenarios and rubrics for problems.", "检查场景和评分标准中的问题。"),
    "help.graph": (
        "Show a scenario at a glance: ways, endings, where hope is lost.",
        "一览场景：去路、结局，以及在哪里无法挽回。",
    ),
    "help.pair": (
        "Compare the two languages of the scenarios: what is missing, what is stale.",
        "对照场景的两种语言：缺什么、哪些已过期。",
    ),
    "help.explain": ("Explain a problem that check found.", "解释检查出的问题。"),
    "help.score": ("Score replies outside any scenario.", "在场景之外给回复评分。"),
    "help.harvest": (
        "Find wordings that people credited and no cue caught.",
        "找出得到人工认可、但没有线索能识别的说法。",
    ),
    "help.schema": ("Write the JSON Schema for editors.", "输出供编辑器使用的 JSON Schema。"),
    "help.log": ("Read the session log.", "查看演练记录。"),
    "help.verify": (
        "Verify session logs: every chain, every score, every receipt.",
        "核对演练记录：每条链、每个评分、每张回执。",
    ),
    "help.collect": (
        "Collect session logs from sticks and shares into the own one.",
        "把优盘和共享文件夹里的演练记录汇集到自己的记录中。",
    ),
    "help.desk": (
        "The instructor's desk: who is where, marks changed by hand, comments, grades, disputes.",
        "教师台：谁进行到哪里，人工改分、评语、评级、申诉。",
    ),
    "help.mark": (
        "Change a mark by hand, comment, grade, answer disputes.",
        "人工改分、写评语、评级、答复申诉。",
    ),
    "help.dispute": ("Dispute a mark, or read the answer.", "对成绩提出申诉，或查看答复。"),
    "help.report": (
        "Write a trainee's or a class's report, as one HTML file or as text.",
        "写出学员或班级的报告：单个 HTML 文件或文本。",
    ),
    "help.grades": (
        "Write marks for Moodle, Canvas, nbgrader, spreadsheets and statistics.",
        "导出成绩：供 Moodle、Canvas、nbgrader、电子表格和统计使用。",
    ),
    "help.rescore": (
        "Score sessions anew by another rubric: who moves, on what, by which rule, before anything is kept.",
        "按另一评分标准重新评分：记入之前先看谁变了、变在哪项、由哪条规则。",
    ),
    "help.insight": (
        "Look at a class whole: difficulty, discrimination, reliability, common misses, service indicators, progress.",
        "看全班：难度、区分度、信度、常见不足、服务指标、逐周进展。",
    ),
    "help.calibrate": (
        "Several people rate the same replies blind: how far they agree, and the engine with them.",
        "多人盲评同一批回复：人与人、引擎与人的一致程度。",
    ),
    "help.data_dir": ("Where the session log lives.", "演练记录所在的文件夹。"),
    "help.store": (
        "A session log in PostgreSQL instead: postgresql://user@host/database.",
        "改用 PostgreSQL 中的演练记录：postgresql://用户@主机/数据库。",
    ),
    "bad_store": (
        "--store takes the address of a PostgreSQL database, such as postgresql://user@host/database. "
        "For a log in a folder use --data-dir.",
        "--store 需要 PostgreSQL 数据库的地址，例如 postgresql://用户@主机/数据库。记录放在文件夹里时请用 --data-dir。",
    ),
    "help.lang": ("en or zh (zh-Hant for Traditional).", "en 或 zh（繁体用 zh-Hant）。"),
    "output_full": (
        "The disk that the output goes to is full; what was written is not complete.",
        "输出所在的磁盘已满，写出的内容不完整。",
    ),
    "stopped": ("Stopped.", "已中断。"),
}
