"""Rubrics are kept ready, and read anew once anything that belongs to them has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simulator.library.ready import ready_rubric
from simulator.model.rubric import RubricBundle

SHIPPED = Path(__file__).parents[2] / "rubrics"


def kept(path: Path) -> RubricBundle:
    loaded = ready_rubric(path, lambda _: None)
    assert loaded.value is not None
    return loaded.value


def test_a_table_of_wordings_that_was_changed_counts_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "rubrics"
    shutil.copytree(SHIPPED, folder)
    before = kept(folder / "core.yaml").wordings["en"]
    table = folder / "wordings" / "en.tsv"
    wording = next(iter(before.rows))
    table.write_text(table.read_text("utf-8").replace(f"\n{wording}\t", "\nquuxword\t", 1), "utf-8")
    after = kept(folder / "core.yaml").wordings["en"]
    assert (wording in after.rows, "quuxword" in after.rows) == (False, True)
