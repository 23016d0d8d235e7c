"""Small sessions to put into a log."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simulator.model.event import Began, Ended, Event, Moved, Replied, Scored, Spoke
from simulator.model.scenario import Outcome
from simulator.model.score import Evidence, Judgement, Observed, ReplyScore
from simulator.store.records import SessionMeta
from simulator.store.store import Store

NOON = 1_700_000_000.0

META = SessionMeta(
    trainee="Li Na",
    scenario="leaking-flat",
    lang="en",
    title="The leaking flat",
    scenario_path="scenarios/en/leaking_flat.yaml",
    scenario_text="scenario: leaking-flat\n",
    rubric="core",
    rubric_digest="ab" * 32,
    rubric_texts=(("core.yaml", "rubric: core\n"), ("vocab/en.yaml", "vocabulary: en\n")),
    engine="0.1.0",
    started=NOON,
)


def meta(**changes: Any) -> SessionMeta:
    return replace(META, **changes)


def opening(text: str = "Where is the manager?") -> tuple[Event, ...]:
    return (
        Began(scenario="leaking-flat", lang="en", beat="opening", mood=70),
        Spoke(part="beat", text=text, line="beats.opening.says[0]", tells=("reported_twice",)),
    )


def score(reply: str, **changes: Any) -> ReplyScore:
    whole = Evidence("apology", 0, len(reply), reply, "sorry: sorry", "sorry")
    base = ReplyScore(
        {"listening": 1, "apology": 2}, ("blame",), 40.0, (whole,), {"apology": Judgement(2, "rules[1]", 0)},
        Observed(restated=("reported_twice",)),
    )  # fmt: skip
    return replace(base, **changes)


def turn(number: int, reply: str, *, beat: str = "opening", to: str = "story", mood: int = 55, line: str = "Well?",
         scored: ReplyScore | None = None) -> tuple[Event, ...]:  # fmt: skip
    return (
        Replied(turn=number, text=reply),
        Scored(turn=number, score=scored or score(reply)),
        Moved(turn=number, beat=beat, way=f"beats.{beat}.ways[0]", mood=mood, to=to),
        Spoke(part="beat", text=line, line=f"beats.{to}.says[0]"),
    )


def ending(outcome: Outcome = "resolved") -> tuple[Event, ...]:
    return (
        Spoke(part="ending", text="Thank you.", line="endings.mended.says[0]"),
        Ended(ending="mended", outcome=outcome),
    )


def add_session(store: Store, *replies: str, ended: bool = False, **changes: Any) -> str:
    """A session with these replies, 30 s apart, 12.5 s each."""
    about = meta(**changes)
    session = store.create(about, opening())
    last = 2
    for number, reply in enumerate(replies, 1):
        last = store.append(session, turn(number, reply), after=last, at=about.started + 30 * number, seconds=12.5)
    if ended:
        store.append(session, ending(), after=last, at=about.started + 30 * len(replies) + 1)
    return session
