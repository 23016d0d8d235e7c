"""How long the desk takes until the class is on the screen, and until a session is looked at, on a large log.

usage: python -m benchmarks.big_log FOLDER && python -m benchmarks.desk FOLDER [--rounds 5]
"""

from __future__ import annotations

import argparse
import time

from benchmarks.first_paint import SAME
from benchmarks.terminal import Terminal, table


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    times: dict[str, list[float]] = {}

    def took(what: str, seconds: float) -> None:
        times.setdefault(what, []).append(seconds)

    for _ in range(given.rounds):
        bare = Terminal("-c", SAME)
        took("a bare Textual app with the same imports", bare.until("READY TO BEGIN"))
        bare.close()
        desk = Terminal("-m", "simulator", "--lang", "en", "--data-dir", given.folder, "desk")
        took("simulator desk: the class is on the screen", desk.until("Trainee 0"))
        desk.quiet(1)
        for key, what, words in (
            ("s", "all sessions are listed", "The first 200"),
            ("\r", "a session is shown", "of 100"),
        ):
            before = time.perf_counter() - desk.began
            desk.type(key)
            took(f"then {key!r}: {what}", desk.until(words) - before)
            desk.quiet(1)
        desk.close()
    print(table(times, "a bare Textual app with the same imports"))


if __name__ == "__main__":
    main()
