"""How long a key takes to be seen on the play screen while the coach looks on, in milliseconds.

usage: python benchmarks/key_echo.py [--lang en|zh] [--size 80x24] [--pause 60]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks.terminal import Terminal

SCENARIO = "leaking-flat"
TYPED = {
    "en": "I am so sorry that nobody came on Friday. You waited in from eight till six and the water kept coming; "
    "anyone would be furious. I will send the plumber today before three and ring you myself at five. Is that right? ",
    "zh": "真对不起，漏了九天，您报了两次都没有人上门，换谁都会生气。今天下午三点以前师傅上门，五点我亲自给您回电话，"
    "告诉您下一步怎么办。您看这样行吗？还有什么我没有问到的，您慢慢说，我都记下来。",
}


def main() -> None:
    """Prints the percentiles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", choices=list(TYPED), default="en")
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--pause", type=float, default=60, help="milliseconds between two keys")
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "preferences.json").write_text('{"name": "-", "spoken": false}', "utf-8")
        terminal = Terminal("-m", "simulator", "--lang", asked.lang, "play", SCENARIO, size=(width, height),
                            SIMULATOR_DATA_DIR=folder)  # fmt: skip
        terminal.until("F2")
        terminal.quiet(1)
        for key in TYPED[asked.lang]:
            began, seen = time.perf_counter(), b""
            terminal.type(key)
            # A space is seen by whatever is drawn first.
            while key.encode() not in seen and (piece := terminal.read(1)):
                seen += piece
            taken.append((time.perf_counter() - began) * 1000)
            end = time.perf_counter() + asked.pause / 1000
            while (rest := end - time.perf_counter()) > 0:
                terminal.read(rest)
        terminal.close()
    taken.sort()
    for name, part in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0)):
        print(f"{name} {taken[min(len(taken) - 1, int(len(taken) * part))]:6.1f} ms")


if __name__ == "__main__":
    main()
