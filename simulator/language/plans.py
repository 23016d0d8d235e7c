"""Plans: a conversation in plain text, played again and held against what it says.

A line says one thing; what it says of the play holds at this point, before the next reply:

    # a remark
    beat: opening
    mood: 82
    customer: Where is the manager? ...
    reply: I am so sorry that nobody came, Mrs Quinn.
         | What is it like up there now?
    ending: mended
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.language.nearest import meant
from simulator.language.nodes import Node
from simulator.language.problems import Term
from simulator.language.reading import Document, decode, read_file
from simulator.model.base import Bounds, parse_bounds
from simulator.model.scenario import Scenario
from simulator.play.rehearse import UNFINISHED, Rehearsal, rehearse
from simulator.play.state import State
from simulator.scoring.engine import Engine

ENDING = ".plan"
REPLY, CUSTOMER, BEAT, MOOD, END = PARTS = ("reply", "customer", "beat", "mood", "ending")

_SAYS = re.compile(r"[ \t]*(\w+)[ \t]*[:：][ \t]?(.*)")
_GOES_ON = re.compile(r"[ \t]*\|[ \t]?(.*)")
_OPEN_END = re.compile(r"\s*(\.\.\.|…)$")


@dataclass(slots=True)
class Line:
    """A line of a plan, with those that go on with it.

    Attributes:
        part: one of `PARTS`.
        text: what it says.
        node: where.
    """

    part: str
    text: str
    node: Node


@dataclass(frozen=True)
class Plan:
    """A plan that was read.

    Attributes:
        document: its text and what is wrong with it.
        lines: what it says, in order.
    """

    document: Document
    lines: tuple[Line, ...]


def plans_beside(scenario: Path) -> list[Path]:
    """The plans of a scenario: those that stand beside it and are called like it, `ID.plan` or `ID.NAME.plan`."""
    name = scenario.stem
    return sorted(
        path
        for path in scenario.parent.glob(f"*{ENDING}")
        if path.name == name + ENDING or path.stem.startswith(f"{name}.")
    )


def read_plan(path: Path) -> Plan:
    """Reads a plan."""
    return parse_plan(read_file(path, str(path), decode))


def parse_plan(document: Document) -> Plan:
    """The lines of a plan; what can't be understood is reported."""
    lines: list[Line] = []
    at = 0
    for written in document.source.text.split("\n"):
        start, end = at, at + len(written)
        at = end + 1
        line = written.removesuffix("\r")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        more, says = _GOES_ON.fullmatch(line), _SAYS.fullmatch(line)
        if more and lines:
            lines[-1].text += "\n" + more[1]
        elif says and says[1].lower() in PARTS:
            lines.append(Line(says[1].lower(), says[2], Node(start + says.start(2), max(end, start + says.start(2)))))
        else:
            word = says[1] if says else line.split()[0]
            document.report("plan-line", Node(start, end), meant(word.lower(), PARTS), known=PARTS)
    for line_ in lines:
        if line_.part == MOOD and _limits(line_.text) is None:
            document.report("bad-limits", line_.node, value=line_.text)
    return Plan(document, tuple(lines))


def follow_plan(plan: Plan, scenario: Scenario, engine: Engine) -> Rehearsal:
    """Plays a plan and reports where the play first goes otherwise than it says; there it stops.

    Args:
        plan: what was read, without problems.
        scenario: the case.
        engine: scores the replies.
    """
    follower = _Follower(plan)
    played = rehearse(scenario, engine, follower.next_reply)
    if not plan.document.problems:
        follower.finish(played.state)
    return played


class _Follower:
    def __init__(self, plan: Plan) -> None:
        self._document, self._lines = plan.document, iter(plan.lines)

    def next_reply(self, state: State) -> str | None:
        """The next reply, once all that is said before it has held."""
        for line in self._lines:
            if line.part == REPLY:
                return None if self._document.problems else line.text
            self._compare(line, state)
        return None

    def finish(self, state: State) -> None:
        """Compares what is said after the last reply that could be given."""
        for line in self._lines:
            if line.part == REPLY:
                self._document.report("plan-goes-on", line.node, ending=state.ending)
                return
            self._compare(line, state)

    def _compare(self, line: Line, state: State) -> None:
        got = next(_differs(line, state), None)
        if got is not None:
            expected = " ".join(line.text.split())
            self._document.report("plan-departs", line.node, part=Term(f"plan-{line.part}"), expected=expected, got=got)


def _differs(line: Line, state: State) -> Iterator[object]:
    """What the play gives where it is not what a line says."""
    said = line.text.strip()
    if line.part == BEAT and said != state.beat:
        yield state.beat
    elif line.part == MOOD:
        limits = _limits(said)
        if limits is None or not limits.holds(state.mood):
            yield state.mood
    elif line.part == END and said != (state.ending or UNFINISHED):
        yield state.ending or UNFINISHED
    elif line.part == CUSTOMER and not any(_same(said, spoken) for spoken in state.lines):
        yield state.lines or Term("nothing")


def _same(said: str, spoken: str) -> bool:
    """Whether a customer's words are these; what ends in three dots need only begin so."""
    said, spoken = " ".join(said.split()), " ".join(spoken.split())
    return said == spoken or (bool(_OPEN_END.search(said)) and spoken.startswith(_OPEN_END.sub("", said)))


def _limits(text: str) -> Bounds | None:
    """The moods that a line allows; here a bare number is just that number."""
    try:
        bounds: Bounds = parse_bounds(f"== {text}" if text.strip().isdecimal() else text)
    except ValueError:
        return None
    return bounds
