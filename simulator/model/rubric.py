"""What is judged, as the author writes it: criteria with levels, cues, rules, flags."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from simulator.model.base import Bilingual, Lang, Limits, OneOrMore, Record
from simulator.model.moves import Call, Called, Move
from simulator.model.scenario import Id, Mood, Text
from simulator.model.trees import Get, Leaf, Tree, compiled, features_of, parse_tree
from simulator.model.wordings import Wordings

Veto = Literal["negated", "conditional", "quoted", "question"]

Level = Annotated[int, Field(ge=0, le=3)]

#: Feature name to the range it must lie in; all must hold.
Condition = dict[str, Limits]


class CueGroup(Record):
    """Wordings that count as one kind of evidence, in each language."""

    en: Annotated[tuple[Text, ...], OneOrMore] = ()
    """English cues; docs/cues.md has the notation."""
    zh: Annotated[tuple[Text, ...], OneOrMore] = ()
    """Chinese cues, in Simplified; Traditional replies match them too."""
    vetoes: Annotated[tuple[Veto, ...], OneOrMore] = ("quoted",)
    """What cancels a hit: negated, conditional, quoted, question."""
    why: Bilingual | None = None
    """Why it counts, in words for the trainee."""


class LevelTexts(Record):
    """The four level descriptors of a criterion, from 0 to 3, in each language."""

    en: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4)]
    """English, level 0 first."""
    zh: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4)]
    """Chinese, level 0 first."""


class Rule(Record):
    """A level that is earned when every feature named lies in its range."""

    level: Level
    """The level."""
    when: Condition = Field(default_factory=dict)
    """Feature name to range: the name of a cue group counts its hits; docs/reference.md lists the others."""
    why: Bilingual | None = None
    """What to tell the trainee when this rule decides."""


class Lift(Record):
    """Advice: what would lift the level."""

    when: Condition = Field(default_factory=dict)
    """When this advice fits; the first that fits is given."""
    say: Bilingual
    """The advice, as something the trainee can do."""


class Judged(Record):
    """Something that is judged on levels 0 to 3."""

    name: Bilingual
    """What screens and reports call it."""
    levels: LevelTexts
    """What each level means."""
    rules: Annotated[tuple[Rule, ...], Field(min_length=1, max_length=200)]
    """Tried in order; the first that holds gives the level. None holds: level 0."""
    caps: tuple[Rule, ...] = ()
    """Limits kept whatever the rules say: where one holds, the level is at most its `level`."""
    lifts: Annotated[tuple[Lift, ...], Field(max_length=200)] = ()
    """Advice for a level below 3, tried in order."""


class Example(Record):
    """A reply and the level that it must get: it shows what the criterion means, and `check` holds the rubric to it."""

    reply: Text
    """The reply, as a trainee would type it; its script tells the language."""
    level: Level
    """The level."""
    customer: str = ""
    """What the customer had said, where it matters."""
    wants: str = ""
    """What the customer wants, where it matters."""


class ExampleTurn(Record):
    """One turn of a worked example: what the customer said in which mood, and the reply."""

    customer: Text
    """What the customer said."""
    mood: Mood = 70
    """The mood in which it was said."""
    reply: Text
    """The reply to it."""
    seconds: Annotated[int, Field(ge=0, le=86_400)] | None = None
    """How long the reply took, where it matters."""


class SessionExample(Record):
    """A short conversation and the level that it must get."""

    turns: Annotated[tuple[ExampleTurn, ...], Field(min_length=1, max_length=50)]
    """The conversation; its script tells the language."""
    level: Level
    """The level."""


class Criterion(Judged):
    """One thing that is judged in a reply."""

    weight: Annotated[float, Field(gt=0, le=100)] = 1.0
    """Its share in the score, against the other criteria's weights."""
    like: Annotated[tuple[Id, ...], OneOrMore] = ()
    """It is assessed where a beat assesses any of these criteria. Without it: where a beat names this criterion; one
    that the rubric it is based on does not have, at every reply."""
    step: Annotated[int, Field(ge=1, le=9)] | None = None
    """The step of the service cycle that it judges: at a beat that has a `stage`, it is assessed at its own step only;
    elsewhere `like` says where, and without `like` nowhere."""
    fitted: dict[str, Literal["+", "-"]] = Field(default_factory=dict)
    """For the fitted weights: features whose direction is certain. A virtue never lowers a level, a fault never raises
    one, whatever the labelled replies seem to say. Without any, the criterion is judged by its rules alone."""
    examples: Annotated[tuple[Example, ...], Field(max_length=100)] = ()
    """Replies with the level that each must get."""


