"""Chinese wordings of the same thing share content characters, concepts and exact quantities."""

from __future__ import annotations

import pytest

from simulator.scoring.meaning import units
from simulator.scoring.quantities import quantities
from simulator.scoring.text import read


def about(text: str) -> set[str]:
    reading = read(text, "zh")
    return {unit for _, unit in units(reading, quantities(reading))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("货一直没送达", "东西迟迟没到货"),
        ("包裹弄丢了", "快件不见了"),
        ("被前台挂了电话", "通话被挂断"),
        ("您母亲做寿", "老妈过生日"),
        ("多扣了一百五", "重复扣款150元"),
        ("等了两个礼拜", "枯等俩星期"),
    ],
)
def test_a_paraphrase_meets_what_it_says(one: str, other: str) -> None:
    assert about(one) & about(other)


def test_words_that_only_hold_a_sentence_together_are_about_nothing() -> None:
    assert about("那您这个事情就是这样的吗") == set()


def test_traditional_replies_are_about_the_same() -> None:
    assert about("您等了三個禮拜的貨還沒送達") == about("您等了三个礼拜的货还没送达")
