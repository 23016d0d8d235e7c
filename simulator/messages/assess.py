"""What an assessment says to those who sit it and to those who run it."""

TEXTS: dict[str, tuple[str, str]] = {
    # The command
    "help.seat": ("The seat: its id or code in the roster.", "座位：名单里的学号或座位码。"),
    "help.replies": (
        "Sit it for the class without a screen: replies from a file, one JSON object a line (- for stdin).",
        "不开界面，替全班应考：从文件读取回复，每行一个 JSON 对象（- 表示标准输入）。",
    ),
    "help.jobs": (
        "With --replies: how many cores work on it; 0 for all.",
        "与 --replies 同用：用几个核心；0 表示全部。",
    ),
    "help.settle": (
        "End the sittings whose time is up and to which nobody came back, as if they had; write their receipts.",
        "把时间已到、却没有人回来的考核按规则结束，并写出回执。",
    ),
    "one_of": ("Only one of --seat, --replies and --settle.", "--seat、--replies、--settle 只能用一个。"),
    "settled": (
        "Sittings brought to their end: {seats}. Not over yet: {going}.",
        "已结束的考核：{seats} 场。尚未结束：{going} 场。",
    ),
    # Who may sit down
    "unknown_seat": (
        "This is no seat of this assessment. Type the id or code you were given.",
        "这次考核没有这个座位。请输入发给你的学号或座位码。",
    ),
    "not_open": ("It opens at {opens} ({zone}).", "{opens}（{zone}）开放。"),
    "closed": ("It was closed at {closes} ({zone}).", "已于 {closes}（{zone}）截止。"),
    "used_up": ("You have sat it already. Attempts allowed: {attempts}.", "你已经考过了。可考次数：{attempts}。"),
    # A class from a file
    "progress": ("Sitting", "应考中"),
    "line": ("Line {line}: {what}", "第 {line} 行：{what}"),
    "line.not_an_object": (
        'The line must be a JSON object: {"seat": ..., "scenario": ..., "replies": [...]}.',
        '这一行必须是一个 JSON 对象：{"seat": ..., "scenario": ..., "replies": [...]}。',
    ),
    "line.unknown_seat": ("No seat of the roster has the id {seat}.", "名单里没有学号 {seat}。"),
    "line.meant_seat": (
        "No seat of the roster has the id {seat}; did you mean {meant}?",
        "名单里没有学号 {seat}；是不是 {meant}？",
    ),
    "line.which": (
        "`scenario` is missing: {seat} sits {plan}.",
        "缺少 `scenario`：{seat} 要做 {plan}。",
    ),
    "line.not_in_plan": ("{seat} does not sit {scenario}, but {plan}.", "{seat} 不做 {scenario}，而是做 {plan}。"),
    "line.twice": (
        "{seat} has answers in {scenario} already (line {line}).",
        "{seat} 在 {scenario} 里已有回复（第 {line} 行）。",
    ),
    "line.long_reply": (
        "`{field}` has {length} characters; {limit} is the most.",
        "`{field}` 有 {length} 个字符，上限是 {limit}。",
    ),
    "line.many_replies": (
        "`replies` holds {count} of them; {limit} is the most.",
        "`replies` 里有 {count} 条回复，上限是 {limit}。",
    ),
    "line.bad_seconds": (
        "`{field}` must be a number of seconds, 0 or more.",
        "`{field}` 必须是秒数，不小于 0。",
    ),
    "left_over": (
        "Line {line}: replies left over, because the conversation had ended: {count}.",
        "第 {line} 行：对话已经结束，多出 {count} 条回复没有用到。",
    ),
    "held": (
        "Not sat, because a line of it, or one that may be its own, can't be used. Mend the file and run it again.",
        "没有应考：它的某一行（或可能属于它的一行）无法使用。请改好文件，再运行一次。",
    ),
    "being_sat": ("It is being sat, or was sat with other replies.", "正在应考，或已用别的回复考过。"),
    "refused": ("Seat {seat}: {why}", "座位 {seat}：{why}"),
    "sat": (
        "Seats sat: {seats}. Seats without answers: {absent}.",
        "已应考座位 {seats} 个，没有回复的座位 {absent} 个。",
    ),
    "not_all": (
        "Lines that could not be used: {lines}. Seats that could not sit: {seats}. All else was done.",
        "无法使用的行：{lines}。未能应考的座位：{seats}。其余都已完成。",
    ),
    # The screens
    "seat": ("Your seat code or id", "你的座位码或学号"),
    "seat_how": ("Enter goes on.", "按 Enter 继续。"),
    "seat_empty": ("Please type your seat code or id.", "请输入座位码或学号。"),
    "who": ("{name} ({seat})", "{name}（{seat}）"),
    "who_group": ("{name} ({seat}), {group}", "{name}（{seat}），{group}"),
    "rules": ("How it goes", "考核规则"),
    "rule.scenarios": (
        "You talk with {n} angry customers, one after the other, in your own words.",
        "你将用自己的话先后应对 {n} 位愤怒的客户。",
    ),
    "rule.one": ("You talk with one angry customer, in your own words.", "你将用自己的话应对一位愤怒的客户。"),
    "rule.minutes": (
        "In all you have {n} minutes. They begin when you press Enter, and go on whatever happens to the machine.",
        "总时间 {n} 分钟，从按下 Enter 开始计时，机器出了任何状况都不会停。",
    ),
    "rule.reply": (
        "For each reply you have {time} (minutes:seconds); then what is typed is sent as it stands.",
        "每条回复限时 {time}（分:秒），到时间就把已写的内容原样发出。",
    ),
    "rule.closes": (
        "At {closes} ({zone}) everybody is stopped.",
        "{closes}（{zone}）截止，所有人停止作答。",
    ),
    "rule.no_way_back": (
        "There is no way back: what is sent is sent. If the program ends, start it again; you go on where you stopped.",
        "不能回头，发出的就不能改。程序中断时重新打开，会从中断处继续。",
    ),
    "rule.attempts": (
        "This is attempt {attempt} of {attempts}; what counts: {counts}.",
        "这是第 {attempt} 次，共可考 {attempts} 次；计分取：{counts}。",
    ),
    "counts.best": ("the best", "最好的一次"),
    "counts.last": ("the last", "最后一次"),
    "counts.first": ("the first", "第一次"),
    "rule.no_coach": ("The coach is off.", "教练已关闭。"),
    "rule.pass": ("{mark} of 100 passes.", "满分 100，{mark} 分及格。"),
    "rule.scores.never": ("Scores are not shown here.", "这里不显示分数。"),
    "rule.scores.each": ("You see your score after each scenario.", "每个场景结束后显示分数。"),
    "rule.scores.end": ("You see your score at the end.", "全部结束后显示分数。"),
    "rule.scores.closed": (
        "You see your score once it is closed: start it again then and type your seat.",
        "截止后可以看分数：到时重新打开，输入座位即可。",
    ),
    "begin": ("Enter begins.", "按 Enter 开始。"),
    "place": ("Scenario {place} of {places}", "场景 {place}/{places}"),
    "clock.reply": ("Reply {left}", "本条回复 {left}"),
    "clock.whole": ("In all {left}", "总时间 {left}"),
    "clock.minute": (" under a minute", " 不到一分钟"),
    "clock.last": (" almost up", " 马上到时"),
    "warn.reply.60": ("Less than a minute for this reply.", "这条回复还剩不到一分钟。"),
    "warn.reply.15": (
        "15 seconds: then what is typed is sent as it stands.",
        "还有 15 秒，到时间就把已写的内容原样发出。",
    ),
    "warn.whole.60": ("Less than a minute for the whole assessment.", "整个考核还剩不到一分钟。"),
    "warn.whole.15": (
        "15 seconds: then the assessment is over, and what is typed is sent.",
        "还有 15 秒，到时间考核结束，已写的内容会发出。",
    ),
    "time_up": ("The time was up: this was sent as it stood.", "时间到，已按当时的内容发出。"),
    "no_way_back": (
        "There is no way back. Ctrl+Q leaves, and the time goes on.",
        "不能返回。按 Ctrl+Q 离开，时间继续走。",
    ),
    "again": ("Not opened yet", "还没有打开"),
    "again_how": (
        "Enter tries again. Everything that was sent before is safe.",
        "按 Enter 再试一次。之前发出的内容都已保存。",
    ),
    "over": ("Enter goes on.", "按 Enter 继续。"),
    "between": ("Scenario {place} of {places} is over", "场景 {place}/{places} 结束"),
    "between.score": ("Your score in it: {score} of 100.", "本场景得分：{score}（满分 100）。"),
    "between.next": ("Next: {title}", "下一个：{title}"),
    "between.how": ("Enter begins it. The time for the whole goes on.", "按 Enter 开始。总时间一直在走。"),
    "finished": ("You have finished", "考核结束"),
    "finished.time": ("The time is up", "时间到了"),
    "finished.closed": ("The assessment was closed", "考核已截止"),
    "finished.how": (
        "Keep this receipt: it names what your mark rests on. It is also in the file {path}.",
        "请保存这份回执，里面写明了成绩的依据。回执也存在文件 {path} 里。",
    ),
    "finished.unsaved": (
        "Keep this receipt: it names what your mark rests on. C copies it.",
        "请保存这份回执，里面写明了成绩的依据。按 C 复制。",
    ),
    "copied": ("Copied, where the terminal allows it.", "已复制（如果终端允许）。"),
    # The receipt
    "receipt.title": ("RECEIPT", "回执"),
    "receipt.sitting": ("Sitting", "考核编号"),
    "receipt.assessment": ("Assessment", "考核"),
    "receipt.seat": ("Seat", "座位"),
    "receipt.attempt": ("Attempt", "次数"),
    "receipt.began": ("Began", "开始"),
    "receipt.ended": ("Ended", "结束"),
    "receipt.engine": ("Engine", "引擎"),
    "receipt.rubric": ("Rubric", "评分标准"),
    "receipt.scenario": ("Scenario", "场景"),
    "receipt.session": ("Session", "演练编号"),
    "receipt.replies": ("replies: {n}", "回复 {n} 条"),
    "receipt.not_begun": ("not begun", "未开始"),
    "receipt.unfinished": ("not brought to an end", "未完成"),
    "receipt.score": ("Score", "得分"),
    "receipt.passed": ("{score} of 100, passed ({mark} passes)", "{score}（满分 100），通过（{mark} 分及格）"),
    "receipt.failed": ("{score} of 100, not passed ({mark} passes)", "{score}（满分 100），未通过（{mark} 分及格）"),
    "receipt.hidden": ("not shown", "不显示"),
    "receipt.hidden_until": ("shown after {closes} ({zone})", "{closes}（{zone}）之后显示"),
    "by.done": ("all was done", "全部完成"),
    "by.time": ("the time was up", "时间到"),
    "by.closed": ("it was closed", "已截止"),
}
