"""What is said while a scenario is played, by a trainee or by its author."""

TEXTS: dict[str, tuple[str, str]] = {
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
    "play.slow": (
        "Your reply is on its way. It takes longer than usual; just wait.",
        "回复正在发出，比平时慢一些，请稍等。",
    ),
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
}
