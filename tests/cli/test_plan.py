"""Plans: a conversation recorded, played again, and held against a scenario that has changed since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import Done
from tests.cli.run import simulator as program
from tests.cli.small import small_rubric

SCENARIO = """\
scenario: parcel
lang: en
title: The parcel
kind: delay
difficulty: beginner
brief: You are at the desk.
customer: {name: Mr Bell, style: cooperative, wants: the parcel, mood: 70}
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2}, mood: -10, react: Well. Thank you., to: wait}
      - {mood: 5, to: opening}
  wait:
    says: And when will it come?
    assess: [expectation]
    ways:
      - {when: {expectation: 2}, mood: -10, to: happy}
      - {to: gone}
endings:
  happy: {outcome: resolved, says: See you tomorrow., debrief: Good.}
  gone: {outcome: lost, debrief: Gone.}
"""
PLAN = """\
# An apology, then a step with a time.
beat: opening
mood: 70
customer: Where is my parcel?
reply: I am very sorry that your parcel never came, Mr Bell.
beat: wait
mood: <= 60
customer: Well. Thank you.
customer: And when will ...
reply: I will bring it to you myself tomorrow at nine o'clock.
ending: happy
customer: See you tomorrow.
"""


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    file = tmp_path / "parcel.yaml"
    file.write_text(SCENARIO, "utf-8")
    return file


def simulator(*args: str, given: str = "") -> Done:
    """Runs a command on the scenario that is among its arguments, judged by the small rubric."""
    file = next(Path(arg) for arg in args if arg.endswith("parcel.yaml"))
    return program(*args, *small_rubric(file.parent), given=given)


def played(scenario: Path, plan: str, *more: str, lang: str = "en") -> Done:
    file = scenario.with_name("a.plan")
    file.write_text(plan, "utf-8")
    return simulator("--lang", lang, "rehearse", str(scenario), "--plan", str(file), *more)


def test_a_plan_that_holds_is_played_to_its_end(scenario: Path) -> None:
    done = played(scenario, PLAN, "--json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["ending"] == "happy"


@pytest.mark.parametrize(
    ("change", "line", "told"),
    [
        (("beat: wait", "beat: opening"), 6, "the beat should be opening and is wait"),
        (("mood: <= 60", "mood: 61"), 7, "the mood should be 61 and is 60"),
        (("Well. Thank you.", "Well."), 8, "the customer's line should be Well. and is Well. Thank you., And when"),
        (("ending: happy", "ending: gone"), 11, "the ending should be gone and is happy"),
        (("ending: happy", "reply: One more thing."), 11, "has ended in 'happy' before this reply"),
    ],
)
def test_where_the_play_departs_is_told_with_the_line(
    scenario: Path, change: tuple[str, str], line: int, told: str
) -> None:
    done = played(scenario, PLAN.replace(*change))
    assert done.code == 1
    assert f"a.plan:{line}:" in done.err
    assert told in done.err
    assert done.err.count(" error ") == 1


def test_after_the_first_departure_nothing_more_is_compared(scenario: Path) -> None:
    done = played(scenario, PLAN.replace("beat: wait", "beat: opening").replace("ending: happy", "ending: gone"))
    assert done.err.count("plan-departs") == 1


def test_what_a_plan_cannot_say_is_told_with_what_was_meant(scenario: Path) -> None:
    done = played(scenario, "repy: Hello\nHello\nmood: hot\n")
    assert done.code == 1
    assert "a.plan:1:1: error plan-line" in done.err
    assert "did you mean 'reply'?" in done.err
    assert "a.plan:2:1: error plan-line" in done.err
    assert "a.plan:3:7: error bad-limits" in done.err
    assert "计划里看不懂这一行" in played(scenario, "repy: Hello\n", lang="zh").err


def test_a_plan_that_is_not_there_or_no_text_is_told(scenario: Path) -> None:
    missing = simulator("rehearse", str(scenario), "--plan", str(scenario.with_name("none.plan")))
    assert missing.code == 1
    assert "none.plan" in missing.err
    bad = scenario.with_name("bad.plan")
    bad.write_bytes(b"reply: \xff\n")
    assert "not-utf8" in simulator("rehearse", str(scenario), "--plan", str(bad)).err


def test_what_is_recorded_can_be_played_again(scenario: Path) -> None:
    file = scenario.with_name("b.plan")
    replies = "I am so sorry.\nNever mind: # no remark\n"
    first = simulator("rehearse", str(scenario), "--replies", "-", "--json", "--record", str(file), given=replies)
    again = simulator("rehearse", str(scenario), "--plan", str(file), "--json")
    assert (first.code, again.code, again.err) == (0, 0, "")
    assert again.out == first.out


def test_a_plan_is_written_anew_when_the_scenario_has_changed(scenario: Path) -> None:
    scenario.write_text(SCENARIO.replace("mood: -10, react", "mood: -20, react"), "utf-8")
    assert played(scenario, PLAN.replace("mood: <= 60", "mood: 60")).code == 1
    file = scenario.with_name("a.plan")
    anew = simulator("rehearse", str(scenario), "--plan", str(file), "--record", str(file))
    assert anew.code == 0
    assert "mood: 50" in file.read_text("utf-8")
    assert simulator("rehearse", str(scenario), "--plan", str(file)).code == 0


def test_a_reply_of_several_lines_comes_back_whole(scenario: Path) -> None:
    done = played(scenario, "reply: I am very sorry.\n     | It never came.\n", "--json")
    assert json.loads(done.out)["turns"][0]["reply"] == "I am very sorry.\nIt never came."


def test_check_plays_the_plans_beside_a_scenario(scenario: Path) -> None:
    scenario.with_name("parcel.plan").write_text(PLAN, "utf-8")
    scenario.with_name("parcel.angry.plan").write_text("mood: 71\n", "utf-8")
    scenario.with_name("parcels.plan").write_text("mood: 71\n", "utf-8")
    done = simulator("check", str(scenario))
    assert done.code == 1
    assert [line for line in done.out.splitlines() if " error " in line] == [
        f"{scenario.with_name('parcel.angry.plan')}:1:7: error plan-departs: the mood should be 71 and is 70"
    ]


def test_check_can_leave_out_what_is_played(scenario: Path) -> None:
    scenario.with_name("parcel.plan").write_text("mood: 71\n", "utf-8")
    scenario.write_text(
        SCENARIO.replace("  wait:", "    exemplars: [{quality: poor, reply: No., levels: {apology: 3}}]\n  wait:"),
        "utf-8",
    )
    both = simulator("check", "--exemplars", str(scenario))
    assert [line.split()[2] for line in both.out.splitlines() if " error " in line] == ["exemplar-level:"]
    assert simulator("check", "--no-exemplars", str(scenario)).code == 0
