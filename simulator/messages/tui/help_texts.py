"""What the help says of each screen."""

TEXTS: dict[str, tuple[str, str]] = {
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
    "help.rubrics": (
        "Choose a rubric with the arrow keys and Enter. It decides what counts, never what the customer does. Sessions "
        "already begun keep theirs.",
        "用方向键和 Enter 选择评分标准。它决定评什么，不影响客户的反应。已经开始的演练仍按原来的标准。",
    ),
}
