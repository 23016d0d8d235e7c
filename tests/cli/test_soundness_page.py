"""The page on soundness is true: every command on it gives what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_command_of_the_page_gives_what_it_shows(tmp_path: Path) -> None:
    for kind, name, body in BLOCK.findall((DOCS / "soundness.md").read_text("utf-8")):
        if name:
            file = tmp_path / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(body, "utf-8")
        elif kind == "console":
            for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.MULTILINE):
                assert run(command, tmp_path) == shown, command
    assert (tmp_path / "parcel.svg").read_text("utf-8") == (DOCS / "pictures" / "graph.svg").read_text("utf-8")


def run(command: str, folder: Path) -> str:
    """What a command prints, as in a terminal."""
    program = f"'{sys.executable}' -m simulator --lang en"
    done = subprocess.run(
        ["bash", "-c", re.sub(r"^simulator\b", lambda _: program, command)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    return done.stdout.decode("utf-8")
