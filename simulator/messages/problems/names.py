"""Mistakes with names in a scenario."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "unknown-beat": Entry(
        what=("no beat or ending is called '{name}'", "没有名为“{name}”的情节或结局"),
        mend=("Write the name of a beat or an ending: {known}.", "请写情节或结局的名称：{known}。"),
        why=(
            "A way leads to a beat or an ending by its name; without one the play would have nowhere to go.",
            "每条去路都靠名称指向一个情节或结局；名称不对，演练就无处可去。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: «calmd»}
      - {to: left}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
    ),
    "no-start": Entry(
        what=(
            "no beat is called '{name}', and no other is named as the first",
            "没有名为“{name}”的情节，也没有指定从哪个开始",
        ),
        mend=(
            "Call the first beat `opening`, or name it with `start:` at the top.",
            "请把第一个情节命名为 `opening`，或在开头用 `start:` 指定。",
        ),
        why=(
            "The play begins with the beat that `start:` names; without it, with the one called `opening`.",
            "演练从 `start:` 指定的情节开始；没有写时，从名为 `opening` 的开始。",
        ),
        bad="""\
«beats»:
  arrival:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
        good="""\
start: arrival
beats:
  arrival:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
    ),
    "unknown-ending": Entry(
        what=("no ending is called '{name}'", "没有名为“{name}”的结局"),
        mend=("Write the name of an ending: {known}.", "请写结局的名称：{known}。"),
        why=(
            "When the customer boils over the play ends there, so this must be an ending, not a beat.",
            "客户怒气到顶时演练就此结束，所以这里必须是结局，不能是情节。",
        ),
        bad="boils_over: {at: 95, to: «opening»}\n",
        good="boils_over: {at: 95, to: left}\n",
    ),
    "unknown-fact": Entry(
        what=("no fact is called '{name}'", "没有名为“{name}”的事实"),
        mend=("Write a name that stands under `facts:`; here: {known}.", "请写 `facts:` 下的名称，这里有：{known}。"),
        why=(
            "`tells`, `restated` and `misstated` speak of the facts by their names under `facts:`.",
            "`tells`、`restated`、`misstated` 都用 `facts:` 下的名称来指事实。",
        ),
        bad="""\
facts:
  waited: {says: I have waited nine days}
beats:
  opening:
    says: Where is my parcel? I have waited nine days!
    tells: [«wated»]
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
        good="""\
facts:
  waited: {says: I have waited nine days}
beats:
  opening:
    says: Where is my parcel? I have waited nine days!
    tells: [waited]
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
    ),
    "unknown-promise": Entry(
        what=("no promise is called '{name}'", "没有名为“{name}”的承诺"),
        mend=(
            "Write the `id` of a promise under `policy:`; here: {known}.",
            "请写 `policy:` 下某项承诺的 `id`，这里有：{known}。",
        ),
        why=(
            "`promised:` names the promises in `policy:` by `id`; `allowed` and `forbidden` stand for all of a kind.",
            "`promised:` 用 `policy:` 中的 `id` 来指承诺；`allowed`、`forbidden` 分别代表所有允许的和禁止的。",
        ),
        bad="""\
policy:
  may: [{id: ring_depot, says: ring the depot now}]
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {promised: [«ring_depo»]}, to: calmed}
      - {to: left}
""",
        good="""\
policy:
  may: [{id: ring_depot, says: ring the depot now}]
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {promised: [ring_depot]}, to: calmed}
      - {to: left}
