"""Whoever follows the advice earns more: each lift, carried out on the sample replies, raises its criterion.

What is added or changed is made only of what a trainee has before them: the customer's name and wish, the facts told so
far and the policy. `LIFTS` carries out each piece of advice of the core rubric, in its order there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from simulator.language import load_scenario
from simulator.library.library import Library
from simulator.model.scenario import Exemplar, Scenario
from simulator.model.score import Context, Item, ReplyScore
from simulator.play.arrive import arrive
from simulator.play.step import context_for
from simulator.runner.errors import valid
from simulator.scoring.engine import Engine

SCENARIOS = sorted((Path(__file__).parents[2] / "scenarios").glob("*/*.yaml"))
#: The share of the advice that must raise its criterion.
RISES = 0.9


@dataclass(frozen=True)
class Case:
    """A sample reply and all that its writer knows."""

    scenario: Scenario
    beat: str
    exemplar: Exemplar
    context: Context

    @property
    def reply(self) -> str:
        return self.exemplar.reply

    @property
    def name(self) -> str:
        return self.scenario.customer.name

    @property
    def wants(self) -> str:
        return self.scenario.customer.wants

    @property
    def said(self) -> list[str]:
        """The facts told so far as the agent would say them, those of this beat first."""
        now = self.scenario.beats[self.beat].tells
        facts = sorted(self.context.facts, key=lambda fact: fact.id not in now)
        return [as_said(fact, self.scenario.lang) for fact in facts]

    @property
    def can(self) -> str:
        """What may be promised: the first thing with a time."""
        may = self.scenario.policy.may
        return max(may, key=lambda promise: bool(re.search(r"\d|today|tomorrow|今|明", promise.says))).says

    def say(self, en: str, zh: str, drop: tuple[tuple[int, int], ...] = ()) -> str:
        """The reply with a sentence of the trainee's language before it, and without the sentences that give way."""
        kept = without(self.reply, drop)
        return f"{en} {kept}".strip() if self.scenario.lang == "en" else f"{zh}{kept}"

    def add(self, en: str, zh: str) -> str:
        """The reply with a sentence after it."""
        return f"{self.reply} {en}" if self.scenario.lang == "en" else f"{self.reply}{zh}"


#: Who speaks changes when an account is given back.
PERSONS = {
    "en": {"i": "you", "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll", "me": "you", "my": "your",
           "mine": "yours", "myself": "yourself", "am": "are", "we": "you", "us": "you", "our": "your",
           "you": "we", "your": "our", "you're": "we're", "you've": "we've"},
    "zh": {"我们": "您", "咱们": "您", "你们": "我们", "您们": "我们", "我": "您", "你": "我们", "咱": "您"},
}  # fmt: skip


def as_said(fact: Item, lang: str) -> str:
    """A fact as the agent says it to the customer: in a wording that speaks to them, or turned round."""
    first, second = (r"\b(I|my|me|we|us)\b", r"\b(you|your|you'd|you've)\b") if lang == "en" else ("我", "您|你")
    starts = r"^(you|your|we|our|nobody|no one|there|it|the)\b" if lang == "en" else ""
    for wording in fact.also:
        if re.search(second, wording, re.I) and not re.search(first, wording, re.I) and re.search(starts, wording):
            return wording
    turned = PERSONS[lang]
    if lang == "zh":
        return re.sub("|".join(turned), lambda m: turned[m[0]], fact.says)
    return re.sub(
        r"(\b(?:to|for|with|at|told|gave|rang|called) )?([A-Za-z']+)",
        lambda m: f"{m[1]}us" if m[1] and m[2] == "you" else (m[1] or "") + turned.get(m[2].lower(), m[2]),
        fact.says,
    )


