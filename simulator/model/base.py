"""What the authored records share: frozen, no unknown keys, descriptions taken from the docstrings."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema

Lang = Literal["en", "zh"]

ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{0,63}$"


class Record(BaseModel):
    """Base of everything an author writes. The attribute docstrings become the JSON Schema's descriptions."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Bounds(BaseModel):
    """A closed range of whole numbers; an open side is None."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: int | None = None
    high: int | None = None

    def holds(self, value: float) -> bool:
        """Whether `value` lies in the range, both ends included."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def __str__(self) -> str:
        """As an author may write it: `>= 2`, `<= 1`, `== 0`, `1..2`."""
        if self.high is None:
            return f">= {self.low}"
        if self.low is None:
            return f"<= {self.high}"
        return f"== {self.low}" if self.low == self.high else f"{self.low}..{self.high}"


_BOUNDS_TEXT = re.compile(
    r"""^\s*(?:
        (?P<op>>=|<=|==|=|>|<)\s*(?P<n>[+-]?\d+)
      | (?P<lo>[+-]?\d+)\s*(?:\.\.|-)\s*(?P<hi>[+-]?\d+)
      | (?P<bare>[+-]?\d+)
    )\s*$""",
    re.VERBOSE,
)


def parse_bounds(value: Any) -> Any:
    """Turns the author's `2`, `">= 2"`, `"<= 1"`, `"== 0"` or `"1..2"` into `Bounds`; a bare number means at least.

    Raises:
        ValueError: the text is none of these, or the range is empty.
    """
    if isinstance(value, (Bounds, dict)):
        return value
    match = _BOUNDS_TEXT.match(str(value)) if isinstance(value, (str, int)) and not isinstance(value, bool) else None
    if match is None:
        raise ValueError('write a number for "at least", or ">= 2", "<= 1", "== 0" or "1..2"')
    if match["bare"] is not None:
        return Bounds(low=int(match["bare"]))
    if match["lo"] is not None:
        low, high = int(match["lo"]), int(match["hi"])
        if low > high:
            raise ValueError(f"the range {low}..{high} is empty: write the smaller number first")
        return Bounds(low=low, high=high)
    n = int(match["n"])
    return {
        ">=": Bounds(low=n), "<=": Bounds(high=n), ">": Bounds(low=n + 1), "<": Bounds(high=n - 1),
        "=": Bounds(low=n, high=n), "==": Bounds(low=n, high=n),
    }[match["op"]]  # fmt: skip


Limits = Annotated[
    Bounds,
    BeforeValidator(parse_bounds),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer"},
                {"type": "string", "pattern": r"^\s*((>=|<=|==|=|>|<)\s*[+-]?\d+|[+-]?\d+\s*(\.\.|-)\s*[+-]?\d+)\s*$"},
            ],
            "description": 'A number means at least; or write ">= 2", "<= 1", "== 0", "1..2".',
        }
    ),
]


def _as_list(value: Any) -> Any:
    return value if value is None or isinstance(value, (list, tuple)) else [value]


class _OneOrMore(BeforeValidator):
    """Lets one item stand without the list around it, for the schema too."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


OneOrMore = _OneOrMore(_as_list)


class Bilingual(Record):
    """One text in both languages. Traditional Chinese is made from the Simplified."""

    en: str
    """The English text."""
    zh: str
    """The Chinese text (Simplified)."""

    def get(self, lang: str) -> str:
        """The text for a language code: `en`, or any code that starts with `zh`."""
        return self.zh if lang.startswith("zh") else self.en

    @model_validator(mode="after")
    def _not_blank(self) -> Self:
        if not self.en.strip() or not self.zh.strip():
            raise ValueError("both languages need a text")
        return self
