"""One angry customer's case, as the author writes it and as the play reads it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from simulator.model.base import ID_PATTERN, Lang, Limits, OneOrMore, Record
from simulator.model.intake import Intake

Kind = Literal[
    "product_shortfall",
    "refund_demand",
    "mis_selling",
    "service_attitude",
    "billing",
    "delay",
    "process",
    "unequal_treatment",
    "second_complaint",
]
Difficulty = Literal["beginner", "intermediate", "advanced"]
Style = Literal["aggressive", "soft", "cooperative"]
Value = Literal["speed", "respect", "money", "reliability", "convenience", "flexibility", "fairness"]
Outcome = Literal["resolved", "compromise", "lost", "escalated"]
Quality = Literal["strong", "middling", "poor"]
Technique = Literal[
    "respond_fast",
    "warm_reception",
    "offer_help",
    "lead_thoughts",
    "seat_low",
    "reflective_listening",
    "repeat_back",
    "take_seriously",
]
Card = Literal["benefit", "threat", "justice", "trust", "sympathy"]
Menace = Literal["press", "law", "boss", "banner", "crowd", "self_harm"]
Trigger = Literal[
    "no_apology",
    "wrong_fact",
    "empty_promise",
    "broken_promise",
    "forbidden_promise",
    "repetition",
    "silence",
    "blame",
    "argue",
    "pass_the_buck",
    "overpromise",
    "threat",
    "rude",
]

Id = Annotated[str, Field(pattern=ID_PATTERN)]
Text = Annotated[str, Field(min_length=1, max_length=4000)]
Mood = Annotated[int, Field(ge=0, le=100)]


class Line(Record):
    """Something the customer may say; written as plain text, or with the mood in which it fits."""

    text: Text
    """The words. In a reaction to a wrong fact, `{fact}` stands for what the customer really said; in one to a
    promise, `{promise}` for the promise."""
    mood: Limits | None = None
    """The mood in which this variant fits, such as ">= 80". Without it the line fits any mood."""

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


Lines = Annotated[tuple[Line, ...], Field(min_length=1), OneOrMore]


class Point(Record):
    """Something that can be said in many ways: a fact of the case, or a promise."""

    says: Text
    """The main wording. A fact is worded as the customer says it."""
    also: tuple[Text, ...] = ()
    """Other wordings of the same thing, as unlike each other as they come."""


class Fact(Point):
    """A fact of the case that a good reply gives back."""

    corrects: Text | None = None
    """What the customer answers when the trainee gets this fact wrong: "No! Three weeks, not three days!"."""


class Promise(Point):
    """Something the trainee may promise, or must never promise."""

    id: Id
    """The name used in `promised:`."""


class Policy(Record):
    """What the trainee may do for this customer, and what is out of bounds."""

    may: tuple[Promise, ...] = ()
    """What may be promised."""
    never: tuple[Promise, ...] = ()
    """What must never be promised."""


class Customer(Record):
    """The person on the other side."""

    name: Text
    """What the trainee calls them."""
    style: Style
    """How they fight: it gives the default comebacks and how fast the mood moves."""
    values: tuple[Value, ...] = ()
    """What matters to them most."""
    wants: Text
    """The wish, as a phrase: "the leak repaired today"."""
    mood: Mood = 70
    """The anger at the start, 0 (calm) to 100 (boiling)."""
    about: Text | None = None
    """A sentence on the person for the instructor: age, trade, way of speaking."""


class When(Record):
    """The condition of a way. Everything written must hold; nothing written always holds."""

    levels: dict[str, Limits] = Field(default_factory=dict)
    """Criterion to level. The criteria may also be written straight into `when:`, as in `{apology: 2}`."""
    flags: Annotated[tuple[str, ...], OneOrMore] = ()
    """At least one of these flags was raised; `any` stands for all of them."""
    no_flags: bool = False
    """True: no flag at all was raised."""
    restated: Annotated[tuple[str, ...], OneOrMore] = ()
    """The reply gave back each of these facts."""
    restated_count: Limits | None = None
    """How many facts the reply gave back."""
    misstated: Annotated[tuple[str, ...], OneOrMore] = ()
    """The reply got at least one of these facts wrong; `any` stands for all of them."""
    promised: Annotated[tuple[str, ...], OneOrMore] = ()
    """The reply promised at least one of these; `allowed` and `forbidden` stand for all of a kind."""
    mood: Limits | None = None
    """The customer's mood before this reply moves it."""
    visits: Limits | None = None
    """How many times this beat has been played, this time included."""
    replies: Limits | None = None
    """How many replies the trainee has given, this one included."""
    repeated: bool | None = None
    """True: the reply repeats an earlier one of the trainee's own."""
    silent: bool | None = None
    """True: the reply is empty or says next to nothing."""

    @model_validator(mode="before")
    @classmethod
    def _criteria_written_flat(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        flat = {k: v for k, v in value.items() if k not in cls.model_fields}
        if not flat:
            return value
        levels = value.get("levels")
        kept = {k: v for k, v in value.items() if k in cls.model_fields}
        return {**kept, "levels": {**(levels if isinstance(levels, dict) else {}), **flat}}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        written = handler.resolve_ref_schema(handler(schema))
        written["additionalProperties"] = written["properties"]["levels"]["additionalProperties"]
        return written


class Way(Record):
    """One way on from a beat. The first way whose condition holds is taken."""

    when: When = Field(default_factory=When)
    """When this way is open. Without it, always."""
    mood: Annotated[int, Field(ge=-100, le=100)] | None = None
    """What it does to the mood: -20 calms, +15 angers. Without it, the reply's own quality decides."""
    react: Annotated[tuple[Line, ...], OneOrMore] = ()
    """What the customer says at once, before the next beat's line. One is picked."""
    to: Id
    """The beat or ending it leads to."""


class Given(Record):
    """The state in which an exemplar is tried, where it differs from a first visit at the opening mood."""

    mood: Mood | None = None
    """The mood before the reply."""
    visits: Annotated[int, Field(ge=1)] = 1
    """How many times the beat has been played, this time included."""
    replies: Annotated[int, Field(ge=1)] | None = None
    """How many replies have been given, this one included."""
    promised: tuple[str, ...] = ()
    """What has been promised earlier."""


class Exemplar(Record):
    """A sample reply with what it must earn: documentation, model answer and test in one."""

    reply: Text
    """The reply, as a trainee would type it."""
    quality: Quality
    """strong, middling or poor; the strong one is the model answer in the debrief."""
    levels: dict[str, Annotated[int, Field(ge=0, le=3)]] = Field(default_factory=dict)
    """Criterion to the exact level it must get."""
    flags: tuple[str, ...] = ()
    """Exactly the flags it must raise."""
    to: Id | None = None
    """Where it must lead."""
    given: Given | None = None
    """The state it is tried in."""


class Beat(Record):
    """One thing the customer says, and the ways on from it."""

    says: Lines
    """Variants of the customer's line; the first that fits the mood and was not used yet is spoken."""
    tells: tuple[str, ...] = ()
    """The facts that this line tells; they appear in the case file."""
    assess: tuple[str, ...] = ()
    """The criteria that a reply here has a chance to show; the others are not assessed."""
    stage: Annotated[int, Field(ge=1, le=9)] | None = None
    """The step of the service cycle that is due here, 1 (make room) to 9 (retain); shown in a guided scenario."""
    plays: Annotated[tuple[Card, ...], OneOrMore] = ()
    """The cards that the customer plays here."""
    threatens: Annotated[tuple[Menace, ...], OneOrMore] = ()
    """What the customer threatens with here."""
    ways: Annotated[tuple[Way, ...], Field(min_length=1, max_length=100)]
    """The ways on, tried in order. The last one should have no condition."""
    exemplars: Annotated[tuple[Exemplar, ...], Field(max_length=100)] = ()
    """Sample replies."""


class Ending(Record):
    """How it closes."""

    outcome: Outcome
    """resolved, compromise, lost or escalated."""
    says: Annotated[tuple[Line, ...], OneOrMore] = ()
    """The customer's last words."""
    debrief: Text
    """What the trainee should take away from ending here."""


class BoilsOver(Record):
    """Where the customer goes when the mood reaches its limit."""

    at: Annotated[int, Field(ge=1, le=100)] = 100
    """The mood that is too much."""
    to: Id
    """The ending."""


class Scenario(Record):
    """One angry customer's case: brief, facts, policy, beats, endings."""

    scenario: Id
    """The id; the same in every language."""
    lang: Lang
    """The language of the texts: en, or zh for Chinese in either script."""
    title: Text
    """What the library shows."""
    kind: Kind
    """What the complaint is about."""
    difficulty: Difficulty
    """How hard it is."""
    minutes: Annotated[int, Field(ge=1, le=120)] | None = None
    """About how long it takes to play."""
    about: Text | None = None
    """For the instructor: what it trains."""
    trains: Annotated[tuple[Technique, ...], OneOrMore] = ()
    """The techniques that are the key to it."""
    guided: bool = False
    """True: the screen shows the steps of the service cycle and where the trainee stands."""
    brief: Text
    """What the trainee knows before the customer speaks."""
    customer: Customer
    """The person on the other side."""
    policy: Policy = Field(default_factory=Policy)
    """What may and must never be promised."""
    facts: dict[Id, Fact] = Field(default_factory=dict)
    """The facts of the case, each under its name."""
    reactions: dict[Trigger, Lines] = Field(default_factory=dict)
    """This customer's own comebacks; what is not written comes from the style."""
    start: Id = "opening"
    """The beat it starts with."""
    anywhere: Annotated[tuple[Way, ...], Field(max_length=100)] = ()
    """Ways that are tried before those of any beat."""
    boils_over: BoilsOver | None = None
    """Where it ends when the mood reaches its limit."""
    intake: Intake | None = None
    """What is true of the complaint record that the trainee fills in after the call."""
    beats: Annotated[dict[Id, Beat], Field(min_length=1, max_length=200)]
    """The beats, each under its name."""
    endings: Annotated[dict[Id, Ending], Field(min_length=1, max_length=100)]
    """The endings, each under its name."""
