"""Whole conversations, rated turn by turn, with no facts given: the better turn has the higher score."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "talk_order.py"
FLOORS = {"good over poor": 0.97, "good over middling": 0.9, "middling over poor": 0.75}


def test_the_better_turn_mostly_has_the_higher_score() -> None:
    done = subprocess.run([sys.executable, TOOL], capture_output=True, text=True, timeout=60, check=True)
    for lang, line in zip(("en", "zh"), done.stdout.splitlines(), strict=True):
        assert line.startswith(f"talk_{lang}: ")
        for pair, floor in FLOORS.items():
            share = re.search(rf"{pair} ([\d.]+)", line)
            assert share, line
            assert float(share[1]) >= floor, line
