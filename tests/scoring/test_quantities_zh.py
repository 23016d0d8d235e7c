"""Chinese numbers, sums, durations, clock times and days have their exact value, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given

from simulator.scoring.quantities import TODAY, quantities
from simulator.scoring.text import read
from tests.texts import anything

HOUR = 1 / 24


def found(text: str) -> list[tuple[str, float, str]]:
    reading = read(text, "zh")
    return [(q.kind, round(q.value, 4), text[slice(*reading.raw_span(q.start, q.end))]) for q in quantities(reading)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("3,000块", "money", 3000), ("3万5", "number", 35000), ("1.5万", "number", 15000), ("八万八", "number", 88000),
        ("六百八", "number", 680), ("一千二", "number", 1200), ("一千零五十", "number", 1050), ("两千八", "number",
        2800),
        ("三块五", "money", 3.5), ("五毛钱", "money", 0.5), ("三十六块八", "money", 36.8), ("五百蚊", "money", 500),
        ("¥1,280.50", "money", 1280.5), ("一万块", "money", 10000), ("两块钱", "money", 2), ("二百刀", "money", 200),
        ("半个月", "duration", 15), ("俩礼拜", "duration", 14), ("仨月", "duration", 90), ("一年半", "duration", 547.5),
        ("一个半月", "duration", 45), ("三天", "duration", 3), ("48小时", "duration", 2), ("三个钟", "duration", 3 *
        HOUR),
        ("两个钟头", "duration", 2 * HOUR), ("十分钟", "duration", 10 / 1440), ("三到五个工作日", "duration", 5),
        ("一刻钟", "duration", 15 / 1440), ("二十多天", "duration", 20), ("3日内", "duration", 3),
        ("周三", "day", 2), ("礼拜三", "day", 2), ("星期天", "day", 6), ("下周二", "day", 1), ("上个礼拜五", "day", 4),
        ("今儿", "day", TODAY), ("明儿", "day", TODAY + 1), ("大后天", "day", TODAY + 3), ("昨晚", "day", TODAY - 1),
        ("收工前", "day", TODAY), ("3月14日", "day", 314), ("三月十四", "day", 314), ("十五号", "day", 1315),
        ("15日前", "day", 1315), ("下午两点半", "clock", 870), ("两点一刻", "clock", 135), ("8:30", "clock", 510),
        ("下午3点", "clock", 900), ("五点四十五", "clock", 345), ("中午十二点", "clock", 720), ("8点20分", "clock",
        500),
        ("跑了四趟", "number", 4), ("30%", "number", 30), ("百分之三十", "number", 30), ("二零二四年", "number", 2024),
        ("三块木板", "number", 3), ("三号线", "number", 3), ("3号楼", "number", 3), ("两点建议", "number", 2),
    ],
)  # fmt: skip
def test_a_quantity_has_its_kind_and_value(text: str, kind: str, value: float) -> None:
    [(its_kind, its_value, _)] = found(text)
    assert (its_kind, its_value) == (kind, round(value, 4))


@pytest.mark.parametrize(
    "text",
    [
        "十分感谢",
        "千万别急",
        "万一不行",
        "一点意见",
        "给你一个说法",
        "一口气说完",
        "国家三包",
        "他俩都来了",
        "一定一样",
        "一天到晚",
        "百分百",
    ],
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert found(text) == []


def test_the_span_is_the_quantity_with_its_unit() -> None:
    text = "您三月二号下的单，说好48小时送到，结果拖了俩礼拜，还多收了您一百五十块。"
    assert found(text) == [
        ("day", 302, "三月二号"),
        ("duration", 2, "48小时"),
        ("duration", 14, "俩礼拜"),
        ("money", 150, "一百五十块"),
    ]


@given(anything)
def test_any_text_has_quantities_in_order_and_none_inside_another(text: str) -> None:
    reading = read(text, "zh")
    end = 0
    for quantity in quantities(reading):
        assert end <= quantity.start < quantity.end <= len(reading.tokens)
        end = quantity.end
