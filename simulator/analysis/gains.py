"""What a group of replies does at once: to the mood, and to the score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from simulator.model.rubric import Rubric
from simulator.model.scenario import Style
from simulator.model.score import Observed, ReplyScore
from simulator.play.moods import earned
from simulator.scoring.judge import points

Levels = tuple[tuple[str, int], ...]
Flags = tuple[str, ...]
#: The least and the greatest score, 0 to 100; None where nothing is assessed.
Gain = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Replies:
    """A group of replies.

    Attributes:
        levels: criterion assessed to the levels that the replies may have, each rising.
        raised: groups of flags of which at least one is raised.
        maybe: groups of flags of which any may be raised, or none.
        silent, repeated: what the replies may be.
    """

    levels: tuple[tuple[str, tuple[int, ...]], ...]
    raised: tuple[Flags, ...]
    maybe: tuple[Flags, ...]
    silent: tuple[bool, ...] = (False, True)
    repeated: tuple[bool, ...] = (False, True)


class Gains:
    """Weighs groups of replies by a rubric, for a customer of one style."""

    def __init__(self, rubric: Rubric, style: Style) -> None:
        self._rubric, self._style = rubric, style
        self._known: dict[tuple[Replies, int | None], dict[int, Gain]] = {}

    def of(self, replies: Replies, mood: int | None) -> dict[int, Gain]:
        """What a group does.

        Args:
            replies: the group.
            mood: what the way does to the mood; None: the replies' own quality decides.

        Returns:
            Move of the mood to the least and the greatest score with that move.
        """
        key = (replies, mood)
        if key not in self._known:
            self._known[key] = self._weigh(replies, mood)
        return self._known[key]

    def _weigh(self, replies: Replies, mood: int | None) -> dict[int, Gain]:
        by_count = self._flags_by_count(replies)
        if mood is not None:
            worst = tuple((name, possible[0]) for name, possible in replies.levels)
            best = tuple((name, possible[-1]) for name, possible in replies.levels)
            return {mood: self._gain(worst, best, by_count[min(by_count)][0], by_count[max(by_count)][1])}
        out: dict[int, Gain] = {}
        for total, (worst, best) in self._levels_by_sum(replies).items():
            for count, (cheap, dear) in by_count.items():
                gain = self._gain(worst, best, cheap, dear)
                merge(out, dict.fromkeys(self._moves(replies, total, count), gain))
        return out

    def _moves(self, replies: Replies, total: int, flags: int) -> set[int]:
        return {
            _earned(self._style, len(replies.levels), total, flags, silent, repeated)
            for silent in replies.silent
            for repeated in replies.repeated
        }

    def _gain(self, worst: Levels, best: Levels, cheap: Flags, dear: Flags) -> Gain:
        low, high = points(self._rubric, dict(worst), dear), points(self._rubric, dict(best), cheap)
        return None if low is None or high is None else (low, high)

    def _levels_by_sum(self, replies: Replies) -> dict[int, tuple[Levels, Levels]]:
        """Sum of levels to the levels with that sum that score least and most."""
        weight = {name: self._rubric.criteria[name].weight for name, _ in replies.levels}

        def worth(levels: Levels) -> float:
            return sum(weight[name] * level for name, level in levels)

        out: dict[int, tuple[Levels, Levels]] = {0: ((), ())}
        for name, possible in replies.levels:
            grown: dict[int, tuple[Levels, Levels]] = {}
            for total, (worst, best) in out.items():
                for level in possible:
                    low, high = (*worst, (name, level)), (*best, (name, level))
                    known = grown.get(total + level, (low, high))
                    grown[total + level] = min(known[0], low, key=worth), max(known[1], high, key=worth)
            out = grown
        return out

    def _flags_by_count(self, replies: Replies) -> dict[int, tuple[Flags, Flags]]:
        """How many flags are raised, to the flags that cost least and most then."""

        def cost(flags: Iterable[str]) -> int:
            return sum(self._rubric.flags[name].cost for name in flags)

        out: dict[int, tuple[Flags, Flags]] = {0: ((), ())}
        for least, group in (*((1, group) for group in replies.raised), *((0, group) for group in replies.maybe)):
            ranked: Sequence[str] = sorted(group, key=lambda name: self._rubric.flags[name].cost)
            grown: dict[int, tuple[Flags, Flags]] = {}
            for before, (cheap, dear) in out.items():
                for count in range(least, len(ranked) + 1):
                    low = (*cheap, *ranked[:count])
                    high = (*dear, *ranked[len(ranked) - count :])
                    known = grown.get(before + count, (low, high))
                    grown[before + count] = min(known[0], low, key=cost), max(known[1], high, key=cost)
            out = grown
        return out


def wider(one: Gain, other: Gain) -> Gain:
    """The range that spans both."""
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def merge(into: dict[int, Gain], more: Mapping[int, Gain]) -> None:
    """Adds moves and scores to others."""
    for move, gain in more.items():
        into[move] = wider(into[move], gain) if move in into else gain


@lru_cache(maxsize=10_000)
def _earned(style: Style, criteria: int, total: int, flags: int, silent: bool, repeated: bool) -> int:
    """What such a reply does to the mood; only the mean of the levels counts, not which level is whose."""
    share, more = divmod(total, criteria) if criteria else (0, 0)
    levels = {str(n): share + (n < more) for n in range(criteria)}
    observed = Observed(silent=silent, repeated=repeated)
    return earned(style, ReplyScore(levels, tuple(map(str, range(flags))), None, observed=observed))
