"""The class day: an instructor's Monday, from the roster to the marks, by the commands that an instructor types.

Forty bots of four skills sit an assessment, most from a file of answers, two on the screen; the program is killed
twice. Then five marks are changed by hand, one is disputed, two people calibrate, the class is rescored and put back,
and the marks are written for other systems and read back. Each step says its command and its seconds, and is checked.

usage: python -m benchmarks.class_day [--seats 40] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl

from benchmarks.bots import answers, classroom, skill, written
from benchmarks.kills import PATIENCE, logged
from benchmarks.terminal import Terminal
from simulator.model.assessment import Seat
from simulator.model.event import Replied, Scored
from simulator.store.store import Store

NAME = "class-day"

STERN = """\
rubric: stern
title: {en: Stern, zh: 从严}
based_on: core
cues:
  plain_sorry: {en: [sorry], zh: [对不起, 抱歉]}
  much: {en: ["so sorry", "very sorry"], zh: [真对不起, 非常抱歉]}
criteria:
  apology:
    name: {en: Apology, zh: 道歉}
    levels:
      en: [None., Sorry., Sorry and more., So sorry.]
      zh: [没有。, 抱歉。, 抱歉并有更多。, 非常抱歉。]
    rules:
      - {level: 3, when: {much: 1}, why: {en: Says how sorry., zh: 说出了有多抱歉。}}
      - {level: 1, when: {plain_sorry: 1}, why: {en: A bare sorry., zh: 只说了抱歉。}}
    lifts:
      - say: {en: Say how sorry you are., zh: 说出你有多抱歉。}
