"""The pages on soundness and on cues are true: every command on them gives what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.test_docs import ROOT, commands, named_blocks

DOCS = ROOT / "docs"


@pytest.mark.parametrize("page", ["soundness", "cues"])
def test_every_command_of_the_page_gives_what_it_shows(page: str, tmp_path: Path) -> None:
    for kind, name, body in named_blocks(DOCS / f"{page}.md"):
        if name:
            file = tmp_path / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(body, "utf-8")
        elif kind == "console":
            for command, shown in commands(body):
                assert run(command, tmp_path) == shown, command
    if page == "soundness":
        picture = (DOCS / "pictures" / "graph.svg").read_text("utf-8")
        assert (tmp_path / "parcel.svg").read_text("utf-8") == picture


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
