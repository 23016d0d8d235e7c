"""What `simulator calibrate` and its screen say."""

TEXTS: dict[str, tuple[str, str]] = {
    # Commands
    "help.start": (
        "Draw replies that several people rate blind. NAME is what the set is called from now on.",
        "抽取一批回复，由多人盲评。NAME 是这批回复的名称。",
    ),
    "help.rate": ("Rate on the screen; leave any time and go on later.", "在界面上评分；随时可退出，之后继续。"),
    "help.sheet": (
        "Write the replies as a table to be rated in a spreadsheet.",
        "把回复导出为表格，在电子表格中评分。",
    ),
    "help.take": ("Take the ratings back out of a spreadsheet.", "读回电子表格中的评分。"),
    "help.report": (
        "How far people agree with each other, and the engine with people. No mark is changed.",
        "人与人、引擎与人的一致程度。不改动任何成绩。",
    ),
    "help.labels": (
        "Write what was rated into FOLDER as a labelled set, for `simulator harvest --labels`.",
        "把评分结果写成一套标注数据，放入 FOLDER，供 `simulator harvest --labels` 使用。",
    ),
    "help.list": ("List the sets, and who has still to rate.", "列出各批回复，以及谁还没评完。"),
    "help.rater": ("Who rates.", "评分者。"),
    "help.raters": ("Who rates; give it once for each.", "评分者；每人写一次。"),
    "help.sample": ("How many replies.", "抽取多少条回复。"),
    "help.seed": ("The same seed on the same log draws the same replies.", "同一记录、同一种子，抽到的回复相同。"),
    "help.rubric": (
        "Only sessions by this rubric (its id); that of the latest session unless given.",
        "只取按此评分标准（编号）的演练；不写则取最近一次演练所用的标准。",
    ),
    "help.language": ("Only sessions in this language.", "只取此语言的演练。"),
    "help.assessment": ("Only the sessions of an assessment, by its id.", "只取某次考核的演练（考核编号）。"),
    "help.group": ("Only the sessions of a group.", "只取某个小组的演练。"),
    "help.by": ("Who begins it; your name on this machine unless given.", "以谁的名义；不写则用本机上你的姓名。"),
    "help.output": ("The file to write; stdout unless given.", "写入的文件；不写则输出到屏幕。"),
    "help.json": ("Everything as JSON.", "全部以 JSON 输出。"),
    "help.early": (
        "Also before everybody has finished; whoever is still rating had better not read it.",
        "未评完也给出报告；还在评分的人最好不要看。",
    ),
    "set_help": ("NAME is the set; the latest unless given.", "NAME 是那批回复的名称；不写则取最近一批。"),
    "progress": ("Looking", "抽取中"),
    # What can't be done
    "taken": ("There is a set {name} already. Choose another name.", "已有名为 {name} 的一批。请换个名称。"),
    "bad_name": (
        "Names of sets and raters have 1 to 100 characters, and no rater is called engine or people.",
        "名称和评分者姓名为 1 到 100 个字符，评分者不能叫 engine 或 people。",
    ),
    "nothing_to_rate": (
        "No session by the rubric {rubric} fits, so there is nothing to rate.",
        "没有符合条件、按评分标准 {rubric} 评分的演练，无可评分。",
    ),
    "empty": ("Nothing was played yet, so there is nothing to rate.", "还没有演练，无可评分。"),
    "no_set": (
        "There is no set yet. `simulator calibrate start NAME --rater A --rater B` draws one.",
        "还没有抽样。用 `simulator calibrate start 名称 --rater 甲 --rater 乙` 抽取一批。",
    ),
    "no_such_set": ("There is no set {name}. There are: {known}.", "没有名为 {name} 的一批。现有：{known}。"),
    "no_rater": ("{rater} does not rate {name}. Raters: {known}.", "{rater} 不是 {name} 的评分者。评分者：{known}。"),
    "gone": ("No session of {name} is in the log any more.", "{name} 的演练都已不在记录中。"),
    "not_finished": (
        "Still to rate: {who}. A report now could sway them; --early gives it all the same.",
        "尚未评完：{who}。现在出报告可能影响他们；加 --early 可照样给出。",
    ),
    "who_left": ("{rater} {left} of {all}", "{rater} {left}/{all}"),
    "cannot_read": ("{path} can't be read: {reason}.", "无法读取 {path}：{reason}。"),
    # Sheets
    "row": ("{path}, row {row}: {reason}", "{path} 第 {row} 行：{reason}"),
    "no_columns": (
        "The first row must have `id` and the criteria: {criteria}.",
        "第一行需要有 `id` 和各评分项：{criteria}。",
    ),
    "no_unit": ("No reply of this set has the id {id}.", "这批回复中没有编号 {id}。"),
    "bad_level": (
        "{criterion} must be 0, 1, 2 or 3, not {given}.",
        "{criterion} 必须是 0、1、2 或 3，不能是 {given}。",
    ),
    "bad_flag": (
        "There is no flag {given}{meant}. Flags: {known}.",
        "没有“{given}”这项扣分行为{meant}。可用：{known}。",
    ),
    "sheet_guide": ("What the levels mean:", "各等级的含义："),
    "sheet_flags": ("Flags, by their ids, with commas between:", "扣分项（填编号，用逗号分隔）："),
    "customer": ("Customer", "客户"),
    "trainee": ("Trainee", "学员"),
    "wrote": (
        "{count} replies to rate, {done} of them rated. Levels 0 to 3 in the columns of the criteria; / is not rated.",
        "{count} 条回复待评，其中 {done} 条已评。在各评分项列中填 0 到 3；/ 表示不评。",
    ),
    "took": (
        "{changed} ratings taken, {same} as before; {done} of {count} are rated.",
        "读入 {changed} 条评分，{same} 条未变；共评完 {done}/{count}。",
    ),
    "started": (
        "{name}: {count} replies from {scenarios} scenarios, by the rubric {rubric}. Each rater: `simulator calibrate "
        "rate {name} --rater NAME`.",
        "{name}：{count} 条回复，来自 {scenarios} 个场景，评分标准 {rubric}。"
        "每位评分者：`simulator calibrate rate {name} --rater 姓名`。",
    ),
    "line": ("{name}: {count} replies, {rubric}. Rated: {who}", "{name}：{count} 条回复，{rubric}。已评：{who}"),
    "who_done": ("{rater} {done}", "{rater} {done}"),
    "wrote_labels": (
        "{count} rated replies in {folder}. Next: simulator harvest --labels {contexts} {replies} {labels}",
        "{folder} 中有 {count} 条已评回复。接下来：simulator harvest --labels {contexts} {replies} {labels}",
    ),
    # The report
    "title": ("Calibration: {name}", "评分校准：{name}"),
    "replies": ("Replies", "回复"),
    "raters": ("Raters", "评分者"),
    "rubric": ("Rubric", "评分标准"),
    "foot": (
        "Kappa and alpha: 1 is full agreement, 0 what chance would give. Rule of thumb: below 0.4 weak, from 0.6 good, "
        "from 0.8 very good. Brackets: 95 % interval, drawn over the replies. No mark was changed.",
        "kappa 和 alpha：1 为完全一致，0 相当于碰运气。经验：低于 0.4 较弱，0.6 以上良好，0.8 以上很好。"
        "括号内为 95% 区间，按回复重抽样。没有改动任何成绩。",
    ),
    "all_people": ("All people together", "全体评分者"),
    "people": ("Person against person", "人与人"),
    "engine": ("Engine against people", "引擎与人"),
    "apart": ("Where they differ most", "分歧最大之处"),
    "column.criterion": ("Criterion", "评分项"),
    "column.alpha": ("Krippendorff's alpha", "Krippendorff α"),
    "column.who": ("Who", "双方"),
    "column.count": ("Replies", "回复"),
    "column.same": ("Same", "相同"),
    "column.kappa": ("Kappa", "kappa"),
    "column.weighted": ("Weighted kappa", "加权 kappa"),
    "column.lean": ("Second lower / higher", "后者偏低/偏高"),
    "pair": ("{a} - {b}", "{a} - {b}"),
    "who.engine": ("engine", "引擎"),
    "who.people": ("all (median)", "全体（中位数）"),
    "interval": ("{value} [{low}, {high}]", "{value} [{low}, {high}]"),
    "apart.title": ("{unit}, {name}: engine {engine}, {people}", "{unit}，{name}：引擎 {engine}，{people}"),
    "nothing_rated": ("Nothing was rated yet.", "还没有评分。"),
    # The screen
    "screen.title": ("Rate replies", "回复评分"),
    "screen.head": (
        "{name} · {rater} · {at} of {count} · rated {done}",
        "{name} · {rater} · {at}/{count} · 已评 {done}",
    ),
    "screen.reply": ("The reply to rate", "待评回复"),
    "screen.all": ("All replies are rated. Thank you! Esc leaves.", "全部评完，谢谢！按 Esc 退出。"),
    "screen.kept": ("Kept", "已保存"),
}
