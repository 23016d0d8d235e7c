"""English numbers, sums, durations, clock times and days, in figures and in words: see `quantities`."""

from __future__ import annotations

from collections.abc import Callable

from simulator.scoring.quantities import TODAY, Quantity
from simulator.scoring.quantity_words_en import (
    AFTER_HOUR,
    ARTICLES,
    BETWEEN,
    CLOCK_LEADS,
    DAY_LEADS,
    DAY_PARTS,
    DAYS_OF_MONTH,
    FEASTS,
    HALF_DAYS,
    LONGEST,
    MONEY,
    MONTHS,
    NOTES,
    OPENERS,
    ORDINALS,
    PARTS,
    PHRASES,
    RELATIVE,
    SCALES,
    SHORT_WEEKDAYS,
    SIGNS,
    SMALL,
    SUFFIXES,
    TENS,
    UNITS,
    WEEKDAYS,
    WITHIN,
)
from simulator.scoring.text import Reading


def find(reading: Reading) -> tuple[Quantity, ...]:
    """All quantities of a reading, in order, none inside another."""
    scan = _Scan(reading)
    out: list[Quantity] = []
    at = 0
    for start, word in enumerate(reading.words):
        if start < at or not (word in OPENERS or word[0].isdecimal()):
            continue
        found = scan.at(start)
        if found is not None:
            out.append(found)
            at = found.end
    return tuple(out)


