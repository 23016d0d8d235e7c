"""What `simulator harvest` says."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.labels": (
        "Take a labelled set instead of the log: three files, as corpus/README.md describes them.",
        "不用演练记录，改用一套标注数据：三个文件，格式见 corpus/README.md。",
    ),
    "help.least": ("In so many credited replies a wording must be.", "一种说法至少要出现在几条得到认可的回复中。"),
    "help.most": ("So many wordings for each criterion and language.", "每项标准、每种语言最多给出几种说法。"),
    "help.format": ("yaml to paste into a rubric, or json.", "yaml（可粘贴到评分标准中），或 json。"),
    "cannot_read": ("{path} can't be read: {reason}.", "无法读取 {path}：{reason}。"),
    "bad_line": ("{path}, line {line}: {reason}", "{path} 第 {line} 行：{reason}"),
    "no_list": (
        "The contexts must be a JSON list of objects, of {limit} bytes at most.",
        "情境文件必须是一个 JSON 列表，且不超过 {limit} 字节。",
    ),
    "not_an_object": ("The line must be a JSON object.", "这一行必须是一个 JSON 对象。"),
    "no_context": ("No context is called {name}.", "没有名为 {name} 的情境。"),
    "needs_level": ("`{field}` must be a level from 0 to 3.", "`{field}` 必须是 0 到 3 的等级。"),
    "nobody": (
        "Nobody has judged a reply yet: there is no override in the log.",
        "还没有人评过回复：演练记录中没有人工改评。",
    ),
    "unread": (
        "Sessions that this version can't read, left out: {count}.",
        "本版本无法读取、未计入的演练：{count} 次。",
    ),
    "nothing": (
        "Replies judged by people: {judged}. No wording stands out that the cues do not know.",
        "人工评过的回复：{judged} 条。没有发现线索以外的突出说法。",
    ),
    "found": (
        "Replies judged by people: {judged}. Wordings: {count}.",
        "人工评过的回复：{judged} 条。找到说法 {count} 种。",
    ),
    "head": (
        "Wordings that people credited and no cue caught. Look at each before you paste it into the rubric's `cues:`; "
        "a group counts once a rule names it.",
        "得到人工认可、但没有线索能识别的说法。请逐条看过再粘贴到评分标准的 `cues:` 中；规则里写了组名，该组才起作用。",
    ),
    "of": (
        "{name}: {of_missed} replies got more from people than from the rubric, {of_bare} got nothing from people.",
        "{name}：{of_missed} 条回复的人工评定高于评分标准，{of_bare} 条人工评定为零。",
    ),
    "count": (
        "in {missed} of the {of_missed}, in {bare} of the {of_bare}; in {all} of all replies",
        "前者中有 {missed} 条，后者中有 {bare} 条；全部回复中有 {all} 条",
    ),
    "credited": ("credited: {reply}", "得到认可：{reply}"),
    "elsewhere": ("would match too: {reply}", "也会匹配：{reply}"),
}