class SessionCriterion(Judged):
    """One thing that is judged over the whole session: an order, a share, a habit. Its rules speak of what happened in
    the session; docs/reference.md lists it."""

    weight: Annotated[float, Field(ge=0, le=100)] = 0.0
    """Its share in the session's score, against the weights of all criteria together; 0: it is shown, not counted."""
    needs: Condition = Field(default_factory=dict)
    """What must have happened for it to be assessed at all."""
    examples: Annotated[tuple[SessionExample, ...], Field(max_length=50)] = ()
    """Conversations with the level that each must get."""


class Question(Record):
    """One thing that trainees judge in themselves after the play."""

    name: Bilingual
    """What it is about, in a word or two."""
    ask: Bilingual
    """The question."""
    levels: LevelTexts
    """The answers to choose from, the lowest first."""


class FlagRule(Record):
    """A fault that costs whatever the levels."""

    name: Bilingual
    """What screens and reports call it."""
    about: Bilingual
    """What it means and why it hurts, for the trainee."""
    cost: Annotated[int, Field(ge=0, le=100)] = 20
    """Points taken from the reply's score of 0 to 100."""
    critical: bool = False
    """True: raised once, the session is failed."""
    when: tuple[Condition, ...]
    """Raised when all of any one of these conditions holds, unless fitted weights know better."""
    always: tuple[Condition, ...] = ()
    """Raised when all of any one of these holds, whatever the fitted weights make of it."""
    fitted: dict[str, Literal["+", "-"]] = Field(default_factory=dict)
    """As for criteria: features whose direction is certain; without any, the conditions alone decide."""


class Rubric(Record):
    """What is judged and how."""

    rubric: Id
    """The id."""
    title: Bilingual
    """What lists show."""
    about: Bilingual | None = None
    """What it is for."""
    based_on: Text | None = None
    """Another rubric, by its id or its path from this file, such as `core`. Its cues can be used here, what `takes`
    names is judged here too, and the customers react by it: the same reply leads to the same answer in either."""
    takes: Annotated[tuple[Id, ...], OneOrMore] | None = None
    """Which criteria, session criteria and flags of the other rubric are judged here as they are there; without it,
    all. What is written here under the same name takes the place of the other's."""
    weigh: dict[Id, Annotated[float, Field(ge=0, le=100)]] = Field(default_factory=dict)
    """What something taken from the other rubric counts here: a criterion's or session criterion's weight, a flag's
    cost."""
    pass_mark: Annotated[int, Field(ge=0, le=100)] = 60
    """The session score from which it is passed."""
    uses: tuple[Text, ...] = ()
    """Vocabulary files whose cue groups are taken in, by their path from this file."""
    weights: Text | None = None
    """A file of fitted weights, by its path from this file; without it the rules alone decide."""
    wordings: dict[Lang, Text] = Field(default_factory=dict)
    """For each language a table of what single wordings speak for, by its path from this file; what it says of a reply
    is a feature for each criterion and flag, `like_` and its name, in hundredths."""
    cues: dict[Id, CueGroup] = Field(default_factory=dict)
    """The rubric's own cue groups; one of the same name as a vocabulary's adds to it."""
    criteria: Annotated[dict[Id, Criterion], Field(max_length=100)] = Field(default_factory=dict)
    """The criteria, each under its name; there must be one, here or in what it is based on."""
    session: Annotated[dict[Id, SessionCriterion], Field(max_length=100)] = Field(default_factory=dict)
    """What is judged over the whole session, each under its name."""
    flags: dict[Id, FlagRule] = Field(default_factory=dict)
    """The flags, each under its name."""
    questions: Annotated[dict[Id, Question], Field(max_length=20)] = Field(default_factory=dict)
    """What trainees are asked about themselves after the play, each under its name."""
    calls: dict[Called, Call] = Field(default_factory=dict)
    """What the customer may play or threaten with, and what that asks for."""
    moves: Annotated[dict[Id, Move], Field(max_length=200)] = Field(default_factory=dict)
    """What the debrief names in a reply, each under its name; it changes no score."""


