"""What `simulator rehearse` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.replies": (
        "A file with one reply per line, - for stdin; a blank line is silence.",
        "回复文件，每行一条；- 表示标准输入；空行表示沉默。",
    ),
    "help.plan": (
        "Play a plan, and say where the play departs from it.",
        "按计划演练，并指出哪里与计划不符。",
    ),
    "help.trainee": (
        "Answer with the scenario's own exemplars, as such a trainee would.",
        "用场景自带的示范回复，像这样的学员那样作答。",
    ),
    "help.seed": (
        "With --runs and for random: the same seed gives the same plays.",
        "配合 --runs 或 random：相同的种子得到相同的演练。",
    ),
    "help.runs": (
        "Play so many times and print a table; after the first play the trainee slips now and then.",
        "演练这么多次并输出汇总表；第一次之后，学员偶尔会失手。",
    ),
    "help.record": ("Write the play as a plan.", "把这次演练写成计划。"),
    "help.rubric": ("Judge by another rubric.", "改用另一份评分标准。"),
    "help.json": ("Print JSON.", "输出 JSON。"),
    "help.strict": ("Replies left over are an error.", "有多余的回复时视为错误。"),
    "one_source": (
        "Say where the replies come from: --replies FILE (or -), --plan FILE or --trainee KIND, one of them.",
        "请指明回复从哪里来：--replies 文件（或 -）、--plan 文件、--trainee 类型，三选一。",
    ),
    "runs_need_trainee": (
        "--runs goes with --trainee, and without --record.",
        "--runs 要与 --trainee 一起用，不能与 --record 一起用。",
    ),
    "cannot_read": ("The replies can't be read: {path} ({reason}).", "无法读取回复：{path}（{reason}）。"),
    "cannot_write": ("The plan can't be written: {path} ({reason}).", "无法写入计划：{path}（{reason}）。"),
    "not_utf8": (
        "{path}, line {line}: this is not UTF-8 text. Save the file as UTF-8 and try again.",
        "{path} 第 {line} 行不是 UTF-8 文本。请将文件存为 UTF-8 后再试。",
    ),
    "left_over": (
        "The play ended before all replies were used; left over: {count}.",
        "回复还没用完，演练已经结束，剩余条数：{count}。",
    ),
    "unfinished": ("Unfinished: the replies ran out.", "未完成：回复已用完。"),
    "plays": ("Plays: {runs}, by {trainee} (seed {seed}).", "演练 {runs} 次，{trainee}（种子 {seed}）。"),
    "trainee.strong": ("a strong trainee", "优秀的学员"),
    "trainee.middling": ("a middling trainee", "中等的学员"),
    "trainee.poor": ("a poor trainee", "较差的学员"),
    "trainee.random": ("a trainee at random", "随意作答的学员"),
    "column.ending": ("ENDING", "结局"),
    "column.outcome": ("OUTCOME", "结果"),
    "column.plays": ("PLAYS", "次数"),
    "column.score": ("SCORE", "得分"),
    "column.turns": ("TURNS", "回合"),
    "column.mood": ("MOOD", "怒气"),
    "unfinished_play": ("unfinished", "未完成"),
    "never.beats": ("Beats never visited: {names}", "从未到过的情节：{names}"),
    "never.endings": ("Endings never reached: {names}", "从未到达的结局：{names}"),
    "never.none": ("none", "无"),
    "reply": ("Reply:", "回复："),
}
