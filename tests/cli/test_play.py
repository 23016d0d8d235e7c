"""`simulator play`: what is asked for wrongly is told before any screen opens."""

from __future__ import annotations

from pathlib import Path

from simulator.language import smallest
from tests.cli.run import simulator


def test_an_unknown_beat_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    done = simulator("--lang", "en", "play", "leaking-flat", "--from", "stroy", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "There is no beat stroy in this scenario. Did you mean story?\n"
    far = simulator("--lang", "zh", "play", "leaking-flat", "--from", "\x1b[2J", cwd=tmp_path)
    assert far.code == 2
    assert "simulator graph" in far.err
    assert "\x1b" not in far.err


def test_a_mood_that_is_none_and_a_file_that_is_none_are_told(tmp_path: Path) -> None:
    for args in (("leaking-flat", "--mood", "101"), ("leaking-flat", "--mood", "hot"), ("no.yaml", "--watch"),
                 ("leaking-flat", "--from", "story")):  # without a terminal  # fmt: skip
        done = simulator("--lang", "en", "play", *args, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert "Traceback" not in done.err


def test_a_file_with_errors_is_told_as_check_tells_it(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(smallest.SCENARIO.replace("to: left", "to: lefft"), "utf-8")
    done = simulator("--lang", "en", "play", "mine.yaml", "--watch", cwd=tmp_path)
    assert done.code == 1
    assert "mine.yaml:18:13: error unknown-beat" in done.err
