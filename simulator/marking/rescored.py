"""What a session gets when its replies are scored anew: kept beside what it was played with, and what moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict

from simulator.model.score import ReplyScore, SessionLevel


class Rescored(BaseModel):
    """A session scored anew, as the log keeps it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rubric: str
    """The rubric's id."""
    digest: str
    """Its digest; its texts are in the log under it."""
    engine: str
    """The version of the program that scored."""
    was: float | None
    """The engine's score before, 0 to 100."""
    score: float | None
    """The engine's score from now on."""
    passed: bool
    """Whether it is passed by it."""
    scores: tuple[ReplyScore, ...]
    """The scores of the replies; turn 1 first."""
    whole: tuple[SessionLevel, ...] = ()
    """What was judged over the whole session."""


class KeptRubric(BaseModel):
    """A rubric that sessions were scored anew with, as the log keeps it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rubric: str
    """Its id."""
    texts: tuple[tuple[str, str], ...]
    """File name to text, of the rubric and all it uses, as in `RubricBundle.texts`."""


@dataclass(frozen=True, slots=True)
class Move:
    """One level or flag that is another now.

    Attributes:
        kind: a level of a reply, a flag, or a level of the whole session.
        turn: the turn; None for the whole session.
        name: the criterion or flag.
        was, now: the level of 0 to 3, or 1 for a flag that is raised and 0 for one that is not; None where it was or is
            not assessed.
        was_rule, now_rule: the rule, cap or weights that decided, as in `Judgement.rule`; "" where none is known.
    """

    kind: Literal["level", "flag", "whole"]
    turn: int | None
    name: str
    was: int | None
    now: int | None
    was_rule: str = ""
    now_rule: str = ""


@dataclass
class Tally:
    """What moved in many sessions; as large as the rubrics, however many sessions there are.

    Attributes:
        sessions: how many were scored anew.
        moved: in how many some level or flag is another.
        weighed: how many got another score although no level or flag moved: it is the weights, or the session criteria.
        kept: how many were kept.
        look_again: in how many a person changed something that the engine saw otherwise then.
        scored: how many have a score before and now.
        total_was, total: the sums of those scores.
        passed_was, passed: how many passed before, and now.
        up, down: criterion or flag to how often it is higher or lower; a flag is higher where it is raised.
        came, went: criterion to how often it is assessed now and was not, or the other way round.
        rules: (criterion, what decided before, what decides now) to how often, where it is assessed both times.
    """

    sessions: int = 0
    moved: int = 0
    weighed: int = 0
    kept: int = 0
    look_again: int = 0
    scored: int = 0
    total_was: float = 0.0
    total: float = 0.0
    passed_was: int = 0
    passed: int = 0
    up: Counter[str] = field(default_factory=Counter)
    down: Counter[str] = field(default_factory=Counter)
    came: Counter[str] = field(default_factory=Counter)
    went: Counter[str] = field(default_factory=Counter)
    rules: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def add(self, moved: Iterable[Move], scores: tuple[float | None, float | None], passed: tuple[bool, bool]) -> None:
        """Counts one session.

        Args:
            moved: what moved in it.
            scores: its score before and now.
            passed: whether it was passed, and is.
        """
        self.sessions += 1
        was, now = scores
        if was is not None and now is not None:
            self.scored, self.total_was, self.total = self.scored + 1, self.total_was + was, self.total + now
        self.passed_was, self.passed = self.passed_was + passed[0], self.passed + passed[1]
        any_moved = False
        for move in moved:
            any_moved = True
            self._where(move)[move.name] += 1
            if move.kind != "flag" and None not in (move.was, move.now):
                self.rules[move.name, move.was_rule, move.now_rule] += 1
        self.moved += any_moved
        self.weighed += not any_moved and was != now

    def _where(self, move: Move) -> Counter[str]:
        if move.was is None:
            return self.came
        if move.now is None:
            return self.went
        return self.up if move.now > move.was else self.down


def moves(
    before: Sequence[ReplyScore],
    after: Sequence[ReplyScore],
    whole_before: Sequence[SessionLevel] = (),
    whole_after: Sequence[SessionLevel] = (),
) -> Iterator[Move]:
    """All levels and flags that differ, turn by turn, then those of the whole session.

    Args:
        before, after: the scores of the same replies.
        whole_before, whole_after: what was judged over the whole session.
    """
    for turn, (old, new) in enumerate(zip(before, after, strict=True), 1):
        for name in dict.fromkeys((*old.levels, *new.levels)):
            was, now = old.levels.get(name), new.levels.get(name)
            if was != now:
                yield Move("level", turn, name, was, now, _rule(old, name), _rule(new, name))
        for name in dict.fromkeys((*old.flags, *new.flags)):
            if (name in old.flags) != (name in new.flags):
                yield Move("flag", turn, name, int(name in old.flags), int(name in new.flags))
    had, has = _by_criterion(whole_before), _by_criterion(whole_after)
    for name in dict.fromkeys((*had, *has)):
        first, last = had.get(name), has.get(name)
        was, now = first.level if first else None, last.level if last else None
        if was != now:
            yield Move("whole", None, name, was, now, first.rule if first else "", last.rule if last else "")


def _rule(score: ReplyScore, name: str) -> str:
    return score.judgements[name].rule if name in score.judgements else ""


def _by_criterion(levels: Sequence[SessionLevel]) -> Mapping[str, SessionLevel]:
    return {one.criterion: one for one in levels}