"""


class Day:
    """The instructor's folder, and what is typed in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "log"
        self._command = [sys.executable, "-m", "simulator", "--data-dir", str(self.log), "--lang", "en"]
        self._environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "LC_ALL": "C.UTF-8"}

    def begun(self, *words: str, out: str) -> subprocess.Popen[bytes]:
        """Begins a command; what it prints is added to a file."""
        with (self.folder / out).open("ab") as file, (self.folder / "talk").open("wb") as talk:
            return subprocess.Popen(
                [*self._command, *words], cwd=self.folder, env=self._environment, stdout=file, stderr=talk,
                start_new_session=True,
            )  # fmt: skip

    def run(self, *words: str, code: int = 0) -> str:
        """Runs a command to its end; gives what it prints."""
        began = time.monotonic()
        done = subprocess.run(
            [*self._command, *words],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.tell(f"simulator {' '.join(words)}", began)
        assert done.returncode == code, (done.returncode, done.stdout[-500:], done.stderr[-2000:])
        self.talk = done.stderr
        return done.stdout

    def tell(self, what: str, began: float) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {what}", flush=True)

    def marks(self) -> dict[str, str]:
        """Student id to the mark that a gradebook gets."""
        return {row["ID number"]: row["The class day"] for row in self.table("moodle")}

    def table(self, form: str) -> list[dict[str, str]]:
        """A table of marks, read back as another program reads it."""
        name = f"{form}.csv"
        self.run("grades", NAME, "--format", form, "--output", name)
        with (self.folder / name).open(encoding="utf-8-sig", newline="") as file:
            return [*csv.DictReader(file)]


def sits(day: Day, seats: list[Seat]) -> None:
    """The class sits from a file, and is killed once on the way."""
    began = time.monotonic()
    words = ("assess", NAME, "--replies", "answers.jsonl")
    program = day.begun(*words, out="results.jsonl")
    while program.poll() is None and len(logged(day.log)) < len(seats):
        time.sleep(0.1)
    assert program.poll() is None, "it was done before it could be killed"
    os.killpg(program.pid, signal.SIGKILL)
    program.wait()
    before = logged(day.log)
    day.tell(f"simulator {' '.join(words)}   killed with {sum(map(len, before.values()))} replies in the log", began)
    began = time.monotonic()
    program = day.begun(*words, out="results.jsonl")
    assert program.wait() == 0, (day.folder / "talk").read_text()
    after = logged(day.log)
    assert all(after[key][: len(replies)] == replies for key, replies in before.items()), "a reply was lost"
    day.tell(f"simulator {' '.join(words)}   again, to the end: {(day.folder / 'talk').read_text().strip()}", began)


def on_screen(day: Day, seat: Seat, plan: dict[str, tuple[str, ...]], *, killed: bool) -> None:
    """A seat sits on the screen, and is perhaps killed in the middle of its second scenario."""
    began, planned = time.monotonic(), sum(map(len, plan.values()))
    kill_at = len(next(iter(plan.values()))) + 1 if killed else None
    terminal = _seated(day, seat)
    try:
        while (due := _due(day, seat, plan)) is not None:
            if kill_at is not None and _said(day, seat) == kill_at:
                os.kill(terminal.pid, signal.SIGKILL)
                assert _said(day, seat) == kill_at, "a reply was lost"
                terminal.close()
                terminal, kill_at = _seated(day, seat), None
            before = _said(day, seat)
            terminal.type(due)
            terminal.wait(0.4)
            terminal.type("\r")
            terminal.wait(0.8)
            end = time.monotonic() + 20
            while due and (_said(day, seat) == before or _waits(day, seat)) and time.monotonic() < end:
                terminal.wait(0.3)
        terminal.type("\r")  # past the last words, to the receipt
        end = time.monotonic() + 20
        while not list(day.log.glob(f"receipts/*-{seat.id}-*")) and time.monotonic() < end:
            terminal.wait(0.3)
    finally:
        terminal.close()
    words = "on the screen" + (", killed once" if killed else "")
    day.tell(f"simulator assess {NAME} --seat {seat.id}   {words}: {planned} replies", began)


def _seated(day: Day, seat: Seat) -> Terminal:
    words = ("--data-dir", str(day.log), "assess", str(day.folder / "assessments" / f"{NAME}.yaml"), "--seat", seat.id)
    terminal = Terminal("-m", "simulator", *words, LC_ALL="C.UTF-8")
    terminal.until("\x1b[?1049h", PATIENCE)
    terminal.wait(2)
    return terminal


def _said(day: Day, seat: Seat) -> int:
    return sum(len(replies) for (trainee, _), replies in logged(day.log).items() if trainee == seat.id)


def _waits(day: Day, seat: Seat) -> bool:
    """Whether a reply of a seat is in the log and not answered yet."""
    with Store.open(day.log, read_only=True) as store:
        return any(isinstance(store.events(row.id)[-1].event, Replied) for row in store.sessions(trainee=seat.id))


def _due(day: Day, seat: Seat, plan: dict[str, tuple[str, ...]]) -> str | None:
    """What the seat does next: a reply, "" for Enter alone; None once it is over."""
    with Store.open(day.log, read_only=True) as store:
        if any(sitting.finished for sitting in store.sittings(seat=seat.id)):
            return None
        open_ = [row for row in store.sessions(trainee=seat.id) if row.ending is None]
        return plan[open_[0].scenario][open_[0].turns] if open_ else ""


def desk(day: Day) -> set[str]:
    """Five marks changed by hand, one of them disputed and answered; gives whose they are."""
    rows = json.loads(day.run("log", "list", "--json"))
    lost = [row for row in rows if row["scenario"] == "leaking-flat" and row["score"] is not None and row["score"] < 60]
    one, two, three, four, five = (row["session"] for row in sorted(lost, key=lambda row: row["trainee"])[:5])
    changes = {
        one: ("--turn", "1", "--level", "apology=3"),
        two: ("--turn", "1", "--level", "listening=3", "--level", "apology=2"),
        three: ("--turn", "2", "--level", "listening=2"),
        four: ("--score", "61"),
        five: ("--turn", "1", "--flag", "blame"),
    }
    for session, change in changes.items():
        day.run("mark", "override", session, *change, "--reason", "Read again by hand.", "--by", "Ms Ito")
    day.run("dispute", one, "I did apologise in my second reply.", "--turn", "2", "--about", "apology")
    waiting = day.run("mark", "list")
    assert "Disputes that wait for an answer: 1" in waiting, waiting
    records = [json.loads(line) for line in day.run("mark", "list", one, "--json").splitlines()]
    dispute = next(record["entry"] for record in records if record["kind"] == "dispute")
    day.run("mark", "answer", dispute, "You did: changed.", "--upheld", "--by", "Ms Ito")
    assert "answer" in day.run("dispute", one).casefold()
    day.run("mark", "grade", "group:A", "good", "--strengths", "Calm.", "--by", "Ms Ito")
    return {row["trainee"] for row in lost if row["session"] in changes}


def calibrate(day: Day, sample: int) -> str:
    """Two people rate the same replies in a spreadsheet; they see flags as the engine does, and most levels."""
    with Store.open(day.log, read_only=True) as store:
        scores = {
            f"{session.id}:{stored.event.turn}": stored.event.score
            for session in store.sessions()
            for stored in store.events(session.id)
            if isinstance(stored.event, Scored)
        }
    day.run("calibrate", "start", "monday", "--rater", "Ito", "--rater", "Wang", "--sample", str(sample))
    for rater, slips in (("Ito", 0.15), ("Wang", 0.3)):
        dice, sheet = random.Random(rater), f"{rater}.csv"
        day.run("calibrate", "sheet", "--rater", rater, "--output", sheet)
        with (day.folder / sheet).open(encoding="utf-8-sig", newline="") as file:
            rows = [*csv.DictReader(file)]
        for row in rows:
            score = scores.get(row["id"])
            if score is None:  # below stand remarks on how to rate
                continue
            row["flags"] = " ".join(score.flags)
            for criterion, level in score.levels.items():
                slip = dice.choice((-1, 1)) if dice.random() < slips else 0
                row[criterion] = str(min(3, max(0, level + slip)))
        with (day.folder / sheet).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, [*rows[0]])
            writer.writeheader()
            writer.writerows(rows)
        day.run("calibrate", "take", sheet, "--rater", rater)
    report = day.run("calibrate", "report")
    return "\n".join(line for line in report.splitlines() if line.strip())


