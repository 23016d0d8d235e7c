"""The case file as text: the brief, the facts the customer has told, what policy allows and forbids."""

from __future__ import annotations

from collections.abc import Callable, Collection

from textual.content import Content

from simulator.model.scenario import Scenario

Say = Callable[[str], str]


def case_file(scenario: Scenario, told: Collection[str], say: Say, words: Say) -> Content:
    """The case file's content.

    Args:
        scenario: the case.
        told: ids of the facts told so far.
        say: a sentence of the screens' catalogue.
        words: a text of the scenario as the screen shows it.
    """
    customer = scenario.customer
    parts: list[Content | str | tuple[str, str]] = [
        _heading(say("case.brief")), words(scenario.brief.strip()), "\n",
        _heading(say("case.customer")), words(f"{customer.name}: {customer.wants}"), "\n",
        _heading(say("case.facts")),
    ]  # fmt: skip
    facts = [scenario.facts[key].says for key in scenario.facts if key in told]
    parts += [_item("-", words(fact)) for fact in facts] or [(say("case.no_facts"), "$text-muted"), "\n"]
    for key, sign, colour, promises in (
        ("case.may", "+", "$text-success", scenario.policy.may),
        ("case.never", "x", "$text-error", scenario.policy.never),
    ):
        if promises:
            parts.append(_heading(say(key)))
            parts += [_item(sign, words(promise.says), colour) for promise in promises]
    return Content.assemble(*parts)


def _heading(words: str) -> tuple[str, str]:
    return (f"\n{words}\n", "bold $primary")


def _item(sign: str, words: str, colour: str = "") -> Content:
    return Content.assemble((f"{sign} ", f"bold {colour}".strip()), words, "\n")
