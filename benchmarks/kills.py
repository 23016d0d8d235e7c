"""kill -9 at random moments of an assessment: is a reply lost that was in the log?

A class sits an assessment by the real program, headless on one core or two, and some seats on the screen. At a random
moment the program is stopped, the log is read by another program (what stands there is committed), and it is killed;
sometimes the whole process group, sometimes only the parent. Then: no process is left, the log opens, every reply that
was committed is there and nothing else (each session is a beginning of what the seat was going to say), every session
belongs to a sitting, and every session played again gets the same scores. Then the same command goes on. Once a class
is through, its scores must be those of a class that nobody killed, and every receipt that was printed be in the log.

The scenarios are small ones, so that most of the time goes into sitting; with --library they are shipped ones.

usage: python -m benchmarks.kills [--kills 200] [--screen 20] [--seats 12] [--seed 5] [--library]
"""

from __future__ import annotations

import argparse
import math
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.bots import answers, classroom, written
from benchmarks.terminal import Terminal
from simulator.library.library import Library
from simulator.model.assessment import Seat
from simulator.model.event import Replied
from simulator.model.receipt import Receipt
from simulator.runner.errors import valid
from simulator.runner.verify import Verifier
from simulator.store.errors import StoreError
from simulator.store.store import FILE_NAME, Store
from tests.runner.classroom import BADLY, SCENARIOS, SORRY
from tests.runner.classroom import written as small

Said = dict[Seat, dict[str, tuple[str, ...]]]
Logged = dict[tuple[str, str], tuple[str, ...]]

#: How long a program may take to begin writing, or to be gone, in seconds.
PATIENCE = 120.0


@dataclass
class Tally:
    """What was tried and found.

    Attributes:
        kills: how many, by kind.
        committed: how many replies stood in the log at the moments of the kills, by kind.
        lost, wrong: replies that were gone; anything else that was not as it should be.
        resumed: how many sittings were gone on with after a kill.
        classes: how many classes came through.
    """

    kills: Counter[str] = field(default_factory=Counter)
    committed: Counter[str] = field(default_factory=Counter)
    lost: int = 0
    wrong: list[str] = field(default_factory=list)
    resumed: int = 0
    classes: int = 0


