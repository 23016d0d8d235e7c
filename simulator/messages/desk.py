"""What the instructor's desk says: marks changed by hand, comments, grades, disputes, the class as it sits."""

TEXTS: dict[str, tuple[str, str]] = {
    # What can't be added
    "no_words": ("Say why: an empty reason is none.", "请写明理由，不能留空。"),
    "too_long": (
        "That is {length} characters; at most {longest} are kept.",
        "这段话有 {length} 个字符，最多保存 {longest} 个。",
    ),
    "no_level": ("A level is 0, 1, 2 or 3, not {level}.", "等级只能是 0、1、2、3，不能是 {level}。"),
    "no_score": ("A score is between 0 and 100, not {score}.", "分数在 0 到 100 之间，不能是 {score}。"),
    "no_criterion": (
        "There is no criterion {name}{meant}. The rubric has: {known}.",
        "没有“{name}”这项标准{meant}。评分标准中有：{known}。",
    ),
    "no_session_criterion": (
        "Over the whole session, {name} was not judged{meant}. For a criterion of a reply give its turn. Judged over "
        "the whole session: {known}.",
        "整次演练没有评定“{name}”{meant}。要改某条回复的标准，请给出轮次。整次演练评定的有：{known}。",
    ),
    "no_flag": (
        "There is no flag {name}{meant}. The rubric has: {known}.",
        "没有“{name}”这项扣分行为{meant}。评分标准中有：{known}。",
    ),
    "no_turn": (
        "There is no scored turn {turn}: the session has {turns}.",
        "没有第 {turn} 轮的评分：这次演练共评了 {turns} 轮。",
    ),
    "no_override": (
        "No change that still counts has an id that begins with {entry}.",
        "没有编号以 {entry} 开头且仍然有效的改动。",
    ),
    "no_dispute": (
        "No dispute's id, or several, begin with {dispute}.",
        "没有申诉的编号以 {dispute} 开头，或有好几条。",
    ),
    "no_grade": ("A grade has 1 to {longest} characters.", "评级为 1 到 {longest} 个字符。"),
    "unfinished": (
        "Session {session} is not over: it has no score to be changed yet. Levels and flags of its turns can be.",
        "演练 {session} 还没有结束，暂无总分可改；可以改各轮的等级和扣分项。",
    ),
    "nothing_to_change": (
        "Say what to change: --level, --flag, --no-flag, --score or --take-back.",
        "请说明要改什么：--level、--flag、--no-flag、--score 或 --take-back。",
    ),
    "needs_turn": ("A flag belongs to a turn: give it with --turn.", "扣分项属于某一轮：请用 --turn 给出轮次。"),
    "bad_level": (
        "--level takes CRITERION=LEVEL, such as apology=3, not {given}.",
        "--level 需要写成“标准=等级”，例如 apology=3，而不是 {given}。",
    ),
    # Commands
    "help.override": (
        "Put a person's level, flag or score in place of the engine's; both are kept.",
        "用人工的等级、扣分项或分数代替引擎的；两者都保留。",
    ),
    "help.comment": (
        "Comment on a session, one of its turns, a trainee or a group.",
        "给一次演练、其中一轮、一名学员或一个小组写评语。",
    ),
    "help.grade": ("Grade a session, a trainee or a group.", "给一次演练、一名学员或一个小组评级。"),
    "help.answer": ("Answer a dispute.", "答复一条申诉。"),
    "help.list": (
        "List what waits for an answer or another look; with SUBJECT, the mark and all that was said about it.",
        "列出等待答复或需要复看的内容；给出 SUBJECT 时，列出其成绩和全部批注。",
    ),
    "help.by": ("Who says so; your name on this machine unless given.", "以谁的名义；不写则用本机上你的姓名。"),
    "help.turn": ("The turn that is meant.", "所指的轮次。"),
    "help.level": ("CRITERION=LEVEL, such as apology=3; may be repeated.", "“标准=等级”，例如 apology=3；可重复。"),
    "help.flag": ("A flag that the engine did not see; may be repeated.", "引擎没有发现的扣分项；可重复。"),
    "help.no_flag": ("A flag that the engine raised wrongly; may be repeated.", "引擎误判的扣分项；可重复。"),
    "help.score": ("The score of the whole session, 0 to 100.", "整次演练的分数，0 到 100。"),
    "help.take_back": ("Takes an earlier change back, by the id of its entry.", "按编号撤回此前的一处改动。"),
    "help.reason": ("Why; without it nothing is changed.", "理由；没有理由不作改动。"),
    "help.strengths": ("What was strong.", "长处。"),
    "help.weaknesses": ("What was weak.", "不足。"),
    "help.upheld": ("Whether the trainee was right.", "学员是否有理。"),
    "help.json": ("As JSON lines.", "以 JSON 行输出。"),
    "help.about": ("The criterion or flag that is meant.", "所指的标准或扣分项。"),
    "help.stuck": (
        "Minutes without a key after which somebody is called stuck.",
        "多少分钟没有按键算作卡住。",
    ),
    "subject_help": (
        "SUBJECT is a session's id or its beginning, trainee:NAME or group:NAME.",
        "SUBJECT 可以是演练编号（或其开头）、trainee:姓名 或 group:组名。",
    ),
    "kept": ("Kept as {entries}.", "已记入，编号 {entries}。"),
    "now_counts": (
        "{session}: the engine gave {engine}, what counts is {counts}.",
        "{session}：引擎给分 {engine}，现计 {counts}。",
    ),
    "no_score_yet": ("no score", "无分数"),
    "by_hand": ("changed by hand", "人工改动"),
    "look_again": (
        "The engine says something else by now than when this was changed: look again.",
        "引擎如今的判定与当时改动时不同，请复看。",
    ),
    "none": (
        "Nothing waits: no open dispute, nothing to look at again.",
        "没有待办：没有未答复的申诉，也没有需要复看的改动。",
    ),
    "nothing_said": ("Nobody said anything about this yet.", "还没有任何批注。"),
    "waiting": ("Disputes that wait for an answer: {n}", "等待答复的申诉：{n} 条"),
    "again": ("To look at again: {n}", "需要复看：{n} 次演练"),
    "disputed_none": ("Nothing of this session was disputed.", "这次演练没有申诉。"),
    "dispute_kept": (
        "Your dispute is in the log as {entry}. Your instructor sees it; the answer will stand here.",
        "申诉已记入，编号 {entry}。教师会看到，答复将显示在这里。",
    ),
    # An entry in words
    "line": ("{at}  {what}  ({author}, {entry})", "{at}  {what}（{author}，{entry}）"),
    "at_turn": ("turn {turn}", "第 {turn} 轮"),
    "whole": ("the whole session", "整次演练"),
    "what.level": ("{where}: {name} {was} → {level}", "{where}：{name} {was} → {level}"),
    "what.raised": ("{where}: {name} raised", "{where}：加上“{name}”"),
    "what.lowered": ("{where}: {name} taken away", "{where}：去掉“{name}”"),
    "what.score": ("score {was} → {score}", "总分 {was} → {score}"),
    "what.withdrawal": ("taken back: {entry}", "撤回：{entry}"),
    "what.comment": ("Comment, {where}", "评语，{where}"),
    "what.comment_all": ("Comment", "评语"),
    "what.grade": ("Grade: {grade}", "评级：{grade}"),
    "what.dispute": ("Dispute, {where}", "申诉，{where}"),
    "what.dispute_about": ("Dispute, {where}, {name}", "申诉，{where}，{name}"),
    "what.upheld": ("Answer: upheld ({entry})", "答复：成立（{entry}）"),
    "what.rejected": ("Answer: not upheld ({entry})", "答复：不成立（{entry}）"),
    "what.rescored": ("Scored anew", "重新评分"),
    "what.other": ("{kind}", "{kind}"),
    "unreadable": ("(This version can't read this entry.)", "（本版本无法读取这条批注。）"),
    "strong": ("Strong: {text}", "长处：{text}"),
    "weak": ("Weak: {text}", "不足：{text}"),
    "not_assessed": ("-", "-"),
    "grade.excellent": ("excellent", "优"),
    "grade.good": ("good", "良"),
    "grade.fair": ("fair", "中"),
    "grade.poor": ("poor", "差"),
}
