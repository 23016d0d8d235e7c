"""What an author may say of the checks themselves."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simulator.model.base import Record

Taken = Literal["error", "warning", "note", "off"]


class Severities(Record):
    """How grave each kind of problem is taken in a folder and those below it."""

    check: Annotated[dict[str, Taken], Field(max_length=1000)]
    """Code of a problem (`simulator explain` lists them) to what it is taken for: error, warning, note (told with
    `--lint` only) or off."""
