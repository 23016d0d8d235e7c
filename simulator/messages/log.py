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
        "jsonl: every event; csv: a row per turn, for spreadsheets; text: transcripts; research: all that the log has, "
        "with marks, entries and sittings, as JSON lines; xapi: statements for a learning record store.",
        "jsonl：逐个事件；csv：每轮一行，供电子表格用；text：对话全文；research：记录中的全部内容，"
        "含成绩、批注和考核，每行一个 JSON；xapi：供学习记录库使用的语句。",
    ),
    "help.pseudonyms": (
        "Codes in place of names, made with the secret in this file; without the file a new secret is made.",
        "用代码代替姓名，代码由此文件中的密钥生成；文件不存在时新建密钥。",
    ),
    "help.home_page": (
        "For xapi: the web address that the trainees' accounts belong to, such as https://college.example.",
        "用于 xapi：学员账号所属的网址，例如 https://college.example。",
    ),
    "no_pseudonyms": (
        "--pseudonyms is for jsonl, research and xapi, not for {form}.",
        "--pseudonyms 只用于 jsonl、research 和 xapi，不用于 {form}。",
    ),
    "no_irl": ("--home-page takes a web address, not {given}.", "--home-page 需要一个网址，而不是 {given}。"),
    "key_made": (
        "Made a new secret in {path}. Whoever has it can tell who is behind a code: keep it apart from what you pass "
        "on.",
        "已在 {path} 中新建密钥。持有密钥者可以认出代码背后的人：请与对外提供的数据分开保存。",
    ),
    "key_unreadable": ("The secret in {path} can't be used: {reason}.", "无法使用 {path} 中的密钥：{reason}。"),
    "key_short": (
        "{path} has no secret: at least {least} bytes are needed.",
        "{path} 中没有密钥：至少需要 {least} 个字节。",
    ),
    "help.session": ("Only this session.", "只导出这一次演练。"),
    "help.output": ("Write to a file instead of the screen.", "写入文件，不输出到屏幕。"),
    "help.erase": (
        "Remove a trainee (seat or name) with all sessions, sittings and entries, for good.",
        "彻底抹除一名学员（座位号或姓名）及其全部演练、考核和批注。",
    ),
    "help.yes": ("Don't ask.", "不再询问。"),
    "help.roles": (
        "Show the SQL that says who may do what in a log in PostgreSQL.",
        "显示规定 PostgreSQL 演练记录中各角色权限的 SQL。",
    ),
    "help.apply": ("Run it on the log given by --store.", "在 --store 指定的记录上执行。"),
    "erase.nobody": ("Nothing in the log is {trainee}'s.", "记录中没有属于 {trainee} 的内容。"),
    "erase.needs_yes": ("Nobody can be asked here: add --yes.", "此处无法询问：请加上 --yes。"),
    "erase.sure": (
        "Remove {trainee} for good: {sessions} sessions, {sittings} sittings, {entries} entries?",
        "彻底抹除 {trainee}：{sessions} 次演练、{sittings} 场考核、{entries} 条批注？",
    ),
    "erase.done": (
        "Removed {trainee}: {sessions} sessions, {sittings} sittings, {entries} entries.",
        "已抹除 {trainee}：{sessions} 次演练、{sittings} 场考核、{entries} 条批注。",
    ),
    "erase.remains": (
        "What remains in {path}: the time of this, and the random ids of what was removed, so that no copy brings "
        "it back. Not reached: backups, copies on sticks and shares, the roster, reports and files written before.",
        "{path} 中仅保留：抹除时间，以及所抹除内容的随机编号，以免副本将其带回。"
        "无法触及：备份、优盘和共享文件夹中的副本、此前写出的报告和文件、名单。",
    ),
    "erase.elsewhere": (
        "An entry about someone else speaks of this name, and stays: {entry}.",
        "有一条关于他人的批注提到此名，予以保留：{entry}。",
    ),
    "erase.receipt": ("Removed too, a receipt: {path}.", "一并删除回执：{path}。"),
    "erase.file": ("This file has the name, and stays: {path}.", "此文件中有该名字，予以保留：{path}。"),
    "erase.not_scrubbed": (
        "Another program has the log open, so that old pages may still be in {path}. Close it and erase once more.",
        "另一个程序正打开着记录，{path} 中可能还有旧页。请关闭该程序后再抹除一次。",
    ),
    "roles.needs_store": (
        "Roles are for a log in PostgreSQL: give its address with --store.",
        "角色只用于 PostgreSQL 中的记录：请用 --store 给出地址。",
    ),
    "roles.done": ("The roles are set up in {path}.", "已在 {path} 中设好各角色。"),
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
    "no_such_session": (
        "{trainee} has no session of {scenario}. `simulator log list` shows them all.",
        "{trainee} 没有演练过 {scenario}。用 `simulator log list` 查看全部。",
    ),
    "did_you_mean": ("Did you mean {sessions}?", "是不是 {sessions}？"),
    "see_list": ("`simulator log list` shows them all.", "用 `simulator log list` 查看全部。"),
    "ambiguous": (
        "Several sessions begin with {session}: {sessions}. Give more of the id.",
        "有多次演练的编号以 {session} 开头：{sessions}。请多写几位。",
    ),
    "cannot_write": ("{path} can't be written: {reason}.", "无法写入 {path}：{reason}。"),
}
