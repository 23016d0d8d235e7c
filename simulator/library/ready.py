"""Rubrics kept ready: reading thousands of cues from YAML takes longer than all the rest of a command.

What was read is kept in the user's cache folder under a digest of every file it was read from and of the program, so
a changed rubric is read anew, and a lost or unreadable cache costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import re
from contextlib import suppress
from functools import cache
from pathlib import Path

from platformdirs import user_cache_dir

import simulator
from simulator.language import Loaded, load_rubric
from simulator.language.rubrics import Find, based_on
from simulator.model.rubric import RubricBundle

#: More files than this beside a rubric, or larger ones, are not worth looking through.
MOST_FILES, MOST_BYTES = 200, 5_000_000
SUFFIXES = (".yaml", ".yml", ".json", ".tsv")
#: A rubric that is based on one, that is based on another one ...: no further than this.
MOST_BASES = 5
_BASE = re.compile(r"""(?m)^based_on:\s*["']?([^\s"'#]+)""")
#: So many rubrics are kept.
KEPT = 8


def ready_rubric(path: Path, find: Find) -> Loaded[RubricBundle]:
    """Reads a rubric, or takes it from the cache where nothing has changed.

    Args:
        path: its file.
        find: finds the rubric that it is based on.
    """
    try:
        kept = _folder() / f"{_digest(path, find)}.pickle"
    except (OSError, ValueError):
        return load_rubric(path, find)
    with suppress(Exception):  # a damaged file may raise anything
        bundle = pickle.loads(kept.read_bytes())
        if isinstance(bundle, RubricBundle):
            return Loaded(bundle, ())
    loaded = load_rubric(path, find)
    if loaded.value is not None and not loaded.problems:
        with suppress(OSError):
            _keep(kept, pickle.dumps(loaded.value))
    return loaded


def _folder() -> Path:
    return Path(user_cache_dir("angry-customer-simulator", appauthor=False)) / "rubrics"


def _digest(path: Path, find: Find) -> str:
    """Of the rubric, what it is based on, all they may refer to, and the program."""
    rubrics = [path]
    while (base := _BASE.search(rubrics[-1].read_text("utf-8"))) and len(rubrics) < MOST_BASES:
        rubrics.append(based_on(base[1], rubrics[-1], find))
    folders = dict.fromkeys(rubric.parent for rubric in rubrics)
    files = [p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix in SUFFIXES and p.is_file()]
    if len(files) > MOST_FILES:
        raise ValueError("too many files")
    digest = hashlib.sha256(_program().encode())
    digest.update(" ".join(str(rubric.resolve()) for rubric in rubrics).encode())
    for file in files:
        data = file.read_bytes()
        if len(data) > MOST_BYTES:
            raise ValueError("too large")
        digest.update(f"{file} {len(data)} ".encode())
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
