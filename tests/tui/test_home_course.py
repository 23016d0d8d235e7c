"""The way through the course on the home screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList, Static

from simulator.course.practise import Practise
from simulator.model.course import Course
from simulator.tui.home_course import reason, with_course
from simulator.tui.home_list import HomeList
from simulator.tui.home_rows import Entry, Filter, Shelf
from simulator.tui.play import Play
from tests.tui.conftest import WORLD
from tests.tui.screens import home, on_screen, running, shown, until

COURSE = """
course: core
title: {en: Soups, zh: 汤}
chapters:
  ears:
    title: {en: Ears, zh: 听}
    aim: {en: You hear., zh: 听得进。}
    practises: apology
    scenarios: cold-soup
  hands:
    title: {en: Hands, zh: 做}
    aim: {en: You do., zh: 做得到。}
    after: ears
    scenarios: [hot-soup, {scenario: old-soup, after: hot-soup}]
"""
TITLES = {"cold-soup": "The cold soup", "hot-soup": "The hot soup", "old-soup": "The old soup", "other": "No soup"}


def course() -> Course:
    import yaml

    return Course.model_validate(yaml.safe_load(COURSE))


def lines(best: dict[str, float], ui: str = "en", wanted: Filter | None = None) -> list[str]:
    """What the list shows, a line each, blanks as one."""
    entries = tuple(
        Entry(id_, lang, title, "delay", "beginner", f"{lang}/{id_}.yaml", 2, False, best.get(id_))
        for lang in ("en", "zh") for id_, title in reversed(TITLES.items())
    )  # fmt: skip
    shelf = with_course(Shelf(entries), course(), {"en": [{"apology": 1.0}] if best else []}, {"apology": "Sorry"}, ui)
    wanted = wanted or Filter(lang="en")
    prompts = [str(option.prompt) for option in HomeList(shelf, wanted, ui, 0.0, 60).options()]
    return [" ".join(line.split()) for prompt in prompts for line in prompt.splitlines()]


def test_a_newcomer_sees_where_to_begin_and_what_comes_after_what() -> None:
    about = "Delay · beginner · English · 2 beats"
    assert lines({}) == [
        "Practise next", "The cold soup open", "The course begins here.",
        "1. Ears you are here · 0 of 1 done", "You hear.", "The cold soup open", about,
        "2. Hands after 1", "You do.", "The hot soup locked", about, "The old soup locked", "First: The hot soup",
        "Outside the course", "No soup new", about,
    ]  # fmt: skip


def test_what_is_done_and_what_it_lacks_is_told_with_the_best_score() -> None:
    told = lines({"cold-soup": 59.4, "old-soup": 70})
    assert "The cold soup best 59, 60 needed" in told
    assert "The old soup done, best 70" in told
    told = lines({"cold-soup": 60, "hot-soup": 80})
    assert {"1. Ears done", "2. Hands you are here · 1 of 2 done", "The old soup open"} <= set(told)


def test_the_weakest_criterion_is_named_with_its_level() -> None:
    assert lines({"cold-soup": 40})[:3] == [
        "Practise next", "The cold soup best 40, 60 needed", "Sorry is your weakest: 1.0 of 3 (last sessions: 1).",
    ]  # fmt: skip
    again = Practise("cold-soup", "again", "apology", 1.25, 4)
    assert reason(again, {"apology": "道歉"}, "zh") == "“道歉”仍是最弱的：近 4 次平均 1.2（满 3）。"


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        (Filter(), False),
        (Filter(lang="zh"), True),
        (Filter("hot", "en"), False),
        (Filter(kind="delay", lang="en"), False),
    ],
    ids=["all languages", "other language", "words", "kind"],
)
def test_a_search_finds_and_suggests_nothing(wanted: Filter, there: bool) -> None:
    assert ("Practise next" in lines({}, wanted=wanted)) == there


def test_a_search_keeps_the_chapters_of_what_it_finds() -> None:
    assert lines({}, wanted=Filter("hot", "en"))[0] == "2. Hands after 1"
    assert lines({}, wanted=Filter())[0] == "Scenarios"


def test_traditional_screens_name_chapters_and_titles_in_traditional() -> None:
    assert "1. 聽 當前 · 已完成 0/1" in lines({}, "zh-Hant")


@pytest.fixture
def _soups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library with a course of soups."""
    folder = tmp_path / "work"
    (folder / "courses").mkdir(parents=True)
    (folder / "courses" / "core.yaml").write_text(COURSE, "utf-8")
    (folder / "scenarios").mkdir()
    cold = (WORLD / "scenarios" / "en" / "cold-soup.yaml").read_text("utf-8")
    for id_ in ("hot-soup", "old-soup"):
        text = cold.replace("scenario: cold-soup", f"scenario: {id_}").replace("The cold soup", TITLES[id_])
        (folder / "scenarios" / f"{id_}.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(folder)


@pytest.mark.usefixtures("_soups")
async def test_what_is_locked_begins_when_it_is_chosen_twice(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 40)) as pilot:
        screen = await home(pilot)
        await until(pilot, lambda: "Done: 0 of 3. Chapter 1 of 2." in shown(pilot))
        await pilot.press("end", "enter")
        await until(pilot, lambda: "This comes later" in shown(pilot))
        assert "First: 1. Ears, The hot soup" in shown(pilot)
        # Another one in between, and it is asked again.
        await pilot.press("up", "down", "enter")
        await until(pilot, lambda: "This comes later" in shown(pilot))
        assert pilot.app.screen is screen
        await pilot.press("enter")
        play = await on_screen(pilot, Play)
        assert play.session.scenario.scenario == "old-soup"


@pytest.mark.usefixtures("_soups")
async def test_the_suggestion_begins_at_once_and_the_panel_tells_what_a_scenario_opens(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 40)) as pilot:
        await home(pilot)
        beside = pilot.app.screen.query_one("#detail-text", Static)
        await until(pilot, lambda: "it helps to open: 2. Hands" in str(beside.content))
        highlighted: Any = pilot.app.screen.query_one(OptionList).highlighted_option
        assert highlighted.id.startswith("next:")
        await pilot.press("enter")
        await on_screen(pilot, Play)
