"""How long commands take to start, against a bare `python -c "import click"` in the same run.

usage: python benchmarks/start_up.py [--rounds 15]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

COMMANDS = {
    'python -c "import click"': ["-c", "import click"],
    "simulator --help": ["-m", "simulator", "--help"],
    "simulator list": ["-m", "simulator", "list"],
    "simulator score - (one reply)": ["-m", "simulator", "score", "-"],
}
ONE = b'{"id": 1, "lang": "en", "reply": "I am sorry."}\n'


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, args in COMMANDS.items():
            began = time.perf_counter()
            subprocess.run([sys.executable, *args], input=ONE, stdout=subprocess.DEVNULL, check=True)
            times[name].append(time.perf_counter() - began)
    base = statistics.median(next(iter(times.values())))
    for name, taken in times.items():
        print(f"{name:<32} {statistics.median(taken) * 1000:7.0f} ms   x{statistics.median(taken) / base:.2f}")


if __name__ == "__main__":
    main()
