"""Mistakes in a course."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

_ORDER = (
    "What must be done first is named, so that the home screen can tell what opens what.",
    "必须先完成的内容要写出名称，主界面才能说明完成什么会开放什么。",
)

#: A course up to what matters in an example.
_ONE = """\
chapters:
  ears:
    title: {en: Ears, zh: 听}
    aim: {en: Hear., zh: 听。}
"""
_TWO = f"""\
{_ONE}    scenarios: [leaking-flat]
  hands:
    title: {{en: Hands, zh: 做}}
    aim: {{en: Do., zh: 做。}}
"""

ENTRIES: dict[str, Entry] = {
    "unknown-chapter": Entry(
        what=("no chapter is called '{name}'", "没有名为“{name}”的章"),
        mend=("Write the name of a chapter: {known}.", "请写某一章的名称：{known}。"),
        why=_ORDER,
        bad=_TWO + "    after: «eras»\n    scenarios: [late-sofa]\n",
        good=_TWO + "    after: ears\n    scenarios: [late-sofa]\n",
        kind="course",
    ),
    "unknown-lesson": Entry(
        what=("the course has no scenario '{name}'", "这门课程里没有场景“{name}”"),
        mend=(
            "Write the id of a scenario that stands in a chapter of this course.",
            "请写本课程某一章里已有的场景的编号。",
        ),
        why=_ORDER,
        bad=_ONE + "    scenarios:\n      - leaking-flat\n      - {scenario: late-sofa, after: «leaking-falt»}\n",
        good=_ONE + "    scenarios:\n      - leaking-flat\n      - {scenario: late-sofa, after: leaking-flat}\n",
        kind="course",
    ),
    "never-open": Entry(
        what=(
            "the scenario '{name}' can never be opened: what it waits for waits for it",
            "场景“{name}”永远不会开放：它等待的内容也在等它",
        ),
        mend=("Take out one `after:` of the circle.", "请去掉循环中的一个 `after:`。"),
        why=(
            "A scenario opens once all that stands under its own and its chapter's `after:` is done.",
            "它自己和所在章的 `after:` 里写的内容都完成后，场景才会开放。",
        ),
        bad=_ONE + "    scenarios:\n      - {scenario: «leaking-flat», after: leaking-flat}\n",
        good=_ONE + "    scenarios: [leaking-flat]\n",
        kind="course",
    ),
    "needs-too-many": Entry(
        what=(
            "{needs} scenarios must be done, and the chapter has {count}",
            "要求完成 {needs} 个场景，而这一章只有 {count} 个",
        ),
        mend=("Write a smaller number, or leave `needs:` out for all.", "请写小一些的数，或去掉 `needs:`，表示全部。"),
        why=(
            "The chapter would never be done, and nothing after it would open.",
            "这一章永远无法完成，后面的也不会开放。",
        ),
        bad=_ONE + "    needs: «2»\n    scenarios: [leaking-flat]\n",
        good=_ONE + "    needs: 1\n    scenarios: [leaking-flat]\n",
        kind="course",
    ),
    "lesson-language": Entry(
        severity="warning",
        what=(
            "the scenario '{name}' is there in one language only: {lang}",
            "场景“{name}”只有一种语言：{lang}",
        ),
        mend=("Write it in the other language too, or leave it as it is.", "请补上另一种语言，也可以不改。"),
        why=(
            "Whoever practises in the other language goes through the course without it.",
            "用另一种语言练习的人会跳过它。",
        ),
    ),
}
