"""What is wrong with a plan, and where the play departs from it."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "plan-line": Entry(
        what=("this line says nothing that a plan can say", "计划里看不懂这一行"),
        mend=(
            "Begin it with one of: {known}, and a colon; with # for a remark, or with | to go on with the line above.",
            "请以 {known} 之一加冒号开头；或以 # 开头写注释，以 | 开头接续上一行。",
        ),
        why=(
            "A plan is a conversation in plain text: one thing a line.",
            "计划是用纯文本写的一段对话，一行说一件事。",
        ),
    ),
    "plan-departs": Entry(
        what=("the {part} should be {expected} and is {got}", "{part}应为 {expected}，实际是 {got}"),
        mend=(
            "Change the plan if the scenario is right; `simulator rehearse --plan FILE --record FILE` writes it anew.",
            "如果场景没错，就改计划；`simulator rehearse --plan 文件 --record 文件` 可以重写一份。",
        ),
        why=(
            "A plan holds a scenario to a conversation that was once right. What comes after a first departure is not "
            "compared.",
            "计划让场景保持曾经正确的走法。第一处不符之后的内容不再比较。",
        ),
    ),
    "plan-goes-on": Entry(
        what=("the play has ended in '{ending}' before this reply", "还没说到这条回复，演练已在“{ending}”结束"),
        mend=("Take it out, or change what leads to the ending.", "请删去它，或改动通向该结局的内容。"),
        why=("After the end nobody answers.", "结束之后不再有人回应。"),
    ),
}
