"""The words that all drawings share."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis import moods
from simulator.analysis.fates import Fate
from simulator.analysis.overview import BeatView, Overview, Span, WayView
from simulator.messages import text
from simulator.model.base import Bounds
from simulator.model.scenario import When
from simulator.play.ways import ANY


class Words:
    """Says things about a scenario in a language of the screens."""

    def __init__(self, view: Overview, lang: str) -> None:
        self._view, self._lang = view, lang

    def say(self, key: str, /, **values: object) -> str:
        """A sentence of the catalogue."""
        return text(f"graph.{key}", self._lang, **values)

    def condition(self, when: When) -> str:
        """A condition in short, such as `apology≥2 visits≥3`; the words are those an author writes."""
        return " ".join(_parts(when)) or self.say("otherwise")

    def mood(self, way: WayView) -> str:
        """What a way does to the mood: `+9`, `-10`, or `±` where the reply decides."""
        return "±" if way.way.mood is None else f"{way.way.mood:+d}"

    def beat(self, beat: BeatView) -> str:
        """The moods in which a beat is played."""
        return self.say("moods", span=span(beat.moods)) if beat.moods else self.say("never_reached")

    def hopeless(self, beat: BeatView) -> str:
        """In which moods of a beat there is no hope any more; "" where there always is."""
        if beat.hopeless is None:
            return ""
        key = "no_hope" if beat.hopeless == beat.moods else "hope_lost"
        return self.say(key, span=span(beat.hopeless))

    def exemplars(self, beat: BeatView) -> str:
        """How many exemplars a beat has, by quality."""
        counts = [f"{self.say(f'quality.{quality}')} {count}" for quality, count in beat.exemplars.items()]
        return ", ".join(counts) or self.say("no_exemplars")

    def outcome(self, fate: Fate) -> str:
        """How an ending closes."""
        return text(f"reports.outcome.{fate.outcome}", self._lang)

    def fate(self, fate: Fate) -> Iterator[str]:
        """What it takes to come to an ending, in pieces."""
        if not fate.moods:
            yield self.say("never_reached")
            return
        if fate.score:
            low, high = fate.score
            yield self.say("scores", span=f"{low:.0f}-{high:.0f}")
        if fate.turns[0]:
            least, most = fate.turns
            more = "" if self._view.complete else "+"
            yield self.say("turns", span=f"{least}{more}" if least == most else f"{least}-{most}{more}")
        yield self.say("moods", span=span(moods.span(fate.moods)))

    def marks(self, way: WayView) -> str:
        """What is wrong with a way, or ""."""
        return self.say("never_open") if not way.open else self.say("loses_hope") if way.hopeless else ""

    def remarks(self) -> Iterator[str]:
        """What must be known to read the drawing."""
        if not self._view.explored:
            yield self.say("not_explored")
        elif not self._view.exact:
            yield self.say("not_counted")
        if self._view.explored and not self._view.complete:
            yield self.say("not_followed", turns=self._view.followed)


def span(of: Span | None) -> str:
    """`40-65`, or `40` where both are the same."""
    assert of is not None
    low, high = of
    return f"{low}" if low == high else f"{low}-{high}"


def _parts(when: When) -> Iterator[str]:
    """The parts of a condition, those that may be long last, as a drawing may cut them off."""
    yield from (f"{name}{_limits(bounds)}" for name, bounds in when.levels.items())
    for name in ("visits", "replies", "mood", "restated_count"):
        bounds = getattr(when, name)
        if bounds is not None:
            yield f"{name}{_limits(bounds)}"
    for name in ("repeated", "silent"):
        truth = getattr(when, name)
        if truth is not None:
            yield name if truth else f"not_{name}"
    if when.no_flags:
        yield "no_flags"
    for name, joint in (("restated", "+"), ("misstated", "|"), ("promised", "|")):
        names = getattr(when, name)
        if names:
            yield f"{name}:{joint.join(names)}"
    if when.flags:
        yield "flags:any" if ANY in when.flags else "|".join(when.flags)


def _limits(bounds: Bounds) -> str:
    if bounds.low is not None and bounds.high is not None and bounds.low < bounds.high:
        return f"={bounds}"
    return str(bounds).replace(">= ", "≥").replace("<= ", "≤").replace("== ", "=")
