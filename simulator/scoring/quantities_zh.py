"""Chinese numbers, sums, durations, clock times and days, in figures and in characters: see `quantities`."""

from __future__ import annotations

from collections.abc import Callable

from simulator.scoring.numerals_zh import COUNTERS, DIGITS, FUSED, SCALES, Numerals
from simulator.scoring.quantities import TODAY, Quantity
from simulator.scoring.text import Reading

_MINUTE, _HOUR = 1 / 1440, 1 / 24


def _each(table: dict[float, str]) -> dict[str, float]:
    return {word: value for value, words in table.items() for word in words.split()}


#: Units of time, in days.
_UNITS = _each({
    1.0: "个工作日 工作日 个自然日 个晚上 晚上 晚 夜 宿 个白天 整天 天", 7.0: "个星期 个礼拜 星期 礼拜 周",
    30.0: "个月", 90.0: "个季度 季度", 365.0: "个年头 年", _HOUR: "个小时 个钟头 个钟 个钟点 小时 钟头",
    _MINUTE: "分钟", 15 * _MINUTE: "刻钟", _MINUTE / 60: "秒钟 秒", 0.25: "个上午 个下午 上午 下午",
})  # fmt: skip
#: A unit's first character to the lengths that such units have, longest first.
_UNIT_LENGTHS = {c: sorted({len(u) for u in _UNITS if u[0] == c}, reverse=True) for c in {u[0] for u in _UNITS}}
#: Before these the character is no unit: 一周岁, 三周年, 一天地.
_NO_UNIT_BEFORE = {"周": tuple("岁年边围转"), "天": tuple("猫地气")}
_MONEY = _each({
    0.1: "毛 角",
    1.0: "块 元 圆 刀 蚊 美元 美金 港币 港元 港纸 欧元 英镑 日元 台币 人民币 大洋 rmb cny usd 软妹币",
})  # fmt: skip
_SIGNS = frozenset("¥ $ £ €".split())
#: After 块 these mean that money is meant even where the sum is small.
_AFTER_KUAI = frozenset("钱的了吧呢也都就给退赔补多整左一两五六八九我你是不没还全到啊呀嘛来以之再")
_WEEKDAYS = {**{c: n for n, c in enumerate("一二三四五六")}, "日": 6, "天": 6, "末": 5}
_WEEK_WORDS = (("星", "期"), ("礼", "拜"), ("周",))
#: Words for a day or a stretch of the calendar, with the days from today.
_DAYS = _each({
    0: """今天 今儿个 今儿 今日 今晚 今早 今夜 今朝 今午 当天 当日 当晚 即日 今天内 这会儿
       下班前 下班之前 下班以前 收工前 收班前 打烊前 关门前 交班前 放工前 收市前 收摊前 闭店前
       天黑前 天黑之前 傍晚前 睡前 睡觉前 晚饭前 午饭前 中饭前 中午前 中午之前 晚饭后 午饭后 吃饭前 饭点前""",
    1: "明天 明儿个 明儿 明日 明早 明晚 明朝 明个 听日 次日 隔天 翌日 第二天 天亮前 一早 一大早 月初",
    2: "后天 后儿个 后儿 后日 后晚", 3: "大后天 大后儿",
    -1: "昨天 昨儿个 昨儿 昨日 昨晚 昨夜 昨个 寻日 琴日 寻晚", -2: "前天 前儿个 前儿 前晚 前日", -3: "大前天",
    7: "下周 下个星期 下星期 下个礼拜 下礼拜 下个周 节前",
    4: "本周 这周 这个星期 这星期 这礼拜 这个礼拜 周内",
    -7: "上周 上个星期 上星期 上个礼拜 上礼拜", 5 - TODAY: "周末",
    30: "下个月 下月", 8: "月中", 14: "节后",
    15: "这个月 这月 本月 月底 月末", -30: "上个月 上月", 365: "明年", -365: "去年", -730: "前年",
    180: "今年 年底 年前",
    -180: "年初",
})  # fmt: skip
_DAY_WORDS = {tuple(w): days for w, days in _DAYS.items()}
_LONGEST_DAY = max(len(w) for w in _DAY_WORDS)
_DAY_STARTS = frozenset(w[0] for w in _DAY_WORDS)
#: Parts of the day before a clock time, and whether they put small hours after noon.
_PARTS = {
    **dict.fromkeys("上午 早上 早晨 清早 大早 一早 凌晨 今早 明早 早 朝早 半夜 夜里 夜".split(), False),
    **dict.fromkeys("下午 中午 晚上 傍晚 午后 今晚 明晚 昨晚 当晚 晚 夜晚 晏昼 下昼".split(), True),
}
#: "一" before anything but a measure is an article.
_MEASURES = frozenset("斤吨升克倍折")
#: What looks like a number and is none.
_NONE_WORDS = frozenset(
    tuple(w)
    for w in """十分 千万 万一 万分 一一 三包 五一 一口气 八卦 千方百计 三番五次 三番两次 一五一十 一点 七上八下
    乱七八糟
    三三两两 十全十美 四面八方 五花八门 三心二意 一清二楚 一来二去 二话 两码事 一干二净 千辛万苦 千言万语 两口子
    十万火急 四处 一样
    两头 两边 三天两头 一个一个 一个个 一天到""".split()
)
_LONGEST_NONE = max(len(w) for w in _NONE_WORDS)
#: What follows the hour of a clock time.
_CLOCK_TAILS = frozenset("半整钟前之左一过三十二四五")
#: After 点 these are points that one makes, not the hour.
_POINTS = frozenset("建意要原说理疑不想我你都是上下儿钱子心事东水菜单餐赞评名头燃货击开歌的也问感情")
#: After 号 these are numbered things, not days.
_THINGS = frozenset("楼线店房机桌车窗床柜门库电馆院厅位码球称尺仓厂桩坑口客铺单段井公字站台学技洞文")


