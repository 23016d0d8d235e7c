"""What `docs/editors.md` tells editors to look for is what `simulator check` writes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from simulator.language import smallest
from simulator.language.examples import bad_example
from simulator.messages.problems import CATALOGUE
from tests.cli.run import simulator
from tests.docs.test_docs import ROOT, blocks

BLOCKS = dict(blocks(ROOT / "docs" / "editors.md"))
BROKEN = smallest.SCENARIO.replace("to: left", "to: lefft")
DOUBTFUL = bad_example(CATALOGUE["no-last-way"]).text


@pytest.fixture(params=["en", "zh"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """What is told of a file with an error, one with a warning, and one whose folder takes it for a note."""
    (tmp_path / "lighter").mkdir()
    (tmp_path / "lighter" / "check.yaml").write_text("check: {no-last-way: note}\n", "utf-8")
    (tmp_path / "lighter" / "other.yaml").write_text(DOUBTFUL, "utf-8")
    (tmp_path / "my case.yaml").write_text(BROKEN, "utf-8")
    (tmp_path / "other.yaml").write_text(DOUBTFUL, "utf-8")
    done = simulator("--lang", request.param, "check", "--lint", "my case.yaml", "other.yaml", "lighter", cwd=tmp_path)
    (tmp_path / "told.txt").write_text(done.out, "utf-8")
    return done.out


def expected(told: str) -> list[tuple[str, str, str, str]]:
    """The places, from the lines that do not belong to the picture of the author's line."""
    heads = [line.split(":") for line in told.splitlines() if " | " not in line]
    return [(file, line, column, rest.split()[0]) for file, line, column, rest, *_ in heads]


def test_vs_code_finds_every_problem_and_nothing_else(told: str) -> None:
    pattern = json.loads(BLOCKS["json"])["tasks"][0]["problemMatcher"]["pattern"]
    assert [pattern[part] for part in ("file", "line", "column", "severity", "code", "message")] == [1, 2, 3, 4, 5, 6]
    found = [m for line in told.splitlines() if (m := re.search(pattern["regexp"], line))]
    assert [m.group(1, 2, 3, 4) for m in found] == expected(told)
    assert {m[4] for m in found} == {"error", "warning", "note"}


def test_emacs_finds_every_problem_and_nothing_else(told: str) -> None:
    (quoted,) = re.findall(r'\(simulator "(.*?)" 1 2 3 \(4 \. 5\)\)', BLOCKS["elisp"])
    lisp = quoted.replace("\\\\", "\\").replace("\\n", "\n")
    # Emacs writes groups with a backslash, Python without.
    python = lisp.replace("\\(", "(").replace("\\)", ")").replace("\\|", "|")
    found = [m for line in told.splitlines() if (m := re.search(python, line))]
    assert [m.group(1, 2, 3) for m in found] == [place[:3] for place in expected(told)]
    assert [m[4] or m[5] or "error" for m in found] == [place[3] for place in expected(told)]


@pytest.mark.skipif(not shutil.which("vim"), reason="needs vim")
def test_vim_jumps_to_every_problem(told: str, tmp_path: Path) -> None:
    script = tmp_path / "try.vim"
    script.write_text(
        BLOCKS["vim"] + 'cfile told.txt\ncall writefile(map(filter(getqflist(), "v:val.valid"), '
        '{_, e -> join([bufname(e.bufnr), e.lnum, e.col, tolower(e.type)], ":")}), "found.txt")\nqall!\n',
        "utf-8",
    )
    subprocess.run(["vim", "-N", "-u", "NONE", "-es", "-S", script.name], cwd=tmp_path, timeout=60, check=False)
    found = (tmp_path / "found.txt").read_text("utf-8").splitlines()
    assert found == [":".join((*place[:3], place[3][0])) for place in expected(told)]
    assert len(found) >= 2


@pytest.mark.skipif(not shutil.which("emacs"), reason="needs emacs")
def test_emacs_jumps_to_every_problem(told: str, tmp_path: Path) -> None:
    script = tmp_path / "try.el"
    script.write_text(
        BLOCKS["elisp"]
        + """(require 'compile)
(setq compilation-skip-threshold 0)
(set-language-environment "UTF-8")
(setq compilation-error-regexp-alist '(simulator))
(find-file "told.txt")
(insert "\n")
(compilation-mode)
(compilation--ensure-parse (point-max))
(goto-char (point-min))
(ignore-errors
  (while t
    (compilation-next-error 1)
    (let* ((message (get-text-property (point) 'compilation-message))
           (loc (compilation--message->loc message)))
      (princ (format "%s:%s:%s:%c\n" (caar (compilation--loc->file-struct loc)) (compilation--loc->line loc)
                     (compilation--loc->col loc) (aref "nwe" (compilation--message->type message)))))))
""",
        "utf-8",
    )
    done = subprocess.run(
        ["emacs", "-Q", "--batch", "-l", script.name], cwd=tmp_path, timeout=60, capture_output=True, text=True
    )
    assert done.stdout.splitlines() == [":".join((*place[:3], place[3][0])) for place in expected(told)], done.stderr
