"""The screens run for real, on a small library of their own."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

# Read while Textual is imported or an app is made.
os.environ.pop("NO_COLOR", None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"

from simulator.tui.terminal import patch_textual

WORLD = Path(__file__).parent / "world"

patch_textual()


@pytest.fixture(autouse=True)
def _world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is that of `world/`, and the user's folder is empty."""
    monkeypatch.chdir(WORLD)
    monkeypatch.setattr("simulator.library.library.PACKAGED", WORLD)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot waits for an idle processor after each key; three rounds of the loop do."""

    async def rounds(*_: object, **__: object) -> None:
        for _round in range(3):
            await asyncio.sleep(0)

    monkeypatch.setattr("textual.pilot.wait_for_idle", rounds)
    monkeypatch.setattr("textual.app.wait_for_idle", rounds)
