"""Killed at any moment, the log keeps every turn it has acknowledged."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from simulator.model.event import Replied
from simulator.store.store import FILE_NAME, Store

ROOT = Path(__file__).parents[2]

#: Plays for ever, one line on stdout for each turn that `append` says is in the log.
PLAYER = """
import sys
from pathlib import Path
from simulator.store.store import Store
from tests.store.sample import meta, opening, turn
store = Store.open(Path(sys.argv[1]))
session, last = store.create(meta(), opening()), 2
print(session, flush=True)
for number in range(1, 1_000_000):
    store.save_draft(session, "drafting %d" % number, 1.0)
    last = store.append(session, turn(number, "reply %d " % number * 40), after=last, at=float(number))
    print(number, flush=True)
"""


def test_no_acknowledged_turn_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    dice = random.Random(20)
    for _ in range(5):
        player = subprocess.Popen(
            [sys.executable, "-c", PLAYER, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert player.stdout is not None
        session = player.stdout.readline().strip()
        time.sleep(dice.uniform(0.0, 0.3))
        player.send_signal(signal.SIGKILL)
        acknowledged = [int(line) for line in player.stdout if line.endswith("\n")]
        player.stdout.close()
        player.wait(10)
        with Store.open(tmp_path) as store:
            logged = [e.event for e in store.events(session)]
            replies = [e.turn for e in logged if isinstance(e, Replied)]
            # One more than acknowledged may be there: saved, and killed before it could say so.
            assert replies in (list(range(1, len(acknowledged) + 1)), list(range(1, len(acknowledged) + 2)))
            assert store.draft(session) in ("", f"drafting {len(replies) + 1}")
            # A turn is four events: never part of one.
            assert len(logged) == 2 + 4 * len(replies)
            last = 2 + 4 * len(replies)
            assert (
                store.append(session, (Replied(turn=len(replies) + 1, text="on we go"),), after=last, at=0) == last + 1
            )
    db = sqlite3.connect(tmp_path / FILE_NAME)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()
