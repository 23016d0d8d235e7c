"""The tool that measures agreement, run as the documentation tells: without the packages that fitting needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WITHOUT = """
import runpy, sys
sys.modules |= dict.fromkeys(("numpy", "sklearn"))
sys.path.insert(0, "tools")
sys.argv = ["agreement.py", "corpus/blind"]
runpy.run_path("tools/agreement.py", run_name="__main__")
"""


def test_it_needs_nothing_that_only_fitting_needs_and_tells_of_every_set() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    head, *rows = done.stdout.splitlines()
    assert head.split()[1:] == ["liste", "apolo", "resta", "expec"]
    sets = sorted(path.name.removesuffix("_labels.jsonl") for path in (ROOT / "corpus/blind").glob("*_labels.jsonl"))
    assert [row.split()[0] for row in rows] == sets