class Vocabulary(Record):
    """A file of cue groups in one language, shared by rubrics."""

    vocabulary: Id
    """The id."""
    lang: Lang
    """The language of its cues."""
    groups: Annotated[dict[Id, Annotated[tuple[Text, ...], OneOrMore]], Field(min_length=1)]
    """Group name to cues."""
    vetoes: dict[Id, Annotated[tuple[Veto, ...], OneOrMore]] = Field(default_factory=dict)
    """Group name to what cancels its hits, where it differs from the default."""


def _is_tree(text: str) -> str:
    parse_tree(text)
    return text


_VALUE = attrgetter("value")


class Fit(Record):
    """Fitted weights of one criterion: the level is `base` plus what each tree gives, rounded, between 0 and 3."""

    base: float
    """The level before any tree."""
    trees: tuple[Annotated[str, AfterValidator(_is_tree)], ...]
    """Small decision trees over features, as text (see `simulator.model.trees`); the feature `rule` is the level that
    the rules gave."""

    @cached_property
    def parsed(self) -> tuple[Tree, ...]:
        """The trees, ready to be asked."""
        return tuple(parse_tree(text) for text in self.trees)

    @cached_property
    def leaves(self) -> Callable[[Get, float], tuple[Leaf, ...]]:
        """A function of `features.get` and of what the rules gave: where the questions of each tree lead."""
        return compiled(self.parsed)

    def total(self, leaves: Iterable[Leaf]) -> float:
        """Base and trees together."""
        return self.base + math.fsum(map(_VALUE, leaves))

    @cached_property
    def features(self) -> frozenset[str]:
        """All features that the trees ask about."""
        return frozenset(name for tree in self.parsed for name in features_of(tree))


class Weights(Record):
    """Fitted weights, per language and criterion; a criterion that is missing is judged by its rules alone."""

    made_by: str
    """The command that makes this file."""
    fits: dict[Lang, dict[Id, Fit]]
    """Language to criterion to its fit."""
    flags: dict[Lang, dict[Id, Fit]] = Field(default_factory=dict)
    """Language to flag to its fit: raised where it gives more than a half; `rule` is 1 where the conditions hold."""


@dataclass(frozen=True)
class RubricBundle:
    """A rubric with all it refers to.

    Attributes:
        rubric: the rubric as written.
        vocabularies: the vocabulary files it uses, in order.
        weights: the fitted weights, or None.
        wordings: language to what single wordings speak for.
        plays: what the play goes by, where this rubric is based on another: the other's criteria and flags, and those
            that only this one has; None: the play goes by this rubric.
        named: the other's criteria, which beats name to have them assessed there.
        digest: SHA-256 over the texts of all these files, in hexadecimal.
        texts: file name (relative to the rubric's folder) to its text, for the log.
    """

    rubric: Rubric
    vocabularies: tuple[Vocabulary, ...] = ()
    weights: Weights | None = None
    wordings: Mapping[Lang, Wordings] = field(default_factory=dict)
    plays: RubricBundle | None = None
    named: frozenset[str] = frozenset()
    digest: str = ""
    texts: tuple[tuple[str, str], ...] = ()

    @property
    def played_by(self) -> Rubric:
        """The rubric that the play goes by."""
        return self.plays.rubric if self.plays else self.rubric
