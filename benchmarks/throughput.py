"""`simulator score` on many replies: replies a second and peak memory, with one core and with all, against few replies.

usage: python benchmarks/throughput.py [--replies 100000]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.material import context, scenario


def write(file: Path, count: int) -> None:
    """A file of requests, English and Chinese in turn."""
    made = []
    for lang in ("en", "zh"):
        given = context(lang)
        about = {
            "lang": lang, "customer": given.customer, "wants": given.wants,
            "facts": [{"id": f.id, "says": f.says, "also": f.also} for f in given.facts],
            "policy": {"allowed": [p.says for p in given.may], "not_allowed": [p.says for p in given.never]},
        }  # fmt: skip
        made += [{**about, "reply": e.reply} for b in scenario(lang).beats.values() for e in b.exemplars]
    with file.open("w", encoding="utf-8") as out:
        for n in range(count):
            out.write(json.dumps({"id": n, **made[n % len(made)]}, ensure_ascii=False) + "\n")


def run(file: Path, jobs: int) -> tuple[float, int]:
    """Seconds and the peak memory of the main process and its largest worker, in MiB."""
    command = [sys.executable, "-m", "simulator", "score", str(file), "--jobs", str(jobs)]
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0
    return time.perf_counter() - began, usage.ru_maxrss // 1024


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--replies", type=int, default=100_000)
    many = parser.parse_args().replies
    print(f"{'replies':>8} {'jobs':>4} {'seconds':>8} {'a second':>9} {'MiB':>5}")
    with tempfile.TemporaryDirectory() as folder:
        for count, jobs in ((many // 20, 1), (many, 1), (many, 0)):
            file = Path(folder) / f"{count}.jsonl"
            if not file.exists():
                write(file, count)
            seconds, memory = run(file, jobs)
            print(f"{count:>8} {jobs or os.cpu_count():>4} {seconds:>8.1f} {count / seconds:>9.0f} {memory:>5}")


if __name__ == "__main__":
    main()
