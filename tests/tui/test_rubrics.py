"""On the screens: what the session as a whole is judged on, the steps of the service cycle, the rubric's questions, and
the choice of a rubric."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.store.store import Store
from simulator.tui.debrief import Debrief
from simulator.tui.play import Play
from simulator.tui.questions import SelfCheck
from simulator.tui.rubric_choice import RubricChoice
from tests.tui.conftest import WORLD
from tests.tui.screens import WELL, debriefed, home, on_screen, reply, running, shown, until

WHOLE = """\
rubric: whole
title: {en: The whole, zh: 整场}
about: {en: All of it., zh: 全部。}
based_on: core
session:
  calm:
    name: {en: No faults, zh: 没有扣分}
    levels:
      en: [Three., Two., One., None at all.]
      zh: [三次。, 两次。, 一次。, 一次也没有。]
    rules: [{level: 3, when: {flags: "<= 0"}}]
questions:
  temper:
    name: {en: Self-control, zh: 自我控制}
    ask: {en: "How did you keep your temper?", zh: 你怎样控制情绪？}
    levels:
      en: [I lost it., It showed., I kept it., I noticed it early.]
      zh: [没控制住。, 流露了。, 控制住了。, 及早察觉。]
"""
REPLIES = {"en": WELL, "zh": ("真对不起，汤凉了。", "等了四十分钟，汤还凉了，真对不起。")}


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample as a guided scenario, with a rubric that judges the whole session and asks a question."""
    for kind in ("scenarios/en", "scenarios/zh", "rubrics"):
        (tmp_path / "world" / kind).mkdir(parents=True)
    for lang in ("en", "zh"):
        text = (WORLD / f"scenarios/{lang}/cold-soup.yaml").read_text("utf-8")
        guided = text.replace("\nbrief:", "\nguided: true\nbrief:")
        guided = guided.replace("  opening:\n", "  opening:\n    stage: 1\n").replace(
            "  wait:\n", "  wait:\n    stage: 2\n"
        )
        assert guided.count("stage:") == 2
        (tmp_path / f"world/scenarios/{lang}/cold-soup.yaml").write_text(guided, "utf-8")
    core = (WORLD / "rubrics/core.yaml").read_text("utf-8")
    (tmp_path / "world/rubrics/core.yaml").write_text(core, "utf-8")
    (tmp_path / "world/rubrics/whole.yaml").write_text(WHOLE, "utf-8")
    monkeypatch.chdir(tmp_path / "world")
    return tmp_path / "data"


async def played(pilot: Pilot[None], lang: str = "en") -> tuple[Play, Debrief]:
    play = await on_screen(pilot, Play)
    await reply(pilot, play, *REPLIES[lang])
    return play, await debriefed(pilot, play)


@pytest.mark.parametrize(
    ("lang", "size", "due"),
    [
        ("en", (80, 24), "▸1 Make room"),
        ("zh", (80, 24), "▸1 留出空间"),
        ("en", (120, 40), "▸ 1 Make room"),
        ("zh", (120, 40), "▸ 1 留出空间"),
    ],
)
async def test_a_guided_scenario_shows_the_step_that_is_due(
    world: Path, lang: str, size: tuple[int, int], due: str
) -> None:
    async with running(world, lang, "cold-soup", size) as pilot:
        play = await on_screen(pilot, Play)
        assert due in shown(pilot)
        assert ("Let them vent" if lang == "en" else "让对方把气撒出来") in shown(pilot)
        await reply(pilot, play, REPLIES[lang][0])
        assert due.replace("▸", "+").split("1")[0] + "1" in shown(pilot)


async def test_without_a_guide_there_are_no_steps(tmp_path: Path) -> None:
    async with running(tmp_path, "en", "cold-soup") as pilot:
        await on_screen(pilot, Play)
        assert "Make room" not in shown(pilot)


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_the_debrief_tells_the_missed_steps_and_the_whole_session(world: Path, lang: str) -> None:
    async with running(world, lang, "cold-soup", (120, 40)) as pilot:
        pilot.app.rubric = "whole"  # type: ignore[attr-defined]
        await played(pilot, lang)
        told = shown(pilot)
        for words in ("x 3 Ask openly", "No faults 3", "None at all.") if lang == "en" else (
            "x 3 开放提问", "没有扣分 3", "一次也没有。"
        ):  # fmt: skip
            assert words in told
        assert "x 1" not in told


async def test_an_answer_to_the_rubrics_question_is_in_the_log_and_there_again(world: Path) -> None:
    async with running(world, "en", "cold-soup") as pilot:
        pilot.app.rubric = "whole"  # type: ignore[attr-defined]
        play, debrief = await played(pilot)
        await pilot.press("r")
        question = debrief.query_one(SelfCheck)
        await until(pilot, lambda: question.has_focus)
        await pilot.press("2")
        await until(pilot, lambda: play.session.state.answers)
        await until(pilot, lambda: "(*) 2 I kept it." in shown(pilot))
    with Store.open(world, read_only=True) as store:
        (row,) = store.sessions()
        assert store.events(row.id)[-1].event.model_dump() == {"type": "reviewed", "answers": {"temper": 2}}
        assert [(level.criterion, level.level) for level in store.session_levels(row.id)] == [("calm", 3)]


async def test_the_rubric_is_chosen_on_the_home_screen_and_kept(world: Path) -> None:
    async with running(world) as pilot:
        await home(pilot)
        await pilot.press("r")
        choice = await on_screen(pilot, RubricChoice)
        assert "(*) A small rubric" in shown(pilot)
        assert "All of it." in shown(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: pilot.app.screen is not choice)
        await until(pilot, lambda: "[R] whole" in shown(pilot))
    async with running(world, scenario="cold-soup") as pilot:
        assert (await on_screen(pilot, Play)).session.bundle.rubric.rubric == "whole"
