"""What is said around the screens: before there is one, in the palette, in the welcome, where something fails."""

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
}
