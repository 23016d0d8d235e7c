"""What the trainee chose is kept; a damaged file or a folder that can't be written does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.tui.preferences import FILE, NAME_LIMIT, Preferences, clean_name, likely_name
from tests.texts import anything


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    chosen = Preferences(name="李娜", light=True, coach=False, spoken=False)
    chosen.write(tmp_path / "new")
    assert Preferences.read(tmp_path / "new") == chosen


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "3", '{"name": 3, "light": "yes", "coach": null}', "\x00", "[" * 9000]
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, "utf-8")
    assert Preferences.read(tmp_path) == Preferences()


def test_bytes_that_are_no_text_give_the_defaults(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe{}")
    assert Preferences.read(tmp_path) == Preferences()


def test_a_folder_that_cannot_be_made_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    Preferences(name="x").write(tmp_path / "file")
    assert Preferences.read(tmp_path / "file") == Preferences()


@given(anything | st.text(min_size=NAME_LIMIT * 2))
def test_a_name_is_one_printable_line_of_bounded_length(name: str) -> None:
    kept = clean_name(name)
    assert kept.isprintable()
    assert len(kept) <= NAME_LIMIT
    assert clean_name(kept) == kept.strip()


def test_the_environment_may_name_the_seat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_TRAINEE", " seat\n7 ")
    assert likely_name() == "seat 7"
