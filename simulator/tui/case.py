"""The case file as text: the brief, the facts the customer has told, what policy allows and forbids."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from simulator.model.scenario import Scenario

Say = Callable[..., str]
Words = Callable[[str], str]


def case_file(scenario: Scenario, told: Collection[str], say: Say, words: Words, *, brief: bool = True) -> Content:
    """The case file's content.

    Args:
        scenario: the case.
        told: ids of the facts told so far.
        say: a sentence of the screens' catalogue.
        words: a text of the scenario as the screen shows it.
        brief: whether the brief stands at its head.
    """
    customer = scenario.customer
    facts = [scenario.facts[key].says for key in scenario.facts if key in told]
    blocks = [
        (say("case.brief"), [Content(words(scenario.brief.strip()))] if brief else []),
        (say("case.customer"), [Content(words(say("case.wish", name=customer.name, wants=customer.wants)))]),
        (say("case.facts"), [_item("-", words(fact)) for fact in facts]
         or [Content.styled(say("case.no_facts"), "$quiet")]),
        (say("case.may"), [_item("+", words(promise.says), "$text-success") for promise in scenario.policy.may]),
        (say("case.never"), [_item("x", words(promise.says), "$text-error") for promise in scenario.policy.never]),
    ]  # fmt: skip
    return Content("\n\n").join(
        Content("\n").join([Content.styled(heading, "bold $primary"), *lines]) for heading, lines in blocks if lines
    )


def _item(sign: str, words: str, colour: str = "$quiet") -> Content:
    return Content.assemble((f"{sign} ", f"bold {colour}"), words)
