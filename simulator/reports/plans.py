"""A conversation as a plan: plain text that can be played again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol


class Spoken(Protocol):
    """A turn of a session or of a rehearsal."""

    @property
    def beat(self) -> str: ...
    @property
    def customer(self) -> tuple[str, ...]: ...
    @property
    def mood(self) -> int: ...
    @property
    def reply(self) -> str: ...


def plan_lines(
    title: str,
    turns: Iterable[Spoken],
    last_words: Iterable[str],
    mood: int,
    ending: str | None,
    beat: str,
    spare: bool = False,
) -> Iterator[str]:
    """The lines of a plan.

    Args:
        title: what the first line says, as a remark.
        turns: the turns.
        last_words: what the customer said after the last reply.
        mood: the mood at the end.
        ending: the ending, or None.
        beat: where it stands if it has not ended.
        spare: only where it goes and what is replied, so that a reworded line or another move of the mood is no
            departure.
    """
    yield f"# {_words(title)}"
    for turn in turns:
        yield ""
        yield from _said("beat", turn.beat)
        if not spare:
            yield from _said("mood", str(turn.mood))
            for words in turn.customer:
                yield from _said("customer", words)
        yield from _said("reply", turn.reply)
    yield ""
    yield from _said(*(("beat", beat) if ending is None else ("ending", ending)))
    if not spare:
        yield from _said("mood", str(mood))
        for words in last_words:
            yield from _said("customer", words)


def _said(part: str, words: str) -> Iterator[str]:
    first, *more = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    yield f"{part}: {first}"
    yield from (f"{'|':>{len(part) + 1}} {line}" for line in more)


def _words(text: str) -> str:
    return " ".join(text.split())
