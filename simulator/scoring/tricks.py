"""Replies made for the rubric and not for this customer: copies, heaps of cue words, stock replies, talk of scores."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from simulator.scoring.facts import PreparedContext
from simulator.scoring.look import Look
from simulator.scoring.meaning import is_quantity

FEATURES = {
    "copied": "share of the reply that stands in runs of the customer's own words, in hundredths",
    "soup": "share of the reply's words that stand in heaps without sentence structure, in hundredths",
    "specific": "different content units of the case outside what is said to every customer",
    "stock": "1 where a long reply has nothing of this case: it could be sent to anybody",
    "meta": "wordings about rating, or about the customer as somebody else",
}

#: How many tokens in a row make a run: shorter ones are shared by chance.
RUN = {"en": 5, "zh": 7}
#: Of so many words in a row without any mark, at least this share are function words where people write sentences.
HEAP, FUNCTION_SHARE = {"en": 9, "zh": 14}, {"en": 0.17, "zh": 0.08}
#: What a reply can do, each as the cue groups that show it. In 2,744 rated replies no stretch without a mark did more
#: than six of these things (`python tools/fit_weights.py` reads the same sets).
ROLES = (
    ("sorry_formal", "sorry_strong", "sorry_weak", "sorry_plain"), ("admission", "shame"),
    ("understand", "acknowledge"), ("feeling",), ("validation", "hardship"), ("open_question", "invitation"),
    ("missed_question", "care"), ("restate_frame", "check"), ("wish",), ("step", "handover", "vague"),
    ("channel", "who"),
)  # fmt: skip
MOST_ROLES = 6
#: What is said to every customer alike.
COMMON = (
    *(group for role in ROLES for group in role if group not in ("feeling", "hardship")),
    "regret_frame", "generic_object", "side_object", "thanks", "admin_request", "agents_feeling", "template",
    "brush_off", "cannot", "alternative", "guarantee",
)  # fmt: skip
#: A longer hit has gaps, and in them may stand what is said to this customer alone.
SET_PHRASE = {"en": 4, "zh": 12}
#: From so many words on a reply must say something of the case, and one thing more for so many further words.
STOCK_FROM, STOCK_EACH = 40, {"en": 60, "zh": 20}

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
    """Fills in the features above."""
    words = look.reading.words
    look.features["copied"] = _copied(look, words)
    look.features["soup"] = round(100 * sum(end - start for start, end in _heaps(look)) / len(words)) if words else 0
    specific = _specific(look)
    length = look.features["words"]
    look.features["specific"] = specific
    look.features["stock"] = int(length >= STOCK_FROM and specific <= length / STOCK_EACH[look.lang])
    look.features["meta"] = len(look.hits.get("meta", ()))


def _copied(look: Look, written: Sequence[str]) -> int:
    run = RUN[look.lang]
    known, own = _customers_runs(look.context, run)
    said = _whoever_speaks(written)
    inside: set[int] = set()
    length = 0
    for after, word in enumerate(said, start=1):
        length = length + 1 if word in own else 0
        if length >= run and said[after - run : after] in known:
            inside.update(range(after - run, after))
    if inside:
        look.find("copied", min(inside), max(inside) + 1, "copying", "copied")
    return round(100 * len(inside) / len(written)) if written else 0


@lru_cache(maxsize=256)
def _customers_runs(context: PreparedContext, run: int) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """All runs of so many words in the customer's message, whoever speaks, and all its words."""
    said = _whoever_speaks(context.customer.words)
    return frozenset(said[at : at + run] for at in range(len(said) - run + 1)), frozenset(said)


def _whoever_speaks(words: Sequence[str]) -> tuple[str, ...]:
    return tuple([_PERSON.get(word, word) for word in words])


def _heaps(look: Look) -> list[tuple[int, int]]:
    """The stretches of tokens that are words without sentences."""
    heaps = []
    stretches = _stretches(look)
    does = _does(look, [start for start, _ in stretches])
    for number, (start, end) in enumerate(stretches):
        bare = False
        if end - start >= HEAP[look.lang]:
            plain = sum(w in _FUNCTION for w in look.words(start, end))
            bare = plain < FUNCTION_SHARE[look.lang] * (end - start)
        if bare or does[number] > MOST_ROLES:
            heaps.append((start, end))
            look.find("soup", start, end, "heap of words", "soup")
    return heaps


def _does(look: Look, starts: list[int]) -> Counter[int]:
    """Stretch to how many different things it does: the roles of its cues, and one more for a time."""
    out: Counter[int] = Counter()
    for role in ROLES:
        if not look.hits.keys().isdisjoint(role):
            out.update({bisect_right(starts, h.start) - 1 for group in role for h in look.hits.get(group, ())})
    out.update({bisect_right(starts, q.start) - 1 for times in look.times for q in times})
    return out


def _stretches(look: Look) -> list[tuple[int, int]]:
    """The ranges of tokens that no mark divides."""
    out: list[tuple[int, int]] = []
    start = 0
    for clause in look.reading.clauses:
        if clause.close:
            out.append((start, clause.end))
            start = clause.end
    return out if start == len(look.reading.tokens) else [*out, (start, len(look.reading.tokens))]


def _specific(look: Look) -> int:
    common = {
        i
        for group in COMMON
        for hit in look.hits.get(group, ())
        if hit.end - hit.start <= SET_PHRASE[look.lang]
        for i in range(hit.start, hit.end)
    }
    matter, policy = look.context.matter, look.context.policy
    return len({u for i, u in look.places if (u in matter or u in policy) and i not in common and not is_quantity(u)})