def rescore(day: Day, by_hand: set[str]) -> str:
    """The class scored anew by a sterner rubric, kept, and put back: what a person said stays throughout."""
    (day.folder / "rubrics").mkdir(exist_ok=True)
    (day.folder / "rubrics" / "stern.yaml").write_text(STERN, "utf-8")
    before = day.marks()
    looked = day.run("rescore", "--rubric", "stern", "--assessment", NAME) + day.talk
    told = next(line for line in looked.splitlines() if "scored anew" in line)
    assert day.marks() == before, "looking changed a mark"
    day.run("rescore", "--rubric", "stern", "--assessment", NAME, "--keep")
    strict = day.marks()
    moved = sum(strict[seat] != mark for seat, mark in before.items())
    assert moved, "nothing moved"
    day.run("mark", "list")
    day.run("rescore", "--assessment", NAME, "--keep")
    back = day.marks()
    assert back == before, {seat: (before[seat], back[seat]) for seat in before if back[seat] != before[seat]}
    for seat in sorted(by_hand):
        assert "Read again by hand." in day.run("mark", "list", f"{seat}/leaking-flat"), "a person's word was wiped"
    return f"{moved} of {len(before)} marks moved, all came back; {told}"


def marks_out(day: Day, seats: list[Seat], by_hand: set[str]) -> str:
    """Marks for other systems, read back; whoever was not changed by hand has what the receipt says."""
    receipts = [json.loads(line) for line in (day.folder / "results.jsonl").read_text("utf-8").splitlines()]
    score = {receipt["seat"]: receipt["score"] for receipt in receipts}
    moodle = day.marks()
    assert set(moodle) == {seat.id for seat in seats}
    same = [seat for seat in score if seat not in by_hand]
    assert all(abs(float(moodle[seat]) - score[seat]) < 0.051 for seat in same), "a mark is not the receipt's"
    changed = sum(abs(float(moodle[seat]) - score[seat]) >= 0.051 for seat in by_hand & set(score))
    canvas = {row["SIS User ID"]: row["The class day"] for row in day.table("canvas") if row["SIS User ID"]}
    nbgrader = {row["student_id"]: row["score"] for row in day.table("nbgrader")}
    assert moodle == canvas == nbgrader, "systems are told different marks"
    _criteria(day, [*canvas])
    long = day.table("long")
    day.run("grades", NAME, "--format", "xlsx", "--output", "marks.xlsx")
    book = openpyxl.load_workbook(day.folder / "marks.xlsx")
    people = sum("Ms Ito" in row["rater"] for row in long)
    day.run("report", "class", "--assessment", NAME, "--format", "html", "--output", "class.html")
    day.run("report", "trainee", seats[0].id, "--format", "html", "--output", "trainee.html")
    day.run("insight", "--assessment", NAME, "--json", "--output", "insight.json")
    insight: dict[str, Any] = json.loads((day.folder / "insight.json").read_text("utf-8"))
    assert insight["trainees"] == len(seats)
    return (
        f"{len(moodle)} marks, the same in Moodle, Canvas and nbgrader; {len(long)} rows in the long table, "
        f"{people} of them a person's; {len(book.sheetnames)} sheets; "
        f"of {len(by_hand)} changed by hand {changed} differ from their receipt"
    )


