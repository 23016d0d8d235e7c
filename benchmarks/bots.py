"""A class of bots: the assessment they sit, and what each of them will say in it."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import get_args

from simulator.library.library import Library
from simulator.model.assessment import Seat
from simulator.play.draw import draws
from simulator.play.rehearse import rehearse
from simulator.runner.errors import valid
from simulator.runner.trainees import Bot, Trainee
from simulator.scoring.engine import Engine

#: Every fourth seat is one of these.
SKILLS: tuple[Trainee, ...] = get_args(Trainee)

RULES = """\
assessment: {name}
title: {{en: The class day, zh: 班级考核日}}
scenarios: [leaking-flat]
draw: {{count: 1, pool: [late-sofa, data-bill, cancelled-concert, promise-not-kept]}}
seed: 2026
roster: {name}.csv
minutes: 40
reply_seconds: 300
attempts: 1
pass_mark: 60
scores: end
"""


def skill(seat: int) -> Trainee:
    """How good a seat is, by its place in the roster."""
    return SKILLS[seat % len(SKILLS)]


def classroom(folder: Path, seats: int, name: str = "class-day") -> Path:
    """Writes an assessment and its roster: English and Chinese by turns, in four groups. Returns its file."""
    roster = ["id,name,group,language"]
    for n in range(seats):
        group, lang = "ABCD"[4 * n // seats], ("en", "zh")[n // len(SKILLS) % 2]
        roster.append(f"S{n + 1:02},Trainee {n + 1:02},{group},{lang}")
    (folder / f"{name}.csv").write_text("\n".join(roster) + "\n", "utf-8")
    file = folder / f"{name}.yaml"
    file.write_text(RULES.format(name=name), "utf-8")
    return file


def answers(file: Path, seed: int = 1) -> dict[Seat, dict[str, tuple[str, ...]]]:
    """What each seat of an assessment will say: scenario to replies, as a bot of its skill plays it."""
    library = Library().near(file)
    bundle = valid(library.load_assessment(file))
    engine = Engine(valid(library.rubric(bundle.assessment.rubric)))
    said: dict[Seat, dict[str, tuple[str, ...]]] = {}
    for n, (seat, plan) in enumerate(zip(bundle.seats, draws(bundle.assessment), strict=False)):
        said[seat] = {}
        for name in plan:
            scenario = valid(library.scenario(name, seat.lang))
            bot = Bot(scenario, skill(n), Random(f"{seed} {seat.id} {name}"))
            said[seat][name] = tuple(turn.reply for turn in rehearse(scenario, engine, bot.reply).turns)
    return said


def written(said: dict[Seat, dict[str, tuple[str, ...]]], path: Path) -> None:
    """Writes answers as `simulator assess --replies` reads them."""
    with path.open("w", encoding="utf-8") as out:
        for seat, plan in said.items():
            for name, replies in plan.items():
                line = {"seat": seat.id, "scenario": name, "replies": replies, "seconds": [40.0] * len(replies)}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
