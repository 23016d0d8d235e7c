"""Mistakes against the declaration: keys, types, ranges."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "unknown-file": Entry(
        what=(
            "this is no scenario, rubric, vocabulary, assessment or course: it has no `scenario:`, `rubric:`, "
            "`vocabulary:`, `assessment:` or `course:`",
            "这不是场景、评分标准、词表、考核或课程："
            "其中没有 `scenario:`、`rubric:`、`vocabulary:`、`assessment:` 或 `course:`",
        ),
        mend=("Begin the file with one of these keys and its id.", "请在文件开头写上其中一个键和编号。"),
        why=(
            "This key tells what a file is, and so which other keys it takes.",
            "这个键说明文件是什么，也就决定了其余的键。",
        ),
        bad="«scenaro»: example\nlang: en\n",
        whole=True,
    ),
    "curly-quotes": Entry(
        what=(
            "{quote} is no quotation mark to YAML, so this text ends too early",
            "{quote} 在 YAML 里不算引号，这段文本提前结束了",
        ),
        mend=(
            'Put straight quotation marks around the text: "...".',
            '请用英文引号把文本括起来："……"。',
        ),
        why=(
            "Inside braces a comma or a colon ends a text that stands in no straight quotation marks.",
            "花括号里没有用英文引号括起来的文本，遇到英文逗号或冒号就结束了。",
        ),
        bad="""\
beats:
  opening:
    says: {mood: ">= 0", text: «“Well», I said: go.”}
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
        good="""\
beats:
  opening:
    says: {mood: ">= 0", text: "“Well, I said: go.”"}
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
    ),
    "comma-in-text": Entry(
        what=(
            "the comma ends this text, so '{key}' is taken for a key",
            "文本到这个英文逗号就结束了，“{key}”被当成了键",
        ),
        mend=('Put quotation marks around the whole text: "...".', '请用英文引号把整段文本括起来："……"。'),
        why=(
            "Inside braces a comma ends a text that stands in no quotation marks.",
            "花括号里没有用引号括起来的文本，遇到英文逗号就结束了。",
        ),
        bad="customer: {name: Mr Bell, style: cooperative, wants: «the parcel», and soon}\n",
        good='customer: {name: Mr Bell, style: cooperative, wants: "the parcel, and soon"}\n',
    ),
    "unknown-key": Entry(
        what=("no key is called '{key}' here", "这里没有名为“{key}”的键"),
        mend=("The keys here are: {known}.", "这里可用的键：{known}。"),
        why=(
            "A key that is not known would be passed over in silence, and what it says would never happen.",
            "不认得的键会被默默跳过，写的内容就永远不起作用。",
        ),
        bad="«minuts»: 5\n",
        good="minutes: 5\n",
    ),
    "missing-key": Entry(
        what=("'{key}' is missing", "缺少“{key}”"),
        mend=("Add `{key}:`.", "请加上 `{key}:`。"),
        why=("Without it the file can't be used.", "缺了它，文件就不能用。"),
        bad="«customer»:\n  name: Mr Bell\n  wants: the parcel\n",
        good="customer:\n  name: Mr Bell\n  style: cooperative\n  wants: the parcel\n",
    ),
    "empty-value": Entry(
        what=("nothing is written for '{key}'", "“{key}”没有内容"),
        mend=("Write a value, or take the line out.", "请填写内容，或删去这一行。"),
        why=(
            "A key without a value says nothing; perhaps something was meant to follow.",
            "只有键没有值，等于什么也没说；也许本来要写点什么。",
        ),
        bad='title: «""»\n',
        good="title: An example\n",
    ),
    "wrong-type": Entry(
        what=("{needed} is needed here, and this is {given}", "这里需要的是{needed}，而写的是{given}"),
        mend=("Write {needed}.", "请写成{needed}。"),
        why=(
            "Each key takes one kind of value: a text, a number, a list, or further keys.",
            "每个键只接受一种值：文本、数字、列表，或下一层的键。",
        ),
        bad="minutes: «soon»\n",
        good="minutes: 5\n",
    ),
    "unknown-value": Entry(
        what=("'{value}' is none of the values that can stand here", "“{value}”不是这里可用的值"),
        mend=("Write one of: {known}.", "请从中选一个：{known}。"),
        why=("Only these values have a meaning here.", "这里只有这些值有意义。"),
        bad="kind: «dely»\n",
        good="kind: delay\n",
    ),
    "bad-name": Entry(
        what=("'{name}' can't be a name", "“{name}”不能用作名称"),
        mend=(
            "Begin with a letter (a-z, A-Z) and go on with letters, digits, - and _; 64 signs at most.",
            "请以英文字母开头，其后用字母、数字、- 和 _，最多 64 个字符。",
        ),
        why=(
            "Names are used elsewhere in the file and on the command line, so they are kept simple.",
            "名称会在文件别处和命令行里用到，所以要写得简单。",
        ),
        bad="scenario: «my example»\n",
        good="scenario: my-example\n",
    ),
    "text-too-long": Entry(
        what=("the text has {length} characters; {limit} is the most", "文本有 {length} 个字符，上限是 {limit}"),
        mend=("Shorten it.", "请缩短。"),
        why=("So long a text can't be read in one go.", "这么长的文本没法一口气读完。"),
    ),
    "too-few": Entry(
        what=("here are {count}, and at least {limit} are needed", "这里有 {count} 项，至少需要 {limit} 项"),
        mend=("Add what is missing.", "请补上缺少的。"),
        why=(
            "A beat needs a line and a way on, a rubric a criterion, a criterion a description of each level.",
            "情节要有台词和去路，评分标准要有标准，每项标准要写全四个等级的说明。",
        ),
        bad="beats:\n  opening:\n    says: Where is my parcel?\n    ways: «[]»\n",
        good="beats:\n  opening:\n    says: Where is my parcel?\n    assess: [apology]\n    ways:\n"
        "      - {when: {apology: 2}, to: calmed}\n      - {to: left}\n",
    ),
    "too-many-items": Entry(
        what=("here are {count}, and {limit} is the most", "这里有 {count} 项，最多 {limit} 项"),
        mend=("Take out what is too much.", "请去掉多余的。"),
        why=(
            "A criterion has four levels with one description each; other lists have limits that no file should need.",
            "每项标准有四个等级，各有一条说明；其他列表也有上限，正常的文件不会超过。",
        ),
        bad="""\
