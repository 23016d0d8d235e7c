"""How long the home screen takes to be seen, against a bare Textual app with the same imports in the same run.

usage: python benchmarks/first_paint.py [--rounds 15]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.terminal import Terminal, table

BARE = """
import click
from simulator.cli import play
{imports}
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("READY TO BEGIN")
Bare().run()
"""
TEXTUAL = BARE.format(imports="from textual.widgets import Input, OptionList, Static")
SAME = BARE.format(imports="import simulator.tui.app")
HOME = ["-m", "simulator", "--lang", "en"]
#: What is measured: the command, what is on the screen when it has come about, whether it starts as if never before.
CASES = {
    "a bare Textual app": (["-c", TEXTUAL], "READY TO BEGIN", False),
    "the same, with the home screen's imports": (["-c", SAME], "READY TO BEGIN", False),
    "simulator: first paint": (HOME, "Language: English", False),
    "simulator: the library is listed": (HOME, "Enter begins.", False),
    "the same, on the very first start": (HOME, "Enter begins.", True),
}


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    times: dict[str, list[float]] = {name: [] for name in CASES}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "preferences.json").write_text('{"name": "-"}', "utf-8")
        for _ in range(rounds):
            for name, (args, words, fresh) in CASES.items():
                if fresh:
                    (Path(folder) / "home.json").unlink(missing_ok=True)
                terminal = Terminal(*args, SIMULATOR_DATA_DIR=folder)
                times[name].append(terminal.until(words))
                terminal.close()
    print(table(times, "the same, with the home screen's imports"))


if __name__ == "__main__":
    main()
