"""Rating blind on the screen: by keys alone, kept at once, gone on with later."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from simulator.runner.calibrating import Calibrating
from simulator.store.store import Store
from simulator.tui.rate import Rate, RateApp
from tests.runner.sat_class import sat


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A class that has sat, and a set of three replies for two raters."""
    sat(tmp_path)
    with Store.open(tmp_path / "log") as store:
        Calibrating(store, lambda: 2e9).start("may", ["Ann", "王"], 3, "1", "Ms Ito")
    return tmp_path / "log"


def app(log: Path, rater: str = "Ann", lang: str = "en") -> RateApp:
    return RateApp(lang, log, "may", rater, lambda: 2e9)


def screen(of: RateApp) -> str:
    return "\n".join(str(widget.render()) for widget in of.screen.query(Static))


def judged(of: RateApp) -> int:
    """On how many criteria the reply in hand is rated."""
    return len(str(of.screen.query_one("#criteria", Static).render()).splitlines())


async def opened(pilot: object, of: RateApp) -> Rate:
    for _ in range(100):
        await pilot.pause(0.05)  # type: ignore[attr-defined]
        rate = of.screen
        if isinstance(rate, Rate) and "›" in str(rate.query_one("#criteria", Static).render()):
            return rate
    raise AssertionError("it did not open")


def done(log: Path, rater: str = "Ann") -> int:
    with Store.open(log, read_only=True) as store:
        calibrating = Calibrating(store, lambda: 2e9)
        return len(calibrating.done(calibrating.named("may"))[rater])


async def test_digits_and_letters_rate_a_reply_and_every_key_is_kept_at_once(log: Path) -> None:
    first = app(log)
    async with first.run_test(size=(80, 24)) as pilot:
        await opened(pilot, first)
        assert "1 of 3 · rated 0" in screen(first)
        assert "The reply to rate" in screen(first)
        # Nothing of what the engine gave is to be seen.
        assert "[0]" not in screen(first)
        assert "[3]" not in screen(first)
        await pilot.press("2", *"0" * (judged(first) - 1), "a")
        await pilot.pause(0.3)
        assert "[2]" in screen(first)
        assert "a [x] Blame" in screen(first)
        assert "rated 1" in screen(first)
        await pilot.press("right")
        await pilot.pause(0.3)
    assert done(log) == 1
    again = app(log)
    async with again.run_test(size=(80, 24)) as pilot:
        # It goes on at the first reply that is not done.
        await opened(pilot, again)
        assert "2 of 3 · rated 1" in screen(again)
        for _ in range(2):
            await pilot.press(*"3" * judged(again), "space")
            await pilot.pause(0.3)
        assert "rated 3" in screen(again)
        await pilot.press("left", "escape")
    assert done(log) == 3
    assert done(log, "王") == 0


@pytest.mark.parametrize("lang", ["zh", "zh-Hant"])
async def test_it_speaks_chinese(log: Path, lang: str) -> None:
    rates = app(log, "王", lang)
    async with rates.run_test(size=(120, 40)) as pilot:
        await opened(pilot, rates)
        assert ("待评回复" if lang == "zh" else "待評回覆") in screen(rates)
        assert "道歉" in screen(rates)


async def test_who_does_not_rate_the_set_is_told(log: Path) -> None:
    rates = app(log, "Bob")
    async with rates.run_test(size=(80, 24)) as pilot:
        for _ in range(100):
            await pilot.pause(0.05)
            if rates.error:
                break
    assert "Bob does not rate may" in str(getattr(rates.error, "message", lambda lang: "")("en"))
