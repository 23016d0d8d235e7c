"""Figures kept up to date one value at a time, in the memory of a few numbers however many values come."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Correlation:
    """Pearson's correlation of pairs (Welford's way, which stays exact where sums of squares would not).

    Attributes:
        count: how many pairs.
        mean_x, mean_y: the means.
    """

    count: int = 0
    mean_x: float = 0.0
    mean_y: float = 0.0
    _xx: float = 0.0
    _yy: float = 0.0
    _xy: float = 0.0

    def add(self, x: float, y: float) -> None:
        """Takes a pair in."""
        self.count += 1
        from_x, from_y = x - self.mean_x, y - self.mean_y
        self.mean_x += from_x / self.count
        self.mean_y += from_y / self.count
        self._xx += from_x * (x - self.mean_x)
        self._yy += from_y * (y - self.mean_y)
        self._xy += from_x * (y - self.mean_y)

    @property
    def value(self) -> float | None:
        """-1 to 1; None with fewer than three pairs, or where all x or all y are alike."""
        # What rounding leaves of values that are all alike is no spread.
        tiny = 1e-12 * self.count
        if self.count < 3 or self._xx <= tiny or self._yy <= tiny:
            return None
        return max(-1.0, min(1.0, self._xy / math.sqrt(self._xx * self._yy)))


@dataclass(slots=True)
class Mean:
    """A mean of values.

    Attributes:
        count: how many values.
        total: their sum.
    """

    count: int = 0
    total: float = 0.0

    def add(self, value: float) -> None:
        """Takes a value in."""
        self.count += 1
        self.total += value

    @property
    def value(self) -> float | None:
        """The mean; None without values."""
        return self.total / self.count if self.count else None


@dataclass(slots=True)
class Seconds:
    """Times in whole seconds; what is longer than an hour counts as an hour.

    Attributes:
        counts: seconds to how often.
    """

    counts: Counter[int] = field(default_factory=Counter)

    def add(self, seconds: float) -> None:
        """Takes a time in."""
        self.counts[min(3600, max(0, round(seconds)))] += 1

    def quantile(self, share: float) -> int | None:
        """The shortest time within which this share (0 to 1) of all lies; None without times."""
        total, so_far = self.counts.total(), 0
        for seconds in sorted(self.counts):
            so_far += self.counts[seconds]
            if so_far >= share * total:
                return seconds
        return None