class _Scan:
    """Reads the quantity that begins at a token, if any."""

    def __init__(self, reading: Reading) -> None:
        self.tokens, self.words = reading.tokens, reading.words
        self._numbers: dict[int, tuple[float, int] | None] = {}

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def at(self, at: int) -> Quantity | None:
        readers: tuple[Callable[[int], Quantity | None], ...] = (
            self.sum_of_money, self.clock, self.date, self.day, self.duration, self.plain,
        )  # fmt: skip
        return next((found for reader in readers if (found := reader(at)) is not None), None)

    # Numbers

    def number(self, at: int) -> tuple[float, int] | None:
        """The number that begins at a token, in figures or words, and where it ends."""
        if at not in self._numbers:
            self._numbers[at] = self._number(at)
        return self._numbers[at]

    def _number(self, at: int) -> tuple[float, int] | None:
        word = self.word(at)
        if word[:1].isdecimal():
            if ":" in word or len(word) > LONGEST:
                return None
            value, end = float(word), at + 1
            if self.word(end) in ("okay", "k") and self.tokens[end].start == self.tokens[at].end:  # "2k"
                return value * 1000, end + 1
            while self.word(end) in SCALES and self.word(end) != "couple":
                value, end = value * SCALES[self.word(end)], end + 1
            return self._and_a_half(value, end)
        if word == "half" and self.word(at + 1) == "a" and self.word(at + 2) == "dozen":
            return 6.0, at + 3
        return self._in_words(at)

    def _in_words(self, at: int) -> tuple[float, int] | None:
        start = at
        if self.word(at) in ARTICLES:
            at += 1
            if self.word(at) in ("good", "full"):
                at += 1
            if self.word(at) not in SCALES:
                return None
        total, current, last = 0.0, 0.0, ""
        while True:
            word = self.word(at)
            if word in SMALL and last in ("", "tens", "scale", "and") and not (last == "tens" and SMALL[word] > 9):
                current, last = current + SMALL[word], "small"
            elif word in TENS and last in ("", "scale", "and"):
                current, last = current + TENS[word], "tens"
            elif last == "small" and not total and current < 100 and (word in TENS or SMALL.get(word, 0) > 9):
                # As sums and times are spoken: "three forty", "one eighty four", "eleven fifteen".
                current, last = 100 * current + (TENS.get(word) or SMALL[word]), "tens" if word in TENS else "teen"
            elif word in SCALES and (last or at > start or word in ("dozen", "hundred", "thousand")):
                scale = SCALES[word]
                current = (current or 1) * scale
                if scale >= 1000:
                    total, current = total + current, 0.0
                last = "scale"
                if word == "couple" and self.word(at + 1) == "of":
                    at += 1
            elif word == "and" and last == "scale" and (self.word(at + 1) in SMALL or self.word(at + 1) in TENS):
                last = "and"
            else:
                break
            at += 1
        if not last:
            return None
        if self.word(at) == "point" and self.word(at + 1) in SMALL:
            return total + current + SMALL[self.word(at + 1)] / 10, at + 2
        return self._and_a_half(total + current, at)

    def _and_a_half(self, value: float, end: int) -> tuple[float, int]:
        if self.words[end : end + 3] != ("and", "a", "half"):
            return value, end
        scale = {"hundred": 100, "thousand": 1000, "grand": 1000, "million": 1_000_000}.get(self.word(end + 3))
        return ((value + 0.5) * scale, end + 4) if scale else (value + 0.5, end + 3)

    # Kinds of quantities

    def sum_of_money(self, at: int) -> Quantity | None:
        if self.word(at) in SIGNS:
            found = self.number(at + 1)
            if found is None:
                return None
            value, end = found
            if self.word(end) in ("grand", "m"):
                value, end = value * (1000 if self.word(end) == "grand" else 1e6), end + 1
            return Quantity("money", round(value, 2), at, end, self.word(at))
        if self.word(at) in ("a", "one") and self.word(at + 1) in NOTES:
            return Quantity("money", NOTES[self.word(at + 1)], at, at + 2, self.word(at + 1))
        found = self.number(at)
        if found is None:
            return None
        value, end = found
        if self.word(end) == "odd":
            end += 1
        unit = self.word(end)
        if unit not in MONEY or (unit in SIGNS and self.word(end + 1)[:1].isdecimal()):
            return None
        value, end = value * MONEY[unit], end + 1
        small = self.number(end) if unit in ("pound", "pounds", "quid", "euros", "dollars") else None
        if small is not None and 10 <= small[0] < 100 and self.word(small[1]) not in (*UNITS, "times"):
            value, end = value + small[0] / 100, small[1]
            end += self.word(end) in ("p", "pence", "cents")
        return Quantity("money", round(value, 2), at, end, unit)

    def clock(self, at: int) -> Quantity | None:
        word = self.word(at)
        if word in ("half", "quarter") or self.number(at):
            spoken = self._spoken_clock(at)
            if spoken:
                return spoken
        if ":" in word:
            hours, minutes = word.split(":")[:2]
            if int(hours) < 24 and int(minutes) < 60:
                return self._clock(60 * int(hours) + int(minutes), at, at + 1)
            return None
        found = self.number(at)
        if found is None:
            return None
        value, end = found
        if len(word) == 4 and word.isdigit() and word[0] == "0" and int(word[2:]) < 60:  # "0430"
            return self._clock(60 * int(word[:2]) + int(word[2:]), at, end)
        hour, minute = int(value), round(100 * (value - int(value)))
        if not (1 <= hour <= 24 and minute < 60):
            return None
        minutes_of_day = 60 * (hour % 24) + minute
        if self.word(end) in HALF_DAYS or self._dotted(end) or self.word(end) == "o'clock":
            return self._clock(minutes_of_day, at, end + (self.word(end) == "o'clock"))
        if word[-3:-2] == "." and self.word(at - 1) in CLOCK_LEADS:  # "at 7.15"
            return self._clock(minutes_of_day, at, end)
        if hour > 12 or (value != int(value) and not word[0].isdecimal()):
            return None
        same = end >= len(self.tokens) or self.tokens[end].clause != self.tokens[at].clause
        free = same or self.word(end) in AFTER_HOUR or self.word(end) in WEEKDAYS
        lead = self.word(at - 1)
        if lead in CLOCK_LEADS and free and not (lead in ("after", "from", "since", "around") and value == 1):
            return self._clock(minutes_of_day, at, end)
        if self.word(end) in ("tonight", "tomorrow") or self.words[end : end + 2] in DAY_PARTS:
            return self._clock(minutes_of_day, at, end)
        if lead == "between" and self.word(end) == "and":
            other = self.number(end + 1)
            if other and other[0] <= 12 and self._ends_free(other[1], at):
                return self._clock(minutes_of_day, at, end)
        if lead == "and" and self.word(at - 3) == "between" and free:
            return self._clock(minutes_of_day, at, end)
        return None

    def _ends_free(self, end: int, at: int) -> bool:
        out = end >= len(self.tokens) or self.tokens[end].clause != self.tokens[at].clause
        return out or self.word(end) in AFTER_HOUR or self.word(end) in HALF_DAYS

    def _dotted(self, end: int) -> bool:
        return self.word(end) in ("a", "p") and self.word(end + 1) == "m"

    def _clock(self, minutes: int, at: int, end: int) -> Quantity:
        if self.word(end) in HALF_DAYS:
            minutes, end = minutes % 720 + HALF_DAYS[self.word(end)], end + 1
        elif self._dotted(end):
            minutes, end = minutes % 720 + HALF_DAYS[f"{self.word(end)}m"], end + 2
        return Quantity("clock", minutes, at, end)

    def _spoken_clock(self, at: int) -> Quantity | None:
        """ "half past three", "half seven", "twenty to nine"."""
        word = self.word(at)
        if word in ("half", "quarter"):
            minutes, end = (30.0 if word == "half" else 15.0), at + 1
        else:
            found = self.number(at)
            if found is None or found[0] >= 30 or found[0] != int(found[0]):
                return None
            minutes, end = found
            end += self.word(end) == "minutes"
        link = self.word(end)
        if link in ("past", "to", "after", "before"):
            hour = self.number(end + 1)
            if hour is None or not 1 <= hour[0] <= 12 or (word not in ("half", "quarter") and minutes % 5):
                return None
            if self.word(hour[1]) in (*UNITS, *BETWEEN, *MONEY) or (link in ("after", "before") and minutes < 5):
                return None
            if link in ("to", "before") and word == "half":
                return None
            total = 60 * hour[0] + (minutes if link in ("past", "after") else -minutes)
            return self._clock(int(total) % 1440, at, hour[1])
        if word == "half":
            hour = None if self.word(end) in ARTICLES else self.number(end)
            if hour is not None and 1 <= hour[0] <= 12 and self.word(hour[1]) not in (*UNITS, *MONEY, "of"):
                return self._clock(int(60 * hour[0] + 30), at, hour[1])
        return None

    def date(self, at: int) -> Quantity | None:
        start = at
        at += self.word(at) == "the"
        spoken = DAYS_OF_MONTH.get(self.word(at))
        found = (spoken, at + 1) if spoken else self.number(at)
        if found is not None and found[0] == int(found[0]) and 1 <= found[0] <= 31 and self.word(at) != "one":
            end = found[1]
            ordinal = self.word(end) in SUFFIXES and self.tokens[end].start == self.tokens[end - 1].end
            end += ordinal
            month_at = end + (self.word(end) == "of")
            if self.word(month_at) in MONTHS and not (self.word(month_at) == "may" and not ordinal and end == month_at
                                                       and not self.word(at)[0].isdecimal()):  # fmt: skip
                return Quantity("day", 100 * MONTHS[self.word(month_at)] + found[0], start, month_at + 1)
            if ordinal and self.word(at - 1) == "the" and self.word(at - 2) in (*DAY_LEADS, "after"):
                return Quantity("day", 1300 + found[0], start, end)
            return None
        if self.word(start) in MONTHS:
            after = start + 1 + (self.word(start + 1) == "the")
            found = self.number(after)
            modal = self.word(start) == "may" and self.word(after - 1) != "the"
            if found is None or not 1 <= found[0] <= 31 or modal or self._unit_at(found[1]) is not None:
                return None
            end = found[1] + (self.word(found[1]) in SUFFIXES)
            return Quantity("day", 100 * MONTHS[self.word(start)] + found[0], start, end)
        return None

    def day(self, at: int) -> Quantity | None:
        word = self.word(at)
        for size in (4, 3, 2):
            phrase = self.words[at : at + size]
            days = PHRASES.get(phrase)
            if days is not None:
                end = at + len(phrase)  # at the end of a text a longer stretch is no longer than a shorter one
                if self.word(end) in ("tomorrow", "today"):
                    return Quantity("day", TODAY + RELATIVE[self.word(end)], at, end + 1)
                if self.word(end) in WEEKDAYS or (self.word(end) == "on" and self.word(end + 1) in WEEKDAYS):
                    end += self.word(end) == "on"
                    return Quantity("day", WEEKDAYS[self.word(end)], at, end + 1)
                return Quantity("day", TODAY + days, at, end)
        for size in (2, 1):
            phrase = self.words[at : at + size]
            feast = FEASTS.get(phrase)
            if feast is not None and not (feast == 101 and self.word(at + 2) not in ("is", "day", "eve", "")):
                return Quantity("day", feast, at, at + len(phrase))
        if word in WEEKDAYS or (word in SHORT_WEEKDAYS and self.word(at - 1) in DAY_LEADS):
            value = WEEKDAYS.get(word, SHORT_WEEKDAYS.get(word, 0))
            return Quantity("day", value, at, at + 1 + (self.word(at + 1) in PARTS))
        if word in RELATIVE:
            return Quantity("day", TODAY + RELATIVE[word], at, at + 1 + (self.word(at + 1) in PARTS))
        return None

    def duration(self, at: int) -> Quantity | None:
        word = self.word(at)
        if word in ("half", "quarter") or (word == "three" and self.word(at + 1) == "quarters"):
            return self._fraction(at)
        if word == "fortnight":
            return Quantity("duration", 14.0, at, at + 1, word)
        if word in ("the", "this") and self.word(at + 1) in ("hour", "week", "day") and self.word(at - 1) in WITHIN:
            return Quantity("duration", UNITS[self.word(at + 1)], at, at + 2, self.word(at + 1))
        if word in ARTICLES and self.word(at - 1) not in ("what", "such"):
            end = at + 1
            while self.word(end) in BETWEEN:
                end += 1
            unit = self.word(end)
            if unit in UNITS and unit not in ("minute", "night", "h", "min"):
                return self._measured(1.0, at, end)
        found = self.number(at)
        if found is None:
            return None
        value, end = found
        link = end + (self.word(end) in ("to", "or"))
        upper = self.number(link)  # "3-5 days", "24 to 48 hours"
        if upper is not None and upper[0] > value and self._unit_at(upper[1]) is not None:
            value, end = upper
        unit_at = self._unit_at(end)
        if unit_at is None or (word == "one" and self.word(unit_at) in ("minute", "night")):
            return None
        return self._measured(value, at, unit_at)

    def _unit_at(self, at: int) -> int | None:
        for _ in range(3):
            if self.word(at) in UNITS:
                return at
            if self.word(at) not in BETWEEN and self.word(at) != "of":
                return None
            at += 1
        return None

    def _measured(self, value: float, at: int, unit_at: int) -> Quantity:
        unit, end = self.word(unit_at), unit_at + 1
        if self.words[end : end + 3] == ("and", "a", "half"):
            value, end = value + 0.5, end + 3
        return Quantity("duration", value * UNITS[unit], at, end, unit)

    def _fraction(self, at: int) -> Quantity | None:
        """ "half an hour", "quarter of an hour", "three quarters of an hour"."""
        share = {"half": 0.5, "quarter": 0.25}.get(self.word(at), 0.75)
        end = at + 1 + (share == 0.75)
        end += self.word(end) == "of"
        end += self.word(end) in (*ARTICLES, "the")
        unit = self.word(end)
        if unit not in ("hour", "day", "year", "week", "month"):
            return None
        return Quantity("duration", share * UNITS[unit], at, end + 1, unit)

    def plain(self, at: int) -> Quantity | None:
        word = self.word(at)
        if word == "twice":
            return Quantity("number", 2.0, at, at + 1, "times")
        if word in ORDINALS:
            return Quantity("number", float(ORDINALS[word]), at, at + 1)
        found = self.number(at)
        if found is None or (word == "one" and found[1] == at + 1):
            return None
        value, end = found
        unit = self.word(end)
        if unit in SUFFIXES and self.tokens[end].start == self.tokens[end - 1].end:
            return Quantity("number", value, at, end + 1)
        if unit in ("%", "percent", "times"):
            return Quantity("number", value, at, end + 1, unit)
        return Quantity("number", value, at, end, unit if unit.isalpha() else "")