def _criteria(day: Day, seats: list[str]) -> None:
    """Each criterion's points, by the numbers of a gradebook as Canvas exports it."""
    export = "".join(f"{seat},{number},{seat},,\n" for number, seat in enumerate(seats, 50001))
    (day.folder / "from-canvas.csv").write_text(f"Student,ID,SIS User ID,SIS Login ID,Section\n{export}", "utf-8")
    given = ("--format", "canvas-criteria", "--students", "from-canvas.csv", "--output", "criteria.csv")
    day.run("grades", NAME, *given)
    with (day.folder / "criteria.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert [row["Student Id"] for row in rows] == [str(number) for number in range(50001, 50001 + len(seats))]
    points = [[float(cell or 0) for title, cell in row.items() if title.endswith(" - Points")] for row in rows]
    assert all(0 <= sum(each) <= 100.1 for each in points)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seats", type=int, default=40)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        day = Day(given.folder or Path(name))
        (day.folder / "assessments").mkdir(parents=True, exist_ok=True)
        whole(day, given.seats)


def whole(day: Day, count: int) -> None:
    """The whole day."""
    began = time.monotonic()
    file = classroom(day.folder, count, NAME)
    for name in (file.name, f"{NAME}.csv"):
        (day.folder / name).rename(day.folder / "assessments" / name)
    day.run("check", "assessments")
    said = answers(day.folder / "assessments" / file.name)
    seats = [*said]
    screens = seats[:1] + seats[5:6]
    written({seat: plan for seat, plan in said.items() if seat not in screens}, day.folder / "answers.jsonl")
    sits(day, seats)
    for number, seat in enumerate(screens):
        on_screen(day, seat, said[seat], killed=number == 0)
    day.run("verify", "--receipts", "results.jsonl", *_kept_receipts(day))
    print(f"          {day.talk.strip()}")
    marks = day.marks()
    for kind, total in _means(seats, marks).items():
        print(f"          {kind}: mean mark {total:.1f}")
    by_hand = desk(day)
    print(calibrate(day, 20))
    print(f"          {rescore(day, by_hand)}")
    print(f"          {marks_out(day, seats, by_hand)}")
    day.run("verify", "--receipts", "results.jsonl", *_kept_receipts(day))
    print(f"          {day.talk.strip()}")
    day.tell("the whole day", began)


def _kept_receipts(day: Day) -> list[str]:
    files = sorted((day.log / "receipts").iterdir())
    return [word for file in files for word in ("--receipts", str(file))]


def _means(seats: list[Seat], marks: dict[str, str]) -> dict[str, float]:
    total, number = Counter[str](), Counter[str]()
    for n, seat in enumerate(seats):
        total[skill(n)] += float(marks[seat.id])  # type: ignore[assignment]
        number[skill(n)] += 1
    return {kind: total[kind] / number[kind] for kind in total}


if __name__ == "__main__":
    main()
