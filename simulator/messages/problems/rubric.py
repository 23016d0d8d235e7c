"""Mistakes in rubrics and vocabularies."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

#: What examples have in common: the levels of a criterion, and a criterion up to its rules.
LEVELS = """\
    levels:
      en: [None., In form only., Clear., "Clear, and for what."]
      zh: [没有。, 流于形式。, 明确。, 明确且具体。]
"""
CRITERION = f"criteria:\n  apology:\n    name: {{en: Apology, zh: 道歉}}\n{LEVELS}"
_RULED = CRITERION + "    rules:\n      - {level: 2, when: {sorry: 1}}\n"


def _regret(like: str) -> str:
    """Two criteria, of which one is like another."""
    return f"""\
{_RULED}  regret:
    name: {{en: Regret, zh: 遗憾}}
    like: {like}
{LEVELS}    rules:
      - {{level: 1, when: {{sorry: 1}}}}
"""


ENTRIES: dict[str, Entry] = {
    "missing-file": Entry(
        what=("the file {file} can't be read: {reason}", "无法读取文件 {file}：{reason}"),
        mend=(
            "Write its path as seen from this rubric's folder, such as cues/apology.en.yaml; after `based_on:` the id "
            "of a rubric will do, such as core.",
            "请写从本文件所在文件夹出发的路径，如 cues/apology.en.yaml；`based_on:` 后也可以写评分标准的 id，如 core。",
        ),
        why=(
            "`uses:`, `weights:` and `based_on:` name files by their path from the rubric.",
            "`uses:`、`weights:` 和 `based_on:` 用相对于评分标准文件的路径来指文件。",
        ),
        bad="uses: [«cues/nowhere.yaml»]\n",
        good="uses: []\n",
        kind="rubric",
    ),
    "unknown-feature": Entry(
        what=("no feature and no cue group is called '{name}'", "没有名为“{name}”的特征或线索组"),
        mend=(
            "Write the name of a cue group or of a built-in feature.",
            "请写线索组的名称，或内置特征的名称。",
        ),
        why=(
            "A rule on something that is never found would never hold, or always.",
            "以永远找不到的东西为条件，规则就永远不成立，或者总是成立。",
        ),
        bad=CRITERION + "    rules:\n      - {level: 2, when: {«sory»: 1}}\n",
        good=_RULED,
        kind="rubric",
    ),
    "unknown-taken": Entry(
        what=("the rubric that this is based on has no '{name}'", "所依据的评分标准中没有“{name}”"),
        mend=(
            "Write one of its names: {known}.",
            "请写其中的某一项：{known}。",
        ),
        why=(
            "`takes:`, `weigh:` and `like:` speak of what the other rubric has. A rubric that is not based on another "
            "can only speak of its own criteria there.",
            "`takes:`、`weigh:` 和 `like:` 说的是另一份评分标准里的内容。不依据别的评分标准时，只能写自己的标准。",
        ),
        bad=_regret("«apolgy»"),
        good=_regret("apology"),
        kind="rubric",
    ),
    "circular-base": Entry(
        what=("this rubric is based on '{name}', and that one on this", "本评分标准依据“{name}”，而后者又依据本标准"),
        mend=("Base one of the two on something else, or on nothing.", "请让其中一份改为依据别的，或不依据任何标准。"),
        why=(
            "What a rubric takes from another must be written somewhere in the end.",
            "从别处拿来的内容，最终总要在某处写出来。",
        ),
    ),
    "example-level": Entry(
        what=(
            "the example should get {expected} and gets {got} ({rule})",
            "示例应得 {expected}，实得 {got}（{rule}）",
        ),
        mend=(
            "Change the level or the example. If the level is right, the rules or the cues need mending.",
            "请改等级或改示例。如果等级没错，就要改规则或线索。",
        ),
        why=(
            "An example shows what a criterion means, and is a test: the rubric judges it as its author says.",
            "示例说明一项标准的含义，也是测试：评分标准的判断要与作者说的一致。",
        ),
        bad=_RULED + "    examples:\n      - {reply: I am sorry., level: «3»}\n",
        good=_RULED + "    examples:\n      - {reply: I am sorry., level: 2}\n",
        kind="rubric",
    ),
    "stale-weights": Entry(
        severity="warning",
        what=(
            "the fitted weights of '{name}' are older than the rubric, which lacks {lacking}",
            "“{name}”的拟合权重比评分标准旧，评分标准中没有 {lacking}",
        ),
        mend=(
            "Fit them anew with tools/fit_weights.py, or take `weights:` out, so that the rules alone decide.",
            "请用 tools/fit_weights.py 重新拟合，或去掉 `weights:`，只按规则评定。",
        ),
        why=(
            "What the rubric no longer finds counts as not found, so the weights judge worse than they could.",
            "评分标准里已经没有的特征一律按没找到算，权重的判断就会打折扣。",
        ),
    ),
    "bad-wordings": Entry(
        what=(
            "this is no line of a table of wordings",
            "这不是措辞表中的一行",
        ),
        mend=(
            "A line holds a wording and as many whole numbers as the header names, apart by tabs. The first line says "
            "which command made the table, the second is the header, the third begins with (any). "
            "tools/fit_weights.py makes it anew.",
            "一行是一个措辞加上与表头一样多的整数，用制表符隔开。第一行写明由什么命令生成，第二行是表头，"
            "第三行以 (any) 开头。"
            "用 tools/fit_weights.py 可重新生成。",
        ),
        why=(
            "The table says what each wording speaks for; with a line that can't be read the scores would be others.",
            "表中写明每个措辞说明什么；有一行读不出，分数就不一样了。",
        ),
    ),
    "rule-never-used": Entry(
        what=(
            "this never decides: what stands in line {line} is tried before and holds whenever this does",
            "这一条永远轮不到：第 {line} 行的先被尝试，而且凡是这条成立时它都成立",
        ),
        mend=(
            "Put the narrower condition before the wider one.",
            "请把条件更窄的放到前面。",
        ),
        why=(
            "Rules and advice are tried in their order; the first that holds decides.",
            "规则和建议按顺序尝试，第一条成立的说了算。",
        ),
        bad=CRITERION + "    rules:\n      - {level: 1, when: {sorry: 1}}\n      - «{level: 2, when: {sorry: 2}}»\n",
        good=CRITERION + "    rules:\n      - {level: 2, when: {sorry: 2}}\n      - {level: 1, when: {sorry: 1}}\n",
        kind="rubric",
    ),
    "bad-cue": Entry(
        what=("the cue can't be read: {reason}", "这条线索无法读取：{reason}"),
        mend=("Look at the notation in docs/cues.md.", "写法见 docs/cues.md。"),
        why=(
            "Brackets, gaps, stars and references in cues have a meaning of their own.",
            "线索中的括号、间隔、星号和引用都有各自的含义。",
        ),
        bad='vocabulary: example\nlang: en\ngroups:\n  sorry: [sorry, «"(so|very sorry"»]\n',
        good='vocabulary: example\nlang: en\ngroups:\n  sorry: [sorry, "(so|very|) sorry"]\n',
        kind="vocabulary",
    ),
    "unknown-group": Entry(
        what=("no cue group is called '{name}'", "没有名为“{name}”的线索组"),
        mend=(
            "Write the name of a group in the same language; number, time and money are built in.",
            "请写同一语言中某个组的名称；number、time、money 是内置的。",
        ),
        why=(
            "`<name>` in a cue stands for anything that the group of this name finds.",
            "线索中的 `<名称>` 代表该组能找到的任何内容。",
        ),
        bad="cues:\n  sorry: {en: [«sorry for the <troubel>»], zh: [对不起]}\n  trouble: {en: [trouble], zh: [麻烦]}\n",
        good="cues:\n  sorry: {en: [sorry for the <trouble>], zh: [对不起]}\n  trouble: {en: [trouble], zh: [麻烦]}\n",
        kind="rubric",
    ),
    "circular-groups": Entry(
        what=("these groups refer to each other in a circle: {groups}", "这些组互相引用，成了循环：{groups}"),
        mend=("Write one of the references out.", "请把其中一处引用直接写出来。"),
        why=(
            "A group is found after those that it refers to, so a circle can never be found.",
            "一个组要等它引用的组找到之后才能找，所以循环永远找不到。",
        ),
        bad="cues:\n  sorry: {en: [sorry, «very <regret>»], zh: [对不起]}\n"
        "  regret: {en: [<sorry> indeed], zh: [遗憾]}\n",
        good="cues:\n  sorry: {en: [sorry, very <regret>], zh: [对不起]}\n  regret: {en: [regret it], zh: [遗憾]}\n",
        kind="rubric",
    ),
}
