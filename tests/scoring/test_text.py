"""Reading a reply: normal forms, tokens, clauses, sentences, and the way back to the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given

from simulator.scoring.text import READ_LIMIT, normalise, read
from tests.texts import anything, langs


def words(raw: str, lang: str) -> list[str]:
    return [*read(raw, lang).words]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("I'm sorry, I can't.", ["i", "am", "sorry", "i", "can", "not"]),
        ("dont u dare", ["do", "not", "you", "dare"]),
        ("We apologize", ["we", "apologise"]),
        ("You’ve waited", ["you", "have", "waited"]),
        ("£1,200.50 by 13:30", ["£", "1200.50", "by", "13:30"]),
        ("ＳＯＲＲＹ", ["sorry"]),
        ("so\u200brry", ["sorry"]),
        ("Mrs Patel's bill", ["mrs", "patel", "bill"]),
        ("I do n't know", ["i", "do", "not", "know"]),
        ("鬳'm鬳's", ["鬳", "m", "鬳", "s"]),
    ],
    ids=[
        "contractions are opened", "chat spellings are opened", "American spelling becomes British",
        "curly quotes are plain", "money and clock times stay whole", "full-width letters are plain",
        "invisible characters vanish", "a possessive is dropped",
        "a contraction may stand cut off", "an ending without a word is a word",
    ],
)  # fmt: skip
def test_english_words_in_normal_form(raw: str, expected: list[str]) -> None:
    assert words(raw, "en") == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("您好", "你 好"),
        ("真的很對不起，讓您久等", "真 的 很 对 不 起 让 你 久 等"),
        ("APP里sorry啦", "app 里 sorry 啦"),
        ("退３００元", "退 300 元"),
        ("写着‘全险’的", "写 着 全 险 的"),
        ("说 안녕하세요 吗", "说 안녕하세요 吗"),
    ],
    ids=[
        "您 is 你",
        "Traditional is Simplified",
        "Latin words stay whole",
        "full-width digits are one number",
        "a quotation mark between characters is no word",
        "other scripts keep their words",
    ],
)
def test_chinese_characters_in_normal_form(raw: str, expected: str) -> None:
    assert words(raw, "zh") == expected.split()


def test_traditional_and_simplified_read_the_same() -> None:
    assert words("我們會儘快處理您的退款", "zh") == words("我们会尽快处理您的退款", "zh")


@pytest.mark.parametrize(
    ("raw", "lang", "clauses", "sentences"),
    [
        ("I am sorry, but rules are rules. Bye.", "en", 3, 2),
        ("I am sorry but rules are rules", "en", 2, 1),
        ("You waited three weeks and nobody called and I see why", "en", 2, 1),
        ("It cost 36.50 at 10:30, yes", "en", 2, 1),
        ("你等了三周，没人理。我这就查！", "zh", 3, 2),
        ("你等了三周 我这就查", "zh", 2, 1),
        ("第一、第二、第三都记下了", "zh", 1, 1),
        ("", "en", 0, 0),
    ],
    ids=[
        "marks divide", "but opens a clause", "and with a subject opens a clause", "numbers keep their marks",
        "Chinese marks divide", "a blank between Chinese is a comma", "a list stays together", "nothing has no clauses",
    ],
)  # fmt: skip
def test_clauses_and_sentences(raw: str, lang: str, clauses: int, sentences: int) -> None:
    reading = read(raw, lang)
    assert (len(reading.clauses), len(reading.sentences)) == (clauses, sentences)


def test_a_question_mark_after_other_marks_still_asks() -> None:
    reading = read("Really...? Yes!", "en")
    assert reading.asks(0)
    assert not reading.asks(1)


def test_words_inside_quotation_marks_are_known_as_quoted() -> None:
    reading = read('She said "I am sorry" to me', "en")
    assert [t.text for t in reading.tokens if t.quoted] == ["i", "am", "sorry"]


def test_a_quotation_mark_that_never_closes_quotes_nothing() -> None:
    assert not any(t.quoted for t in read('a 20" screen is what you bought', "en").tokens)


@given(anything, langs)
def test_every_token_lies_in_the_raw_text_in_order(raw: str, lang: str) -> None:
    reading = read(raw, lang)
    for token in reading.tokens:
        assert 0 <= token.start < token.end <= len(raw)
        assert token.text
    starts = [t.start for t in reading.tokens]
    assert starts == sorted(starts)


@given(anything, langs)
def test_clauses_and_sentences_part_the_tokens_without_gap_or_overlap(raw: str, lang: str) -> None:
    reading = read(raw, lang)
    for stretches in (reading.clauses, reading.sentences):
        assert [i for s in stretches for i in range(s.start, s.end)] == list(range(len(reading.tokens)))
    for token in reading.tokens:
        assert reading.clauses[token.clause].sentence == token.sentence


@given(anything)
def test_the_normal_form_points_back_for_each_of_its_characters(raw: str) -> None:
    text, places = normalise(raw)
    assert len(text) == len(places)
    assert list(places) == sorted(places)
    assert all(0 <= p < len(raw) for p in places)


def test_a_huge_text_is_read_up_to_its_limit() -> None:
    reading = read("sorry " * READ_LIMIT, "en")
    assert reading.tokens[-1].end <= READ_LIMIT
