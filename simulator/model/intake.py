"""The complaint record that the trainee fills in after the call, and what is true of the case."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simulator.model.base import OneOrMore, Record

Channel = Literal["in_person", "written", "web", "hotline", "survey", "mailbox", "social_media", "third_party"]
Risk = Literal["potential", "explicit", "high_risk"]

Text = Annotated[str, Field(min_length=1, max_length=4000)]


class Validity(Record):
    """The six tests of a complaint: true where the complaint passes the test."""

    reasonable: bool
    """The facts bear it out."""
    lawful: bool
    """What is asked for lies within law and rules."""
    real: bool
    """What is said happened."""
    timely: bool
    """It comes in time."""
    own: bool
    """It is made by the customer themself."""
    first: bool
    """It is the first of its kind; false: it is a repeat, which points to a deep fault."""


class Intake(Record):
    """What a right record of this complaint says."""

    channel: Channel
    """How the complaint came in: in_person is also the telephone call to the desk; hotline the complaint line."""
    name: Annotated[tuple[Text, ...], Field(min_length=1), OneOrMore]
    """Ways of writing the customer's name; any of them is right."""
    contact: Annotated[tuple[Text, ...], OneOrMore] = ()
    """Ways of writing how to reach them; empty: the case gives none."""
    time: Annotated[tuple[Text, ...], OneOrMore] = ()
    """Ways of writing when it happened."""
    content: Annotated[tuple[str, ...], Field(min_length=1), OneOrMore]
    """The facts, by their names, that belong into the record."""
    promises: Annotated[tuple[str, ...], OneOrMore] = ()
    """The promises, by their ids, that a good reply makes and the record must hold."""
    follow_up: Annotated[tuple[Text, ...], OneOrMore] = ()
    """Ways of writing what is to be done next and when."""
    validity: Validity
    """How the six tests come out."""
    risk: Risk
    """potential, explicit or high_risk."""
    why: Text | None = None
    """Why it is so valid and so risky, for the debrief."""
