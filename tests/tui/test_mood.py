"""The mood in words and pictures: every mood has a word, and pictures keep to their width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.tui.mood import meter, mood_name, mood_tone, plot, sparkline

moods = st.integers(0, 100)


def test_the_words_go_from_calm_to_boiling() -> None:
    assert [mood_name(mood) for mood in (0, 14, 15, 35, 55, 75, 90, 100)] == [
        "calm", "calm", "wary", "annoyed", "angry", "furious", "boiling", "boiling"]  # fmt: skip
    assert [mood_tone(mood) for mood in (0, 35, 75)] == ["success", "warning", "error"]


@given(moods, st.integers(1, 60))
def test_the_meter_fills_its_width(mood: int, width: int) -> None:
    filled, rest = meter(mood, width)
    assert len(filled + rest) == width
    assert (len(filled) == width) == (round(mood * width / 100) == width)


@given(st.lists(moods, min_size=1, max_size=60), st.integers(1, 40))
def test_the_sparkline_shows_the_latest_moods(history: list[int], width: int) -> None:
    line = sparkline(history, width)
    assert len(line) == min(width, len(history))
    assert line[-1] == sparkline([history[-1]], 1)


@given(st.lists(moods, min_size=1, max_size=60), st.integers(12, 80), st.integers(3, 12))
def test_the_plot_keeps_to_its_width_and_height_and_numbers_the_latest_turn(
    history: list[int], width: int, height: int
) -> None:
    lines = plot(history, width, height)
    assert len(lines) == height + 1
    assert all(cell_len(line) <= width for line in lines[:-1])
    bars = [line[6:] for line in lines[:-1]]
    assert all(bar.strip() or height > 1 for bar in bars[-1:])
    hottest = max(history[-len(history) :])
    assert any(char != " " and char != "▁" for bar in bars for char in bar) == (round(hottest * height * 8 / 100) > 1)
