"""Forty seats at once in one log: how long a reply takes to be safe, and whether any is lost.

Each seat is a program of its own that types (a draft a second), replies, and is answered, at a pace of its own. Replies
are logged as in earnest: the reply first, then what came of it. In the end every reply that a seat was told is safe is
looked for in the log, and every chain is walked.

usage: python -m benchmarks.forty_seats [--store sqlite|postgres] [--seats 40] [--seconds 300] [--pause 2] [--restart]
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles

from simulator.store.errors import StoreError
from simulator.store.store import Store
from tests.store.sample import meta, opening, turn
from tests.store.server import Server, programs


def sit(home: Path | str, seat: int, seconds: float, pause: float) -> None:
    """One seat: prints a line of JSON with its session, its last event, its waits (ms) and its errors."""
    dice = random.Random(seat)
    waits: list[float] = []
    drafts: list[float] = []
    errors: list[str] = []
    with Store.open(home) as store:
        session, last = store.create(meta(trainee=f"seat {seat}", started=time.time()), opening()), 2
        print("ready", flush=True)
        sys.stdin.readline()
        give_up, number = time.monotonic() + seconds, 0
        time.sleep(dice.uniform(0, pause))
        while time.monotonic() < give_up:
            number += 1
            reply = " ".join(dice.choices(["sorry", "leak", "today", "plumber", "see", "you"], k=80))
            events = turn(number, reply)
            try:
                drafts.append(timed(store.save_draft, session, reply[:100], time.time()))
                began = time.perf_counter()
                last = store.append(session, events[:1], after=last, at=time.time(), seconds=1.0)
                waits.append(1000 * (time.perf_counter() - began))
                last = store.append(session, events[1:], after=last, at=time.time())
            except StoreError as error:
                errors.append(error.key)
            time.sleep(dice.uniform(0.5, 1.5) * pause)
    print(json.dumps({"session": session, "last": last, "waits": waits, "drafts": drafts, "errors": errors}))


def timed(act: object, *given: object) -> float:
    """How long something takes, in milliseconds."""
    assert callable(act)
    began = time.perf_counter()
    act(*given)
    return 1000 * (time.perf_counter() - began)


@contextmanager
def home(kind: str) -> Iterator[tuple[Path | str, Server | None]]:
    """Where the log is, and the server that holds it."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder), None
        return
    bin_ = programs()
    assert bin_, "no PostgreSQL server here"
    server = Server(bin_, safe=True)
    try:
        yield server.address(server.database()), server
    finally:
        server.remove()


def run(where: Path | str, server: Server | None, given: argparse.Namespace) -> bool:
    """Lets all seats sit, and tells what came of it. Returns whether nothing was lost."""
    Store.open(where).close()
    command = [sys.executable, "-m", "benchmarks.forty_seats", "--home", str(where), "--seconds", str(given.seconds),
               "--pause", str(given.pause), "--seat"]  # fmt: skip
    pipe = subprocess.PIPE
    seats = [subprocess.Popen([*command, str(seat)], stdin=pipe, stdout=pipe, text=True) for seat in range(given.seats)]
    for seat in seats:
        assert seat.stdout
        seat.stdout.readline()
    for seat in seats:
        assert seat.stdin
        seat.stdin.write("\n")
        seat.stdin.flush()
    if given.restart and server:
        for mode in ("fast", "immediate"):
            time.sleep(given.seconds / 3)
            began = time.perf_counter()
            server.stop(mode)
            server.start()
            print(f"server stopped ({mode}) and started again: {time.perf_counter() - began:.1f} s")
    told = [json.loads(seat.communicate()[0].splitlines()[-1]) for seat in seats]
    return tell(where, told, given)


def tell(where: Path | str, told: list[dict[str, object]], given: argparse.Namespace) -> bool:
    """Prints the waits, and what of the replies is in the log."""
    for name, about in (("waits", "a reply safe"), ("drafts", "a draft kept")):
        waits = sorted(wait for seat in told for wait in seat[name])  # type: ignore[attr-defined]
        cuts = quantiles(waits, n=1000)
        print(f"{about}: {len(waits)} times, {len(waits) / given.seconds:.0f} a second; ms p50 {cuts[499]:.1f}, "
              f"p99 {cuts[989]:.1f}, p99.9 {cuts[998]:.1f}, longest {waits[-1]:.1f}")  # fmt: skip
    errors = [error for seat in told for error in seat["errors"]]  # type: ignore[attr-defined]
    with Store.open(where, read_only=True) as store:
        logged = {row.id: row.standing.seq for row in store.sessions()}
        broken = [finding for session in store.ids("sessions") for finding in store.check_session(session)]
    lost = [seat["session"] for seat in told if logged.get(str(seat["session"])) != seat["last"]]
    print(f"errors: {len(errors)}; seats whose replies are not all there once: {len(lost)} of {len(told)}; "
          f"broken chains: {len(broken)}")  # fmt: skip
    return not (errors or lost or broken)


def main() -> None:
    """Runs the seats, or is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--seats", type=int, default=40)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--pause", type=float, default=2, help="seconds between a seat's replies, on average")
    parser.add_argument("--restart", action="store_true", help="stop and start the server twice in between")
    parser.add_argument("--home", help=argparse.SUPPRESS)
    parser.add_argument("--seat", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.seat is not None:
        sit(given.home if "://" in given.home else Path(given.home), given.seat, given.seconds, given.pause)
        return
    with home(given.store) as (where, server):
        sys.exit(0 if run(where, server, given) else 1)


if __name__ == "__main__":
    main()
