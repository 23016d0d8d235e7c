"""Moves and strategies that a reply may make, and what the customer's cards and threats ask for: named, not scored."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simulator.model.base import Bilingual, Limits, OneOrMore, Record
from simulator.model.scenario import Card, Menace

Called = Card | Menace


class Call(Record):
    """Something the customer plays or threatens with, and what it asks for."""

    name: Bilingual
    """What it is called: "the sympathy card"."""
    does: Bilingual
    """What a responsible agent does, for a reply that does not meet it."""


class Move(Record):
    """One move, recognised in a reply and named in the debrief. It changes no score."""

    name: Bilingual
    """What it is called."""
    about: Bilingual
    """One line: why it helps, or why it backfires."""
    kind: Literal["move", "strategy", "answer", "wording"]
    """A move of the deck, one of the four strategies, an answer to a card or threat, or a way of wording."""
    good: bool = True
    """False: it is a fault."""
    touches: Literal["reason", "feeling"] | None = None
    """Which of the two it works on."""
    answers: Annotated[tuple[Called, ...], OneOrMore] = ()
    """The cards and threats that it answers; it is looked for only where the customer plays one of them."""
    when: Annotated[tuple[dict[str, Limits], ...], Field(min_length=1, max_length=50), OneOrMore]
    """It is made when all of any one of these conditions holds; they speak of features, of cue groups, and of the
    moment (docs/moves.md)."""
    shows: Annotated[tuple[str, ...], OneOrMore] = ()
    """The features whose words are quoted; without it, those that the condition asks for. No words, no move."""
    turn: Bilingual | None = None
    """For a wording: how to say it better."""