#: What a quantity or an idiom with numerals in it can begin with.
_OPENERS = _DAY_STARTS | set(DIGITS) | set(SCALES) | set(FUSED) | _SIGNS | frozenset("周星礼下上这本半第") | {"rmb"}


def find(reading: Reading) -> tuple[Quantity, ...]:
    """All quantities of a reading, in order, none inside another."""
    scan = _Scan(reading)
    out: list[Quantity] = []
    after = 0
    for at, word in enumerate(reading.words):
        if at < after or (word not in _OPENERS and not word[0].isdecimal()):
            continue
        if skip := scan.no_number(at):
            after = at + skip
        elif found := scan.at(at):
            out.append(found)
            after = found.end
    return tuple(out)


class _Scan(Numerals):
    """Reads the quantity that begins at a token, if any."""

    def no_number(self, at: int) -> int:
        """How many tokens from here are an idiom that holds numerals but no number."""
        if self.words[at] not in DIGITS and self.words[at] not in SCALES and self.words[at] != "第":
            return 0
        for size in range(min(_LONGEST_NONE, len(self.words) - at), 1, -1):
            if self.words[at : at + size] in _NONE_WORDS:
                if self.has(at, "十分钟") or (self.has(at, "一点") and self._clock_follows(at)):
                    return 0
                return size
        return 0

    def _clock_follows(self, at: int) -> bool:
        return self.word(at + 2) in _CLOCK_TAILS or self.part(at) is not None

    def at(self, at: int) -> Quantity | None:
        word = self.words[at]
        if word in _DAY_STARTS and (found := self.day(at)) is not None:
            return found
        if word in ("周", "星", "礼", "下", "上", "这", "本") and (found := self.weekday(at)) is not None:
            return found
        if word == "半" and (found := self.half(at)) is not None:
            return found
        if word == "百" and self.has(at, "百分之"):
            number = self.number(at + 3)
            return Quantity("number", number[0], at, number[1], "%") if number else None
        if word in _SIGNS or word == "rmb":
            number = self.number(at + 1)
            return Quantity("money", number[0], at, number[1], word) if number else None
        if word[0].isdecimal() or word in DIGITS or word in FUSED or word in ("十", "拾"):
            readers: tuple[Callable[[int], Quantity | None], ...] = (
                self.date, self.clock, self.duration, self.money, self.plain,
            )  # fmt: skip
            return next((found for reader in readers if (found := reader(at)) is not None), None)
        return None

    # Kinds of quantities

    def date(self, at: int) -> Quantity | None:
        found = self.number(at)
        if found is None or found[0] != int(found[0]):
            return None
        value, end = found
        if self.word(end) == "年" and 1900 <= value <= 2100:
            return Quantity("number", value, at, end + 1, "年")
        if self.word(end) == "月" and 1 <= value <= 12 and self.word(at) not in FUSED:
            day = self.number(end + 1)
            if day is not None and 1 <= day[0] <= 31 and self.word(day[1]) not in ("个", "块", "元", "天"):
                return Quantity("day", 100 * value + day[0], at, day[1] + (self.word(day[1]) in ("号", "日")))
            return Quantity("day", 100 * value, at, end + 1)
        if 1 <= value <= 31 and self.word(end) in ("号", "日") and self.word(at - 1) not in ("第", "单"):
            after = self.word(end + 1)
            if self.word(end) == "日" and (
                after in ("内", "之", "后", "以") or self.word(at - 1) in ("近", "这", "前")
            ):
                return Quantity("duration", value, at, end + 1, "日")
            if after not in _THINGS:
                return Quantity("day", 1300 + value, at, end + 1)
        return None

    def part(self, at: int) -> tuple[int, bool] | None:
        """The part of the day that stands right before a token: where it begins, and whether it is after noon."""
        for size in (2, 1):
            after_noon = _PARTS.get("".join(self.words[max(0, at - size) : at]))
            if after_noon is not None:
                return at - size, after_noon
        return None

    def clock(self, at: int) -> Quantity | None:
        word = self.word(at)
        if ":" in word:
            parts = [int(p) for p in word.split(":")[:2]]
            if parts[0] > 24 or parts[1] > 59:
                return None
            return Quantity("clock", self._placed(60 * (parts[0] % 24) + parts[1], at), at, at + 1)
        found = self.number(at)
        if found is None or not 0 <= found[0] <= 24 or found[0] != int(found[0]) or self.word(at) in FUSED:
            return None
        hour, end = found
        if self.word(end) == "时" and self.word(end + 1) not in ("间", "候", "段"):
            pass
        elif self.word(end) != "点" or self.word(end + 1) in _POINTS or self.has(end + 1, "点"):
            return None
        if hour == 1 and not (self._clock_follows(at) or word[0].isdecimal()):
            return None
        end += 1
        minutes = 0.0
        if self.word(end) in ("整", "钟"):
            end += 1
        elif self.word(end) == "半":
            minutes, end = 30, end + 1
        elif self.word(end + 1) == "刻" and self.word(end) in DIGITS:
            minutes, end = 15.0 * DIGITS[self.word(end)], end + 2
        else:
            more = self.number(end)
            if more is not None and more[0] < 60 and more[1] > end and (
                more[1] - end > 1 or self.word(more[1]) == "分" or self.word(end)[0].isdecimal()
            ):  # fmt: skip
                minutes, end = more[0], more[1] + (self.word(more[1]) == "分")
        return Quantity("clock", self._placed(60 * (hour % 24) + minutes, at), at, end)

    def _placed(self, minutes: float, at: int) -> float:
        part = self.part(at)
        if part is not None and part[1] and minutes < 720 and not (self.word(at - 1) == "午" and minutes >= 660):
            return minutes + 720
        return minutes

    def duration(self, at: int) -> Quantity | None:
        found = self.number(at)
        if found is None or (self.word(at - 1) == "第" and self.word(found[1]) != "个"):
            return None
        value, end = found
        upper = self.number(end + 1) if self.word(end) in ("到", "至") else None
        if upper is not None and upper[0] > value and self._unit(self._hedged(upper[1])) is not None:
            value, end = upper
        end = self._hedged(end)
        if (
            self.word(end) == "个"
            and self.word(end + 1) == "半"
            and (unit := self._unit(end + 2, bare=True)) is not None
        ):
            return Quantity("duration", round((value + 0.5) * unit[0], 4), at, unit[1], self.word(unit[1] - 1))
        if self.word(end) == "个" and self.word(end + 1) == "多":
            end += 2
        unit = self._unit(end, bare=self.word(end - 1) == "多" or self.word(at) in FUSED)
        if unit is None:
            return None
        days, after = unit
        if self.word(after - 1) == "年" and self.word(after) in ("级", "级的"):
            return None
        if self.word(after) == "半" and self.word(after + 1) not in ("价", "夜", "路", "天"):
            return Quantity("duration", round((value + 0.5) * days, 4), at, after + 1, self.word(after - 1))
        return Quantity("duration", value * days, at, after, self.word(after - 1))

    def _unit(self, at: int, bare: bool = False) -> tuple[float, int] | None:
        """The unit of time at a token, and where it ends; `bare` also takes 月 without its counter."""
        for size in _UNIT_LENGTHS.get(self.word(at), ()):
            unit = "".join(self.words[at : at + size])
            if unit in _UNITS:
                end = at + len(unit)  # at the end of a text a longer stretch is no longer than a shorter one
                return None if self.word(end) in _NO_UNIT_BEFORE.get(unit, ()) else (_UNITS[unit], end)
        return (30.0, at + 1) if bare and self.word(at) == "月" else None

    def half(self, at: int) -> Quantity | None:
        """ "半个月", "半天", "半小时", "半年"."""
        end = at + 1
        unit = self._unit(end, bare=True) if self.word(end) == "个" else self._unit(end)
        if unit is None or self.word(end) in ("夜", "晚", "宿") or self.word(at - 1) in ("个", "年", "天", "点", "月"):
            return None
        start = at - (self.word(at - 1) == "大")
        return Quantity("duration", round(0.5 * unit[0], 4), start, unit[1], self.word(unit[1] - 1))

    def money(self, at: int) -> Quantity | None:
        found = self.number(at)
        if found is None:
            return None
        value, end = found
        end = self._hedged(end)
        unit = next((u for n in (3, 2, 1) if (u := "".join(self.words[end : end + n])) in _MONEY), None)
        if unit is None:
            return None
        after = end + (1 if unit.isascii() else len(unit))
        value *= _MONEY[unit]
        if unit == "块":
            more = self.word(after)
            same = after < len(self.words) and self.tokens[after].clause == self.tokens[at].clause
            plain = more in _AFTER_KUAI or more in DIGITS or more == "半" or more[:1].isdecimal()
            if value < 20 and same and not plain:
                return None
        if unit in ("块", "元"):
            if self.word(after) == "半":
                value, after = value + 0.5, after + 1
            else:
                small = self.number(after)
                if small and small[0] < 10 and self.word(small[1]) not in COUNTERS and not self._unit(small[1]):
                    value, after = value + small[0] / 10, small[1] + (self.word(small[1]) in ("毛", "角"))
        after += self.word(after) == "钱"
        return Quantity("money", round(value, 2), at, after, unit)

    def plain(self, at: int) -> Quantity | None:
        found = self.number(at)
        if found is None:
            return None
        value, end = found
        single = end == at + 1 and not self.word(at)[0].isdecimal()
        if self.word(at) in FUSED and self.word(at - 1) in ("他", "你", "我", "她", "咱", "们", "娘", "爷"):
            return None
        if single and self.word(at) in DIGITS:
            counted = self.word(end) in (_MEASURES if value == 1 else COUNTERS)
            if value == 0 or not counted or (self.word(at - 1) in ("星", "期", "周", "拜")):
                return None
        unit = self.word(end)
        if unit == "%" or unit in COUNTERS:
            return Quantity("number", value, at, end + 1, unit)
        return Quantity("number", value, at, end)

    def weekday(self, at: int) -> Quantity | None:
        start = at
        if self.word(at) in ("下", "上", "这", "本"):
            at += 1
            while self.word(at) in ("下", "上", "个"):
                at += 1
        for lead in _WEEK_WORDS:
            if self.has(at, lead):
                name = self.word(at + len(lead))
                digit = name in "123456" and len(name) == 1
                if name in _WEEKDAYS or digit:
                    end = at + len(lead) + 1
                    if lead == ("周",) and (
                        self.word(end) in _UNITS or (name in ("天", "日") and self.word(end) in ("数",))
                    ):
                        return None
                    return Quantity("day", int(name) - 1 if digit else _WEEKDAYS[name], start, end)
        return None

    def day(self, at: int) -> Quantity | None:
        for size in range(min(_LONGEST_DAY, len(self.words) - at), 1, -1):
            days = _DAY_WORDS.get(self.words[at : at + size])
            if days is None:
                continue
            end = at + size
            if self.word(end - 1) in ("周", "期", "拜") and (found := self.weekday(at)) is not None:
                return found
            return Quantity("day", TODAY + days, at, end)
        return None