class Killing:
    """A class whose program is killed again and again.

    Args:
        folder: an empty folder.
        file: the assessment.
        said: what each seat will say.
        dice: for the moments.
        tally: where it is counted.
    """

    def __init__(self, folder: Path, file: Path, said: Said, dice: random.Random, tally: Tally) -> None:
        self.log, self._file, self._said, self._dice, self.tally = folder / "log", file, said, dice, tally
        self._answers = folder / "answers.jsonl"
        self._printed = folder / "receipts.txt"
        self._printed.touch()
        self._known: Logged = {}
        written(said, self._answers)

    def headless(self, jobs: int, latest: float) -> bool:
        """Lets the class sit and kills it at a moment; False where it was done before that.

        Args:
            jobs: on how many cores.
            latest: the latest moment, in seconds after its first write; infinity: not at all.
        """
        command = [sys.executable, "-m", "simulator", "--data-dir", str(self.log), "assess", str(self._file),
                   "--replies", str(self._answers), "--jobs", str(jobs)]  # fmt: skip
        with self._printed.open("ab") as out, tempfile.TemporaryFile() as err:
            program = subprocess.Popen(command, stdout=out, stderr=err, start_new_session=True)
            before = self._size()
            end = time.monotonic() + PATIENCE
            while self._size() == before and program.poll() is None and time.monotonic() < end:
                time.sleep(0.002)
            with suppress(subprocess.TimeoutExpired):
                program.wait(self._dice.uniform(0, latest) if latest < math.inf else PATIENCE)
            if program.poll() is not None:
                err.seek(0)
                self._expect(program.returncode == 0, f"exit {program.returncode}: {err.read().decode()[-300:]}")
                return False
            self._kill(program.pid, f"headless, {jobs} core{'s' * (jobs > 1)}", whole=jobs == 1)
            program.wait()
        return True

    def on_screen(self, seat: Seat, share: float) -> None:
        """Lets a seat sit on the screen, and kills it once a share of all replies is typed, and a moment later."""
        terminal = Terminal(
            "-m", "simulator", "--data-dir", str(self.log), "assess", str(self._file), "--seat", seat.id,
            LC_ALL="C.UTF-8",
        )  # fmt: skip
        try:
            terminal.until("\x1b[?1049h", PATIENCE)
            terminal.wait(1.5)
            terminal.type("\r")  # past the rules, or between two scenarios; while a reply is due it changes nothing
            terminal.wait(1.0)
            replies = [reply for plan in self._said[seat].values() for reply in plan]
            for reply in replies[: round(share * len(replies))]:
                terminal.type(reply)
                terminal.wait(0.3)  # an Enter right behind it would be part of something pasted
                terminal.type("\r")
                terminal.wait(0.3)
            terminal.wait(self._dice.uniform(0, 1.0))
            self._kill(terminal.pid, "screen", whole=False)
        finally:
            terminal.close()

    def _kill(self, pid: int, kind: str, *, whole: bool) -> None:
        os.killpg(pid, signal.SIGSTOP)
        # Stopped while it opens the log, it can keep others out: then what stood there after the last kill must do.
        with suppress(StoreError):
            self._known = logged(self.log)
        if whole:
            os.killpg(pid, signal.SIGKILL)
        else:
            # Its workers go on until they notice.
            os.kill(pid, signal.SIGKILL)
            os.killpg(pid, signal.SIGCONT)
        self.tally.kills[kind] += 1
        self._gone(pid)
        self._check(kind)

    def _gone(self, group: int) -> None:
        end = time.monotonic() + PATIENCE
        while alive(group):
            if time.monotonic() > end:
                self._expect(False, "a process was left behind")
                os.killpg(group, signal.SIGKILL)
                return
            time.sleep(0.02)

    def _check(self, kind: str) -> None:
        tally, before, after = self.tally, self._known, logged(self.log)
        self._known = after
        tally.committed[kind] += sum(len(replies) for replies in before.values())
        for key, replies in before.items():
            now = after.get(key, ())
            tally.lost += sum(1 for n, reply in enumerate(replies) if n >= len(now) or now[n] != reply)
        if kind != "screen":
            plans = {(seat.id, name): replies for seat, plan in self._said.items() for name, replies in plan.items()}
            for key, replies in after.items():
                self._expect(plans[key][: len(replies)] == replies, f"{key}: not what was said")
        with Store.open(self.log, read_only=True) as store:
            self._expect(all(store.sitting_of(row.id) for row in store.sessions()), "a session without a sitting")
            found = [*Verifier(store).findings()]
            self._expect(not found, f"verify: {[finding.code for finding in found]}")
            self._expect(store.whole(), "the file is not sound")

    def come_through(self, undisturbed: dict[str, float]) -> None:
        """Goes on to the end: everybody gets the score that nobody was killed for."""
        self._expect(not self.headless(1, math.inf), "it does not come to an end")
        with Store.open(self.log, read_only=True) as store:
            lasts = [store.sitting_events(row.id)[-1] for row in store.sittings()]
            receipts = [Receipt.of(last.data["receipt"], last.hash) for last in lasts if last.kind == "finished"]
            self.tally.resumed += sum(
                event.kind == "resumed" for row in store.sittings() for event in store.sitting_events(row.id)
            )
            self._expect(len(receipts) == len(lasts) == len(self._said), "not everybody has finished once")
            scores = {receipt.seat: receipt.score for receipt in receipts}
            self._expect(scores == undisturbed, f"other scores: {scores}, undisturbed {undisturbed}")
            lines = [line for line in self._printed.read_text("utf-8").splitlines() if line.endswith("}")]
            unknown = [*Verifier(store).receipts(lines)]
            self._expect(not unknown, "a receipt that was printed is not in the log")
        self.tally.classes += 1

    def _size(self) -> tuple[int, ...]:
        files = [self.log / FILE_NAME, self.log / f"{FILE_NAME}-wal"]
        return tuple(file.stat().st_mtime_ns for file in files if file.exists())

    def _expect(self, holds: bool, what: str) -> None:
        if not holds:
            self.tally.wrong.append(what)


