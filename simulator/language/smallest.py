"""The smallest sound file of each kind: the rest of every example, and what stands in for what an author left out."""

from __future__ import annotations

SCENARIO = """\
scenario: example
lang: en
title: An example
kind: delay
difficulty: beginner
brief: A parcel is late, and the customer is at your desk.
customer:
  name: Mr Bell
  style: cooperative
  wants: the parcel
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - when: {apology: 2}
        to: calmed
      - to: left
endings:
  calmed:
    outcome: resolved
    debrief: You said sorry.
  left:
    outcome: lost
    debrief: You did not say sorry.
"""

RUBRIC = """\
rubric: example
title: {en: An example, zh: 示例}
cues:
  sorry:
    en: [sorry]
    zh: [对不起]
criteria:
  apology:
    name: {en: Apology, zh: 道歉}
    levels:
      en: [None., In form only., Clear., "Clear, and for what."]
      zh: [没有。, 流于形式。, 明确。, 明确且具体。]
    rules:
      - {level: 2, when: {sorry: 1}}
"""

VOCABULARY = """\
vocabulary: example
lang: en
groups:
  sorry: [sorry]
"""

WEIGHTS = """\
made_by: an example
fits: {}
"""

ASSESSMENT = """\
assessment: example
title: {en: An example, zh: 示例}
scenarios: [leaking-flat]
roster: roster.csv
"""

ROSTER = """\
id,name,group,language
S01,Li Na,A,en
S02,王芳,A,zh
"""

COURSE = """\
course: example
title: {en: An example, zh: 示例}
chapters:
  first:
    title: {en: First, zh: 第一章}
    aim: {en: To begin., zh: 开始。}
    scenarios: [leaking-flat]
"""

SEVERITIES = """\
check: {}
"""
