"""The ways out of one beat as the groups of replies that take them, so that no reply is in two groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.analysis import moods
from simulator.analysis.boxes import Box, Clause, Side, any_of, cut, opposite, within
from simulator.analysis.budget import Budget, TooIntricateError
from simulator.analysis.gains import Gain, Gains, Replies, merge
from simulator.model.base import Bounds
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario, Way, When
from simulator.play.step import STAY
from simulator.play.ways import ANY, named_promises, ways_of

NO, YES, EITHER = 1, 2, 3
#: What a reply does with a fact.
LEFT, RESTATED, MISSTATED = 1, 2, 4
#: The greatest number of visits, replies or facts that is counted apart.
MAX_COUNT = 200


@dataclass(frozen=True, slots=True)
class Demand:
    """What must have been told for a group of replies to be possible.

    Attributes:
        facts: groups of facts; of each, one must have been told.
        restated, not_restated: the facts that the replies surely give back, and surely do not.
        count: how many facts they give back, as a set of numbers; None: any.
        last: the number that stands for all beyond it as well.
    """

    facts: tuple[tuple[str, ...], ...] = ()
    restated: tuple[str, ...] = ()
    not_restated: tuple[str, ...] = ()
    count: int | None = None
    last: int = 0

    def met(self, told: frozenset[str]) -> bool:
        """Whether replies can do all this once these facts were told."""
        if not all(told.intersection(names) for names in self.facts):
            return False
        if self.count is None or not told:  # where nothing was told, the customer's words count as facts
            return True
        least, most = len(self.restated), len(told) - len(told.intersection(self.not_restated))
        return any(self.count >> min(number, self.last) & 1 for number in range(least, most + 1))


@dataclass(frozen=True, slots=True)
class Option:
    """Replies that take the same way in the same situations.

    Attributes:
        place: the way's name, such as `beats.opening.ways[2]`, or `stay`.
        to: where it leads.
        moods: the moods before the reply.
        visits, replies: the numbers of visits and replies, this one included; bit 0 stands for 1.
        demand: what must have been told.
    """

    place: str
    to: str
    moods: int
    visits: int
    replies: int
    demand: Demand


Options = dict[Option, dict[int, Gain]]


@dataclass(frozen=True)
class Scope:
    """What conditions can look at in one beat.

    Attributes:
        assessed: the criteria assessed.
        flags, facts, promises: the names that no condition here tells apart, together.
        single: the facts that a condition wants given back.
        asked: the facts of which it matters whether they were told.
        any_fact: whether a condition looks for any wrong fact.
        visits, replies: from which number on all numbers are alike, at least 1.
        count: the same for the number of facts given back.
    """

    assessed: tuple[str, ...]
    flags: tuple[tuple[str, ...], ...]
    facts: tuple[tuple[str, ...], ...]
    promises: tuple[tuple[str, ...], ...]
    single: frozenset[str]
    asked: frozenset[str]
    any_fact: bool
    visits: int
    replies: int
    count: int


def scope_of(scenario: Scenario, rubric: Rubric, beat: str) -> Scope:
    """What the conditions of a beat's ways, and of those tried anywhere, look at."""
    whens = [way.when for _, way in ways_of(scenario, beat)]
    promises = [p.id for p in (*scenario.policy.may, *scenario.policy.never)]
    count = _last([when.restated_count for when in whens], 0)
    wrong = {name for when in whens for name in when.misstated}
    single = frozenset(name for when in whens for name in when.restated)
    return Scope(
        assessed=tuple(name for name in rubric.criteria if name in scenario.beats[beat].assess),
        flags=_alike(rubric.flags, [_meant(when.flags, rubric.flags) for when in whens if when.flags]),
        facts=_alike(
            scenario.facts,
            [*({name} for name in single), *(_meant(w.misstated, scenario.facts) for w in whens if w.misstated)],
        ),
        single=single,
        asked=frozenset(scenario.facts if count else scenario.facts.keys() & (single | wrong)),
        any_fact=any(ANY in when.misstated for when in whens),
        promises=_alike(promises, [named_promises(when, scenario.policy) for when in whens if when.promised]),
        visits=_last([when.visits for when in whens], 1),
        replies=_last([when.replies for when in whens], 1),
        count=count,
    )


def options_of(scenario: Scenario, rubric: Rubric, gains: Gains, beat: str, budget: Budget) -> Options:
    """All that a reply can bring about in a beat; each option with its moves of the mood and the scores.

    Raises:
        TooIntricateError: the conditions cut the replies into too many groups.
    """
    scope = scope_of(scenario, rubric, beat)
    options: Options = {}
    rest: list[Box] = [{}]
    for place, way in ways_of(scenario, beat):
        taken, rest = cut(rest, _clauses(way.when, scenario, scope))
        budget.spend(len(taken) + len(rest))
        _add(options, taken, scope, gains, place, way, way.to)
    _add(options, rest, scope, gains, STAY, None, beat)
    return options