def logged(log: Path) -> Logged:
    """Seat and scenario to the replies that stand in a log."""
    with Store.open(log, read_only=True) as store:
        return {
            (row.trainee, row.scenario): tuple(
                stored.event.text for stored in store.events(row.id) if isinstance(stored.event, Replied)
            )
            for row in store.sessions()
        }


def alive(group: int) -> bool:
    """Whether a process of a group still runs."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, its = stat.read_text("ascii", "replace").rpartition(") ")[2].split()[:3]
            if int(its) == group and state != "Z":
                return True
    return False


def library_class(folder: Path, seats: int) -> tuple[Path, Said]:
    """Bots that sit two shipped scenarios each."""
    file = classroom(folder, seats)
    return file, answers(file)


def small_class(folder: Path, seats: int) -> tuple[Path, Said]:
    """Seats that sit four small scenarios each; some badly, most of them long."""
    names = [f"S{n + 1}" for n in range(seats)]
    roster = "id,language\n" + "".join(f"{name},{('en', 'zh')[n % 2]}\n" for n, name in enumerate(names))
    file = small(folder, roster=roster, scenarios=f"[{', '.join(SCENARIOS)}]")
    said: Said = {}
    for seat in valid(Library(()).near(file).load_assessment(file)).seats:
        replies = (SORRY[seat.lang], *(f"{word}." for word in ("Well", "So", "Then", "Oh")))
        said[seat] = {name: (BADLY[seat.lang],) if name == SCENARIOS[1] else replies for name in SCENARIOS}
    return file, said


def undisturbed(folder: Path, file: Path, said: Said) -> tuple[dict[str, float], float]:
    """The scores of a class that nobody kills, and for how long it writes, in seconds."""
    tally = Tally()
    calm = Killing(folder, file, said, random.Random(0), tally)
    began = time.monotonic()
    calm.headless(1, math.inf)
    took = time.monotonic() - began
    with Store.open(calm.log, read_only=True) as store:
        lasts = [store.sitting_events(row.id)[-1] for row in store.sittings()]
    receipts = [Receipt.of(last.data["receipt"], last.hash) for last in lasts]
    return {receipt.seat: receipt.score for receipt in receipts}, took


def killed(folder: Path, file: Path, said: Said, kills: int, screens: int, seed: int) -> Tally:
    """Kills a class's program so many times, `screens` of them on the screen."""
    dice, tally = random.Random(seed), Tally()
    (folder / "calm").mkdir()
    scores, took = undisturbed(folder / "calm", file, said)
    number = 0
    while tally.kills.total() < kills - screens:
        number += 1
        (folder / f"class {number}").mkdir()
        one = Killing(folder / f"class {number}", file, said, dice, tally)
        # Several kills to a class.
        while tally.kills.total() < kills - screens and one.headless(dice.choice((1, 2)), took * 2 / 3):
            pass
        one.come_through(scores)
    (folder / "screens").mkdir()
    seats = Killing(folder / "screens", file, said, dice, tally)
    for n in range(screens):
        seats.on_screen([*said][n // 2 % len(said)], dice.random())
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--screen", type=int, default=20, help="how many of them on the screen")
    parser.add_argument("--seats", type=int, default=12)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--library", action="store_true", help="shipped scenarios and the shipped rubric")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        file, said = library_class(Path(name), given.seats) if given.library else small_class(Path(name), given.seats)
        tally = killed(Path(name), file, said, given.kills, given.screen, given.seed)
    for kind, count in sorted(tally.kills.items()):
        print(f"{count} kills, {kind}; replies in the log at those moments: {tally.committed[kind]}")
    print(f"replies lost: {tally.lost}")
    print(f"classes that came through with the same scores: {tally.classes}; sittings gone on with: {tally.resumed}")
    print(f"anything else wrong: {len(tally.wrong)}", *sorted(set(tally.wrong)), sep="\n  ")
    sys.exit(bool(tally.lost or tally.wrong))


if __name__ == "__main__":
    main()
