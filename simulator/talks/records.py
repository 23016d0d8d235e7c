"""What a chat export is made of, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.model.score import Context, ReplyScore

Side = Literal["agent", "customer"]


@dataclass(frozen=True, slots=True)
class Row:
    """One message.

    Attributes:
        row: its number in the file, as a spreadsheet counts: the header is 1. In JSON Lines the number of the line.
        talk: the conversation it belongs to; "" where the file holds a single one.
        speaker: who said it, or the role where no name is given.
        side: on which side of the conversation.
        time: when, as it is written; or "".
        topic: what it is about, or "".
        text: the message.
    """

    row: int
    talk: str
    speaker: str
    side: Side
    time: str
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that can't be used.

    Attributes:
        row: its number, as in `Row`.
        key: why: a sentence of the message catalogue.
        values: what fills its places; never anything that somebody said.
    """

    row: int
    key: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where an agent's turn stands.

    Attributes:
        row: the row of its first message.
        talk, agent, time, topic: as in `Row`.
        opens: whether it is this agent's first turn in the conversation.
    """

    row: int
    talk: str
    agent: str
    time: str
    topic: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """All that an agent said until somebody else spoke, and what it answers.

    Its context holds all that the customer had told by then. A greeting before the customer spoke, or the answer to
    their "OK", has no chance to show anything and is assessed in nothing; a fault is a fault all the same.
    """

    place: Place
    reply: str
    context: Context


@dataclass(frozen=True, slots=True)
class Scored:
    """A turn's score; without levels where it was assessed in nothing."""

    place: Place
    lang: str
    score: ReplyScore
