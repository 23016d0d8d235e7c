"""What the scoring gets and gives: plain frozen values, safe to compare, hash and log."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """A fact or a promise: one meaning with several wordings."""

    id: str
    says: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """All that a reply is judged against.

    Attributes:
        lang: `en` or `zh`.
        customer: the customer's last message, or "" where there is none.
        wants: the customer's wish as a phrase, or "".
        facts: the facts of the case; empty: they are drawn from `customer`.
        may: what policy allows to be promised.
        never: what it does not.
        earlier: the trainee's own earlier replies in this session, oldest first.
        assess: the criteria that this moment gives a chance to show; None: all.
        step: the step of the service cycle that is due, 1 to 9, or None.
    """

    lang: str
    customer: str = ""
    wants: str = ""
    facts: tuple[Item, ...] = ()
    may: tuple[Item, ...] = ()
    never: tuple[Item, ...] = ()
    earlier: tuple[str, ...] = ()
    assess: tuple[str, ...] | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the raw reply and what it showed.

    Attributes:
        criterion: the criterion or flag it bears on.
        start, end: half-open span in code points; `reply[start:end] == quote`.
        quote: the raw text of the span.
        cue: the cue or detector that found it: `group: wording`, `fact: id`, `promise: id`, or a detector's name.
        reason: why it counted or was vetoed: a key of the message catalogue (`why.named_harm`, `veto.negated`)
            or the name of a cue group that brings its own words.
        counted: False where a veto cancelled it.
    """

    criterion: str
    start: int
    end: int
    quote: str
    cue: str
    reason: str = ""
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Judgement:
    """One criterion's level and how it came about.

    Attributes:
        level: 0 to 3.
        rule: the rule or cap that decided, as `rules[2]` or `caps[0]`, `weights` where the fitted weights moved the
            rules' level, `none` where no rule held.
        lift: the index of the advice in the criterion's `lifts`, or None at level 3 or where none fits.
        drivers: where the weights decided, the features that weighed most, with their signed share in levels,
            greatest first.
        by_rules: the level by the rules alone, before weights and caps.
    """

    level: int
    rule: str
    lift: int | None = None
    drivers: tuple[tuple[str, float], ...] = ()
    by_rules: int = 0


@dataclass(frozen=True, slots=True)
class Observed:
    """What the reply did, for the play to react to."""

    restated: tuple[str, ...] = ()
    """Ids of facts given back rightly."""
    misstated: tuple[str, ...] = ()
    """Ids of facts got wrong."""
    promised: tuple[str, ...] = ()
    """Ids of policy items committed to, allowed or not."""
    refused: tuple[str, ...] = ()
    """Ids of policy items said to be impossible."""
    vague: bool = False
    """Only an empty reassurance about what happens next."""
    silent: bool = False
    """Empty, or says next to nothing."""
    repeated: bool = False
    """Repeats one of the trainee's own earlier replies."""
    room: bool = False
    """Gives the customer room: an open question, an invitation to go on."""
    showed: tuple[str, ...] = ()
    """The criteria of the play that it showed clearly (level 2 or more), assessed here or not."""
    levels: dict[str, int] | None = None
    """Criterion to level by which the play goes; None: those of the score."""
    flags: tuple[str, ...] | None = None
    """The flags by which the play goes; None: those of the score."""


@dataclass(frozen=True, slots=True)
class ReplyScore:
    """The score of one reply.

    Attributes:
        levels: criterion to level 0-3, only those assessed, in the rubric's order.
        flags: the flags raised, in the rubric's order.
        score: 0-100, one decimal; None where no criterion was assessed.
        evidence: in the order of the spans.
        judgements: criterion to how its level came about.
        observed: what the play reacts to.
    """

    levels: dict[str, int]
    flags: tuple[str, ...]
    score: float | None
    evidence: tuple[Evidence, ...] = ()
    judgements: dict[str, Judgement] = field(default_factory=dict)
    observed: Observed = Observed()

    @property
    def heard(self) -> dict[str, int]:
        """Criterion to level as the customer takes the reply, whatever it is scored by."""
        return self.levels if self.observed.levels is None else self.observed.levels

    @property
    def faults(self) -> tuple[str, ...]:
        """The flags as the customer takes the reply, whatever it is scored by."""
        return self.flags if self.observed.flags is None else self.observed.flags


@dataclass(frozen=True, slots=True)
class Found:
    """Something that happened in a session.

    Attributes:
        feature: what, by its name.
        value: how many, how much, or what share in hundredths.
        turns: where, by the numbers of the turns; may be empty.
    """

    feature: str
    value: int
    turns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionLevel:
    """The level of something that is judged over a whole session.

    Attributes:
        criterion: its id.
        level: 0 to 3.
        rule: the rule or cap that decided, as in `Judgement`.
        lift: the index of the advice in its `lifts`, or None.
        found: what its rules speak of and what happened.
    """

    criterion: str
    level: int
    rule: str
    lift: int | None = None
    found: tuple[Found, ...] = ()
