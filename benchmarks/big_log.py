"""A log as large as a college's, and how long a desk waits for it.

A few dozen sessions are really played, by bots of different skill; every other one is such a session under another id,
trainee and time, with a chain of its own, so that everything that reads a log works on it, `simulator verify` included.

usage: python -m benchmarks.big_log FOLDER [--trainees 1000] [--sessions 20]    make it
       python -m benchmarks.big_log FOLDER --measure                            ask it what a desk asks
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

from simulator.library.library import Library
from simulator.runner.runner import Runner
from simulator.runner.trainees import Bot
from simulator.store import chain, rows
from simulator.store.raw import RawSession
from simulator.store.records import SittingMeta
from simulator.store.store import Store

#: So many turns at least has a session that is multiplied.
TURNS = 8
#: So many sessions go into one transaction.
BATCH = 250
MONDAY = 1_767_600_000.0


def play(folder: Path, wanted: int) -> list[RawSession]:
    """Sessions that were really played, of about ten turns."""
    found: list[RawSession] = []
    library = Library()
    scenarios = sorted({(item.id, item.lang) for item in library.items()})
    with Store.open(folder) as store:
        runner = Runner(library, store)
        for number in range(20 * wanted):
            dice = Random(number)
            id_, lang = dice.choice(scenarios)
            session = runner.start(id_, lang, "")
            bot = Bot(session.scenario, dice.choice(["strong", "middling", "poor", "random"]), dice)
            while not session.state.ended and (reply := bot.reply(session.state)) is not None:
                session.send(reply)
            raw = store.raw_session(session.id)
            assert raw is not None
            if session.state.ended and session.state.turn >= TURNS:
                found.append(raw)
            if len(found) == wanted:
                break
    return found


def again(raw: RawSession, trainee: str, started: float) -> RawSession:
    """The same session under another id, with another trainee and at another time."""
    id_, rest = uuid.uuid4().hex, raw.row[3:]
    row = (id_, started, rows.pack(trainee), *rest)
    head = root = chain.session_root(row, raw.texts)
    events = []
    for seq, _, seconds, kind, data, _ in raw.events:
        # About a turn a minute.
        at = started + 15 * seq
        head = chain.event_hash(head, id_, seq, at, seconds, kind, data)
        events.append((seq, at, seconds, kind, data, head))
    return RawSession(row, root, raw.texts, tuple(events), raw.results, None)


def make(folder: Path, trainees: int, sessions: int) -> None:
    """Fills a new log: for each trainee a sitting with so many sessions."""
    dice = Random(1)
    with tempfile.TemporaryDirectory() as played:
        began = time.perf_counter()
        templates = play(Path(played), 24)
        turns = sum(event[3] == "replied" for raw in templates for event in raw.events) / len(templates)
        print(f"{len(templates)} sessions played in {time.perf_counter() - began:.0f} s, {turns:.1f} turns each")
        with Store.open(Path(played), read_only=True) as source, Store.open(folder) as store:
            store._db.query("PRAGMA synchronous = OFF")
            digest = store.add_assessment("big", "Big", [("assessment", "big.yaml", "assessment: big\n")], MONDAY)
            began = time.perf_counter()
            made = (
                again(dice.choice(templates), f"seat-{n:04}", MONDAY + 86_400 * week + 60 * n)
                for n in range(trainees)
                for week in range(sessions)
            )
            ids: list[str] = []
            while batch := list(islice(made, BATCH)):
                store._db.write(partial(take, store, source, batch))
                ids += [raw.row[0] for raw in batch]
            for n in range(trainees):
                sit(store, digest, n, ids[n * sessions : (n + 1) * sessions])
    size = sum(path.stat().st_size for path in folder.iterdir()) / 2**20
    print(f"{len(ids)} sessions made in {time.perf_counter() - began:.0f} s, {size:.0f} MiB")


def take(store: Store, source: Store, batch: list[RawSession]) -> None:
    """Adds many sessions in one transaction."""
    for raw in batch:
        store._new_session(raw, source.raw_content, "")


def sit(store: Store, assessment: str, number: int, sessions: list[str]) -> None:
    """A trainee's sitting with all its sessions."""
    seat = f"seat-{number:04}"
    meta = SittingMeta(assessment=assessment, seat=seat, name=f"Trainee {number}", group=f"class {number % 25}",
                       lang="en", attempt=1, seed=str(number), started=MONDAY)  # fmt: skip
    sitting = store.begin_sitting(meta)
    for place, session in enumerate(sessions):
        store.add_sitting_event(sitting, "opened", {"place": place}, MONDAY, after=place, session=session)


def questions(store: Store) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a desk asks, and how it is called."""
    (assessment,) = store.assessments()
    now = MONDAY + 86_400 * 30
    yield "every session with where it stands", lambda: sum(1 for _ in store.sessions())
    yield "the newest 200 sessions", lambda: len(list(islice(store.sessions(newest_first=True), 200)))
    yield "one trainee's sessions", lambda: len(list(store.sessions(trainee="seat-0007")))
    yield "who sits and where (each second)", lambda: len(store.seats(assessment.digest))
    yield "what happened in the last minute", lambda: len(list(store.sessions(since=now)))
    yield "all criteria", lambda: len(store.criteria())
    yield "one session's events", lambda: len(store.events(next(store.ids("sessions"))))


def measure(folder: Path) -> None:
    """Asks each question three times and prints the quickest answer."""
    began = time.perf_counter()
    with Store.open(folder, read_only=True) as store:
        print(f"{1000 * (time.perf_counter() - began):8.0f} ms  opened")
        for name, ask in questions(store):
            took = []
            for _ in range(3):
                began = time.perf_counter()
                answer = ask()
                took.append(time.perf_counter() - began)
            print(f"{1000 * min(took):8.1f} ms  {name}: {answer}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{peak:8.0f} MiB peak memory")


def main() -> None:
    """Makes a log, or measures one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--trainees", type=int, default=1000)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--measure", action="store_true")
    given = parser.parse_args()
    if given.measure:
        measure(given.folder)
    else:
        make(given.folder, given.trainees, given.sessions)


if __name__ == "__main__":
    main()
