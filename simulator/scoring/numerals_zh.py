"""Chinese numerals, in figures and in characters: 3万5, 八万八, 一千零五十, 两千八, 俩, 三点五万."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.scoring.text import Reading

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {c: n for n, c in enumerate("〇壹贰叁肆伍陆柒捌玖")}
DIGITS |= {"两": 2, "幺": 1}
SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "亿": 100_000_000}
#: "俩" and "仨" hold their counter already, "廿" and "卅" are tens.
FUSED = {"俩": 2, "仨": 3, "廿": 20, "卅": 30}
#: Digits beyond which it is no number that anybody means.
LONGEST = 15

#: What can be counted: a numeral of one character is a number only before one of these.
COUNTERS = frozenset(
    "个次趟遍回件台双条张只部辆位名人口家瓶箱盒袋斤克吨升米平楼层室岁度里页本份套间桌席碗杯根颗粒块片格寸通封句场节批队组排"
    "座架头匹副扇床顶支枝棵幅笔单项样种门课票倍成折号幢栋路公千毫厘包盆罐盘串扎把期轮道步站尺码股针户厅卫居点处环档挡级对宗则缸桶"
)

#: What makes a decimal point of the 点 in 三点五.
_AFTER_DECIMAL = frozenset("块元毛角倍米公斤平个")


class Numerals:
    """Reads the number that begins at a token, if any."""

    def __init__(self, reading: Reading) -> None:
        self.tokens, self.words = reading.tokens, reading.words
        self._numbers: dict[int, tuple[float, int] | None] = {}

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def has(self, at: int, text: str | Sequence[str]) -> bool:
        return self.words[at : at + len(text)] == tuple(text)

    def number(self, at: int) -> tuple[float, int] | None:
        """The number that begins at a token, in figures or characters, and where it ends."""
        if at not in self._numbers:
            self._numbers[at] = self._number(at)
        return self._numbers[at]

    def _number(self, at: int) -> tuple[float, int] | None:
        word = self.word(at)
        if word[:1].isdecimal():
            if ":" in word or len(word) > LONGEST or not word.isascii():
                return None
            value, end = float(word), at + 1
            if self.word(end) in ("k", "w") and self.tokens[end].start == self.tokens[at].end:
                return value * (1000 if self.word(end) == "k" else 10_000), end + 1
            scale = SCALES.get(self.word(end), 0)
            if scale < 100 or (self.word(end) == "千" and self.word(end + 1) in ("克", "米", "瓦")):
                return value, end
            value, end = value * scale, end + 1
            return self._rest(value, scale, end)
        if word in FUSED:
            rest = self.number(at + 1) if word in ("廿", "卅") else None
            return (FUSED[word] + rest[0], rest[1]) if rest and rest[0] < 10 else (FUSED[word], at + 1)
        return self._in_characters(at)

    def _rest(self, value: float, scale: int, end: int) -> tuple[float, int]:
        """What follows a figure and its scale: 3万5, 3万5千, 2千3."""
        more = self.number(end)
        if more is None or more[0] >= scale:
            return value, end
        small, after = more
        elliptic = after == end + 1 and small < 10 and self.word(after) not in COUNTERS and self.word(after) != "个"
        return (value + small * scale / 10 if elliptic else value + small), after

    def _in_characters(self, at: int) -> tuple[float, int] | None:
        start = at
        digits = ""
        while self.word(at) in DIGITS:
            digits += str(DIGITS[self.word(at)])
            at += 1
        if at - start >= 3 and self.word(at) not in SCALES:
            return float(digits[:LONGEST]), at  # read digit by digit: 二零二四
        at = start
        total, section, digit, last, zero = 0.0, 0.0, -1, 0, False
        while True:
            word = self.word(at)
            if word in DIGITS:
                value = DIGITS[word]
                if digit >= 0 and digit != 0:
                    if value == digit + 1 and section == total == 0:  # 三四天: about
                        at += 1
                    break
                zero = value == 0
                digit = value if value or digit < 0 else digit
                if value == 0:
                    digit = -1
            elif word in SCALES and (digit > 0 or section or total or SCALES[word] == 10):
                scale = SCALES[word]
                if scale >= 10_000:
                    total, section = (total + section + max(digit, 0)) * scale, 0.0
                elif digit < 0 and scale > 10:
                    break
                else:
                    section += (digit if digit > 0 else 1) * scale
                digit, last, zero = -1, scale, False
            else:
                break
            at += 1
        if at == start:
            return None
        if digit > 0:
            elliptic = last >= 100 and not zero and self.word(at) not in COUNTERS
            section += digit * (last // 10) if elliptic else digit
        elif digit < 0 and last == 0 and not zero:
            return None
        whole = total + section
        return self._decimal(whole, at) if last == 0 else (whole, at)

    def _decimal(self, value: float, at: int) -> tuple[float, int]:
        """What follows a decimal 点, where it is no hour: 三点五米, 三点五万."""
        after = self.word(at + 2)
        if self.word(at) != "点" or self.word(at + 1) not in DIGITS or after == "十":
            return value, at
        if after in SCALES or after in DIGITS or after in _AFTER_DECIMAL:
            value, at = value + DIGITS[self.word(at + 1)] / 10, at + 2
            if SCALES.get(self.word(at), 0) >= 10_000:
                value, at = value * SCALES[self.word(at)], at + 1
        return value, at

    def _hedged(self, end: int) -> int:
        """Past the words for "or so" between a number and its unit."""
        while self.word(end) in ("多", "来", "几", "把", "余", "整", "好"):
            end += 1
        return end
