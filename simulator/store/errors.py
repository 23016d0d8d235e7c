"""What can go wrong with the session log, as something to tell a person. Light, because every command loads it."""

from __future__ import annotations

from functools import partial

from simulator.messages import text


class StoreError(Exception):
    """The session log cannot be used.

    Attributes:
        key: the sentence in the message catalogue, such as `store.full`.
        values: what fills its places.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def message(self, lang: str) -> str:
        """The sentence in a language of the screens."""
        return text(self.key, lang, **self.values)

    def __reduce__(self) -> tuple[object, ...]:
        # So that it comes back from another process.
        return partial(StoreError, self.key, **self.values), ()

    def __str__(self) -> str:
        return self.message("en")
