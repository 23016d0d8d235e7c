"""A rehearsal as a conversation to read, as data, and as a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.play.rehearse import Rehearsal
from simulator.reports.conduct import session_level_lines, session_levels_record
from simulator.reports.inert import on_one_line
from simulator.reports.plain import Writer, quoted
from simulator.reports.plans import plan_lines
from simulator.reports.reasons import in_words, names


def rehearsal_record(played: Rehearsal) -> dict[str, Any]:
    """For other programs: `{scenario, lang, turns, ending, outcome, score, session_levels}`."""
    return {
        "scenario": played.scenario,
        "lang": played.lang,
        "turns": [
            {
                "beat": turn.beat,
                "customer": "\n".join(turn.customer),
                "reply": turn.reply,
                "levels": turn.score.levels,
                "flags": turn.score.flags,
                "mood": turn.mood_after,
                "evidence": [asdict(evidence) for evidence in turn.score.evidence],
            }
            for turn in played.turns
        ],
        "ending": played.state.ending,
        "outcome": played.outcome,
        "score": played.score.score,
        "session_levels": session_levels_record(played.score.session),
    }


def rehearsal_lines(played: Rehearsal, case: Scenario, rubric: Rubric, lang: str) -> Iterator[str]:
    """For people: the conversation, what each reply earned, how it ended."""
    writer = Writer(lang, names(rubric, lang))
    yield title(case)
    for number, turn in enumerate(played.turns, 1):
        yield ""
        yield writer.say("turn", number=number, beat=turn.beat, mood=turn.mood)
        yield writer.say("customer")
        yield from quoted("\n".join(turn.customer))
        yield text("rehearse.reply", lang)
        yield from quoted(turn.reply)
        yield from writer.judged(turn.score)
        yield "  " + writer.say("mood", before=turn.mood, after=turn.mood_after)
    yield ""
    if played.state.lines:
        yield writer.say("customer")
        yield from quoted("\n".join(played.state.lines))
        yield ""
    if played.state.ending is None:
        yield text("rehearse.unfinished", lang)
    else:
        yield writer.ended(played.outcome, played.state.ending)
    if played.score.score is not None:
        yield writer.scored(played.score.score, played.score.passed)
    if played.score.session:
        yield ""
        yield text("conduct.heading", lang)
        called = {name: in_words(criterion.name, lang) for name, criterion in rubric.session.items()}
        yield from session_level_lines(played.score.session, lang, called)


def rehearsal_plan(played: Rehearsal, case: Scenario) -> Iterator[str]:
    """A plan that plays it again."""
    state = played.state
    return plan_lines(title(case), played.turns, state.lines, state.mood, state.ending, state.beat)


def title(case: Scenario) -> str:
    """What a scenario is called, with its id."""
    return on_one_line(f"{case.title} ({case.scenario}, {case.lang})")
