"""The complaint record judged against the scenario's truth: field by field, in any wording, figures exactly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import get_args

from simulator.model.intake import FieldVerdict, FilledRecord, Intake, ItemVerdict, RecordScore, Risk, Test, Verdict
from simulator.model.scenario import Point, Scenario
from simulator.model.score import Context, Item
from simulator.play.step import as_items
from simulator.scoring.facts import Points, prepare
from simulator.scoring.identity import contact_share, is_number, name_share, stands_in
from simulator.scoring.text import normalise, read
from simulator.scoring.written import Held, held

#: What each field weighs; with the tests and the risk they add up to 100.
WEIGHTS = {
    "channel": 4, "name": 6, "contact": 5, "time": 7, "content": 24, "wish": 8, "promises": 14, "follow_up": 10,
}  # fmt: skip
TEST_WEIGHT, RISK_WEIGHT = 2, 10
TESTS: tuple[Test, ...] = get_args(Test)
RISKS: tuple[Risk, ...] = get_args(Risk)
#: The share of a point that counts as all of it, and as some of it.
WHOLE, SOME = 0.6, 0.35
#: So many of the follow-ups make a right one: several ways of writing stand for the same thing.
FOLLOW_UPS = 2
#: The share of what a field should hold from which it is right.
ENOUGH = 0.8
#: What says that there is nothing to say, in its plain form.
_NOTHING = frozenset("none nothing no nil n/a na - 无 没有 未承诺 没承诺 未作承诺 无承诺".split())
_NOT = {"en": frozenset("no not never nor without refused declined".split()), "zh": frozenset("不没未无勿莫")}


def judge_record(record: FilledRecord, scenario: Scenario, promised: Collection[str] | None = None) -> RecordScore:
    """What a filled record is worth.

    Args:
        record: what the trainee wrote.
        scenario: the case; it has an `intake`.
        promised: the promises that were made in the call: the record must hold those of the truth that were made.
            None: all of the truth's.

    Returns:
        The verdict on every field that the case has something to say on; a contact that it does not give is judged only
        where one was made up.

    Raises:
        ValueError: the scenario has no `intake`.
    """
    if scenario.intake is None:
        raise ValueError("the scenario has no intake")
    fields = tuple(_fields(record, scenario, scenario.intake, promised))
    whole = sum(f.weight for f in fields)
    return RecordScore(round(100 * sum(f.share * f.weight for f in fields) / whole, 1), fields)


def _fields(
    record: FilledRecord, scenario: Scenario, truth: Intake, promised: Collection[str] | None
) -> Iterator[FieldVerdict]:
    lang = scenario.lang
    yield _choice("channel", record.channel, truth.channel, WEIGHTS["channel"])
    yield _written("name", record.name, *name_share(record.name, truth.name, lang))
    if truth.contact:
        yield _written("contact", record.contact, *contact_share(record.contact, truth.contact))
    elif is_number(record.contact):
        yield _written("contact", record.contact, 0.0, "made_up")
    if truth.time:
        yield _written("time", record.time, *_point_share(record.time, truth.time, lang))
    yield _content(record.content, scenario, truth)
    yield _written("wish", record.wish, *_point_share(record.wish, (scenario.customer.wants,), lang))
    yield _promises(record.promises, scenario, truth, promised)
    if truth.follow_up:
        yield _follow_up(record.follow_up, truth.follow_up, lang)
    for test in TESTS:
        yield _choice(f"validity.{test}", record.validity.get(test), getattr(truth.validity, test), TEST_WEIGHT)
    yield _risk(record.risk, truth.risk)


def _choice(field: str, chosen: object, true: object, weight: int) -> FieldVerdict:
    verdict: Verdict = "missing" if chosen is None else "right" if chosen == true else "wrong"
    return FieldVerdict(field, verdict, float(verdict == "right"), weight)


def _risk(chosen: Risk | None, true: Risk) -> FieldVerdict:
    """Too high by one costs half; what is graded too low alarms nobody and is worth nothing."""
    if chosen is None or chosen == true:
        return _choice("risk", chosen, true, RISK_WEIGHT)
    above = RISKS.index(chosen) - RISKS.index(true)
    share = 0.5 if above == 1 else 0.0
    reason = "too_high" if above > 0 else "too_low"
    return FieldVerdict("risk", "partly" if share else "wrong", share, RISK_WEIGHT, reason)


def _written(field: str, text: str, share: float, reason: str = "") -> FieldVerdict:
    if not text.strip():
        return FieldVerdict(field, "missing", 0.0, WEIGHTS[field])
    verdict: Verdict = "right" if share >= ENOUGH else "partly" if share else "wrong"
    return FieldVerdict(field, verdict, share, WEIGHTS[field], reason)


def _point_share(text: str, ways: Sequence[str], lang: str) -> tuple[float, str]:
    """How much of one thing, written in any of these ways, a text holds."""
    if any(stands_in(way, text) for way in ways):
        return 1.0, ""
    found = held(text, _points([Item("it", ways[0], tuple(ways[1:]))], lang), lang).get(0, Held(0.0, 0, 0))
    if found.wrong:
        return 0.0, "figure"
    return (1.0, "") if found.share >= WHOLE else (0.5, "part") if found.share >= SOME else (0.0, "other")


def _content(text: str, scenario: Scenario, truth: Intake) -> FieldVerdict:
    told = {name: scenario.facts[name] for name in truth.content if name in scenario.facts}
    # The other facts are read along, so that their figures are not taken for wrong ones.
    others = {name: fact for name, fact in scenario.facts.items() if name not in told}
    written = _items(text, {**told, **others}, scenario.lang)
    return _several("content", text, [written[name] for name in told])


def _promises(text: str, scenario: Scenario, truth: Intake, promised: Collection[str] | None) -> FieldVerdict:
    policy = scenario.policy
    due = [p for p in policy.may if p.id in truth.promises and (promised is None or p.id in promised)]
    if not due and (not text.strip() or normalise(text)[0].strip(" .。") in _NOTHING):
        return FieldVerdict("promises", "right", 1.0, WEIGHTS["promises"], "none_made")
    written = _items(text, {promise.id: promise for promise in policy.may}, scenario.lang)
    bad = [item for item in _forbidden(text, scenario) if item.id not in (promised or ())]
    if not due and not bad:
        return FieldVerdict("promises", "partly", 0.5, WEIGHTS["promises"], "not_heard")
    return _several("promises", text, [*(written[p.id] for p in due), *bad], "forbidden" if bad else "")


def _forbidden(text: str, scenario: Scenario) -> Iterator[ItemVerdict]:
    """What a text holds as promised that policy forbids; it must say it more than anything that policy allows."""
    lang, never = scenario.lang, scenario.policy.never
    may = as_items((p.id, p) for p in scenario.policy.may)
    ready = prepare(Context(lang, may=may, never=as_items((p.id, p) for p in never)))
    for n, found in held(text, ready.never, lang).items():
        quote = text[found.start : found.end]
        allowed = max((near.share for near in held(quote, ready.may, lang).values()), default=0.0)
        own = found.units & ready.forbidden[n]
        denied = not _NOT[lang].isdisjoint(read(quote, lang).words)
        if found.share >= WHOLE and found.share > allowed and own and not denied:
            yield ItemVerdict(never[n].id, "wrong", quote)


def _follow_up(text: str, ways: Sequence[str], lang: str) -> FieldVerdict:
    items = tuple(_items(text, {str(n): Point(says=way) for n, way in enumerate(ways)}, lang).values())
    right = sum(item.verdict == "right" for item in items)
    wrong = any(item.verdict == "wrong" for item in items)
    return _graded("follow_up", text, min(1.0, right / min(FOLLOW_UPS, len(ways))), "figure" if wrong else "", items)


def _several(field: str, text: str, items: Sequence[ItemVerdict], reason: str = "") -> FieldVerdict:
    """A field by the share of what it should hold; each wrong part takes away as much as a right one gives."""
    right = sum(item.verdict == "right" for item in items)
    wrong = sum(item.verdict == "wrong" for item in items)
    share = max(0.0, right - wrong) / len(items) if items else 1.0
    return _graded(field, text, share, reason or ("figure" if wrong else ""), items)


def _graded(field: str, text: str, share: float, reason: str, items: Sequence[ItemVerdict]) -> FieldVerdict:
    if not text.strip():
        return FieldVerdict(field, "missing", 0.0, WEIGHTS[field], "", tuple(items))
    verdict: Verdict = "right" if share >= ENOUGH and not reason else "partly" if share else "wrong"
    return FieldVerdict(field, verdict, round(share, 3), WEIGHTS[field], reason, tuple(items))


def _items(text: str, points: Mapping[str, Point], lang: str) -> dict[str, ItemVerdict]:
    """Each point's verdict: right where the text holds it, wrong where it holds it with another figure."""
    ready = _points(as_items(points.items()), lang)
    found = held(text, ready, lang)
    return {name: _item(name, found.get(n), text) for n, name in enumerate(points)}


def _item(name: str, found: Held | None, text: str) -> ItemVerdict:
    if found is None or found.share < SOME:
        return ItemVerdict(name, "missing")
    if found.wrong:
        return ItemVerdict(name, "wrong", found.wrong)
    return ItemVerdict(name, "right" if found.share >= WHOLE else "missing", text[found.start : found.end])


def _points(items: Iterable[Item], lang: str) -> Points:
    """Points to compare with; without any, none: they are not drawn from anything."""
    return prepare(Context(lang, may=tuple(items))).may