criteria:
  apology:
    name: {en: Apology, zh: 道歉}
    levels:
      en: «[None., In form only., Clear., "Clear, and for what.", Perfect.]»
      zh: [没有。, 流于形式。, 明确。, 明确且具体。]
    rules:
      - {level: 2, when: {sorry: 1}}
""",
        good="""\
criteria:
  apology:
    name: {en: Apology, zh: 道歉}
    levels:
      en: [None., In form only., Clear., "Clear, and for what."]
      zh: [没有。, 流于形式。, 明确。, 明确且具体。]
    rules:
      - {level: 2, when: {sorry: 1}}
""",
        kind="rubric",
    ),
    "out-of-range": Entry(
        what=("{value} is out of range: it must be {sort} {limit}", "{value} 超出范围：{sort} {limit}"),
        mend=("Write a number that is {sort} {limit}.", "请写{sort} {limit} 的数。"),
        why=(
            "Moods go from 0 to 100, levels from 0 to 3; other numbers have bounds of their own.",
            "怒气是 0 到 100，等级是 0 到 3；其他的数也各有范围。",
        ),
        bad="minutes: «500»\n",
        good="minutes: 50\n",
    ),
    "bad-limits": Entry(
        what=("this is no range of whole numbers", "这不是整数范围"),
        mend=(
            'Write a number for "at least", or ">= 2", "<= 1", "== 0", "1..2" with the smaller number first.',
            '请写一个数表示“至少”，或写 ">= 2"、"<= 1"、"== 0"、"1..2"，小的数在前。',
        ),
        why=(
            "Conditions limit whole numbers: levels, the mood, visits, replies, hits of a cue group.",
            "条件限定的是整数：等级、怒气、到访次数、回复数、线索组的命中数。",
        ),
        bad="beats:\n  opening:\n    says: Where is my parcel?\n    assess: [apology]\n    ways:\n"
        "      - {when: {apology: «good»}, to: calmed}\n      - {when: {apology: 2}, to: calmed}\n      - {to: left}\n",
        good="beats:\n  opening:\n    says: Where is my parcel?\n    assess: [apology]\n    ways:\n"
        "      - {when: {apology: 2}, to: calmed}\n      - {to: left}\n",
    ),
    "one-language": Entry(
        what=("the text is blank in one of the two languages", "两种语言中有一种没有文字"),
        mend=("Write it in both, `en:` and `zh:`.", "`en:` 和 `zh:` 都要写。"),
        why=(
            "English and Chinese are equals: what a trainee reads must be there in both.",
            "中英文一视同仁：学员读到的内容两种语言都要有。",
        ),
        bad='title: «{en: An example, zh: " "}»\n',
        good="title: {en: An example, zh: 示例}\n",
        kind="rubric",
    ),
    "wrong-value": Entry(
        what=("'{value}' can't stand here ({detail})", "“{value}”不能写在这里（{detail}）"),
        mend=("Look at the same place in a file that works.", "请对照一个正常文件的同一处。"),
        why=("The declaration does not allow it.", "声明不允许这样写。"),
    ),
    "scenario-twice": Entry(
        severity="warning",
        what=("'{name}' ({lang}) is also the id of {file}", "{file} 也用了编号“{name}”（{lang}）"),
        mend=("Give one of them another id.", "请给其中一个换个编号。"),
        why=(
            "Scenarios are found by id and language; of two, only one would ever be played.",
            "场景靠编号和语言来找；两个相同，只有一个能演到。",
        ),
    ),
}
