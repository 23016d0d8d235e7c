"""A small rubric, and cases made by Hypothesis whose ways have all kinds of conditions."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from tests.play.sample import case

_NAME = {"en": "x", "zh": "x"}
_LEVELS = {"en": ["0", "1", "2", "3"], "zh": ["0", "1", "2", "3"]}


def _criterion(weight: float) -> dict[str, Any]:
    return {"name": _NAME, "levels": _LEVELS, "weight": weight, "rules": [{"level": 3}]}


RUBRIC = Rubric.model_validate({
    "rubric": "small",
    "title": _NAME,
    "criteria": {"listening": _criterion(1), "apology": _criterion(2)},
    "flags": {
        "blame": {"name": _NAME, "about": _NAME, "cost": 20, "when": []},
        "rude": {"name": _NAME, "about": _NAME, "cost": 60, "when": []},
    },
})  # fmt: skip

FACTS, PROMISES = ("cold", "waited"), ("new_soup", "free_year")

_limits = st.one_of(
    st.integers(0, 3),
    st.integers(0, 3).map(lambda n: f"<= {n}"),
    st.tuples(st.integers(0, 3), st.integers(0, 3)).map(lambda pair: f"{min(pair)}..{max(pair)}"),
)
_counts = st.sampled_from([1, 2, 3, "<= 1", "<= 2", "== 2"])
_moods = st.sampled_from([">= 60", ">= 80", "<= 40", "<= 70", "30..65"])


def _some(names: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True)


_parts: dict[str, st.SearchStrategy[Any]] = {
    "listening": _limits,
    "apology": _limits,
    "flags": _some(("blame", "rude", "any")),
    "no_flags": st.just(True),
    "restated": _some(FACTS),
    "restated_count": _limits,
    "misstated": _some((*FACTS, "any")),
    "promised": _some((*PROMISES, "allowed", "forbidden")),
    "mood": _moods,
    "visits": _counts,
    "replies": _counts,
    "repeated": st.booleans(),
    "silent": st.booleans(),
}

whens = st.lists(st.sampled_from(sorted(_parts)), max_size=3, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: _parts[name] for name in names})
)


def _ways(places: tuple[str, ...], most: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    moods = st.none() | st.sampled_from([-30, -8, 0, 5, 20])
    way = st.fixed_dictionaries({"when": whens, "mood": moods, "to": st.sampled_from(places)})
    return st.lists(way, min_size=1, max_size=most)


_BEATS = ("opening", "more", "storm")
_PLACES = (*_BEATS, *_BEATS, "happy", "sour", "scene")


def _beat(name: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({
        "says": st.just(f"It is {name}."),
        "tells": st.lists(st.sampled_from(FACTS), max_size=2, unique=True),
        "assess": st.sampled_from([["listening", "apology"], ["apology"], []]),
        "ways": _ways(_PLACES, 4),
    })  # fmt: skip


cases: st.SearchStrategy[Scenario] = st.builds(
    lambda beats, anywhere, boils, mood: case(
        beats=beats,
        anywhere=anywhere,
        boils_over={"at": boils, "to": "scene"} if boils else None,
        customer={"name": "Mr Pike", "style": "aggressive", "wants": "a hot soup", "mood": mood},
    ),
    st.fixed_dictionaries({name: _beat(name) for name in _BEATS}),
    _ways(_PLACES, 2) | st.just([]),
    st.none() | st.sampled_from([85, 100]),
    st.sampled_from([50, 75]),
)
