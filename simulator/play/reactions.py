"""The customer answers what was done: which reaction a reply draws, before the next beat's line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.model.scenario import Line, Scenario, Trigger, Way, When
from simulator.model.score import ReplyScore
from simulator.play.comebacks import default_comebacks
from simulator.play.lines import Choice, choices, pick
from simulator.play.state import State
from simulator.play.ways import ANY, named_promises

#: The criterion whose level 0 is a missing apology, and the level from which a customer has heard one.
APOLOGY, HEARD = "apology", 2


@dataclass(frozen=True, slots=True)
class _Deed:
    """A reply, as far as the customer reacts to it.

    Attributes:
        score: its score.
        misstated: the scenario's facts that it got wrong.
        forbidden: the forbidden promises that it made.
        broken: the promises made earlier that it takes back.
        sorry_before: whether there was a clear apology before it.
    """

    score: ReplyScore
    misstated: tuple[str, ...]
    forbidden: tuple[str, ...]
    broken: tuple[str, ...]
    sorry_before: bool


def _flag(name: str) -> Callable[[_Deed], bool]:
    return lambda deed: name in deed.score.faults


#: What draws a comeback even where the way has a reaction of its own, the gravest first: where several hold, the
#: customer answers the first.
SHARP: dict[Trigger, Callable[[_Deed], bool]] = {
    "silence": lambda deed: deed.score.observed.silent,
    "threat": _flag("threat"),
    "rude": _flag("rude"),
    "repetition": lambda deed: deed.score.observed.repeated,
    "blame": _flag("blame"),
    "argue": _flag("argue"),
    "broken_promise": lambda deed: bool(deed.broken),
    "wrong_fact": lambda deed: bool(deed.misstated),
    "forbidden_promise": lambda deed: bool(deed.forbidden),
    "overpromise": _flag("overpromise"),
    "pass_the_buck": _flag("pass_the_buck"),
}

#: What draws a comeback only where the way has no reaction of its own, the gravest first.
SOFT: dict[Trigger, Callable[[_Deed], bool]] = {
    "no_apology": lambda deed: deed.score.heard.get(APOLOGY) == 0 and not deed.sorry_before,
    "empty_promise": lambda deed: deed.score.observed.vague,
}


def react(
    scenario: Scenario, state: State, score: ReplyScore, mood: int, way: Way | None, place: str
) -> tuple[str, str] | None:
    """What the customer says at once, or None.

    A way's own reaction is said unless the gravest fault of the reply is one that the way was not written for.

    Args:
        scenario: the case.
        state: where the session stood before the reply.
        score: the reply's score.
        mood: the mood after the reply.
        way: the way taken, or None.
        place: the way's name, such as `beats.opening.ways[2]`.

    Returns:
        The id of the line and its words.
    """
    deed = _deed(scenario, state, score)
    own = choices(f"{place}.react", way.react) if way else ()
    trigger = _first(SHARP, deed)
    if own and way and trigger and trigger not in _named(way.when, scenario):
        own = ()
    if not own:
        trigger = trigger or _first(SOFT, deed)
    tiers = [own, *(_comebacks(scenario, trigger, deed) if trigger else ())]
    fact, promise = _quoted(scenario, deed)
    fitting = [[c for c in tier if c.fits(mood) and _can_fill(c, fact, promise)] for tier in tiers]
    chosen = pick(fitting, mood, state.spoken)
    return (chosen.id, _filled(chosen.line.text, fact, promise)) if chosen else None


def _deed(scenario: Scenario, state: State, score: ReplyScore) -> _Deed:
    done = score.observed
    never = {promise.id for promise in scenario.policy.never}
    return _Deed(
        score=score,
        misstated=tuple(fact for fact in done.misstated if fact in scenario.facts),
        forbidden=tuple(promise for promise in done.promised if promise in never),
        broken=tuple(promise for promise in done.refused if promise in state.promised),
        sorry_before=any(earlier.heard.get(APOLOGY, 0) >= HEARD for earlier in state.scores),
    )


def _first(triggers: dict[Trigger, Callable[[_Deed], bool]], deed: _Deed) -> Trigger | None:
    return next((trigger for trigger, drawn in triggers.items() if drawn(deed)), None)


def _named(when: When, scenario: Scenario) -> set[Trigger]:
    """The triggers that a way's condition names, so that its own reaction is the answer to them."""
    named = {trigger for trigger in SHARP if trigger in when.flags or ANY in when.flags}
    if when.silent:
        named.add("silence")
    if when.repeated:
        named.add("repetition")
    if when.misstated:
        named.add("wrong_fact")
    # Promising what policy forbids is one deed under two names.
    if named_promises(when, scenario.policy) & {p.id for p in scenario.policy.never} or "overpromise" in named:
        named |= {"forbidden_promise", "overpromise"}
    return named


def _comebacks(scenario: Scenario, trigger: Trigger, deed: _Deed) -> list[tuple[Choice, ...]]:
    """The lines for a trigger, the most particular first: the fact's own, the scenario's, the style's."""
    corrections = tuple(
        Choice(f"facts.{name}.corrects", Line(text=text))
        for name in (deed.misstated if trigger == "wrong_fact" else ())
        if (text := scenario.facts[name].corrects)
    )
    return [
        corrections,
        choices(f"reactions.{trigger}", scenario.reactions.get(trigger, ())),
        default_comebacks(scenario, trigger),
    ]


def _quoted(scenario: Scenario, deed: _Deed) -> tuple[str | None, str | None]:
    """What stands for `{fact}` and for `{promise}`."""
    fact = next((scenario.facts[name].says for name in deed.misstated), None)
    promises = {promise.id: promise.says for promise in (*scenario.policy.never, *scenario.policy.may)}
    return fact, next((promises[name] for name in (*deed.broken, *deed.forbidden) if name in promises), None)


def _can_fill(choice: Choice, fact: str | None, promise: str | None) -> bool:
    text = choice.line.text
    return not ("{fact}" in text and fact is None) and not ("{promise}" in text and promise is None)


def _filled(text: str, fact: str | None, promise: str | None) -> str:
    return text.replace("{fact}", fact or "{fact}").replace("{promise}", promise or "{promise}")
