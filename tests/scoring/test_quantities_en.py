"""English quantities: the same value however it is written, and nothing where there is none."""

import pytest

from simulator.scoring.quantities import TODAY, quantities
from simulator.scoring.text import read


def found(text: str) -> list[tuple[str, float]]:
    return [(q.kind, round(q.value, 4)) for q in quantities(read(text, "en"))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven hundred and fourteen", 714), ("714", 714), ("1,250", 1250), ("twelve hundred", 1200),
        ("two thousand and six", 2006), ("a hundred and ten", 110), ("forty-two", 42), ("half a dozen calls", 6),
        ("a dozen eggs", 12), ("a couple of calls", 2), ("twice", 2), ("three times", 3), ("the 3rd call", 3),
        ("for the third time", 3), ("2k followers", 2000), ("two and a half", 2.5), ("one point five", 1.5),
        ("80%", 80), ("eighty percent", 80), ("thirty one", 31),
    ],
)  # fmt: skip
def test_a_number_is_the_same_in_figures_and_in_words(text: str, value: float) -> None:
    assert found(text) == [("number", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("£38.40", 38.4), ("38 pounds 40", 38.4), ("thirty-eight pounds forty", 38.4), ("forty quid", 40),
        ("two grand", 2000), ("a grand", 1000), ("$1,200", 1200), ("€15", 15), ("60p", 0.6), ("sixty pence", 0.6),
        ("a fiver", 5), ("seventy odd quid", 70), ("£2k", 2000), ("sixty five pound", 65), ("300 EUR", 300),
        ("a hundred and twenty dollars", 120),
    ],
)  # fmt: skip
def test_a_sum_is_the_same_with_a_sign_a_word_or_slang(text: str, value: float) -> None:
    assert found(text) == [("money", value)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("three weeks", 21), ("3 whole weeks", 21), ("a three-week wait", 21), ("a fortnight", 14), ("14 days", 14),
        ("a couple of weeks", 14), ("24 hours", 1), ("ten working days", 10), ("half an hour", 1 / 48),
        ("an hour and a half", 1.5 / 24), ("two and a half hours", 2.5 / 24), ("thirty minutes", 1 / 48),
        ("quarter of an hour", 1 / 96), ("three quarters of an hour", 3 / 96), ("within the hour", 1 / 24),
        ("3-5 working days", 5), ("24 to 48 hours", 2), ("a year", 365), ("six months", 180), ("a good long week", 7),
    ],
)  # fmt: skip
def test_a_duration_is_its_length_in_days(text: str, days: float) -> None:
    assert found(text) == [("duration", round(days, 4))]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("15:20", 920), ("3:20pm", 920), ("3.20 pm", 920), ("twenty past three", 200), ("half past nine", 570),
        ("half seven", 450), ("quarter to four", 225), ("ten to five", 290), ("five o'clock", 300), ("8 a.m.", 480),
        ("5pm", 1020), ("by five", 300), ("before 6 tonight", 360), ("at nine", 540), ("six this evening", 360),
    ],
)  # fmt: skip
def test_a_clock_time_is_its_minutes(text: str, minutes: float) -> None:
    assert ("clock", minutes) in found(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Monday", 0), ("Friday morning", 4), ("by Sun", 6), ("14 January", 114), ("January 14th", 114),
        ("the 14th of January", 114), ("14 Jan", 114), ("by the 2nd", 1302), ("today", TODAY), ("tonight", TODAY),
        ("tomorrow", TODAY + 1), ("tomorrow morning", TODAY + 1), ("first thing tomorrow", TODAY + 1),
        ("close of play", TODAY), ("close of business today", TODAY), ("end of the day", TODAY),
        ("yesterday", TODAY - 1), ("last night", TODAY - 1), ("next week", TODAY + 7), ("Christmas Eve", 1224),
        ("the day after tomorrow", TODAY + 2), ("this afternoon", TODAY),
    ],
)  # fmt: skip
def test_a_day_is_found_by_name_by_date_and_from_today(text: str, value: float) -> None:
    assert found(text) == [("day", value)]


@pytest.mark.parametrize(
    "text",
    ["one of us", "what a day", "he sat there", "you may call", "the sun", "no one", "a minute please", "half of it"],
)
def test_words_that_only_look_like_quantities_are_none(text: str) -> None:
    assert found(text) == []


def test_the_span_takes_in_the_unit_and_quantities_do_not_overlap() -> None:
    reading = read("You paid £40 on Monday, waited three weeks and rang us at half past two.", "en")
    spans = [reading.raw[slice(*reading.raw_span(q.start, q.end))] for q in quantities(reading)]
    assert spans == ["£40", "Monday", "three weeks", "half past two"]


@pytest.mark.parametrize("text", ["He's gone by next week", "by the end of the day", "see you at Christmas"])
def test_a_day_at_the_end_of_a_reply_ends_with_it(text: str) -> None:
    reading = read(text, "en")
    assert [q.end for q in quantities(reading)] == [len(reading.tokens)]


def test_a_count_after_a_preposition_is_no_hour() -> None:
    assert found("at 2 shops by 5 people") == [("number", 2), ("number", 5)]


def test_a_run_of_digits_without_end_is_no_number() -> None:
    assert found("9" * 400 + " and 12:99 and 99:12") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("three forty", 340), ("one eighty four", 184), ("eleven fifteen", 1115), ("nine and a half thousand", 9500)],
)
def test_hundreds_may_be_left_out_in_speech(text: str, value: float) -> None:
    assert found(text) == [("number", value)]


def test_a_sign_belongs_to_the_number_after_it() -> None:
    assert found("meter 2 £4.20") == [("number", 2), ("money", 4.2)]


def test_written_hours_need_no_colon() -> None:
    assert found("nobody came at 7.15 or from 0430") == [("clock", 435), ("clock", 270)]
