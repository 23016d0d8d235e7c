"""Rubrics kept ready: reading thousands of cues from YAML takes longer than all the rest of a command.

What was read is kept in the user's cache folder under a digest of every file it was read from and of the program, so
a changed rubric is read anew, and a lost or unreadable cache costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from contextlib import suppress
from functools import cache
from pathlib import Path

from platformdirs import user_cache_dir

import simulator
from simulator.language import Loaded, load_rubric
from simulator.model.rubric import RubricBundle

#: More files than this beside a rubric, or larger ones, are not worth looking through.
MOST_FILES, MOST_BYTES = 200, 5_000_000
#: So many rubrics are kept.
KEPT = 8


def ready_rubric(path: Path) -> Loaded[RubricBundle]:
    """Reads a rubric, or takes it from the cache where nothing has changed."""
    try:
        kept = _folder() / f"{_digest(path)}.pickle"
    except (OSError, ValueError):
        return load_rubric(path)
    with suppress(Exception):  # a damaged file may raise anything
        bundle = pickle.loads(kept.read_bytes())
        if isinstance(bundle, RubricBundle):
            return Loaded(bundle, ())
    loaded = load_rubric(path)
    if loaded.value is not None and not loaded.problems:
        with suppress(OSError):
            _keep(kept, pickle.dumps(loaded.value))
    return loaded


def _folder() -> Path:
    return Path(user_cache_dir("angry-customer-simulator", appauthor=False)) / "rubrics"


def _digest(path: Path) -> str:
    """Of the rubric, all it may refer to, and the program."""
    files = [p for p in sorted(path.parent.rglob("*")) if p.suffix in (".yaml", ".yml", ".json") and p.is_file()]
    if len(files) > MOST_FILES:
        raise ValueError("too many files")
    digest = hashlib.sha256(_program().encode())
    digest.update(str(path.resolve()).encode())
    for file in files:
        data = file.read_bytes()
        if len(data) > MOST_BYTES:
            raise ValueError("too large")
        digest.update(f"{file.relative_to(path.parent)} {len(data)} ".encode())
        digest.update(data)
    return digest.hexdigest()


@cache
def _program() -> str:
    """The version, and when the code that reads rubrics was changed last: in a checkout it changes more often."""
    package = Path(simulator.__file__).parent
    changed = max(p.stat().st_mtime_ns for part in ("model", "language") for p in (package / part).glob("*.py"))
    return f"{simulator.__version__} {changed}"


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)
    for old in sorted(path.parent.glob("*.pickle"), key=lambda p: p.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
