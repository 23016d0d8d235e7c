"""Why an exemplar got what it got, and what it just missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simulator.language.problems import Note, Term, Words
from simulator.messages import has_text
from simulator.model.event import Moved
from simulator.model.rubric import Condition, Criterion, Rule
from simulator.model.scenario import Scenario
from simulator.model.score import Context, Evidence, ReplyScore
from simulator.play.state import State
from simulator.play.ways import unmet, ways_of
from simulator.scoring.engine import Engine
from simulator.scoring.judge import holds
from simulator.scoring.look import Look
from simulator.scoring.misses import Miss, near_cues, nearest_miss

#: How many pieces of evidence of a kind are shown.
SHOWN = 3


class Reasons:
    """Looks into replies that did not earn what they should.

    Args:
        engine: what scored them.
        fed: criterion to the cue groups that are known to count for it.
    """

    def __init__(self, engine: Engine, fed: Mapping[str, set[str]]) -> None:
        self._engine, self._fed = engine, fed

    def level(self, reply: str, context: Context, score: ReplyScore, criterion: str, expected: int) -> Iterator[Note]:
        """Why a criterion got another level than expected."""
        if criterion not in score.judgements:
            return
        look = self._engine.look(reply, context)
        rules = self._engine.rubric.criteria[criterion]
        judgement = score.judgements[criterion]
        yield from _course(rules, score, criterion, look)
        evidence = [piece for piece in score.evidence if piece.criterion == criterion]
        yield from _quoted("counted", (piece for piece in evidence if piece.counted))
        if expected > judgement.level:
            yield from self._vetoed(look, score, criterion)
            higher = [(place, rule.when) for place, rule in _placed("rules", rules.rules) if rule.level >= expected]
            if judgement.by_rules < expected and (miss := nearest_miss(higher, look.features)):
                yield Note("nearest", {"level": expected, **_missed(miss)})
            yield from self._near(look, criterion)

    def flags(self, reply: str, context: Context, score: ReplyScore, expected: Iterable[str]) -> Iterator[Note]:
        """Why other flags were raised than expected."""
        look = self._engine.look(reply, context)
        for flag in sorted({*score.flags} ^ {*expected}):
            rule = self._engine.rubric.flags[flag]
            conditions = [
                (f"{flag}.{kind}[{n}]", when)
                for kind, whens in (("always", rule.always), ("when", rule.when))
                for n, when in enumerate(whens)
            ]
            if flag in score.flags:
                for place, when in conditions:
                    if holds(when, look.features):
                        yield Note("raised", {"flag": flag, "rule": place, "features": _values(when, look)})
                        break
                else:
                    yield Note("raised-by-weights", {"flag": flag})
                yield from _quoted("counted", (e for e in score.evidence if e.criterion == flag and e.counted))
            else:
                yield from self._vetoed(look, score, flag)
                if miss := nearest_miss(conditions, look.features):
                    yield Note("not-raised", {"flag": flag, **_missed(miss)})
                yield from self._near(look, flag)

    def _vetoed(self, look: Look, score: ReplyScore, criterion: str) -> Iterator[Note]:
        """What would have counted: evidence, and hits of groups that are known to count, each place once."""
        pieces = {(e.start, e.end): e for e in score.evidence if e.criterion == criterion and not e.counted}
        for finding in look.speaking_for(self._fed.get(criterion, ())):
            if not finding.counted:
                start, end = look.reading.raw_span(finding.start, finding.end)
                quote = look.reading.raw[start:end]
                pieces.setdefault(
                    (start, end), Evidence(criterion, start, end, quote, finding.cue, finding.reason, False)
                )
        yield from _quoted("vetoed", pieces.values())

    def _near(self, look: Look, criterion: str) -> Iterator[Note]:
        groups = self._engine.cues(look.lang)
        for near in near_cues(look, {name: groups[name] for name in sorted(self._fed.get(criterion, ()))}):
            start, end = look.reading.raw_span(near.start, near.end)
            quote = look.reading.raw[start:end]
            yield Note("near-cue", {"group": near.group, "cue": near.cue, "quote": quote})


def way_notes(scenario: Scenario, state: State, score: ReplyScore, moved: Moved, expected: str) -> Iterator[Note]:
    """Why the way was not taken that leads where it should."""
    leading = [(place, way) for place, way in ways_of(scenario, state.beat) if way.to == expected]
    if not leading:
        yield Note("no-way", {"to": expected})
    for place, way in leading[:SHOWN]:
        parts = unmet(way.when, scenario.policy, state, score)
        if parts:
            yield Note("way-unmet", {"way": place, "to": expected, "parts": parts})
        elif moved.way == "boils_over":
            yield Note("way-boiled", {"way": place, "to": expected, "mood": moved.mood})
        else:
            yield Note("way-later", {"way": place, "to": expected})


def fed_by(scores: Iterable[ReplyScore]) -> dict[str, set[str]]:
    """Criterion or flag to the cue groups that counted for it in some replies."""
    fed: dict[str, set[str]] = {}
    for score in scores:
        for piece in score.evidence:
            group, colon, _ = piece.cue.partition(": ")
            if colon and group not in ("fact", "promise"):
                fed.setdefault(piece.criterion, set()).add(group)
    return fed


def _course(rules: Criterion, score: ReplyScore, criterion: str, look: Look) -> Iterator[Note]:
    """How the level came about: the rule, what the weights made of it, the cap."""
    judgement = score.judgements[criterion]
    fired = next((found for found in _placed("rules", rules.rules) if holds(found[1].when, look.features)), None)
    if fired:
        place, rule = fired
        yield Note("fired", {"rule": place, "level": rule.level, "features": _values(rule.when, look)})
    else:
        yield Note("no-rule")
    if judgement.rule == "weights":
        drivers = tuple(f"{name} {part:+.1f}" for name, part in judgement.drivers)
        yield Note("weighed", {"level": judgement.level, "features": drivers})
    for place, cap in _placed("caps", rules.caps):
        if place == judgement.rule:
            yield Note("capped", {"rule": place, "level": cap.level, "features": _values(cap.when, look)})


def _placed(kind: str, rules: Iterable[Rule]) -> Iterator[tuple[str, Rule]]:
    return ((f"{kind}[{n}]", rule) for n, rule in enumerate(rules))


def _values(condition: Condition, look: Look) -> tuple[object, ...] | Term:
    return tuple(_said(name, f" = {look.features.get(name, 0):g}") for name in condition) or Term("nothing")


def _missed(miss: Miss) -> dict[str, object]:
    shorts = tuple(_said(short.feature, f" {short.wanted} (= {short.value:g})") for short in miss.shorts)
    return {"rule": miss.place, "shorts": shorts}


def _said(feature: str, value: str) -> Words:
    """A feature with what it is called, and what is said of it."""
    key = f"feature.{feature}"
    return Words((feature, " (", Term(key), ")", value) if has_text(key) else (feature, value))


def _quoted(key: str, evidence: Iterable[Evidence]) -> Iterator[Note]:
    for piece in list(evidence)[:SHOWN]:
        yield Note(key, {"quote": piece.quote, "cue": piece.cue, "reason": _reason(piece.reason)})


def _reason(reason: str) -> Term:
    """A reason of evidence; a cue group's name is none of the catalogue's."""
    known = (key for key in (reason, f"why.{reason}") if "." in key and has_text(key))
    return Term(next(known, "why.wording"))
