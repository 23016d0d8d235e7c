"""What `simulator graph` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.format": (
        "text; mermaid or dot for other programs; svg, a picture.",
        "text；mermaid 或 dot，供其他程序用；svg，一张图。",
    ),
    "help.output": ("Write to a file instead of the screen.", "写入文件，不输出到屏幕。"),
    "size": ("Beats: {beats}, endings: {endings}.", "情节 {beats} 个，结局 {endings} 个。"),
    "otherwise": ("otherwise", "其余"),
    "moods": ("mood {span}", "怒气 {span}"),
    "scores": ("score {span}", "得分 {span}"),
    "turns": ("turns {span}", "回合 {span}"),
    "never_reached": ("never reached", "从未到达"),
    "never_open": ("never open", "从未走通"),
    "loses_hope": ("hope is lost", "无法挽回"),
    "hope_lost": ("no hope in mood {span}", "怒气 {span} 时无法挽回"),
    "no_hope": ("no hope in any mood", "在任何怒气下都无法挽回"),
    "exemplars": ("exemplars: {exemplars}", "示范：{exemplars}"),
    "no_exemplars": ("none", "无"),
    "quality.strong": ("strong", "优秀"),
    "quality.middling": ("middling", "中等"),
    "quality.poor": ("poor", "较差"),
    "taken": ("exemplars {count}", "示范 {count}"),
    "not_taken": ("no exemplar", "没有示范"),
    "covered": (
        "Ways that an exemplar takes: {taken} of {ways}.",
        "有示范走过的去路：{taken} / {ways}。",
    ),
    "anywhere": ("anywhere", "任何情节"),
    "boils_over": ("boils over at mood {at}", "怒气到 {at} 时爆发"),
    "endings": ("Endings", "结局"),
    "legend": (
        "A row is a way: its condition, what it does to the mood (± where the reply decides), where it leads.",
        "每行是一条去路：条件、对怒气的影响（± 表示由回复决定）、通向哪里。",
    ),
    "legend.marks": (
        "● an exemplar takes it  ○ none does  ↺ the same beat again",
        "● 有示范走它  ○ 没有示范走它  ↺ 回到同一情节",
    ),
    "not_explored": (
        "Not exhaustive: the scenario is too intricate to be looked at whole. More may be reachable than is shown.",
        "并非穷尽：场景过于复杂，无法看遍。实际能到达的可能比显示的更多。",
    ),
    "not_counted": (
        "Not exact: the scenario is too intricate for visits, replies and facts told to be counted. "
        "Less may be reachable than is shown.",
        "并非精确：场景过于复杂，没有计算到访、回复和已说出的事实。实际能到达的可能比显示的更少。",
    ),
    "not_followed": (
        "Turns and scores are those of plays of up to {turns} turns (+); longer ones were not followed.",
        "回合和得分只统计到 {turns} 回合以内的演练（+），更长的没有跟下去。",
    ),
}
