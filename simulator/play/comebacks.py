"""What a customer says where the scenario has no line of its own: by style, trigger and language."""

from __future__ import annotations

from functools import cache

from simulator.messages import to_traditional
from simulator.model.scenario import Line, Scenario, Style, Trigger
from simulator.play import comebacks_en, comebacks_zh
from simulator.play.lines import Choice, choices
from simulator.play.script import is_traditional

#: Style to trigger to lines.
Table = dict[Style, dict[Trigger, tuple[str, ...]]]

_TABLES: dict[str, Table] = {"en": comebacks_en.COMEBACKS, "zh": comebacks_zh.COMEBACKS}


def default_comebacks(scenario: Scenario, trigger: Trigger) -> tuple[Choice, ...]:
    """The lines of the customer's style, in the language and script of the scenario."""
    traditional = scenario.lang == "zh" and is_traditional(scenario.brief)
    return _lines(scenario.lang, scenario.customer.style, trigger, traditional)


@cache
def _lines(lang: str, style: Style, trigger: Trigger, traditional: bool) -> tuple[Choice, ...]:
    texts = _TABLES[lang][style][trigger]
    shown = map(to_traditional, texts) if traditional else texts
    return choices(f"defaults.{style}.{trigger}", [Line(text=text) for text in shown])
