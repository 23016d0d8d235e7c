"""What a service desk would be measured by, worked out of simulated conversations."""

from __future__ import annotations

import math
from dataclasses import dataclass

#: Of a normal distribution, 95 % lie within so many standard deviations.
_Z = 1.959964


@dataclass(frozen=True)
class Rate:
    """How many of how many, with the interval in which the share lies at 95 %.

    The interval is Wilson's (1927): it holds for few cases and for shares near 0 and 1 too.

    Attributes:
        count: how many.
        of: of how many.
    """

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """0 to 1; None of nothing."""
        return self.count / self.of if self.of else None

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The interval, 0 to 1; None of nothing."""
        if not self.of:
            return None
        share, n = self.count / self.of, self.of
        middle = share + _Z**2 / (2 * n)
        away = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        below = 1 + _Z**2 / n
        return max(0.0, (middle - away) / below), min(1.0, (middle + away) / below)

    @property
    def per_million(self) -> float | None:
        """How many of a million; None of nothing."""
        return None if self.share is None else 1e6 * self.share


@dataclass(frozen=True)
class Service:
    """Simulated service indicators.

    Attributes:
        resolved: conversations that ended resolved, in the one contact.
        escalated: conversations that ended escalated; `per_million` is how desks count them.
        satisfied: conversations after which the customer was calm.
        satisfaction: 0 to 100, the mean of 100 less the anger at the end; None without conversations.
        on_time: replies given in time, of those whose time is known.
    """

    resolved: Rate
    escalated: Rate
    satisfied: Rate
    satisfaction: float | None
    on_time: Rate
