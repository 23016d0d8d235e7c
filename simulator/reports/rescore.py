"""What moved when sessions were scored anew, in words and for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from simulator.marking.rescored import Move, Tally
from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.model.score import ReplyScore
from simulator.reports.inert import on_one_line
from simulator.reports.plain import quoted
from simulator.reports.reasons import because
from simulator.reports.remarks import all_names

#: So many digits of an id are shown, and so many ways from one rule to another.
SHORT, RULES = 8, 20


class Words:
    """Tells what moved.

    Args:
        lang: `en`, `zh` or `zh-Hant`.
    """

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._names: dict[str, str] = {}
        self._flags: set[str] = set()

    def meet(self, rubric: Rubric) -> None:
        """Learns what the criteria and flags of a rubric are called."""
        for name, called in all_names(rubric, self._lang).items():
            self._names.setdefault(name, called)
        self._flags |= {*rubric.flags}

    def session(
        self, session: str, trainee: str, scenario: str, scores: tuple[float | None, float | None],
        passed: tuple[bool, bool], look_again: bool,
    ) -> str:  # fmt: skip
        """A session on one line: the score that counts, before and now."""
        was, now = (self._say("none") if score is None else f"{score:g}" for score in scores)
        row = self._say("row", session=session[:SHORT], trainee=trainee, scenario=scenario, was=was, now=now)
        said = [self._say("passed" if passed[1] else "failed")] if passed[0] != passed[1] else []
        said += [self._say("look_again")] if look_again else []
        return on_one_line("  ".join([row, *said]))

    def moves(
        self, moves: Sequence[Move], replies: Sequence[str], scores: Sequence[ReplyScore], rubric: Rubric
    ) -> Iterator[str]:
        """Each level and flag that moved, with the reply that it is about and what decides now.

        Args:
            moves: what moved.
            replies: the replies; turn 1 first.
            scores: their scores now.
            rubric: what they are scored by now.
        """
        told = None
        for move in moves:
            if move.turn is not None and move.turn != told:
                yield from quoted(replies[move.turn - 1])
                told = move.turn
            yield on_one_line(self._move(move))
            judged = scores[move.turn - 1].judgements.get(move.name) if move.turn is not None else None
            if judged and move.name in rubric.criteria:
                why = because(rubric.criteria[move.name], judged, rubric, self._lang)
                yield on_one_line(self._say("why", why=why))

    def sum(self, tally: Tally) -> Iterator[str]:
        """All that moved, counted."""
        yield self._say("sum", sessions=tally.sessions, moved=tally.moved, passed_was=tally.passed_was,
                        passed=tally.passed)  # fmt: skip
        if tally.scored:
            yield self._say(
                "mean", was=f"{tally.total_was / tally.scored:.1f}", now=f"{tally.total / tally.scored:.1f}"
            )
        if tally.weighed:
            yield self._say("weighed", count=tally.weighed)
        every = {**tally.up, **tally.down, **tally.came, **tally.went}
        if every:
            yield self._say("names")
        for name in sorted(every, key=lambda n: (-tally.up[n] - tally.down[n] - tally.came[n] - tally.went[n], n)):
            of = "flags_" if name in self._flags else ""
            counts = {f"{of}up": tally.up, f"{of}down": tally.down, "came": tally.came, "went": tally.went}
            said = [self._say(key, n=counted[name]) for key, counted in counts.items() if counted[name]]
            yield on_one_line(self._say("name", name=self._called(name), counts=self._say("comma").join(said)))
        if tally.rules:
            yield self._say("rules")
        for (name, was, now), count in sorted(tally.rules.items(), key=lambda one: (-one[1], one[0]))[:RULES]:
            shown = {"was": was or self._say("no_rule"), "now": now or self._say("no_rule")}
            yield on_one_line(self._say("rule", count=count, name=self._called(name), **shown))
        if len(tally.rules) > RULES:
            yield self._say("more_rules", count=len(tally.rules) - RULES)
        if tally.look_again:
            yield self._say("again", count=tally.look_again)

    def _move(self, move: Move) -> str:
        name = self._called(move.name)
        if move.kind == "flag":
            return self._say("raised" if move.now else "lowered", turn=move.turn, name=name)
        was, now = (self._say("none") if level is None else level for level in (move.was, move.now))
        rules = dict.fromkeys(rule or self._say("no_rule") for rule in (move.was_rule, move.now_rule))
        return self._say(move.kind, turn=move.turn, name=name, was=was, now=now, rule=" → ".join(rules))

    def _called(self, name: str) -> str:
        return self._names.get(name, name)

    def _say(self, key: str, /, **values: object) -> str:
        return text(f"rescore.{key}", self._lang, **values)


def move_record(move: Move) -> Mapping[str, Any]:
    """A move for JSON."""
    return {
        "kind": move.kind, "turn": move.turn, "name": move.name, "was": move.was, "now": move.now,
        "was_rule": move.was_rule, "now_rule": move.now_rule,
    }  # fmt: skip
