"""What shows only when a scenario is looked at whole, for all replies at once."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "way-never-open": Entry(
        severity="warning",
        what=(
            "no reply ever takes this way: whatever its condition lets through, the ways before it take first, or the "
            "play never comes here in such a state",
            "没有任何回复会走这条去路：条件放行的回复都先被前面的去路接走，或者演练根本不会以那样的状态来到这里",
        ),
        mend=(
            "Make the ways before it narrower, put it further up, or take it out; `simulator graph` shows the states.",
            "请收窄前面的条件、把它往前放，或删去它；`simulator graph` 能显示各种状态。",
        ),
        why=(
            "What the customer would say there is never heard, and the author thinks that it is.",
            "客户在那里要说的话永远听不到，而作者以为能听到。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {apology: "<= 1"}, to: left}
      - «{to: opening}»
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {apology: "<= 0"}, to: left}
      - {to: opening}
""",
    ),
    "never-boils-over": Entry(
        severity="warning",
        what=(
            "nobody comes to '{name}': the mood never reaches {at}, it is {most} at most",
            "没有人会走到“{name}”：怒气最高只到 {most}，达不到 {at}",
        ),
        mend=("Lower `at:`, or let faults anger more.", "请降低 `at:`，或让过错更惹人生气。"),
        why=(
            "An ending that can't be reached is never seen, and its debrief never read.",
            "到不了的结局没人看得到，它的点评也没人读得到。",
        ),
        bad="""\
«boils_over»: {at: 90, to: stormed}
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 2}, to: left}
      - {when: {apology: 1}, mood: 5, to: opening}
      - {mood: 10, to: opening}
endings:
  calmed: {outcome: resolved, debrief: You said sorry.}
  left: {outcome: lost, debrief: You did not say sorry.}
  stormed: {outcome: escalated, debrief: You made it worse.}
""",
        good="""\
boils_over: {at: 90, to: stormed}
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 2}, to: left}
      - {when: {apology: 1}, mood: 5, to: opening}
      - {mood: 25, to: opening}
endings:
  calmed: {outcome: resolved, debrief: You said sorry.}
  left: {outcome: lost, debrief: You did not say sorry.}
  stormed: {outcome: escalated, debrief: You made it worse.}
""",
    ),
    "no-ending-ahead": Entry(
        severity="warning",
        what=(
            "in '{name}' the play can go on for ever, whatever is said (mood {low} to {high})",
            "在“{name}”里，无论说什么，演练都可能没完没了（怒气 {low} 到 {high}）",
        ),
        mend=(
            "Give it a way out that is open in every state, such as after some visits.",
            "请给一条在任何状态下都能走的出路，比如多次到访之后。",
        ),
        why=("Every play must come to an end.", "每次演练都必须有个了结。"),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {flags: any}, to: left}
      - {when: {apology: 2}, to: calmed}
      - {when: {apology: 1}, mood: -5, to: shrugs}
      - {mood: 10, to: shrugs}
  «shrugs»:
    says: Is that all?
    ways:
      - {when: {mood: "<= 70"}, to: calmed}
      - {mood: 0, to: shrugs}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {flags: any}, to: left}
      - {when: {apology: 2}, to: calmed}
      - {when: {apology: 1}, mood: -5, to: shrugs}
      - {mood: 10, to: shrugs}
  shrugs:
    says: Is that all?
    ways:
      - {when: {mood: "<= 70"}, to: calmed}
      - {when: {visits: 2}, to: left}
      - {mood: 0, to: shrugs}
