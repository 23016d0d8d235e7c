"""The complaint record in the transcript, and the words that it and the moves are told in."""

from __future__ import annotations

import string

import pytest

from simulator.messages import moves, record
from simulator.model.intake import FieldVerdict, FilledRecord, ItemVerdict, RecordScore
from simulator.reports.record import record_lines

SCORE = RecordScore(
    40.0,
    (
        FieldVerdict("channel", "right", 1.0, 4),
        FieldVerdict("content", "wrong", 0.0, 24, "figure", (ItemVerdict("waited", "wrong", "four\nminutes"),)),
        FieldVerdict("validity.own", "wrong", 0.0, 2),
    ),
)
FILLED = FilledRecord(channel="hotline", content="He waited\n\x1b[2Jfour minutes", validity={"own": False})


def test_each_field_stands_on_one_line_with_its_verdict_and_why() -> None:
    lines = list(record_lines(FILLED, SCORE, "en"))
    assert "  Channel: hotline [right]" in lines
    assert "  Name: (empty)" in lines
    assert "    x waited: “four minutes”" in [line.replace("\\n", " ") for line in lines]
    assert "  own: no [wrong]" in lines
    assert not any(c < " " for line in lines for c in line)
    (content,) = (line for line in lines if line.startswith("  Content: "))
    assert content.endswith("[wrong] A figure differs from what was said.")


def test_what_was_begun_has_no_verdict() -> None:
    assert not [line for line in record_lines(FILLED, None, "zh") if "[" in line.replace("[2J", "")]


@pytest.mark.parametrize("texts", [record.TEXTS, moves.TEXTS], ids=["record", "moves"])
def test_every_sentence_has_the_same_places_in_both_languages(texts: dict[str, tuple[str, str]]) -> None:
    for key, (english, chinese) in texts.items():
        places = [{name for _, name, _, _ in string.Formatter().parse(words) if name} for words in (english, chinese)]
        assert places[0] == places[1], key
        assert not any("\u4e00" <= c <= "\u9fff" for c in english), key
