"""What `simulator verify` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.jobs": ("How many cores work on it; 0 for all.", "使用几个处理器核心；0 表示全部。"),
    "help.json": ("The findings as JSON.", "以 JSON 输出发现的问题。"),
    "help.receipts": (
        "Also hold a file with receipts against the log: any text in which a line has an id and a hash.",
        "同时用回执文件核对记录：任何文本皆可，一行里有编号和校验值即可。",
    ),
    "progress": ("Verifying", "核对中"),
    # Each finding: place, then what.
    "place.session": ("session {id}", "演练 {id}"),
    "place.sitting": ("sitting {id}", "考核 {id}"),
    "place.entries": ("entries about {id}", "关于 {id} 的批注"),
    "place.assessment": ("assessment {id}", "考核卷 {id}"),
    "place.text": ("text {id}", "文本 {id}"),
    "number": ("{place}, number {seq}", "{place}，第 {seq} 条"),
    "finding": ("{place}: {what}", "{place}：{what}"),
    "code.root": (
        "how it began is not as it was logged: who, when, the scenario, the rubric or the engine version was altered",
        "开头与当时的记录不符：学员、时间、场景、评分标准或引擎版本被改动过",
    ),
    "code.altered": ("not as it was logged", "与当时记录的内容不符"),
    "code.missing": ("missing", "缺失"),
    "code.missing_many": ("missing, and all up to number {last}", "缺失，直到第 {last} 条"),
    "code.reordered": ("out of its place: it was logged as number {was}", "位置不对：当时记录的是第 {was} 条"),
    "code.end": (
        "ends otherwise than it did: number {last} was the last",
        "结尾与当时不符：当时最后一条是第 {last} 条",
    ),
    "code.summary": (
        "what lists show of it (turns, mood, score) is not what its events say",
        "列表所显示的内容（轮数、怒气、得分）与其记录不符",
    ),
    "code.result": ("its result is not one that can be read", "其总评无法读取"),
    "code.missing_session": (
        "the session it speaks of is gone: {session}",
        "所指的演练不见了：{session}",
    ),
    "code.text": ("altered: it no longer has the digest that it is kept by", "被改动过：内容与其摘要不符"),
    "code.assessment": (
        "what it rests on (file, scenarios, rubric) is not what it was added with",
        "所依据的内容（文件、场景、评分标准）与加入时不符",
    ),
    "code.unreadable": ("can't be played again: {reason}", "无法重演：{reason}"),
    "code.differs_score": (
        "the score in the log is not the one that this reply gets",
        "记录中的评分与这条回复应得的不同",
    ),
    "code.differs_play": (
        "what happened in the log is not what this scenario makes of the reply",
        "记录中的走向与场景对这条回复的反应不同",
    ),
    "code.differs_record": (
        "the complaint record's score in the log is not the one that it gets",
        "记录中投诉记录单的评分与应得的不同",
    ),
    "code.differs_result": (
        "the session's score in the log is not the one that its replies make",
        "记录中的总评与各条回复应得的不同",
    ),
    "code.differs_rescored": (
        "the mark kept from scoring anew is not the one that the replies get by that rubric",
        "重新评分后记入的成绩与各条回复按该标准应得的不同",
    ),
    "code.receipt": (
        "the receipt does not fit: what was handed in then is not what is in the log now",
        "回执不符：当时交上的内容与现在的记录不同",
    ),
    "code.receipt_unknown": ("there is a receipt for it, but it is not in the log", "有回执，但记录中没有"),
    "other_engine": (
        "{count} sessions were scored by another version of the simulator ({version}; this is {own}): "
        "their chains were checked, their scores not compared.",
        "有 {count} 次演练由其他版本的模拟器评分（{version}；本版本为 {own}）：已核对其链条，未比较评分。",
    ),
    "rescored": (
        "Marks kept from scoring anew: {count} worked out again.",
        "重新评分后记入的成绩：{count} 份已重新核算。",
    ),
    "other_rescored": (
        "{count} marks were kept from scoring anew by another version of the simulator: not compared.",
        "有 {count} 份成绩由其他版本的模拟器重新评分后记入：未作比较。",
    ),
    "late": (
        "{count} sessions come from an older log and were chained only when it was brought up to date: "
        "what was changed before that can't be seen.",
        "有 {count} 次演练来自旧版记录，升级时才补上链条：在那之前的改动无法看出。",
    ),
    "done": (
        "{path}: {sessions} sessions, {replayed} played again with the same scores, {sittings} sittings, "
        "{receipts} receipts. Nothing altered.",
        "{path}：{sessions} 次演练，{replayed} 次重演得分一致，{sittings} 场考核，{receipts} 张回执。没有改动。",
    ),
    "found": (
        "{path}: found {findings}, looked through: sessions {sessions}, sittings {sittings}, receipts {receipts}.",
        "{path}：在 {sessions} 次演练、{sittings} 场考核、{receipts} 张回执中发现 {findings} 处问题。",
    ),
    "no_receipts": ("{path} can't be read: {reason}.", "无法读取 {path}：{reason}。"),
}
