"""Chinese as it is compared: content characters, and the concepts that words of service talk share.

No segmenter: single content characters carry over to unseen writers better than words do, and start at once. The
concepts only add: a paraphrase without a shared character (送达, 到货) still meets.
"""

from __future__ import annotations

from collections.abc import Sequence

from simulator.scoring import synonyms_zh

#: Characters that carry no content for comparing meanings.
STOP = frozenset(
    "的了是我你他她它咱俺们这那哪就也都还又才再很太真好更最挺不没无有在给把被让叫使令跟和同与及或并而且但却可能会要想得地着过到去来上下里中间"
    "吧吗呢啊呀嘛哦哈哎唉嗯噢喔啦哟嘞个些点样么什怎为什因所以如果若然后于其之以此即对从向往按照将说讲话看听知道觉感事情况自己人家大小多少几两一"
    "先已经刚现今正只总共个份种次回边头儿子吗咋啥谁请谢您起做弄搞着由等这儿那儿嘅咗喺唔系佢哋啲冇"
)

_CONCEPT: dict[str, str] = {}
for _line in synonyms_zh.CONCEPTS.replace("\n  ", " ").splitlines():
    for _word in _line.split():
        _CONCEPT.setdefault(_word, f"={_line.split()[0]}")
#: A concept word's first character to the lengths that such words have, longest first.
_LENGTHS: dict[str, tuple[int, ...]] = {
    first: tuple(sorted({len(w) for w in _CONCEPT if w[0] == first}, reverse=True))
    for first in {w[0] for w in _CONCEPT}
}


def units(words: Sequence[str]) -> list[tuple[int, str]]:
    """The content characters of some tokens and the concepts of their words, each with its index."""
    out = [(i, w) for i, w in enumerate(words) if w not in STOP and w[0].isalnum()]
    end = 0
    for at, word in enumerate(words):
        if at < end or word not in _LENGTHS:
            continue
        for size in _LENGTHS[word]:
            concept = _CONCEPT.get(word if size == 1 else "".join(words[at : at + size]))
            if concept is not None:
                out.append((at, concept))
                end = at + size
                break
    return out
