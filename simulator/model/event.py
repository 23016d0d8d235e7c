"""The events of a session: all that happened, in order, enough to rebuild its state."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from simulator.model.intake import FilledRecord, RecordScore
from simulator.model.scenario import Outcome
from simulator.model.score import ReplyScore


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Began(_Event):
    """The play began at a beat, in a mood."""

    type: Literal["began"] = "began"
    scenario: str
    lang: str
    beat: str
    mood: int


class Spoke(_Event):
    """The customer said a line."""

    type: Literal["spoke"] = "spoke"
    part: Literal["beat", "reaction", "ending"]
    text: str
    line: str
    """Which authored line it is, such as `beats.opening.says[1]`, so that it is not used twice."""
    tells: tuple[str, ...] = ()
    """The facts it told."""


class Replied(_Event):
    """The trainee sent a reply."""

    type: Literal["replied"] = "replied"
    turn: int
    """From 1."""
    text: str


class Scored(_Event):
    """The engine scored the reply."""

    type: Literal["scored"] = "scored"
    turn: int
    score: ReplyScore


class Moved(_Event):
    """The customer's mood moved and a way was taken."""

    type: Literal["moved"] = "moved"
    turn: int
    beat: str
    """The beat left."""
    way: str
    """Which way: `beats.opening.ways[2]`, `anywhere[0]`, `boils_over`; `stay` where none was open, `held` where an
    author's edited scenario stays at its beat."""
    mood: int
    """The mood after."""
    to: str
    """The beat or ending reached."""


class Ended(_Event):
    """The play came to an ending."""

    type: Literal["ended"] = "ended"
    ending: str
    outcome: Outcome


class Recorded(_Event):
    """After the end the trainee handed in the complaint record; a later one takes the place of an earlier."""

    type: Literal["recorded"] = "recorded"
    record: FilledRecord
    score: RecordScore


class Reviewed(_Event):
    """After the end the trainee judged themselves by the rubric's questions; a later one takes the place of an
    earlier."""

    type: Literal["reviewed"] = "reviewed"
    answers: dict[str, int]
    """Question to the level chosen, 0 to 3."""


Event = Annotated[Began | Spoke | Replied | Scored | Moved | Ended | Recorded | Reviewed, Field(discriminator="type")]