def _add(
    options: Options, boxes: Iterable[Box], scope: Scope, gains: Gains, place: str, way: Way | None, to: str
) -> None:
    for box in boxes:
        option = Option(
            place,
            to,
            box.get(("mood", ""), moods.ALL),
            box.get(("visits", ""), _every(scope.visits)),
            box.get(("replies", ""), _every(scope.replies)),
            _demand(box, scope),
        )
        merge(options.setdefault(option, {}), gains.of(_replies(box, scope), way.mood if way else None))


def _demand(box: Box, scope: Scope) -> Demand:
    done = {names: values for names in scope.facts if (values := box.get(("fact", names)))}
    return Demand(
        facts=tuple(
            names for names, values in done.items()
            if not values & LEFT and not (scope.any_fact and values & MISSTATED)
        ),
        restated=tuple(names[0] for names, values in done.items() if values == RESTATED),
        not_restated=tuple(
            names[0] for names, values in done.items() if names[0] in scope.single and not values & RESTATED
        ),
        count=box.get(("count", "")),
        last=scope.count,
    )  # fmt: skip


def _replies(box: Box, scope: Scope) -> Replies:
    flags = [(names, box.get(("flag", names), EITHER)) for names in scope.flags]
    return Replies(
        levels=tuple(
            (name, tuple(n for n in range(4) if box.get(("level", name), 15) >> n & 1)) for name in scope.assessed
        ),
        raised=tuple(names for names, values in flags if values == YES),
        maybe=tuple(names for names, values in flags if values == EITHER),
        silent=_truths(box.get(("silent", ""), EITHER)),
        repeated=_truths(box.get(("repeated", ""), EITHER)),
    )


def _clauses(when: When, scenario: Scenario, scope: Scope) -> list[Clause]:
    """The condition as clauses, the simplest first, so that boxes are cut as little as can be."""
    clauses = []
    for name, bounds in when.levels.items():
        values = moods.numbers(bounds, 0, 3) if name in scope.assessed else 0
        clauses.append(within(("level", name), values, 15))
    for side, bounds_, first, last in (
        ("mood", when.mood, 0, 100),
        ("visits", when.visits, 1, scope.visits),
        ("replies", when.replies, 1, scope.replies),
        ("count", when.restated_count, 0, scope.count),
    ):
        if bounds_ is not None:
            clauses.append(within((side, ""), moods.numbers(bounds_, first, last), _every(last - first + 1)))
    for side, truth in (("repeated", when.repeated), ("silent", when.silent)):
        if truth is not None:
            clauses.append(within((side, ""), YES if truth else NO, EITHER))
    clauses += [within(("fact", (name,)), RESTATED, LEFT | RESTATED | MISSTATED) for name in when.restated]
    flags: list[tuple[Side, int, int]] = [(("flag", names), YES, EITHER) for names in scope.flags]
    if when.no_flags:
        clauses.append(opposite(any_of(flags)))
    if when.flags:
        named = _meant(when.flags, [name for names in scope.flags for name in names])
        clauses.append(any_of([side for names, side in zip(scope.flags, flags, strict=True) if named & set(names)]))
    if when.misstated:
        named = _meant(when.misstated, scenario.facts)
        clauses.append(any_of([(("fact", names), MISSTATED, _doings(names, scope)) for names in scope.facts
                               if named & set(names)]))  # fmt: skip
    if when.promised:
        named = named_promises(when, scenario.policy)
        clauses.append(any_of([(("promise", names), YES, EITHER) for names in scope.promises if named & set(names)]))
    return clauses


def _doings(names: tuple[str, ...], scope: Scope) -> int:
    """What a reply may do with facts; of those that need not be given back it matters only whether one is wrong."""
    return LEFT | RESTATED | MISSTATED if names[0] in scope.single else LEFT | MISSTATED


def _alike(names: Iterable[str], sets: Sequence[set[str]]) -> tuple[tuple[str, ...], ...]:
    """The names in groups: those that are in the same sets together."""
    groups: dict[tuple[bool, ...], list[str]] = {}
    for name in names:
        groups.setdefault(tuple(name in among for among in sets), []).append(name)
    return tuple(map(tuple, groups.values()))


def _meant(named: Sequence[str], every: Iterable[str]) -> set[str]:
    return set(every) if ANY in named else set(named)


def _last(bounds: Iterable[Bounds | None], first: int) -> int:
    """The number from which on a condition sees no difference."""
    numbers = [first]
    for bound in bounds:
        if bound is not None:
            numbers += [bound.low] if bound.low is not None else []
            numbers += [bound.high + 1] if bound.high is not None else []
    if max(numbers) > MAX_COUNT:
        raise TooIntricateError
    return max(numbers)


def _every(count: int) -> int:
    return (1 << count) - 1


def _truths(values: int) -> tuple[bool, ...]:
    return tuple(truth for truth, bit in ((False, NO), (True, YES)) if values & bit)