""",
    ),
    "unknown-criterion": Entry(
        what=("the rubric has no criterion '{name}'", "评分标准中没有“{name}”这一项"),
        mend=("Write one of the rubric's criteria: {known}.", "请写评分标准中的某一项：{known}。"),
        why=(
            "Only what the rubric defines can be assessed. The scenario is checked against the core rubric unless "
            "`--rubric` names another.",
            "只有评分标准里定义了的才能评定。检查场景时用 core 评分标准，除非用 `--rubric` 另行指定。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [«apolgy»]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
    ),
    "unknown-condition": Entry(
        what=("no criterion and no condition is called '{name}'", "没有名为“{name}”的标准或条件"),
        mend=("What can stand in `when:` is: {known}.", "`when:` 中可以写：{known}。"),
        why=(
            "In `when:` stand the rubric's criteria with the level that is needed, and conditions such as `flags`, "
            "`mood` or `visits`.",
            "`when:` 中可写评分标准的各项及所需等级，以及 `flags`、`mood`、`visits` 等条件。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {«visit»: 3}, to: left}
      - {to: opening}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 3}, to: left}
      - {to: opening}
""",
    ),
    "unknown-flag": Entry(
        what=("the rubric has no flag '{name}'", "评分标准中没有“{name}”这个扣分项"),
        mend=("Write one of the rubric's flags: {known}.", "请写评分标准中的扣分项：{known}。"),
        why=(
            "A flag that no rubric raises would keep this way shut for ever. `any` stands for all flags.",
            "评分标准里没有的扣分项永远不会出现，这条去路就永远走不通。`any` 代表所有扣分项。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {flags: [«rood»]}, to: left}
      - {to: calmed}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {flags: [rude]}, to: left}
      - {to: calmed}
""",
    ),
    "name-twice": Entry(
        what=("'{name}' is already the name of something else, in line {line}", "“{name}”已在第 {line} 行用作别的名称"),
        mend=("Rename one of them.", "请给其中一个改名。"),
        why=(
            "Ways lead to beats and endings by name, and conditions name promises, so a name must mean one thing.",
            "去路靠名称指向情节和结局，条件靠名称指承诺，所以一个名称只能指一样东西。",
        ),
        bad="""\
policy:
  may: [{id: refund, says: give you a voucher}]
  never: [{id: «refund», says: give you the money back}]
""",
        good="""\
policy:
  may: [{id: voucher, says: give you a voucher}]
  never: [{id: refund, says: give you the money back}]
""",
    ),
    "reserved-name": Entry(
        what=("'{name}' has a meaning of its own and can't be a name here", "“{name}”另有含义，不能在这里用作名称"),
        mend=("Choose another name.", "请换一个名称。"),
        why=(
            "`any`, `allowed` and `forbidden` stand for several things at once in conditions; in a rubric, the names "
            "of built-in features and of a condition's keys are taken as well.",
            "`any`、`allowed`、`forbidden` 在条件中代表一类事物；评分标准中，内置特征和条件的键名也已占用。",
        ),
        bad="policy:\n  may: [{id: «allowed», says: give you a voucher}]\n",
        good="policy:\n  may: [{id: voucher, says: give you a voucher}]\n",
    ),
    "unknown-placeholder": Entry(
        what=("{name} is not filled in here", "{name} 在这里不会被替换"),
        mend=(
            "In what the customer answers at once (`react`, `reactions`) write {{fact}} or {{promise}}; elsewhere "
            "write the words out.",
            "在客户当场的回应（`react`、`reactions`）里可写 {{fact}} 或 {{promise}}；别处请直接写出文字。",
        ),
        why=(
            "Only in a reaction is it known which fact was got wrong or which promise was made; elsewhere the braces "
            "would be shown to the trainee.",
            "只有在回应里才知道哪个事实说错了、许了什么承诺；在别处，花括号会原样显示给学员。",
        ),
        bad="""\
facts:
  waited: {says: I have waited nine days}
reactions:
  wrong_fact: «"No! {fakt}!"»
beats:
  opening:
    says: Where is my parcel? I have waited nine days!
    tells: [waited]
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
        good="""\
facts:
  waited: {says: I have waited nine days}
reactions:
  wrong_fact: "No! {fact}!"
beats:
  opening:
    says: Where is my parcel? I have waited nine days!
    tells: [waited]
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
    ),
}
