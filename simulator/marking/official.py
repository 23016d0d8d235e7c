"""The mark that counts: the engine's, with a person's word in place of it wherever there is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from simulator.marking.remarks import FlagOverride, LevelOverride, Override, ScoreOverride, Withdrawal
from simulator.model.rubric import Rubric
from simulator.model.score import ReplyScore, SessionLevel
from simulator.play.score import SessionScore, session_score
from simulator.scoring.judge import points

#: An override that stands, by what it is about.
_About = tuple[str, int | None, str]


@dataclass(frozen=True)
class Stands:
    """An override that nothing later replaced or took back.

    Attributes:
        entry: the id of its entry in the log.
        override: what it says.
        look_again: whether the engine says something else now than when the person looked, so that somebody should.
    """

    entry: str
    override: LevelOverride | FlagOverride | ScoreOverride
    look_again: bool


@dataclass(frozen=True)
class Official:
    """The mark of a session.

    Attributes:
        automatic: by the engine alone.
        session: the one that counts.
        replies: the scores of the replies that count; evidence and judgements stay the engine's.
        whole: what was judged over the whole session, as it counts.
        overrides: what people changed, the latest word on each thing, in the order they were said.
        by_engine: the scores of the replies by the engine alone.
    """

    automatic: SessionScore
    session: SessionScore
    replies: tuple[ReplyScore, ...]
    whole: tuple[SessionLevel, ...]
    overrides: tuple[Stands, ...] = ()
    by_engine: tuple[ReplyScore, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Whether a person changed anything."""
        return bool(self.overrides)

    @property
    def look_again(self) -> bool:
        """Whether some override was made on a score that the engine no longer gives."""
        return any(one.look_again for one in self.overrides)


def official(
    scores: Sequence[ReplyScore],
    rubric: Rubric,
    whole: tuple[SessionLevel, ...] = (),
    overrides: Iterable[tuple[str, Override]] = (),
) -> Official:
    """The mark that counts.

    Args:
        scores: those of the replies, by the engine; turn 1 first.
        rubric: the rubric.
        whole: what the engine judged over the whole session.
        overrides: (entry id, override), oldest first. What names a turn, criterion or flag that is not there
            changes nothing; of a criterion or flag that this rubric has not, somebody should look again.
    """
    automatic = session_score(scores, rubric, whole)
    replies, session_levels = list(scores), {one.criterion: one for one in whole}
    stands: list[Stands] = []
    by_score: ScoreOverride | None = None
    for entry, override in _latest(overrides):
        match override:
            case LevelOverride(turn=None):
                if was := session_levels.get(override.criterion):
                    session_levels[override.criterion] = replace(was, level=override.level)
                stands.append(Stands(entry, override, was is None or override.was != was.level))
            case LevelOverride(turn=int(turn)):
                if turn > len(replies):
                    continue
                if known := override.criterion in rubric.criteria:
                    levels = {**replies[turn - 1].levels, override.criterion: override.level}
                    replies[turn - 1] = replace(replies[turn - 1], levels=_in_order(levels, rubric))
                own = scores[turn - 1].levels.get(override.criterion)
                stands.append(Stands(entry, override, not known or override.was != own))
            case FlagOverride():
                if override.turn > len(replies):
                    continue
                if known := override.flag in rubric.flags:
                    raised = {*replies[override.turn - 1].flags} - {override.flag}
                    raised |= {override.flag} if override.raised else set()
                    flags = tuple(name for name in rubric.flags if name in raised)
                    replies[override.turn - 1] = replace(replies[override.turn - 1], flags=flags)
                own_flag = override.flag in scores[override.turn - 1].flags
                stands.append(Stands(entry, override, not known or override.was != own_flag))
            case ScoreOverride():
                by_score = override
                stands.append(Stands(entry, override, override.was != automatic.score))
    counted = [
        one if one is own else replace(one, score=points(rubric, one.levels, one.flags))
        for one, own in zip(replies, scores, strict=True)
    ]
    levels_now = tuple(session_levels.values())
    session = session_score(counted, rubric, levels_now)
    if by_score is not None:
        passed = by_score.score >= rubric.pass_mark and not session.failed_by
        session = replace(session, score=by_score.score, passed=passed)
    return Official(automatic, session, tuple(counted), levels_now, tuple(stands), tuple(scores))


def _latest(
    overrides: Iterable[tuple[str, Override]],
) -> list[tuple[str, LevelOverride | FlagOverride | ScoreOverride]]:
    """The last word on each thing: what was replaced or taken back is gone, and what it had replaced stays gone."""
    last: dict[_About, tuple[str, LevelOverride | FlagOverride | ScoreOverride]] = {}
    for entry, override in overrides:
        if isinstance(override, Withdrawal):
            last = {about: one for about, one in last.items() if one[0] != override.entry}
            continue
        about = _about(override)
        last.pop(about, None)
        last[about] = (entry, override)
    return list(last.values())


def _about(override: LevelOverride | FlagOverride | ScoreOverride) -> _About:
    match override:
        case LevelOverride():
            return ("level", override.turn, override.criterion)
        case FlagOverride():
            return ("flag", override.turn, override.flag)
        case ScoreOverride():
            return ("score", None, "")


def _in_order(levels: dict[str, int], rubric: Rubric) -> dict[str, int]:
    return {name: levels[name] for name in rubric.criteria if name in levels}
