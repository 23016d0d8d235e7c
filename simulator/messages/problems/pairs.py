"""What differs between the two languages of a scenario."""

from __future__ import annotations

from simulator.messages.problems.entry import Entry

_SAME = (
    "A scenario is one case in two languages: a class plays either and is judged alike.",
    "一个场景用两种语言讲同一个案例：学员用哪种语言，走法和评定都应当一样。",
)

ENTRIES: dict[str, Entry] = {
    "pair-missing": Entry(
        severity="warning",
        what=("{expected} stands in {file} and is missing here", "{file} 里有 {expected}，这里没有"),
        mend=("Add it here, or take it out there.", "请在这里补上，或在那边删去。"),
        why=_SAME,
    ),
    "pair-extra": Entry(
        severity="warning",
        what=("{got} is not in {file}", "{file} 里没有 {got}"),
        mend=(
            "Call it as it is called there, add it there, or take it out here.",
            "请改成那边的名字、在那边补上，或在这里删去。",
        ),
        why=_SAME,
    ),
    "pair-differs": Entry(
        severity="warning",
        what=("{place} is {got} here and {expected} in {file}", "{place} 在这里是 {got}，在 {file} 里是 {expected}"),
        mend=("Make them the same; only wordings may differ.", "请改成一致；只有措辞可以不同。"),
        why=_SAME,
    ),
    "pair-exemplar": Entry(
        severity="warning",
        what=(
            "{place} is {got} here, and its twin in {file} has {expected}",
            "{place} 在这里是 {got}，{file} 里对应的是 {expected}",
        ),
        mend=(
            "Make the replies as good as each other, or change what they must earn in both.",
            "请让两条回复一样好，或在两边都改应得的评定。",
        ),
        why=(
            "Paired exemplars show that both languages are judged alike.",
            "成对的示范回复证明两种语言的评判一致。",
        ),
    ),
    "pair-stale": Entry(
        severity="warning",
        what=(
            "this follows {file}:{line}, which has changed since: {text}",
            "这里对应 {file}:{line}，那边后来改过：{text}",
        ),
        mend=(
            "Bring this up to it; when all is, `simulator pair --mark FILE` says so.",
            "请改到一致；全部改好后，用 `simulator pair --mark 文件` 标记。",
        ),
        why=(
            "A short hash of each text is kept from when it was last followed; a text that changed may mean another "
            "thing now.",
            "上次对照时记下了每段文字的短哈希；文字改了，意思可能也变了。",
        ),
    ),
}
