"""`simulator score` on many replies: replies a second and peak memory, with one core and with all, against few replies.

On a machine that others use as well, replies for each second of processor time say more.

usage: python benchmarks/throughput.py [--replies 100000]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.material import context, exemplars


def write(file: Path, count: int) -> None:
    """A file of requests, English and Chinese in turn: one to three sample replies put together, by dice."""
    about = {}
    for lang in ("en", "zh"):
        given = context(lang)
        about[lang] = {
            "lang": lang, "customer": given.customer, "wants": given.wants,
            "facts": [{"id": f.id, "says": f.says, "also": f.also} for f in given.facts],
            "policy": {"allowed": [p.says for p in given.may], "not_allowed": [p.says for p in given.never]},
        }  # fmt: skip
    dice = random.Random(7)
    with file.open("w", encoding="utf-8") as out:
        for n in range(count):
            lang = ("en", "zh")[n % 2]
            reply = " ".join(dice.sample(exemplars(lang), dice.randint(1, 3)))
            out.write(json.dumps({"id": n, **about[lang], "reply": reply}, ensure_ascii=False) + "\n")


def run(file: Path, jobs: int) -> tuple[float, float, int]:
    """Seconds, seconds of processor time of all processes, and the peak memory of the largest process in MiB."""
    command = [sys.executable, "-m", "simulator", "score", str(file), "--jobs", str(jobs)]
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--replies", type=int, default=100_000)
    many = parser.parse_args().replies
    print(f"{'replies':>8} {'jobs':>4} {'seconds':>8} {'a second':>9} {'a CPU second':>13} {'MiB':>5}")
    with tempfile.TemporaryDirectory() as folder:
        for count, jobs in ((many // 100, 1), (many, 1), (many, 0)):
            file = Path(folder) / f"{count}.jsonl"
            if not file.exists():
                write(file, count)
            seconds, busy, memory = run(file, jobs)
            print(f"{count:>8} {jobs or os.cpu_count():>4} {seconds:>8.1f} {count / seconds:>9.0f} "
                  f"{count / busy:>13.0f} {memory:>5}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
