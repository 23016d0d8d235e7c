"""What can go wrong with the session log, as something to tell a person. Light, because every command loads it."""

from __future__ import annotations

from simulator.messages import ToldError


class StoreError(ToldError):
    """The session log cannot be used."""

    def __str__(self) -> str:
        return self.message("en")
