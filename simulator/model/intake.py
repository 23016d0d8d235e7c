"""The complaint record that the trainee fills in after the call, and what is true of the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from simulator.model.base import OneOrMore, Record

Channel = Literal["in_person", "written", "web", "hotline", "survey", "mailbox", "social_media", "third_party"]
Risk = Literal["potential", "explicit", "high_risk"]
Test = Literal["reasonable", "lawful", "real", "timely", "own", "first"]
Verdict = Literal["right", "partly", "wrong", "missing"]

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


Written = Annotated[str, Field(max_length=4000)]


class FilledRecord(Record):
    """A complaint record as a trainee filled it in; what is None or "" was left empty."""

    channel: Channel | None = None
    """How the complaint came in."""
    name: Written = ""
    """Who complains."""
    contact: Written = ""
    """How to reach them."""
    time: Written = ""
    """When it happened."""
    content: Written = ""
    """What happened."""
    wish: Written = ""
    """What the customer wants."""
    promises: Written = ""
    """What was promised to them."""
    follow_up: Written = ""
    """What is to be done next, and when."""
    validity: dict[Test, bool] = Field(default_factory=dict)
    """The six tests, as far as they were answered."""
    risk: Risk | None = None
    """How risky it was taken to be."""


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """One fact, promise or follow-up in a field.

    Attributes:
        id: the fact's or promise's name; of a follow-up its number, from 0.
        verdict: right, missing, or wrong: with another figure, or a promise that policy forbids.
        quote: the stretch of the field that holds it, or the figure that is wrong; or "".
    """

    id: str
    verdict: Verdict
    quote: str = ""


@dataclass(frozen=True, slots=True)
class FieldVerdict:
    """What one field of a record is worth.

    Attributes:
        field: the field; a test as `validity.timely`.
        verdict: right, partly, wrong, or missing where it was left empty.
        share: how much of it is right, 0 to 1.
        weight: what it weighs in the score.
        reason: why, a key of the catalogue (`record.why.<reason>`), or "".
        items: the parts of a field that holds several.
    """

    field: str
    verdict: Verdict
    share: float
    weight: int
    reason: str = ""
    items: tuple[ItemVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordScore:
    """What a filled record is worth against the scenario's truth.

    Attributes:
        score: 0 to 100, one decimal.
        fields: each field that the case has something to say on, in the order of the form.
    """

    score: float
    fields: tuple[FieldVerdict, ...]


def read_record(text: str) -> FilledRecord | None:
    """A record from the JSON that it was kept as; None where the text is none, or says nothing."""
    try:
        record = FilledRecord.model_validate_json(text)
    except ValueError:
        return None
    return record if record != FilledRecord() else None
