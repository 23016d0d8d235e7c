"""The guides are true: every command in them is run, every change in them is made, and the answers are those shown.

In a `console` block, `$ ` begins a command and the rest is its answer; `...` stands for anything. A `diff` block names
a file and changes it; a block with the name of a file beside its language is that file. Blocks of one page follow on
each other, in an empty folder.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

import click
import pytest

from simulator.cli import group, main

ROOT = Path(__file__).parents[2]
GUIDES = [page for name in ("first-scenario", "customer", "translating", "courses", "rubrics", "assessment", "reports",
                      "quality-monitoring", "desk", "calibration", "classroom")
          for page in sorted(ROOT.glob(f"docs/{name}*.md"))]  # fmt: skip
#: Besides `simulator play`, what opens a screen, which a test has no terminal for.
SCREENS = ("simulator assess monday", "simulator desk", "simulator calibrate rate may --rater Ann")
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """The language and the text of each block of code."""
    yield from ((language, text) for language, _, text in named_blocks(page))


def named_blocks(page: Path) -> Iterator[tuple[str, str, str]]:
    """The language, the name (or "") and the text of each block of code."""
    yield from re.findall(r"(?ms)^```(\w+)(?: (\S+))?\n(.*?)^```$", page.read_text("utf-8"))


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the answer shown."""
    for part in re.split(r"(?m)^\$ ", block)[1:]:
        command, _, answer = part.partition("\n")
        yield command, answer


def run(command: str, folder: Path, lang: str) -> str:
    """What a shell in a folder shows of a command; stdout before stderr."""
    before, _, last = command.rpartition(" | ")
    if not last.startswith("simulator "):
        done = subprocess.run(
            ["sh", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60, check=False
        )
        return done.stdout + done.stderr
    given = run(before, folder, lang) if before else ""
    last, _, file = last.partition(" > ")
    out, err = called(shlex.split(last), given, folder, lang)
    if file:
        (folder / file).write_text(out, "utf-8")
    # A terminal shows neither the mark of the byte order nor which line ends there are.
    return err if file else out.removeprefix("\ufeff").replace("\r\n", "\n") + err


def called(words: list[str], given: str, folder: Path, lang: str) -> tuple[str, str]:
    """What the program writes to stdout and stderr, called in this process: starting takes the longest."""
    given_to = io.TextIOWrapper(io.BytesIO(given.encode()), "utf-8")
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as here, redirect_stdout(out), redirect_stderr(err):
        here.chdir(folder)
        here.setenv("LC_ALL", lang)
        here.setenv("XDG_DATA_HOME", str(folder / ".data"))
        here.setattr("sys.stdin", given_to)
        here.setattr("sys.argv", words)
        with suppress(SystemExit):
            main()
    told, said = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))
    return told, said


def serve(command: str, folder: Path, lang: str) -> str:
    """What a server tells until it is there; it is ended then."""
    here = {**os.environ, "LC_ALL": lang, "XDG_DATA_HOME": str(folder / ".data")}
    words = [sys.executable, "-m", *shlex.split(command), "--port", "0"]
    with subprocess.Popen(
        words, cwd=folder, env=here, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as server:
        assert server.stdout
        told: list[str] = []
        while not (told and told[-1].startswith("http")) and (line := server.stdout.readline()):
            told.append(line)
        server.terminate()
    return "".join(told)


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
    for language, name, block in named_blocks(guide):
        if name:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(block, "utf-8")
            continue
        if language == "diff":
            change(block, tmp_path)
            continue
        assert language == "console"
        for command, answer in commands(block):
            serves = command.startswith("simulator serve") and "--release" not in command
            told = (serve if serves else run)(command, tmp_path, lang)
            if command.startswith("simulator play") or command in SCREENS:
                # Everything was right but that a test has no terminal.
                assert "SSH" in told or "terminal" in told or "终端" in told, told
            else:
                assert re.fullmatch(pattern(answer), told), f"$ {command}\n{told}"


def typed(page: Path) -> Iterator[list[str]]:
    """The words of every command of the program on a page: in blocks, and as far as it goes in the running text."""
    text = page.read_text("utf-8")
    lines = [*re.findall(r"`([^`\n]*)`", text), *re.findall(r"(?m)^    (\S.*)$", text)]
    lines += [line for language, block in blocks(page) if language in ("sh", "console") for line in block.splitlines()]
    for line in lines:
        for part in re.split(r" (?:\||>|&&) ?", line.removeprefix("$ ")):
            if re.search(r"(^|/)simulator\s", part) and "…" not in part:
                words = shlex.split(part, comments=True)
                yield words[next(place for place, word in enumerate(words) if word.endswith("simulator")) + 1 :]


def parsed(command: click.Command, name: str, words: list[str], parent: click.Context | None = None) -> None:
    """Reads a command as the program would, without running it; what it still needs may be missing."""
    context = command.make_context(name, [*words], parent=parent)
    if isinstance(command, click.Group) and (rest := [*context._protected_args, *context.args]):
        found, called, others = command.resolve_command(context, rest)
        assert found
        assert called
        parsed(called, found, others, context)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_can_be_given_so(page: Path) -> None:
    for words in typed(page):
        try:
            parsed(group, "simulator", words)
        except (click.MissingParameter, click.exceptions.Exit):
            continue
        except click.UsageError as error:
            told = error.format_message()
            # What is to be put in stands in capitals.
            if isinstance(error, click.BadParameter) and any(word.isupper() and word in told for word in words):
                continue
            raise AssertionError(f"simulator {shlex.join(words)}: {told}") from None
