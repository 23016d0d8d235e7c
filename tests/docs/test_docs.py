"""The guides are true: every command in them is run, every change in them is made, and the answers are those shown.

In a `console` block, `$ ` begins a command and the rest is its answer; `...` stands for anything. A `diff` block names
a file and changes it. Blocks of one page follow on each other, in an empty folder.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from simulator.cli import COMMANDS

ROOT = Path(__file__).parents[2]
GUIDES = sorted(ROOT.glob("docs/first-scenario*.md"))
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """The language and the text of each block of code."""
    yield from re.findall(r"(?ms)^```(\w+)\n(.*?)^```$", page.read_text("utf-8"))


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the answer shown."""
    for part in re.split(r"(?m)^\$ ", block)[1:]:
        command, _, answer = part.partition("\n")
        yield command, answer


def run(command: str, folder: Path, lang: str) -> str:
    """What a shell in a folder shows of a command; stdout before stderr."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
        env={**os.environ, "PATH": path, "LC_ALL": lang, "XDG_DATA_HOME": str(folder / ".data")}, encoding="utf-8",
    )  # fmt: skip
    return done.stdout + done.stderr


def change(block: str, folder: Path) -> None:
    """Makes the change of a diff block; what goes must be there once, or be what comes first."""
    head, *lines = block.splitlines(keepends=True)
    file = folder / head.removeprefix("--- ").strip()
    old, new = ("".join(line[1:] for line in lines if line[0] in kept) for kept in ("- ", "+ "))
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} is in {file.name} {text.count(old)} times"
    file.write_text(text.replace(old, new), "utf-8")


def pattern(answer: str) -> str:
    """What an answer must look like."""
    lines = answer.splitlines(keepends=True)
    return "".join("(?s:.*)" if line == "...\n" else ".*".join(map(re.escape, line.split("..."))) for line in lines)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_a_guide_can_be_followed_to_the_letter(guide: Path, tmp_path: Path) -> None:
    lang = "zh_CN.UTF-8" if guide.stem.endswith(".zh") else "C.UTF-8"
    for language, block in blocks(guide):
        if language == "diff":
            change(block, tmp_path)
            continue
        assert language == "console"
        for command, answer in commands(block):
            told = run(command, tmp_path, lang)
            if command.startswith("simulator play"):
                # Everything was right but that a test has no terminal.
                assert "SSH" in told or "terminal" in told or "终端" in told, told
            else:
                assert re.fullmatch(pattern(answer), told), f"$ {command}\n{told}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_exists(page: Path) -> None:
    for language, block in blocks(page):
        for line in block.splitlines() if language in ("sh", "console") else ():
            words = shlex.split(line.removeprefix("$ "), comments=True) if "simulator" in line else []
            for before, word in pairwise(words):
                if before.endswith("simulator") and re.fullmatch(r"[a-z]+", word):
                    assert word in COMMANDS, line
