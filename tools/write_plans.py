"""Writes the plans beside the shipped scenarios, from their exemplars, as the engine scores them now.

python tools/write_plans.py [SCENARIO.yaml ...]

Each scenario gets one that ends well, `ID.plan`. Where the trainees that answer at random do not come to a beat or an
ending (tests/library/test_shipped.py), and for some that end badly, there is one more, `ID.ENDING.plan`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from random import Random

from simulator.language.check import scenario_files
from simulator.language.plans import plans_beside
from simulator.library.library import Library
from simulator.model.scenario import Scenario
from simulator.play.rehearse import Rehearsal, rehearse
from simulator.reports.plans import plan_lines
from simulator.runner.errors import valid
from simulator.runner.trainees import Bot, playtest
from simulator.scoring.engine import Engine

ROOT = Path(__file__).parent.parent
#: These show as well how it is lost.
LOST = {"leaking-flat", "last-straw", "banner-at-the-gate"}
#: A trainee at random gets so many plays to come everywhere (as in the test), and so many to come to a certain ending.
PLAYS, MOST = 20, 400


def main() -> None:
    """Writes those of the files named, or all."""
    engine = Engine(valid(Library().rubric("core")))
    lost: list[str] = []
    for path in map(Path, sys.argv[1:]) if sys.argv[1:] else scenario_files(ROOT / "scenarios"):
        scenario = valid(Library().scenario(path, "en"))
        try:
            played = list(plans(scenario, engine))
        except LookupError as error:
            lost.append(f"{path}: {error}")
            continue
        for old in plans_beside(path):
            old.unlink()
        for name, play in played:
            file = path.with_name(f"{path.stem}{name}.plan")
            file.write_text("".join(f"{line}\n" for line in lines(scenario, play)), "utf-8")
            print(f"{file}: {len(play.turns)} turns")
    if lost:
        sys.exit("\n".join(["These were left as they are:", *lost]))


def plans(scenario: Scenario, engine: Engine) -> Iterator[tuple[str, Rehearsal]]:
    """The plays worth keeping, each with what its file's name has behind the scenario's.

    Raises:
        LookupError: nobody comes where somebody should.
    """
    good = playtest(scenario, engine, "strong", 0, 1)[0]
    if good.outcome != "resolved":
        raise LookupError(f"a strong trainee comes to {good.state.ending}")
    yield "", good
    known = [good, *(playtest(scenario, engine, kind, 0, 1)[0] for kind in ("middling", "poor"))]
    known += islice(at_random(scenario, engine), PLAYS)
    there = {place for play in known for place in play.state.visits}
    wanted = [place for place in (*scenario.beats, *scenario.endings) if place not in there]
    if scenario.scenario in LOST:
        wanted += [name for name, ending in scenario.endings.items() if ending.outcome == "lost"]
    for place in wanted:
        if place not in there or scenario.scenario in LOST:
            play = next((one for one in islice(at_random(scenario, engine), MOST) if place in one.state.visits), None)
            if play is None or play.state.ending is None:
                raise LookupError(f"nobody comes to {place}")
            there |= set(play.state.visits)
            yield f".{play.state.ending}", play


def at_random(scenario: Scenario, engine: Engine) -> Iterator[Rehearsal]:
    """Plays of a trainee who answers with any exemplar."""
    return (rehearse(scenario, engine, Bot(scenario, "random", Random(f"0 {run}")).reply) for run in count())


def lines(scenario: Scenario, play: Rehearsal) -> Iterator[str]:
    """A play as a plan of replies, beats and the ending alone."""
    title = f"{scenario.title} ({scenario.scenario}, {scenario.lang})"
    first, *rest = plan_lines(title, play.turns, (), play.state.mood, play.state.ending, play.state.beat, spare=True)
    yield first
    yield "# Made by tools/write_plans.py from the exemplars."
    yield from rest


if __name__ == "__main__":
    main()
