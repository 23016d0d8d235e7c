"""A class that has sat, in a log: three of four seats, one of them twice, with what a person said about it."""

from __future__ import annotations

import json
from pathlib import Path

from simulator.library.library import Library
from simulator.marking.remarks import Comment, Grade, LevelOverride, ScoreOverride
from simulator.runner.answers import sorted_out
from simulator.runner.room import Room
from simulator.runner.sat import sit_for
from simulator.store.store import Store
from tests.runner.classroom import BADLY, WELL, Now, written

RULES = "attempts: 2\ncounts: last\npass_mark: 60\n"
ROSTER = "id,name,group,language\nS1,Li Na,A,en\nS2,王芳,A,zh\nS3,Tom,B,en\nS4,陳怡君,B,zh-Hant\n"


def sat(folder: Path) -> Path:
    """Makes the class and its log (`log`) in a folder; returns the assessment's file.

    S1 does well, then badly, so that the last attempt that counts is the worse one. S2 does well; a person changed a
    level and gave a grade. S3 does badly; a person gave a score. S4 did not come.
    """
    file = written(folder, RULES, ROSTER)
    with Store.open(folder / "log") as store:
        now = Now()
        room = Room(file, Library(()), store, now, timed=False)
        badly = (BADLY["en"],)
        for seat, replies in (("S1", WELL["en"]), ("S1", badly), ("S2", WELL["zh"]), ("S3", badly)):
            given = [
                json.dumps({"seat": seat, "scenario": name, "replies": replies}).encode()
                for name in ("cold-soup", "cold-tea")
            ]
            for who, answers in sorted_out(room.rules, room.bundle.seats, enumerate(given, 1)).work.items():
                sit_for(room, who, answers)
            now.wait(600)
        first = {row.trainee: row.id for row in store.sessions(newest_first=True)}
        level = LevelOverride(turn=1, criterion="apology", level=1, was=3, reason="Not = meant.")
        store.add_entry(first["S2"], "override", "Ms Ito", 2e9, level.model_dump())
        grade = Grade(grade="good", strengths="Calm.", weaknesses="Slow.")
        store.add_entry(first["S2"], "grade", "Ms Ito", 2e9, grade.model_dump())
        store.add_entry(first["S2"], "comment", "Ms Ito", 2e9, Comment(text="+ Well done").model_dump())
        score = ScoreOverride(score=50, was=0, reason="The key was stuck.")
        store.add_entry(first["S3"], "override", "Mr Ott", 2e9, score.model_dump())
    return file
