"""Copying the customer's message back, and heaps of cue words that make no sentences: neither earns anything."""

from __future__ import annotations

from simulator.scoring.look import Look

FEATURES = {
    "copied": "share of the reply that stands in runs of the customer's own words, in hundredths",
    "soup": "share of the reply's words that stand in heaps without sentence structure, in hundredths",
}

#: How many tokens in a row make a run: shorter ones are shared by chance.
RUN = {"en": 4, "zh": 7}
#: Of so many words in a row without any mark, at least this share are function words where people write sentences.
HEAP, FUNCTION_SHARE = {"en": 9, "zh": 14}, {"en": 0.17, "zh": 0.08}

#: Who speaks changes when a message is handed back; it stays a copy.
_PERSON = {
    **dict.fromkeys("i me we us you he she they him her them 我 你 他 她 咱 俺".split(), "P"),
    **dict.fromkeys("my mine our ours your yours his hers their theirs".split(), "PP"),
    **dict.fromkeys("am is are was were be been".split(), "B"),
}
_FUNCTION = frozenset(
    """a an the and or but so if then than that this these those there here it its i me my we us our you your he him his
    she her they them their who what which when where why how am is are was were be been do does did have has had will
    would can could should may might must not no of to in on at by for with from up out off as into about just very too
    的 了 是 我 你 他 她 们 这 那 就 也 都 还 不 没 有 在 给 把 被 让 跟 和 到 去 来 要 会 能
    可 说 上 下 得 着 过 吧 吗 呢 啊 个 一""".split()
)


def detect(look: Look) -> None:
    """Fills in `copied` and `soup`."""
    words = [_PERSON.get(w, w) for w in look.reading.words()]
    run = RUN[look.lang]
    source = [_PERSON.get(w, w) for w in look.context.customer.words()]
    known = {tuple(source[i : i + run]) for i in range(len(source) - run + 1)}
    inside: set[int] = set()
    for i in range(len(words) - run + 1):
        if tuple(words[i : i + run]) in known:
            inside.update(range(i, i + run))
    look.features["copied"] = round(100 * len(inside) / len(words)) if words else 0
    if inside:
        look.find("copied", min(inside), max(inside) + 1, "copying", "copied")
    heaped = 0
    for clause in look.reading.clauses:
        length = clause.end - clause.start
        if length >= HEAP[look.lang]:
            plain = sum(w in _FUNCTION for w in look.words(clause.start, clause.end))
            if plain < FUNCTION_SHARE[look.lang] * length:
                heaped += length
                look.find("soup", clause.start, clause.end, "heap of words", "soup")
    look.features["soup"] = round(100 * heaped / len(words)) if words else 0
