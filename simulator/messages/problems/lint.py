"""What an author of cues should look at again."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry
from simulator.messages.problems.rubric import CRITERION, LEVELS

_TWO = f"""\
{CRITERION}    rules: [{{level: 2, when: {{sorry: 1}}}}]
  regret:
    name: {{en: Regret, zh: 遗憾}}
{LEVELS}    rules: [{{level: 2, when: {{pity: 1}}}}]
"""


def _tried(reply: str, level: int) -> str:
    """A criterion with one example."""
    return (
        f"{CRITERION}    rules: [{{level: 2, when: {{sorry: 1}}}}]\n"
        f"    examples: [{{reply: {reply}, customer: You will apologise to me!, level: {level}}}]\n"
    )


ENTRIES: dict[str, Entry] = {
    "cue-in-two": Entry(
        severity="warning",
        what=(
            "this cue also stands in the group '{other}' (line {line}), which counts for something else: {names}",
            "这条线索也写在“{other}”组中（第 {line} 行），而该组计入另外的项目：{names}",
        ),
        mend=(
            "Leave it where it belongs; if it belongs to both, let both name one group.",
            "请只留在该在的组里；如果两边都算，请让两边引用同一个组。",
        ),
        why=(
            "One wording would earn two things at once, so a reply is paid twice for the same words.",
            "同一句话会同时得到两项分数，等于重复给分。",
        ),
        bad="cues:\n  sorry: {en: [sorry], zh: [对不起]}\n  pity: {en: [«sorry»], zh: [遗憾]}\n" + _TWO,
        good="cues:\n  sorry: {en: [sorry], zh: [对不起]}\n  pity: {en: [what a pity], zh: [遗憾]}\n" + _TWO,
        kind="rubric",
    ),
    "cue-no-twin": Entry(
        severity="warning",
        what=(
            "the group '{name}' has no cue in the other language ({lang}), and counts for: {names}",
            "“{name}”组没有另一种语言（{lang}）的线索，却计入：{names}",
        ),
        mend=(
            "Write its cues in both languages. A rubric for one language only has no cues in the other at all.",
            "请写出两种语言的线索。只用于一种语言的评分标准，另一种语言应当一条也不写。",
        ),
        why=(
            "In that language nothing is ever found, so the criterion can't be earned there.",
            "在那种语言里永远找不到，这项标准就无法得分。",
        ),
        bad="cues:\n  sorry: {en: [«sorry»]}\n  pity: {en: [what a pity], zh: [遗憾]}\n" + _TWO,
        good="cues:\n  sorry: {en: [sorry], zh: [对不起]}\n  pity: {en: [what a pity], zh: [遗憾]}\n" + _TWO,
        kind="rubric",
    ),
    "cue-one-character": Entry(
        severity="warning",
        what=(
            "'{cue}' can be a single Chinese character, which stands inside other words as well",
            "“{cue}”可以只是一个汉字，而它也会出现在别的词里",
        ),
        mend=("Write whole words: 抱歉, not 抱.", "请写完整的词：写“抱歉”，不写“抱”。"),
        why=(
            "Chinese has no blanks between words: 抱 is found in 抱怨 and 拥抱 too.",
            "汉字之间没有空格：“抱”在“抱怨”“拥抱”里也会被找到。",
        ),
        bad="cues:\n  sorry: {en: [sorry], zh: [对不起, «歉»]}\n",
        good="cues:\n  sorry: {en: [sorry], zh: [对不起, 抱歉]}\n",
        kind="rubric",
    ),
    "cue-too-short": Entry(
        severity="note",
        what=(
            "'{cue}' is too short for slips of the fingers to be seen in it",
            "“{cue}”太短，打错字时无法识别",
        ),
        mend=(
            "List the slips that people really make beside it, or take a longer wording.",
            "请把常见的错写也列上，或用更长的说法。",
        ),
        why=(
            "A slip is mended in words of six letters or more only: shorter ones are too near to each other.",
            "只有六个字母以上的词才会纠正错写；更短的词彼此太像。",
        ),
        bad="cues:\n  sorry: {en: [apologise, «sorry»], zh: [对不起]}\n",
        good="cues:\n  sorry: {en: [apologise], zh: [对不起]}\n",
        kind="rubric",
    ),
    "cue-negated": Entry(
        severity="note",
        what=(
            "'{cue}' counts even in its own negation: “{wording}” (so do {others} more of '{name}')",
            "“{cue}”被否定时也算数：“{wording}”（“{name}”组中另有 {others} 条也是）",
        ),
        mend=(
            "Give the group `vetoes: [quoted, negated]`, with a group `negation` in the rubric; where a gap lets the "
            "negation in, write what may stand there.",
            "请给该组加上 `vetoes: [quoted, negated]`，评分标准中要有 `negation` 组；"
            "如果否定词能落在间隔里，请写明间隔处可以有什么。",
        ),
        why=(
            "“I am not sorry” has every word of “I am sorry”.",
            "“我不抱歉”里也有“抱歉”二字。",
        ),
        bad="cues:\n  sorry: {en: [«apologise»]}\n",
        good="cues:\n  negation: {en: [not]}\n  sorry: {en: [apologise], vetoes: [quoted, negated]}\n",
        kind="rubric",
    ),
    "cue-echo": Entry(
        severity="note",
        what=(
            "a customer says this, and an echo of it earns {name}: “{line}” ({place}; cues of '{group}' are in "
            "{count} such lines)",
            "客户自己就这样说，照搬原话就能得到“{name}”：“{line}”（{place}；“{group}”组的线索见于 {count} 句这样的话）",
        ),
        mend=(
            "Take a wording that only an agent would use, or cap the criterion by `copied` (docs/cues.md).",
            "请用只有客服才会说的说法，或用 `copied` 给该标准设上限（见 docs/cues.md）。",
        ),
        why=(
            "Whoever copies the customer's own line back should earn nothing by it.",
            "把客户的原话抄回去，不应当得分。",
        ),
        bad="cues:\n  sorry: {en: [«apologise to me»]}\n" + _tried("Certainly.", 0),
        good="cues:\n  sorry: {en: [apologise to you]}\n" + _tried("Certainly.", 0),
        kind="rubric",
    ),
    "cue-not-exercised": Entry(
        severity="note",
        what=(
            "no exemplar has a wording of these: {cues} ({count} of the {of} cues of '{name}')",
            "没有示范回复用到这些说法：{cues}（“{name}”组 {of} 条线索中的 {count} 条）",
        ),
        mend=(
            "Write an exemplar that has it, or take out what nobody says.",
            "请写一条用到它的示范回复，或去掉没人会说的说法。",
        ),
        why=(
            "What no exemplar tries may never match as it was meant to, and nobody would notice.",
            "没有示范回复试过的线索，可能根本匹配不上，也没人会发现。",
        ),
        bad="cues:\n  sorry: {en: [apologise, «regretful»]}\n" + _tried("I apologise.", 2),
        good="cues:\n  sorry: {en: [apologise]}\n" + _tried("I apologise.", 2),
        kind="rubric",
    ),
}
