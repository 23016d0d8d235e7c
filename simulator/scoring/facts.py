"""Facts and promises as they are compared with a reply: by content, numbers exactly, never by echo."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.model.score import Context
from simulator.scoring.text import Reading, read


@dataclass(frozen=True)
class PreparedContext:
    """A context read once and used for every reply and every keystroke.

    Attributes:
        given: the context as it was given.
        customer: the customer's message, read.
    """

    given: Context
    customer: Reading


def prepare(context: Context) -> PreparedContext:
    """Reads a context."""
    return PreparedContext(context, read(context.customer, context.lang))