""",
    ),
    "no-good-ending": Entry(
        severity="warning",
        what=(
            "none of the endings is resolved or a compromise",
            "没有任何结局是“解决”或“折中”",
        ),
        mend=(
            "Write an ending whose outcome is `resolved` or `compromise`, and a way to it.",
            "请写一个 `outcome` 为 `resolved` 或 `compromise` 的结局，以及通向它的去路。",
        ),
        why=(
            "A trainee who does everything right must be able to succeed.",
            "学员全都做对了，就应当能够成功。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {to: left}
«endings»:
  calmed: {outcome: lost, debrief: You said sorry.}
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
    "hope-lost": Entry(
        severity="warning",
        what=(
            "after this way nothing can be mended any more, and yet the play goes on: in '{to}' (visit {visit}) every "
            "reply leads to a bad ending",
            "走了这条去路就再也无法挽回，演练却还在继续：在“{to}”（第 {visit} 次到访），任何回复都只能走向坏结局",
        ),
        mend=(
            "Lead straight to the ending, or put a way for a good reply first in '{to}'.",
            "请直接通向结局，或在“{to}”里把接住好回复的去路放到最前面。",
        ),
        why=(
            "A good reply that changes nothing teaches that good replies are useless.",
            "说得再好也没用，学员就会以为好好说话没有意义。",
        ),
        bad="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - «{to: storm}»
  storm:
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
      - {when: {apology: 3}, to: calmed}
      - {to: left}
""",
    ),
    "line-never-said": Entry(
        severity="warning",
        what=(
            "this line is never said: whenever it is due the mood is between {low} and {high}",
            "这句台词永远不会说出口：轮到它时，怒气总在 {low} 到 {high} 之间",
        ),
        mend=(
            "Change the mood it is for, or what the ways do to the mood, or take it out.",
            "请改它适用的怒气、改去路对怒气的影响，或删去它。",
        ),
        why=(
            "A variant for a mood in which nobody is at this moment is text that no trainee meets.",
            "为不会出现的怒气写的台词，没有学员会遇到。",
        ),
        bad="""\
beats:
  opening:
    says:
      - «{mood: ">= 90", text: WHERE is my parcel?}»
      - Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 2}, to: left}
      - {mood: 10, to: opening}
""",
        good="""\
beats:
  opening:
    says:
      - {mood: ">= 90", text: WHERE is my parcel?}
      - Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 2}, to: left}
      - {mood: 25, to: opening}
""",
    ),
    "line-passed-over": Entry(
        severity="warning",
        what=(
            "this line is never said: one of these is said once only, and in every mood another one comes before it",
            "这句台词永远不会说出口：这里只说一次，而无论怒气多少，总有别的一句排在它前面",
        ),
        mend=(
            "Write it for a mood that the others are not for, or take it out.",
            "请给它写明别的台词不适用的怒气，或删去它。",
        ),
        why=(
            "Of several lines the first that fits the mood is said, those written for it before plain ones; the next "
            "one has its turn only where the customer comes to this place again.",
            "几句台词中先说符合怒气的第一句，写明怒气的排在没写的前面；只有客户再次来到这里，才轮到下一句。",
        ),
        bad="""\
endings:
  calmed: {outcome: resolved, says: [Good., «Thank you.»], debrief: You said sorry.}
  left: {outcome: lost, debrief: You did not say sorry.}
""",
        good="""\
endings:
  calmed: {outcome: resolved, says: [Good., {mood: "<= 60", text: Thank you.}], debrief: You said sorry.}
  left: {outcome: lost, debrief: You did not say sorry.}
""",
    ),
    "comeback-never-drawn": Entry(
        severity="warning",
        what=(
            "no reply draws these lines: in this scenario nothing can be a '{trigger}'",
            "没有回复会引出这些台词：这个场景里不可能出现“{trigger}”",
        ),
        mend=(
            "Give the scenario what it takes (facts that are told, promises in `policy:`, a beat that assesses apology "
            "with a way without `react:`), or take the lines out.",
            "请补上所需的内容（说出的事实、`policy:` 中的承诺、评定道歉且有不写 `react:` 的去路的情节），"
            "或删去这些台词。",
        ),
        why=(
            "A comeback to what nobody can do is text that no trainee meets.",
            "为不可能发生的事写的回应，没有学员会遇到。",
        ),
        bad="reactions:\n  «broken_promise»: You promised!\n",
        good="reactions:\n  broken_promise: You promised!\npolicy:\n  may: [{id: send, says: send it again}]\n",
    ),
    "too-intricate": Entry(
        severity="warning",
        what=(
            "the scenario is too intricate for visits, replies and facts told to be counted: not all that is never "
            "reached or beyond hope is found",
            "场景过于复杂，无法逐一计算到访、回复和已说出的事实，走不到的去路和无望的局面可能查不全",
        ),
        mend=(
            "Use fewer conditions that count (visits, replies, facts), smaller numbers, or fewer beats.",
            "请减少计数的条件（到访、回复、事实）、用小一些的数，或减少情节。",
        ),
        why=(
            "The check looks at every state up to a fixed limit, and says so where it can't.",
            "检查会看遍所有状态，但有固定上限；看不完时会如实说明。",
        ),
        bad="""\
«scenario»: example
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 1000}, to: left}
      - {to: opening}
""",
        good="""\
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, to: calmed}
      - {when: {visits: 10}, to: left}
      - {to: opening}
""",
    ),
}
