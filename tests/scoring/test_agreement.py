"""The tool that measures agreement, run as the documentation tells: without the packages that fitting needs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WITHOUT = """
import runpy, sys
sys.modules |= dict.fromkeys(("numpy", "sklearn"))
sys.path.insert(0, "tools")
sys.argv = ["agreement.py", *sys.argv[1:]]
runpy.run_path("tools/agreement.py", run_name="__main__")
"""


def test_it_needs_nothing_that_only_fitting_needs_and_tells_of_every_set(tmp_path: Path) -> None:
    for file in (ROOT / "corpus/blind").glob("yb_*"):
        shutil.copy(file, tmp_path)
    tool = [sys.executable, "-c", WITHOUT, str(tmp_path)]
    done = subprocess.run(tool, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    head, *rows = done.stdout.splitlines()
    assert head.split()[1:] == ["liste", "apolo", "resta", "expec"]
    assert [row.split()[0] for row in rows] == ["yb_en", "yb_zh"]


def test_it_tells_where_two_raters_agree_least(tmp_path: Path) -> None:
    levels = dict.fromkeys(("listening", "apology", "restatement"), 1)
    ratings = [
        [{**levels, "expectation": first, "flags": ["rude"]}, {**levels, "expectation": second, "flags": flags}]
        for first, second, flags in ((0, 0, ["rude"]), (3, 3, []), (0, 3, ["rude"]), (3, 0, []))
    ]
    for name, rated in (("two_en", ratings), ("one_en", [row[:1] for row in ratings])):
        lines = [json.dumps({"id": str(n), "raters": row}) for n, row in enumerate(rated)]
        (tmp_path / f"{name}_labels.jsonl").write_text("\n".join(lines), "utf-8")
    tool = [sys.executable, "tools/agreement.py", str(tmp_path), "--people"]
    done = subprocess.run(tool, cwd=ROOT, capture_output=True, text=True, timeout=120)
    # Of four levels two agree, as chance would have it; of six flags two pairs are shared.
    assert done.stdout.splitlines()[1:] == ["two_en    1.000  1.000  1.000  0.000   2 raters   flags f1 0.67"]
