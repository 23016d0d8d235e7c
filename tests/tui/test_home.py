"""Home: the library filters as one types, and what was left unfinished is gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from simulator.tui.app import SimulatorApp
from simulator.tui.help import Help
from simulator.tui.home import Home
from simulator.tui.key_bar import KeyBar
from simulator.tui.play import Play
from simulator.tui.preferences import Preferences
from simulator.tui.sheet import Trouble, Welcome
from tests.tui.screens import SORRY, WELL, home, on_screen, playing, reply, running, shown, until


def listed(pilot: Pilot[None]) -> list[str]:
    """The ids of what can be chosen."""
    options = pilot.app.screen.query_one(OptionList).options
    return [Path(option.id).parent.name for option in options if option.id]


async def test_the_library_shows_first_what_is_in_the_language_of_the_screen(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await home(pilot)
        assert listed(pilot) == ["en"]
        assert "The cold soup" in shown(pilot)
        assert "Delay  ·  beginner" in shown(pilot).replace(" · ", "  ·  ")
    async with running(tmp_path, "zh") as pilot:
        await home(pilot)
        assert listed(pilot) == ["zh"]
        assert "凉了的汤" in shown(pilot)


async def test_one_key_goes_on_to_the_next_language_kind_and_difficulty(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await home(pilot)
        await pilot.press("l")
        assert listed(pilot) == ["zh"]
        await pilot.press("l")
        assert listed(pilot) == ["en", "zh"]
        await pilot.press("d", "k")
        assert "Kind: Delay" in shown(pilot)
        assert "Difficulty: beginner" in shown(pilot)


async def test_typing_narrows_the_list_and_escape_widens_it_again(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        shelf = await home(pilot)
        await pilot.press("slash")
        shelf.query_one("#search", Input).value = "nothing like it"
        await until(pilot, lambda: listed(pilot) == [])
        assert "Nothing fits." in shown(pilot)
        shelf.query_one("#search", Input).value = "SOUP beginner"
        await until(pilot, lambda: listed(pilot) == ["en"])
        await pilot.press("down")
        assert shelf.query_one(OptionList).has_focus
        await pilot.press("escape")
        assert shelf.query_one("#search", Input).value == ""


async def test_enter_begins_and_escape_comes_back_to_find_it_under_go_on(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await home(pilot)
        await pilot.press("enter")
        play = await on_screen(pilot, Play)
        await reply(pilot, play, SORRY)
        await pilot.press("escape")
        await on_screen(pilot, Home)
        await until(pilot, lambda: "Go on with" in shown(pilot))
        assert "replies: 1" in shown(pilot)
        assert "mood 50" in shown(pilot)


async def test_a_click_on_a_key_does_what_the_key_does(tmp_path: Path) -> None:
    async with running(tmp_path, "zh") as pilot:
        await home(pilot)
        line = shown(pilot).splitlines()[-1]
        await pilot.click(KeyBar, offset=(cell_len(line[: line.index("帮助")]), 0))
        await on_screen(pilot, Help)


async def test_a_click_begins_too(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await home(pilot)
        await pilot.click(OptionList, offset=(5, 1))
        await on_screen(pilot, Play)


async def test_the_best_score_stands_beside_what_was_played(tmp_path: Path) -> None:
    async with playing(tmp_path) as (pilot, play):
        await reply(pilot, play, *WELL)
        await pilot.press("escape")
        await home(pilot)
        await until(pilot, lambda: "best 92" in shown(pilot))
        assert "Go on with" not in shown(pilot)


async def test_on_a_wide_screen_the_brief_stands_beside_the_list(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 40)) as pilot:
        await home(pilot)
        await until(pilot, lambda: "You wait at table four." in shown(pilot))
        assert "Mr Pike (cooperative) wants: a hot soup" in shown(pilot).replace("\n", " ")


async def test_the_name_is_asked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_TRAINEE", "座位 7\x1b[31m")
    async with running(tmp_path, name="") as pilot:
        await on_screen(pilot, Welcome)
        await pilot.press("enter")
        await home(pilot)
        assert "座位 7 [31m" in shown(pilot)
    async with running(tmp_path) as pilot:
        await home(pilot)
    assert Preferences.read(tmp_path).name == "座位 7 [31m"


async def test_the_theme_is_changed_and_kept(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await home(pilot)
        assert pilot.app.current_theme.dark
        await pilot.press("t")
        assert not pilot.app.current_theme.dark
    async with running(tmp_path) as pilot:
        assert not pilot.app.current_theme.dark


@pytest.mark.parametrize(("lang", "word"), [("en", "Search"), ("zh", "搜索"), ("zh-Hant", "搜尋")])
async def test_help_tells_the_keys_in_the_language_of_the_screen(tmp_path: Path, lang: str, word: str) -> None:
    async with running(tmp_path, lang) as pilot:
        await home(pilot)
        await pilot.press("question_mark")
        await on_screen(pilot, Help)
        assert word in shown(pilot)
        if lang != "en":
            assert "Focus" not in shown(pilot)
        await pilot.press("escape")
        await on_screen(pilot, Home)


async def test_the_command_palette_finds_commands_in_chinese(tmp_path: Path) -> None:
    async with running(tmp_path, "zh") as pilot:
        await home(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "切换明暗" in shown(pilot))
        assert "逐字显示" in shown(pilot)
        assert "Screenshot" not in shown(pilot)


async def test_files_with_mistakes_are_told_and_the_others_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine" / "scenarios"
    mine.mkdir(parents=True)
    (mine / "bad.yaml").write_text("scenario: [", "utf-8")
    monkeypatch.chdir(tmp_path / "mine")
    async with running(tmp_path) as pilot:
        await home(pilot)
        assert listed(pilot) == ["en"]
        assert "Files with mistakes, not listed: 1." in shown(pilot)


async def test_a_scenario_that_was_spoiled_meanwhile_is_told_on_a_screen_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine" / "scenarios"
    mine.mkdir(parents=True)
    good = (Path("scenarios") / "en" / "cold-soup.yaml").read_text("utf-8")
    (mine / "cold-soup.yaml").write_text(good, "utf-8")
    monkeypatch.chdir(tmp_path / "mine")
    async with running(tmp_path) as pilot:
        await home(pilot)
        (mine / "cold-soup.yaml").write_text(good.replace("to: wait", "to: wiat"), "utf-8")
        await pilot.press("enter")
        await on_screen(pilot, Trouble)
        assert "wiat" in shown(pilot)
        await pilot.press("enter")
        await on_screen(pilot, Home)
        assert pilot.app.is_running


async def test_a_scenario_that_is_not_there_ends_the_app_with_the_reason(tmp_path: Path) -> None:
    async with running(tmp_path, scenario="cold-soap") as pilot:
        app = pilot.app
        assert isinstance(app, SimulatorApp)
        await until(pilot, lambda: app.error is not None)
    assert "cold-soup" in str(app.error)
