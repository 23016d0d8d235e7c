"""Where a session stands after its events: the same fold when it is played, brought forward, collected and verified."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.model.event import Began, Ended, Event, Moved, Replied, Scored
from simulator.store.records import Standing


def advance(standing: Standing, events: Iterable[tuple[int, float, str, Event | None]]) -> Standing:
    """The standing after more events, each given as (number, time, hash, event); None where it can't be read."""
    for seq, at, link, event in events:
        standing = replace(_after(standing, event), seq=seq, head=link, last=max(standing.last, at))
    return standing


def _after(standing: Standing, event: Event | None) -> Standing:
    match event:
        case Began(beat=beat, mood=mood) | Moved(to=beat, mood=mood):
            return replace(standing, beat=beat, mood=mood)
        case Replied():
            return replace(standing, turns=standing.turns + 1)
        case Scored(turn=turn, score=score):
            flags = {**dict(standing.flags), **dict.fromkeys(score.flags, turn)}
            criteria = tuple(dict.fromkeys((*standing.criteria, *score.levels)))
            return replace(standing, reply_score=score.score, flags=tuple(flags.items()), criteria=criteria)
        case Ended(ending=ending, outcome=outcome):
            return replace(standing, ending=ending, outcome=outcome)
        case _:
            return standing
