"""The library: nearer before further, the language asked for, and what is not there is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.language import smallest
from simulator.library.errors import NotFoundError
from simulator.library.library import Item, Library

SHIPPED = Path(__file__).parents[2]


def put(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    text = smallest.SCENARIO
    for change in changes:
        assert change[0] in text
        text = text.replace(*change)
    file = folder / "scenarios" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


CHINESE = ("lang: en", "lang: zh")
TRADITIONAL = ("A parcel is late, and the customer is at your desk.", "包裹還沒到，客人在櫃檯前發脾氣。")


def test_what_is_shipped_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    library = Library()
    assert {(item.id, item.lang) for item in library.items()} >= {("leaking-flat", "en"), ("leaking-flat", "zh")}
    assert library.broken() == []
    assert library.rubric("core").value is not None


def test_an_entry_says_what_lists_need(tmp_path: Path) -> None:
    file = put(tmp_path, "a.yaml")
    (item,) = Library((tmp_path,)).items()
    assert item == Item("example", "en", "An example", "delay", "beginner", str(file), beats=1, endings=2)


def test_the_nearest_of_the_same_id_and_language_counts(tmp_path: Path) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    put(far, "a.yaml")
    put(far, "zh/a.yaml", CHINESE)
    own = put(near, "my/own.yaml", ("An example", "My own"))
    library = Library((near, tmp_path / "nowhere", far))
    assert [(item.lang, item.title) for item in library.items()] == [("en", "My own"), ("zh", "An example")]
    assert library.find("example", "en") == own


def test_of_several_languages_the_one_asked_for_is_played_and_else_the_one_there_is(tmp_path: Path) -> None:
    english = put(tmp_path, "en.yaml")
    library = Library((tmp_path,))
    assert library.find("example", "zh") == english
    simplified = put(tmp_path, "zh.yaml", CHINESE)
    traditional = put(tmp_path, "zh-hant.yaml", CHINESE, TRADITIONAL)
    found = [library.find("example", lang) for lang in ("en", "zh", "zh-Hant", "fr")]
    assert found == [english, simplified, traditional, english]


def test_a_path_is_taken_as_it_is(tmp_path: Path) -> None:
    file = put(tmp_path, "a.yaml")
    library = Library(())
    assert library.find(file, "zh") == library.find(str(file), "en") == file
    loaded = library.scenario(str(file), "en")
    assert loaded.value is not None
    assert loaded.value.scenario == "example"


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    file = put(tmp_path, "a.yaml")
    library = Library((tmp_path,))
    assert library.items()[0].title == "An example"
    put(tmp_path, "a.yaml", ("An example", "Another title"))
    assert library.items()[0].title == "Another title"
    file.unlink()
    assert library.items() == []


def test_what_cannot_be_listed_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    broken = [put(tmp_path, name, change) for name, change in (("b.yaml", ("kind: delay", "kind: dely")),
                                                              ("c.yaml", ("title:", "title")),
                                                              ("d.yaml", ("beats:", "beat:")))]  # fmt: skip
    library = Library((tmp_path,))
    assert [item.id for item in library.items()] == ["example"]
    assert library.broken() == [str(path) for path in broken]


def test_a_folder_reached_by_two_names_is_listed_once(tmp_path: Path) -> None:
    put(tmp_path / "one", "a.yaml", ("kind: delay", "kind: dely"))
    (tmp_path / "two").symlink_to(tmp_path / "one")
    assert len(Library((tmp_path / "one", tmp_path / "two")).broken()) == 1


def test_what_is_not_there_is_told_with_what_was_probably_meant(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    (tmp_path / "rubrics").mkdir()
    (tmp_path / "rubrics" / "core.yaml").write_text(smallest.RUBRIC, "utf-8")
    library = Library((tmp_path,))
    with pytest.raises(NotFoundError, match=r"no scenario exampel .* Did you mean example"):
        library.find("exampel", "en")
    with pytest.raises(NotFoundError, match=r"no rubric coer .* Did you mean core"):
        library.rubric("coer")
    with pytest.raises(NotFoundError, match=r"Did you mean .*a\.yaml"):
        library.find(str(tmp_path / "scenarios" / "b.yaml"), "en")
    for hostile in ("", "/", "..", "a\0b.yaml", "x" * 5000 + ".yaml", str(tmp_path), "\ud800/"):
        with pytest.raises(NotFoundError):
            library.find(hostile, "en")
        with pytest.raises(NotFoundError):
            library.rubric(hostile)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_not_there(tmp_path: Path) -> None:
    file = put(tmp_path, "a.yaml")
    file.chmod(0)
    with pytest.raises(NotFoundError):
        Library(()).find(file, "en")
    assert Library((tmp_path,)).broken() == [str(file)]
