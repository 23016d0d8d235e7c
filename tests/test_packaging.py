"""What leaves the house: the archive of the sources carries all that its own tests read."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: What only the house itself needs, and what is made here.
STAYS = {"build", "dist", "node_modules"}


def test_every_folder_of_the_sources_is_in_the_archive() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    carried = {name.strip("/") for name in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name.isidentifier()}
    assert folders - STAYS - {"__pycache__"} <= carried
    assert {path.name for path in ROOT.glob("*.md")} <= carried
