"""Replies to be scored outside any scenario: one JSON object a line.

`{id, reply, lang?, customer?, wants?, facts?, policy?}`: `facts` is a list, `policy` an object of two lists `allowed`
and `not_allowed`; their items are texts, or objects `{id?, says, also?}`. Other keys are left alone, so that a file
may carry its own remarks. Without `lang`, the script of the reply tells, or that of the customer's message.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from simulator.messages import ToldError
from simulator.model.score import Context, Item

#: The longest line, in bytes: ten times the longest reply that makes sense, however it is escaped.
LONGEST = 1 << 20

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN_WORD = re.compile(r"[A-Za-z]+")


class LineError(ToldError):
    """A line that cannot be read."""


@dataclass(frozen=True)
class Request:
    """A reply and what it is judged against."""

    id: str | int
    reply: str
    context: Context


def raw_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | LineError]]:
    """The lines of a stream as they arrive, in the memory of one line; blank lines are passed over.

    Yields:
        The line's number, from 1, and the line or why it can't be taken.
    """
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST)
            yield number, LineError("score.too_long", limit=LONGEST)
        elif line.strip():
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def read_request(line: bytes) -> Request:
    """One line.

    Raises:
        LineError: it is not such an object.
    """
    value = parsed(line)
    if not isinstance(value, dict):
        raise LineError("score.not_an_object")
    for field in ("id", "reply"):
        if field not in value:
            raise LineError("score.missing", field=field)
    if isinstance(value["id"], bool) or not isinstance(value["id"], str | int):
        raise LineError("score.needs_id", field="id")
    reply = _text(value["reply"], "reply")
    customer = _text(_given(value, "customer", ""), "customer")
    policy = _given(value, "policy", {})
    if not isinstance(policy, dict):
        raise LineError("score.needs_object", field="policy")
    context = Context(
        lang=_lang(value.get("lang"), reply, customer),
        customer=customer,
        wants=_text(_given(value, "wants", ""), "wants"),
        facts=_items(_given(value, "facts", []), "facts"),
        may=_items(_given(policy, "allowed", []), "policy.allowed"),
        never=_items(_given(policy, "not_allowed", []), "policy.not_allowed"),
    )
    return Request(value["id"], reply, context)


def parsed(line: bytes) -> Any:
    """The JSON value on a line.

    Raises:
        LineError: there is none.
    """
    try:
        return json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise LineError("score.not_utf8", byte=error.start + 1) from error
    except json.JSONDecodeError as error:
        raise LineError("score.not_json", column=error.colno) from error
    except (RecursionError, ValueError) as error:  # a whole number of thousands of digits is a ValueError
        raise LineError("score.too_deep") from error


def _no_constant(name: str) -> None:
    # Python would take NaN and Infinity.
    raise LineError("score.not_a_number", name=name)


def _given(record: dict[str, Any], field: str, otherwise: Any) -> Any:
    value = record.get(field)
    return otherwise if value is None else value


def _text(value: Any, field: str) -> str:
    if not isinstance(value, str):
        raise LineError("score.needs_text", field=field)
    return value


def _items(value: Any, field: str) -> tuple[Item, ...]:
    if not isinstance(value, list):
        raise LineError("score.needs_list", field=field)
    return tuple(_item(entry, f"{field}[{n}]", str(n)) for n, entry in enumerate(value))


def _item(value: Any, field: str, number: str) -> Item:
    if isinstance(value, str):
        return Item(number, value)
    if not isinstance(value, dict) or "says" not in value:
        raise LineError("score.needs_item", field=field)
    also = _given(value, "also", [])
    if not isinstance(also, list):
        raise LineError("score.needs_list", field=f"{field}.also")
    return Item(
        _text(_given(value, "id", number), f"{field}.id"),
        _text(value["says"], f"{field}.says"),
        tuple(_text(words, f"{field}.also[{n}]") for n, words in enumerate(also)),
    )


def _lang(value: Any, reply: str, customer: str) -> str:
    if value is None:
        return guess_lang(reply) or guess_lang(customer) or "en"
    lang = _text(value, "lang")
    base = re.split("[-_]", lang.casefold())[0]
    if base not in ("en", "zh"):
        raise LineError("score.bad_lang", lang=lang[:20])
    return base


def guess_lang(words: str) -> str | None:
    """`zh` where there are at least as many Chinese characters as Latin words, `en` where fewer, None without both."""
    han, latin = len(_HAN.findall(words)), len(_LATIN_WORD.findall(words))
    return None if not han and not latin else "zh" if han >= latin else "en"