def without(reply: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The reply without the sentences in which spans lie."""
    sentences = [(m.start(), m.end()) for m in re.finditer(r"[^.!?。！？]+[.!?。！？]*\s*", reply)]
    return "".join(reply[a:b] for a, b in sentences if not any(a < end and start < b for start, end in spans)).strip()


def shown(score: ReplyScore, *names: str) -> tuple[tuple[int, int], ...]:
    """Where the evidence for some criteria or flags stands."""
    return tuple((e.start, e.end) for e in score.evidence if e.criterion in names)


Lift = Callable[[Case, ReplyScore], str]

#: The flags whose words turn against the customer.
AGAINST = ("blame", "argue", "pass_the_buck", "threat", "rude")
CALL = ("I'll ring you myself at five today to tell you how it stands.", "今天五点我亲自打电话告诉您进展。")


def _ask(case: Case, _: ReplyScore) -> str:
    return case.add("What else happened? Please go on, I'm listening.", "后来还发生了什么？您接着说，我听着呢。")


def _feel(case: Case, _: ReplyScore, drop: tuple[tuple[int, int], ...] = ()) -> str:
    fact = case.said[0]
    return case.say(
        f"You must be furious, {case.name}: {fact}. What else happened?",
        f"{case.name}，{fact}，您一定很生气。后来还发生了什么？",
        drop,
    )


def _feel_instead(case: Case, score: ReplyScore) -> str:
    return _feel(case, score, shown(score, *AGAINST))


def _sorry(case: Case, score: ReplyScore) -> str:
    fact = case.said[0]
    drop = shown(score, "apology", *AGAINST)
    return case.say(
        f"I'm so sorry that {fact}. That should never have happened to you.",
        f"{fact}，这是我们没做好，让您受累了，真的很对不起您。",
        drop,
    )


def _wish(case: Case, _: ReplyScore) -> str:
    return case.add(f"You want {case.wants}. Have I got that right?", f"您想要的是{case.wants}，我理解得对吗？")


def _retell(case: Case, _: ReplyScore, drop: tuple[tuple[int, int], ...] = ()) -> str:
    facts = case.said[:3]
    return case.say(
        f"Let me make sure I've got it: {'; '.join(facts)}. You want {case.wants}. Have I got that right?",
        f"我跟您核对一下：{'；'.join(facts)}。您想要的是{case.wants}，我理解得对吗？",
        drop,
    )


def _retell_instead(case: Case, score: ReplyScore) -> str:
    return _retell(case, score, shown(score, "restatement"))


def _only_what_can_be(case: Case, score: ReplyScore) -> str:
    return case.say(f"What I can do is {case.can}. {CALL[0]}", f"我能做的是{case.can}。{CALL[1]}",
                    shown(score, "expectation", "overpromise"))  # fmt: skip


def _plain_no(case: Case, score: ReplyScore) -> str:
    promised = set(score.observed.promised)
    never = case.scenario.policy.never
    no = next((p for p in never if p.id in promised), never[0]).says
    return case.say(
        f"I can't promise that {no}. What I can do is {case.can}. {CALL[0]}",
        f"我不能答应您{no}。我能做的是{case.can}。{CALL[1]}",
        shown(score, "expectation", "overpromise"),
    )


def _beside_the_no(case: Case, _: ReplyScore) -> str:
    return case.add(f"What I can do is {case.can}. {CALL[0]}", f"我能做的是{case.can}。{CALL[1]}")


def _by_when(case: Case, _: ReplyScore) -> str:
    return case.add(
        "That will be done by five today, and I'll ring you myself to tell you.",
        "今天五点前办好，办好了我亲自打电话告诉您。",
    )


def _who(case: Case, _: ReplyScore) -> str:
    return case.add("I'll see to it myself and ring you about it.", "这事由我亲自办，办好给您打电话。")


def _next(case: Case, _: ReplyScore) -> str:
    return case.add(f"I will {case.can}. {CALL[0]}", f"{case.can}。{CALL[1]}")


LIFTS: dict[str, tuple[Lift, ...]] = {
    "listening": (_feel_instead, _feel_instead, _ask, _feel, _feel),
    "apology": (_sorry, _sorry, _sorry, _sorry, _sorry),
    "restatement": (_retell_instead, _retell_instead, _wish, _retell),
    "expectation": (_plain_no, _only_what_can_be, _only_what_can_be, _beside_the_no, _by_when, _who, _next),
}


@cache
def engine() -> Engine:
    return Engine(valid(Library().rubric("core")))


@cache
def scenarios() -> tuple[Scenario, ...]:
    return tuple(valid(load_scenario(path.read_bytes(), path.name)) for path in SCENARIOS)


def samples(quality: str) -> Iterator[Case]:
    """All sample replies of a quality in the shipped scenarios."""
    for scenario in scenarios():
        for name, beat in scenario.beats.items():
            for exemplar in beat.exemplars:
                if exemplar.quality == quality:
                    yield Case(scenario, name, exemplar, context_for(scenario, arrive(scenario, name, exemplar.given)))


@cache
def lifted(quality: str) -> list[tuple[int, str]]:
    """By how many levels each piece of advice raised its criterion, and what was tried."""
    out = []
    for case in samples(quality):
        score = engine().score(case.reply, case.context)
        for criterion, judgement in score.judgements.items():
            if judgement.lift is not None:
                reply = LIFTS[criterion][judgement.lift](case, score)
                level = engine().score(reply, case.context).levels[criterion]
                where = f"{case.scenario.lang} {case.scenario.scenario} {case.beat}"
                tried = f"{where}: {criterion} lifts[{judgement.lift}] {judgement.level} -> {level}: {reply}"
                out.append((level - judgement.level, tried))
    return out


def test_every_lift_of_the_rubric_is_tried_here() -> None:
    criteria = engine().rubric.criteria
    assert {name: len(criterion.lifts) for name, criterion in criteria.items()} == {n: len(f) for n, f in LIFTS.items()}


def test_below_the_top_there_is_always_advice() -> None:
    judged = [engine().score(c.reply, c.context).judgements for q in ("middling", "poor") for c in [*samples(q)][::4]]
    assert not [j for judgements in judged for j in judgements.values() if j.level < 3 and j.lift is None]


@pytest.mark.parametrize("quality", ["middling", "poor"])
def test_following_the_advice_raises_the_criterion(quality: str) -> None:
    tried = lifted(quality)
    unmoved = [text for by, text in tried if by <= 0]
    assert len(unmoved) <= (1 - RISES) * len(tried), "\n".join(unmoved)


@pytest.mark.parametrize("quality", ["middling", "poor"])
def test_following_the_advice_never_lowers_the_criterion(quality: str) -> None:
    assert [text for by, text in lifted(quality) if by < 0] == []
