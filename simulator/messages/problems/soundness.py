"""What can never happen in a scenario, and where it gets stuck."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "way-never-taken": Entry(
        what=(
            "this way is never taken: the one in line {line} is tried before and holds whenever this one does",
            "这条去路永远走不到：第 {line} 行的先被尝试，而且凡是这条成立时它都成立",
        ),
        mend=(
            "Put the narrower way before the wider one, or make its condition different.",
            "请把条件更窄的放到前面，或改写条件。",
        ),
        why=(
            "Ways are tried in their order and the first that holds is taken. `anywhere:` comes before all of them.",
            "去路按顺序尝试，走第一条成立的。`anywhere:` 排在所有去路之前。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 1}, to: calmed}
      - «{when: {apology: 2}, mood: -10, to: calmed}»
      - {to: left}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, mood: -10, to: calmed}
      - {when: {apology: 1}, to: calmed}
      - {to: left}
""",
    ),
    "not-assessed": Entry(
        what=(
            "'{name}' is not assessed in '{beat}', so it has no level there",
            "“{beat}”不评定“{name}”，所以那里没有它的等级",
        ),
        mend=(
            "Add it to the beat's `assess:`, or take it out here.",
            "请在该情节的 `assess:` 中加上它，或在这里去掉。",
        ),
        why=(
            "A criterion that a beat does not list in `assess:` is not judged there; a condition on it never holds.",
            "没有列在 `assess:` 里的标准不会被评定，以它为条件就永远不成立。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {«listening»: 2}, to: calmed}
      - {to: left}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology, listening]
    ways:
      - {when: {listening: 2}, to: calmed}
      - {to: left}
""",
    ),
    "never-holds": Entry(
        what=("this never holds: it is always {possible}", "这永远不成立：取值总在 {possible}"),
        mend=("Write a range within {possible}.", "请写 {possible} 以内的范围。"),
        why=(
            "Levels go from 0 to 3, the mood from 0 to 100; visits and replies count from 1; no more facts can be "
            "given back than were told.",
            "等级是 0 到 3，怒气是 0 到 100；到访次数和回复数从 1 数起；复述的事实不会多于说过的。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: «4»}, to: calmed}
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 3}, to: calmed}
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
    ),
    "flags-and-none": Entry(
        what=("a reply can't raise a flag and none at once", "一条回复不可能既有扣分项又没有扣分项"),
        mend=("Take `no_flags` or `flags` out.", "请去掉 `no_flags` 或 `flags`。"),
        why=("Everything in `when:` must hold together.", "`when:` 中写的必须同时成立。"),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {flags: [rude], no_flags: «true»}, to: left}
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
    "not-told-yet": Entry(
        what=(
            "the fact '{name}' can't have been told when '{beat}' is played",
            "演到“{beat}”时，事实“{name}”还不可能说过",
        ),
        mend=(
            "Let this beat or one before it tell it (`tells:`), or take it out here.",
            "请让这个或之前的情节说出它（`tells:`），或在这里去掉。",
        ),
        why=(
            "Replies are compared only with the facts that the customer has told so far.",
            "回复只与客户到此为止说过的事实对照。",
        ),
        bad="""\
facts:
  waited: {says: I have waited nine days}
beats:
  opening:
    says: Where is my parcel?
    ways:
      - {when: {restated: [«waited»]}, to: calmed}
      - {to: more}
  more:
    says: I have waited nine days!
    tells: [waited]
    ways: [{to: left}]
""",
        good="""\
facts:
  waited: {says: I have waited nine days}
beats:
  opening:
    says: Where is my parcel?
    ways: [{to: more}]
  more:
    says: I have waited nine days!
    tells: [waited]
    ways:
      - {when: {restated: [waited]}, to: calmed}
      - {to: left}
""",
    ),
    "no-last-way": Entry(
        severity="warning",
        what=(
            "where none of the conditions holds, the customer stays in '{name}' without a word of yours",
            "如果条件都不成立，客户会停在“{name}”，而你没有为此写下任何内容",
        ),
        mend=("End the ways with one that has no `when:`.", "请在最后加一条没有 `when:` 的去路。"),
        why=(
            "Every reply needs an answer; the last way, without a condition, is for all replies that fit no other.",
            "每条回复都要有回应；最后一条不带条件的去路，接住其他都不适用的回复。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - «{when: {flags: any}, to: left}»
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {flags: any}, to: left}
      - {to: opening}
""",
    ),
    "no-line-fits": Entry(
        severity="warning",
        what=(
            "in the mood {mood} none of these lines fits, and one that does not is said",
            "怒气为 {mood} 时，这些台词都不合适，只能说一句不合适的",
        ),
        mend=("Add a line without `mood:`.", "请加一句不带 `mood:` 的台词。"),
        why=(
            "The customer must say something in every mood.",
            "无论怒气多少，客户总得说点什么。",
        ),
        bad="""\
beats:
  opening:
    «says»:
      - {mood: ">= 60", text: "Where is my parcel?!"}
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 3}, to: left}
      - {mood: -15, to: opening}
""",
        good="""\
beats:
  opening:
    says:
      - {mood: ">= 60", text: "Where is my parcel?!"}
      - Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 3}, to: left}
      - {mood: -15, to: opening}
""",
    ),
    "fact-never-told": Entry(
        what=("no beat tells the fact '{name}'", "没有情节说出事实“{name}”"),
        mend=("Add it to the `tells:` of the beat whose line tells it.", "请加到说出它的情节的 `tells:` 中。"),
        why=(
            "A fact that the customer never tells never appears in the case file and can't be given back.",
            "客户从没说过的事实不会出现在案情里，学员也无从复述。",
        ),
        bad="facts:\n  «waited»: {says: I have waited nine days}\n",
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
    "beat-never-reached": Entry(
        what=("no way leads to the beat '{name}'", "没有去路通向情节“{name}”"),
        mend=("Let a way lead to it, or take it out.", "请让某条去路通向它，或删去它。"),
        why=(
            "What can't be reached is never played; usually the way to it was forgotten or leads elsewhere.",
            "到不了的情节永远不会演到；多半是忘了写去路，或者去路指错了地方。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
  «storm»:
    says: I want the manager!
    ways: [{to: left}]
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: storm}
  storm:
    says: I want the manager!
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
""",
    ),
    "ending-never-reached": Entry(
        what=("no way leads to the ending '{name}'", "没有去路通向结局“{name}”"),
        mend=("Let a way lead to it, or take it out.", "请让某条去路通向它，或删去它。"),
        why=(
            "An ending that can't be reached is never seen, and its debrief never read.",
            "到不了的结局没人看得到，它的点评也没人读得到。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    ways: [{to: left}]
endings:
  «calmed»: {outcome: resolved, debrief: You said sorry.}
  left: {outcome: lost, debrief: You did not say sorry.}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
endings:
  calmed: {outcome: resolved, debrief: You said sorry.}
  left: {outcome: lost, debrief: You did not say sorry.}
""",
    ),
    "no-way-out": Entry(
        what=(
            "from '{name}' no ending can be reached without a fault: the play goes round in {beats}",
            "从“{name}”出发，不犯错就到不了任何结局，只会在 {beats} 里打转",
        ),
        mend=(
            "Give one of these beats a way to an ending or to a beat that leads to one, such as after some visits.",
            "请给其中一个情节加一条去路，通向结局或通向结局的情节，比如多次到访之后。",
        ),
        why=(
            "A trainee who finds no better words must still come to an end.",
            "学员想不出更好的话时，演练也得有个了结。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {apology: 1}, to: left}
      - {to: storm}
  «storm»:
    says: I want the manager!
    ways: [{to: storm}]
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: storm}
  storm:
    says: I want the manager!
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 3}, to: left}
      - {to: storm}
""",
    ),
}
