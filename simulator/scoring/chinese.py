"""Chinese characters as they are compared: content characters, without those that only hold a sentence together."""

from __future__ import annotations

from collections.abc import Sequence

#: Characters that carry no content for comparing meanings.
STOP = frozenset(
    "的了是我你他她它们这那就也都还不没有在给把被让跟和到去来要会能可说上下得着过吧吗呢啊个一为什么怎样么而且但与及或之以于其"
)


def units(words: Sequence[str]) -> list[tuple[int, str]]:
    """The content characters of some tokens, each with its index."""
    return [(i, w) for i, w in enumerate(words) if w not in STOP]
