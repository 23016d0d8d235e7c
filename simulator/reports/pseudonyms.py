"""Codes in place of names, the same for the same name and key everywhere; without the key nobody finds the name again.

A code is `P-` (trainees) or `R-` (whoever said something about them) with 12 hexadecimal digits of an HMAC-SHA-256 over
the name. Where trainees say their own name, the code takes its place, and evidence keeps its stretch of the reply.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

#: Own names of fewer characters are not looked for in what was said: too much else is written alike.
SHORTEST = 2
#: What in a sitting tells who sits, wherever it stands, and what is left out of it.
_WHO, _SECRET = frozenset({"seat", "name", "id"}), frozenset({"code"})
#: What in an entry is no text of a person.
_NO_TEXT = frozenset({"what", "criterion", "flag", "entry", "dispute"})


class Pseudonyms:
    """Gives codes.

    Args:
        key: the secret; whoever has it can tell whether a code is a certain person's.
        names: trainee to what else they are called.
    """

    def __init__(self, key: bytes, names: Mapping[str, Iterable[str]]) -> None:
        self._key = key
        self._names = {trainee: tuple(called) for trainee, called in names.items()}

    def trainee(self, trainee: str) -> str:
        """A trainee's code."""
        return f"P-{self._code('trainee', trainee)}"

    def author(self, author: str, trainee: str | None = None) -> str:
        """The code of who said something about a trainee: the trainee's own where it was the trainee."""
        if trainee is not None and author in (trainee, *self._names.get(trainee, ())):
            return self.trainee(trainee)
        return self.trainee(author) if author in self._names else f"R-{self._code('author', author)}"

    def words(self, words: str, trainee: str | None) -> str:
        """What was said, with the trainee's own names replaced."""
        return self._replaced(words, trainee)[0]

    def record(self, record: dict[str, Any], trainee: str | None) -> dict[str, Any]:
        """One record of an export, with codes for names.

        Args:
            record: a record as exports write them; it stays as it is.
            trainee: whose session or sitting it belongs to, or whom an entry is about; None: nobody's.
        """
        match record.get("type"):
            case "session" if trainee is not None:
                return {**record, "trainee": self.trainee(trainee)}
            case "spoke" | "replied":
                return {**record, "text": self.words(record["text"], trainee)}
            case "recorded":
                return {**record, "record": self._all(record["record"], trainee)}
            case "review":
                return {**record, **{key: self.words(record[key], trainee) for key in ("went_well", "next_time")}}
            case "entry":
                author = self.author(record["author"], trainee)
                subject = self._subject(record["subject"], trainee)
                return {**record, "author": author, "subject": subject, "data": self._all(record["data"], trainee)}
            case "sitting" | "sitting_event" if trainee is not None:
                return {key: self._who(key, value, trainee) for key, value in record.items()}
            case _:
                return record

    def scored(self, record: dict[str, Any], reply: str, trainee: str) -> dict[str, Any]:
        """A `scored` record, its evidence where it stands in the reply with codes."""
        _, at = self._replaced(reply, trainee)
        score = record["score"]
        said = self.words(reply, trainee)
        evidence = [
            {**one, "start": start, "end": end, "quote": said[start:end]}
            for one in score["evidence"]
            for start, end in [(at(one["start"]), at(one["end"]))]
        ]
        return {**record, "score": {**score, "evidence": evidence}}

    def _code(self, kind: str, name: str) -> str:
        said = unicodedata.normalize("NFC", name).encode("utf-8", "surrogatepass")
        return hmac.new(self._key, kind.encode() + b"\0" + said, hashlib.sha256).hexdigest()[:12]

    def _replaced(self, words: str, trainee: str | None) -> tuple[str, Callable[[int], int]]:
        """The words with codes, and where a place in them has gone to."""
        own = () if trainee is None else (trainee, *self._names.get(trainee, ()))
        found = sorted({name for name in own if len(name) >= SHORTEST}, key=len, reverse=True)
        if not found or trainee is None:
            return words, lambda place: place
        code = self.trainee(trainee)
        pattern = re.compile("|".join(_whole(name) for name in found), re.IGNORECASE)
        out, shifts, done, gained = [], [], 0, 0
        for match in pattern.finditer(words):
            out += [words[done : match.start()], code]
            shifts.append((match.start(), match.end(), gained))
            gained += len(code) - (match.end() - match.start())
            done = match.end()
        out.append(words[done:])

        def at(place: int) -> int:
            moved = place
            for start, end, before in shifts:
                if place >= end:
                    moved = place + before + len(code) - (end - start)
                elif place > start:
                    # Inside a name: its code is taken whole or not at all.
                    return start + before + (len(code) if place * 2 > start + end else 0)
            return moved

        return "".join(out), at

    def _all(self, value: Any, trainee: str | None) -> Any:
        if isinstance(value, str):
            return self.words(value, trainee)
        if isinstance(value, dict):
            return {key: one if key in _NO_TEXT else self._all(one, trainee) for key, one in value.items()}
        return [self._all(one, trainee) for one in value] if isinstance(value, list | tuple) else value

    def _who(self, key: str, value: Any, trainee: str) -> Any:
        if key in _SECRET:
            return ""
        if isinstance(value, str):
            mine = (trainee, *self._names.get(trainee, ()))
            return self.trainee(trainee) if key in _WHO and value in mine else value
        if isinstance(value, dict):
            return {inner: self._who(inner, one, trainee) for inner, one in value.items()}
        return [self._who(key, one, trainee) for one in value] if isinstance(value, list | tuple) else value

    def _subject(self, subject: str, trainee: str | None) -> str:
        return f"trainee {self.trainee(trainee)}" if trainee is not None and subject.startswith("trainee ") else subject


def _whole(name: str) -> str:
    """Finds a name; in scripts with spaces only as a word of its own."""
    escaped = re.escape(name)
    before = r"(?<!\w)" if name[0].isascii() and name[0].isalnum() else ""
    after = r"(?!\w)" if name[-1].isascii() and name[-1].isalnum() else ""
    return f"{before}{escaped}{after}"
