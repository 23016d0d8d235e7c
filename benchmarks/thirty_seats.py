"""A class at once in the browser's place: how long a seat waits, and what memory it takes.

The real server with real programs; only the browsers are sockets. First one seat alone, as the reference, then all:
they sit down in the same moment, begin, type at a pace of their own, and send what they typed.

usage: python -m benchmarks.thirty_seats [--seats 30] [--seconds 30] [--rate 4]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from tests.web.serving import Served, Window, browser, served, sit_down

#: What every seat sits, from the library, with its real rubric.
SCENARIO = "leaking-flat"
BEGIN = {"en": "Enter begins", "zh": "按 Enter 开始"}
#: Stands in the box for the reply while it is empty.
EMPTY = "Ctrl+J"
#: What is typed, letter by letter; each letter is waited for.
LETTERS = {"en": "qxzjkvwy", "zh": "鑫淼焱垚犇骉羴猋"}


@dataclass
class Waits:
    """How long a class waited, in seconds.

    Attributes:
        opened: from the click to the rules.
        begun: from Enter to the first scenario.
        keys: from a key to its echo.
        replies: from Enter to the reply being in the conversation.
    """

    opened: list[float] = field(default_factory=list)
    begun: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)
    replies: list[float] = field(default_factory=list)


async def sit(base: str, seat: str, lang: str, waits: Waits, gate: asyncio.Barrier, given: argparse.Namespace) -> None:
    """One seat."""
    dice = random.Random(seat)
    async with browser() as session:
        assert await sit_down(session, base, seat) == 303
        await gate.wait()
        began = time.perf_counter()
        window = await Window.open(session, base)
        await window.sees(BEGIN[lang])
        waits.opened.append(time.perf_counter() - began)
        await gate.wait()
        waits.begun.append(await waited(window, "\r", EMPTY))
        # Nobody types before having read.
        await asyncio.sleep(3)
        await gate.wait()
        give_up, count = time.monotonic() + given.seconds, 0
        while time.monotonic() < give_up:
            await asyncio.sleep(dice.uniform(0.5, 1.5) / given.rate)
            letter = LETTERS[lang][count % 8]
            waits.keys.append(await waited(window, letter, letter))
            count += 1
        # An Enter that comes with the letters before it is a line end that was pasted.
        await asyncio.sleep(0.5)
        # Once it is in the conversation, the box is empty again.
        waits.replies.append(await waited(window, "\r", EMPTY))
        await gate.wait()
        await window.close()


async def waited(window: Window, keys: str, words: str) -> float:
    """How long it takes from typing something to seeing something."""
    window.forget()
    began = time.perf_counter()
    await window.types(keys)
    await window.sees(words)
    return time.perf_counter() - began


async def run(server: Served, seats: list[tuple[str, str]], given: argparse.Namespace) -> Waits:
    """Lets some seats sit at once, and tells what memory they take while they are there."""
    waits, gate = Waits(), asyncio.Barrier(len(seats) + 1)
    async with asyncio.TaskGroup() as group:
        for seat, lang in seats:
            group.create_task(sit(server.base, seat, lang, waits, gate, given))
        for _ in range(3):
            await gate.wait()
        await asyncio.sleep(given.seconds / 2)
        tell_memory(server)
        await gate.wait()
    return waits


def tell_memory(server: Served) -> None:
    """Prints what server, nursery and seats take, in MB."""
    (nursery,) = [pid for pid in server.family() if parent(pid) == server.process.pid]
    seats = [pid for pid in server.family() if parent(pid) == nursery]
    own, shared = [memory(pid, "Private_Dirty") for pid in seats], [memory(pid, "Pss") for pid in seats]
    everything = memory(server.process.pid, "Pss") + memory(nursery, "Pss") + sum(shared)
    print(
        f"memory, MB: server {memory(server.process.pid, 'Rss'):.0f}, nursery {memory(nursery, 'Rss'):.0f} (as much as "
        f"a seat would take by itself); its own per seat: median {median(own):.0f}, most {max(own):.0f}; "
        f"all together {everything:.0f}"
    )


def parent(pid: int) -> int:
    """The process that began another."""
    return int(Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[1])


def memory(pid: int, what: str) -> float:
    """What a process takes, in MB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{what}:")) / 1024


def tell(name: str, waits: Waits) -> None:
    """Prints how long a class waited."""
    for what, times in vars(waits).items():
        cuts = quantiles(times, n=20) if len(times) > 1 else times * 19
        print(f"{name}: {what}: {len(times)} times; ms p50 {1000 * median(times):.0f}, p95 {1000 * cuts[18]:.0f}, "
              f"longest {1000 * max(times):.0f}")  # fmt: skip


def main() -> None:
    """Runs one seat, then all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seats", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--rate", type=float, default=4, help="keys a second, per seat")
    given = parser.parse_args()
    seats = [(f"S{n}", ("en", "zh")[n % 2]) for n in range(given.seats + 1)]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "roster.csv").write_text(
            "id,language\n" + "".join(f"{seat},{lang}\n" for seat, lang in seats), "utf-8"
        )
        file = Path(folder) / "class.yaml"
        file.write_text(
            "assessment: class\ntitle: {en: Class, zh: 班级}\nroster: roster.csv\n"
            f"scenarios: [{SCENARIO}]\nminutes: 60\n",
            "utf-8",
        )
        print(f"cores {os.cpu_count()}, load {os.getloadavg()[0]:.1f}")
        with served(file) as server:
            tell("one seat", asyncio.run(run(server, seats[:1], given)))
            tell(f"{given.seats} seats", asyncio.run(run(server, seats[1:], given)))
        print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
