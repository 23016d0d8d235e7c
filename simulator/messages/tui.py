"""What the screens say."""

TEXTS: dict[str, tuple[str, str]] = {
    # Before there is a screen
    "terminal.stdin": (
        "The screens read keys from a terminal. Start `simulator` in a terminal, without redirecting its input.",
        "界面需要从终端读取按键。请在终端里直接运行 `simulator`，不要重定向输入。",
    ),
    "terminal.stderr": (
        "The screens are drawn on standard error, and that is no terminal here. Start `simulator` without `2>`.",
        "界面画在标准错误输出上，而这里的标准错误输出不是终端。请去掉 `2>` 后再运行 `simulator`。",
    ),
    # Keys, as the footer names them
    "key.search": ("Search", "搜索"),
    "key.language": ("Language", "语言"),
    "key.kind": ("Kind", "类型"),
    "key.difficulty": ("Difficulty", "难度"),
    "key.theme": ("Light/dark", "明/暗"),
    "key.help": ("Help", "帮助"),
    "key.clear": ("Clear the search", "清空搜索"),
    "key.quit": ("Quit", "退出"),
    "key.palette": ("Commands", "命令"),
    "key.back": ("Back", "返回"),
    "key.go_on": ("Go on", "继续"),
    "key.begin": ("Begin", "开始"),
    "key.copy": ("Copy", "复制"),
    "key.case": ("Case file", "案情"),
    "key.coach": ("Coach", "教练"),
    "key.scroll": ("Scroll the conversation", "翻看对话"),
    "key.send": ("Send", "发送"),
    "key.keep": ("Keep", "保存"),
    "key.newline": ("New line", "换行"),
    "key.debrief": ("Debrief", "看复盘"),
    "key.home": ("Home", "主界面"),
    "key.next_turn": ("Next turn", "下一轮"),
    "key.previous_turn": ("Previous", "上一轮"),
    "key.best": ("Best moment", "最佳一刻"),
    "key.worst": ("Worst moment", "最差一刻"),
    "key.review": ("Look back", "自评"),
    "key.answer": ("Choose an answer", "选择答案"),
    "key.rubric": ("Rubric", "评分标准"),
    "key.again": ("Once more from here", "从这里重来"),
    "key.record": ("Complaint record", "投诉登记"),
    "key.choose": ("Choose", "选择"),
    "key.next_field": ("Next field", "下一栏"),
    "key.previous_field": ("Previous field", "上一栏"),
    "key.hand_in": ("Hand in", "提交"),
    "key.write_again": ("Write it again", "重新填写"),
    "key.dispute": ("Dispute", "申诉"),
    "key.sessions": ("All sessions", "全部演练"),
    "key.room": ("Next class", "换一场"),
    "key.override": ("Change marks", "改分"),
    "key.comment": ("Comment", "评语"),
    "key.grade": ("Grade", "评级"),
    "key.answer_dispute": ("Answer", "答复"),
    "key.take_back": ("Take back", "撤回"),
    "key.level": ("Set", "设定"),
    "key.as_it_was": ("As it was", "复原"),
    "key.rate": ("Level", "等级"),
    "key.rate_flag": ("Flag", "扣分项"),
    "key.rate_criterion": ("Criterion", "评分项"),
    "key.rate_next": ("Next", "下一条"),
    "key.rate_previous": ("Previous", "上一条"),
    "key.rate_open": ("Next unrated", "下一条未评"),
    "key.reason": ("Go on to the reason", "去写理由"),
    # The command palette
    "palette.search": ("Search for a command", "搜索命令"),
    "palette.theme": ("Light or dark", "切换明暗"),
    "palette.theme.about": ("Change to the other theme", "换成另一套配色"),
    "palette.spoken": ("Spoken lines", "逐字显示"),
    "palette.spoken.about": (
        "Let the customer's words appear one by one, or all at once",
        "客户的话逐字出现，或一次显示",
    ),
    "palette.rubric": ("Rubric", "评分标准"),
    "palette.rubric.about": ("Choose what new sessions are judged by", "选择新的演练按什么评分"),
    "palette.name": ("Your name", "你的姓名"),
    "palette.name.about": ("Change the name kept with your sessions", "修改演练记录里的姓名"),
    "palette.quit": ("Quit", "退出"),
    "palette.quit.about": ("Leave; everything is already saved", "离开，内容均已保存"),
    "palette.help": ("Help", "帮助"),
    "palette.help.about": ("What this screen is for, and its keys", "本界面的用途和按键"),
    "palette.coach": ("Coach on or off", "教练开关"),
    "palette.coach.about": ("Show or hide the levels and the hint while you type", "打字时显示或隐藏等级与提示"),
    "spoken.on": ("The customer's words now appear one by one.", "客户的话现在逐字出现。"),
    "spoken.off": ("The customer's words now appear all at once.", "客户的话现在一次显示。"),
    # The choice of a rubric
    "rubrics.title": ("What new sessions are judged by", "新的演练按什么评分"),
    "rubrics.how": (
        "Enter chooses. The customers react the same way by each.",
        "按 Enter 选择。无论哪一份，客户的反应都一样。",
    ),
    "help.rubrics": (
        "Choose a rubric with the arrow keys and Enter. It decides what counts, never what the customer does. Sessions "
        "already begun keep theirs.",
        "用方向键和 Enter 选择评分标准。它决定评什么，不影响客户的反应。已经开始的演练仍按原来的标准。",
    ),
    # Welcome, trouble, opening
    "welcome.title": ("Welcome", "欢迎"),
    "welcome.about": (
        "You will talk with angry customers, in your own words. What you write calms them down or makes them boil "
        "over, and afterwards you see what did it.",
        "你将用自己的话应对愤怒的客户。你写下的话会让对方消气，也会让对方更火；结束后可以看到是哪些话起了作用。",
    ),
    "welcome.name": ("Your name or seat", "你的姓名或座位号"),
    "welcome.enter": (
        "Enter goes on. The name is kept with your sessions on this machine.",
        "按 Enter 继续。姓名只保存在本机的演练记录里。",
    ),
    "welcome.empty": ("Please type a name or a seat.", "请输入姓名或座位号。"),
    "trouble.title": ("That did not work", "没有成功"),
    "trouble.content": (
        "This scenario or its rubric has mistakes and can't be played. `simulator check` tells all of them:",
        "这个场景或评分标准有错误，无法演练。用 `simulator check` 可以看到全部错误：",
    ),
    "trouble.unreadable": ("{path} can't be read: {reason}.", "无法读取 {path}：{reason}。"),
    "trouble.back": ("Enter goes back.", "按 Enter 返回。"),
    "opening": ("Opening the scenario...", "正在打开场景……"),
    # An author's try
    "trial.reloaded": ("The version just saved is played.", "正在演练刚保存的版本。"),
    "trial.back": (
        "The version just saved is played. The beat is gone: back at {beat}.",
        "正在演练刚保存的版本。原来的情节没有了，退回到 {beat}。",
    ),
    "trial.held_back": (
        "The saved file has errors. The last good version is played on.",
        "保存的文件有错误，继续演练上一个正确的版本。",
    ),
    "trial.departure": (
        "Reply {turn} now leads to {leads}; the play stays at {held}.",
        "第 {turn} 条回复现在通往 {leads}；演练停留在 {held}。",
    ),
    # Home
    "home.title": ("Angry customer simulator", "愤怒客户模拟器"),
    "home.search": ("Search the scenarios", "搜索场景"),
    "home.loading": ("Reading the library...", "正在读取场景库……"),
    "home.go_on": ("Go on with", "接着演练"),
    "home.library": ("Scenarios", "场景"),
    "home.resume": ("go on", "继续"),
    "home.resume_how": ("Enter goes on where you stopped.", "按 Enter 从中断处继续。"),
    "home.customer": ("{name} ({style}) wants: {wants}", "{name}（{style}）想要：{wants}"),
    "home.chip": ("[{key}] {name}: {value}", "[{key}] {name}：{value}"),
    "home.field.lang": ("Language", "语言"),
    "home.field.kind": ("Kind", "类型"),
    "home.field.difficulty": ("Difficulty", "难度"),
    "home.all": ("all", "全部"),
    "home.found": ("Scenarios: {n}. Enter begins.", "场景 {n} 个。按 Enter 开始。"),
    "home.broken": (
        "Files with mistakes, not listed: {n}. `simulator check` tells what is wrong.",
        "有 {n} 个文件有错误，未列出。用 `simulator check` 查看原因。",
    ),
    "home.none": ("Nothing fits. Esc clears the search.", "没有符合的场景。按 Esc 清空搜索。"),
    "home.about": (
        "{kind}  ·  {difficulty}  ·  {language}  ·  {beats} beats",
        "{kind}  ·  {difficulty}  ·  {language}  ·  {beats} 个情节",
    ),
    "home.best": ("best {score}", "最佳 {score}"),
    "home.new": ("new", "未演练"),
    "home.record": ("complaint record begun  ·  {when}", "投诉登记表未填完  ·  {when}"),
    "home.unfinished": ("replies: {turns}  ·  mood {mood}  ·  {when}", "已回复 {turns} 次  ·  怒气 {mood}  ·  {when}"),
    # The course
    "course.next": ("Practise next", "接下来练"),
    "course.outside": ("Outside the course", "课程以外"),
    "course.chapter": ("{number}. {title}", "{number}. {title}"),
    "course.here": ("you are here  ·  {state}", "当前  ·  {state}"),
    "course.chapter.open": ("{done} of {needs} done", "已完成 {done}/{needs}"),
    "course.chapter.done": ("done", "已完成"),
    "course.chapter.locked": ("after {numbers}", "第 {numbers} 章之后"),
    "course.and": (", ", "、"),
    "course.open": ("open", "可练"),
    "course.open_best": ("best {best}, {mark} needed", "最佳 {best}，需 {mark}"),
    "course.done": ("done", "已完成"),
    "course.done_best": ("done, best {best}", "已完成，最佳 {best}"),
    "course.locked": ("locked", "未开放"),
    "course.locked_best": ("locked, best {best}", "未开放，最佳 {best}"),
    "course.first": ("First: {titles}", "先完成：{titles}"),
    "course.before": ("First: {titles}", "先完成：{titles}"),
    "course.opens": ("Once done ({mark} points), it helps to open: {titles}", "完成后（{mark} 分）可推进：{titles}"),
    "course.ahead": (
        "This comes later: Enter once more begins it all the same. First: {titles}",
        "这一课排在后面，再按一次 Enter 也可以开始。先完成：{titles}",
    ),
    "course.stand": (
        "Done: {done} of {all}. Chapter {here} of {chapters}. Enter begins.",
        "已完成 {done}/{all}，在第 {here} 章（共 {chapters} 章）。按 Enter 开始。",
    ),
    "course.why.begin": ("The course begins here.", "课程从这里开始。"),
    "course.why.weakest": (
        "{criterion} is your weakest: {level} of 3 (last sessions: {sessions}).",
        "你最弱的是“{criterion}”：近 {sessions} 次平均 {level}（满 3）。",
    ),
    "course.why.again": (
        "{criterion} is still your weakest: {level} of 3 (last sessions: {sessions}).",
        "“{criterion}”仍是最弱的：近 {sessions} 次平均 {level}（满 3）。",
    ),
    "course.why.next": ("The next one of the course.", "课程的下一课。"),
    "course.why.polish": ("All is done; this was your lowest score.", "全部完成，这一课得分最低。"),
    "when.now": ("just now", "刚才"),
    "when.minutes": ("{n} min ago", "{n} 分钟前"),
    "when.hours": ("{n} h ago", "{n} 小时前"),
    "language.en": ("English", "英文"),
    "language.traditional": ("Traditional Chinese", "繁体中文"),
    "language.zh": ("Chinese", "中文"),
    "kind.product_shortfall": ("Product shortfall", "产品不符预期"),
    "kind.refund_demand": ("Refund demand", "要求退款"),
    "kind.mis_selling": ("Mis-selling", "销售误导"),
    "kind.service_attitude": ("Staff attitude", "服务态度"),
    "kind.billing": ("Billing", "收费"),
    "kind.delay": ("Delay", "拖延"),
    "kind.process": ("Process", "手续繁琐"),
    "kind.unequal_treatment": ("Unequal treatment", "差别对待"),
    "kind.second_complaint": ("Second complaint", "二次投诉"),
    "difficulty.beginner": ("beginner", "入门"),
    "difficulty.intermediate": ("intermediate", "进阶"),
    "difficulty.advanced": ("advanced", "高级"),
    "style.aggressive": ("aggressive", "强势"),
    "style.soft": ("soft", "软弱"),
    "style.cooperative": ("cooperative", "合作"),
    # The case file
    "case.brief": ("What you know", "你所知道的"),
    "case.customer": ("The customer wants", "客户想要"),
    "case.wish": ("{name}: {wants}", "{name}：{wants}"),
    "case.facts": ("Facts told so far", "客户已说的事实"),
    "case.no_facts": ("None yet: listen.", "还没有，先听。"),
    "case.may": ("You may promise to", "你可以承诺"),
    "case.never": ("You must never promise", "你绝不能承诺"),
    # Play
    "panel.mood": ("Mood", "怒气"),
    "panel.coach": ("Coach", "教练"),
    "mood.boiling": ("boiling", "爆发"),
    "mood.furious": ("furious", "暴怒"),
    "mood.angry": ("angry", "生气"),
    "mood.annoyed": ("annoyed", "不快"),
    "mood.wary": ("wary", "戒备"),
    "mood.calm": ("calm", "平静"),
    "play.placeholder": (
        "Your reply. Enter sends, Ctrl+J begins a new line.",
        "写下你的回复。Enter 发送，Ctrl+J 换行。",
    ),
    "play.said_nothing": ("(You say nothing.)", "（你没有说话。）"),
    "play.silence": ("Nothing is typed. Enter once more to say nothing.", "还没有输入。再按一次 Enter 表示沉默。"),
    "play.room": ("{length} of {limit} characters", "已写 {length} 字，上限 {limit} 字"),
    "play.go_on": ("You go on where you stopped.", "从上次中断处继续。"),
    "play.welcome_back": ("You go on where you stopped; your draft was kept.", "从上次中断处继续，草稿还在。"),
    "play.again": ("Not sent. Enter tries again.", "没有发出。按 Enter 重试。"),
    "play.over": ("Enter: what worked and what did not", "按 Enter 看看哪些话起了作用"),
    "play.record": ("F4: the complaint record", "F4：填投诉登记表"),
    "play.record_begun": ("F4: the record you began", "F4：接着填登记表"),
    "play.done": ("This conversation is over. Esc leaves.", "对话已经结束。按 Esc 离开。"),
    "box.enter_in_paste": (
        "That Enter came with a paste, so it began a new line.",
        "这个 Enter 来自粘贴，已当作换行。",
    ),
    "box.full": (
        "A reply holds {limit} characters; the rest was left out.",
        "一条回复最多 {limit} 字，多出的部分没有放入。",
    ),
    "coach.begin": ("Begin with what they feel and why.", "先说出对方的感受和原因。"),
    "coach.fault": ("{name}: {about}", "{name}：{about}"),
    "coach.full": ("All that this moment asks for is there.", "这一刻该有的都有了。"),
    "coach.next": ("{name}: {advice}", "{name}：{advice}"),
    "coach.not_here": ("not asked for here", "这里不评"),
    "coach.on": ("The coach looks on.", "教练已打开。"),
    "coach.off": ("The coach is off.", "教练已关闭。"),
    # Debrief
    "outcome.resolved": ("Resolved", "圆满解决"),
    "outcome.compromise": ("Compromise", "双方让步"),
    "outcome.lost": ("Lost", "失去客户"),
    "outcome.escalated": ("Escalated", "投诉升级"),
    "debrief.unscored": ("Nothing was scored.", "没有评分。"),
    "debrief.passed": ("Passed", "通过"),
    "debrief.failed": ("Not passed", "未通过"),
    "debrief.pass_mark": ("of 100\n{mark} passes", "满分 100\n{mark} 分通过"),
    "debrief.flag": ("{name}  {times} x -{cost}", "{name}  {times} 次，每次 -{cost}"),
    "debrief.failed_by": ("{name} fails a session whatever its score.", "出现“{name}”即不通过，与分数无关。"),
    "debrief.mood": ("Mood, reply by reply", "怒气的变化（按轮）"),
    "debrief.moments": (
        "Best moment: turn {best} (b)\nWorst moment: turn {worst} (w)",
        "最佳一刻：第 {best} 轮（b）\n最差一刻：第 {worst} 轮（w）",
    ),
    "debrief.turns": ("Turn by turn", "逐轮回看"),
    "debrief.turn": ("Turn {number}", "第 {number} 轮"),
    "debrief.points": ("{score} points", "{score} 分"),
    "debrief.seconds": ("{n} s", "{n} 秒"),
    "debrief.best": ("best", "最佳"),
    "debrief.worst": ("worst", "最差"),
    "debrief.not_judged": ("Not judged.", "没有评定。"),
    "debrief.model": ("A model answer", "参考回复"),
    "debrief.again": ("Once more from here", "从这里重来"),
    "debrief.look_back": ("Your own look back", "自我检讨"),
    "debrief.went_well": ("What went well?", "哪些地方做得好？"),
    "debrief.next_time": ("What will you do next time? (Enter keeps both)", "下次会怎么做？（按 Enter 保存）"),
    "debrief.record": ("Complaint record: not written yet (c)", "投诉登记表：还没有填（c）"),
    "debrief.recorded": ("Complaint record: {score} of 100 (c)", "投诉登记表：{score} 分（c）"),
    "debrief.kept": ("Your look back is in the log.", "自评已记入演练记录。"),
    # The complaint record
    "record.hand_in": ("[ Hand in ]", "[ 提交 ]"),
    "record.gaps": (
        "Still empty: {fields}. Hand in once more to leave it so.",
        "还没填：{fields}。再次提交则按现在的内容交出。",
    ),
    "record.and": (", ", "、"),
    "record.or": (" / ", " / "),
    "record.none": ("(the case gives none)", "（案情未提供）"),
    "record.welcome_back": ("You go on with the record you began.", "接着填上次没填完的登记表。"),
    "record.kept": ("The complaint record is in the log.", "投诉登记表已记入演练记录。"),
    "record.written": ("You wrote", "你填的"),
    "record.truth": ("The case says", "案情"),
    "record.why": ("Why it is so valid and so risky", "为什么这样判定"),
    # Help
    "help.title": ("Help", "帮助"),
    "help.rate": (
        "A reply in its conversation, to be rated blind: neither the engine's levels nor anybody else's are shown. 0 "
        "to 3 set the level of the criterion in hand and go on to the next; the letters raise and lower the flags. "
        "Every key is kept at once: leave any time, and go on later where you stopped.",
        "对话中的一条回复，供盲评：不显示引擎或他人的评分。"
        "按 0 到 3 给当前评分项定级并转到下一项；字母键加上或去掉扣分项。"
        "每次按键立即保存：随时可以退出，之后从停下的地方继续。",
    ),
    "help.desk_live": (
        "The class as it sits, looked at every two seconds. Whoever needs somebody is on top: a critical flag, a "
        "customer who threatens and was answered badly, a clock put back, no key for long. Enter looks closely at a "
        "seat, A goes on to the next class, S lists all sessions and what waits for you.",
        "正在进行的场次，每两秒更新一次。需要关注的排在最前：出现一票否决项、客户发出威胁却应对不当、时钟被拨回、长时间没有按键。"
        "按 Enter 细看一个座位，A 换一场，S 列出全部演练和待办。",
    ),
    "help.desk_sessions": (
        "Disputes that wait and marks to look at again come first, then the sessions, the newest first. Type to search "
        "by trainee or scenario. Enter opens one.",
        "未答复的申诉和需要复看的改动排在最前，然后是演练，从新到旧。输入文字可按学员或场景搜索。按 Enter 打开。",
    ),
    "help.desk_review": (
        "Each turn with its evidence. O changes levels and flags of the turn you are at; on the first card it changes "
        "the score of the whole. The engine's mark is always kept beside yours. U takes a change back, C comments, G "
        "grades the session, the trainee or the group, A answers a dispute.",
        "逐轮查看证据。O 修改当前这一轮的等级和扣分项；在第一张卡片上则修改总分。引擎的判定始终一并保留。"
        "U 撤回改动，C 写评语，G 给这次演练、学员或小组评级，A 答复申诉。",
    ),
    "help.dispute": (
        "Say which mark is wrong and why. Your instructor sees it and answers; nothing changes by itself.",
        "请说明哪一处判定不对、为什么。教师会看到并答复；在此之前成绩不变。",
    ),
    "help.desk_form": (
        "The arrow keys go from line to line, digits set a value, Backspace brings back what counts now. Enter goes "
        "on; in the last box it keeps everything. Esc leaves and keeps nothing.",
        "上下方向键换行，数字键设定，退格键恢复现值。按 Enter 往下走，在最后一栏则全部记入。Esc 离开，不作任何改动。",
    ),
    "help.keys": ("Keys here", "本界面的按键"),
    "help.everywhere": (
        "Everywhere: F1 helps, Ctrl+P finds any command, Ctrl+Q leaves. The mouse works too.",
        "任何界面：F1 帮助，Ctrl+P 查找命令，Ctrl+Q 退出。也可以用鼠标。",
    ),
    "help.home": (
        "Choose a scenario with the arrow keys and begin with Enter. What you left unfinished is at the top, then what "
        "to practise next and why, then the course by chapters. What is locked comes later; you may play it all the "
        "same. Type / to search; L, K and D narrow the list; R chooses the rubric.",
        "用方向键选择场景，按 Enter 开始。没做完的演练排在最前面，然后是接下来练什么和理由，再往下是分章的课程。"
        "未开放的排在后面，想练也可以练。按 / 搜索，按 L、K、D 缩小范围，按 R 选择评分标准。",
    ),
    "help.play": (
        "Answer the customer in your own words. Enter sends, Ctrl+J begins a new line, a paste never sends by itself. "
        "Any key finishes what the customer is saying. The case file says what you may promise and what not. The coach "
        "marks what earns while you type. Each reply is saved at once; you can leave at any time and go on later.",
        "用自己的话回应客户。Enter 发送，Ctrl+J 换行，粘贴不会自动发送。按任意键，客户的话立刻显示完。"
        "案情里写着你可以承诺什么、绝不能承诺什么。教练在你打字时标出起作用的话。每条回复当即保存，随时可以离开，以后再继续。",
    ),
    "help.debrief": (
        "At the side stand the score and its parts, in the list each of your replies: what counted is underlined and "
        "followed by the sign of its criterion, such as [A]. Choose a turn with n and p; Enter answers it once more, "
        "as a new session. R takes you to your own look back.",
        "一边是得分和各项组成，一边是你的每条回复：计分的话带下划线，后面是所属标准的记号，如 [道]。"
        "按 n、p 选择一轮，按 Enter 从那里重来，另存为一次新的演练。按 R 写自评。",
    ),
    "help.record": (
        "Write down the complaint as a colleague would need it who did not hear the call. Enter or Tab goes on to the "
        "next field, Ctrl+J begins a new line; choose with the arrow keys or a digit. What you type is kept; Esc "
        "leaves and you can go on later. Ctrl+S hands the record in.",
        "把投诉登记下来，让没有听到通话的同事也能看懂。按 Enter 或 Tab 到下一栏，Ctrl+J 换行，用方向键或数字选择。"
        "填写的内容随时保存，按 Esc 离开后可以接着填。按 Ctrl+S 提交。",
    ),
    "help.record_result": (
        "Each field as you wrote it, beside what is true of the case. + is right, ~ partly, x wrong, - missing. Press "
        "e to write it again.",
        "左边是你填的，右边是案情。+ 正确，~ 部分正确，x 有误，- 缺少。按 e 重新填写。",
    ),
    "help.case": (
        "The brief, the facts the customer has told so far, and what policy allows and forbids.",
        "案情简介、客户已说的事实，以及规定允许和禁止承诺的事。",
    ),
    "help.welcome": ("Type your name and press Enter.", "输入姓名，按 Enter。"),
    "help.seat": (
        "Type the seat code or the id that you were given, and press Enter.",
        "输入发给你的座位码或学号，按 Enter。",
    ),
    "help.rules": (
        "Read how the assessment goes. The time begins when you press Enter.",
        "请先看清考核规则。按 Enter 开始计时。",
    ),
    "help.sitting": (
        "Answer the customer in your own words. Enter sends, Ctrl+J begins a new line. At the top stands how much time "
        "is left; it goes on while you read this. When it is up, what is typed is sent as it stands.",
        "用自己的话回应客户。Enter 发送，Ctrl+J 换行。最上面是剩余时间，看帮助时也在走。到时间就把已写的内容原样发出。",
    ),
    "help.receipt": (
        "The receipt names the sitting, its place in the log, and everything that the mark rests on. C copies it.",
        "回执写明考核编号、它在记录中的位置，以及成绩的全部依据。按 C 复制。",
    ),
    "help.trouble": ("Read what went wrong; Enter goes back.", "看看出了什么问题，按 Enter 返回。"),
}
