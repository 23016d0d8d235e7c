"""Exemplars that don't earn what they should."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "exemplar-level": Entry(
        what=(
            "the exemplar should get {expected} in {criterion} and gets {got} ({rule})",
            "示范回复的“{criterion}”应得 {expected}，实得 {got}（{rule}）",
        ),
        mend=(
            "Change the level or the reply. If the level is right, the rubric needs the wording.",
            "请改等级或改回复。如果等级没错，就要在评分标准里补上这种说法。",
        ),
        why=(
            "An exemplar is a test: it shows that the rubric judges a reply as its author does.",
            "示范回复就是测试：它表明评分标准的判断与作者一致。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
    exemplars:
      - {quality: strong, reply: The parcel left the depot at nine., levels: {apology: «3»}}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
    exemplars:
      - {quality: poor, reply: The parcel left the depot at nine., levels: {apology: 0}}
""",
    ),
    "exemplar-flags": Entry(
        what=(
            "the exemplar should raise {expected} and raises {got}",
            "示范回复应有的扣分项：{expected}；实际：{got}",
        ),
        mend=(
            "Change `flags:` or the reply.",
            "请改 `flags:` 或改回复。",
        ),
        why=(
            "An exemplar raises exactly the flags that it lists, and none where it lists none.",
            "示范回复列出哪些扣分项，就应恰好有哪些；没有列，就一项也不能有。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
    exemplars:
      - {quality: poor, reply: The parcel left the depot at nine., flags: «[threat]»}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
    exemplars:
      - {quality: poor, reply: The parcel left the depot at nine.}
""",
    ),
    "exemplar-way": Entry(
        what=(
            "the exemplar should lead to '{expected}' and leads to '{got}' (by {way})",
            "示范回复应通向“{expected}”，实际通向“{got}”（经 {way}）",
        ),
        mend=(
            "Change `to:`, the order or the conditions of the ways, or the state it is tried in (`given:`).",
            "请改 `to:`、去路的顺序或条件，或改试演时的状态（`given:`）。",
        ),
        why=(
            "The reply earned what it should, and yet another way was taken.",
            "回复得到了应得的评定，走的却是另一条路。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
    exemplars:
      - {quality: poor, reply: The parcel left the depot at nine., levels: {apology: 0}, to: «calmed»}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
    exemplars:
      - {quality: poor, reply: The parcel left the depot at nine., levels: {apology: 0}, to: left}
""",
    ),
}
