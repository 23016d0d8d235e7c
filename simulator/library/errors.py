"""What the library can't find. Light, because every command loads it."""

from __future__ import annotations

from simulator.messages import text

#: What helps where nothing like it is there.
_SEE = {"library.no_beat": "library.see_beats", "library.no_assessment": "library.see_new"}


class NotFoundError(Exception):
    """There is no such scenario, rubric, assessment or beat.

    Attributes:
        key: the sentence in the message catalogue.
        name: the id or path that was asked for.
        meant: the id that was probably meant, or None.
    """

    def __init__(self, key: str, name: str, meant: str | None = None) -> None:
        super().__init__(key, name)
        self.key, self.name, self.meant = key, name, meant

    def message(self, lang: str) -> str:
        """The sentence in a language of the screens."""
        see = _SEE.get(self.key, "library.see_list")
        more = text("library.did_you_mean", lang, name=self.meant) if self.meant else text(see, lang)
        return f"{text(self.key, lang, name=self.name)} {more}"

    def __str__(self) -> str:
        return self.message("en")
