"""Runs the program as people do: another process, bytes in and out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Done:
    """What came of a command."""

    code: int
    out: str
    err: str


def simulator(*args: str, given: bytes | str = b"", cwd: Path | None = None, **env: str) -> Done:
    """Runs `simulator` with these arguments and this on its stdin, in English unless the arguments say otherwise."""
    done = subprocess.run(
        [sys.executable, "-m", "simulator", *args],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        timeout=60,
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", **env},
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
