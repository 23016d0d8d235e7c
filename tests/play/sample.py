"""A small case to play, and scores made by hand or by Hypothesis."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from simulator.model.event import Event, Spoke
from simulator.model.scenario import Scenario, Trigger
from simulator.model.score import Observed, ReplyScore
from simulator.play.step import begin, step

CRITERIA = ("listening", "apology", "restatement", "expectation")
FLAGS = ("blame", "argue", "pass_the_buck", "overpromise", "threat", "rude")
TRIGGERS: tuple[Trigger, ...] = get_args(Trigger)

_CASE: dict[str, Any] = {
    "scenario": "cold-soup",
    "lang": "en",
    "title": "The cold soup",
    "kind": "delay",
    "difficulty": "beginner",
    "brief": "You wait at table four.",
    "customer": {"name": "Mr Pike", "style": "aggressive", "wants": "a hot soup", "mood": 60},
    "policy": {
        "may": [{"id": "new_soup", "says": "bring you a new soup within five minutes"}],
        "never": [{"id": "free_year", "says": "feed you free for a year"}],
    },
    "facts": {
        "cold": {"says": "my soup is stone cold", "corrects": "Cold! Not lukewarm, COLD!"},
        "waited": {"says": "I waited forty minutes"},
    },
    "beats": {
        "opening": {
            "says": ["This soup is cold!", {"mood": ">= 80", "text": "COLD SOUP! COLD!"}, "Still cold, you know."],
            "tells": ["cold"],
            "assess": ["listening", "apology"],
            "ways": [
                {"when": {"flags": ["blame"]}, "mood": 15, "react": ["My fault, is it?"], "to": "opening"},
                {"when": {"apology": 2, "listening": 2}, "mood": -20, "react": "Well. Thank you.", "to": "wait"},
                {"mood": 5, "to": "opening"},
            ],
        },
        "wait": {
            "says": ["And I waited forty minutes for it."],
            "tells": ["waited"],
            "assess": ["restatement", "expectation"],
            "ways": [
                {"when": {"restatement": 2}, "to": "happy"},
                {"when": {"visits": ">= 2"}, "to": "sour"},
                {"to": "wait"},
            ],
        },
    },
    "endings": {
        "happy": {"outcome": "resolved", "says": ["Lovely soup."], "debrief": "Good."},
        "sour": {"outcome": "lost", "debrief": "Gone."},
        "scene": {"outcome": "escalated", "says": ["Where is the chef?"], "debrief": "Loud."},
    },
    "boils_over": {"at": 100, "to": "scene"},
}


def case(**changes: Any) -> Scenario:
    """The sample case, with some keys changed."""
    return Scenario.model_validate({**_CASE, **changes})


def beat(*ways: dict[str, Any], says: Any = "Well?", **more: Any) -> dict[str, Any]:
    """An `opening` beat with these ways."""
    return {"opening": {"says": says, "assess": ["listening", "apology"], "ways": [*ways], **more}}


def score(flags: tuple[str, ...] = (), observed: Observed | None = None, **levels: int) -> ReplyScore:
    return ReplyScore(levels, flags, 50.0 if levels else None, observed=observed or Observed())


def did(**observed: Any) -> ReplyScore:
    """The score of a reply that did something for the play to react to, and was fair otherwise."""
    return score(observed=Observed(**observed), listening=1, apology=1)


def reaction(events: tuple[Event, ...]) -> Spoke | None:
    return next((e for e in events if isinstance(e, Spoke) and e.part == "reaction"), None)


def answer(scenario: Scenario, *scores: ReplyScore) -> tuple[Event, ...]:
    """The events of the last of some replies, played from the start."""
    state, events = begin(scenario)
    for one in scores:
        state, events = step(scenario, state, "Well.", one)
    return events


_some = st.lists(st.sampled_from(["cold", "waited", "elsewhere"]), max_size=2, unique=True).map(tuple)
_promises = st.lists(st.sampled_from(["new_soup", "free_year", "elsewhere"]), max_size=2, unique=True).map(tuple)

scores = st.builds(
    ReplyScore,
    levels=st.dictionaries(st.sampled_from(CRITERIA), st.integers(0, 3)),
    flags=st.lists(st.sampled_from(FLAGS), max_size=2, unique=True).map(tuple),
    score=st.none() | st.integers(0, 1000).map(lambda n: n / 10),
    observed=st.builds(
        Observed, restated=_some, misstated=_some, promised=_promises, refused=_promises,
        vague=st.booleans(), silent=st.booleans(), repeated=st.booleans(),
    ),
)  # fmt: skip
