"""What people say about a session beside the engine: the forms that the desk's entries take in the log."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

#: A reason is worth nothing when it says nothing.
Reason = Annotated[str, Field(min_length=1, max_length=4000, pattern=r"\S")]
Words = Annotated[str, Field(max_length=4000)]
Turn = Annotated[int, Field(ge=1)]
Id = Annotated[str, Field(min_length=1, max_length=200)]


class _Remark(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LevelOverride(_Remark):
    """A person's level for a criterion, in place of the engine's."""

    what: Literal["level"] = "level"
    turn: Turn | None = None
    """The turn whose reply is meant; None: a criterion that is judged over the whole session."""
    criterion: Id
    level: Annotated[int, Field(ge=0, le=3)]
    """The person's level; the engine's own is kept beside it."""
    was: Annotated[int, Field(ge=0, le=3)] | None = None
    """The engine's level when the person looked; None where it had not assessed the criterion."""
    reason: Reason


class FlagOverride(_Remark):
    """A person's word on a flag: raised where the engine saw none, or lowered where it saw one."""

    what: Literal["flag"] = "flag"
    turn: Turn
    flag: Id
    raised: bool
    was: bool = False
    """Whether the engine had raised it when the person looked."""
    reason: Reason


class ScoreOverride(_Remark):
    """A person's score for the whole session."""

    what: Literal["score"] = "score"
    score: Annotated[float, Field(ge=0, le=100)]
    was: float | None = None
    """The score by the engine when the person looked."""
    reason: Reason


class Withdrawal(_Remark):
    """Takes an earlier override back; both stay in the history."""

    what: Literal["withdrawal"] = "withdrawal"
    entry: Id
    """The entry that is taken back."""
    reason: Reason


Override = Annotated[LevelOverride | FlagOverride | ScoreOverride | Withdrawal, Field(discriminator="what")]


class Comment(_Remark):
    """A word from the instructor."""

    turn: Turn | None = None
    """The turn it is about; None: the session, or whoever the entry is about."""
    text: Reason


class Grade(_Remark):
    """An overall grade with what was strong and what was weak; of a session, a trainee or a group."""

    grade: Annotated[str, Field(min_length=1, max_length=40)]
    """As the house grades: excellent, good, fair, poor; or letters."""
    strengths: Words = ""
    weaknesses: Words = ""


class Dispute(_Remark):
    """A trainee's objection to a mark."""

    turn: Turn | None = None
    """The turn it is about; None: the whole session."""
    criterion: Id | None = None
    """The criterion or flag it is about; None: the mark as a whole."""
    reason: Reason


class Answer(_Remark):
    """The instructor's answer to a dispute."""

    dispute: Id
    """The entry that is answered."""
    upheld: bool
    """Whether the trainee was right; what changes is an override of its own."""
    text: Reason
