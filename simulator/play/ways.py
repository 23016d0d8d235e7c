"""Which way on is taken: conditions against what the reply did and where the session stands."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.model.scenario import Policy, Scenario, Way, When
from simulator.model.score import ReplyScore
from simulator.play.state import State

#: In a condition, stands for all flags or all facts; the other two for all promises of a kind.
ANY, ALLOWED, FORBIDDEN = "any", "allowed", "forbidden"


def choose(scenario: Scenario, state: State, score: ReplyScore) -> tuple[str, Way] | None:
    """The first way that is open, those that are tried anywhere before the beat's own.

    Returns:
        Its name, such as `beats.opening.ways[2]` or `anywhere[0]`, and the way; None where no way is open.
    """
    here = ways_of(scenario, state.beat)
    return next((found for found in here if holds(found[1].when, scenario.policy, state, score)), None)


def ways_of(scenario: Scenario, beat: str) -> list[tuple[str, Way]]:
    """The ways out of a beat, each with its name, in the order in which they are tried."""
    here = [(f"anywhere[{n}]", way) for n, way in enumerate(scenario.anywhere)]
    return here + [(f"beats.{beat}.ways[{n}]", way) for n, way in enumerate(scenario.beats[beat].ways)]


def holds(when: When, policy: Policy, state: State, score: ReplyScore) -> bool:
    """Whether everything written in a condition is so. A level that was not assessed satisfies no condition."""
    done = score.observed
    return (
        all(name in score.heard and limits.holds(score.heard[name]) for name, limits in when.levels.items())
        and _any_of(when.flags, score.faults)
        and not (when.no_flags and score.faults)
        and set(when.restated) <= set(done.restated)
        and (when.restated_count is None or when.restated_count.holds(len(set(done.restated))))
        and _any_of(when.misstated, done.misstated)
        and (not when.promised or not named_promises(when, policy).isdisjoint(done.promised))
        and (when.mood is None or when.mood.holds(state.mood))
        and (when.visits is None or when.visits.holds(state.visits[state.beat]))
        and (when.replies is None or when.replies.holds(state.turn + 1))
        and when.repeated in (None, done.repeated)
        and when.silent in (None, done.silent)
    )


def unmet(when: When, policy: Policy, state: State, score: ReplyScore) -> tuple[str, ...]:
    """The parts of a condition that are not so, as an author writes them: `apology >= 2`, `flags blame, argue`."""
    parts = [(f"{name} {limits}", When(levels={name: limits})) for name, limits in when.levels.items()]
    for name in When.model_fields:
        written = getattr(when, name)
        if name != "levels" and written not in (None, (), False):
            shown = ", ".join(written) if isinstance(written, tuple) else str(written)
            parts.append((f"{name} {shown}", When.model_validate({name: written})))
    return tuple(shown for shown, part in parts if not holds(part, policy, state, score))


def named_promises(when: When, policy: Policy) -> set[str]:
    """The ids of all promises that a condition names."""
    kinds = {ALLOWED: policy.may, FORBIDDEN: policy.never}
    return {id_ for name in when.promised for id_ in ([p.id for p in kinds[name]] if name in kinds else [name])}


def _any_of(wanted: tuple[str, ...], found: Iterable[str]) -> bool:
    return not wanted or any(ANY in wanted or name in wanted for name in found)
