"""Problems as data: what is wrong, where, and how to mend it. The words are in `messages.problems`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from simulator.messages import text
from simulator.messages.problems import CATALOGUE, Severity

T_co = TypeVar("T_co", covariant=True)

#: Longer texts of the author's are cut in messages.
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the program's own inside a message, such as "a list"; said in the reader's language.

    Attributes:
        key: one of the catalogue's terms, or with a dot in it any key of the messages.
    """

    key: str


@dataclass(frozen=True, slots=True)
class Words:
    """Pieces that stand together inside a message: texts of the author's and terms.

    Attributes:
        parts: the pieces, from left to right.
    """

    parts: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """What the author probably meant.

    Attributes:
        name: the name.
        line: the line it is written in, from 1, in the same file; None where it is not written there.
    """

    name: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something more to know of a problem.

    Attributes:
        key: which sentence.
        values: what fills its places, as in a problem's message.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def say(self, lang: str = "en") -> str:
        """The sentence."""
        return text(
            f"problems.note.{self.key}", lang, **{name: _filled(value, lang) for name, value in self.values.items()}
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, with its place.

    Attributes:
        code: a key of the catalogue, such as `unknown-beat`; stable.
        path: the file, as it was named.
        line, column: the place, from 1, in characters.
        width: how many characters of the line it covers, at least 1.
        snippet: the line as the author wrote it.
        values: what fills the places of the message: a text of the author's, a number, a `Term`, or several.
        meant: what was probably meant, or None.
        notes: what more there is to know.
        taken: what its folder takes it for in place of what the catalogue says, or None.
    """

    code: str
    path: str
    line: int = 1
    column: int = 1
    width: int = 1
    snippet: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    meant: Meant | None = None
    notes: tuple[Note, ...] = ()
    taken: Severity | None = None

    @property
    def severity(self) -> Severity:
        """`error`, `warning` or `note`."""
        return self.taken or CATALOGUE[self.code].severity

    def message(self, lang: str = "en") -> str:
        """What is wrong."""
        return self._say("what", lang)

    def mend(self, lang: str = "en") -> str:
        """How to mend it."""
        return self._say("mend", lang)

    def _say(self, part: str, lang: str) -> str:
        values = {name: _filled(value, lang) for name, value in self.values.items()}
        return (
            text(f"problems.{self.code}.{part}", lang, **values)
            if values
            else text(f"problems.{self.code}.{part}", lang)
        )

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.severity} {self.code}: {self.message()}"


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T_co]):
    """What came of reading something.

    Attributes:
        value: what was read; None where there are errors.
        problems: all problems found, in the order of their places; there may be warnings beside a value.
    """

    value: T_co | None
    problems: tuple[Problem, ...] = ()


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them is an error."""
    return any(problem.severity == "error" for problem in problems)


def _filled(value: object, lang: str) -> object:
    if isinstance(value, Term):
        return text(value.key if "." in value.key else f"problems.term.{value.key}", lang)
    if isinstance(value, Words):
        return "".join(str(_filled(part, lang)) for part in value.parts)
    if isinstance(value, tuple):
        return ("、" if lang.startswith("zh") else ", ").join(str(_filled(v, lang)) for v in value)
    if isinstance(value, str) and len(value) > LONGEST:
        return value[: LONGEST - 1] + "…"
    return value
