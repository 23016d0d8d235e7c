"""Mistakes in an assessment."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

_TIMES = (
    "Opening and closing are moments, so a date, a time and the place where that time holds are all needed.",
    "开放和截止都是确定的时刻，所以日期、时间，以及这是哪里的时间，缺一不可。",
)
_NEIGHBOURS = (
    "Who sits next to each other should not sit the same scenario; the pool must have enough for that.",
    "相邻的座位不应当做同一个场景，备选的场景要够多才行。",
)

ENTRIES: dict[str, Entry] = {
    "unknown-scenario": Entry(
        what=("no scenario is called '{name}'", "没有名为“{name}”的场景"),
        mend=(
            "Write the id of a scenario; `simulator list` names them all.",
            "请写场景的编号，用 `simulator list` 查看全部。",
        ),
        why=(
            "Scenarios are looked for beside the file that names them, in the folder one works in, and among those "
            "that came with the program.",
            "场景依次在写出它的文件旁边、当前文件夹和程序自带的场景里查找。",
        ),
        bad="scenarios: [«leaking-flt»]\n",
        good="scenarios: [leaking-flat]\n",
        kind="assessment",
    ),
    "scenario-language": Entry(
        what=(
            "the scenario '{name}' is not there in '{lang}', the language of some seats, but in: {known}",
            "场景“{name}”没有“{lang}”这种语言，而名单里有座位使用它；现有语言：{known}",
        ),
        mend=(
            "Take a scenario that is there in every language of the roster, or write this one in that language.",
            "请换一个名单里各种语言都有的场景，或为它补上这种语言。",
        ),
        why=(
            "Every seat sits the scenarios in its own language.",
            "每个座位都用自己的语言做场景。",
        ),
    ),
    "scenario-broken": Entry(
        what=("the scenario '{name}' has errors and can't be sat", "场景“{name}”有错误，无法使用"),
        mend=("`simulator check {file}` tells what is wrong.", "用 `simulator check {file}` 查看错误。"),
        why=(
            "An assessment begins only when all its scenarios can be played.",
            "所有场景都能演练，考核才能开始。",
        ),
    ),
    "scenario-repeated": Entry(
        what=("the scenario '{name}' stands here already (line {line})", "场景“{name}”已经写过了（第 {line} 行）"),
        mend=("Write each scenario once.", "每个场景只写一次。"),
        why=(
            "Nobody should sit the same scenario twice in one assessment: the second time they know it. In a course "
            "it has one place.",
            "同一次考核里不应当做两遍同一个场景，第二遍就已经知道内容了。课程里它只有一个位置。",
        ),
        bad="scenarios: [leaking-flat, late-sofa, «leaking-flat»]\n",
        good="scenarios: [leaking-flat, late-sofa]\n",
        kind="assessment",
    ),
    "nothing-to-sit": Entry(
        what=("this assessment has no scenario", "这次考核没有任何场景"),
        mend=(
            "Write `scenarios:` for what everybody sits, `draw:` for what is drawn from a pool, or both.",
            "请用 `scenarios:` 写所有人都做的场景，用 `draw:` 写从备选里抽取的场景，也可以两样都写。",
        ),
        why=("There would be nothing to sit.", "没有可做的内容。"),
        bad="«assessment»: example\nscenarios: []\n",
        good="assessment: example\nscenarios: [leaking-flat]\n",
        kind="assessment",
    ),
    "pool-too-small": Entry(
        what=("{count} are to be drawn from a pool of {pool}", "要从 {pool} 个备选场景里抽 {count} 个"),
        mend=("Draw fewer, or put more into the pool.", "请少抽几个，或增加备选。"),
        why=_NEIGHBOURS,
        bad="draw: {count: 2, pool: «[late-sofa]»}\n",
        good="draw: {count: 1, pool: [late-sofa, data-bill]}\n",
        kind="assessment",
    ),
    "neighbours-share": Entry(
        severity="warning",
        what=(
            "with a pool of {pool}, neighbours get some scenarios in common; {needed} would do",
            "备选只有 {pool} 个，相邻座位会抽到相同的场景；有 {needed} 个就不会",
        ),
        mend=("Put twice as many into the pool as are drawn.", "备选的数量应是抽取数量的两倍。"),
        why=_NEIGHBOURS,
        bad="draw: {count: 2, pool: «[late-sofa, data-bill, mis-sold]»}\n",
        good="draw: {count: 2, pool: [late-sofa, data-bill, mis-sold, water-bill]}\n",
        kind="assessment",
    ),
    "unknown-rubric": Entry(
        what=("no rubric is called '{name}'", "没有名为“{name}”的评分标准"),
        mend=("Write the id of a rubric: {known}.", "请写评分标准的编号：{known}。"),
        why=(
            "All seats are judged by the rubric that is named here; without `rubric:`, by `core`.",
            "所有座位都按这里写的评分标准评分；不写 `rubric:` 时用 `core`。",
        ),
        bad="rubric: «coer»\n",
        good="rubric: core\n",
        kind="assessment",
    ),
    "no-roster": Entry(
        what=("the roster {file} can't be read: {reason}", "无法读取名单 {file}：{reason}"),
        mend=(
            "Write its path as seen from this file, such as class-a.csv.",
            "请写从本文件所在文件夹出发的路径，如 class-a.csv。",
        ),
        why=(
            "The roster says who sits: a table with a column `id` and, if wanted, `name`, `group`, `language`, `code`.",
            "名单写明谁参加：一个有“学号”列的表格，还可以有“姓名”“班级”“语言”“座位码”列。",
        ),
        bad="roster: «nobody.csv»\n",
        good="roster: roster.csv\n",
        kind="assessment",
    ),
    "bad-moment": Entry(
        what=("'{value}' is no date and time", "“{value}”不是日期和时间"),
        mend=(
            "Write it like 2026-09-07 09:00. An hour that is left out where clocks are put forward is no time either.",
            "请写成 2026-09-07 09:00 的样子。调夏令时跳过的那一小时也不是有效时间。",
        ),
        why=_TIMES,
        bad="opens: «7 September»\ntime_zone: Asia/Shanghai\n",
        good="opens: 2026-09-07 09:00\ntime_zone: Asia/Shanghai\n",
        kind="assessment",
    ),
    "no-zone": Entry(
        what=("it is not said where this time holds", "没有说明这是哪里的时间"),
        mend=("Add `time_zone: Asia/Shanghai`, or another one.", "请加上 `time_zone: Asia/Shanghai` 或其他时区。"),
        why=_TIMES,
        bad="opens: «2026-09-07 09:00»\n",
        good="opens: 2026-09-07 09:00\ntime_zone: Asia/Shanghai\n",
        kind="assessment",
    ),
    "unknown-zone": Entry(
        what=("no time zone is called '{name}'", "没有名为“{name}”的时区"),
        mend=(
            "Write a name such as Asia/Shanghai, Europe/London or UTC.",
            "请写 Asia/Shanghai、Europe/London、UTC 之类的名称。",
        ),
        why=_TIMES,
        bad="opens: 2026-09-07 09:00\ntime_zone: «Asia/Shanghia»\n",
        good="opens: 2026-09-07 09:00\ntime_zone: Asia/Shanghai\n",
        kind="assessment",
    ),
    "closes-first": Entry(
        what=("it closes before it opens ({opens})", "截止时间早于开放时间（{opens}）"),
        mend=("Write a later closing.", "请把截止时间改晚。"),
        why=("Nobody could sit it.", "这样谁也无法参加。"),
        bad="opens: 2026-09-07 09:00\ncloses: «2026-09-07 08:00»\ntime_zone: UTC\n",
        good="opens: 2026-09-07 09:00\ncloses: 2026-09-07 11:00\ntime_zone: UTC\n",
        kind="assessment",
    ),
    "window-short": Entry(
        severity="warning",
        what=(
            "a sitting takes {minutes} minutes, and it is open for {open} only",
            "考核限时 {minutes} 分钟，但只开放 {open} 分钟",
        ),
        mend=("Close later, or give fewer minutes.", "请把截止时间改晚，或减少限时。"),
        why=(
            "At closing everybody is stopped, whatever time they had left.",
            "到截止时间，所有人都会被停止，不论还剩多少时间。",
        ),
        bad="minutes: «90»\nopens: 2026-09-07 09:00\ncloses: 2026-09-07 10:00\ntime_zone: UTC\n",
        good="minutes: 45\nopens: 2026-09-07 09:00\ncloses: 2026-09-07 10:00\ntime_zone: UTC\n",
        kind="assessment",
    ),
    "never-closes": Entry(
        what=("scores are shown once it is closed, and it never closes", "成绩要等截止后显示，但没有截止时间"),
        mend=("Add `closes:`, or write another word under `scores:`.", "请加上 `closes:`，或改写 `scores:`。"),
        why=(
            "`scores: closed` waits for the moment under `closes:`.",
            "`scores: closed` 要等到 `closes:` 写的时刻。",
        ),
        bad="scores: «closed»\n",
        good="scores: end\n",
        kind="assessment",
    ),
}
