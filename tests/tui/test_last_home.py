"""The home screen is there at once: with what it listed last, as long as that can be trusted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

from simulator.tui.home_rows import Chapter, Entry, Hint, Ongoing, Shelf
from simulator.tui.last_home import FILE, recall, remember
from tests.tui.screens import home, made, running

SHELF = Shelf(
    (Entry("cold-soup", "en", "The cold soup", "delay", "beginner", "scenarios/en/cold-soup.yaml", 2, False, 91.5),),
    (Ongoing("ab" * 16, "凉了的汤", 3, 40, 1_700_000_000.0),),
    chapters=(Chapter("ears", "en", 1, "Ears", "Hear.", "open", 0, 2, (), ("Hands",), True),),
    hints=(Hint("en", "scenarios/en/cold-soup.yaml", "The course begins here."),),
)


def test_what_was_listed_is_remembered_for_the_same_trainee_in_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(tmp_path, "Li Na", "en", SHELF)
    assert recall(tmp_path, "Li Na", "en") == SHELF
    assert recall(tmp_path, "someone else", "en") == Shelf()
    assert recall(tmp_path, "Li Na", "zh") == Shelf()
    monkeypatch.chdir(tmp_path)
    assert recall(tmp_path, "Li Na", "en") == Shelf()


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "no such kind"},
        {"title": 3},
        {"beats": "2"},
        {"best": "high"},
        {"path": None},
        {"lang": "xx"},
        {"status": "ajar"},
        {"first": "all"},
        {"opens": [1]},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_was_tampered_with_is_not_shown(tmp_path: Path, changed: dict[str, Any]) -> None:
    remember(tmp_path, "Li Na", "en", SHELF)
    kept = json.loads((tmp_path / FILE).read_text("utf-8"))
    kept["entries"][0].update(changed)
    (tmp_path / FILE).write_text(json.dumps(kept), "utf-8")
    assert recall(tmp_path, "Li Na", "en") == Shelf()


@pytest.mark.parametrize(
    "content", ["", "[]", "3", '{"for": 1}', "[" * 9000], ids=["empty", "list", "3", "for", "deep"]
)
def test_a_damaged_file_lists_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, "utf-8")
    assert recall(tmp_path, "Li Na", "en") == Shelf()


async def test_the_second_start_lists_the_library_before_it_has_been_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as pilot:
        await home(pilot)
    app = made(tmp_path)
    # As if the library took for ever.
    monkeypatch.setattr(app, "_open", lambda: None)
    async with app.run_test() as pilot:
        await home(pilot)
        assert [option.id for option in pilot.app.screen.query_one(OptionList).options if option.id]
